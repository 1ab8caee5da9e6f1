import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Annotation } from "../../src/annotation/types.js";
import { pageParts, teaserParts } from "../../src/ingestion/parts.js";
import type { Page } from "../../src/ingestion/Page.js";
import { readDocument } from "../../src/ingestion/readers/index.js";
import { annotateParts, mentionLines } from "./annotator.js";

const folder = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".txt")) : undefined;

describe.skipIf(file === undefined)("the seed page (skipped where ../shared/seeds has no page)", () => {
  let page: Page;
  let article: Annotation;

  beforeAll(() => {
    const text = readFileSync(`${folder}${file ?? ""}`, "utf8");
    const [result] = [...readDocument(text, { name: file ?? "", url: null, timeZone: "Europe/Athens" })];
    if (!result || !("page" in result)) throw new Error("the seed page was not read");
    page = result.page;
    article = annotateParts(
      ...pageParts(page).map(({ part, text: own }): [typeof part, string] => [part, own]),
    );
  });

  test("every entity with all its mentions by kind, and no other entity", () => {
    const counts = new Map<string, Record<string, number>>();
    for (const { entity, kind } of article.mentions) {
      if (entity === null) continue;
      const known = counts.get(entity) ?? {};
      known[kind] = (known[kind] ?? 0) + 1;
      counts.set(entity, known);
    }
    expect(Object.fromEntries(counts)).toEqual({
      "vladimir-putin": { NAME: 1, COREFERENCE: 7, ROLE: 1 },
      "xi-jinping": { NAME: 1, COREFERENCE: 2, ROLE: 1 },
      "nikolai-patrushev": { NAME: 1, COREFERENCE: 2 },
      "yang-jiechi": { NAME: 1, COREFERENCE: 1 },
      "russian-security-council": { NAME: 3 },
      russia: { NAME: 2, DEMONYM: 3 },
      china: { NAME: 5, DEMONYM: 2 },
      ukraine: { NAME: 2 },
      uzbekistan: { NAME: 1 },
      nanping: { NAME: 1 },
      "korean-peninsula": { NAME: 1 },
      taiwan: { NAME: 1 },
      "united-states": { ACRONYM: 1 },
      europe: { NAME: 1 },
      moscow: { NAME: 1 },
      beijing: { NAME: 1 },
      west: { NAME: 1 },
    });
  });

  test("no occurrence of a name is missed", () => {
    const texts = article.parts.map(({ text }) => text);
    const occurrences = (surface: string) =>
      texts.reduce((sum, text) => sum + text.split(surface).length - 1, 0);
    const inMentions = (surface: string) =>
      article.mentions.filter((mention) => mention.surface.includes(surface)).length;
    const surfaces =
      "Πούτιν|Τζινπίνγκ|Πατρούσεφ|Γιανγκ|Ρωσία|Κίνα|Ουκρανία|Ουζμπεκιστάν|Νανπίνγκ|Ταϊβάν|ΗΠΑ|Ευρώπη|Μόσχας|Πεκίνου|Δύσης|Συμβούλιο Ασφαλείας";
    for (const surface of surfaces.split("|")) {
      expect(occurrences(surface), surface).toBeGreaterThan(0);
      expect(inMentions(surface), surface).toBe(occurrences(surface));
    }
    const alone = texts.flatMap((text) => [...text.matchAll(/(?<!\p{L})Σι(?!\p{L})/gu)]).length;
    expect(article.mentions.filter(({ surface }) => /^Σι( |$)/.test(surface))).toHaveLength(alone);
  });

  test("the only mention without an entity is the people of a state that is no more", () => {
    expect(mentionLines(article.mentions.filter(({ entity }) => entity === null))).toEqual([
      "Σοβιετικός → ? PLACE DEMONYM",
    ]);
  });

  test("offsets give back the surfaces", () => {
    for (const { part, start, end, surface } of article.mentions)
      expect(article.parts[part]!.text.slice(start, end)).toBe(surface);
  });

  test("Patrushev and Yang stand in one sentence", () => {
    const places = (entity: string) =>
      article.mentions
        .filter((mention) => mention.entity === entity)
        .map(({ part, sentence }) => `${part} ${sentence}`);
    const yang = new Set(places("yang-jiechi"));
    expect(places("nikolai-patrushev").filter((place) => yang.has(place))).toHaveLength(2);
  });

  test("what the article is about comes first", () => {
    const main = article.entities.filter(({ isMain }) => isMain).map(({ entity }) => entity);
    expect(main).toEqual(expect.arrayContaining(["russia", "china"]));
  });

  test("names of the teasers are on the teasers alone", () => {
    const own = new Set(article.mentions.map(({ entity }) => entity));
    const teasers = page.relatedLinks.map((link) =>
      annotateParts(...teaserParts(link).map(({ part, text }): [typeof part, string] => [part, text])),
    );
    expect(teasers).toHaveLength(7);
    const named = new Set(teasers.flatMap(({ mentions }) => mentions.map(({ entity }) => entity)));
    for (const id of [
      "donald-trump",
      "bill-clinton",
      "volodymyr-zelensky",
      "gaza-strip",
      "hulk-hogan",
      "tour-de-france",
    ]) {
      expect(named, id).toContain(id);
      expect(own, id).not.toContain(id);
    }
  });
});
