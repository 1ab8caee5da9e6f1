import path from "node:path";
import { annotate } from "../annotation/annotate.js";
import type { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import type { Tagger } from "../annotation/tagger/Tagger.js";
import type { Database } from "../db/openDatabase.js";
import { MitosError } from "../errors.js";
import type { InputFile } from "./findFiles.js";
import type { Page, PageDate, PageProblem } from "./Page.js";
import { pageLanguage } from "./pageLanguage.js";
import { pageParts, teaserParts } from "./parts.js";
import { openFile } from "./containers/openFile.js";
import type { RawRecord } from "./containers/RawRecord.js";
import { documentHash, finishDocument, keepDocument, knownDocument, unfinished } from "./rawDocuments.js";
import { decode } from "./readers/decode.js";
import { readDocument } from "./readers/index.js";
import type { PageSource, SourceContext, SourceContexts } from "./SourceContext.js";
import { storePage, type Outcome, type PreparedPage } from "./storePage.js";

/** What taking a file in needs. */
export interface Intake {
  database: Database;
  gazetteer: Gazetteer;
  tagger: Tagger;
  /** Key of each knowledge base entity. */
  entityKeys: ReadonlyMap<string, number>;
  contexts: SourceContexts;
  /** Stands in for a missing `source.json`. */
  source: SourceContext | null;
  /** Publication time of pages that print none. */
  publishedAt: PageDate | null;
  /** Columns of tables by the field that they hold. */
  mapping: Readonly<Record<string, string>>;
}

/** A record that was not taken in; with its bytes, where they could be read. */
export interface Refusal {
  problem: PageProblem;
  bytes: Uint8Array | null;
  /** File, and the place in an archive. */
  name: string;
}

/** A document, and what is known of it from outside. */
interface Document extends RawRecord {
  source: SourceContext | null;
  hash: string;
}

/**
 * Takes one file in, or every document of the archive that it is; one transaction for each page. Yields what became of each
 * record.
 * @throws MitosError when the database cannot work: the next file would fail as well
 */
export async function* takeIn(intake: Intake, input: InputFile): AsyncGenerator<Outcome | Refusal> {
  const context = contextOf(intake, input);
  if (context !== null && "problem" in context) {
    yield context;
    return;
  }
  for await (const record of openFile(input.file)) {
    if ("problem" in record) yield { problem: record.problem, bytes: null, name: record.name };
    else yield* takeRecord(intake, record, context);
  }
}

async function* takeRecord(
  intake: Intake,
  record: RawRecord,
  source: SourceContext | null,
): AsyncGenerator<Outcome | Refusal> {
  const { name, bytes, url, charset } = record;
  const hash = documentHash(
    bytes,
    url === null ? [source, intake.publishedAt] : [source, intake.publishedAt, url],
  );
  const known = await knownDocument(intake.database.sql, hash, name);
  if (known !== null) {
    yield known;
    return;
  }
  const decoded = decode(bytes, charset === null ? {} : { label: charset });
  if ("problem" in decoded) {
    yield { problem: decoded.problem, bytes, name };
    return;
  }
  const timeZone = source?.timeZone ?? "UTC";
  const document = { ...record, source, hash };
  const results = readDocument(decoded.text, { name, url, timeZone, mapping: intake.mapping });
  let index = 0;
  for (let now = results.next(); now.done !== true; index++) {
    const next = results.next();
    const part = { index, isLast: next.done === true };
    const { value } = now;
    if ("page" in value) yield await store(intake, document, value.page, part);
    else {
      if (part.isLast && index > 0) await intake.database.write((sql) => finishDocument(sql, hash));
      yield { problem: value.problem, bytes, name };
    }
    now = next;
  }
}

/** The outlet of a file's folder, or why its `source.json` cannot be used. */
function contextOf({ contexts, source }: Intake, { file, root }: InputFile): SourceContext | null | Refusal {
  try {
    return contexts.find(path.dirname(file), root) ?? source;
  } catch (error) {
    const { message, hint } = error as MitosError;
    return {
      problem: { code: "BAD_SOURCE", message, hint: hint ?? "", line: null },
      bytes: null,
      name: file,
    };
  }
}

/** Where a page stands among the records of its document. */
interface PartOfDocument {
  index: number;
  isLast: boolean;
}

async function store(
  intake: Intake,
  document: Document,
  page: Page,
  part: PartOfDocument,
): Promise<Outcome | Refusal> {
  const { name, bytes, hash } = document;
  const isAlone = part.index === 0 && part.isLast;
  try {
    const prepared = prepare(intake, document, page, part.index);
    return await intake.database.write(async (sql) => {
      const rawKey = await keepDocument(sql, isAlone ? hash : unfinished(hash), name, bytes);
      const outcome = await storePage(sql, { ...prepared, rawKey });
      if (part.isLast && !isAlone) await finishDocument(sql, hash);
      return outcome;
    });
  } catch (error) {
    // One page that we cannot store must not stop the others; a database that is gone stops all.
    if (error instanceof MitosError) throw error;
    const hint = "This is a fault of Mitos: please report it with the file.";
    return {
      problem: { code: "NOT_STORED", message: (error as Error).message, hint, line: null },
      bytes,
      name,
    };
  }
}

function prepare(
  { gazetteer, tagger, entityKeys, publishedAt }: Intake,
  { name, bytes, source }: Document,
  read: Page,
  index: number,
): Omit<PreparedPage, "rawKey"> {
  const page = withAddresses(
    { ...read, datePublished: read.datePublished ?? publishedAt },
    source?.url ?? null,
  );
  const parts = pageParts(page);
  const text = parts.map((part) => part.text).join("\n");
  const { language, confidence } = pageLanguage(text, page.language, source?.language ?? null);
  return {
    page,
    annotation: annotate(parts, language, gazetteer, tagger),
    languageConfidence: confidence,
    annotateTeaser: (teaser, teaserLanguage) =>
      annotate(teaserParts(teaser), teaserLanguage, gazetteer, tagger),
    source: sourceOf(page, source),
    document: { name, hash: documentHash(bytes, index === 0 ? name : [name, index]) },
    entityKeys,
    now: Date.now(),
  };
}

/** A saved page that does not say where it is from has relative addresses: those from the root are its outlet's. */
function withAddresses(page: Page, site: string | null): Page {
  const absolute = (url: string | null): string | null => {
    if (url === null || URL.canParse(url)) return url;
    return site !== null && url.startsWith("/") && URL.canParse(url, site) ? new URL(url, site).href : null;
  };
  return {
    ...page,
    canonicalUrl: absolute(page.canonicalUrl),
    images: page.images.map((image) => ({ ...image, url: absolute(image.url) })),
    relatedLinks: page.relatedLinks.map((link) => ({ ...link, url: absolute(link.url) })),
  };
}

/** A page's outlet: as its folder says, else as the page itself says. */
function sourceOf(page: Page, context: SourceContext | null): PageSource | null {
  if (context !== null) {
    const { name, kind, url, language } = context;
    return { name, kind, url, language };
  }
  return page.source === null ? null : { ...page.source, kind: null, language: null };
}
