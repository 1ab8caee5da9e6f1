import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findFiles, type FileSearch } from "../../src/ingestion/findFiles.js";
import { makeFolder } from "../fixtures/testDatabase.js";

const folder = makeFolder();
for (const name of ["a.html", "b.txt", "deep/c.html", "deep/er/d.html", "[odd].html"]) {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), "x");
}

function found(named: string, search?: FileSearch): string[] {
  return findFiles([path.join(folder, named)], search).map(({ file }) => path.relative(folder, file));
}

test.for<[named: string, search: FileSearch | undefined, expected: string[]]>([
  ["", undefined, ["[odd].html", "a.html", "b.txt", "deep/c.html", "deep/er/d.html"]],
  ["*.html", undefined, ["[odd].html", "a.html"]],
  ["**/*.html", undefined, ["[odd].html", "a.html", "deep/c.html", "deep/er/d.html"]],
  ["deep/{c,x}.html", undefined, ["deep/c.html"]],
  // A file of that name is that file.
  ["[odd].html", undefined, ["[odd].html"]],
  ["", { include: ["*.txt"] }, ["b.txt"]],
  ["", { include: ["deep/**"] }, ["deep/c.html", "deep/er/d.html"]],
  ["", { exclude: ["*.html"] }, ["b.txt"]],
  ["", { isRecursive: false }, ["[odd].html", "a.html", "b.txt"]],
  // What the user named is meant, whatever the search says.
  ["a.html", { include: ["*.txt"] }, ["a.html"]],
])("%s with %o finds %o", ([named, search, expected]) => {
  expect(found(named, search)).toEqual(expected);
});

test("a glob that nothing matches is an error with a hint", () => {
  expect(() => found("*.pdf")).toThrow(
    expect.objectContaining({ code: "NO_INPUT", hint: expect.stringMatching(/\*\*/u) }),
  );
});
