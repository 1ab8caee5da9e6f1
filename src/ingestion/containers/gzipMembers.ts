import { constants, gunzipSync } from "node:zlib";
import { MAX_DOCUMENT_BYTES } from "./RawRecord.js";

/** A member of a gzip file, unpacked; or why it could not be. `offset` is where it begins in the file, in bytes. */
export type GzipMember = { offset: number; bytes: Buffer } | { offset: number; error: string };

const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
/** No member of a news archive is longer in packed form. */
const LONGEST_MEMBER = MAX_DOCUMENT_BYTES;
const FLAGS = 0x1f;

/**
 * The members of a gzip file, each for itself: web archives have one for each record. A damaged member is reported and reading
 * goes on at the next one. Holds one member at a time; one that unpacks to more than a document may have is refused.
 */
export async function* gzipMembers(chunks: AsyncIterable<Buffer>): AsyncGenerator<GzipMember> {
  const input = chunks[Symbol.asyncIterator]();
  let buffer: Buffer = Buffer.alloc(0);
  let offset = 0;
  let isDone = false;
  const more = async (): Promise<boolean> => {
    if (isDone) return false;
    const next = await input.next();
    if (next.done === true) isDone = true;
    else buffer = buffer.length === 0 ? next.value : Buffer.concat([buffer, next.value]);
    return !isDone;
  };
  const drop = (count: number): void => {
    buffer = buffer.subarray(count);
    offset += count;
  };
  while (buffer.length > 0 || (await more())) {
    const start = memberAt(buffer, 0);
    if (start !== 0) {
      if (start === -1 && (await more())) continue;
      const lost = start === -1 ? buffer.length : start;
      // Zeros at the end are padding.
      if (buffer.subarray(0, lost).some((byte) => byte !== 0))
        yield { offset, error: "bytes that are no gzip member" };
      drop(lost);
      continue;
    }
    let end = memberAt(buffer, MAGIC.length);
    for (;;) {
      while (end === -1 && buffer.length <= LONGEST_MEMBER && (await more()))
        end = memberAt(buffer, Math.max(MAGIC.length, 0));
      const stop = end === -1 ? buffer.length : end;
      const result = unpack(buffer.subarray(0, stop));
      if (result === "short" && end !== -1) {
        // The magic bytes were data of this member.
        end = memberAt(buffer, end + 1);
        continue;
      }
      if (typeof result === "string")
        yield { offset, error: result === "short" ? "it ends too early" : result };
      else yield { offset, bytes: result };
      drop(stop);
      break;
    }
  }
}

/** Where a gzip header stands at or behind a position; -1 for nowhere. */
function memberAt(buffer: Buffer, from: number): number {
  for (let at = buffer.indexOf(MAGIC, from); at !== -1; at = buffer.indexOf(MAGIC, at + 1)) {
    const flags = buffer[at + 3];
    if (flags === undefined || flags <= FLAGS) return at;
  }
  return -1;
}

function unpack(packed: Buffer): Buffer | string {
  try {
    return gunzipSync(packed, { maxOutputLength: MAX_DOCUMENT_BYTES, finishFlush: constants.Z_FINISH });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "Z_BUF_ERROR") return "short";
    return code === "ERR_BUFFER_TOO_LARGE" ? "it unpacks to more than 64 MB" : message;
  }
}
