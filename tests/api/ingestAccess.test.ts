import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { IngestQueue } from "../../src/ingestion/IngestQueue.js";
import { localPreparer } from "../../src/ingestion/Preparer.js";
import { openKnowledgeDatabase, testAnnotator, type TestDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let database: TestDatabase;
let queue: IngestQueue;
let server: TestServer;

beforeAll(async () => {
  database = await openKnowledgeDatabase();
  queue = await IngestQueue.open(database, {
    openAnnotator: testAnnotator,
    openPreparer: () => localPreparer(testAnnotator()),
  });
  server = await startTestServer(database, {}, queue);
});
afterAll(async () => {
  await server.close();
  await queue.close();
  await database.close();
});

/** Code of the answer to a request with headers that `fetch` does not let a program set. */
function codeWith(
  headers: Record<string, string>,
  query = "{ ingestJobs { totalCount { value } } }",
  url = server.url,
) {
  return new Promise<string | null>((resolve, reject) => {
    const call = request(`${url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    call.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (piece: string) => (text += piece));
      response.on("end", () =>
        resolve(
          (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions
            .code ?? null,
        ),
      );
    });
    call.on("error", reject);
    call.end(JSON.stringify({ query }));
  });
}

test.for<[string, Record<string, string>, string | null]>([
  ["a program on this computer", {}, null],
  ["a page whose name points here", { host: "evil.example" }, "FORBIDDEN"],
  ["one that a proxy passed on", { "x-forwarded-for": "192.0.2.1" }, "FORBIDDEN"],
])("without a token, %s: %s %s", async ([, headers, code]) => {
  expect(await codeWith(headers)).toBe(code);
});

test("with a token, who brings it", async () => {
  const guarded = await startTestServer(database, { ingestToken: "s3cret" }, queue);
  try {
    const list = "{ ingestJobs { totalCount { value } } }";
    expect(await codeWith({}, list, guarded.url)).toBe("FORBIDDEN");
    expect(await codeWith({ authorization: "Bearer other" }, list, guarded.url)).toBe("FORBIDDEN");
    expect(await codeWith({ authorization: "Bearer s3cret" }, list, guarded.url)).toBe(null);
    for (const refused of [
      'mutation { ingestDocument(input: {content: "x"}) { outcome } }',
      'mutation { startIngest(input: {path: "x"}) { job { id } } }',
      'mutation { cancelIngest(id: "J1") { job { id } } }',
      'mutation { retryFailed(id: "J1") { job { id } } }',
      "mutation { reprocess { job { id } } }",
      '{ ingestJob(id: "J1") { id } }',
      '{ node(id: "J1") { id } }',
    ]) {
      expect([refused, await codeWith({}, refused, guarded.url)]).toEqual([refused, "FORBIDDEN"]);
    }
  } finally {
    await guarded.close();
  }
});

test("what anyone may read needs no token", async () => {
  expect(await codeWith({ host: "evil.example" }, "{ articles { totalCount { value } } }")).toBe(null);
});
