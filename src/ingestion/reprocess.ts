import { annotate } from "../annotation/annotate.js";
import type { Database } from "../db/openDatabase.js";
import type { SourceKind } from "../entities/enums.js";
import { articleConditions, type ArticleFilter } from "../graph/articleFilter.js";
import { holdCounts } from "./entityCounts.js";
import { whereClause, type Condition } from "../graph/list.js";
import type { Annotator } from "./ingest.js";
import { teaserParts } from "./parts.js";
import { localPreparer, type Preparer } from "./Preparer.js";
import type { PreparedRecord } from "./prepareDocument.js";
import { documentHash, type DocumentFacts } from "./rawDocuments.js";
import { StoryWriter } from "./StoryWriter.js";
import { storePage } from "./storePage.js";
import { syncKnowledge } from "./syncKnowledge.js";
import { unpackDocument } from "./packDocument.js";
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
  articleKey: number;
  name: string;
  hash: string;
  context: string | null;
  sourceName: string | null;
  sourceUrl: string | null;
  sourceKind: SourceKind | null;
  sourceLanguage: string | null;
}

/** Which documents to read again, and how. */
export interface ReprocessOptions {
  /** Reads and annotates; in this thread if not given. */
  preparer?: Preparer;
  /** Only documents of these articles. */
  filter?: ArticleFilter | null;
  /** Read and annotate, but change nothing. */
  isDryRun?: boolean;
  /** Ends it after the document under way. */
  signal?: AbortSignal;
  /** Called after each page, so that others of this thread have their turn. */
  pause?: () => Promise<void>;
  onProgress?: (report: ReprocessReport, total: number) => Promise<void> | void;
  /** Called for each document in which the readers find no page any more. */
  onUnreadable?: (name: string, articleKey: number) => Promise<void>;
}

const AT_ONCE = 50;

/**
 * Builds the graph anew from the documents that were kept: after a change of the readers, of annotation or of the names that it
 * knows. Articles keep their IDs, slugs and outlets; each is rebuilt in a transaction of its own.
 */
export async function reprocess(
  database: Database,
  annotator: Annotator,
  options: ReprocessOptions = {},
): Promise<ReprocessReport> {
  const { preparer = localPreparer(annotator), filter = null, isDryRun = false, signal, pause } = options;
  const entityKeys = await syncKnowledge(database, annotator.knowledgeBase);
  const { gazetteer, tagger } = annotator;
  const isWanted: Condition[] = [
    { text: "a.raw_key = d.key AND a.is_stub = ?", values: [false] },
    ...(await articleConditions(database.sql, filter)),
  ];
  const conditions = whereClause(isWanted);
  const values = isWanted.flatMap((condition) => condition.values);
  const total =
    (
      await database.sql.first<{ count: number }>(
        `SELECT count(*) AS count FROM raw_document d WHERE EXISTS (SELECT 1 FROM article a${conditions})`,
        values,
      )
    )?.count ?? 0;
  const report: ReprocessReport = { documents: 0, articles: 0, unreadable: [] };
  for (let last = 0; ;) {
    const documents = await database.sql.all<KeptDocument>(
      `SELECT d.key, d.name, d.hash, d.context, w.key AS "articleKey", s.name AS "sourceName", s.url AS "sourceUrl", s.kind AS "sourceKind", ` +
        `s.language AS "sourceLanguage" ` +
        `FROM raw_document d JOIN article w ON w.key = (SELECT min(a.key) FROM article a${conditions}) ` +
        `LEFT JOIN source s ON s.key = w.source_key WHERE d.key > ? ORDER BY d.key LIMIT ${AT_ONCE}`,
      [...values, last],
    );
    for (const document of documents) {
      if (signal?.aborted === true) return report;
      await options.onProgress?.(report, total);
      const kept = await database.sql.first<{ content: string }>(
        "SELECT content FROM raw_document WHERE key = ?",
        [document.key],
      );
      const bytes = unpackDocument(kept?.content ?? "");
      const records: PreparedRecord[] = [];
      const facts = factsOf(document);
      for await (const record of preparer.prepare({ name: document.name, bytes, ...facts }))
        records.push(record);
      report.documents++;
      if (!records.some((record) => "page" in record)) {
        report.unreadable.push(document.name);
        await options.onUnreadable?.(document.name, document.articleKey);
      }
      for (const [index, record] of records.entries()) {
        if ("problem" in record) continue;
        report.articles++;
        if (isDryRun) continue;
        await database.write(async (sql) => {
          const flush = holdCounts(sql);
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
        await pause?.();
      }
    }
    const final = documents.at(-1);
    if (final === undefined) break;
    last = final.key;
  }
  await options.onProgress?.(report, total);
  await StoryWriter.of(database).place({ ...(pause && { pause }), ...(signal && { signal }) });
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
