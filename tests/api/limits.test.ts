import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;
let small: TestServer;

beforeAll(async () => {
  const sample = await openSampleDatabase();
  server = await startTestServer(sample);
  small = await startTestServer(sample, {
    maxDepth: 5,
    maxTokens: 60,
    maxAliases: 2,
    maxCost: 100,
    maxNodes: 20,
    maxPageSize: 10,
    maxBodyBytes: 1024,
  });
});
afterAll(async () => {
  await server.close();
  await small.close();
});

const nested = (depth: number): string =>
  "articles { nodes { source { ".repeat(depth) + "id" + " } } }".repeat(depth);

test.for([
  [
    "depth",
    "{articles(first: 1) { nodes { source { articles(first: 1) { nodes { id } } } } }}",
    "QUERY_TOO_LARGE",
    "The query is 6 levels deep; 5 are allowed.",
  ],
  [
    "depth by fragments",
    "{articles(first: 1) { nodes { ...a } }} fragment a on Article { source { ...s } } fragment s on Source { articles(first: 1) { nodes { id } } }",
    "QUERY_TOO_LARGE",
    "The query is 6 levels deep; 5 are allowed.",
  ],
  [
    "aliases",
    "{a: __typename b: __typename c: __typename}",
    "QUERY_TOO_LARGE",
    "The query has 3 aliases; 2 are allowed.",
  ],
  [
    "cost",
    "{articles(first: 10) { nodes { id slug headline url byline inLanguage wordCount isStub commentCount } }}",
    "QUERY_TOO_LARGE",
    "The query may resolve 111 fields; 100 are allowed.",
  ],
  [
    "nodes",
    "{articles(first: 5) { nodes { mentions(first: 4) { nodes { id } } } }}",
    "QUERY_TOO_LARGE",
    "The query may return 25 items; 20 are allowed.",
  ],
  [
    "tokens",
    `{${"__typename ".repeat(60)}}`,
    "GRAPHQL_PARSE_FAILED",
    "Syntax Error: Document contains more that 60 tokens. Parsing aborted.",
  ],
] as const)("%s", async ([, query, code, message]) => {
  const { status, errors } = await small.ask(query);
  expect(errors.map((error) => [error.extensions?.code, error.message])).toEqual([[code, message]]);
  expect(status).toBe(400);
});

test("page sizes", async () => {
  const error = await small.refusal("{articles(first: 11) { nodes { id } }}");
  expect(error).toMatchObject({ message: "first is 11.", extensions: { code: "BAD_INPUT" } });
  const { articles } = await small.query("{articles { nodes { id } }}");
  expect(articles.nodes).toHaveLength(10);
});

test("variables count: the page size of a variable is that of a literal", async () => {
  const query = "query ($n: Int) { articles(first: $n) { nodes { mentions(first: $n) { nodes { id } } } } }";
  expect((await small.ask(query, { n: 4 })).errors).toEqual([]);
  expect((await small.ask(query, { n: 6 })).errors[0]?.extensions?.code).toBe("QUERY_TOO_LARGE");
});

test("body size: 413 in the shape of errors", async () => {
  const { status, errors } = await small.ask(`{__typename} # ${"x".repeat(2000)}`);
  expect(status).toBe(413);
  expect(errors).toEqual([{ message: expect.any(String), extensions: { code: "BAD_INPUT" } }]);
});

test("every limit is visible in the API", async () => {
  const { system } = await small.query(
    "{system { limits { maxDepth maxTokens maxCost maxNodes maxPageSize maxAliases } }}",
  );
  expect(system.limits).toEqual({
    maxDepth: 5,
    maxTokens: 60,
    maxCost: 100,
    maxNodes: 20,
    maxPageSize: 10,
    maxAliases: 2,
  });
});

test("each answer tells its cost, pages multiplied out", async () => {
  const { extensions } = await server.ask(
    "{articles(first: 10) { nodes { id mentions(first: 5) { nodes { id } } } }}",
  );
  // articles + 10 × (nodes + id + mentions + 5 × (nodes + id)); nodes: 10 articles and 50 mentions
  expect(extensions.cost).toEqual({ cost: expect.any(Number), maxCost: 20_000, nodes: 60, maxNodes: 10_000 });
  const deeper = await server.ask(
    "{articles(first: 10) { nodes { id mentions(first: 10) { nodes { id } } } }}",
  );
  expect(deeper.extensions.cost).toMatchObject({ nodes: 110 });
});

/** Small documents that ask for much, or that cost much to check. */
const hostile: [name: string, query: string, variables?: Record<string, unknown>][] = [
  [
    "articles in circles",
    "{articles(first: 100) { nodes { related(first: 100) { nodes { related(first: 100) { nodes { id } } } } } }}",
  ],
  [
    "the same by a fragment",
    "{articles(first: 100) { nodes { ...a } }} fragment a on Article { related(first: 100) { nodes { ...b } } } fragment b on Article { related(first: 100) { nodes { id } } }",
  ],
  [
    "fragments that double each other",
    `{...f0} ${Array.from({ length: 150 }, (_, index) => `fragment f${index} on Query {...f${index + 1} ...f${index + 1}}`).join(" ")} fragment f150 on Query {system {version}}`,
  ],
  ["a fragment in circles", "{...f} fragment f on Query {...f}"],
  ["a deep query", `{${nested(100)}}`],
  ["many aliases", `{${Array.from({ length: 200 }, (_, index) => `a${index}: system {version}`).join(" ")}}`],
  ["many directives", `{system {version ${"@include(if: true) ".repeat(400)}}}`],
  ["many tokens", `{${"__typename ".repeat(5000)}}`],
  ["overlapping fields", `{${"system {limits {maxDepth maxCost}} ".repeat(250)}}`],
  ["introspection in circles", `{__schema {types ${"{fields {type ".repeat(20)}{name}${"}}".repeat(20)}}}`],
  ["a filter in a filter", `{articles(filter: ${"{not: ".repeat(400)}{}${"}".repeat(400)}) {nodes {id}}}`],
  [
    "a wide filter",
    "query ($f: ArticleFilter) {articles(filter: $f) {nodes {id}}}",
    { f: { or: Array.from({ length: 5000 }, () => ({ isStub: true })) } },
  ],
  [
    "a long list",
    "query ($ids: [ID!]) {articles(filter: {ids: $ids}) {nodes {id}}}",
    { ids: Array.from({ length: 20_000 }, () => "A1") },
  ],
  ["a large page by a variable", "query ($n: Int) {articles(first: $n) {nodes {id}}}", { n: 2147483647 }],
];

test.for(hostile)("%s is answered or refused, never INTERNAL", async ([, query, variables]) => {
  const { status, errors } = await server.ask(query, variables);
  expect([200, 400]).toContain(status);
  for (const { extensions } of errors) {
    expect(["QUERY_TOO_LARGE", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_INPUT"]).toContain(
      extensions?.code,
    );
  }
  const { system } = await server.query("{system { version }}");
  expect(system.version).toEqual(expect.any(String));
});

test("variables that are nested very deep are refused before anything reads them", async () => {
  const query = "query ($f: ArticleFilter) { articles(filter: $f) { nodes { id } } }";
  const filter = `${'{"not":'.repeat(20_000)}{}${"}".repeat(20_000)}`;
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"query": ${JSON.stringify(query)}, "variables": {"f": ${filter}}}`,
  });
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: object[] };
  expect(errors).toEqual([
    { message: "The variables are nested more than 40 deep.", extensions: { code: "BAD_INPUT" } },
  ]);
});

test("the introspection query of GraphiQL passes", async () => {
  const options = {
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    inputValueDeprecation: true,
    schemaDescription: true,
  };
  const { data, errors } = await server.ask(getIntrospectionQuery(options));
  expect(errors).toEqual([]);
  expect(data.__schema.types.length).toBeGreaterThan(50);
});
