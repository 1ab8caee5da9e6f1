import { describe, expect, test } from "vitest";
import { analyze } from "../../src/annotation/text/analyze.js";
import { fold, foldWithOffsets } from "../../src/annotation/text/fold.js";

const terms = (text: string): string[] => analyze(text, "el").map(({ term }) => term);

describe("fold", () => {
  test.each([
    ["ΠΟΎΤΙΝ", "πουτιν"],
    ["Πούτιν", "πουτιν"],
    ["Κίνας", "κινασ"],
    ["ΚΙΝΑΣ", "κινασ"],
    ["Μαΐου", "μαιου"],
    ["ὁ Ἄνθρωπος", "ο ανθρωποσ"],
    ["Ёлка", "елка"],
    ["Сергей", "сергей"],
    ["Pogačar", "pogacar"],
    ["Straße", "strasse"],
    ["a\u200bb\u00adc", "abc"],
  ])("%s → %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(foldWithOffsets(text).text).toBe(folded);
  });

  test("every folded unit knows where it came from", () => {
    const { text, offsets } = foldWithOffsets("ß\u0301Ά");
    expect(text).toBe("ssα");
    expect([...offsets]).toEqual([0, 0, 2, 3]);
  });
});

describe("analyze", () => {
  test.each([
    ["Putin", ["ΠΟΥΤΙΝ", "πουτιν", "Πούτιν", "Poutin", "Putin", "PUTIN", "Путин"]],
    ["Russia, by case", ["Ρωσία", "Ρωσίας", "ΡΩΣΙΑ", "ΡΩΣΙΑΣ", "ρωσιας"]],
    ["Russian, by gender and case", ["ρωσικός", "ρωσική", "ρωσικού", "ΡΩΣΙΚΗΣ", "ρωσικών"]],
    ["war", ["πόλεμος", "πολέμου", "ΠΟΛΕΜΟ", "πολεμος"]],
    ["agreement", ["συμφωνία", "συμφωνίας", "συμφωνίες", "ΣΥΜΦΩΝΙΑ"]],
    ["Mitsotakis", ["Μητσοτάκης", "Μητσοτάκη", "ΜΗΤΣΟΤΑΚΗ", "Mitsotaki"]],
    ["Patrushev", ["Πατρούσεφ", "ΠΑΤΡΟΥΣΕΦ", "Patrousef"]],
    ["Zelensky", ["Zelensky", "Zelenskyy", "Zelenski"]],
  ])("%s has one term however it is written", (_, spellings) => {
    expect(new Set(spellings.flatMap(terms))).toHaveLength(1);
  });

  test("different names stay apart", () => {
    expect(terms("Ρωσία")).not.toEqual(terms("Ρώμη"));
    expect(terms("Κίνα")).not.toEqual(terms("κινητό"));
  });

  test("terms hold nothing but a–z and 0–9, whatever the text", () => {
    for (const text of ["ΠΟΎΤΙΝ 2022", "普京", "שלום", "\ud800 x", '" OR 1 NEAR(*)', "e\u0301té", "Ёж ᾠδή"]) {
      for (const term of terms(text)) expect(term).toMatch(/^[a-z0-9]+$/);
    }
  });

  test("stop words are dropped, unless there is nothing else", () => {
    expect(terms("η συνάντηση των δύο")).toEqual(terms("συνάντηση δύο"));
    expect(terms("και το")).toHaveLength(2);
    expect(terms(" … ")).toEqual([]);
  });

  test("ranges are UTF-16 and give back the word, for highlights", () => {
    const text = "👋 Ο ΠΟΎΤΙΝ στη\u00ad Μόσχα";
    const found = analyze(text, "el").map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(["ΠΟΎΤΙΝ", "Μόσχα"]);
  });

  test("languages without blanks give a term for every character", () => {
    expect(analyze("普京", "zh").map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });
});

test("a Latin name between Han characters is a word of its own", () => {
  expect(analyze("普京Putin来", "zh").map(({ term }) => term)).toContain(analyze("Putin", "en")[0]!.term);
});
