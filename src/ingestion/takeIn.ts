import { readFileSync, statSync } from "node:fs";
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
import { documentHash, keepDocument, knownDocument } from "./rawDocuments.js";
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
}

/** A record that was not taken in; with its bytes, where they could be read. */
export interface Refusal {
  problem: PageProblem;
  bytes: Uint8Array | null;
}

const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** A file that can be read, and what is known of it from outside. */
interface Document {
  name: string;
  bytes: Buffer;
  source: SourceContext | null;
  hash: string;
}

/**
 * Takes one file in, one transaction for each of its pages; yields what became of each record.
 * @throws MitosError when the database cannot work: the next file would fail as well
 */
export async function* takeIn(intake: Intake, input: InputFile): AsyncGenerator<Outcome | Refusal> {
  const document = open(intake, input);
  if ("problem" in document) {
    yield document;
    return;
  }
  const known = await knownDocument(intake.database.sql, document.hash, document.name);
  if (known !== null) {
    yield known;
    return;
  }
  const { bytes } = document;
  const decoded = decode(bytes);
  if ("problem" in decoded) {
    yield { problem: decoded.problem, bytes };
    return;
  }
  const timeZone = document.source?.timeZone ?? "UTC";
  for (const result of readDocument(decoded.text, { name: document.name, url: null, timeZone })) {
    yield "problem" in result
      ? { problem: result.problem, bytes }
      : await store(intake, document, result.page);
  }
}

function open({ contexts, source, publishedAt }: Intake, { file, root }: InputFile): Document | Refusal {
  let context: SourceContext | null;
  try {
    context = contexts.find(path.dirname(file), root) ?? source;
  } catch (error) {
    const { message, hint } = error as MitosError;
    return refuse("BAD_SOURCE", message, hint ?? "");
  }
  try {
    if (statSync(file).size > MAX_FILE_BYTES) {
      return refuse("TOO_LARGE", "The file has more than 64 MB.", "Split it into one file for each page.");
    }
    const bytes = readFileSync(file);
    return { name: file, bytes, source: context, hash: documentHash(bytes, [context, publishedAt]) };
  } catch (error) {
    return refuse("UNREADABLE", (error as Error).message, "Check the file and its permissions.");
  }
}

function refuse(code: string, message: string, hint: string): Refusal {
  return { problem: { code, message, hint, line: null }, bytes: null };
}

async function store(intake: Intake, document: Document, page: Page): Promise<Outcome | Refusal> {
  const { name, bytes, hash } = document;
  try {
    const prepared = prepare(intake, document, page);
    return await intake.database.write(async (sql) =>
      storePage(sql, { ...prepared, rawKey: await keepDocument(sql, hash, name, bytes) }),
    );
  } catch (error) {
    // One page that we cannot store must not stop the others; a database that is gone stops all.
    if (error instanceof MitosError) throw error;
    const hint = "This is a fault of Mitos: please report it with the file.";
    return { problem: { code: "NOT_STORED", message: (error as Error).message, hint, line: null }, bytes };
  }
}

function prepare(
  { gazetteer, tagger, entityKeys, publishedAt }: Intake,
  { name, bytes, source }: Document,
  read: Page,
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
    document: { name, hash: documentHash(bytes, name) },
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
