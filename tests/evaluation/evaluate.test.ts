import { describe, expect, test } from "vitest";
import { evaluateConll } from "../../src/evaluation/evaluateConll.js";
import { joinTokens } from "../../src/evaluation/joinTokens.js";
import { readConll } from "../../src/evaluation/readConll.js";
import { conllevalTable, ratesOf } from "../../src/evaluation/Score.js";
import { labelMap, spansOfLabels } from "../../src/evaluation/spansOfLabels.js";
import { testAnnotator } from "../fixtures/testDatabase.js";

const columns = { token: 1, gold: -1, predicted: null };
const types = new Set(["PERSON", "PLACE", "ORGANIZATION"]);
const options = { typeOf: labelMap({}), types, language: null, context: "document" as const };

describe("labels", () => {
  const spans = (labels: string): string[] =>
    spansOfLabels(labels.split(" "), (name) => name).map(
      ({ first, last, type }) => `${first}-${last} ${type}`,
    );

  // Expected by hand from the definitions of each scheme.
  test.each([
    ["IOB2", "B-PER I-PER O B-LOC B-LOC", ["0-1 PER", "3-3 LOC", "4-4 LOC"]],
    ["IOB1", "I-PER I-PER O I-LOC B-LOC I-ORG", ["0-1 PER", "3-3 LOC", "4-4 LOC", "5-5 ORG"]],
    ["BIOES", "B-PER I-PER E-PER S-LOC S-LOC O", ["0-2 PER", "3-3 LOC", "4-4 LOC"]],
    ["BILOU", "B-PER L-PER U-LOC O U-ORG", ["0-1 PER", "2-2 LOC", "4-4 ORG"]],
    ["a name that goes on with another type", "B-PER I-LOC", ["0-0 PER", "1-1 LOC"]],
    ["inside after an end", "E-PER I-PER", ["0-0 PER", "1-1 PER"]],
    ["nothing", "O O", []],
  ])("%s", (_, labels, expected) => {
    expect(spans(labels)).toEqual(expected);
  });

  test("have the common names and those that are given; others are ignored", () => {
    const typeOf = labelMap({ FAC: "PLACE", ORG: "-" });
    expect(["PER", "person", "GPE-LOC", "FAC", "ORG", "MISC"].map(typeOf)).toEqual([
      "PERSON",
      "PERSON",
      "PLACE",
      "PLACE",
      null,
      null,
    ]);
  });
});

describe("files", () => {
  test("are read with tabs or blanks, comments, byte order mark and Windows line ends", () => {
    const { documents, hasDocuments } = readConll(
      "\uFEFF# a comment\r\nEU NNP B-NP B-ORG\r\nrejects VBZ B-VP O\r\n\r\nParis NNP B-NP B-LOC\r\n",
      "a.conll",
      columns,
    );
    expect(hasDocuments).toBe(false);
    expect(
      documents.map((document) =>
        document.map((sentence) => sentence.map(({ text, gold }) => `${text}/${gold}`)),
      ),
    ).toEqual([[["EU/B-ORG", "rejects/O"], ["Paris/B-LOC"]]]);
    expect(
      readConll("-DOCSTART- -X- O O\n\nA\tO\n\n-DOCSTART- -X- O O\n\nB\tO\n", "b", columns).documents,
    ).toHaveLength(2);
  });

  test.each([
    ["Paris\n", "a:1: one column; a token and its label are wanted."],
    ["Paris B-LOC\nis nice\n", "a:2: “nice” is no IOB2, IOB1 or BIOES label."],
    ["\n\n", "a: no tokens in it."],
  ])("that do not fit are refused with file and line: %j", (text, message) => {
    expect(() => readConll(text, "a", columns)).toThrow(message);
  });
});

test("tokens become running text again", () => {
  const join = (text: string): string => joinTokens(text.split(" ")).text;
  expect(join('" We will wait , " Smith ( 52 ) said .')).toBe('"We will wait," Smith (52) said.');
  expect(join("Ο « Νίκος » ήρθε · έφυγε .")).toBe("Ο «Νίκος» ήρθε· έφυγε.");
  expect(join("Russia 's army did n't stop")).toBe("Russia's army didn't stop");
  const { text, starts } = joinTokens(["Ο", "Πούτιν", "(", "70", ")", "."]);
  expect(starts.map((start) => text[start])).toEqual(["Ο", "Π", "(", "7", ")", "."]);
});

describe("scores", () => {
  const table = (rows: string): string => {
    const conll = readConll(rows, "x", { token: 1, gold: 2, predicted: 3 });
    return conllevalTable(evaluateConll(conll, options, null).score);
  };

  test("are those of conlleval", () => {
    // By hand: gold LOC, PER, LOC, ORG; found LOC right, PER with a wrong border, LOC right, none; 1 of 7 tokens off for PER, 1 for ORG.
    expect(
      table(
        "Paris B-LOC B-LOC\nand O O\nAnna B-PER B-PER\nBell I-PER O\nsaw O O\n\nRome B-LOC B-LOC\nUN B-ORG O\n",
      ),
    ).toBe(
      [
        "processed 7 tokens with 4 phrases; found: 3 phrases; correct: 2.",
        "accuracy:  71.43%; precision:  66.67%; recall:  50.00%; FB1:  57.14",
        "     ORGANIZATION: precision:   0.00%; recall:   0.00%; FB1:   0.00  0",
        "           PERSON: precision:   0.00%; recall:   0.00%; FB1:   0.00  1",
        "            PLACE: precision: 100.00%; recall: 100.00%; FB1: 100.00  2",
      ].join("\n"),
    );
  });

  test("name the mistakes, the most frequent first", () => {
    const conll = readConll(
      "Anna B-PER B-PER\nBell I-PER O\n\nUN B-ORG O\n\nUN B-ORG O\n\nthen O B-LOC\n\nRome B-LOC B-ORG\n",
      "x",
      { token: 1, gold: 2, predicted: 3 },
    );
    const list = evaluateConll(conll, options, null).mistakes.list(10);
    expect(list.map(({ kind, gold, found, count }) => `${count} ${kind} ${gold} ${found}`)).toEqual([
      "2 missed UN null",
      "1 border Anna Bell Anna",
      "1 spurious null then",
      "1 type Rome Rome",
    ]);
  });

  test("of annotation itself, in Greek", () => {
    const conll = readConll(
      "Ο O\nΒλαντίμιρ B-PER\nΠούτιν I-PER\nέφτασε O\nστο O\nΠεκίνο B-LOC\n. O\n\nΟ O\nΠούτιν B-PER\nείδε O\nτον O\nΣι B-PER\nΤζινπίνγκ I-PER\n. O\n",
      "x",
      columns,
    );
    const { language, score } = evaluateConll(conll, options, testAnnotator());
    expect(language).toBe("el");
    expect(ratesOf(score.overall())).toEqual({ precision: 100, recall: 100, f1: 100 });
    expect(score.overall()).toEqual({ gold: 4, found: 4, correct: 4 });
  });
});
