import path from "node:path";
import { expect, test } from "vitest";
import { readSourceFiles, type SourceFile } from "./sourceFiles.js";

/** Files whose name says what they are for, not what they export. */
const NAMED_FOR_THEIR_PART = ["index", "types", "main", "enums", "config", "errors"];
const VAGUE = /service|manager|helper|util/iu;
/** With its capitals, else "fieldToName" would have one. */
const TRANSFER = /DTO|Dto(?![a-z])/u;

const files = readSourceFiles();

test("a file is named after what it exports", () => {
  expect(files.filter((file) => !isNamedAfterExport(file)).map(({ path: name }) => name)).toEqual([]);
});

test("no file, folder or class has a name that says nothing", () => {
  const names = files.flatMap(({ path: name, classes }) => [
    name,
    ...classes.map((each) => `${name}: class ${each}`),
  ]);
  expect(names.filter((name) => VAGUE.test(name) || TRANSFER.test(name))).toEqual([]);
});

test("every exported function, class, interface and type has a docstring", () => {
  const bare = files.flatMap(({ path: name, exports }) =>
    exports
      .filter(({ kind }) => kind !== "constant" && kind !== "enum")
      // A type and the constant of the same name share one docstring.
      .filter((each) => !exports.some((other) => other.name === each.name && other.documented))
      .map((each) => `${name}: ${each.kind} ${each.name}`),
  );
  expect(bare).toEqual([]);
});

/**
 * A file whose one export in JavaScript is a class has its name. A file of functions has the name of their subject,
 * which is part of an export's name; capitals and plural are left aside, so that STOP_WORDS is in stopWords.ts.
 */
function isNamedAfterExport({ path: name, exports }: SourceFile): boolean {
  const base = path.basename(name).replace(/\.tsx?$/u, "");
  if (exports.length === 0 || NAMED_FOR_THEIR_PART.includes(base) || name.includes("/migrations/"))
    return true;
  const [only, ...others] = exports.filter(({ kind }) => kind !== "interface" && kind !== "type");
  if (only?.kind === "class" && others.length === 0) return only.name === base;
  const isCollection = base.endsWith("s") && exports.length > 1;
  return isCollection || exports.some((each) => fold(each.name).includes(fold(base)));
}

function fold(name: string): string {
  return name.replaceAll("_", "").toLowerCase().replace(/s$/u, "");
}
