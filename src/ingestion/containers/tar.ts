import { Readable } from "node:stream";
import { extract } from "tar-stream";
import { problem } from "../readers/problem.js";
import { MAX_DOCUMENT_BYTES, type BadRecord } from "./RawRecord.js";
import type { ArchivedFile } from "./zip.js";

/** The files of a tar archive, one after the other; each must be read or left before the next. Nothing is written to disk. */
export async function* tarFiles(
  chunks: AsyncIterable<Buffer>,
  file: string,
): AsyncGenerator<ArchivedFile | BadRecord> {
  const unpack = extract();
  const input = Readable.from(chunks, { objectMode: false });
  input.on("error", (error) => unpack.destroy(error));
  input.pipe(unpack);
  try {
    for await (const entry of unpack) {
      const { name, size = 0, type } = entry.header;
      const isDocument = type === "file" && !/(?:^|\/)\./u.test(name) && size <= MAX_DOCUMENT_BYTES;
      if (isDocument)
        yield {
          name: `${file}!${name}`,
          size,
          stream: () => Promise.resolve(entry as AsyncIterable<Buffer>),
        };
      else if (type === "file" && size > MAX_DOCUMENT_BYTES) {
        yield { name: `${file}!${name}`, problem: problem("TOO_LARGE", "The file has more than 64 MB.") };
      }
      // An entry that nobody read would stop the archive.
      entry.resume();
    }
  } catch (error) {
    yield {
      name: file,
      problem: problem(
        "BAD_ARCHIVE",
        `The rest of the tar archive cannot be read: ${(error as Error).message}.`,
      ),
    };
  }
}
