import { describe, expect, test } from "vitest";
import { bCubed, bCubedTogether } from "../../src/evaluation/bCubed.js";
import { pearsonCorrelation, spearmanCorrelation } from "../../src/evaluation/correlation.js";
import { evaluateSimilarity } from "../../src/evaluation/evaluateSimilarity.js";
import { readPairs } from "../../src/evaluation/readPairs.js";
import { readStories } from "../../src/evaluation/readStories.js";
import { averagePrecision, retrievalScore, retrievalTogether } from "../../src/evaluation/retrieval.js";
import { tfidfBaseline } from "../../src/evaluation/tfidfBaseline.js";
import { testAnnotator } from "../fixtures/testDatabase.js";

// All expected values were computed by hand.
describe("BCubed", () => {
  test("of a worked example", () => {
    // Gold {1 2 3} {4 5}; found {1 2} {3 4 5}. Precision: 1 1 1/3 2/3 2/3; recall: 2/3 2/3 1/3 1 1.
    const score = bCubed(["a", "a", "a", "b", "b"], ["x", "x", "y", "y", "y"]);
    expect(score.precision).toBeCloseTo(11 / 15, 12);
    expect(score.recall).toBeCloseTo(11 / 15, 12);
    expect(score.f1).toBeCloseTo(11 / 15, 12);
    expect(score).toMatchObject({ items: 5, gold: 2, found: 2 });
  });

  test("of two sets together is that of one set without a common cluster", () => {
    const first = bCubed(["a", "a", "a"], ["1", "1", "2"]);
    const second = bCubed(["a", "b"], ["1", "1"]);
    const whole = bCubed(["a", "a", "a", "b", "c"], ["1", "1", "2", "3", "3"]);
    const together = bCubedTogether([first, second]);
    for (const rate of ["precision", "recall", "f1"] as const)
      expect(together[rate]).toBeCloseTo(whole[rate], 12);
    expect(together).toMatchObject({ items: 5, gold: 3, found: 3 });
  });

  test("of all in one and of all apart", () => {
    const gold = ["a", "a", "b", "b"];
    expect(bCubed(gold, ["x", "x", "x", "x"])).toMatchObject({ precision: 0.5, recall: 1 });
    expect(bCubed(gold, ["1", "2", "3", "4"])).toMatchObject({ precision: 1, recall: 0.5 });
    expect(bCubed(gold, ["q", "q", "r", "r"])).toMatchObject({ precision: 1, recall: 1, f1: 1 });
    expect(bCubed([], [])).toMatchObject({ precision: 0, recall: 0, f1: 0, items: 0 });
    expect(() => bCubed(["a"], [])).toThrow(RangeError);
  });
});

test("average precision counts right answers that are missing as 0", () => {
  expect(averagePrecision({ right: [true, false, true], relevant: 2 })).toBeCloseTo((1 + 2 / 3) / 2, 12);
  expect(averagePrecision({ right: [false, true], relevant: 4 })).toBeCloseTo(1 / 8, 12);
  const score = retrievalScore([
    { right: [true, false], relevant: 1 },
    { right: [false, true], relevant: 1 },
    { right: [false, false], relevant: 0 },
  ]);
  expect(score).toEqual({ queries: 2, precisionAtOne: 0.5, meanAveragePrecision: 0.75 });
  expect(retrievalTogether([score, { queries: 6, precisionAtOne: 1, meanAveragePrecision: 1 }])).toEqual({
    queries: 8,
    precisionAtOne: 0.875,
    meanAveragePrecision: 0.9375,
  });
});

test("the TF-IDF baseline takes the threshold that is best on the file", () => {
  const lines = ["flood danube", "flood danube passau", "strike tube london", "strike tube"].map(
    (text, index) => ({
      id: String(index),
      title: "",
      text,
      language: "en",
      date: null,
      cluster: index < 2 ? "flood" : "strike",
    }),
  );
  const { stories, threshold, related } = tfidfBaseline(lines);
  expect(stories).toMatchObject({ f1: 1, found: 2 });
  expect(threshold).toBe(0.02);
  expect(related).toEqual({ queries: 4, precisionAtOne: 1, meanAveragePrecision: 1 });
});

test("correlations", () => {
  expect(pearsonCorrelation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  // Deviations -1 0 1 and -1 1 0: sum of products 1, of squares 2 and 2.
  expect(pearsonCorrelation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12);
  expect(pearsonCorrelation([1, 2, 3], [5, 5, 5])).toBe(0);
  expect(spearmanCorrelation([1, 10, 100], [1, 2, 3])).toBeCloseTo(1, 12);
  // Ranks 1 2.5 2.5 and 1 2 3: products 1.5, squares 1.5 and 2.
  expect(spearmanCorrelation([1, 7, 7], [1, 2, 3])).toBeCloseTo(1.5 / Math.sqrt(3), 12);
});

describe("files", () => {
  test("of stories are read with other names of fields, times without a zone and no dates", () => {
    const lines = readStories(
      '\uFEFF{"id":7,"headline":"A","body":"B","lang":"en","date":"2026-11-26 08:30:00","event":3}\r\n\n{"text":"C","cluster":"x"}\n{"text":"D","cluster":"x","date":1464652800}\n{"text":"E","cluster":"x","date":"20160531"}',
      "s.jsonl",
    );
    expect(lines).toEqual([
      { id: "7", title: "A", text: "B", language: "en", date: Date.UTC(2026, 10, 26, 8, 30), cluster: "3" },
      { id: "1", title: "", text: "C", language: null, date: null, cluster: "x" },
      { id: "2", title: "", text: "D", language: null, date: Date.UTC(2016, 4, 31), cluster: "x" },
      { id: "3", title: "", text: "E", language: null, date: Date.UTC(2016, 4, 31), cluster: "x" },
    ]);
  });

  test.each([
    ["", "s.jsonl: no lines in it."],
    ["{", /^s\.jsonl:1: no JSON: /u],
    ["[1]", "s.jsonl:1: no JSON object."],
    ['{"text":"a"}', "s.jsonl:1: no cluster."],
    ['{"text":" ","cluster":"a"}', "s.jsonl:1: neither title nor text."],
    ['{"text":"a","cluster":"a","date":"soon"}', "s.jsonl:1: “soon” is no date."],
    [
      '{"id":"1","text":"a","cluster":"a"}\n{"id":"1","text":"b","cluster":"a"}',
      "s.jsonl:2: a second article with the id “1”.",
    ],
  ])("that do not fit are refused with file and line: %j", (text, message) => {
    expect(() => readStories(text, "s.jsonl")).toThrow(message);
  });

  test.each([
    ['{"a":{"title":"x"},"b":{"title":"y"}}', "p:1: no score."],
    ['{"a":{"title":"x"},"b":{"title":"y"},"score":"high"}', "p:1: no score."],
    ['{"a":{"title":"x"},"score":1}', "p:1: no article “b”."],
    ['{"a":{"title":"x"},"b":{},"score":1}', "p:1 b: neither title nor text."],
  ])("of pairs too: %j", (text, message) => {
    expect(() => readPairs(text, "p")).toThrow(message);
  });
});

test("similarity goes with the judgement that one fire is more like itself than like a budget, in one language and across two", () => {
  const fire = {
    title: "Wildfire near Volos forces evacuations",
    text: "Firefighters in Volos fought a blaze.",
    lang: "en",
  };
  const fireToo = {
    title: "Volos wildfire: villages evacuated",
    text: "Planes and firefighters tackle the blaze.",
    lang: "en",
  };
  const fireGreek = { title: "Πυρκαγιά στον Βόλο", text: "Χωριά κοντά στον Βόλο εκκενώθηκαν.", lang: "el" };
  const budget = {
    title: "Lisbon parliament passes budget",
    text: "Deputies in Portugal voted on taxes.",
    lang: "en",
  };
  const lines = [
    { a: fire, b: fireToo, score: 4 },
    { a: fire, b: fireGreek, score: 3 },
    { a: fireToo, b: budget, score: 1 },
    { a: fireGreek, b: budget, score: 1 },
  ];
  const scores = evaluateSimilarity(
    readPairs(lines.map((line) => JSON.stringify(line)).join("\n"), "p"),
    testAnnotator(),
  );
  expect(scores.map(({ languages, pairs }) => [languages, pairs])).toEqual([
    ["all", 4],
    ["en", 2],
    ["el-en", 2],
  ]);
  for (const { pearson } of scores) expect(pearson).toBeGreaterThan(0.8);
});
