import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { annotate } from "../../src/annotation/annotate.js";
import { Gazetteer } from "../../src/annotation/gazetteer/Gazetteer.js";
import { checkKnowledgeFile, loadKnowledgeBase } from "../../src/annotation/gazetteer/loadKnowledgeBase.js";
import { loadTagger } from "../../src/annotation/tagger/loadTagger.js";
import { importKnowledge, type ImportOptions } from "../../src/ingestion/knowledge/importKnowledge.js";

const item = (value: unknown): unknown => [{ mainsnak: { datavalue: { value } }, rank: "normal" }];
const items = (...ids: string[]): unknown => ids.flatMap((id) => item({ id }));
const labels = (table: Record<string, string>): unknown =>
  Object.fromEntries(Object.entries(table).map(([language, value]) => [language, { value, language }]));
const sitelinks = (count: number): unknown =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`wiki${index}`, {}]));

/** A woman of our own making, who holds an office of our own making. */
const woman = {
  id: "Q900000001",
  type: "item",
  labels: labels({ en: "Melina Ravdelli", el: "Μελίνα Ραβδέλλη", de: "Melina Ravdelli" }),
  aliases: { en: [{ value: "M. Ravdelli" }, { value: "MRV" }] },
  claims: {
    P31: items("Q5"),
    P21: items("Q6581072"),
    P27: items("Q41"),
    P39: [
      {
        mainsnak: { datavalue: { value: { id: "Q900000009" } } },
        rank: "normal",
        qualifiers: { P580: [{ datavalue: { value: { time: "+2021-03-01T00:00:00Z" } } }] },
      },
    ],
  },
  sitelinks: sitelinks(30),
};
const office = {
  id: "Q900000009",
  labels: labels({ en: "keeper of the lighthouse", el: "φύλακας του φάρου" }),
  claims: { P31: items("Q4164871") },
  sitelinks: {},
};
const club = {
  id: "Q900000002",
  labels: labels({ en: "Melina Ravdelli" }),
  claims: { P31: items("Q476028") },
  sitelinks: sitelinks(25),
};
const rare = { ...woman, id: "Q900000003", sitelinks: sitelinks(2) };
const putin = { ...woman, id: "Q7747" };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(process.env.MITOS_TEST_FOLDER ?? tmpdir(), "knowledge-"));
});

const options = (more: Partial<ImportOptions> = {}): ImportOptions => ({
  filter: {
    kinds: new Set(["PERSON", "ORGANIZATION", "PLACE", "EVENT"]),
    languages: ["el", "en", "ru"],
    minimumSitelinks: 20,
    classes: new Map(),
  },
  out: path.join(folder, "out.jsonl"),
  limit: null,
  ...more,
});

function dump(...rows: unknown[]): string {
  return `[\n${rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join(",\n")}\n]\n`;
}

const written = (): Record<string, unknown>[] =>
  readFileSync(path.join(folder, "out.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe("a Wikidata dump", () => {
  const base = loadKnowledgeBase();

  test("gives names, gender, country, offices with years, whatever the order of its lines", async () => {
    const file = path.join(folder, "dump.json");
    writeFileSync(file, dump(woman, office, rare, club));
    const report = await importKnowledge(file, base, options());
    expect(report).toMatchObject({ seen: 4, written: 2, filtered: 2, known: 0, bad: 0 });
    const [person, team] = written();
    expect(person).toMatchObject({
      id: "melina-ravdelli",
      kind: "PERSON",
      names: { el: "Μελίνα Ραβδέλλη", en: "Melina Ravdelli" },
      aliases: { en: ["M. Ravdelli"] },
      acronyms: { en: ["MRV"] },
      gender: "f",
      country: "GR",
      qid: "Q900000001",
      roles: [{ el: "φύλακας του φάρου", en: "keeper of the lighthouse", from: 2021, to: null }],
    });
    expect(team).toMatchObject({ id: "melina-ravdelli-q900000002", kind: "ORGANIZATION", subkind: "club" });
    expect(checkKnowledgeFile(options().out)).toEqual({ entities: 2, problems: [] });
  });

  test("keeps the neighbours of bad lines and says which lines are bad", async () => {
    const file = path.join(folder, "dump.json.gz");
    writeFileSync(file, gzipSync(dump("{ broken", woman, '"text"', "42", club)));
    const report = await importKnowledge(file, base, options());
    expect(report).toMatchObject({ seen: 2, written: 2, bad: 3 });
    expect(report.issues.map(({ line, code }) => `${line} ${code}`)).toEqual([
      "2 NOT_JSON",
      "4 NO_ITEM",
      "5 NO_ITEM",
    ]);
  });

  test("leaves out what the knowledge base has, and stops at its limit", async () => {
    const known = base.entities.find(({ qid }) => qid !== null)?.qid;
    const rows = [{ ...putin, id: known }, woman, club];
    const report = await importKnowledge(Readable.from([dump(...rows)]), base, options({ limit: 1 }));
    expect(report).toMatchObject({ written: 1, known: 1 });
    expect(written()).toHaveLength(1);
  });

  test("that is no gzip is refused, and nothing is left behind", async () => {
    const file = path.join(folder, "dump.json.gz");
    writeFileSync(file, "not gzip");
    await expect(importKnowledge(file, base, options())).rejects.toMatchObject({ code: "NO_INPUT" });
    expect(() => written()).toThrow("ENOENT");
  });
});

describe("further names", () => {
  test("are found in texts, in all their case forms", async () => {
    await importKnowledge(Readable.from([dump(woman)]), loadKnowledgeBase(), options());
    const gazetteer = Gazetteer.build(loadKnowledgeBase(undefined, [options().out]));
    const text = "Στην εκδήλωση μίλησε ο αδελφός της Μελίνας Ραβδέλλη.";
    const { mentions } = annotate([{ part: "BODY", text }], "el", gazetteer, loadTagger(gazetteer));
    expect(mentions.map(({ surface, entity }) => `${surface} ${entity}`)).toEqual([
      "Μελίνας Ραβδέλλη melina-ravdelli",
    ]);
  });

  test("of an entity that is there already are added to it", () => {
    const file = path.join(folder, "mine.jsonl");
    writeFileSync(
      file,
      `${JSON.stringify({ id: "vladimir-putin", kind: "PERSON", names: { el: "Βολοντία" } })}\n`,
    );
    const putinThere = loadKnowledgeBase(undefined, [file]).entities.find(
      ({ id }) => id === "vladimir-putin",
    );
    expect(putinThere?.names.el).toBe("Βλαντίμιρ Πούτιν");
    expect(putinThere?.aliases.el).toContain("Βολοντία");
  });

  test("that are wrong are all listed", () => {
    const file = path.join(folder, "mine.jsonl");
    writeFileSync(
      file,
      '{"id":"A b","kind":"PERSON","names":{"en":"A"}}\n{"id":"a"}\n{"id":"ok","kind":"PLACE","names":{"en":"Ok"}}\n',
    );
    const { entities, problems } = checkKnowledgeFile(file);
    expect(entities).toBe(1);
    expect(problems.map((problem) => problem.replace(file, ""))).toEqual([
      expect.stringMatching(/^:1: id "A b" is not kebab-case/u),
      expect.stringMatching(/^:2: kind/u),
    ]);
  });
});
