import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readFilePage } from "./readPage.js";

const fixtures = path.resolve(import.meta.dirname, "../fixtures");

describe.each(["text-dump", "html"])("pages of %s", (format) => {
  const folder = path.join(fixtures, format);
  const names = readdirSync(path.join(folder, "input"));

  test("every page has an expected answer and every answer a page", () => {
    const bare = (files: string[]): string[] => files.map((name) => path.parse(name).name).sort();
    expect(bare(readdirSync(path.join(folder, "expected")))).toEqual(bare(names));
    expect(names.length).toBeGreaterThan(3);
  });

  test.each(names)("%s", (name) => {
    const expected = path.join(folder, "expected", `${path.parse(name).name}.json`);
    expect(readFilePage(path.join(folder, "input", name))).toEqual(
      JSON.parse(readFileSync(expected, "utf8")),
    );
  });
});
