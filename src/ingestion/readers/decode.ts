import { analyse } from "chardet";
import type { PageProblem } from "../Page.js";
import { problem } from "./problem.js";

/** Text of a document and the charset that gave it. */
export interface DecodedText {
  text: string;
  charset: string;
}

/** What is known of a document's charset from outside. */
export interface DecodeOptions {
  /** The charset of an HTTP header. */
  label?: string;
}

const META_BYTES = 4096;
const SAMPLE_BYTES = 64 * 1024;
/** Share of control and replacement characters from which a file is no text. */
const BINARY_SHARE = 0.01;
const MAGIC = [
  "%PDF-",
  "PK\u0003\u0004",
  "\u001f\u008b",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "SQLite format",
];

/**
 * Bytes to text, NFC, without a byte order mark. Valid UTF-8 wins over every label, because labels lie more often
 * than bytes; then the byte order mark, the header, the page's own label and statistics.
 */
export function decode(
  bytes: Uint8Array,
  options: DecodeOptions = {},
): DecodedText | { problem: PageProblem } {
  const head = latin1(bytes.subarray(0, META_BYTES));
  if (MAGIC.some((magic) => head.startsWith(magic))) {
    return { problem: problem("BAD_ENCODING", "The file is not text.") };
  }
  const decoded = decodeBytes(bytes, head, options.label);
  const text = decoded.text.toWellFormed().normalize("NFC");
  if (isBinary(text)) {
    return { problem: problem("BAD_ENCODING", `Read as ${decoded.charset}, the file is not text.`) };
  }
  return { text: text.replaceAll("\u0000", ""), charset: decoded.charset };
}

function decodeBytes(bytes: Uint8Array, head: string, label: string | undefined): DecodedText {
  const utf8 = decodeAs("utf-8", bytes, true);
  if (utf8 !== null && wideCharset(bytes) === null) return { text: utf8, charset: "utf-8" };
  for (const charset of candidates(bytes, head, label)) {
    const text = decodeAs(greekCharset(charset, bytes), bytes, false);
    if (text !== null) return { text, charset: greekCharset(charset, bytes) };
  }
  return { text: decodeAs("utf-8", bytes, false) ?? "", charset: "utf-8" };
}

function* candidates(bytes: Uint8Array, head: string, label: string | undefined): Generator<string> {
  const mark = markOf(bytes);
  if (mark !== null) yield mark;
  const wide = wideCharset(bytes);
  if (wide !== null) yield wide;
  if (label !== undefined) yield label;
  const meta = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(head)?.[1];
  const declared = /^\s*<\?xml[^>]{1,200}encoding\s*=\s*["']([\w:.-]+)/iu.exec(head)?.[1];
  // A page that calls itself UTF-8 and is not was converted by somebody: statistics know better, unless few bytes
  // are broken, which `chardet` finds as well.
  for (const named of [meta, declared]) if (named !== undefined && !/^utf-?8$/iu.test(named)) yield named;
  for (const { name } of analyse(bytes.subarray(0, SAMPLE_BYTES))) yield name;
}

/**
 * Pages labelled ISO-8859-7 are nearly always windows-1253, which has the same letters except Ά: at 0xA2 in
 * windows-1253, at 0xB6 in ISO-8859-7. The label is believed only where the bytes show it.
 */
function greekCharset(charset: string, bytes: Uint8Array): string {
  if (!/^(?:iso[-_]?8859-7|greek8?|iso-ir-126|ecma-118|elot_928)(?::1987)?$|^windows-1253$/iu.test(charset))
    return charset;
  let windows = 0;
  let iso = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte >= 0x80 && byte <= 0x9f) return "windows-1253";
    if ((bytes[index + 1] ?? 0) < 0xe1) continue;
    if (byte === 0xa2) windows++;
    if (byte === 0xb6) iso++;
  }
  return iso > windows ? "iso-8859-7" : "windows-1253";
}

function decodeAs(charset: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: each pair has a small byte (0 for Latin, 3 or 4 for Greek and Cyrillic) on the same side. */
function wideCharset(bytes: Uint8Array): "utf-16be" | "utf-16le" | null {
  const sample = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  let zeros = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros++;
    if (byte <= 5) {
      if (index % 2 === 0) even++;
      else odd++;
    }
  }
  const half = sample.length / 2;
  if (zeros === 0 || half < 8 || Math.max(even, odd) < 0.8 * half || Math.min(even, odd) > 0.1 * half)
    return null;
  return even > odd ? "utf-16be" : "utf-16le";
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES);
  const strange = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/gu)?.length ?? 0;
  return strange > 2 && strange > BINARY_SHARE * sample.length;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
