import { gunzipSync } from "node:zlib";
import { annotate } from "../annotation/annotate.js";
import type { Database } from "../db/openDatabase.js";
import type { SourceKind } from "../entities/enums.js";
import { holdCoMentions } from "../graph/coMentionEdges.js";
import type { Annotator } from "./ingest.js";
import { teaserParts } from "./parts.js";
import { localPreparer, type Preparer } from "./Preparer.js";
import type { PreparedRecord } from "./prepareDocument.js";
import { documentHash, type DocumentFacts } from "./rawDocuments.js";
import { storePage } from "./storePage.js";
import { syncKnowledge } from "./syncKnowledge.js";
import { sourceOf } from "./takeIn.js";

/** What a reprocessing did. */
export interface ReprocessReport {
  /** Documents that articles came from. */
  documents: number;
  /** Pages of them that were stored anew. */
  articles: number;
  /** Documents in which the readers find no page any more: their articles stay as they are. */
  unreadable: string[];
}

/** A kept document, and the outlet of an article that came from it. */
interface KeptDocument {
  key: number;
  name: string;
  hash: string;
  context: string | null;
  sourceName: string | null;
  sourceUrl: string | null;
  sourceKind: SourceKind | null;
  sourceLanguage: string | null;
}

const AT_ONCE = 50;

/**
 * Builds the graph anew from the documents that were kept: after a change of the readers, of annotation or of the names that it
 * knows. Articles keep their IDs, slugs and outlets; each is rebuilt in a transaction of its own.
 */
export async function reprocess(
  database: Database,
  annotator: Annotator,
  preparer: Preparer = localPreparer(annotator),
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ReprocessReport> {
  const entityKeys = await syncKnowledge(database, annotator.knowledgeBase);
  const { gazetteer, tagger } = annotator;
  const used =
    "FROM raw_document d WHERE EXISTS (SELECT 1 FROM article a WHERE a.raw_key = d.key AND a.is_stub = ?)";
  const total =
    (await database.sql.first<{ count: number }>(`SELECT count(*) AS count ${used}`, [false]))?.count ?? 0;
  const report: ReprocessReport = { documents: 0, articles: 0, unreadable: [] };
  for (let last = 0; ;) {
    const documents = await database.sql.all<KeptDocument>(
      `SELECT d.key, d.name, d.hash, d.context, s.name AS "sourceName", s.url AS "sourceUrl", s.kind AS "sourceKind", ` +
        `s.language AS "sourceLanguage" ` +
        `FROM raw_document d JOIN article a ON a.key = (SELECT min(x.key) FROM article x WHERE x.raw_key = d.key AND x.is_stub = ?) ` +
        `LEFT JOIN source s ON s.key = a.source_key WHERE d.key > ? ORDER BY d.key LIMIT ${AT_ONCE}`,
      [false, last],
    );
    for (const document of documents) {
      onProgress(report.documents, total);
      const kept = await database.sql.first<{ content: string }>(
        "SELECT content FROM raw_document WHERE key = ?",
        [document.key],
      );
      const bytes = gunzipSync(Buffer.from(kept?.content ?? "", "base64"));
      const records: PreparedRecord[] = [];
      const facts = factsOf(document);
      for await (const record of preparer.prepare({ name: document.name, bytes, ...facts }))
        records.push(record);
      report.documents++;
      if (!records.some((record) => "page" in record)) report.unreadable.push(document.name);
      for (const [index, record] of records.entries()) {
        if ("problem" in record) continue;
        await database.write(async (sql) => {
          const flush = holdCoMentions(sql);
          await storePage(sql, {
            ...record,
            annotateTeaser: (teaser, language) => annotate(teaserParts(teaser), language, gazetteer, tagger),
            source: sourceOf(facts.source, record.page.source),
            document: {
              name: document.name,
              hash: documentHash(
                index === 0 ? bytes : Buffer.from(document.hash),
                index === 0 ? document.name : [document.name, index],
              ),
            },
            entityKeys,
            now: Date.now(),
            rawKey: document.key,
            isAnew: true,
          });
          await flush();
        });
        report.articles++;
      }
    }
    const final = documents.at(-1);
    if (final === undefined) break;
    last = final.key;
  }
  onProgress(report.documents, total);
  return report;
}

/** What was known of a document; of one that an older version kept, what its article's outlet tells. */
function factsOf({
  context,
  sourceName,
  sourceUrl,
  sourceKind,
  sourceLanguage,
}: KeptDocument): DocumentFacts {
  if (context !== null) return JSON.parse(context) as DocumentFacts;
  const source =
    sourceName === null
      ? null
      : {
          name: sourceName,
          url: sourceUrl,
          kind: sourceKind ?? "PUBLISHER",
          language: sourceLanguage,
          timeZone: "UTC",
        };
  return { url: null, charset: null, source, publishedAt: null, mapping: {} };
}
