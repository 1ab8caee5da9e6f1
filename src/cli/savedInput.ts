import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** Paths to read, and what removes what was made for them. */
export interface SavedInput {
  paths: string[];
  remove: () => void;
}

/** Paths in which `-` stands for standard input: that is saved to a file first, as archives are read more than once. */
export async function savedInput(paths: readonly string[]): Promise<SavedInput> {
  if (!paths.includes("-")) return { paths: [...paths], remove: () => undefined };
  const folder = mkdtempSync(path.join(tmpdir(), "mitos-input-"));
  const file = path.join(folder, "stdin");
  await pipeline(process.stdin, createWriteStream(file));
  return {
    paths: paths.map((each) => (each === "-" ? file : each)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
