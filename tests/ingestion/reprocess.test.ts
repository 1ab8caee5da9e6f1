import { expect, test } from "vitest";
import { checkGraph } from "../../src/graph/checkGraph.js";
import { graphHash } from "../../src/graph/graphHash.js";
import { reprocess } from "../../src/ingestion/reprocess.js";
import { ingestInto, openKnowledgeDatabase, sampleArchive, testAnnotator } from "../fixtures/testDatabase.js";

test("the graph is built anew from the kept documents, with the same IDs, slugs and content", async () => {
  const database = await openKnowledgeDatabase();
  const { created } = await ingestInto(database, [
    `${sampleArchive}/paratiritis.example`,
    `${sampleArchive}/kymata.example`,
  ]);
  const names = (): Promise<unknown[]> => database.sql.all("SELECT id, slug FROM article ORDER BY id");
  const [before, hash] = [await names(), await graphHash(database.sql)];
  // As an older program may have left it: without roles and quotations, and with fewer mentions.
  await database.write(async (sql) => {
    for (const table of ["quotation", "role_mention", "role"]) await sql.all(`DELETE FROM ${table}`);
  });
  expect(await graphHash(database.sql)).not.toBe(hash);
  const progress: number[] = [];
  const report = await reprocess(database, testAnnotator(), {
    onProgress: ({ documents }) => void progress.push(documents),
  });
  expect(report).toMatchObject({ articles: created, unreadable: [] });
  expect(progress.at(-1)).toBe(report.documents);
  expect(await graphHash(database.sql)).toBe(hash);
  expect(await names()).toEqual(before);
  expect(await checkGraph(database.sql)).toEqual([]);
  await database.close();
});
