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
import { packDocument } from "./rawDocuments.js";
import type { SourceContext } from "./SourceContext.js";

/** A document to be read, with all that reading needs. Plain data: it crosses threads. */
export interface DocumentToRead extends RawRecord {
  source: SourceContext | null;
  /** Publication time of pages that print none. */
  publishedAt: PageDate | null;
  mapping: Readonly<Record<string, string>>;
}

/** A record of a document after reading and annotation; or why it could not be read. Plain data. */
export type PreparedRecord =
  | {
      page: Page;
      annotation: Annotation;
      words: ArticleWords;
      languageConfidence: number;
      /** The document as it is kept; with its first page only. */
      packed: string | null;
    }
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
  try {
    yield* preparedRecords(document, tables);
  } catch (error) {
    yield { problem: problem("READER_FAILED", (error as Error).message) };
  }
}

function* preparedRecords(
  document: DocumentToRead,
  { gazetteer, tagger }: AnnotationTables,
): Generator<PreparedRecord> {
  const { name, bytes, url, charset, source, publishedAt, mapping } = document;
  const decoded = decode(bytes, charset === null ? {} : { label: charset });
  if ("problem" in decoded) {
    yield { problem: decoded.problem };
    return;
  }
  const timeZone = source?.timeZone ?? "UTC";
  let packed: string | null = packDocument(bytes);
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
    yield {
      page,
      annotation,
      words: articleWords(annotation, false),
      languageConfidence: confidence,
      packed,
    };
    packed = null;
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
