import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { problem } from "../readers/problem.js";
import { MAX_DOCUMENT_BYTES, type BadRecord, type RawRecord } from "./RawRecord.js";

const open = promisify<string, yauzl.Options, ZipFile>(yauzl.open);
/** A file that unpacks to so many times its size is a bomb. */
const MOST_GROWTH = 1_000;

/** A file inside an archive, before it is known what it holds. */
export interface ArchivedFile {
  name: string;
  stream: () => Promise<AsyncIterable<Buffer>>;
  size: number;
}

/**
 * The files of a ZIP archive, one after the other; nothing is written to disk, so that names such as `../../x` are only names.
 * A damaged entry is reported, and the others are read.
 */
export async function* zipFiles(file: string): AsyncGenerator<ArchivedFile | BadRecord> {
  const bad = (name: string, message: string): BadRecord => ({
    name,
    problem: problem("BAD_ARCHIVE", message),
  });
  let zip: ZipFile;
  try {
    zip = await open(file, {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
      // Checked names would end the reading at the first odd one.
      decodeStrings: false,
    });
  } catch (error) {
    yield bad(file, `The ZIP archive cannot be opened: ${(error as Error).message}.`);
    return;
  }
  try {
    for (;;) {
      const entry = await nextEntry(zip).catch((error: unknown) => error as Error);
      if (entry === null) return;
      if (entry instanceof Error) {
        yield bad(file, `The rest of the ZIP archive cannot be read: ${entry.message}.`);
        return;
      }
      const inside = nameOf(entry);
      const name = `${file}!${inside}`;
      if (inside.endsWith("/") || /(?:^|\/)(?:\.[^./]|__MACOSX\/)/u.test(inside)) continue;
      if (entry.uncompressedSize > MOST_GROWTH * Math.max(entry.compressedSize, 1_000)) {
        yield bad(name, "The file unpacks to more than a thousand times its size.");
        continue;
      }
      yield { name, size: entry.uncompressedSize, stream: () => openEntry(zip, entry) };
    }
  } finally {
    zip.close();
  }
}

/** UTF-8 as most archives have it; others in the charset of old ones, in which every byte is a letter. */
function nameOf({ fileName }: Entry): string {
  const bytes = fileName as unknown as Buffer;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      zip.off("entry", onEntry);
      zip.off("end", onEnd);
      zip.off("error", onError);
    };
    const onEntry = (entry: Entry): void => {
      done();
      resolve(entry);
    };
    const onEnd = (): void => {
      done();
      resolve(null);
    };
    const onError = (error: Error): void => {
      done();
      reject(error);
    };
    zip.on("entry", onEntry).on("end", onEnd).on("error", onError);
    zip.readEntry();
  });
}

function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream as AsyncIterable<Buffer>);
    });
  });
}

/** All bytes of a file in an archive. @throws Error for one that is damaged or longer than a document may be */
export async function wholeFile({ size, stream }: ArchivedFile): Promise<Buffer> {
  if (size > MAX_DOCUMENT_BYTES) throw new Error("the file has more than 64 MB");
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of await stream()) {
    length += part.length;
    if (length > MAX_DOCUMENT_BYTES) throw new Error("the file has more than 64 MB");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Record of a file whose bytes are known. */
export function plainRecord(name: string, bytes: Buffer): RawRecord {
  return { name, bytes, url: null, charset: null };
}
