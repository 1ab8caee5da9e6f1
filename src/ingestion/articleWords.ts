import type { ArticlePart, TextPart } from "../annotation/types.js";
import { characteristicTerms, type TermWeight } from "../graph/characteristicTerms.js";
import { searchTerms, type SearchWords } from "../graph/search.js";

/** The words of an article as search and comparison know them. Plain data: it crosses threads. */
export interface ArticleWords extends SearchWords {
  terms: TermWeight[];
}

/** Analyses the texts of an article once, for all that counts its words. */
export function articleWords(parts: readonly TextPart[]): ArticleWords {
  const termsOf = (...wanted: ArticlePart[]): string[] =>
    searchTerms(
      parts
        .filter(({ part }) => wanted.includes(part))
        .map(({ text }) => text)
        .join("\n"),
    ).map(({ term }) => term);
  const headline = termsOf("HEADLINE");
  const lead = termsOf("LEAD", "TEASER");
  const body = termsOf("BODY", "CAPTION");
  return {
    headline: headline.join(" "),
    lead: lead.join(" "),
    body: body.join(" "),
    terms: characteristicTerms(headline, [...lead, ...body]),
  };
}
