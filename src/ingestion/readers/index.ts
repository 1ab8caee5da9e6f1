import type { DocumentContext, Reader, ReadResult } from "../Page.js";
import { feedReader } from "./feedReader.js";
import { htmlReader } from "./htmlReader.js";
import { jsonReader } from "./jsonReader.js";
import { newsmlReader } from "./newsmlReader.js";
import { problem } from "./problem.js";
import { sitemapReader } from "./sitemapReader.js";
import { jsonLinesReader, tableReader } from "./tableReader.js";
import { textDumpReader } from "./textDumpReader.js";

const HEAD_CHARACTERS = 4096;

/** All readers; the first that accepts a document reads it. */
const readers: readonly Reader[] = [
  newsmlReader,
  sitemapReader,
  feedReader,
  jsonLinesReader,
  jsonReader,
  htmlReader,
  tableReader,
  textDumpReader,
];

/** Reads a document of any known format. Whatever it is, it yields pages and problems and does not throw. */
export function* readDocument(text: string, context: DocumentContext): Generator<ReadResult> {
  if (text.trim() === "") {
    yield { problem: problem("EMPTY_DOCUMENT", "The file has no text.") };
    return;
  }
  const head = text.trimStart().slice(0, HEAD_CHARACTERS);
  const reader = readers.find((each) => each.accepts(head, context.name));
  if (reader === undefined)
    yield { problem: problem("UNKNOWN_FORMAT", "The file has no format that Mitos knows.") };
  else yield* reader.read(text, context);
}
