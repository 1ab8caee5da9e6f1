import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readSourceFiles, root, roomOf, type SourceFile } from "./sourceFiles.js";

/** Rooms that know only the committed schema: not even the settings and errors of the server. */
const CLOSED = ["web", "client"];
/** Exceptions that docs/architecture.md explains. */
const EXCEPTIONS: Record<string, string> = { "schema/buildSchema.ts": "resolvers" };

const files = readSourceFiles();
const table = readTable();

test("every room of src is in the table of docs/architecture.md", () => {
  expect([...table.keys()].sort()).toEqual(
    expect.arrayContaining([...new Set(files.map(({ room }) => room))].sort()),
  );
});

test("a room imports only what the table allows", () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter(({ target }) => !isAllowed(file, target))
      .map(({ target }) => `${file.path} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("no imports go in a circle, except between entities", () => {
  expect(findCircle(files)).toBe(null);
});

test("a circle is found, one of types is not", () => {
  const file = (name: string, target: string, typeOnly = false): SourceFile => ({
    path: name,
    room: roomOf(name),
    imports: [{ target, typeOnly }],
    exports: [],
    classes: [],
  });
  expect(findCircle([file("a.ts", "b.ts"), file("b.ts", "c.ts"), file("c.ts", "b.ts")])).toBe(
    "b.ts → c.ts → b.ts",
  );
  expect(findCircle([file("a.ts", "b.ts"), file("b.ts", "a.ts", true)])).toBe(null);
  expect(findCircle([file("entities/a.ts", "entities/b.ts"), file("entities/b.ts", "entities/a.ts")])).toBe(
    null,
  );
});

function readTable(): Map<string, Set<string>> {
  const text = readFileSync(path.join(root, "docs/architecture.md"), "utf8");
  const rows = /^\| *room *\| *may import *\|\n\|[-: |]+\|\n((?:\|.*\|\n)+)/mu.exec(text)?.[1] ?? "";
  const words = (cell = ""): string[] => cell.split(",").map((word) => word.trim().replaceAll("`", ""));
  return new Map(
    rows
      .trim()
      .split("\n")
      .flatMap((row) => {
        const [, rooms, imports] = row.split("|");
        const allowed = words(imports).filter((word) => word !== "nothing");
        return words(rooms).map((room): [string, Set<string>] => [room, new Set(allowed)]);
      }),
  ).set("", new Set());
}

function isAllowed(file: SourceFile, target: string): boolean {
  const room = roomOf(target);
  if (room === file.room) return true;
  if (room === "") return !CLOSED.includes(file.room) && ["config.ts", "errors.ts"].includes(target);
  return table.get(file.room)?.has(room) === true || EXCEPTIONS[file.path] === room;
}

/** A circle of imports that are left in JavaScript, as a text, or null. */
function findCircle(all: SourceFile[]): string | null {
  const byPath = new Map(all.map((file) => [file.path, file]));
  const done = new Set<string>();
  const visit = (file: SourceFile, way: string[]): string | null => {
    if (way.includes(file.path)) return [...way.slice(way.indexOf(file.path)), file.path].join(" → ");
    if (done.has(file.path)) return null;
    for (const { target, typeOnly } of file.imports) {
      const next = byPath.get(target);
      if (next === undefined || typeOnly || (file.room === "entities" && next.room === "entities")) continue;
      const circle = visit(next, [...way, file.path]);
      if (circle !== null) return circle;
    }
    done.add(file.path);
    return null;
  };
  return all.map((file) => visit(file, [])).find((circle) => circle !== null) ?? null;
}
