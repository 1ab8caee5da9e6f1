import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ingestInto, openKnowledgeDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { htmlPage, sourceFile, textPage, writeFiles, type TestTeaser } from "./pages.js";

let database: TestDatabase;

beforeEach(async () => {
  database = await openKnowledgeDatabase();
});
afterEach(() => database.close());

interface StoredArticle {
  id: string;
  slug: string;
  stub: boolean;
  headline: string;
  url: string | null;
  description: string | null;
  section: string | null;
  byline: string | null;
  source: string | null;
}

async function articles(): Promise<StoredArticle[]> {
  const rows = await database.sql.all<StoredArticle>(
    `SELECT a.id, a.slug, a.is_stub AS stub, a.headline, a.url, a.description, a.byline, s.name AS section, o.name AS source
     FROM article a LEFT JOIN section s ON s.key = a.section_key LEFT JOIN source o ON o.key = a.source_key ORDER BY a.key`,
  );
  return rows.map((row) => ({ ...row, stub: Boolean(row.stub) }));
}

/** `from → to` of each see-also link, by headline. */
async function links(): Promise<string[]> {
  const rows = await database.sql.all<{ a: string; b: string; score: number }>(
    `SELECT f.headline AS a, t.headline AS b, l.match_score AS score FROM related_link l
     JOIN article f ON f.key = l.article_key JOIN article t ON t.key = l.target_key ORDER BY f.headline, l.position`,
  );
  return rows.map(({ a, b, score }) => `${a} → ${b} ${score}`);
}

async function surfaces(headline: string): Promise<string[]> {
  const rows = await database.sql.all<{ surface: string }>(
    "SELECT m.surface FROM mention m JOIN article a ON a.key = m.article_key WHERE a.headline = ? ORDER BY m.ordinal, m.start_offset",
    [headline],
  );
  return rows.map(({ surface }) => surface);
}

const folder = (files: Record<string, string>): string =>
  writeFiles({ "source.json": sourceFile("News", { url: "https://news.example" }), ...files });

const teaser: TestTeaser = {
  headline: "Macron meets Meloni in Paris",
  section: "Politics",
  lead: "Emmanuel Macron and Giorgia Meloni talk about the budget.",
  byline: "By Ann Roe",
};

describe("a teaser without a page", () => {
  test("is a stub with headline, section, lead and byline, and with its own mentions", async () => {
    await ingestInto(database, [
      folder({ "a.txt": textPage({ headline: "Harbour shut", teasers: [teaser] }) }),
    ]);
    const [page, stub] = await articles();
    expect(page).toMatchObject({ headline: "Harbour shut", stub: false, section: null, byline: null });
    expect(stub).toMatchObject({
      headline: teaser.headline,
      stub: true,
      description: teaser.lead,
      section: "Politics",
      byline: teaser.byline,
      source: "News",
      url: null,
    });
    expect(await surfaces(teaser.headline)).toEqual(
      expect.arrayContaining(["Macron", "Meloni", "Paris", "Emmanuel Macron", "Giorgia Meloni"]),
    );
    expect(await surfaces("Harbour shut")).toEqual([]);
    expect(await links()).toEqual([`Harbour shut → ${teaser.headline} 0.9`]);
  });

  test("has the same ID in every database", async () => {
    const files = folder({ "a.txt": textPage({ headline: "Harbour shut", teasers: [teaser] }) });
    await ingestInto(database, [files]);
    const other = await openKnowledgeDatabase();
    await ingestInto(other, [files]);
    const [row] = await other.sql.all<{ id: string }>("SELECT id FROM article WHERE is_stub = ?", [true]);
    expect(row?.id).toBe((await articles())[1]?.id);
    await other.close();
  });

  test.each([
    ["first the one that says less", ["a.txt", "b.txt"]],
    ["first the one that says more", ["b.txt", "a.txt"]],
  ])("is one stub for several pages, with what the fullest teaser says: %s", async (_name, order) => {
    const files = folder({
      "a.txt": textPage({
        headline: "Harbour shut",
        teasers: [{ headline: "MACRON MEETS MELONI IN PARIS" }],
      }),
      "b.txt": textPage({ headline: "Harbour open", teasers: [teaser] }),
    });
    for (const name of order) await ingestInto(database, [`${files}/${name}`]);
    const stubs = (await articles()).filter(({ stub }) => stub);
    expect(stubs).toEqual([
      expect.objectContaining({ headline: teaser.headline, description: teaser.lead, byline: teaser.byline }),
    ]);
    expect(await links()).toHaveLength(2);
    const row = await database.sql.first<{ n: number }>(
      "SELECT article_count AS n FROM entity WHERE slug = (SELECT slug FROM entity e JOIN mention m ON m.entity_key = e.key WHERE m.surface = 'Emmanuel Macron')",
    );
    expect(row?.n).toBe(1);
  });

  test("is removed with its mentions when the last page that names it changes", async () => {
    const files = folder({
      "a.txt": textPage({ headline: "Harbour shut", teasers: [teaser] }),
      "b.txt": textPage({ headline: "Harbour open", teasers: [{ ...teaser, byline: "By Jo Poe" }] }),
    });
    await ingestInto(database, [files]);
    writeFiles({ "a.txt": textPage({ headline: "Harbour shut" }) }, files);
    await ingestInto(database, [files]);
    expect((await articles()).map(({ headline, byline }) => [headline, byline])).toEqual([
      ["Harbour shut", null],
      [teaser.headline, "By Jo Poe"],
      ["Harbour open", null],
    ]);
    writeFiles({ "b.txt": textPage({ headline: "Harbour open" }) }, files);
    await ingestInto(database, [files]);
    expect((await articles()).map(({ headline }) => headline)).toEqual(["Harbour shut", "Harbour open"]);
    for (const table of ["mention", "related_link", "article_entity", "co_mention", "co_mention_total"]) {
      expect(await database.sql.all(`SELECT * FROM ${table}`), table).toEqual([]);
    }
    expect(
      await database.sql.all("SELECT * FROM entity WHERE article_count <> 0 OR mention_count <> 0"),
    ).toEqual([]);
  });
});

describe("a stub whose page comes", () => {
  test("becomes the article and keeps ID and slug; links follow; only the page's mentions are left", async () => {
    const files = folder({ "a.txt": textPage({ headline: "Harbour shut", teasers: [teaser] }) });
    await ingestInto(database, [files]);
    const stub = (await articles())[1];
    const page = textPage({ headline: teaser.headline, published: "14 March 2024, 09:30", section: "World" });
    writeFiles({ "m.txt": page }, files);
    const report = await ingestInto(database, [files]);
    expect(report).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
    const [, filled, ...others] = await articles();
    expect(others).toEqual([]);
    expect(filled).toMatchObject({
      id: stub?.id,
      slug: stub?.slug,
      stub: false,
      section: "World",
      byline: null,
    });
    expect(await links()).toEqual([`Harbour shut → ${teaser.headline} 0.9`]);
    expect(await surfaces(teaser.headline)).not.toContain("Emmanuel Macron");
    expect(await ingestInto(database, [files])).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  test("is found by the second headline of the page, and of the teaser", async () => {
    const files = folder({
      "a.txt": textPage({
        headline: "Harbour shut",
        teasers: [
          { headline: "Snow closes the pass above Andermatt", lead: "The canton shut the road on Sunday." },
          {
            headline: "The price of power fall again",
            again: "The prices of power fall again",
            lead: "Two cents.",
          },
        ],
      }),
      "b.txt": textPage({
        headline: "Pass shut after a night of snow",
        second: "Snow closes the pass above Andermatt",
      }),
      "c.txt": textPage({ headline: "The prices of power fall again" }),
    });
    await ingestInto(database, [files]);
    expect(await articles()).toHaveLength(3);
    expect(await links()).toEqual([
      "Harbour shut → Pass shut after a night of snow 0.9",
      "Harbour shut → The prices of power fall again 0.9",
    ]);
  });

  test("two stubs under the two headlines of one page become one article", async () => {
    const files = folder({
      "a.txt": textPage({
        headline: "Harbour shut",
        teasers: [
          { headline: "Snow closes the pass above Andermatt" },
          { headline: "Pass shut after a night of snow" },
        ],
      }),
      "b.txt": textPage({
        headline: "Harbour open",
        teasers: [{ headline: "Pass shut after a night of snow" }],
      }),
    });
    await ingestInto(database, [files]);
    expect((await articles()).filter(({ stub }) => stub)).toHaveLength(2);
    writeFiles(
      {
        "z.txt": textPage({
          headline: "Pass shut after a night of snow",
          second: "Snow closes the pass above Andermatt",
        }),
      },
      files,
    );
    await ingestInto(database, [files]);
    expect((await articles()).map(({ stub }) => stub)).toEqual([false, false, false]);
    expect(await links()).toEqual([
      "Harbour open → Pass shut after a night of snow 0.9",
      "Harbour shut → Pass shut after a night of snow 0.9",
    ]);
  });

  test("may be named again afterwards by any of its headlines", async () => {
    const files = folder({
      "a.txt": textPage({
        headline: "Harbour shut",
        teasers: [{ headline: "Snow closes the pass above Andermatt" }],
      }),
      "b.txt": textPage({
        headline: "Pass shut after a night of snow",
        second: "Snow closes the pass above Andermatt",
      }),
      "c.txt": textPage({
        headline: "Harbour open",
        teasers: [{ headline: "Snow closes the pass above Andermatt" }],
      }),
    });
    expect(await ingestInto(database, [files])).toMatchObject({ created: 3, quarantined: 0 });
    expect(await articles()).toHaveLength(3);
    // A corrected headline does not break the links that know the old one.
    writeFiles(
      { "b.txt": textPage({ headline: "Pass opens again", second: "Pass shut after a night of snow" }) },
      files,
    );
    writeFiles(
      {
        "d.txt": textPage({
          headline: "Ferries",
          teasers: [{ headline: "Pass shut after a night of snow" }],
        }),
      },
      files,
    );
    expect(await ingestInto(database, [files])).toMatchObject({ quarantined: 0 });
  });

  test("is known by its address, however that is written; the page's other address is another's", async () => {
    const files = folder({
      "a.html": htmlPage({
        headline: "Harbour shut",
        url: "https://news.example/harbour",
        teasers: [
          {
            headline: "Macron meets Meloni in Paris",
            url: "https://www.news.example/paris/?utm_source=a#top",
          },
          { headline: "Snow closes the pass", url: "https://news.example/pass" },
        ],
      }),
      "b.html": htmlPage({ headline: "Paris talks end", url: "http://news.example/paris" }),
      "c.html": htmlPage({ headline: "Snow closes the pass", url: "https://news.example/2021/pass" }),
    });
    await ingestInto(database, [files]);
    expect(await links()).toEqual([
      "Harbour shut → Paris talks end 1",
      "Harbour shut → Snow closes the pass 1",
    ]);
    expect((await articles()).map(({ headline, stub }) => [headline, stub])).toEqual([
      ["Harbour shut", false],
      ["Paris talks end", false],
      ["Snow closes the pass", true],
      ["Snow closes the pass", false],
    ]);
  });

  test.each([
    ["stub first", ["a.html", "m.txt"]],
    ["page first", ["m.txt", "a.html"]],
  ])("a text dump learns its address from the page that links to it: %s", async (_name, order) => {
    const url = "https://news.example/paris";
    const files = folder({
      "a.html": htmlPage({
        headline: "Harbour shut",
        url: "https://news.example/harbour",
        teasers: [{ ...teaser, url }],
      }),
      "m.txt": textPage({ headline: teaser.headline }),
    });
    for (const name of order) await ingestInto(database, [`${files}/${name}`]);
    const found = await articles();
    expect(found).toHaveLength(2);
    expect(found.find(({ headline }) => headline === teaser.headline)).toMatchObject({ stub: false, url });
    expect(await links()).toEqual([`Harbour shut → ${teaser.headline} 1`]);
    writeFiles({ "m.txt": textPage({ headline: teaser.headline, section: "World" }) }, files);
    expect(await ingestInto(database, [`${files}/m.txt`])).toMatchObject({ updated: 1 });
    expect((await articles()).find(({ headline }) => headline === teaser.headline)).toMatchObject({ url });
  });
});

test("a link to another site is no article of this source", async () => {
  await ingestInto(database, [
    folder({
      "a.html": htmlPage({
        headline: "Harbour shut",
        url: "https://news.example/harbour",
        teasers: [
          { headline: "A story of somebody else", url: "https://other.example/story" },
          { headline: "A story of a sister site", url: "https://sport.news.example/story" },
        ],
      }),
    }),
  ]);
  const sources = (await articles()).map(({ headline, source }) => [headline, source]);
  expect(sources).toContainEqual(["A story of somebody else", null]);
  expect(sources).toContainEqual(["A story of a sister site", "News"]);
});

test("relative links of a page that does not say where it is from are its outlet's", async () => {
  const page = htmlPage({
    headline: "Harbour shut",
    teasers: [
      { headline: "Snow closes the pass", url: "/pass.html" },
      { headline: "Ferries sail again", url: "../ferries.html" },
    ],
  });
  await ingestInto(database, [folder({ "a.html": page })]);
  await ingestInto(database, [writeFiles({ "source.json": sourceFile("Other"), "a.html": page })]);
  expect(
    (await articles()).filter(({ stub }) => stub).map(({ source, headline, url }) => [source, headline, url]),
  ).toEqual([
    ["News", "Snow closes the pass", "https://news.example/pass.html"],
    ["News", "Ferries sail again", null],
    ["Other", "Snow closes the pass", null],
    ["Other", "Ferries sail again", null],
  ]);
});

test("a page that names itself, or one article twice, has no needless link", async () => {
  await ingestInto(database, [
    folder({
      "a.txt": textPage({
        headline: "Harbour shut",
        second: "Piraeus: no ships for three hours",
        teasers: [{ headline: "Piraeus: no ships for three hours" }, teaser],
      }),
      "b.txt": textPage({ headline: "Pass shut", second: "Snow in Uri" }),
      "c.txt": textPage({
        headline: "Harbour open",
        teasers: [{ headline: "Snow in Uri" }, { headline: "Pass shut" }],
      }),
    }),
  ]);
  expect(await links()).toEqual(["Harbour open → Pass shut 0.9", `Harbour shut → ${teaser.headline} 0.9`]);
});
