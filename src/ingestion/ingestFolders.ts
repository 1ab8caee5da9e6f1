import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import picomatch from "picomatch";
import { isBelow } from "./findFiles.js";

/** A path that may be read. */
export interface AllowedPath {
  path: string;
  /** Real paths of the folders that all its files must be in. */
  within: string[];
}

/**
 * Finds a path, relative or absolute, in the folders that the API may read. Links that lead out of them do not count.
 * @returns the path, or why it cannot be read
 */
export function searchIn(
  folders: readonly string[],
  named: string,
): AllowedPath | { message: string; hint: string } {
  const within = folders.filter((folder) => existsSync(folder)).map((folder) => realpathSync(folder));
  // Of a glob, the folder in front of it.
  const { base, glob, isGlob } = picomatch.scan(named);
  for (const folder of within) {
    const whole = path.resolve(folder, named);
    const real = realOf(whole) ?? (isGlob ? realOf(path.resolve(folder, base)) : null);
    if (real === null || !within.some((each) => isBelow(each, real))) continue;
    return { path: existsSync(whole) ? whole : path.join(path.resolve(folder, base), glob), within };
  }
  return {
    message: `${named} is not in the folders that may be read: ${folders.join(", ")}.`,
    hint: "Put it there, or name its folder in MITOS_INGEST_FOLDERS.",
  };
}

function realOf(file: string): string | null {
  try {
    return realpathSync(file);
  } catch {
    return null;
  }
}
