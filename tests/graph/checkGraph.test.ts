import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkGraph } from "../../src/graph/checkGraph.js";
import { graphHash } from "../../src/graph/graphHash.js";
import { findFiles } from "../../src/ingestion/findFiles.js";
import {
  ingestInto,
  openKnowledgeDatabase,
  openSampleDatabase,
  sampleArchive,
  type TestDatabase,
} from "../fixtures/testDatabase.js";

test("the sample archive's graph is whole, and its hash is that of one read backwards", async () => {
  const forward = await openSampleDatabase();
  expect(await checkGraph(forward.sql)).toEqual([]);
  const backward = await openKnowledgeDatabase();
  await ingestInto(
    backward,
    findFiles([sampleArchive])
      .map(({ file }) => file)
      .reverse(),
  );
  expect(await checkGraph(backward.sql)).toEqual([]);
  expect(await graphHash(backward.sql)).toBe(await graphHash(forward.sql));
  await backward.close();
});

describe("a damaged graph", () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openKnowledgeDatabase();
    await ingestInto(database, [`${sampleArchive}/kymata.example`]);
  });
  afterEach(() => database.close());

  test.each([
    [
      "UPDATE mention SET surface = 'x' WHERE key = (SELECT min(key) FROM mention)",
      "offsets hold the words that they say",
    ],
    [
      "UPDATE entity SET mention_count = mention_count + 1 WHERE key = (SELECT min(entity_key) FROM mention)",
      "an entity's mentions are as many as it says",
    ],
    [
      "DELETE FROM co_mention WHERE article_key = (SELECT min(article_key) FROM co_mention)",
      "a pair's totals are those of its articles",
    ],
    [
      "UPDATE related_link SET target_key = 999999 WHERE article_key = (SELECT min(article_key) FROM related_link)",
      "related_link.target_key leads to a row of article",
    ],
  ])("%s", async (statement, check) => {
    const before = await graphHash(database.sql);
    await database.write((sql) => sql.all(statement));
    const faults = await checkGraph(database.sql);
    expect(faults.map((fault) => fault.check)).toContain(check);
    expect(faults[0]?.count).toBeGreaterThan(0);
    if (!statement.includes("999999")) expect(await graphHash(database.sql)).not.toBe(before);
    else await expect(graphHash(database.sql)).rejects.toThrow("leads nowhere");
  });
});
