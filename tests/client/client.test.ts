import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ArticlesDocument,
  createClient,
  EntityDocument,
  RequestError,
  SearchDocument,
} from "../../src/client/index.js";
import { startTestServer, type TestServer } from "../api/testServer.js";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { root } from "../program/builtProgram.js";

let server: TestServer;
let url = "";

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
  url = `${server.url}/graphql`;
});
afterAll(() => server.close());

test("every answer has the type of its document", async () => {
  const client = createClient({ url });
  const { articles } = await client.request(ArticlesDocument, { first: 3, filter: { isStub: false } });
  expect(articles.nodes).toHaveLength(3);
  const next = await client.request(ArticlesDocument, {
    first: 3,
    after: articles.pageInfo.endCursor,
    filter: { isStub: false },
  });
  const seen = new Set(articles.nodes.map(({ id }) => id));
  expect(next.articles.nodes.filter(({ id }) => seen.has(id))).toEqual([]);
  const { search } = await client.request(SearchDocument, { q: "Πατρούσεφ", first: 5, lang: "el" });
  expect(search.edges.map(({ node }) => node.__typename)).toContain("Article");
});

test("an answer with errors is thrown with code, hint and what was answered nevertheless", async () => {
  const client = createClient({ url });
  const refused = client.request(EntityDocument, {});
  await expect(refused).rejects.toThrow(RequestError);
  await expect(refused).rejects.toMatchObject({ code: "BAD_INPUT", data: { entity: null } });
});

test("an answer that is no GraphQL is thrown with its status", async () => {
  const client = createClient({ url: `${server.url}/health` });
  await expect(client.request(ArticlesDocument)).rejects.toMatchObject({ status: 404, code: "BAD_INPUT" });
});

test("a request can be aborted, and headers and fetch are the caller's", async () => {
  const sent: RequestInit[] = [];
  const client = createClient({
    url,
    headers: { authorization: "Bearer x" },
    fetch: (input, init) => {
      sent.push(init ?? {});
      return fetch(input, init);
    },
  });
  await client.request(ArticlesDocument, { first: 1 });
  expect(sent[0]?.headers).toMatchObject({ authorization: "Bearer x" });
  await expect(client.request(ArticlesDocument, {}, { signal: AbortSignal.abort() })).rejects.toThrow(
    /abort/iu,
  );
});

test("the example program says who stands near a person, with a sentence", async () => {
  const program = path.join(root, "examples/client/connections.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [program, url, "Πατρούσεφ"], { cwd: root });
  expect(stdout).toMatch(/^Nikolai Patrushev \(.*\), \d+ articles\n/u);
  expect(stdout).toMatch(
    /\nYang Jiechi: together in \d+ articles\n {2}".*(?:Πατρούσεφ|Patrushev|Патрушев).*"\n/u,
  );
});
