import { buildSchema as parseSchema, printSchema } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSchema } from "../../src/schema/buildSchema.js";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

// The requests of the GraphQL over HTTP audit that concern what this server offers, and the rules of its own.

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

const JSON_TYPE = "application/json";
const RESPONSE_TYPE = "application/graphql-response+json";

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": JSON_TYPE, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

test.for<[accept: string, type: string]>([
  [JSON_TYPE, "application/json; charset=utf-8"],
  [RESPONSE_TYPE, "application/graphql-response+json; charset=utf-8"],
  ["*/*", "application/json; charset=utf-8"],
  [`${RESPONSE_TYPE}, ${JSON_TYPE};q=0.9`, "application/graphql-response+json; charset=utf-8"],
])("Accept: %s is answered as %s", async ([accept, type]) => {
  const response = await post({ query: "{__typename}" }, { accept });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe(type);
  expect(await response.json()).toMatchObject({ data: { __typename: "Query" } });
});

test("what the server cannot write is refused", async () => {
  expect((await post({ query: "{__typename}" }, { accept: "text/plain" })).status).toBe(406);
});

test.for(["application/json; charset=utf-8", "application/json;charset=UTF-8"])(
  "%s is read",
  async (type) => {
    const response = await post({ query: '{article(slug: "Ώ😀") {id}}' }, { "content-type": type });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { article: null } });
  },
);

test.for([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
  "image/png",
])("a body of type %s is refused, and nothing runs", async (type) => {
  const response = await post("query={__typename}", { "content-type": type });
  expect([400, 415]).toContain(response.status);
  const { errors, data } = (await response.json()) as {
    errors: { extensions: { code: string } }[];
    data?: object;
  };
  expect(data).toBe(undefined);
  expect(["BAD_INPUT", "BAD_REQUEST"]).toContain(errors[0]?.extensions.code);
});

test.for<[name: string, body: unknown]>([
  ["malformed JSON", "{bad"],
  ["no JSON object", "[]"],
  ["nothing", ""],
  ["a string", '"{__typename}"'],
  ["no query", {}],
  ["a query that is no text", { query: 1 }],
  ["variables that are no object", { query: "{__typename}", variables: "x" }],
  ["variables that are a list", { query: "{__typename}", variables: [] }],
  ["an operation name that is no text", { query: "{__typename}", operationName: 1 }],
  ["an unknown operation", { query: "query A {__typename} query B {__typename}", operationName: "C" }],
  ["two operations without a name", { query: "query A {__typename} query B {__typename}" }],
  ["a batch", [{ query: "{__typename}" }, { query: "{__typename}" }]],
  ["extensions that are no object", { query: "{__typename}", extensions: 1 }],
])("%s is refused with status 400 in the shape of errors", async ([, body]) => {
  for (const accept of [JSON_TYPE, RESPONSE_TYPE]) {
    const response = await post(body, { accept });
    expect(response.status).toBe(400);
    const { errors, data } = (await response.json()) as {
      errors: { message: string; extensions: { code: string } }[];
      data?: object;
    };
    expect(data).toBe(undefined);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect(message.length).toBeGreaterThan(5);
      expect(extensions.code).toEqual(expect.any(String));
      expect(extensions.code).not.toBe("INTERNAL");
    }
  }
});

test.for([
  ["a document with a fault", "{nothing}"],
  ["a document that is no GraphQL", "{"],
])("%s has status 400 and no data", async ([, query]) => {
  for (const accept of [JSON_TYPE, RESPONSE_TYPE]) {
    const response = await post({ query }, { accept });
    expect(response.status).toBe(400);
    expect(await response.json()).not.toHaveProperty("data");
  }
});

test("variables and the operation's name may be null", async () => {
  const response = await post({
    query: "{__typename}",
    variables: null,
    operationName: null,
    extensions: null,
  });
  expect(response.status).toBe(200);
});

test("a query may come by GET, so that caches can keep it, from programs but not from foreign pages", async () => {
  const address = new URL(`${server.url}/graphql`);
  address.searchParams.set("query", "query Q($slug: String) {entity(slug: $slug) {slug}}");
  address.searchParams.set("variables", '{"slug": "china"}');
  address.searchParams.set("operationName", "Q");
  const wanted = { data: { entity: { slug: "china" } } };
  const preflighted = await fetch(address, { headers: { "apollo-require-preflight": "1" } });
  expect(preflighted.status).toBe(200);
  expect(await preflighted.json()).toMatchObject(wanted);
  // A page elsewhere can send this one without asking.
  const simple = await fetch(address);
  expect(simple.status).toBe(400);
  expect(await simple.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
});

test("GET of nothing leads a person to the playground", async () => {
  const response = await fetch(`${server.url}/graphql`, {
    headers: { accept: "text/html" },
    redirect: "manual",
  });
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe("/");
});

test("no page elsewhere may read the answers", async () => {
  const response = await post({ query: "{__typename}" }, { origin: "https://elsewhere.example" });
  expect(response.headers.get("access-control-allow-origin")).toBe(null);
});

test("other methods and addresses are refused in the shape of errors", async () => {
  for (const [method, path] of [
    ["PUT", "/graphql"],
    ["DELETE", "/graphql"],
    ["GET", "/nothing/here"],
  ] as const) {
    const response = await fetch(`${server.url}${path}`, { method });
    expect([404, 405]).toContain(response.status);
    expect(await response.json()).toMatchObject({
      errors: [{ message: expect.any(String), extensions: { code: "BAD_INPUT" } }],
    });
  }
});

test("the schema is served as a file", async () => {
  const response = await fetch(`${server.url}/schema.graphql`);
  expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const text = await response.text();
  expect(printSchema(parseSchema(text))).toBe(printSchema(buildSchema()));
});

test("answers are compressed for those who ask", async () => {
  const response = await post(
    { query: "{articles(first: 50) {nodes {id headline}}}" },
    { "accept-encoding": "gzip" },
  );
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(await response.json()).toMatchObject({ data: { articles: { nodes: expect.any(Array) } } });
});

test("health", async () => {
  const response = await fetch(`${server.url}/health`);
  expect(response.status).toBe(200);
});
