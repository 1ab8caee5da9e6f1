import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/**
 * A hash of files: names and contents. What does not exist counts as empty.
 * @param {string} base folder that `paths` are relative to
 * @param {string[]} paths files, or folders with all that is in them
 */
export function fingerprint(base, paths) {
  const hash = createHash("sha256");
  for (const name of paths.flatMap((each) => filesBelow(base, each))) {
    const content = readFileSync(path.join(base, name));
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function filesBelow(base, name) {
  const stats = statSync(path.join(base, name), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (stats.isFile()) return [name];
  return readdirSync(path.join(base, name))
    .sort()
    .flatMap((child) => filesBelow(base, `${name}/${child}`));
}

/** The content of a stamp file, or "" where there is none. */
export function readStamp(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
