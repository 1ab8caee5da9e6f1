import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../api/testServer.js";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { readDocuments, type Block } from "./markdown.js";

const documents = readDocuments();
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

/** Queries of a document, each with the answer that follows it, where one does. */
function examples({ blocks }: { blocks: Block[] }): { query: Block; answer: Block | null }[] {
  return blocks.flatMap((block, index) => {
    // Changes are made in a database of their own: tests/api/ingest.test.ts.
    if (block.language !== "graphql" || block.text.startsWith("mutation")) return [];
    const next = blocks[index + 1];
    return [
      { query: block, answer: next?.language === "json" && /^\s*\{\s*"data"/u.test(next.text) ? next : null },
    ];
  });
}

test.each(
  documents.flatMap((document) =>
    examples(document).map((example) => ({ place: `${document.path}:${example.query.line}`, ...example })),
  ),
)("the query at $place answers on the sample archive as the document says", async ({ query, answer }) => {
  const { data, errors } = await server.ask(query.text);
  expect(errors).toEqual([]);
  if (answer !== null) expect({ data }).toEqual(JSON.parse(answer.text));
  expect(JSON.stringify(data)).not.toMatch(/^\{("\w+":null,?)+\}$/u);
});

test("the README shows an answer", () => {
  const readme = documents.find(({ path }) => path === "README.md");
  expect(readme && examples(readme).some(({ answer }) => answer !== null)).toBe(true);
});
