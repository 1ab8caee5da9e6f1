import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/ingestion/readers/decode.js";

const TEXT = "Άνοιξε χθες το θέατρο στα Ιωάννινα και άλλα δύο στην Άρτα. ".repeat(3);

/** Bytes of a text in a charset that has one byte for each letter: looked up in the decoder's own table. */
function encode(text: string, charset: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    table.set(new TextDecoder(charset).decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from([...text].map((letter) => table.get(letter) ?? 63));
}

function textOf(bytes: Uint8Array, label?: string): string {
  const decoded = decode(bytes, label === undefined ? {} : { label });
  if ("problem" in decoded) throw new Error(decoded.problem.message);
  return decoded.text;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const labelled = (charset: string): string => `<html><meta charset="${charset}"><p>${TEXT}</p>`;

describe("charsets", () => {
  test("valid UTF-8 wins over every label", () => {
    expect(textOf(utf8(TEXT), "windows-1253")).toBe(TEXT);
    expect(textOf(utf8(labelled("iso-8859-7")))).toBe(labelled("iso-8859-7"));
  });

  test.each(["windows-1253", "iso-8859-7"])("a page in %s that says so", (charset) => {
    expect(textOf(encode(labelled(charset), charset))).toBe(labelled(charset));
  });

  test("Ά of a windows-1253 page that calls itself ISO-8859-7, and the other way round", () => {
    expect(textOf(encode(labelled("iso-8859-7"), "windows-1253"))).toBe(labelled("iso-8859-7"));
    expect(textOf(encode(labelled("windows-1253"), "iso-8859-7"))).toBe(labelled("windows-1253"));
  });

  test("a Greek page without a label, and one that lies that it is UTF-8", () => {
    expect(textOf(encode(TEXT, "windows-1253"))).toBe(TEXT);
    expect(textOf(encode(labelled("utf-8"), "windows-1253"))).toBe(labelled("utf-8"));
  });

  test("a Russian page in windows-1251 with the label of its HTTP header", () => {
    const text = "Мост через Даугаву открыли в субботу.";
    expect(textOf(encode(text, "windows-1251"), "windows-1251")).toBe(text);
  });

  test("UTF-16 with and without a mark; UTF-8 with a mark", () => {
    const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
    expect(textOf(utf16(`\ufeff${TEXT}`))).toBe(TEXT);
    expect(textOf(utf16(`\ufeff${TEXT}`).swap16())).toBe(TEXT);
    expect(textOf(utf16(`Pages ${TEXT}`))).toBe(`Pages ${TEXT}`);
    expect(textOf(utf8(`\ufeff${TEXT}`))).toBe(TEXT);
  });

  test("an unknown label does no harm", () => {
    expect(textOf(encode(labelled("klingon-1"), "windows-1253"))).toBe(labelled("klingon-1"));
  });

  test("letters and their accents are one character", () => {
    expect(textOf(utf8("ά".normalize("NFD")))).toBe("ά");
  });

  test("stray NUL bytes are dropped", () => {
    expect(textOf(utf8("a\u0000b"))).toBe("ab");
  });
});

describe("files that are no text", () => {
  test.each([
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
    ["a PDF", utf8("%PDF-1.7 …")],
    ["an archive", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0)],
    ["a program", readFileSync(process.execPath).subarray(0, 50_000)],
    ["bytes without order", Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)],
  ])("%s", (_name, bytes) => {
    expect(decode(bytes)).toMatchObject({ problem: { code: "BAD_ENCODING" } });
  });

  test("its hint says what is read", () => {
    const decoded = decode(
      readFileSync(path.resolve(import.meta.dirname, "../../package.json")).subarray(0, 0),
    );
    expect(decoded).toEqual({ text: "", charset: "utf-8" });
  });
});
