import { statSync } from "node:fs";
import { isAddress, type InputFile } from "./findFiles.js";

/** How much of the files of a job was read, in bytes; of addresses nothing is known before. */
export class ReadProgress {
  /** Of all files. */
  readonly total: number;
  private before = 0;
  private inFile = 0;
  private readonly sizes: number[];

  constructor(files: readonly InputFile[]) {
    this.sizes = files.map(sizeOf);
    this.total = this.sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Bytes that were read. What is read of a file more than once, such as its beginning, counts no more than its size. */
  get read(): number {
    return this.before + this.inFile;
  }

  /** Notes a piece of the file with this index. */
  note(index: number, bytes: number): void {
    this.inFile = Math.min(this.sizes[index] ?? 0, this.inFile + bytes);
  }

  /** The file with this index was read. */
  endFile(index: number): void {
    this.before += this.sizes[index] ?? 0;
    this.inFile = 0;
  }
}

function sizeOf({ file, record }: InputFile): number {
  if (record !== undefined) return record.bytes.length;
  if (isAddress(file)) return 0;
  try {
    return statSync(file).size;
  } catch {
    // It is gone again: reading it says so.
    return 0;
  }
}
