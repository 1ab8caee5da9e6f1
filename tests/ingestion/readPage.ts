import { readFileSync } from "node:fs";
import type { Page, ReadResult } from "../../src/ingestion/Page.js";
import { decode } from "../../src/ingestion/readers/decode.js";
import { readDocument } from "../../src/ingestion/readers/index.js";

/** Reads a text as the pipeline does; it must be one record. */
export function readRecord(text: string, name = "page.txt", url: string | null = null): ReadResult {
  const results = [...readDocument(text, { name, url, timeZone: "Europe/Athens" })];
  if (results.length !== 1) throw new Error(`${results.length} records`);
  return results[0]!;
}

/** Reads a text that must be a page. */
export function readPage(text: string, name?: string, url: string | null = null): Page {
  const result = readRecord(text, name, url);
  if ("problem" in result) throw new Error(JSON.stringify(result.problem));
  return result.page;
}

/** Reads a file that must be a page, from its bytes. */
export function readFilePage(file: string): Page {
  const decoded = decode(readFileSync(file));
  if ("problem" in decoded) throw new Error(JSON.stringify(decoded.problem));
  return readPage(decoded.text, file);
}
