import type { Annotation, ArticlePart } from "../annotation/types.js";
import { joinedSearchTerms, type SearchWords } from "../graph/searchTerms.js";
import { articleTerms, TERM_LIMITS, type ArticleTerms } from "../graph/similarity/articleTerms.js";
import { shinglesOf, type Shingles } from "../graph/similarity/textOverlap.js";
import { backgroundFrequencies } from "../graph/similarity/backgroundFrequencies.js";

/** The words of an article as search and comparison know them. Plain data: it crosses threads. */
export interface ArticleWords extends SearchWords {
  /** What it is compared by, without its date; null for a stub. */
  terms: ArticleTerms | null;
  /** The runs of words of lead and body; empty for a stub. */
  shingles: Shingles;
}

/** Analyses the texts of an article once, for all that counts its words. */
export function articleWords(annotation: Annotation, isStub: boolean): ArticleWords {
  const textOf = (...wanted: ArticlePart[]): string =>
    annotation.parts
      .filter(({ part }) => wanted.includes(part))
      .map(({ text }) => text)
      .join("\n");
  const termsOf = (...wanted: ArticlePart[]): string => joinedSearchTerms(textOf(...wanted));
  const text = textOf("LEAD", "BODY");
  return {
    headline: termsOf("HEADLINE"),
    lead: termsOf("LEAD", "TEASER"),
    body: termsOf("BODY", "CAPTION"),
    terms: isStub ? null : comparedTerms(annotation, textOf("HEADLINE"), text),
    shingles: isStub ? new Uint32Array() : shinglesOf(text.slice(0, TERM_LIMITS.textCharacters)),
  };
}

function comparedTerms({ language, entities }: Annotation, title: string, text: string): ArticleTerms {
  const named = entities.flatMap(({ entity, thing, count }) => {
    const id = entity ?? thing;
    return id === null ? [] : [{ id, count }];
  });
  return articleTerms({ title, text, language, date: null, entities: named }, backgroundFrequencies());
}
