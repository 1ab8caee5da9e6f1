import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AnnotationTools } from "../../src/ingestion/reannotate.js";
import { reannotate } from "../../src/ingestion/reannotate.js";
import { joinThing, splitThing } from "../../src/ingestion/splitThing.js";
import { syncKnowledge } from "../../src/ingestion/syncKnowledge.js";
import {
  ingestInto,
  makeFolder,
  openKnowledgeDatabase,
  testAnnotator,
  type TestDatabase,
} from "../fixtures/testDatabase.js";
import { dumpGraph } from "./dumpGraph.js";

const pages = {
  "mayor.txt": `Ο δήμαρχος άνοιξε το νέο σχολείο

Ο δήμαρχος Λεωνίδας Μπραζιώτης έκοψε την κορδέλα του νέου σχολείου στη Βέροια.

«Το σχολείο άργησε, αλλά ήρθε», είπε ο Μπραζιώτης, που ευχαρίστησε τους δασκάλους και τους γονείς.
`,
  "player.txt": `Δύο γκολ του επιθετικού στο ντέρμπι

Ο ποδοσφαιριστής Λεωνίδας Μπραζιώτης σημείωσε δύο γκολ στο ντέρμπι της Κυριακής.

Ο Μπραζιώτης έφυγε με χειροκρότημα στο 80ό λεπτό, καθώς η ομάδα του είχε ήδη κρίνει το ματς.
`,
  "council.txt": `Ψηφίστηκε ο προϋπολογισμός του δήμου

Ο προϋπολογισμός πέρασε με μεγάλη πλειοψηφία, όπως ανακοίνωσε ο δήμαρχος Λεωνίδας Μπραζιώτης.

Η αντιπολίτευση μίλησε για υπερβολές και ζήτησε να δοθούν τα στοιχεία των έργων στη δημοσιότητα.
`,
};

let database: TestDatabase;
let tools: AnnotationTools;

beforeAll(async () => {
  database = await openKnowledgeDatabase();
  const folder = makeFolder();
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(pages)) writeFileSync(path.join(folder, name), text);
  await ingestInto(database, [folder]);
  const { knowledgeBase, gazetteer, tagger } = testAnnotator();
  tools = { gazetteer, tagger, entityKeys: await syncKnowledge(database, knowledgeBase) };
});
afterAll(() => database.close());

interface PersonRow {
  id: string;
  slug: string;
  articles: number;
  mentions: number;
}

function people(): Promise<PersonRow[]> {
  return database.sql.all<PersonRow>(
    `SELECT id, slug, article_count AS articles, mention_count AS mentions FROM entity WHERE slug LIKE '%braziotis%' OR slug LIKE '%mpraziotis%' ORDER BY article_count DESC`,
  );
}

async function articleOf(headline: string): Promise<string> {
  const row = await database.sql.first<{ slug: string }>("SELECT slug FROM article WHERE headline LIKE ?", [
    `${headline}%`,
  ]);
  return row?.slug ?? "";
}

test("a name of two people is one entity until it is split, and one again when the split is taken back", async () => {
  const before = await dumpGraph(database.sql);
  const [one, ...others] = await people();
  expect(others).toEqual([]);
  expect(one).toMatchObject({ articles: 3, mentions: 5 });
  const slug = one?.slug ?? "";

  const player = await articleOf("Δύο γκολ");
  const split = await splitThing(database, tools, slug, [player]);
  expect(split.articles).toEqual([player]);
  expect(split.entity.slug).not.toBe(slug);
  const [first, second, ...more] = await people();
  expect(more).toEqual([]);
  expect(first).toMatchObject({ slug, id: one?.id, articles: 2, mentions: 3 });
  expect(second).toMatchObject({ slug: split.entity.slug, articles: 1, mentions: 2 });
  const roles = await database.sql.all<{ holder: string; title: string }>(
    "SELECT e.slug AS holder, r.normalized_title AS title FROM role r JOIN entity e ON e.key = r.holder_key ORDER BY title",
  );
  expect(roles).toEqual([
    { holder: slug, title: "mayor" },
    { holder: split.entity.slug, title: "player" },
  ]);

  const { entity } = await joinThing(database, tools, split.entity.slug, []);
  expect(entity).toEqual({ id: one?.id, slug });
  expect(await dumpGraph(database.sql)).toEqual(before);
});

test("a split holds when the article is annotated again", async () => {
  const [one] = await people();
  const player = await articleOf("Δύο γκολ");
  const { entity } = await splitThing(database, tools, one?.slug ?? "", [player]);
  const before = await dumpGraph(database.sql);
  await database.write(async (sql) => {
    const row = await sql.first<{ key: number }>("SELECT key FROM article WHERE slug = ?", [player]);
    await reannotate(sql, row?.key ?? 0, tools);
  });
  expect(await dumpGraph(database.sql)).toEqual(before);
  await joinThing(database, tools, entity.id, [player]);
});

test("what cannot be split is said", async () => {
  const [one] = await people();
  const slug = one?.slug ?? "";
  const all = await database.sql.all<{ slug: string }>("SELECT slug FROM article WHERE is_stub = ?", [false]);
  const refused = [
    splitThing(database, tools, "vladimir-putin", ["x"]),
    splitThing(database, tools, "nobody-at-all", ["x"]),
    splitThing(database, tools, slug, ["no-such-article"]),
    splitThing(
      database,
      tools,
      slug,
      all.map((row) => row.slug),
    ),
    joinThing(database, tools, slug, []),
  ];
  for (const promise of refused) await expect(promise).rejects.toMatchObject({ code: "BAD_INPUT" });
});
