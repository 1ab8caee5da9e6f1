import { expect, test } from "vitest";
import type { ComparedArticle } from "../../../src/graph/similarity/articleTerms.js";
import { articleTerms } from "../../../src/graph/similarity/articleTerms.js";
import { backgroundFrequencies } from "../../../src/graph/similarity/backgroundFrequencies.js";
import { diverse } from "../../../src/graph/similarity/diverse.js";
import { relatedTo } from "../../../src/graph/stories/relatedTo.js";
import { StoryIndex } from "../../../src/graph/stories/StoryIndex.js";

const background = backgroundFrequencies();
const day = (number: number): number => Date.UTC(2026, 2, number);

function article(
  title: string,
  text: string,
  date: number,
  entities: string[],
  language = "en",
): ComparedArticle {
  return { title, text, language, date, entities: entities.map((id) => ({ id, count: 1 })) };
}

const bridge =
  "Engineers closed the Rion bridge after a cable showed cracks, the operator of the toll road said.";
const articles: ComparedArticle[] = [
  article("Rion bridge closed over cracked cable", bridge, day(1), ["rion-bridge", "x-kallis"]),
  article(
    "Cracked cable shuts Rion bridge",
    "Ferries replace the Rion bridge while engineers replace a cable.",
    day(1),
    ["rion-bridge"],
  ),
  article("Rion bridge closed over cracked cable", `${bridge} Traffic queued.`, day(1), [
    "rion-bridge",
    "x-kallis",
  ]),
  article(
    "Κλειστή η γέφυρα του Ρίου",
    "Ρωγμές σε καλώδιο έκλεισαν τη γέφυρα του Ρίου.",
    day(2),
    ["rion-bridge"],
    "el",
  ),
  article(
    "Toll company fined for poor inspections",
    "Judges found that reports on ropes had been copied for years.",
    day(30),
    ["rion-bridge", "x-vasou", "patras"],
  ),
  article("Olive harvest begins in Kalamata", "Growers expect more oil than last autumn.", day(1), [
    "kalamata",
  ]),
];

function indexed(): StoryIndex {
  const stories = new StoryIndex(background);
  for (const [key, each] of articles.entries()) stories.add(key, articleTerms(each, background));
  return stories;
}

test("related articles have reasons, across languages, and copies are listed once", () => {
  const related = relatedTo(indexed(), 0);
  const byKey = new Map(related.map((each) => [each.key, each]));
  const kinds = (key: number): string[] => (byKey.get(key)?.reasons ?? []).map(({ kind }) => kind);
  expect(kinds(2)).toContain("NEAR_DUPLICATE");
  expect(kinds(1)).toEqual(expect.arrayContaining(["SHARED_STORY", "SHARED_ENTITIES", "TEXT_SIMILARITY"]));
  expect(kinds(3)).toContain("SHARED_ENTITIES");
  expect(byKey.has(5)).toBe(false);
  // Seen from the other articles of the event the two copies are one.
  const seen = relatedTo(indexed(), 1);
  expect(seen.filter(({ key }) => key === 0 || key === 2)).toHaveLength(1);
  expect(seen.flatMap(({ copies }) => copies)).toHaveLength(1);
  for (const { score, reasons } of [...related, ...seen]) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(reasons.length).toBeGreaterThan(0);
  }
});

test("a later article follows up an earlier one, not the other way round; a link of the page counts", () => {
  const stories = indexed();
  const kinds = (from: number, to: number, links = new Set<number>()): string[] =>
    (relatedTo(stories, from, { links }).find(({ key }) => key === to)?.reasons ?? []).map(
      ({ kind }) => kind,
    );
  expect(kinds(4, 0)).toContain("FOLLOWS");
  expect(kinds(0, 4)).not.toContain("FOLLOWS");
  expect(kinds(5, 0)).toEqual([]);
  expect(kinds(5, 0, new Set([0]))).toEqual(["LINKED_IN_SOURCE"]);
  expect(relatedTo(stories, 99)).toEqual([]);
});

test("maximal marginal relevance takes what is new before what is like the chosen", () => {
  const items = [
    { key: 1, score: 0.9 },
    { key: 2, score: 0.85 },
    { key: 3, score: 0.6 },
  ];
  const like = (a: number, b: number): number => (a + b === 3 ? 1 : 0);
  // 2 is a copy of 1: 0.75 · 0.85 − 0.25 = 0.3875 against 0.75 · 0.6 = 0.45.
  expect(diverse(items, 3, like).map(({ key }) => key)).toEqual([1, 3, 2]);
  expect(diverse(items, 2, like, 1).map(({ key }) => key)).toEqual([1, 2]);
  expect(diverse([], 3, like)).toEqual([]);
});
