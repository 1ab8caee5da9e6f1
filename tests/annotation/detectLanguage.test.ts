import { expect, test } from "vitest";
import { detectLanguage } from "../../src/annotation/text/detectLanguage.js";

test.each([
  ["el", "Η κυβέρνηση ανακοίνωσε νέα μέτρα για τη στήριξη των νοικοκυριών."],
  ["el", "Η Google και η Microsoft ανακοίνωσαν συνεργασία με την OpenAI στην Αθήνα."],
  ["en", "The government announced new measures to support households on Tuesday."],
  ["de", "Die Regierung hat am Dienstag neue Maßnahmen für die Haushalte angekündigt."],
  ["fr", "Le gouvernement a annoncé mardi de nouvelles mesures pour les ménages."],
  ["ru", "Правительство объявило о новых мерах поддержки населения."],
  ["uk", "Уряд оголосив про нові заходи підтримки населення, її ціна висока."],
  ["bg", "Правителството обяви нови мерки за подкрепа, въпреки възраженията."],
  ["zh", "政府宣布了新的措施。"],
  ["ja", "政府は新しい措置を発表しました。"],
  ["ar", "أعلنت الحكومة إجراءات جديدة."],
  ["und", "12:30 – 45%"],
  ["und", ""],
])("%s: %s", (language, text) => {
  expect(detectLanguage(text).language).toBe(language);
});

test("a short text says less than a long one", () => {
  const short = detectLanguage("Tuesday news").confidence;
  const long = detectLanguage(
    "The government announced new measures to support households on Tuesday.",
  ).confidence;
  expect(short).toBeLessThan(long);
});
