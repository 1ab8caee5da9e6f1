import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkGraph } from "../../src/graph/checkGraph.js";
import { graphHash } from "../../src/graph/graphHash.js";
import { reprocess } from "../../src/ingestion/reprocess.js";
import {
  ingestInto,
  openKnowledgeDatabase,
  openSampleDatabase,
  testAnnotator,
  type TestDatabase,
} from "../fixtures/testDatabase.js";
import { writeFiles } from "../ingestion/pages.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

const REVISIONS = `headline datePublished dateModified corrections { text datePublished }
  revisions(first: 5) { totalCount { value } nodes { id number observedAt dateModified headline contentHash
    diff { headlineChanged hunks { part before after } entitiesAdded { name(lang: "el") } entitiesRemoved { name(lang: "el") } } } }`;

interface Named {
  name: string;
}

test("which articles changed after publication, and whose name came or went", async () => {
  const { articles } =
    await server.query(`{ articles(filter: {modified: {from: "2025-10-20T00:00:00Z"}, mentions: {any: ["paris"]}},
    order: [{field: DATE_MODIFIED}], first: 20) { totalCount { value } nodes { url ${REVISIONS} } } }`);
  expect(articles.nodes).toHaveLength(articles.totalCount.value);
  const [english, greek] = articles.nodes;
  expect(english.revisions.totalCount.value).toBe(2);
  const [newest, oldest] = english.revisions.nodes;
  expect([newest.number, oldest.number]).toEqual([2, 1]);
  expect(newest.headline).toBe(english.headline);
  expect(oldest.headline).toBe("Robbers take jewels from the Louvre in broad daylight");
  expect(oldest.diff).toEqual({ headlineChanged: false, hunks: [], entitiesAdded: [], entitiesRemoved: [] });
  const { diff } = newest;
  expect(diff.headlineChanged).toBe(true);
  expect(diff.hunks.map(({ part }: { part: string }) => part)).toEqual(["HEADLINE", "BODY", "BODY"]);
  expect(diff.hunks[1].before).toMatch(/^Laurent Nuñez/u);
  expect(diff.hunks[1].after).toMatch(/^Eight pieces/u);
  expect(diff.hunks[2]).toMatchObject({ before: "", after: english.corrections[0].text });
  expect(diff.entitiesAdded.map(({ name }: Named) => name)).toContain("Laure Beccuau");
  expect(diff.entitiesRemoved.map(({ name }: Named) => name)).toEqual(["Laurent Nuñez"]);
  expect(english.corrections).toMatchObject([{ datePublished: "2025-10-20T00:00:00.000Z" }]);
  expect(greek.corrections).toMatchObject([
    { text: expect.stringMatching(/^Διόρθωση: .*οκτώ\.$/u) as string, datePublished: null },
  ]);
  expect(greek.revisions.nodes[0].diff.entitiesRemoved.map(({ name }: Named) => name)).toEqual([
    "Ρασιντά Ντατί",
  ]);
});

test("offsets of every version cut the names out of its own texts", async () => {
  const { article } =
    await server.query(`{ article(url: "https://meridianpost.example/world/2025-10-19-louvre-theft") { id
    articleBody revisions { nodes { id paragraphs { part text } mentions { paragraph start end surface entity { name } } article { id } } } } }`);
  expect(article.revisions.nodes).toHaveLength(2);
  for (const { id, paragraphs, mentions, article: own } of article.revisions.nodes) {
    expect(own.id).toBe(article.id);
    expect(mentions.length).toBeGreaterThan(5);
    for (const { paragraph, start, end, surface } of mentions) {
      expect(paragraphs[paragraph].text.slice(start, end)).toBe(surface);
      expect(surface.length).toBeGreaterThan(1);
    }
    const found = await server.query(
      `{ node(id: "${id}") { __typename ... on ArticleRevision { paragraphs { part text } } } }`,
    );
    expect(found.node).toEqual({ __typename: "ArticleRevision", paragraphs });
  }
  const [newest, oldest] = article.revisions.nodes;
  expect(newest.paragraphs.map(({ text }: { text: string }) => text).join("\n\n")).toContain(
    article.articleBody,
  );
  const names = oldest.mentions.map(({ entity }: { entity: Named | null }) => entity?.name);
  expect(names).toContain("Laurent Nuñez");
});

test("an article that was seen once has one version, a stub none", async () => {
  const { seen, stubs } = await server.query(`{
    seen: articles(first: 1, filter: {q: "Samarkand", isStub: false}) { nodes { ${REVISIONS} } }
    stubs: articles(first: 1, filter: {isStub: true}) { nodes { ${REVISIONS} } }
  }`);
  const [article] = seen.nodes;
  expect(article.revisions).toMatchObject({
    totalCount: { value: 1 },
    nodes: [{ number: 1, headline: article.headline }],
  });
  expect(stubs.nodes[0].revisions).toEqual({ totalCount: { value: 0 }, nodes: [] });
  expect(stubs.nodes[0].corrections).toEqual([]);
});

test("versions and what changed in them are read in few statements, however many articles", async () => {
  const query = `query ($n: Int!) { articles(first: $n, order: [{field: DATE_MODIFIED}]) { nodes { ${REVISIONS} } } }`;
  const [few, many] = [await server.statements(query, { n: 2 }), await server.statements(query, { n: 10 })];
  expect(many.length).toBeLessThanOrEqual(7);
  expect(new Set(many)).toEqual(new Set(few));
});

const URL = "https://pier.example/cracks";
const FIRST =
  "Divers found cracks in two pillars of the eastern pier of Volos. Mayor Achilleas Beos was in Athens on that day.";
const SECOND =
  "Divers found cracks in three pillars of the eastern pier of Volos. Minister Vassilis Kikilias came to see the damage.";
const THIRD = `${SECOND}\nThe pier will be shut until June.`;

function file(
  name: string,
  text: string,
  modified: string | null,
  title = "Pier of Volos shut",
): Record<string, string> {
  const page = {
    url: URL,
    title,
    text,
    date: "2024-03-01T08:00:00Z",
    ...(modified !== null && { date_modified: modified }),
  };
  return { [name]: `${JSON.stringify(page)}\n` };
}

async function versionsOf(
  database: TestDatabase,
): Promise<{ number: number; body: string; hunks: number }[]> {
  const api = await startTestServer(database);
  const { article } = await api.query(
    `{ article(url: "${URL}") { revisions { totalCount { value } nodes { number paragraphs { part text } diff { hunks { part } } } } } }`,
  );
  await api.close();
  const { nodes, totalCount } = article.revisions;
  expect(nodes).toHaveLength(totalCount.value);
  return nodes.map(
    (node: { number: number; paragraphs: { part: string; text: string }[]; diff: { hunks: object[] } }) => ({
      number: node.number,
      body: node.paragraphs
        .filter(({ part }) => part !== "HEADLINE")
        .map(({ text }) => text)
        .join("\n"),
      hunks: node.diff.hunks.length,
    }),
  );
}

describe("a page that is seen again", () => {
  const versions = [
    file("a.jsonl", FIRST, null),
    file("b.jsonl", SECOND, "2024-03-02T08:00:00Z"),
    file("c.jsonl", THIRD, "2024-03-03T08:00:00Z"),
  ];

  test("has its versions in the order in which it says they were made, in whatever order they come", async () => {
    const hashes = new Set<string>();
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const database = await openKnowledgeDatabase();
      const folder = writeFiles({});
      const outcomes: string[] = [];
      for (const index of order) {
        writeFiles(versions[index]!, folder);
        const [name = ""] = Object.keys(versions[index]!);
        const { created, updated } = await ingestInto(database, [path.join(folder, name)]);
        outcomes.push(created === 1 ? "created" : updated === 1 ? "updated" : "?");
      }
      expect(outcomes).toEqual(["created", "updated", "updated"]);
      expect((await versionsOf(database)).map(({ number, body }) => [number, body])).toEqual([
        [3, THIRD],
        [2, SECOND],
        [1, FIRST],
      ]);
      hashes.add(await graphHash(database.sql));
      // Once more, each alone and all together, it says nothing new.
      for (const paths of [
        ...order.map((index) => Object.keys(versions[index]!)),
        ["a.jsonl", "c.jsonl", "b.jsonl"],
      ]) {
        const report = await ingestInto(
          database,
          paths.map((name) => path.join(folder, name)),
        );
        expect(report).toMatchObject({ created: 0, updated: 0 });
      }
      // Read anew from what was kept, the older versions stay.
      await reprocess(database, testAnnotator());
      hashes.add(await graphHash(database.sql));
      expect(await versionsOf(database)).toHaveLength(3);
      expect(await checkGraph(database.sql)).toEqual([]);
      await database.close();
    }
    expect(hashes.size).toBe(1);
  });

  test("without a time of its own is newer than what its file said before, and may be changed back", async () => {
    const database = await openKnowledgeDatabase();
    const folder = writeFiles({});
    const before = Date.now();
    for (const text of [FIRST, SECOND, FIRST]) {
      writeFiles(file("pier.jsonl", text, null), folder);
      await ingestInto(database, [folder]);
    }
    expect((await versionsOf(database)).map(({ body }) => body)).toEqual([FIRST, SECOND]);
    const api = await startTestServer(database);
    const { changed, earlier } = await api.query(
      `query ($now: DateTime!) { changed: articles(filter: {modified: {from: $now}}) { totalCount { value } nodes { dateModified } }
        earlier: articles(filter: {modified: {to: $now}}) { totalCount { value } } }`,
      { now: new Date(before).toISOString() },
    );
    // The page states no time, but the change was seen.
    expect(changed).toEqual({ totalCount: { value: 1 }, nodes: [{ dateModified: null }] });
    expect(earlier.totalCount.value).toBe(0);
    expect(await checkGraph(database.sql)).toEqual([]);
    await api.close();
    await database.close();
  });

  test("is paged, and compared with any older version", async () => {
    const database = await openKnowledgeDatabase();
    for (const version of versions) await ingestInto(database, [writeFiles(version)]);
    const api = await startTestServer(database);
    const numbers: number[] = [];
    for (let after: string | null = null; ;) {
      const { article } = await api.query(
        `query ($after: String) { article(url: "${URL}") { revisions(first: 1, after: $after) { pageInfo { hasNextPage endCursor } nodes { number } } } }`,
        { after },
      );
      numbers.push(...article.revisions.nodes.map(({ number }: { number: number }) => number));
      if (article.revisions.pageInfo.hasNextPage !== true) break;
      after = article.revisions.pageInfo.endCursor;
    }
    expect(numbers).toEqual([3, 2, 1]);
    const { article } = await api.query(`{ article(url: "${URL}") { revisions(first: 1) { nodes {
      last: diff { hunks { after } } whole: diff(from: 1) { hunks { before after } entitiesAdded { name } entitiesRemoved { name } } none: diff(from: 3) { hunks { part } } } } } }`);
    const [{ last, whole, none }] = article.revisions.nodes;
    expect(last.hunks).toEqual([{ after: "The pier will be shut until June." }]);
    expect(whole.hunks).toHaveLength(2);
    expect(whole.entitiesRemoved.map(({ name }: Named) => name)).toContain("Athens");
    expect(none.hunks).toEqual([]);
    for (const from of [0, 4]) {
      const refused = await api.refusal(
        `{ article(url: "${URL}") { revisions(first: 1) { nodes { diff(from: ${from}) { headlineChanged } } } } }`,
      );
      expect(refused.extensions).toMatchObject({ code: "BAD_INPUT" });
    }
    expect(await api.query('{ node(id: "V00000000000.000000000000") { id } }')).toEqual({ node: null });
    await api.close();
    await database.close();
  });
});

test("corrections are read as pages mark them, and nothing else is one", async () => {
  const database = await openKnowledgeDatabase();
  const notes = [
    "Clarification: The minister spoke on Monday.",
    "This article was amended on 4 March 2024 because it named the wrong port.",
    "Διευκρίνιση – Ο δήμαρχος δεν ήταν παρών.",
    "Το κείμενο διορθώθηκε στις 5 Μαρτίου 2024 ως προς τον αριθμό των πλοίων.",
    "Исправление: в порту шесть кранов.",
  ];
  const others = [
    "Corrections officers went on strike in two prisons.",
    "Η διόρθωση των τιμών συνεχίζεται.",
    "Editors: note the date.",
  ];
  const body = [FIRST, ...notes, ...others].map((text) => `<p>${text}</p>`).join("\n");
  const ld = {
    "@type": "NewsArticle",
    headline: "Pier",
    correction: {
      "@type": "CorrectionComment",
      text: "Two pillars, not three.",
      datePublished: "2024-03-06",
    },
  };
  await ingestInto(database, [
    writeFiles({
      "a.html": `<!doctype html><html lang="en"><head><title>Pier</title><link rel="canonical" href="${URL}"><script type="application/ld+json">${JSON.stringify(ld)}</script></head><body><article><h1>Pier</h1>${body}</article></body></html>`,
    }),
  ]);
  const api = await startTestServer(database);
  const { article } = await api.query(`{ article(url: "${URL}") { corrections { text datePublished } } }`);
  expect(article.corrections).toEqual([
    { text: "Two pillars, not three.", datePublished: "2024-03-06T00:00:00.000Z" },
    { text: notes[0], datePublished: null },
    { text: notes[1], datePublished: "2024-03-04T00:00:00.000Z" },
    { text: notes[2], datePublished: null },
    { text: notes[3], datePublished: "2024-03-05T00:00:00.000Z" },
    { text: notes[4], datePublished: null },
  ]);
  await api.close();
  await database.close();
});
