import { symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSearchQuery, searchCondition } from "../../src/graph/search.js";
import type { IngestReport } from "../../src/ingestion/ingest.js";
import { ingestInto, openKnowledgeDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { dumpGraph, dumpTables } from "./dumpGraph.js";
import { htmlPage, sourceFile, textPage, writeFiles } from "./pages.js";

const isSqlite = (process.env.MITOS_TEST_DATABASE_URL ?? "") === "";
let database: TestDatabase;

beforeEach(async () => {
  database = await openKnowledgeDatabase();
});
afterEach(() => database.close());

const PUTIN =
  "Vladimir Putin met Xi Jinping in Samarkand on Thursday, and Putin thanked Xi for his balance on Ukraine.";
const TRAIN =
  "The train from Lisbon reached Madrid after nine hours, and the Spanish minister was waiting on the platform.";

function archive(): string {
  return writeFiles({
    "news/source.json": sourceFile("News", { url: "https://news.example", timeZone: "Europe/Athens" }),
    "news/a.txt": textPage({
      headline: "Harbour shut",
      section: "Ships",
      byline: "By Ann Roe",
      agencies: "Reuters and AFP",
      published: "14 March 2024, 09:30",
      paragraphs: [PUTIN, TRAIN],
      teasers: [
        { headline: "Macron meets Meloni in Paris", lead: "Emmanuel Macron talks to Giorgia Meloni." },
      ],
    }),
    "news/deep/b.html": htmlPage({
      headline: "Train reaches Madrid",
      url: "https://news.example/train",
      published: "2024-03-15T10:00:00Z",
      paragraphs: [TRAIN, PUTIN],
      teasers: [{ headline: "Harbour shut", url: "https://news.example/harbour" }],
    }),
    "news/c.txt": textPage({ headline: "Pass shut after a night of snow" }),
  });
}

function balance({ seen, created, updated, unchanged, duplicates, quarantined }: IngestReport): void {
  expect(seen).toBe(created + updated + unchanged + duplicates + quarantined);
}

describe("a folder", () => {
  test("is taken in; the same again changes nothing", async () => {
    const folder = archive();
    const first = await ingestInto(database, [folder]);
    expect(first).toMatchObject({
      seen: 3,
      created: 3,
      updated: 0,
      unchanged: 0,
      duplicates: 0,
      quarantined: 0,
    });
    const before = await dumpTables(database.sql);
    expect(before.article).toHaveLength(4);
    expect(before.mention!.length).toBeGreaterThan(5);
    const second = await ingestInto(database, [folder]);
    expect(second).toMatchObject({
      seen: 3,
      created: 0,
      updated: 0,
      unchanged: 3,
      duplicates: 0,
      quarantined: 0,
    });
    expect(await dumpTables(database.sql)).toEqual(before);
  });

  test("may be named twice, in part or through a link: every file is read once", async () => {
    const folder = archive();
    symlinkSync(path.join(folder, "news"), path.join(folder, "news", "deep", "loop"));
    const paths = [path.join(folder, "news/c.txt"), folder, path.join(folder, "news")];
    expect(await ingestInto(database, paths)).toMatchObject({ seen: 3, created: 3 });
  });

  test("gives each page the outlet of the nearest source.json, its time zone, or what stands in for it", async () => {
    const folder = archive();
    writeFiles(
      {
        "news/deep/source.json": sourceFile("Deep News", { kind: "BLOG" }),
        "d.txt": textPage({ headline: "Alone" }),
      },
      folder,
    );
    const source = { name: "Other", url: null, language: "en", kind: "AGENCY", timeZone: "UTC" } as const;
    await ingestInto(database, [folder], { source });
    const rows = await database.sql.all<{ headline: string; name: string; kind: string; time: number }>(
      "SELECT a.headline, s.name, s.kind, a.date_published AS time FROM article a JOIN source s ON s.key = a.source_key WHERE a.is_stub = ? ORDER BY a.headline",
      [false],
    );
    expect(rows.map(({ headline, name, kind }) => [headline, name, kind])).toEqual([
      ["Alone", "Other", "AGENCY"],
      ["Harbour shut", "News", "PUBLISHER"],
      ["Pass shut after a night of snow", "News", "PUBLISHER"],
      ["Train reaches Madrid", "Deep News", "BLOG"],
    ]);
    expect(rows[1]?.time).toBe(Date.parse("2024-03-14T07:30:00Z"));
  });

  test.each([
    ["a name of marks", { name: "—" }, /"name"/u],
    ["no address", { name: "News", url: "news" }, /no http/u],
  ])("cannot have an outlet with %s", async (_name, fields, message) => {
    const source = { url: null, language: null, kind: "PUBLISHER", timeZone: "UTC", ...fields } as const;
    const started = ingestInto(database, [archive()], { source });
    await expect(started).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(message),
    });
  });

  test("one file of it has the same outlet as in the folder", async () => {
    const folder = archive();
    await ingestInto(database, [path.join(folder, "news/deep/b.html")]);
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 2, unchanged: 1 });
  });

  test("that is not there is NO_INPUT, and nothing is taken in", async () => {
    await expect(ingestInto(database, [archive(), "/nowhere/at/all"])).rejects.toMatchObject({
      code: "NO_INPUT",
      message: expect.stringContaining("/nowhere/at/all"),
    });
    expect(await database.sql.all("SELECT * FROM ingest_job")).toEqual([]);
    expect(await database.sql.all("SELECT * FROM article")).toEqual([]);
  });
});

describe("dates", () => {
  const undated = (): string => writeFiles({ "a.txt": textPage({ headline: "Harbour shut" }) });
  const date = async (): Promise<unknown[]> => {
    const rows = await database.sql.all<{ time: number | null; precision: string }>(
      "SELECT date_published AS time, date_published_precision AS precision FROM article",
    );
    return rows.map(({ time, precision }) => [time, precision]);
  };

  test("a page that prints none has none, precision UNKNOWN", async () => {
    await ingestInto(database, [undated()]);
    expect(await date()).toEqual([[null, "UNKNOWN"]]);
  });

  test("publishedAt supplies it, also afterwards, to the same article", async () => {
    const folder = undated();
    await ingestInto(database, [folder]);
    const publishedAt = { time: Date.parse("2022-09-19T00:00:00Z"), precision: "DAY" } as const;
    expect(await ingestInto(database, [folder], { publishedAt })).toMatchObject({ created: 0, updated: 1 });
    expect(await date()).toEqual([[publishedAt.time, "DAY"]]);
  });

  test("publishedAt does not replace a printed date", async () => {
    const folder = writeFiles({ "a.txt": textPage({ headline: "Harbour shut", published: "1 May 2021" }) });
    await ingestInto(database, [folder], { publishedAt: { time: 0, precision: "DAY" } });
    expect(await date()).toEqual([[Date.parse("2021-05-01T00:00:00Z"), "DAY"]]);
  });
});

describe("a page that was edited", () => {
  test("is updated, and the graph is that of a clean run", async () => {
    const folder = archive();
    await ingestInto(database, [folder]);
    const [before] = await database.sql.all("SELECT id, slug FROM article WHERE headline = 'Harbour shut'");
    const edited = textPage({
      headline: "Harbour shut",
      section: "Weather",
      byline: "By Jo Poe",
      agencies: "ANSA",
      published: "14 March 2024, 09:30",
      paragraphs: [
        "Recep Tayyip Erdogan flew to Baku on Friday, where Ilham Aliyev received the Turkish president.",
      ],
      teasers: [{ headline: "Ferries sail again", lead: "Narendra Modi was in New Delhi." }],
    });
    writeFiles({ "news/a.txt": edited }, folder);
    expect(await ingestInto(database, [folder])).toMatchObject({
      seen: 3,
      created: 0,
      updated: 1,
      unchanged: 2,
    });
    expect(await database.sql.all("SELECT id, slug FROM article WHERE headline = 'Harbour shut'")).toEqual([
      before,
    ]);

    const clean = await openKnowledgeDatabase();
    await ingestInto(clean, [folder]);
    // But for what the page said before.
    const { article_revision: versions, ...graph } = await dumpGraph(database.sql);
    const { article_revision: none, ...cleanGraph } = await dumpGraph(clean.sql);
    expect(graph).toEqual(cleanGraph);
    expect([versions?.length, none?.length]).toEqual([1, 0]);
    await clean.close();
    expect(await matches("Samarkand")).toEqual(["Train reaches Madrid"]);
    expect(await matches("Baku")).toEqual(["Harbour shut"]);
  });

  test("and edited back is the old page again", async () => {
    const folder = archive();
    await ingestInto(database, [folder]);
    const first = await dumpGraph(database.sql);
    writeFiles(
      { "news/c.txt": textPage({ headline: "Pass shut after a night of snow", section: "World" }) },
      folder,
    );
    expect(await ingestInto(database, [folder])).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await dumpGraph(database.sql)).not.toEqual(first);
    writeFiles({ "news/c.txt": textPage({ headline: "Pass shut after a night of snow" }) }, folder);
    expect(await ingestInto(database, [folder])).toMatchObject({ updated: 1, unchanged: 2 });
    expect(await dumpGraph(database.sql)).toEqual(first);
    expect(await ingestInto(database, [folder])).toMatchObject({ updated: 0, unchanged: 3 });
  });

  test("gets its outlet when a source.json is put beside it", async () => {
    const folder = writeFiles({
      "a.txt": textPage({ headline: "Harbour shut", teasers: [{ headline: "Ferries sail again" }] }),
    });
    await ingestInto(database, [folder]);
    writeFiles({ "source.json": sourceFile("News") }, folder);
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 0, updated: 1 });
    const rows = await database.sql.all<{ headline: string; name: string }>(
      "SELECT a.headline, s.name FROM article a LEFT JOIN source s ON s.key = a.source_key ORDER BY a.headline",
    );
    expect(rows.map(({ headline, name }) => [headline, name])).toEqual([
      ["Ferries sail again", "News"],
      ["Harbour shut", "News"],
    ]);
    writeFiles(
      { "source.json": sourceFile("News", { kind: "BROADCASTER", url: "https://news.example" }) },
      folder,
    );
    await ingestInto(database, [folder]);
    expect(await database.sql.first("SELECT kind, url FROM source")).toMatchObject({
      kind: "BROADCASTER",
      url: "https://news.example",
    });
  });
});

describe("duplicates", () => {
  test("another file with the same bytes, or with the same content, is a duplicate, each time", async () => {
    const page = { headline: "Train reaches Madrid", url: "https://news.example/train" };
    const folder = writeFiles({
      "a.html": htmlPage(page),
      "b.html": htmlPage(page),
      "c.html": htmlPage(page).replace("<body>", "<body><!-- another banner -->"),
    });
    expect(await ingestInto(database, [folder])).toMatchObject({ seen: 3, created: 1, duplicates: 2 });
    const before = await dumpTables(database.sql);
    const again = await ingestInto(database, [folder]);
    balance(again);
    expect(again).toMatchObject({ created: 0, updated: 0 });
    expect(await dumpTables(database.sql)).toEqual(before);
  });

  test("two outlets with the same text are two articles", async () => {
    const page = textPage({ headline: "Harbour shut" });
    const folder = writeFiles({
      "one/source.json": sourceFile("One"),
      "one/a.txt": page,
      "two/source.json": sourceFile("Two"),
      "two/a.txt": page,
    });
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 2, duplicates: 0 });
  });

  test("the same headline on another day is another article", async () => {
    const folder = writeFiles({
      "a.txt": textPage({ headline: "The weather today", published: "1 May 2021" }),
      "b.txt": textPage({ headline: "The weather today", published: "2 May 2021" }),
    });
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 2 });
    const slugs = await database.sql.all<{ slug: string }>("SELECT slug FROM article");
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2);
  });
});

describe("the journal", () => {
  const jobs = (): Promise<Record<string, unknown>[]> =>
    database.sql.all("SELECT * FROM ingest_job ORDER BY key");

  test("a finished job has its ledger", async () => {
    const folder = archive();
    writeFiles({ "news/bad.txt": "" }, folder);
    const report = await ingestInto(database, [folder]);
    balance(report);
    expect(await jobs()).toEqual([
      expect.objectContaining({
        key: report.jobKey,
        state: "SUCCEEDED",
        source: folder,
        seen: 4,
        created: 3,
        quarantined: 1,
        finished_at: expect.any(Number),
      }),
    ]);
  });

  test("a job that fails on its way says FAILED and what it had done; the next run does the rest", async () => {
    const folder = archive();
    const stop = new Error("stop");
    const failing = ingestInto(database, [folder], {
      onProgress: (_ledger, done) => {
        if (done === 2) throw stop;
      },
    });
    await expect(failing).rejects.toBe(stop);
    // Pages are stored many at a time: none of this batch is there, and the ledger says so.
    expect(await jobs()).toEqual([expect.objectContaining({ state: "FAILED", seen: 0, created: 0 })]);
    expect(await database.sql.all("SELECT key FROM article")).toEqual([]);
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 3, unchanged: 0 });
    const clean = await openKnowledgeDatabase();
    await ingestInto(clean, [folder]);
    expect(await dumpGraph(database.sql)).toEqual(await dumpGraph(clean.sql));
    await clean.close();
  });

  test("a job is RUNNING while it runs", async () => {
    const states: unknown[] = [];
    await ingestInto(database, [archive()], {
      onProgress: () => void states.push(jobs().then(([job]) => job?.state)),
    });
    expect(await Promise.all(states)).toContain("RUNNING");
  });

  test.runIf(isSqlite)(
    "a full disk stops the job at once, and no file is blamed; the next run does the rest",
    async () => {
      const folder = archive();
      const pages = (count: number): Promise<unknown> =>
        database.dataSource.query(`PRAGMA max_page_count = ${count}`);
      writeFiles(
        { "news/d.txt": textPage({ headline: "Long", paragraphs: [`${PUTIN} `.repeat(2000)] }) },
        folder,
      );
      const failing = ingestInto(database, [folder], {
        onProgress: (_ledger, done) => {
          if (done === 2) void pages(1);
        },
      });
      await expect(failing).rejects.toMatchObject({
        code: "UNAVAILABLE",
        message: "The database's disk is full.",
      });
      expect(await database.sql.all("SELECT * FROM ingest_issue")).toEqual([]);
      expect((await jobs())[0]?.state).not.toBe("SUCCEEDED");
      await pages(1_000_000);
      expect(await ingestInto(database, [folder])).toMatchObject({ created: 4, unchanged: 0 });
    },
  );

  test("progress goes from the first file to the last", async () => {
    const steps: [number, number, string | null, number][] = [];
    const folder = archive();
    await ingestInto(database, [folder], {
      onProgress: (ledger, done, total, file) =>
        steps.push([done, total, file === null ? null : path.relative(folder, file), ledger.seen]),
    });
    expect(steps).toEqual([
      [0, 3, path.join("news", "a.txt"), 0],
      [1, 3, path.join("news", "c.txt"), 0],
      [2, 3, path.join("news", "deep", "b.html"), 0],
      // All are stored.
      [3, 3, null, 3],
      [3, 3, null, 3],
    ]);
  });
});

/** Headlines of the articles with a word of the search index, as the search reads it. */
async function matches(word: string): Promise<string[]> {
  const query = await readSearchQuery(database.sql, word);
  const { text, values } = searchCondition(database.sql, query);
  const rows = await database.sql.all<{ headline: string }>(
    `SELECT a.headline FROM article a WHERE ${text} ORDER BY a.headline`,
    values,
  );
  return rows.map(({ headline }) => headline);
}
