import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { SourceFormat } from "../../src/entities/enums.js";
import { readPage } from "./readPage.js";

const root = path.resolve(import.meta.dirname, "../..");
const document = readFileSync(path.join(root, "docs/formats.md"), "utf8");

test("docs/formats.md has every code that a file can be refused with, and no other", () => {
  const sources = [
    "src/ingestion",
    "src/ingestion/readers",
    "src/ingestion/containers",
    "src/ingestion/fetch",
  ].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(path.join(root, folder, name), "utf8")),
  );
  const used = sources.flatMap((text) =>
    [...text.matchAll(/(?:problem|refuse)\(\s*"([A-Z_]+)"|code: "([A-Z_]+)"/gu)].map(
      (match) => match[1] ?? match[2]!,
    ),
  );
  const described = [
    ...document.slice(document.indexOf("## When a file is bad")).matchAll(/^\| `([A-Z_]+)` /gmu),
  ].map((match) => match[1]!);
  expect(described.sort()).toEqual([...new Set(used)].sort());
});

test("docs/formats.md has a heading for every format, and its table of fields", () => {
  for (const format of Object.keys(SourceFormat)) expect(document).toContain(`\`${format}\``);
});

test("the text dump of docs/formats.md is read as it says", () => {
  const example = /```text\n([\s\S]*?)```/u.exec(document)?.[1] ?? "";
  const page = readPage(example.replace(/ {2,}\(.*\)$/gmu, ""));
  expect(page).toMatchObject({
    headline: "Headline",
    alternativeHeadlines: ["Second headline"],
    lead: "Lead and paragraphs of the body, one on each line.",
    paragraphs: [],
    images: [{ caption: "Caption", creditText: "Getty Images" }],
    commentCount: 0,
    datePublished: { precision: "MINUTE" },
    byline: "By Ann Roe",
    section: "World",
    relatedLinks: [
      {
        headline: "Headline of another article",
        sectionName: "World",
        description: "Its lead.",
        byline: "NEWSROOM",
      },
    ],
  });
  expect(page.infoSources.map(({ name, role }) => [name, role])).toEqual([
    ["Getty Images", "PHOTO"],
    ["Reuters", "ORIGINATOR"],
    ["AFP", "ORIGINATOR"],
  ]);
});
