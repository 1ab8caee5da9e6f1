import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Article } from "../../src/entities/Article.js";
import type { ArticleFilter } from "../../src/graph/articleFilter.js";
import { articleList, type ArticleScope } from "../../src/graph/articles.js";
import { listCounts, listPages, type Parent } from "../../src/graph/list.js";
import { ingestInto, openTestDatabase, type TestDatabase } from "../fixtures/testDatabase.js";

let database: TestDatabase;

const page = (headline: string, facts: Record<string, unknown>, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><script type="application/ld+json">${JSON.stringify(
    {
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline,
      ...facts,
    },
  )}</script></head><body><article><h1>${headline}</h1>${body
    .split("\n")
    .map((text) => `<p>${text}</p>`)
    .join("")}</article></body></html>`;

const LONG =
  "The harbour stayed open through the night, and crews worked in shifts to clear the quay before dawn.";

const pages: Record<string, string> = {
  "known.html": page(
    "Ferries return",
    {
      url: "https://coast.example/ferries",
      datePublished: "2024-02-01T08:00:00Z",
      publisher: { "@type": "Organization", name: "Coast Daily" },
      author: { "@type": "Person", name: "Nora Quill" },
    },
    `Vladimir Putin spoke in Moscow about the ferries.\n${LONG}\nBeijing answered a day later. ${LONG}`,
  ),
  "sourceless.html": page(
    "Lighthouse keeper honoured",
    { datePublished: "2024-03-01T08:00:00Z" },
    `Xi Jinping met Vladimir Putin in Beijing, and both praised the keeper.\n${LONG}`,
  ),
  "undated.html": page(
    "Old pier mapped",
    { url: "https://coast.example/pier" },
    `Beijing and Moscow mapped the pier.\n${LONG}`,
  ),
};

beforeAll(async () => {
  database = await openTestDatabase();
  const files = Object.entries(pages).map(([name, text]) => {
    const file = path.join(database.settings.dataDirectory, name);
    writeFileSync(file, text);
    return file;
  });
  expect(await ingestInto(database, files)).toMatchObject({ created: 3, quarantined: 0 });
});
afterAll(() => database.close());

async function headlines(
  filter: ArticleFilter | null,
  scope: ArticleScope = "ALL",
  parent: Parent = [],
): Promise<string[]> {
  const query = await articleList(database.sql, scope, filter, null);
  const all = { first: 50, after: null, last: null, before: null };
  const [found] = await listPages<Article>(database.sql, query, [parent], all);
  const names = found?.items.map(({ row }) => row.headline) ?? [];
  expect(await listCounts(database.sql, query, [parent])).toEqual([names.length]);
  return names;
}

const [FERRIES, KEEPER, PIER] = ["Ferries return", "Lighthouse keeper honoured", "Old pier mapped"] as const;

test("newest first, undated last", async () => {
  expect(await headlines(null)).toEqual([KEEPER, FERRIES, PIER]);
});

test("not lets in what is unknown: an article without a source is not of that source", async () => {
  expect(await headlines({ sources: ["coast-daily"] })).toEqual([FERRIES]);
  expect(await headlines({ not: { sources: ["coast-daily"] } })).toEqual([KEEPER, PIER]);
  expect(await headlines({ not: { or: [{ sources: ["coast-daily"] }, { sections: [] }] } })).toEqual([
    KEEPER,
    PIER,
  ]);
});

test("undated articles are in no range, and outside every range", async () => {
  const published = { to: new Date("2030-01-01") };
  expect(await headlines({ published })).toEqual([KEEPER, FERRIES]);
  expect(await headlines({ not: { published } })).toEqual([PIER]);
  expect(await headlines({ published: { from: new Date("2024-03-01T08:00:00Z") } })).toEqual([KEEPER]);
  expect(await headlines({ published: { to: new Date("2024-03-01T08:00:00Z") } })).toEqual([FERRIES]);
});

test("all entities can be asked to stand in one sentence, paragraph or article", async () => {
  const all = ["vladimir-putin", "beijing"];
  expect(await headlines({ mentions: { all } })).toEqual([KEEPER, FERRIES]);
  expect(await headlines({ mentions: { all, within: "PARAGRAPH" } })).toEqual([KEEPER]);
  expect(await headlines({ mentions: { all, within: "SENTENCE" } })).toEqual([KEEPER]);
  expect(await headlines({ mentions: { all, within: "SENTENCE", parts: ["HEADLINE"] } })).toEqual([]);
  expect(await headlines({ mentions: { any: all, none: ["moscow"] } })).toEqual([KEEPER]);
});

test("empty lists: all of nothing is everything, any of nothing is nothing", async () => {
  expect(await headlines({ mentions: { all: [] } })).toHaveLength(3);
  expect(await headlines({ mentions: { any: [] } })).toEqual([]);
  expect(await headlines({ or: [] })).toEqual([]);
  expect(await headlines({ and: [] })).toHaveLength(3);
  expect(await headlines({ ids: [] })).toEqual([]);
});

test("an author named twice and a page linked twice give one article", async () => {
  const key = async (text: string, value: string): Promise<number> =>
    (await database.sql.first<{ key: number }>(text, [value]))?.key ?? 0;
  const ferries = await key("SELECT key FROM article WHERE headline = ?", FERRIES);
  const pier = await key("SELECT key FROM article WHERE headline = ?", PIER);
  const author = await key("SELECT key FROM author WHERE name = ?", "Nora Quill");
  await database.write(async (sql) => {
    await sql.all("INSERT INTO article_author (article_key, position, author_key) VALUES (?, 90, ?)", [
      ferries,
      author,
    ]);
    for (const position of [90, 91]) {
      await sql.all(
        "INSERT INTO related_link (article_key, position, headline, target_key) VALUES (?, ?, ?, ?)",
        [ferries, position, PIER, pier],
      );
    }
  });
  expect(await headlines(null, "AUTHOR", [author])).toEqual([FERRIES]);
  expect(await headlines(null, "LINKING_TO", [pier])).toEqual([FERRIES]);
});
