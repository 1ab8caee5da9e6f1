import { existsSync, readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import { MitosError } from "../errors.js";
import type { RawRecord } from "./containers/RawRecord.js";
import { SOURCE_FILE } from "./SourceContext.js";

/** A file to read, and the path that the user named, at or above it. Both are absolute; or both are one address of the web. */
export interface InputFile {
  file: string;
  root: string;
  /** What it holds, where it is not on disk. */
  record?: RawRecord;
}

/** Which files count. */
export interface FileSearch {
  /** Globs of which a file below a folder must match one; all files if not given. One without a slash looks at the name alone. */
  include?: readonly string[];
  /** Globs of which a file below a folder must match none. */
  exclude?: readonly string[];
  /** Whether folders in folders are looked into; they are if not given. */
  isRecursive?: boolean;
  /** Real paths of folders: what lies elsewhere, behind a link, is left out. */
  within?: readonly string[];
}

/** Is this an address of the web rather than a path? */
export function isAddress(named: string): boolean {
  return /^https?:\/\//iu.test(named);
}

/**
 * All files under the given paths, each once, folders in order of name, without hidden files and `source.json`. Links
 * are followed. What cannot be looked into is listed as a file, so that reading it says why. A path that is not there may be a
 * glob: `archive/**\/*.html`.
 * @throws MitosError NO_INPUT for a path that is not there and for a glob that nothing matches
 */
export function findFiles(paths: readonly string[], search: FileSearch = {}): InputFile[] {
  const found = new Map<string, InputFile>();
  for (const named of paths) {
    if (isAddress(named)) {
      found.set(named, { file: named, root: named });
      continue;
    }
    for (const input of filesAt(named, search)) if (!found.has(input.file)) found.set(input.file, input);
  }
  return [...found.values()];
}

function filesAt(named: string, search: FileSearch): InputFile[] {
  const { base, glob, isGlob } = picomatch.scan(named);
  // A real name may look like a glob.
  if (isGlob && !existsSync(named)) {
    const root = path.resolve(base);
    const isMatch = picomatch(glob);
    const files = existsSync(root)
      ? filesBelow(root, search).filter((file) => isMatch(below(root, file)))
      : [];
    if (files.length > 0) return files.map((file) => ({ file, root }));
    throw new MitosError(
      "NO_INPUT",
      `${named}: no file matches.`,
      "** stands for any folders, * for any part of a name.",
    );
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
  return filesBelow(root, search).map((file) => ({ file, root }));
}

function filesBelow(root: string, { include, exclude, isRecursive = true, within }: FileSearch): string[] {
  const isIn = include === undefined ? () => true : matcher(include);
  const isOut = exclude === undefined ? () => false : matcher(exclude);
  const isInside = (file: string): boolean =>
    within === undefined || within.some((folder) => isBelow(folder, realOf(file)));
  return walk(root, [], isRecursive).filter((file) => {
    const name = below(root, file);
    // A file that the user named is meant.
    return isInside(file) && (file === root || (isIn(name) && !isOut(name)));
  });
}

function matcher(globs: readonly string[]): (name: string) => boolean {
  const matches = globs.map((glob) => picomatch(glob, { basename: !glob.includes("/") }));
  return (name) => matches.some((isMatch) => isMatch(name));
}

/** The path below a folder, with slashes on every system. */
function below(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}

/** Is the path the folder or something in it? Both are real paths. */
export function isBelow(folder: string, file: string): boolean {
  const way = path.relative(folder, file);
  return way === "" || (!way.startsWith("..") && !path.isAbsolute(way));
}

function realOf(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** @param above real paths of the folders around it: a link to one of them would never end */
function walk(current: string, above: readonly string[], isRecursive: boolean): string[] {
  let names: string[];
  let real: string;
  try {
    const stats = statSync(current);
    if (!stats.isDirectory()) return stats.isFile() ? [current] : [];
    if (above.length > 0 && !isRecursive) return [];
    real = realpathSync(current);
    if (above.includes(real)) return [];
    names = readdirSync(current);
  } catch {
    return [current];
  }
  return names
    .filter((name) => !name.startsWith(".") && name !== SOURCE_FILE)
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => walk(path.join(current, name), [...above, real], isRecursive));
}
