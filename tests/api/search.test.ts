import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

const SEARCH = `query ($q: String!) {
  search(q: $q, first: 100) {
    totalCount { value }
    interpretation { terms stems entities { slug } }
    edges {
      score
      node { __typename ... on Node { id } ... on Article { headline } ... on Entity { slug } }
      highlights { part fragment html ranges { start end text entity { slug } } }
    }
  }
}`;

interface Range {
  start: number;
  end: number;
  text: string;
  entity: { slug: string } | null;
}

async function articlesOf(q: string): Promise<string[]> {
  const { search } = await server.query(SEARCH, { q });
  return search.edges
    .filter(({ node }: { node: { __typename: string } }) => node.__typename === "Article")
    .map(({ node }: { node: { id: string } }) => node.id)
    .sort();
}

const groups: [name: string, spellings: string[]][] = [
  ["Putin", ["ΠΟΥΤΙΝ", "πουτιν", "Πούτιν", "Poutin", "Putin", "Путин", "PUTIN", "Путина"]],
  ["Patrushev", ["Πατρούσεφ", "ΠΑΤΡΟΥΣΕΦ", "Patrushev", "Patrousef", "Патрушев"]],
  ["Moscow", ["Μόσχα", "Μόσχας", "ΜΟΣΧΑ", "Moscow", "Москва", "Москвы"]],
  ["ενέργεια", ["ενέργεια", "ενέργειας", "ΕΝΕΡΓΕΙΑ", "ενεργεια"]],
  ["συμφωνία", ["συμφωνία", "συμφωνίας", "συμφωνίες", "ΣΥΜΦΩΝΙΑ"]],
  ["κυρώσεις", ["κυρώσεις", "κυρώσεων", "ΚΥΡΩΣΕΙΣ"]],
  ["sanctions", ["sanction", "sanctions", "SANCTIONS"]],
  ["встреча", ["встреча", "встречи", "встречу", "ВСТРЕЧА"]],
];

describe.for(groups)("%s", ([, [first = "", ...others]]) => {
  test.for(others)(`finds the same articles as ${first}: %s`, async (spelling) => {
    const wanted = await articlesOf(first);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await articlesOf(spelling)).toEqual(wanted);
  });
});

test.for(["china", "xi-jinping", "ukraine", "nato", "kyriakos-mitsotakis"])(
  "the names of %s in every language find all its articles",
  async (slug) => {
    const { entity } = await server.query(
      "query ($slug: String) { entity(slug: $slug) { names(kinds: [PREFERRED]) { value } articles(first: 100) { nodes { id } } } }",
      { slug },
    );
    expect(entity.names.length).toBeGreaterThan(1);
    for (const { value } of entity.names) {
      expect(await articlesOf(value)).toEqual(
        expect.arrayContaining(entity.articles.nodes.map(({ id }: { id: string }) => id)),
      );
    }
  },
);

test("all parts of a query must match, names in any spelling", async () => {
  const both = await articlesOf("Πούτιν China");
  const [putin, china] = await Promise.all([articlesOf("Putin"), articlesOf("China")]);
  expect(both.length).toBeGreaterThan(0);
  expect(both).toEqual(putin.filter((id) => china.includes(id)));
});

test("entities stand before articles, and articles come best first", async () => {
  const { search } = await server.query(SEARCH, { q: "Πούτιν Κίνα" });
  const types = search.edges.map(({ node }: { node: { __typename: string } }) => node.__typename);
  expect(types.slice(0, 2).sort()).toEqual(["Person", "Place"]);
  expect(new Set(types.slice(2))).toEqual(new Set(["Article"]));
  const scores = search.edges.slice(2).map(({ score }: { score: number }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.at(-1)).toBeGreaterThan(0);
  expect(search.totalCount.value).toBe(search.edges.length);
  expect(search.interpretation).toMatchObject({ terms: ["Πούτιν", "Κίνα"], entities: [{}, {}] });
});

test("types choose what is found", async () => {
  const counts = await server.query(`{
    all: search(q: "Putin China") { totalCount { value } }
    people: search(q: "Putin China", types: [PERSON]) { totalCount { value } nodes { __typename } pageInfo { hasNextPage } }
    articles: search(q: "Putin China", types: [ARTICLE]) { totalCount { value } nodes { __typename } }
    none: search(q: "Putin China", types: []) { totalCount { value } nodes { __typename } }
  }`);
  expect(counts.people).toEqual({
    totalCount: { value: 1 },
    nodes: [{ __typename: "Person" }],
    pageInfo: { hasNextPage: false },
  });
  expect(counts.articles.totalCount.value).toBe(counts.all.totalCount.value - 2);
  expect(counts.articles.nodes[0].__typename).toBe("Article");
  expect(counts.none).toEqual({ totalCount: { value: 0 }, nodes: [] });
});

test("a filter narrows the articles, not the entities", async () => {
  const { all, greek } = await server.query(`{
    all: search(q: "Putin", first: 100) { nodes { ... on Article { inLanguage } } totalCount { value } }
    greek: search(q: "Putin", first: 100, filter: {languages: ["el"]}) { nodes { ... on Article { inLanguage } } totalCount { value } }
  }`);
  const isGreek = ({ inLanguage }: { inLanguage?: string }): boolean =>
    inLanguage === undefined || inLanguage === "el";
  expect(greek.nodes).toEqual(all.nodes.filter(isGreek));
  expect(greek.totalCount.value).toBe(greek.nodes.length);
  expect(greek.totalCount.value).toBeLessThan(all.totalCount.value);
});

test("the cursor of another search is refused", async () => {
  const { search } = await server.query('{search(q: "China", first: 1) { pageInfo { endCursor } }}');
  const { endCursor } = search.pageInfo;
  for (const q of ["Russia", "china"]) {
    const error = await server.refusal(
      "query ($q: String!, $after: String) { search(q: $q, after: $after) { nodes { __typename } } }",
      { q, after: endCursor },
    );
    expect(error.extensions?.code).toBe("BAD_CURSOR");
  }
});

test.for(["Putin", "Πατρούσεφ Γιανγκ", "συμφωνία", "sanctions oil", "Китай"])(
  "highlights of %s mark what matched, in UTF-16, with everything else escaped",
  async (q) => {
    const { search } = await server.query(SEARCH, { q });
    const named = new Set(search.interpretation.entities.map(({ slug }: { slug: string }) => slug));
    const articles = search.edges.filter(
      ({ node }: { node: { __typename: string } }) => node.__typename === "Article",
    );
    expect(articles.length).toBeGreaterThan(0);
    for (const { highlights } of articles) {
      expect(highlights.length).toBeGreaterThan(0);
      expect(highlights.length).toBeLessThanOrEqual(3);
      for (const { fragment, html, ranges } of highlights as {
        fragment: string;
        html: string;
        ranges: Range[];
      }[]) {
        expect(ranges.length).toBeGreaterThan(0);
        for (const { start, end, text, entity } of ranges) {
          expect(fragment.slice(start, end)).toBe(text);
          if (entity !== null) expect(named).toContain(entity.slug);
        }
        expect(html.match(/<[^>]*>/gu)?.every((tag) => /^<\/?mark>$/u.test(tag))).toBe(true);
        const text = html
          .replace(/<\/?mark>/gu, "")
          .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)));
        expect(text).toBe(fragment);
        const marked = [...html.matchAll(/<mark>(.*?)<\/mark>/gsu)].length;
        expect(marked).toBe(ranges.length);
      }
    }
  },
);

test("the edges of a list with a text query have its passages, those without have none", async () => {
  const { articles, plain, person } = await server.query(`{
    articles(filter: {q: "Κίνα"}, first: 5) { edges { score highlights { ranges { text } } } }
    plain: articles(first: 5) { edges { score highlights { fragment } } }
    person(slug: "vladimir-putin") { articles(filter: {q: "China"}, order: [{field: RELEVANCE}], first: 5) { edges { score highlights { ranges { entity { slug } } } } } }
  }`);
  for (const edge of articles.edges) expect(edge.highlights[0].ranges[0].text).toEqual(expect.any(String));
  for (const edge of plain.edges) expect(edge).toEqual({ score: null, highlights: [] });
  for (const { score, highlights } of person.articles.edges) {
    expect(score).toBeGreaterThan(0);
    expect(highlights.length).toBeGreaterThan(0);
  }
});

const hostile = [
  '"',
  "'",
  "\\",
  "*",
  "^",
  "(",
  ")",
  "-",
  ":",
  "AND",
  "OR NOT NEAR",
  "NEAR(a b)",
  "headline:Putin",
  "{headline lead}: Putin",
  '"unclosed',
  "Putin*",
  "-Putin",
  "Putin & ! | <-> China",
  "Putin:*A",
  "a' & 'b",
  "');--",
  "'; DROP TABLE article; --",
  "$1 ? ?1 :a @a",
  "%_%",
  "e1x e2x",
  "\u{1F600}",
  "\u200b\u00ad",
  "\uD800",
  "Putin \uDC00 China",
  "中国 北京",
  "العربية",
  "a".repeat(10_000),
  "ώ ".repeat(5_000),
  "\u0301".repeat(10_000),
  "p" + "u".repeat(9_000) + "tin",
];

describe.for(hostile)("the hostile text %j", (q) => {
  test.for([
    ["search", "search(q: $q) { nodes { __typename } totalCount { value } }"],
    [
      "articles",
      "articles(filter: {q: $q}, order: [{field: RELEVANCE}]) { edges { highlights { html } } totalCount { value } }",
    ],
    ["suggest", "suggest(prefix: $q) { text }"],
    ["entity", "entity(name: $q) { id }"],
    ["entities", "entities(filter: {q: $q}) { nodes { id } }"],
    ["mentions", "mentions(filter: {surface: $q}) { nodes { id } }"],
    ["article", "article(slug: $q) { id }"],
    ["node", "node(id: $q) { id }"],
  ])("is answered or refused by %s", async ([field, selection]) => {
    const type = field === "node" ? "ID" : "String";
    const { status, errors } = await server.ask(`query ($q: ${type}!) { ${selection} }`, { q });
    expect(status).toBe(200);
    for (const { extensions } of errors) expect(["BAD_INPUT", "AMBIGUOUS_NAME"]).toContain(extensions?.code);
  });
});

test("a text without a word is refused with a hint", async () => {
  const error = await server.refusal('{search(q: " !? ") { nodes { __typename } }}');
  expect(error).toMatchObject({
    message: "The query has no word to search for.",
    path: ["search"],
    extensions: { code: "BAD_INPUT", hint: "Give at least one letter or digit." },
  });
});
