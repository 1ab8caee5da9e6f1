import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openSampleDatabase, openTestDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

/** One query for each way to be refused: code, HTTP status, and whether there is a hint. */
const refusals: [
  name: string,
  code: string,
  status: number,
  query: string,
  variables?: Record<string, unknown>,
][] = [
  ["no GraphQL", "GRAPHQL_PARSE_FAILED", 400, "{articles("],
  ["an unknown field", "GRAPHQL_VALIDATION_FAILED", 400, "{nothing}"],
  ["a missing argument", "GRAPHQL_VALIDATION_FAILED", 400, "{node { id }}"],
  ["a literal of another type", "GRAPHQL_VALIDATION_FAILED", 400, '{articles(first: "x") { nodes { id } }}'],
  [
    "a variable of another type",
    "BAD_USER_INPUT",
    400,
    "query ($n: Int) { articles(first: $n) { nodes { id } } }",
    { n: "x" },
  ],
  ["a missing variable", "BAD_USER_INPUT", 400, "query ($id: ID!) { node(id: $id) { id } }"],
  [
    "an unknown field of an input",
    "BAD_USER_INPUT",
    400,
    "query ($f: ArticleFilter) { articles(filter: $f) { nodes { id } } }",
    { f: { x: 1 } },
  ],
  [
    "a language that is none",
    "BAD_USER_INPUT",
    400,
    "query ($l: LanguageTag!) { articles(filter: {languages: [$l]}) { nodes { id } } }",
    { l: "!" },
  ],
  [
    "an address that is none",
    "BAD_USER_INPUT",
    400,
    "query ($u: URL) { article(url: $u) { id } }",
    { u: "nowhere" },
  ],
  [
    "a date that is none",
    "BAD_USER_INPUT",
    400,
    "query ($d: DateTime) { articles(filter: {published: {from: $d}}) { nodes { id } } }",
    { d: "soon" },
  ],
  ["NUL in a variable", "BAD_INPUT", 400, "query ($s: String) { article(slug: $s) { id } }", { s: "a\0b" }],
  ["NUL in the document", "BAD_INPUT", 400, '{article(slug: "a\\u0000b") { id }}'],
  ["two references", "BAD_INPUT", 200, '{article(id: "A1", slug: "x") { id }}'],
  ["a page size out of range", "BAD_INPUT", 200, "{articles(first: 0) { nodes { id } }}"],
  [
    "a duration that is none",
    "BAD_INPUT",
    200,
    '{articles(filter: {published: {last: "a week"}}) { nodes { id } }}',
  ],
  [
    "from with last",
    "BAD_INPUT",
    200,
    '{articles(filter: {published: {last: "P1D", from: "2022-01-01T00:00:00Z"}}) { nodes { id } }}',
  ],
  [
    "a time zone that is none",
    "BAD_INPUT",
    200,
    '{entity(slug: "china") { timeline(interval: DAY, timeZone: "Mars") { start } }}',
  ],
  [
    "an hourly timeline of years",
    "BAD_INPUT",
    200,
    '{entity(slug: "china") { timeline(interval: HOUR) { start } }}',
  ],
  [
    "a predicate without entities",
    "BAD_INPUT",
    200,
    "{articles(filter: {mentions: {parts: [HEADLINE]}}) { nodes { id } }}",
  ],
  [
    "a proximity of one entity",
    "BAD_INPUT",
    200,
    '{articles(filter: {mentions: {any: ["china"], within: SENTENCE}}) { nodes { id } }}',
  ],
  [
    "nine entities together",
    "BAD_INPUT",
    200,
    "query ($a: [ID!]) { articles(filter: {mentions: {all: $a, within: SENTENCE}}) { nodes { id } } }",
    { a: "abcdefghi".split("") },
  ],
  [
    "101 conditions",
    "BAD_INPUT",
    200,
    "query ($a: [ID!]) { articles(filter: {mentions: {all: $a}}) { nodes { id } } }",
    { a: Array.from({ length: 101 }, String) },
  ],
  ["a pair of nobody", "BAD_INPUT", 200, '{pair(a: "nobody", b: "china") { articleCount }}'],
  ["a cursor that is none", "BAD_CURSOR", 200, '{articles(after: "x") { nodes { id } }}'],
  ["a name of several", "AMBIGUOUS_NAME", 200, '{person(name: "Κλίντον") { id }}'],
];

test.for(refusals)("%s: %s, status %i, in the one shape", async ([, code, status, query, variables]) => {
  const answer = await server.ask(query, variables);
  expect(answer.status).toBe(status);
  expect(answer.errors.length).toBeGreaterThan(0);
  for (const error of answer.errors) {
    expect(error.message.length).toBeGreaterThan(5);
    expect(error.extensions?.code).toBe(code);
    expect(
      Object.keys(error).filter((key) => !["message", "locations", "path", "extensions"].includes(key)),
    ).toEqual([]);
    const known = ["code", "hint", "candidates"];
    expect(Object.keys(error.extensions ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    if (status === 200) expect(error.path?.length).toBeGreaterThan(0);
    expect(JSON.stringify(error)).not.toMatch(/SELECT|sqlite|postgres|node_modules|\.js\b|\.ts\b|stack/iu);
  }
});

test("errors of our own code have a hint, where the message alone does not say what to do", async () => {
  const hints = await Promise.all(
    refusals
      .filter(([, , status]) => status === 200)
      .map(async ([name, , , query, variables]) => {
        const error = await server.refusal(query, variables);
        return [name, error.extensions?.hint] as const;
      }),
  );
  const bare = hints.filter(([, hint]) => typeof hint !== "string").map(([name]) => name);
  expect(bare).toEqual(["two references", "from with last"]);
});

describe("what we did not expect", () => {
  test("reaches the caller as INTERNAL with an error ID only; the log has the rest under that ID", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const database = await openTestDatabase();
    const broken = await startTestServer(database);
    try {
      await database.write((sql) => sql.all("ALTER TABLE mention RENAME TO mislaid"));
      const { status, data, errors } = await broken.ask("{mentions { nodes { id } } system { version }}");
      expect(status).toBe(200);
      expect(data).toBe(null);
      expect(errors).toEqual([
        {
          message: "Something went wrong on our side.",
          locations: [{ line: 1, column: 2 }],
          path: ["mentions"],
          extensions: { code: "INTERNAL", errorId: expect.stringMatching(/^[\da-f-]{36}$/u) },
        },
      ]);
      const lines = log.mock.calls.map(([line]) => String(line));
      expect(lines.filter((line) => line.includes(String(errors[0]?.extensions?.errorId)))).toHaveLength(1);
      expect(lines.join("\n")).toContain("mention");
    } finally {
      log.mockRestore();
      await broken.close();
      await database.close();
    }
  });

  test("a closed database says nothing of itself", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const database = await openTestDatabase();
    const broken = await startTestServer(database);
    await database.close();
    try {
      const { errors } = await broken.ask("{articles { nodes { id } }}");
      expect(errors).toHaveLength(1);
      expect(["INTERNAL", "UNAVAILABLE"]).toContain(errors[0]?.extensions?.code);
      expect(JSON.stringify(errors)).not.toMatch(/SELECT|DataSource|127\.0\.0\.1|:\d{4}|\.js/u);
      expect(JSON.stringify(errors)).not.toContain(database.settings.dataDirectory);
    } finally {
      log.mockRestore();
      await broken.close();
    }
  });
});
