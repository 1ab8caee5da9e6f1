import { annotate } from "../annotation/annotate.js";
import type { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import type { Tagger } from "../annotation/tagger/Tagger.js";
import type { Annotation } from "../annotation/types.js";
import { articleWords, type ArticleWords } from "./articleWords.js";
import type { RawRecord } from "./containers/RawRecord.js";
import type { Page, PageDate, PageProblem } from "./Page.js";
import { pageLanguage } from "./pageLanguage.js";
import { pageParts } from "./parts.js";
import { decode } from "./readers/decode.js";
import { readDocument } from "./readers/index.js";
import { problem } from "./readers/problem.js";
import { packDocument } from "./packDocument.js";
import type { SourceContext } from "./SourceContext.js";

/** A document to be read, with all that reading needs. Plain data: it crosses threads. */
export interface DocumentToRead extends RawRecord {
  source: SourceContext | null;
  /** Publication time of pages that print none. */
  publishedAt: PageDate | null;
  mapping: Readonly<Record<string, string>>;
}

/** A page after reading and annotation. Plain data. */
export interface AnnotatedPage {
  page: Page;
  annotation: Annotation;
  languageConfidence: number;
}

/** A record of a document with all that is stored of it; or why it could not be read. Plain data. */
export type PreparedRecord =
  | (AnnotatedPage & {
      words: ArticleWords;
      /** The document as it is kept; with its first page only, and null where it is still to be packed. */
      packed: string | null;
    })
  | { problem: PageProblem };

/** The tables that annotation needs. */
export interface AnnotationTables {
  gazetteer: Gazetteer;
  tagger: Tagger;
}

/** Reads and annotates the records of a document, one after the other. A fault of a reader is a problem of the document too. */
export function* prepareDocument(
  document: DocumentToRead,
  tables: AnnotationTables,
): Generator<PreparedRecord> {
  let packed: string | null = packDocument(document.bytes);
  for (const record of annotateDocument(document, tables)) {
    const prepared = "problem" in record ? record : withWords(record);
    if ("problem" in prepared) yield prepared;
    else {
      yield { ...prepared, packed };
      packed = null;
    }
  }
}

/** Adds the words that search and comparison know an article by; a fault in that is a problem of the document too. */
export function withWords(page: AnnotatedPage): PreparedRecord {
  try {
    return { ...page, words: articleWords(page.annotation, false), packed: null };
  } catch (error) {
    return { problem: problem("READER_FAILED", (error as Error).message) };
  }
}

/** The part of `prepareDocument` that reads what others wrote and may hang on it. */
export function* annotateDocument(
  document: DocumentToRead,
  tables: AnnotationTables,
): Generator<AnnotatedPage | { problem: PageProblem }> {
  try {
    yield* annotatedPages(document, tables);
  } catch (error) {
    yield { problem: problem("READER_FAILED", (error as Error).message) };
  }
}

function* annotatedPages(
  document: DocumentToRead,
  { gazetteer, tagger }: AnnotationTables,
): Generator<AnnotatedPage | { problem: PageProblem }> {
  const { name, bytes, url, charset, source, publishedAt, mapping } = document;
  const decoded = decode(bytes, charset === null ? {} : { label: charset });
  if ("problem" in decoded) {
    yield { problem: decoded.problem };
    return;
  }
  const timeZone = source?.timeZone ?? "UTC";
  for (const result of readDocument(decoded.text, { name, url, timeZone, mapping })) {
    if ("problem" in result) {
      yield result;
      continue;
    }
    const read = result.page;
    const page = withAddresses(
      { ...read, datePublished: read.datePublished ?? publishedAt },
      source?.url ?? null,
    );
    const parts = pageParts(page);
    const text = parts.map((part) => part.text).join("\n");
    const { language, confidence } = pageLanguage(text, page.language, source?.language ?? null);
    const annotation = annotate(parts, language, gazetteer, tagger);
    yield { page, annotation, languageConfidence: confidence };
  }
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
