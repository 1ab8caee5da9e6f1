import { chmodSync, symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ingestInto, openKnowledgeDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { dumpGraph } from "./dumpGraph.js";
import { htmlPage, textPage, writeFiles } from "./pages.js";

let database: TestDatabase;

beforeEach(async () => {
  database = await openKnowledgeDatabase();
});
afterEach(() => database.close());

describe("bad files", () => {
  const good = textPage({ headline: "Harbour shut" });

  test("are kept aside with place, code and hint, and their neighbours are taken in", async () => {
    const folder = writeFiles({
      "a-good.txt": good,
      "b-empty.txt": "",
      "c-picture.html": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13),
      "d-cut.html": htmlPage({ headline: "Train reaches Madrid" }).slice(0, 150),
      "e-format.json": '{"a": 1}',
      "f-headline.txt": "\n\nA headline and nothing else\n",
      "g-large.txt": "",
      "i-nested.html": `<html><body><h1>Deep</h1>${"<div>".repeat(5000)}`,
      "z-good.html": htmlPage({ headline: "Train reaches Madrid" }),
      ".hidden": "not even looked at",
    });
    truncateSync(path.join(folder, "g-large.txt"), 65 * 1024 * 1024);
    symlinkSync(path.join(folder, "gone"), path.join(folder, "h-link.txt"));
    const report = await ingestInto(database, [folder]);
    expect(report).toMatchObject({ seen: 10, created: 2, quarantined: 8 });
    expect(report.issues.map(({ file, code, line }) => [path.basename(file), code, line])).toEqual([
      ["b-empty.txt", "EMPTY_DOCUMENT", null],
      ["c-picture.html", "BAD_ENCODING", null],
      ["d-cut.html", "NO_TEXT", null],
      ["e-format.json", "NO_COLUMNS", null],
      ["f-headline.txt", "NO_TEXT", 3],
      ["g-large.txt", "TOO_LARGE", null],
      ["h-link.txt", "UNREADABLE", null],
      ["i-nested.html", "TOO_DEEP", null],
    ]);
    for (const issue of report.issues)
      expect(issue).toMatchObject({
        message: expect.stringMatching(/\w/u),
        hint: expect.stringMatching(/\w/u),
      });

    const rows = await database.sql.all<{ code: string; raw: number | null; content: string; size: number }>(
      `SELECT i.code, i.raw_key AS raw, d.content, d.size FROM ingest_issue i LEFT JOIN raw_document d ON d.key = i.raw_key
       WHERE i.job_key = ? ORDER BY i.key`,
      [report.jobKey],
    );
    expect(rows.map(({ code }) => code)).toEqual(report.issues.map(({ code }) => code));
    expect(rows.filter(({ raw }) => raw === null).map(({ code }) => code)).toEqual([
      "TOO_LARGE",
      "UNREADABLE",
    ]);
    const kept = rows.find(({ code }) => code === "NO_COLUMNS")!;
    expect(gunzipSync(Buffer.from(kept.content, "base64")).toString()).toBe('{"a": 1}');
  });

  test("are bad each time, until they are mended", async () => {
    const folder = writeFiles({ "a.txt": "A headline and nothing else\n" });
    expect(await ingestInto(database, [folder])).toMatchObject({ quarantined: 1 });
    expect(await ingestInto(database, [folder])).toMatchObject({ quarantined: 1, unchanged: 0 });
    writeFiles({ "a.txt": good }, folder);
    expect(await ingestInto(database, [folder])).toMatchObject({ quarantined: 0, created: 1 });
    writeFiles({ "a.txt": good.slice(0, 20) }, folder);
    expect(await ingestInto(database, [folder])).toMatchObject({ quarantined: 1 });
    writeFiles({ "a.txt": good }, folder);
    expect(await ingestInto(database, [folder])).toMatchObject({ quarantined: 0, unchanged: 1 });
    const rows = await database.sql.all("SELECT name FROM raw_document");
    expect(rows).toHaveLength(3);
  });

  test.each([
    ["no JSON", "{", /JSON/u],
    ["no object", "[]", /name/u],
    ["no name", "{}", /"name" is missing/u],
    ["a name of marks", '{"name": " \\u0000-"}', /"name"/u],
    ["an unknown kind", '{"name": "News", "kind": "toString"}', /"kind" must be one of PUBLISHER/u],
    ["an unknown time zone", '{"name": "News", "timeZone": "Athens"}', /"Athens" is no time zone/u],
    ["no address", '{"name": "News", "url": "news"}', /"news" is no http/u],
    ["no language", '{"name": "News", "language": "the Greek one"}', /is no language tag/u],
  ])("a source.json with %s: the pages of its folder are kept aside", async (_name, json, message) => {
    const folder = writeFiles({ "bad/source.json": json, "bad/a.txt": good, "b.txt": good });
    const report = await ingestInto(database, [folder]);
    expect(report).toMatchObject({ created: 1, quarantined: 1 });
    expect(report.issues[0]).toMatchObject({ code: "BAD_SOURCE", message: expect.stringMatching(message) });
    expect(report.issues[0]?.message).toContain(path.join("bad", "source.json"));
  });

  test.skipIf(process.getuid?.() === 0)("a file and a folder without permission", async () => {
    const folder = writeFiles({ "a.txt": good, "shut/b.txt": good, "c.txt": good });
    chmodSync(path.join(folder, "c.txt"), 0);
    chmodSync(path.join(folder, "shut"), 0);
    const report = await ingestInto(database, [folder]);
    chmodSync(path.join(folder, "shut"), 0o700);
    expect(report.issues.map(({ code }) => code)).toEqual(["UNREADABLE", "UNREADABLE"]);
    expect(report).toMatchObject({ created: 1 });
  });
});

describe("text that databases refuse", () => {
  test("NUL and half surrogates of a page are stored without them", async () => {
    const folder = writeFiles({
      "a.html": `<html><head><title>Harbour shut</title><script type="application/ld+json">
        {"@type": "NewsArticle", "headline": "Harbour \\u0000shut \\ud83d", "keywords": ["po\\u0000rt", "\\udc00"]}</script></head>
        <body><h1>Harbour shut</h1><p>Putin&#0; and &#xD800; Xi Jinping met in Samarkand on Thursday &#x1F600; at last.</p>
        <p>They talked for an hour, and then the two presidents had tea by the lake with their interpreters.</p></body></html>`,
      "b.txt": `Nul\u0000l headline \u{1f600}\n\nVladimir Putin met Xi Jinping in Samarkand on Thursday, and Putin thanked Xi for his balance.\u0000\n`,
      "c.html": htmlPage({ headline: "Train", url: "https://news.example/%CE%91%CE/%E0%A4%A/%zz" }),
    });
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 3, quarantined: 0 });
    const rows = await database.sql.all<{ headline: string; keywords: string }>(
      "SELECT headline, keywords FROM article ORDER BY headline",
    );
    expect(rows.map(({ headline }) => headline)).toEqual([
      "Harbour shut \ufffd",
      "Null headline 😀",
      "Train",
    ]);
    expect(JSON.stringify(await dumpGraph(database.sql))).not.toMatch(/\\u0000|\\ud[89a-f]/u);
  });
});
