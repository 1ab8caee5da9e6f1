import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream";
import { longLines } from "../longLines.js";
import { problem } from "../readers/problem.js";
import { MAX_DOCUMENT_BYTES, type BadRecord, type RawRecord } from "./RawRecord.js";
import { tarFiles } from "./tar.js";
import { warcRecords } from "./warc.js";
import { plainRecord, wholeFile, zipFiles, type ArchivedFile } from "./zip.js";

const HEAD_BYTES = 512;
const TAR_MAGIC_AT = 257;
/** From this size on each line of a file of JSON Lines is a document of its own. */
const LINE_BY_LINE = 1024 * 1024;
/** Longest line of JSON Lines. */
const LONGEST_LINE = 16 * 1024 * 1024;

/**
 * The documents that a file holds: itself, or those of the archive that it is. What it is its first bytes tell: gzip, ZIP (and
 * WACZ), tar, WARC; each packed with gzip or not. Reads as a stream; holds one document at a time.
 * @param onRead called with the number of bytes of each piece that was read
 */
export async function* openFile(
  file: string,
  onRead?: (bytes: number) => void,
): AsyncGenerator<RawRecord | BadRecord> {
  let head: Buffer;
  let size: number;
  try {
    const handle = await open(file);
    try {
      ({ size } = await handle.stat());
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      head = buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    yield { name: file, problem: problem("UNREADABLE", (error as Error).message) };
    return;
  }
  const stream = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
      onRead?.(piece.length);
      yield piece;
    }
  };
  if (isZip(head)) {
    for await (const each of zipFiles(file)) yield* openArchived(each);
  } else yield* openBytes({ name: file, size, stream: () => Promise.resolve(stream()) }, head);
}

/** The documents of a stream whose first bytes are known. */
async function* openBytes(input: ArchivedFile, head: Buffer): AsyncGenerator<RawRecord | BadRecord> {
  const { name } = input;
  try {
    if (isGzip(head)) yield* openGzip(input);
    else if (isWarc(head)) yield* warcRecords(await input.stream(), name, false);
    else if (isTar(head)) {
      for await (const each of tarFiles(await input.stream(), name)) yield* openArchived(each);
    } else if (input.size > LINE_BY_LINE && isJsonLines(head, name)) yield* lines(await input.stream(), name);
    else if (input.size > MAX_DOCUMENT_BYTES)
      yield { name, problem: problem("TOO_LARGE", "The file has more than 64 MB.") };
    else yield plainRecord(name, await wholeFile(input));
  } catch (error) {
    yield { name, problem: problem("BAD_ARCHIVE", (error as Error).message) };
  }
}

/** Files inside archives may be archives too: WACZ has packed WARC files in it. */
async function* openArchived(file: ArchivedFile | BadRecord): AsyncGenerator<RawRecord | BadRecord> {
  if ("problem" in file) {
    yield file;
    return;
  }
  try {
    if (/\.warc(?:\.gz)?$/iu.test(file.name)) {
      yield* warcRecords(await file.stream(), file.name, /\.gz$/iu.test(file.name));
      return;
    }
    // What WACZ says of itself.
    if (/!(?:datapackage(?:-digest)?\.json|indexes\/|pages\/|logs\/)/u.test(file.name)) return;
    yield plainRecord(file.name, await wholeFile(file));
  } catch (error) {
    yield {
      name: file.name,
      problem: problem("BAD_ARCHIVE", `The file cannot be unpacked: ${(error as Error).message}.`),
    };
  }
}

async function* openGzip(input: ArchivedFile): AsyncGenerator<RawRecord | BadRecord> {
  const unpacked = async (): Promise<AsyncIterable<Buffer>> =>
    pipeline(await input.stream(), createGunzip(), () => undefined);
  const head = await firstBytes(await unpacked());
  const name = input.name.replace(/\.gz$/iu, "").replace(/\.tgz$/iu, ".tar");
  // The first record may be the damaged one.
  const isArchive = isWarc(head) || /\.warc\.gz$/iu.test(input.name);
  if (isArchive) yield* warcRecords(await input.stream(), input.name, true);
  else if (isTar(head)) {
    for await (const each of tarFiles(await unpacked(), name)) yield* openArchived(each);
  } else yield plainRecord(name, await wholeFile({ name, size: 0, stream: unpacked }));
}

async function firstBytes(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of stream) {
      head = Buffer.concat([head, chunk]);
      if (head.length >= HEAD_BYTES) break;
    }
  } catch {
    // A damaged first member: what could be unpacked tells enough.
  }
  return head;
}

/** Every line of a file of JSON Lines that is too long to be held is a document of its own. */
async function* lines(stream: AsyncIterable<Buffer>, name: string): AsyncGenerator<RawRecord | BadRecord> {
  for await (const { number, text } of longLines(stream, LONGEST_LINE)) {
    if (text === null)
      yield {
        name: `${name}!${number}`,
        problem: problem("TOO_LARGE", "The line has more than 16 MB.", number),
      };
    else if (text.trim() !== "") yield plainRecord(`${name}!${number}`, Buffer.from(text));
  }
}

/** One object a line: the first line of a large document ends after less than all of it. */
function isJsonLines(head: Buffer, name: string): boolean {
  return (
    /^\s*\{/u.test(head.toString("utf8")) &&
    (/\.(?:jsonl|ndjson|jsonlines)$/iu.test(name) || /^\s*\{[^\n]*\}\s*\n\s*\{/u.test(head.toString("utf8")))
  );
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function isZip(head: Buffer): boolean {
  return (
    head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4])) ||
    head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 5, 6]))
  );
}

function isTar(head: Buffer): boolean {
  return head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + 5).toString("latin1") === "ustar";
}

function isWarc(head: Buffer): boolean {
  return /^WARC\/[01]\.\d/u.test(head.subarray(0, 10).toString("latin1"));
}
