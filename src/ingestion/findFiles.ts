import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { MitosError } from "../errors.js";
import { SOURCE_FILE } from "./SourceContext.js";

/** A file to read, and the path that the user named, at or above it. Both are absolute; or both are one address of the web. */
export interface InputFile {
  file: string;
  root: string;
}

/** Is this an address of the web rather than a path? */
export function isAddress(named: string): boolean {
  return /^https?:\/\//iu.test(named);
}

/**
 * All files under the given paths, each once, folders in order of name, without hidden files and `source.json`. Links
 * are followed. What cannot be looked into is listed as a file, so that reading it says why.
 * @throws MitosError NO_INPUT for a path that is not there
 */
export function findFiles(paths: readonly string[]): InputFile[] {
  const found = new Map<string, InputFile>();
  for (const named of paths) {
    if (isAddress(named)) {
      found.set(named, { file: named, root: named });
      continue;
    }
    const root = path.resolve(named);
    try {
      statSync(root);
    } catch (error) {
      throw new MitosError(
        "NO_INPUT",
        `${named}: ${(error as Error).message}`,
        "Give files or folders that exist.",
      );
    }
    for (const file of walk(root, [])) if (!found.has(file)) found.set(file, { file, root });
  }
  return [...found.values()];
}

/** @param above real paths of the folders around it: a link to one of them would never end */
function walk(current: string, above: readonly string[]): string[] {
  let names: string[];
  let real: string;
  try {
    const stats = statSync(current);
    if (!stats.isDirectory()) return stats.isFile() ? [current] : [];
    real = realpathSync(current);
    if (above.includes(real)) return [];
    names = readdirSync(current);
  } catch {
    return [current];
  }
  return names
    .filter((name) => !name.startsWith(".") && name !== SOURCE_FILE)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => walk(path.join(current, name), [...above, real]));
}
