import { cpSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findFiles } from "../../src/ingestion/findFiles.js";
import {
  ingestInto,
  makeFolder,
  openKnowledgeDatabase,
  openSampleDatabase,
  sampleArchive,
} from "../fixtures/testDatabase.js";
import { dumpGraph } from "./dumpGraph.js";

test("the sample archive makes the same graph in reverse order", async () => {
  const forward = await openSampleDatabase();
  const backward = await openKnowledgeDatabase();
  const files = findFiles([sampleArchive]).map(({ file }) => file);
  expect(files.length).toBeGreaterThan(70);
  const report = await ingestInto(backward, files.reverse());
  // Two pages are in the archive as they were before and after a correction.
  expect(report).toMatchObject({ seen: files.length, created: files.length - 2, updated: 2 });
  const [one, other] = [await dumpGraph(forward.sql), await dumpGraph(backward.sql)];
  for (const table of Object.keys(one)) expect(other[table], table).toEqual(one[table]);
  await backward.close();
});

test("counts equal their evidence over the sample archive", async () => {
  const { sql } = await openSampleDatabase();
  const wrongEntities = await sql.all(
    `SELECT e.slug FROM entity e WHERE e.article_count <> (SELECT count(DISTINCT article_key) FROM mention m WHERE m.entity_key = e.key)
       OR e.mention_count <> (SELECT count(*) FROM mention m WHERE m.entity_key = e.key)
       OR e.article_count <> (SELECT count(*) FROM article_entity x WHERE x.entity_key = e.key)`,
  );
  expect(wrongEntities).toEqual([]);
  const wrongTotals = await sql.all(
    `SELECT t.a_key, t.b_key FROM co_mention_total t WHERE t.paragraph_articles <> (SELECT count(*) FROM co_mention c WHERE c.a_key = t.a_key AND c.b_key = t.b_key)
       OR t.sentences <> (SELECT sum(c.sentences) FROM co_mention c WHERE c.a_key = t.a_key AND c.b_key = t.b_key)
       OR t.sentence_articles <> (SELECT count(*) FROM co_mention c WHERE c.a_key = t.a_key AND c.b_key = t.b_key AND c.sentences > 0)`,
  );
  expect(wrongTotals).toEqual([]);
  const surfaces = await sql.all<{ text: string; start: number; end: number; surface: string }>(
    `SELECT p.text, m.start_offset AS start, m.end_offset AS "end", m.surface FROM mention m
     JOIN paragraph p ON p.article_key = m.article_key AND p.ordinal = m.ordinal`,
  );
  expect(surfaces.length).toBeGreaterThan(1000);
  expect(surfaces.filter(({ text, start, end, surface }) => text.slice(start, end) !== surface)).toEqual([]);
});

test("a copy of the archive at another place adds nothing", async () => {
  const database = await openKnowledgeDatabase();
  const [outlet = ""] = readdirSync(sampleArchive).sort();
  const first = path.join(sampleArchive, outlet);
  const copy = makeFolder();
  cpSync(first, copy, { recursive: true });
  const { created } = await ingestInto(database, [first]);
  const before = await dumpGraph(database.sql);
  expect(await ingestInto(database, [copy])).toMatchObject({ created: 0, updated: 0, duplicates: created });
  expect(await dumpGraph(database.sql)).toEqual(before);
  await database.close();
});
