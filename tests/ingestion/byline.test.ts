import { expect, test } from "vitest";
import { splitNames } from "../../src/ingestion/readers/byline.js";

test.each([
  ["Ann Roe in Washington, Carl Dean and Eve Fox in London", ["Ann Roe", "Carl Dean", "Eve Fox"]],
  ["By Ann Roe and Ben Okri", ["Ann Roe", "Ben Okri"]],
  ["Ann Roe in New York and Ben Okri in Rio de Janeiro", ["Ann Roe", "Ben Okri"]],
  ["Ann Roe (Brussels), Ben Okri (Paris)", ["Ann Roe", "Ben Okri"]],
  ["Ann Roe, political correspondent", ["Ann Roe"]],
  ["Ann Roe, Political correspondent, and Ben Okri", ["Ann Roe", "Ben Okri"]],
  ["Jane Doe Senior Reporter", ["Jane Doe"]],
  ["Ann Roe Washington correspondent", ["Ann Roe"]],
  ["John Smith, Jr.", ["John Smith, Jr."]],
  ["Ann de la Roe with Ben Okri", ["Ann de la Roe", "Ben Okri"]],
  ["Μαρία Ρήγα, Νίκος Παππάς και Ελένη Σαρρή", ["Μαρία Ρήγα", "Νίκος Παππάς", "Ελένη Σαρρή"]],
  ["Jens Müller und Eva Braun", ["Jens Müller", "Eva Braun"]],
  ["Ann Roe; additional reporting by Ben Okri", ["Ann Roe"]],
  ["BBC News", ["BBC News"]],
  ["Harbour Wire staff", ["Harbour Wire staff"]],
  ["Reuters in Paris", ["Reuters"]],
  ["", []],
])("%s", (text, names) => {
  expect(splitNames(text)).toEqual(names);
});
