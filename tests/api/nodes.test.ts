import { afterAll, beforeAll, expect, test } from "vitest";
import { ingestInto, openSampleDatabase, openTestDatabase, sampleArchive } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

/** One node of each type, with fields that tell it apart. */
const ONE_OF_EACH = `{
  articles(first: 1, filter: {isStub: false, authors: null}, order: [{field: INGESTED_AT}]) {
    nodes {
      ...a
      source { ...s }
      articleSection { ...c }
      authors { ...w }
      paragraphs(first: 2) { nodes { ...g } }
      mentions(first: 2) { nodes { ...m } }
    }
  }
  people: entities(first: 2, filter: {kinds: [PERSON]}) { nodes { ...e } }
  organizations: entities(first: 2, filter: {kinds: [ORGANIZATION]}) { nodes { ...e } }
  places: entities(first: 2, filter: {kinds: [PLACE]}) { nodes { ...e } }
}
fragment a on Article { __typename id headline }
fragment s on Source { __typename id name }
fragment c on Section { __typename id name }
fragment w on Author { __typename id name }
fragment g on Paragraph { __typename id text index }
fragment m on Mention { __typename id surface position { start end } article { id } }
fragment e on Entity { __typename id slug }`;

const FRAGMENTS = ONE_OF_EACH.slice(ONE_OF_EACH.indexOf("fragment a"));

interface Found {
  __typename: string;
  id: string;
}

/** All objects of an answer that have an ID. */
function nodesIn(value: unknown): Found[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(nodesIn);
  return "id" in value && "__typename" in value ? [value as Found, ...inside] : inside;
}

async function oneOfEach(from: TestServer): Promise<Found[]> {
  return nodesIn(await from.query(ONE_OF_EACH));
}

test("every node type comes back by its global ID, alone and among others", async () => {
  const found = await oneOfEach(server);
  const types = new Set(found.map(({ __typename }) => __typename));
  expect([...types].sort()).toEqual([
    "Article",
    "Author",
    "Mention",
    "Organization",
    "Paragraph",
    "Person",
    "Place",
    "Section",
    "Source",
  ]);
  const spreads = "...a ...s ...c ...w ...g ...m ...e";
  const { nodes } = await server.query(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ${spreads} } } ${FRAGMENTS}`,
    { ids: found.map(({ id }) => id) },
  );
  expect(nodes).toHaveLength(found.length);
  for (const [index, node] of nodes.entries()) expect(found[index]).toMatchObject(node);
  for (const { __typename, id } of found) {
    const { node } = await server.query("query ($id: ID!) { node(id: $id) { __typename id } }", { id });
    expect(node).toEqual({ __typename, id });
  }
});

test("what is no ID, or the ID of nothing, is null", async () => {
  const [article] = (await server.query("{articles(first: 1) { nodes { id } }}")).articles.nodes;
  const part = article.id.slice(1);
  const ids = [
    "",
    "A",
    "nonsense",
    "Zabcdefghijk",
    "A00000000000",
    "P00000000000",
    "S00000000000",
    "C00000000000",
    "W00000000000",
    "T00000000000",
    `G${part}.99999`,
    `M${part}.0.99999`,
    `M${part}`,
    "G00000000000.0",
    `G${part}.0.1`,
    "😀",
    "'; DROP TABLE article; --",
  ];
  const { nodes } = await server.query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  expect(nodes).toEqual(ids.map(() => null));
});

test("more IDs than a page holds are refused", async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `A${index}`);
  const error = await server.refusal("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
  expect(error).toMatchObject({
    message: "101 IDs were asked for.",
    extensions: { code: "BAD_INPUT", hint: "Ask for at most 100 at once." },
  });
});

test("the same things get the same IDs and slugs in another database", async () => {
  const query = `{
    articles(first: 100) { nodes { id slug headline mentions(first: 3) { nodes { id surface } } paragraphs(first: 2) { nodes { id text } } } }
    entities(first: 100) { nodes { id slug } }
    sources(first: 100) { id slug name }
  }`;
  const rebuilt = await openTestDatabase();
  try {
    await ingestInto(rebuilt, [sampleArchive]);
    const other = await startTestServer(rebuilt);
    try {
      expect(await other.query(query)).toEqual(await server.query(query));
    } finally {
      await other.close();
    }
  } finally {
    await rebuilt.close();
  }
});

test("an article comes by ID, slug and any spelling of its address", async () => {
  const { articles } = await server.query(
    "{articles(first: 50, filter: {isStub: false}) { nodes { id slug url } }}",
  );
  const withUrl = articles.nodes.find(({ url }: { url: string | null }) => url !== null);
  const { id, slug, url } = withUrl;
  const spellings = [
    url,
    url.replace("https://", "http://"),
    `${url}?utm_source=x#top`,
    url.replace("://", "://www."),
  ];
  for (const [name, value] of [
    ["id", id],
    ["slug", slug],
    ...spellings.map((each) => ["url", each]),
  ] as const) {
    const { article } = await server.query(`query { article(${name}: ${JSON.stringify(value)}) { id } }`);
    expect(article).toEqual({ id });
  }
  const { none } = await server.query('{none: article(url: "https://nowhere.example/x") { id }}');
  expect(none).toBe(null);
  for (const args of ["", `(id: "${id}", slug: "${slug}")`]) {
    const error = await server.refusal(`{article${args} { id }}`);
    expect(error.extensions?.code).toBe("BAD_INPUT");
  }
});
