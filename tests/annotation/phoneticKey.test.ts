import { expect, test } from "vitest";
import { phoneticKey } from "../../src/annotation/text/phoneticKey.js";
import { romanize } from "../../src/annotation/text/romanize.js";

test.each([
  ["Πούτιν", "Putin", "Путин", "Poutin"],
  ["Πατρούσεφ", "Patrushev", "Патрушев", "Patroushev"],
  ["Ζελένσκι", "Zelensky", "Зеленский", "Zelenskyy"],
  ["Ερντογάν", "Erdogan", "Эрдоган", "Erdoğan"],
  ["Μακρόν", "Macron", "Макрон", "MACRON"],
  ["Μπάιντεν", "Biden", "Байден", "BIDEN"],
  ["Λαβρόφ", "Lavrov", "Лавров", "Lavroff"],
])("%s, %s, %s and %s have one key", (...spellings) => {
  expect(new Set(spellings.map(phoneticKey))).toHaveLength(1);
});

test("names of other people have other keys", () => {
  const names = ["Πούτιν", "Πατρούσεφ", "Μακρόν", "Μέρκελ", "Σολτς", "Τραμπ", "Μπάιντεν", "Λαβρόφ"];
  expect(new Set(names.map(phoneticKey))).toHaveLength(names.length);
});

test("words stay words, other characters part them", () => {
  expect(phoneticKey("Vladimir  Putin")).toBe(`${phoneticKey("Vladimir")} ${phoneticKey("Putin")}`);
  expect(phoneticKey("«Βλαντίμιρ» Πούτιν!")).toBe(phoneticKey("Vladimir Putin"));
  expect(phoneticKey("")).toBe("");
});

test.each([
  ["Πατρούσεφ", "patrousef"],
  ["Ευρώπη", "evropi"],
  ["Αυτοκίνητο", "aftokinito"],
  ["Μπακογιάννη", "bakogianni"],
  ["Σαγκάη", "sagkai"],
  ["Άγχος", "anchos"],
  ["Αϋπνία", "aypnia"],
  ["Путин", "putin"],
  ["Щербаков", "shcherbakov"],
])("%s is %s in Latin letters", (text, latin) => {
  expect(romanize(text)).toBe(latin);
});
