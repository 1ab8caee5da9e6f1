import { describe, expect, test } from "vitest";
import type { ArticlePart } from "../../src/annotation/types.js";
import { ARTICLES } from "./articles.js";
import { annotateParts, entityOf } from "./annotator.js";

const KINDS: Readonly<Record<string, string>> = { C: "COREFERENCE", D: "DEMONYM", A: "ACRONYM", R: "ROLE" };
const MARK = /\[([^[\]|]+)\|(\?[A-Z]*|[a-z0-9-]+)(?: ([CDAR]))?\]/g;

interface Marked {
  parts: [ArticlePart, string][];
  /** One line for each mention: part, offset, surface, entity or type, kind. */
  expected: string[];
}

function read(article: string): Marked {
  const expected: string[] = [];
  const parts = article.split("\n\n").map((marked, index): [ArticlePart, string] => {
    let text = "";
    let at = 0;
    for (const match of marked.matchAll(MARK)) {
      const [whole, surface = "", entity = "", kind = ""] = match;
      text += marked.slice(at, match.index);
      expected.push(`${index}:${text.length} ${surface} → ${entity} ${KINDS[kind] ?? "NAME"}`);
      text += surface;
      at = match.index + whole.length;
    }
    return [index === 0 ? "HEADLINE" : "BODY", text + marked.slice(at)];
  });
  return { parts, expected };
}

describe("articles marked by hand", () => {
  test.each(ARTICLES.map((article) => [article.split("\n")[0]!.replace(MARK, "$1"), article]))(
    "%s",
    (_, article) => {
      const { parts, expected } = read(article);
      const found = annotateParts(...parts).mentions.map(
        ({ part, start, surface, entity, type, kind }) =>
          `${part}:${start} ${surface} → ${entity ?? `?${type ?? ""}`} ${kind}`,
      );
      expect(found).toEqual(expected);
    },
  );

  test("the marks name entities that exist", () => {
    const marks = ARTICLES.flatMap((article) => [...article.matchAll(MARK)]);
    expect(marks.length).toBeGreaterThan(150);
    for (const [, , entity = ""] of marks)
      if (!entity.startsWith("?")) expect(entityOf(entity).id).toBe(entity);
    expect(
      ARTICLES.flatMap((article) => read(article).parts).filter(([, text]) => /[[\]|]/.test(text)),
    ).toEqual([]);
  });
});
