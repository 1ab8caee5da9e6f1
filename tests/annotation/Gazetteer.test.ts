import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/annotation/gazetteer/Gazetteer.js";
import { nameForms } from "../../src/annotation/gazetteer/nameForms.js";
import { scan } from "../../src/annotation/text/scan.js";
import { entityOf, gazetteer, knowledgeBase } from "./annotator.js";

function longest(text: string, first = 0): string | null {
  const { tokens } = scan(text);
  const match = gazetteer.longest(tokens, first, text, () => true);
  return match && text.slice(tokens[match.first]!.start, tokens[match.last]!.end);
}

describe("longest match", () => {
  test.each([
    ["Συμβουλίου Ασφαλείας του ΟΗΕ αύριο", "Συμβουλίου Ασφαλείας του ΟΗΕ"],
    ["Συμβουλίου Ασφαλείας του χωριού", "Συμβουλίου Ασφαλείας"],
    ["Νότιας Κορέας και Κίνας", "Νότιας Κορέας"],
    ["Vladimir Putin said", "Vladimir Putin"],
    ["Β. Πούτιν", "Β. Πούτιν"],
    ["Ursula von der Leyen", "Ursula von der Leyen"],
    ["Ρωσία, Κίνα", "Ρωσία"],
    ["ΠΟΥΤΙΝ", "ΠΟΥΤΙΝ"],
    ["Νέα\u00a0Υόρκη", "Νέα\u00a0Υόρκη"],
    ["καμία λέξη", null],
  ])("%s", (text, expected) => {
    expect(longest(text)).toBe(expected);
  });

  test("a name does not reach over the end of a sentence or a comma", () => {
    expect(longest("Ψήφισε Σι. Τζινπίνγκ είναι το όνομα.", 1)).toBe("Σι");
    expect(longest("Νέα, Υόρκη")).not.toBe("Νέα, Υόρκη");
  });
});

test("every form of every name is found and means at least its entity", () => {
  const lost: string[] = [];
  for (const entity of knowledgeBase.entities) {
    for (const { value, kind, language } of nameForms(entity)) {
      // A comma parts names; one territory is a list of islands.
      if (kind === "TRANSLITERATION" || language === "zh" || value.includes(",")) continue;
      const { tokens } = scan(value);
      const isOurs = (entry: Entry, _first: number, last: number) =>
        entry.entity === entity && last === tokens.length - 1;
      if (gazetteer.longest(tokens, 0, value, isOurs) === null) lost.push(`${entity.id}: ${value}`);
    }
  }
  expect(lost).toEqual([]);
});

test("name forms for the name table: kinds, cases and the Greek name in Latin letters", () => {
  const putin = nameForms(entityOf("vladimir-putin"));
  expect(putin).toContainEqual({
    value: "Владимира Путина",
    language: "ru",
    kind: "INFLECTED",
    grammaticalCase: "GEN",
  });
  expect(putin).toContainEqual({
    value: "Vlantimir Poutin",
    language: "el-Latn",
    kind: "TRANSLITERATION",
    grammaticalCase: null,
  });
  const china = nameForms(entityOf("china"));
  expect(china).toContainEqual({ value: "Κίνας", language: "el", kind: "INFLECTED", grammaticalCase: "GEN" });
  expect(china).toContainEqual({ value: "中国", language: "zh", kind: "PREFERRED", grammaticalCase: null });
  const keys = china.map(({ value, language }) => `${value} ${language}`);
  expect(new Set(keys).size).toBe(keys.length);
});

describe("full names in another spelling", () => {
  test.each([
    ["Σαβκάτ Μιρζιγιόγιεφ", "shavkat-mirziyoyev"],
    ["Ισραέλ Κατς", "israel-katz"],
    ["Vladimir Poutine", "vladimir-putin"],
  ])("%s", (name, id) => {
    expect(gazetteer.soundingLike(name)?.entity.id).toBe(id);
  });

  test.each(["Βλαντίμιρ Μπούτιν", "Ντόναλντ Τσαμπ", "Πούτιν", "Άννα Νάνου", ""])(
    "%s is nobody we know",
    (name) => {
      expect(gazetteer.soundingLike(name)).toBeNull();
    },
  );
});
