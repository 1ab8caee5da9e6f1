import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import type { KnowledgeEntity } from "../../src/annotation/KnowledgeBase.js";
import { knowledgeBase } from "./annotator.js";

const folder = new URL("../../knowledge/", import.meta.url);
const require = createRequire(import.meta.url);
const { entities } = knowledgeBase;
const ofKind = (kind: KnowledgeEntity["kind"]) => entities.filter((entity) => entity.kind === kind);
const byCountry = new Map(
  entities
    .filter((entity) => entity.placeType === "country" || entity.placeType === "territory")
    .map((entity) => [entity.country, entity]),
);

describe("what there is", () => {
  test("ids are unique over all tables", () => {
    expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
  });

  test("150 people and 100 organizations with a Greek and an English name", () => {
    const named = (kind: KnowledgeEntity["kind"]) =>
      ofKind(kind).filter(({ names }) => names.el !== undefined && names.en !== undefined).length;
    expect(named("PERSON")).toBeGreaterThanOrEqual(150);
    expect(named("ORGANIZATION")).toBeGreaterThanOrEqual(100);
  });

  test("400 world cities with a Greek and an English name and a position", () => {
    const cities = ofKind("PLACE").filter(
      ({ placeType, names, latitude, longitude }) =>
        placeType === "city" && names.el && names.en && latitude !== null && longitude !== null,
    );
    expect(cities.length).toBeGreaterThanOrEqual(400);
    expect(new Set(cities.map(({ country }) => country)).size).toBeGreaterThan(150);
  });

  test("every country and territory of CLDR in which people live, with its name in four languages", () => {
    const table = require("cldr-localenames-full/main/en/territories.json") as {
      main: { en: { localeDisplayNames: { territories: Record<string, string> } } };
    };
    // Groups of countries, outlying and uninhabited islands, and codes for tests.
    const none = "AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UM UN XA XB ZZ".split(" ");
    const codes = Object.keys(table.main.en.localeDisplayNames.territories).filter(
      (code) => /^[A-Z]{2}$/.test(code) && !none.includes(code),
    );
    expect(codes.length).toBeGreaterThan(240);
    expect(codes.filter((code) => !byCountry.has(code))).toEqual([]);
    for (const code of codes)
      expect(Object.keys(byCountry.get(code)!.names)).toEqual(
        expect.arrayContaining(["el", "en", "ru", "zh"]),
      );
  });

  test("the main countries have words for people and adjectives in Greek, English and Russian", () => {
    const main = "RU CN UA US GR TR CY DE FR GB IT ES PL IL IR IN JP KR KP SY EG RS AL BG".split(" ");
    for (const code of main) {
      const { demonyms } = byCountry.get(code)!;
      for (const language of ["el", "en", "ru"]) {
        expect(demonyms[language]?.person, `${code} ${language}`).not.toHaveLength(0);
        expect(demonyms[language]?.adjective, `${code} ${language}`).not.toHaveLength(0);
      }
    }
  });
});

describe("every entity", () => {
  test("has clean names: one blank between words, nothing around them, NFC", () => {
    const all = entities.flatMap(({ id, names, aliases, acronyms, given, family }) =>
      [names, given, family, ...[aliases, acronyms].map((table) => Object.values(table).flat())]
        .flatMap((table) => Object.values(table))
        .map((name) => ({ id, name })),
    );
    const bad = all.filter(
      ({ name }) => name !== name.trim() || /\s{2}|[\t\n]/.test(name) || name !== name.normalize("NFC"),
    );
    expect(bad).toEqual([]);
  });

  test("names languages by the letters that they are written in", () => {
    const wrong = entities.flatMap(({ id, names }) => [
      ...(/[\u0400-\u04ff]/.test(`${names.el ?? ""}${names.en ?? ""}`) ? [`${id}: Cyrillic`] : []),
      ...(/[\u0370-\u03ff]/.test(`${names.ru ?? ""}${names.en ?? ""}`) ? [`${id}: Greek`] : []),
      ...(/[A-Za-z]/.test(names.el ?? "") &&
      /[\u0370-\u03ff]{3}/.test(names.el ?? "") &&
      ofMixedName(names.el ?? "")
        ? [`${id}: mixed word`]
        : []),
    ]);
    expect(wrong).toEqual([]);
  });

  test("lists no alias twice and none that is the name", () => {
    const doubled = entities.flatMap(({ id, names, aliases }) =>
      Object.entries(aliases)
        .filter(([language, list]) => new Set([names[language], ...list]).size !== list.length + 1)
        .map(([language]) => `${id} ${language}`),
    );
    expect(doubled).toEqual([]);
  });

  test("has a Wikidata item of its own, where it has one", () => {
    const items = entities.flatMap(({ qid, id }) => (qid === null ? [] : [{ qid, id }]));
    const seen = new Map<string, string>();
    const twice = items.filter(({ qid, id }) => seen.has(qid) || !seen.set(qid, id));
    expect(twice).toEqual([]);
  });

  test("positions are on the globe, years of office in order", () => {
    for (const { id, latitude, longitude, roles } of entities) {
      if (latitude !== null) expect(Math.abs(latitude), id).toBeLessThanOrEqual(90);
      if (longitude !== null) expect(Math.abs(longitude), id).toBeLessThanOrEqual(180);
      for (const { from, to } of roles)
        if (from !== null && to !== null) expect(to, id).toBeGreaterThanOrEqual(from);
    }
  });
});

test("tables are sorted by id, one object on a line, and end with a line break", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".jsonl"))) {
    const content = readFileSync(new URL(file, folder), "utf8");
    expect(content.endsWith("}\n"), file).toBe(true);
    if (file === "places-cldr.jsonl") continue;
    const keys = content
      .trimEnd()
      .split("\n")
      .map((line) => {
        const { id, place } = JSON.parse(line) as { id?: string; place?: string };
        return id ?? place ?? "";
      });
    expect(keys, file).toEqual([...keys].sort());
  }
});

/** A word of Greek and Latin letters: an A that is no Α finds nothing. */
function ofMixedName(name: string): boolean {
  return name.split(/[\s-]+/).some((word) => /[A-Za-z]/.test(word) && /[\u0370-\u03ff]/.test(word));
}
