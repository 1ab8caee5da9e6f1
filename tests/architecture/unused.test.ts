import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readSourceFiles, root } from "./sourceFiles.js";

/** Read by other programs than ours. */
const PUBLISHED = /^(?:client\/|web\/|cli\/main\.ts$)/u;

const words = new Map(
  ["src", "tests", "bench", "scripts"].flatMap((folder) =>
    list(folder).map((name): [string, Set<string>] => [
      name,
      new Set(readFileSync(path.join(root, name), "utf8").match(/[\p{L}_$][\p{L}\p{N}_$]*/gu)),
    ]),
  ),
);

test("no function, class or constant is exported that no other file uses", () => {
  const unused = readSourceFiles()
    .filter(({ path: name }) => !PUBLISHED.test(name))
    .flatMap(({ path: name, exports }) =>
      exports
        .filter(({ kind }) => kind !== "interface" && kind !== "type")
        .filter((each) => ![...words].some(([other, set]) => other !== `src/${name}` && set.has(each.name)))
        .map((each) => `${name}: ${each.kind} ${each.name}`),
    );
  expect(unused).toEqual([]);
});

function list(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
  return names
    .filter((name) => /\.(?:ts|tsx|mjs)$/u.test(name))
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`);
}
