import { expect, test } from "vitest";
import { baseLanguage, pageLanguage } from "../../src/ingestion/pageLanguage.js";

const GREEK =
  "Το λιμάνι του Πειραιά έμεινε κλειστό για τρεις ώρες το πρωί της Τρίτης, επειδή φυσούσε δυνατός βοριάς.";
const ENGLISH =
  "The harbour of Piraeus stayed shut for three hours on Tuesday morning because of a strong north wind.";

test("a region says nothing of the text", () => {
  expect(["el-GR", "en-GB", "zh-Hant-HK", "ru"].map(baseLanguage)).toEqual(["el", "en", "zh-Hant", "ru"]);
  expect(baseLanguage("not a tag")).toBeNull();
});

test("what the page states counts", () => {
  expect(pageLanguage(ENGLISH, "en-GB", "el")).toEqual({ language: "en", confidence: 1 });
  expect(pageLanguage("12 34", "el", null)).toEqual({ language: "el", confidence: 1 });
});

test("a page whose letters belie its language has that of its letters", () => {
  expect(pageLanguage(GREEK, "en", "en")).toMatchObject({ language: "el" });
});

test("a page that states none has the language of its text, then of its outlet, then none", () => {
  expect(pageLanguage(GREEK, null, "en")).toMatchObject({ language: "el" });
  expect(pageLanguage(ENGLISH, null, "el")).toMatchObject({ language: "en" });
  expect(pageLanguage("12 34", null, "el-CY")).toEqual({ language: "el", confidence: 0.5 });
  expect(pageLanguage("12 34", null, null)).toMatchObject({ language: "und" });
});
