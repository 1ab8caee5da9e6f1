import { expect, test } from "vitest";
import { markedParts } from "../../src/web/playground/markedParts.js";

test("splits highlighted text into plain and marked parts, escapes undone", () => {
  const html = "<mark>Κ&#38;Σ</mark> said &#34;no&#34; to <mark>&#60;b&#62;</mark>";
  expect(markedParts(html)).toEqual(["", "Κ&Σ", ' said "no" to ', "<b>", ""]);
});

test("leaves any other text alone", () => {
  for (const text of ["", "a &#38; b", "a <b>c</b>", "<mark>open"]) expect(markedParts(text)).toEqual([text]);
});
