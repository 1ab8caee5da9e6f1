import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;
let database: Pick<TestDatabase, "sql">;

beforeAll(async () => {
  const sample = await openSampleDatabase();
  database = sample;
  server = await startTestServer(sample, { maxCost: 1_000_000, maxNodes: 1_000_000 });
});
afterAll(() => server.close());

/** Nested queries, with the number of SQL statements that each may send, whatever `$n`. */
const queries: [name: string, statements: number, query: string][] = [
  [
    "mobile feed",
    5,
    `query ($n: Int!) { articles(first: $n) { nodes {
      headline description datePublished source { name } articleSection { name } primaryImage { url caption }
      entities(first: 3) { edges { salience node { name slug } } }
    } } }`,
  ],
  [
    "article page",
    21,
    `query ($n: Int!) { articles(first: $n, order: [{field: INGESTED_AT}]) { totalCount { value } nodes {
      headline articleBody source { name } articleSection { name source { name } } authors { name }
      infoSources { role source { name } } images { url }
      paragraphs(first: $n) { nodes { text position(unit: UTF8) { start } mentions(first: $n) { nodes { surface entity { name } } } } }
      mentions(first: $n) { nodes { surface sentence { html ranges { entity { name } } } quote { prefix } position(unit: CODE_POINT) { start } } }
      entities(first: $n) { edges { count firstMention { surface } node { name } } }
      related(first: $n) { edges { score reasons { explanation sharedEntities { name } } node { headline source { name } } } }
      relatedLinks { headline article { slug } } linkedFrom(first: $n) { nodes { headline } }
    } } }`,
  ],
  [
    "entity page",
    26,
    `query ($n: Int!) { person(slug: "vladimir-putin") {
      name names { value occurrences } articleCount { value } mentionCount(filter: {languages: ["el"]}) { value }
      articles(first: $n) { totalCount { value } nodes { headline source { name } entities(first: $n) { nodes { name } } } }
      mentions(first: $n) { nodes { surface article { headline } sentence { html } } }
      coMentions(first: $n) { totalCount { value } edges {
        node { name articles(first: $n) { nodes { headline } } } articleCount sourceCount npmi logLikelihood firstSeen
        timeline(interval: MONTH) { articleCount }
        evidence(first: $n) { totalCount { value } nodes { article { headline } passage { html ranges { entity { name } } } mentions { surface } } }
      } }
      timeline(interval: MONTH) { articleCount share }
    } }`,
  ],
  [
    "people and who stands near them",
    6,
    `query ($n: Int!) { entities(first: $n, filter: {kinds: [PERSON]}) { nodes {
      name coMentions(first: $n, filter: {within: ARTICLE, published: {from: "2022-06-01T00:00:00Z"}}) { edges {
        node { name } npmi evidence(first: $n) { nodes { article { headline } } }
      } }
    } } }`,
  ],
  [
    "search with passages",
    11,
    `query ($n: Int!) { search(q: "Putin China", types: [ARTICLE], first: $n) { totalCount { value } edges {
      node { ... on Article { headline source { name } } ... on Entity { name } }
      highlights { html ranges { text entity { name } } }
    } } articles(filter: {q: "Πούτιν"}, first: $n) { edges { highlights { html } } } }`,
  ],
  [
    "sources, authors and sections with their articles",
    8,
    `query ($n: Int!) { articles(first: $n) { nodes { source { name articles(first: $n) { totalCount { value } nodes {
      headline authors { name articles(first: $n) { nodes { headline } } } articleSection { articles(first: $n) { nodes { headline } } }
    } } } } } }`,
  ],
  [
    "places inside places",
    4,
    `query ($n: Int!) { entities(first: $n, filter: {ids: ["moscow", "beijing", "athens", "kyiv", "washington", "samarkand"]}) { nodes { ... on Place {
      name containedIn { name contains(first: $n) { totalCount { value } nodes { name containedIn { name } } } }
    } } } }`,
  ],
  [
    "stories with all that is known of them",
    29,
    `query ($n: Int!) { stories(first: $n) { totalCount { value } nodes { title status languages
      articles(first: $n) { totalCount { value } facets(fields: [SOURCE, PERSON]) { buckets { label count node { id } } }
        edges { similarity newEntities { name } reasons { explanation } node { headline source { name } story { title } } } }
      entities(first: $n) { totalCount { value } edges { enteredAt enteredWith { headline } evidence { passage { fragment } } node { name } } }
      sources(first: $n) { source { name } onlyHere { name } } timeline(interval: MONTH) { articleCount } places { name }
      quotations(first: $n) { totalCount { value } nodes { text } } summary { passage { fragment } article { headline } }
      precededBy { story { title } reasons { explanation } } followedBy { story { title } }
    } } }`,
  ],
  [
    "articles with those that have their text",
    8,
    `query ($n: Int!) { articles(first: $n, filter: {duplicates: COPIES_ONLY}) { nodes { headline duplicateGroup {
      agency { name } original { headline } articles(first: $n) { totalCount { value } edges {
        similarity lagSeconds addedText { exact } removedText { exact } node { headline source { name } }
      } }
    } } } }`,
  ],
  [
    "mentions of the archive",
    4,
    `query ($n: Int!) { mentions(first: $n, filter: {articles: {languages: ["en"]}}) { nodes {
      surface entity { name } article { headline } sentence { html }
    } } }`,
  ],
];

test.for(queries)("%s sends at most %i statements, however many items", async ([, most, query]) => {
  const [few, many] = [await server.statements(query, { n: 2 }), await server.statements(query, { n: 10 })];
  // The text is the same too, so that it stays prepared.
  expect(new Set(few)).toEqual(new Set(many));
  // PostgreSQL answers parallel statements one after the other, so that what hangs on them may need a second batch.
  const slack = database.sql.dialect === "postgres" ? 1.5 : 1;
  expect(many.length).toBeLessThanOrEqual(most * slack);
  if (slack === 1) expect(few.length).toBe(many.length);
});

test("the same name, asked for under many aliases, is looked up in one statement", async () => {
  const names = ["Putin", "Πούτιν", "Xi", "Κίνα", "NATO"];
  const fields = names.map((name, index) => `e${index}: entity(name: "${name}") { slug }`);
  expect(await server.statements(`{${fields.join(" ")}}`)).toHaveLength(1);
  const nodes = ["china", "russia", "nato"].map((slug, index) => `n${index}: entity(slug: "${slug}") { id }`);
  expect(await server.statements(`{${nodes.join(" ")}}`)).toHaveLength(1);
});

test("what a query does not ask for is not read", async () => {
  expect(await server.statements("{articles(first: 5) { nodes { headline } }}")).toHaveLength(1);
  expect(await server.statements("{system { version limits { maxDepth } }}")).toHaveLength(0);
  expect(
    await server.statements('{search(q: "Putin", types: [PERSON]) { nodes { __typename } }}'),
  ).toHaveLength(1);
  expect(
    await server.statements(
      '{pair(a: "vladimir-putin", b: "china") { articleCount evidence(first: 1) { totalCount { value } } }}',
    ),
  ).toHaveLength(4);
});

/** Reads of a whole table that are no fault: what they read is small, or what they count is the whole. */
const ALLOWED = [
  /^SCAN json_each/u,
  /^SCAN \(subquery-\d+\)/u,
  /^SCAN t$/u,
  /^SCAN CONSTANT ROW/u,
  /^SCAN article_search VIRTUAL TABLE INDEX \d+:M/u,
  // How many articles there are, for the measures of pairs and a total.
  /^SCAN (?:article|a) USING COVERING INDEX/u,
];

/** The whole archive in order, cut at the page's end. */
const IN_ORDER =
  /^SCAN (?:a|m|e|s) USING INDEX (?:article_sort_date|article_ingested_at|mention_newest|entity_article_count|story_last_updated_at)$/u;

test("no statement of a page reads a whole table where an index serves", async ({ skip }) => {
  if (database.sql.dialect === "postgres") skip("PostgreSQL plans by statistics: these tables are too small");
  const wrong: string[] = [];
  for (const [name, , query] of queries) {
    for (const text of await server.statements(query, { n: 2 })) {
      const plan = await database.sql.all<{ detail: string; parent: number }>(`EXPLAIN QUERY PLAN ${text}`);
      for (const { detail, parent } of plan) {
        const isAllowed =
          ALLOWED.some((pattern) => pattern.test(detail)) || (parent === 0 && IN_ORDER.test(detail));
        if (detail.startsWith("SCAN") && !isAllowed) wrong.push(`${name}: ${detail}: ${text}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
