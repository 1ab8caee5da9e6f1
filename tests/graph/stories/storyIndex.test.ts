import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bCubed } from "../../../src/evaluation/bCubed.js";
import { comparedArticle } from "../../../src/evaluation/comparedArticle.js";
import { evaluateRelated, evaluateStories } from "../../../src/evaluation/evaluateStories.js";
import { readStories } from "../../../src/evaluation/readStories.js";
import { articleTerms, type ArticleTerms } from "../../../src/graph/similarity/articleTerms.js";
import { backgroundFrequencies } from "../../../src/graph/similarity/backgroundFrequencies.js";
import { INDEX_LIMITS } from "../../../src/graph/stories/ArticleIndex.js";
import { averageLink } from "../../../src/graph/stories/averageLink.js";
import { continueStories } from "../../../src/graph/stories/storyChange.js";
import { StoryIndex } from "../../../src/graph/stories/StoryIndex.js";
import { testAnnotator } from "../../fixtures/testDatabase.js";

const background = backgroundFrequencies();
const gold = new URL("../../../bench/stories/gold.jsonl", import.meta.url);
const lines = readStories(readFileSync(gold, "utf8"), "gold.jsonl");
let read: ArticleTerms[] | null = null;

/** Terms of the gold articles, annotated once. */
function goldTerms(): ArticleTerms[] {
  return (read ??= lines.map((line) => articleTerms(comparedArticle(line, testAnnotator()), background)));
}

function storiesOf(order: readonly number[]): StoryIndex {
  const stories = new StoryIndex(background);
  for (const key of order) stories.add(key, goldTerms()[key]!);
  return stories;
}

/** Story of each gold article, as bCubed takes it. */
function partition(stories: StoryIndex): string[] {
  return lines.map((_, key) => String(stories.story(key)));
}

/** The same order for the same seed (Park and Miller 1988). */
function shuffled(count: number, seed: number): number[] {
  let state = seed;
  const random = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  const order = Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index--) {
    const other = random(index + 1);
    [order[index], order[other]] = [order[other]!, order[index]!];
  }
  return order;
}

const inOrder = lines.map((_, index) => index);

describe("our gold stories", () => {
  test("hold the level of docs/evaluation.md", () => {
    const { arrived, settled } = evaluateStories(lines, testAnnotator());
    expect(settled).toMatchObject({ items: 305, gold: 71 });
    expect(arrived.f1).toBeGreaterThan(0.92);
    expect(settled.f1).toBeGreaterThan(0.92);
    const related = evaluateRelated(lines, testAnnotator());
    expect(related.precisionAtOne).toBeGreaterThan(0.97);
    expect(related.meanAveragePrecision).toBeGreaterThan(0.95);
  });

  test("are the same in whatever order they come: nearly as they arrive, wholly once looked over", () => {
    const first = storiesOf(inOrder);
    const arrived = partition(first);
    first.settle();
    for (const seed of [1, 2, 3]) {
      const other = storiesOf(shuffled(lines.length, seed));
      expect(bCubed(arrived, partition(other)).f1).toBeGreaterThan(0.95);
      other.settle();
      expect(bCubed(partition(first), partition(other)).f1).toBe(1);
    }
  });

  test("go on after a restart as if there had been none", () => {
    const half = 150;
    const whole = storiesOf(inOrder.slice(0, half));
    const keys = shuffled(half, 3);
    const restored = StoryIndex.load(
      {
        articles: keys.map((key) => ({ key, terms: goldTerms()[key]! })),
        stories: inOrder.slice(0, half).map((article) => ({ article, story: whole.story(article)! })),
        nextStory: Math.max(...whole.stories()) + 1,
      },
      background,
    );
    for (const key of inOrder.slice(half)) {
      expect(restored.add(key, goldTerms()[key]!)).toEqual(whole.add(key, goldTerms()[key]!));
    }
    expect(restored.settle()).toEqual(whole.settle());
    expect(partition(restored)).toEqual(partition(whole));
  });

  test("an article with other words may change its story, and the story keeps its ID", () => {
    const stories = storiesOf(inOrder);
    stories.settle();
    const [first, other] = [0, inOrder.findIndex((key) => lines[key]!.cluster !== lines[0]!.cluster)];
    const before = stories.story(first)!;
    expect(stories.replace(first, goldTerms()[first]!)).toEqual([]);
    stories.replace(first, goldTerms()[other]!);
    expect(stories.story(first)).toBe(stories.story(other));
    expect(stories.articlesOf(before)).not.toContain(first);
    stories.replace(first, goldTerms()[first]!);
    expect(stories.story(first)).toBe(before);
  });

  test("keep their IDs and say what joined, split and merged", () => {
    const stories = new StoryIndex(background);
    const storyOf = new Map<number, number>();
    const kinds = new Set<string>();
    const follow = (changes: ReturnType<StoryIndex["add"]>): void => {
      for (const { kind, story, articles } of changes) {
        kinds.add(kind);
        for (const article of articles) storyOf.set(article, story);
      }
    };
    for (const key of shuffled(lines.length, 5)) follow(stories.add(key, goldTerms()[key]!));
    follow(stories.settle());
    // The changes alone tell where every article is.
    expect(lines.map((_, key) => storyOf.get(key))).toEqual(lines.map((_, key) => stories.story(key)));
    expect(kinds).toEqual(new Set(["CREATED", "JOINED", "SPLIT", "MERGED"]));
    expect(stories.settle()).toEqual([]);
  });
});

test("an article leaves its story; keys are taken once", () => {
  const stories = storiesOf([0, 1, 2]);
  expect(() => stories.add(1, goldTerms()[1]!)).toThrow(RangeError);
  const story = stories.story(1);
  stories.remove(1);
  expect(stories.story(1)).toBe(null);
  expect(stories.size).toBe(2);
  expect(stories.articlesOf(story!)).not.toContain(1);
  stories.add(1, goldTerms()[1]!);
  expect(stories.story(1)).not.toBe(null);
});

test("beyond the limit the oldest articles leave the index, and their stories keep them", () => {
  const stories = new StoryIndex(background, { ...INDEX_LIMITS, articles: 20 });
  for (const key of inOrder.slice(0, 50)) stories.add(key, goldTerms()[key]!);
  expect(stories.size).toBe(20);
  expect(stories.articles.keys()).toEqual(inOrder.slice(30, 50));
  stories.settle();
  expect(inOrder.slice(0, 50).every((key) => stories.story(key) !== null)).toBe(true);
});

test("very many copies of one article stay together but for the bound of one piece of work", () => {
  const stories = new StoryIndex(background);
  const copies = Array.from({ length: 410 }, (_, key) => key);
  for (const key of copies) stories.add(key, goldTerms()[0]!);
  expect(stories.stories()).toHaveLength(1);
  stories.settle();
  expect(stories.stories().map((story) => stories.articlesOf(story).length)).toEqual([400, 10]);
});

test("average link joins by the mean of all pairs, not by the best pair", () => {
  // 0–1 and 2–3 are close; 1–2 a little, 0–3 not at all: the mean between the groups is below 0.
  const affinity = [
    [0, 2, -1, -3],
    [2, 0, 1, -1],
    [-1, 1, 0, 2],
    [-3, -1, 2, 0],
  ];
  expect(averageLink(4, (a, b) => affinity[a]![b]!)).toEqual([0, 0, 2, 2]);
  expect(averageLink(3, () => 1)).toEqual([0, 0, 0]);
  expect(averageLink(3, () => -1)).toEqual([0, 1, 2]);
  expect(averageLink(0, () => 1)).toEqual([]);
});

test("a split story goes on in its larger part, a merged one in the one that gives most", () => {
  let last = 10;
  const next = (): number => ++last;
  const split = continueStories(
    [
      [1, 2],
      [3, 4, 5],
    ],
    new Map([1, 2, 3, 4, 5].map((key) => [key, 7])),
    next,
  );
  expect(Object.fromEntries(split.after)).toEqual({ 1: 11, 2: 11, 3: 7, 4: 7, 5: 7 });
  expect(split.changes).toEqual([{ kind: "SPLIT", story: 11, from: 7, articles: [1, 2] }]);
  const merged = continueStories(
    [[1, 2, 3, 4]],
    new Map<number, number | null>([
      [1, 8],
      [2, 9],
      [3, 9],
      [4, null],
    ]),
    next,
  );
  expect(new Set(merged.after.values())).toEqual(new Set([9]));
  expect(merged.changes).toEqual([
    { kind: "MERGED", story: 9, from: 8, articles: [1] },
    { kind: "JOINED", story: 9, articles: [4] },
  ]);
});
