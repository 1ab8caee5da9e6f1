import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { problem } from "../readers/problem.js";
import { gzipMembers } from "./gzipMembers.js";
import { MAX_DOCUMENT_BYTES, type BadRecord, type RawRecord } from "./RawRecord.js";

const VERSION = /^WARC\/[01]\.\d/u;
const HEADER_END = Buffer.from("\r\n\r\n");
const LONGEST_HEADER = 64 * 1024;
/** Kinds of content that may hold an article. */
const DOCUMENT =
  /^(?:text\/(?:html|plain|xml)|application\/(?:xhtml\+xml|xml|rss\+xml|atom\+xml|json|ld\+json|feed\+json))/iu;
const OUTPUT = { maxOutputLength: MAX_DOCUMENT_BYTES };

/**
 * The documents of a web archive (WARC 0.18 to 1.1, ISO 28500): answers with status 200 and resources that may be pages. Other
 * records are passed over. A damaged record is reported and reading goes on at the next one.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Buffer>,
  name: string,
  isPacked: boolean,
): AsyncGenerator<RawRecord | BadRecord> {
  const bad = (offset: number, message: string): BadRecord => ({
    name: `${name}!${offset}`,
    problem: problem("BAD_ARCHIVE", message),
  });
  if (!isPacked) {
    for await (const { offset, bytes, error } of plainRecords(chunks)) {
      if (error !== null) yield bad(offset, error);
      else yield* readRecord(bytes, name, offset, bad);
    }
    return;
  }
  for await (const member of gzipMembers(chunks)) {
    if ("error" in member) yield bad(member.offset, `A gzip member is damaged: ${member.error}.`);
    else yield* readRecord(member.bytes, name, member.offset, bad);
  }
}

function* readRecord(
  bytes: Buffer,
  name: string,
  offset: number,
  bad: (offset: number, message: string) => BadRecord,
): Generator<RawRecord | BadRecord> {
  const end = bytes.indexOf(HEADER_END);
  const head = bytes.subarray(0, Math.max(end, 0)).toString("utf8");
  if (end === -1 || !VERSION.test(head)) {
    yield bad(offset, "A record has no WARC header.");
    return;
  }
  const headers = headersOf(head);
  const length = Number(headers.get("content-length"));
  const start = end + HEADER_END.length;
  if (!Number.isSafeInteger(length) || length < 0) {
    yield bad(offset, "A record has no length.");
    return;
  }
  if (bytes.length < start + length) {
    yield bad(offset, "A record is shorter than its header says.");
    return;
  }
  const block = bytes.subarray(start, start + length);
  const url = headers.get("warc-target-uri")?.replace(/^<|>$/gu, "") ?? null;
  const place = url === null ? `${name}!${offset}` : `${name}!${url}`;
  const type = headers.get("warc-type");
  if (type === "resource") {
    const mime = headers.get("content-type") ?? "";
    if (DOCUMENT.test(mime)) yield { name: place, bytes: block, url, charset: charsetOf(mime) };
    return;
  }
  if (type !== "response" || !/^https?:/iu.test(url ?? "")) return;
  try {
    const answer = readAnswer(block);
    if (answer !== null) yield { name: place, bytes: answer.body, url, charset: answer.charset };
  } catch (error) {
    yield bad(offset, `The answer of ${url ?? "a record"} cannot be unpacked: ${(error as Error).message}.`);
  }
}

/** The document of an HTTP answer; null where the status is not 200 or it is no document. */
function readAnswer(block: Buffer): { body: Buffer; charset: string | null } | null {
  let end = block.indexOf(HEADER_END);
  let gap = HEADER_END.length;
  if (end === -1) {
    end = block.indexOf("\n\n");
    gap = 2;
  }
  if (end === -1) return null;
  const head = block.subarray(0, Math.min(end, LONGEST_HEADER)).toString("latin1");
  if (!/^HTTP\/\d(?:\.\d)? 200\b/u.test(head)) return null;
  const headers = headersOf(head);
  const mime = headers.get("content-type") ?? "text/html";
  if (!DOCUMENT.test(mime)) return null;
  let body: Buffer = block.subarray(end + gap);
  if (
    /chunked/iu.test(headers.get("transfer-encoding") ?? "") &&
    /^[0-9a-f]+\s*(?:;[^\r\n]*)?\r\n/iu.test(body.subarray(0, 64).toString("latin1"))
  ) {
    body = unchunked(body);
  }
  for (const coding of (headers.get("content-encoding") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/u)
    .reverse())
    body = decoded(body, coding);
  return { body, charset: charsetOf(mime) };
}

function decoded(body: Buffer, coding: string): Buffer {
  if (/^(?:x-)?gzip$/u.test(coding))
    return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body, OUTPUT) : body;
  if (coding === "br") return brotliDecompressSync(body, OUTPUT);
  if (coding === "deflate") {
    try {
      return inflateSync(body, OUTPUT);
    } catch {
      return inflateRawSync(body, OUTPUT);
    }
  }
  return body;
}

function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf("\r\n", at);
    const size = end === -1 ? NaN : Number.parseInt(body.subarray(at, end).toString("latin1"), 16);
    if (!Number.isSafeInteger(size) || size <= 0) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/u).slice(1)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function charsetOf(mime: string): string | null {
  return /charset\s*=\s*["']?([\w:.-]+)/iu.exec(mime)?.[1] ?? null;
}

interface PlainRecord {
  offset: number;
  bytes: Buffer;
  error: string | null;
}

/** Records of an archive that is not packed, by the length that each states; where none can be read, from the next header on. */
async function* plainRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<PlainRecord> {
  const input = chunks[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  let offset = 0;
  const fill = async (length: number): Promise<boolean> => {
    while (buffer.length < length) {
      const next = await input.next();
      if (next.done === true) return false;
      buffer = buffer.length === 0 ? next.value : Buffer.concat([buffer, next.value]);
    }
    return true;
  };
  const drop = (count: number): void => {
    buffer = buffer.subarray(count);
    offset += count;
  };
  while (await fill(1)) {
    if (buffer[0] === 0x0d || buffer[0] === 0x0a) {
      drop(1);
      continue;
    }
    await fill(LONGEST_HEADER);
    const end = buffer.indexOf(HEADER_END);
    const head = end === -1 ? "" : buffer.subarray(0, end).toString("utf8");
    const length = VERSION.test(head) ? Number(headersOf(head).get("content-length")) : NaN;
    if (end === -1 || !Number.isSafeInteger(length) || length < 0) {
      const next = buffer.indexOf("\nWARC/", 1);
      yield { offset, bytes: Buffer.alloc(0), error: "A record has no WARC header." };
      if (next !== -1) drop(next + 1);
      else if (!(await skipTo())) return;
      continue;
    }
    const whole = end + HEADER_END.length + length;
    if (length > MAX_DOCUMENT_BYTES) {
      // Videos and the like: passed over without holding them.
      for (let left = whole; left > 0;) {
        if (!(await fill(1))) return;
        const taken = Math.min(left, buffer.length);
        drop(taken);
        left -= taken;
      }
      continue;
    }
    if (!(await fill(whole))) {
      yield { offset, bytes: Buffer.alloc(0), error: "A record is shorter than its header says." };
      return;
    }
    yield { offset, bytes: buffer.subarray(0, whole), error: null };
    drop(whole);
  }

  /** Drops what is held up to the next header. */
  async function skipTo(): Promise<boolean> {
    for (;;) {
      drop(Math.max(0, buffer.length - 8));
      const before = buffer.length;
      if (!(await fill(before + 1))) return false;
      const next = buffer.indexOf("\nWARC/");
      if (next === -1) continue;
      drop(next + 1);
      return true;
    }
  }
}
