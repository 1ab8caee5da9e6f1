import { describe, expect, test } from "vitest";
import { scan } from "../../src/annotation/text/scan.js";

const sentences = (text: string): string[] =>
  scan(text).sentences.map(({ start, end }) => text.slice(start, end));
const words = (text: string): string[] => scan(text).tokens.map(({ start, end }) => text.slice(start, end));
const token = (text: string, surface: string) =>
  scan(text).tokens.find(({ start, end }) => text.slice(start, end) === surface)!;

describe("sentences", () => {
  test.each([
    ["a full stop before a capital", "Έφυγε νωρίς. Γύρισε αργά.", ["Έφυγε νωρίς.", "Γύρισε αργά."]],
    ["the Greek question mark", "Ποιος φταίει; Κανείς δεν ξέρει.", ["Ποιος φταίει;", "Κανείς δεν ξέρει."]],
    ["an abbreviation", "Ο κ. Παππάς και ο δρ. Ράπτης ήρθαν.", ["Ο κ. Παππάς και ο δρ. Ράπτης ήρθαν."]],
    ["π.χ. inside", "Πόλεις, π.χ. η Πάτρα, μεγαλώνουν.", ["Πόλεις, π.χ. η Πάτρα, μεγαλώνουν."]],
    ["an initial", "Ο Β. Πούτιν μίλησε. Έφυγε.", ["Ο Β. Πούτιν μίλησε.", "Έφυγε."]],
    ["a dotted acronym inside", "Οι Η.Π.Α. και η Κίνα.", ["Οι Η.Π.Α. και η Κίνα."]],
    [
      "a dotted acronym at the end",
      "Πήγε στις Η.Π.Α. Στο τέλος γύρισε.",
      ["Πήγε στις Η.Π.Α.", "Στο τέλος γύρισε."],
    ],
    ["a decimal", "Αύξηση 3.5 τοις εκατό. Τέλος.", ["Αύξηση 3.5 τοις εκατό.", "Τέλος."]],
    ["an ellipsis that goes on", "Ίσως… αργότερα. Ίσως ποτέ.", ["Ίσως… αργότερα.", "Ίσως ποτέ."]],
    ["a closing quote behind the stop", "«Φεύγω.» Και έφυγε.", ["«Φεύγω.»", "Και έφυγε."]],
    ["an opening quote before the capital", "Σταμάτησε. «Ποτέ», είπε.", ["Σταμάτησε.", "«Ποτέ», είπε."]],
    ["English titles", "Mr. Smith met Dr. Jones. They left.", ["Mr. Smith met Dr. Jones.", "They left."]],
    ["Russian years", "В 2022 г. Путин приехал. Он уехал.", ["В 2022 г. Путин приехал.", "Он уехал."]],
    ["an empty line", "Τίτλος χωρίς τελεία\n\nΚείμενο", ["Τίτλος χωρίς τελεία", "Κείμενο"]],
    ["a single line break", "ένα κείμενο\nσε δύο γραμμές", ["ένα κείμενο\nσε δύο γραμμές"]],
    ["Han full stops", "我去了。他没去。", ["我去了。", "他没去。"]],
    ["nothing", "", []],
    ["only blanks", " \n\t ", []],
  ])("%s", (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test("sentences cover every character that is not blank", () => {
    const text = "  Πρώτη πρόταση! «Δεύτερη;» — Τρίτη… \n\n Τέταρτη. ";
    const covered = scan(text).sentences;
    for (let at = 0; at < text.length; at++) {
      const isInside = covered.some(({ start, end }) => at >= start && at < end);
      if (/\S/.test(text[at]!)) expect(isInside, `offset ${at}`).toBe(true);
    }
  });
});

describe("words", () => {
  test("offsets are UTF-16 units: an emoji counts two", () => {
    const { tokens } = scan("👋🏽 Γεια");
    expect(tokens).toHaveLength(1);
    expect([tokens[0]!.start, tokens[0]!.end]).toEqual([5, 9]);
  });

  test("the English possessive and Greek elision part words, O'Brien is one", () => {
    expect(words("Putin's and Xi’s O'Brien")).toEqual(["Putin", "s", "and", "Xi", "s", "O'Brien"]);
    expect(words("απ’ όλα")).toEqual(["απ", "όλα"]);
  });

  test("marks of direction stay outside a word, combining marks inside", () => {
    expect(words("\u200fΠούτιν\u200e.")).toEqual(["Πούτιν"]);
    expect(words("Που\u0301τιν")).toEqual(["Που\u0301τιν"]);
    expect(token("Που\u0301τιν", "Που\u0301τιν").folded).toBe("πουτιν");
  });

  test("an acronym with full stops is one word, folded without them", () => {
    const dotted = token("Οι Η.Π.Α. σήμερα", "Η.Π.Α.");
    expect(dotted).toMatchObject({ folded: "ηπα", isDotted: true, isUpper: true });
  });

  test("Han characters are words of one character", () => {
    expect(words("普京 ok")).toEqual(["普", "京", "ok"]);
  });

  test.each([
    ["first in the sentence", "Πούτιν και Σι", "Πούτιν", true],
    ["in the middle", "ο Πούτιν", "Πούτιν", false],
    ["behind a colon", "δήλωση: Πούτιν", "Πούτιν", true],
    ["behind an opening quote", "είπε «Πούτιν»", "Πούτιν", true],
    ["behind a dash between blanks", "τέλος – Πούτιν", "Πούτιν", true],
    ["behind a hyphen", "Αγία-Πούτιν", "Πούτιν", false],
    ["behind an initial", "ο Β. Πούτιν", "Πούτιν", false],
  ])("a capital says nothing %s: %s", (_, text, surface, expected) => {
    expect(token(text, surface).startsPhrase).toBe(expected);
  });
});
