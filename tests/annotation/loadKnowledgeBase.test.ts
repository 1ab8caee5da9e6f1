import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadKnowledgeBase } from "../../src/annotation/gazetteer/loadKnowledgeBase.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "mitos-knowledge-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function load(files: Record<string, (object | string)[]>) {
  for (const [name, lines] of Object.entries(files)) {
    const content = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
    writeFileSync(path.join(folder, name), content);
  }
  return loadKnowledgeBase(folder);
}

const greece = {
  id: "greece",
  kind: "PLACE",
  names: { el: "Ελλάδα", en: "Greece" },
  country: "GR",
  placeType: "country",
};
const athens = { id: "athens", kind: "PLACE", names: { en: "Athens" }, country: "GR", within: "GR" };

describe("a bad line is an error that names file, line and reason", () => {
  test.each<[string, object | string, string]>([
    ["broken JSON", '{"id": "x"', "not JSON"],
    ["not an object", "[1]", "line is not an object"],
    ["no id", { kind: "PERSON", names: { en: "X" } }, "id is missing"],
    ["a bad id", { id: "Ελλάδα", kind: "PLACE", names: { en: "X" } }, "is not kebab-case"],
    ["an unknown kind", { id: "x", kind: "DOG", names: { en: "X" } }, 'kind "DOG" is none of'],
    ["no names", { id: "x", kind: "PERSON", names: {} }, "names is empty"],
    ["an empty name", { id: "x", kind: "PERSON", names: { en: " " } }, "names.en is missing"],
    [
      "a name for no language",
      { id: "x", kind: "PERSON", names: { English: "X" } },
      '"English" where a language',
    ],
    ["a misspelt field", { id: "x", kind: "PERSON", names: { en: "X" }, alias: {} }, 'unknown field "alias"'],
    [
      "aliases as a text",
      { id: "x", kind: "PERSON", names: { en: "X" }, aliases: { en: "Y" } },
      "aliases.en is not a list",
    ],
    [
      "a prior out of range",
      { id: "x", kind: "PERSON", names: { en: "X" }, prior: 2 },
      "prior 2 is not in 0..1",
    ],
    ["a bad item", { id: "x", kind: "PERSON", names: { en: "X" }, qid: "12" }, "is no Wikidata item"],
    [
      "a bad country code",
      { id: "x", kind: "PERSON", names: { en: "X" }, country: "Greece" },
      "is no ISO 3166",
    ],
    [
      "an unknown country",
      { id: "x", kind: "PERSON", names: { en: "X" }, country: "XX" },
      'no place or country "XX"',
    ],
    [
      "an unknown place",
      { id: "x", kind: "PLACE", names: { en: "X" }, within: "nowhere" },
      'no place or country "nowhere"',
    ],
    [
      "a bad gender",
      { id: "x", kind: "PERSON", names: { en: "X" }, gender: "male" },
      'gender "male" is none of',
    ],
    [
      "an id twice",
      { id: "greece", kind: "PLACE", names: { en: "Greece" } },
      'id "greece" is already used at a.jsonl:1',
    ],
    [
      "an office at nothing known",
      { id: "x", kind: "PERSON", names: { en: "X" }, roles: [{ el: "α", en: "a", of: "nobody" }] },
      'unknown country or organization "nobody"',
    ],
  ])("%s", (_, line, reason) => {
    expect(() => load({ "a.jsonl": [greece, "", athens], "b.jsonl": ["", line] })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^b\.jsonl:2: /) }),
    );
    expect(() => loadKnowledgeBase(folder)).toThrow(reason);
  });

  test("demonyms and additions of a place that is not there", () => {
    expect(() =>
      load({ "a.jsonl": [greece], "demonyms.jsonl": [{ place: "TR", el: { person: ["Τούρκος"] } }] }),
    ).toThrow('demonyms.jsonl:1: no place or country "TR"');
    expect(() =>
      load({ "demonyms.jsonl": [], "countries-extra.jsonl": [{ place: "TR", gender: "f" }] }),
    ).toThrow('countries-extra.jsonl:1: no place or country "TR"');
  });

  test("a folder that is not there", () => {
    expect(() => loadKnowledgeBase(path.join(folder, "none"))).toThrow("knowledge folder not found");
  });
});

describe("joining the tables", () => {
  test("additions give a country another name and keep the old one as alias", () => {
    const { entities } = load({
      "places-cldr.jsonl": [greece],
      "countries-extra.jsonl": [{ place: "GR", names: { en: "Hellas" }, acronyms: { en: ["GR"] } }],
    });
    expect(entities[0]).toMatchObject({
      names: { el: "Ελλάδα", en: "Hellas" },
      aliases: { en: ["Greece"] },
      acronyms: { en: ["GR"] },
    });
  });

  test("a hand-written place wins over the generated one and takes what it lacks", () => {
    const { entities } = load({
      "places-cldr.jsonl": [greece, { ...athens, names: { el: "Αθήναι", ru: "Афины" }, latitude: 37.9 }],
      "places.jsonl": [{ id: "athens", kind: "PLACE", names: { el: "Αθήνα" } }],
    });
    expect(entities.find(({ id }) => id === "athens")).toMatchObject({
      names: { el: "Αθήνα", ru: "Афины" },
      latitude: 37.9,
      within: "greece",
    });
  });

  test("the version changes with the content and with nothing else", () => {
    const first = load({ "a.jsonl": [greece] }).version;
    expect(loadKnowledgeBase(folder).version).toBe(first);
    expect(load({ "a.jsonl": [{ ...greece, prior: 0.4 }] }).version).not.toBe(first);
  });
});
