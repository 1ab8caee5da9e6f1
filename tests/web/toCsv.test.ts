import { expect, test } from "vitest";
import { toCsv } from "../../src/web/playground/toCsv.js";

test("writes RFC 4180 with the byte order mark that spreadsheets look for", () => {
  const table = {
    name: "t",
    columns: ["headline", "count"],
    rows: [
      ["Σύνοδος", 2],
      [null, 0],
      [true, -1.5],
    ],
  };
  expect(toCsv(table)).toBe("\uFEFFheadline,count\r\nΣύνοδος,2\r\n,0\r\ntrue,-1.5\r\n");
});

test("quotes commas, quotes and line ends", () => {
  const table = { name: "t", columns: ["a"], rows: [['say "no", twice'], ["two\nlines"], ["plain"]] };
  expect(toCsv(table)).toBe('\uFEFFa\r\n"say ""no"", twice"\r\n"two\nlines"\r\nplain\r\n');
});

test("a text from a page never becomes a formula; numbers below zero stay numbers", () => {
  const table = {
    name: "t",
    columns: ["a", "b"],
    rows: [
      ["=1+1", -3],
      ["@x", 1],
      ["-dash", 1],
      ["+7, 8", 1],
    ],
  };
  expect(toCsv(table)).toBe("\uFEFFa,b\r\n'=1+1,-3\r\n'@x,1\r\n'-dash,1\r\n\"'+7, 8\",1\r\n");
});
