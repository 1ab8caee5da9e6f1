import { afterAll, beforeAll, expect, test } from "vitest";
import { ingestInto, openKnowledgeDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { sourceFile, textPage, writeFiles } from "./pages.js";

let database: TestDatabase;

/** Every place of a page that is not the article's own text names somebody who is named nowhere else. */
beforeAll(async () => {
  database = await openKnowledgeDatabase();
  const page = textPage({
    headline: "Harbour shut in Piraeus",
    second: "Athens waits for its ferries",
    byline: "By Boris Johnson",
    section: "Kazakhstan",
    agencies: "Reuters and AFP",
    published: "14 March 2024, 09:30",
    paragraphs: [
      "Ursula von der Leyen was on board when the coast guard shut the harbour of Piraeus on Tuesday morning.",
      "Photo: Angela Merkel / Getty Images",
      "She took the train to Thessaloniki in the afternoon, and the ships left for Crete without her in the end.",
      "Read also: Olaf Scholz opens a bridge in Berlin",
    ],
    teasers: [
      {
        headline: "Macron meets Meloni",
        section: "Argentina",
        lead: "Emmanuel Macron and Giorgia Meloni talk about the budget.",
        byline: "By Joe Biden",
      },
    ],
  });
  await ingestInto(database, [writeFiles({ "source.json": sourceFile("Brussels Daily"), "a.txt": page })]);
});
afterAll(() => database.close());

async function named(headline: string): Promise<string[]> {
  const rows = await database.sql.all<{ names: string }>(
    `SELECT DISTINCT e.preferred_names AS names FROM mention m JOIN article a ON a.key = m.article_key
     JOIN entity e ON e.key = m.entity_key WHERE a.headline = ?`,
    [headline],
  );
  return rows.map(({ names }) => (JSON.parse(names) as { en: string }).en).sort();
}

test("only headline, lead, body and captions give mentions", async () => {
  const names = await named("Harbour shut in Piraeus");
  expect(names).toEqual(expect.arrayContaining(["Piraeus", "Ursula von der Leyen", "Thessaloniki", "Crete"]));
  const others = [
    "Boris Johnson",
    "Kazakhstan",
    "Reuters",
    "Angela Merkel",
    "Olaf Scholz",
    "Berlin",
    "Emmanuel Macron",
  ];
  for (const other of [
    ...others,
    "Giorgia Meloni",
    "Argentina",
    "Joe Biden",
    "Brussels",
    "Athens",
    "Facebook",
    "Twitter",
  ]) {
    expect(names).not.toContain(other);
  }
});

test("section and byline of a teaser give its stub no mentions", async () => {
  expect(await named("Macron meets Meloni")).toEqual(["Emmanuel Macron", "Giorgia Meloni"]);
  expect(await named("Olaf Scholz opens a bridge in Berlin")).toEqual(["Berlin", "Olaf Scholz"]);
});

test("agencies are originators, the photo agency is a credit; both are sources, not mentions", async () => {
  const rows = await database.sql.all<{ name: string; role: string; kind: string }>(
    "SELECT s.name, c.role, s.kind FROM info_source_credit c JOIN source s ON s.key = c.source_key ORDER BY s.name",
  );
  expect(rows.map(({ name, role, kind }) => [name, role, kind])).toEqual([
    ["AFP", "ORIGINATOR", "AGENCY"],
    ["Angela Merkel", "PHOTO", "AGENCY"],
    ["Getty Images", "PHOTO", "AGENCY"],
    ["Reuters", "ORIGINATOR", "AGENCY"],
  ]);
});
