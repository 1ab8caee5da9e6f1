import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

test("the corpus counts are the lengths of the lists", async () => {
  const { system, articles, stubs, entities, mentions, linked, dated, stories } = await server.query(`{
    stories { totalCount { value } }
    system { corpus { articles stubs entities mentions stories sources languages earliest latest linkedMentionShare } }
    articles(first: 1, filter: {duplicates: INCLUDE}) { totalCount { value } nodes { datePublished } }
    stubs: articles(first: 1, filter: {isStub: true}) { totalCount { value } }
    entities(first: 1) { totalCount { value } }
    mentions(first: 1) { totalCount { value } }
    linked: mentions(first: 1, filter: {linked: true}) { totalCount { value } }
    dated: articles(last: 1, filter: {published: {last: "P1000Y"}}) { nodes { datePublished } }
  }`);
  expect(system.corpus).toMatchObject({
    articles: articles.totalCount.value,
    stubs: stubs.totalCount.value,
    entities: entities.totalCount.value,
    mentions: mentions.totalCount.value,
    stories: stories.totalCount.value,
    sources: (await server.query("{sources(first: 100) { id }}")).sources.length,
    latest: articles.nodes[0].datePublished,
    earliest: dated.nodes[0].datePublished,
    linkedMentionShare: linked.totalCount.value / mentions.totalCount.value,
  });
  for (const language of system.corpus.languages) {
    const data = await server.query(
      "query ($language: LanguageTag!) { articles(first: 1, filter: {languages: [$language]}) { totalCount { value } } }",
      { language },
    );
    expect(data.articles.totalCount.value).toBeGreaterThan(0);
  }
});
