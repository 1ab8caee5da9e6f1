import { afterEach, beforeEach, expect, test } from "vitest";
import type { KnowledgeBase } from "../../src/annotation/KnowledgeBase.js";
import { syncKnowledge } from "../../src/ingestion/syncKnowledge.js";
import { openTestDatabase, testAnnotator, type TestDatabase } from "../fixtures/testDatabase.js";

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const { knowledgeBase } = testAnnotator();

/** The knowledge base with another version, in which one entity is changed. */
function changed(id: string, change: object): KnowledgeBase {
  const entities = knowledgeBase.entities.map((entity) =>
    entity.id === id ? { ...entity, ...change } : entity,
  );
  return { version: "another", entities };
}

const person = knowledgeBase.entities.find(({ kind }) => kind === "PERSON")!;

const row = (slug: string): Promise<Record<string, unknown> | null> =>
  database.sql.first("SELECT key, id, kind, preferred_names AS names FROM entity WHERE slug = ?", [slug]);

test("every entity gets a key and its names; once more it is not done", async () => {
  const keys = await syncKnowledge(database, knowledgeBase);
  expect(keys.size).toBe(knowledgeBase.entities.length);
  expect(new Set(keys.values()).size).toBe(keys.size);
  const nameless = await database.sql.all(
    "SELECT slug FROM entity e WHERE NOT EXISTS (SELECT 1 FROM entity_name n WHERE n.entity_key = e.key)",
  );
  expect(nameless).toEqual([]);
  const statements: string[] = [];
  const end = database.observe((text) => statements.push(text));
  expect(await syncKnowledge(database, knowledgeBase)).toEqual(keys);
  end();
  expect(statements.filter((text) => !text.startsWith("SELECT"))).toEqual([]);
});

test("another version changes what is different and keeps keys and IDs", async () => {
  await syncKnowledge(database, knowledgeBase);
  const before = await row(person.id);
  const names = { ...person.names, en: "Another Name" };
  await syncKnowledge(database, changed(person.id, { names }));
  expect(await row(person.id)).toEqual({ ...before, names: JSON.stringify(names) });
  const found = await database.sql.all("SELECT entity_key FROM entity_name WHERE value = ?", [
    "Another Name",
  ]);
  expect(found.map((each) => ({ ...(each as object) }))).toContainEqual({ entity_key: before?.key });
});

test("a corrected kind gives another ID under the same key", async () => {
  await syncKnowledge(database, knowledgeBase);
  const before = await row(person.id);
  await syncKnowledge(database, changed(person.id, { kind: "ORGANIZATION" }));
  const after = await row(person.id);
  expect(after).toMatchObject({ key: before?.key, kind: "ORGANIZATION" });
  expect([String(before?.id)[0], String(after?.id)[0]]).toEqual(["P", "O"]);
});
