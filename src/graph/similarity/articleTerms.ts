import { UNKNOWN_FREQUENCY, type BackgroundFrequencies } from "./backgroundFrequencies.js";
import { contentTerms, type ContentTerm } from "./contentTerms.js";

/** An article as it is compared with others. */
export interface ComparedArticle {
  title: string;
  /** Lead and body. */
  text: string;
  /** Language tag, such as `el`. */
  language: string;
  /** Time of publication, milliseconds since 1970; null when unknown. */
  date: number | null;
  /** Entities of the knowledge base and other things that it names, with the number of their mentions. */
  entities: readonly { id: string; count: number }[];
}

/** A term and its weight in one article, before rarity: 1 + ln(count). */
export type WeightedTerm = readonly [term: string, weight: number];

/** What is kept of an article: its weightiest terms. Plain data. */
export interface ArticleTerms {
  language: string;
  date: number | null;
  /** Of the whole text; headline words count more. */
  words: WeightedTerm[];
  /** Of the headline and the beginning, which short and long articles have alike. */
  lead: WeightedTerm[];
  /** Entities (`@Q159`) and words written like names (`~putin`). */
  names: WeightedTerm[];
}

/** How many terms are kept, and how long a beginning is in content words. */
export const TERM_LIMITS = { words: 120, lead: 50, names: 40, leadWords: 50, textCharacters: 40_000 };
const TITLE_COUNT = 2;

/** Reads the terms of an article. Depends on nothing but the article and the background, so that no order of arrival matters. */
export function articleTerms(article: ComparedArticle, background: BackgroundFrequencies): ArticleTerms {
  const title = contentTerms(article.title, article.language);
  const text = contentTerms(article.text.slice(0, TERM_LIMITS.textCharacters), article.language);
  const top = (counts: Map<string, number>, limit: number): WeightedTerm[] =>
    weightiest(counts, limit, background);
  const lead = counted(title, TITLE_COUNT, counted(text.slice(0, TERM_LIMITS.leadWords), 1));
  const names = new Map<string, number>();
  for (const [terms, count] of [
    [title, TITLE_COUNT],
    [text, 1],
  ] as const) {
    for (const { name } of terms)
      if (name !== null) names.set(`~${name}`, (names.get(`~${name}`) ?? 0) + count);
  }
  for (const { id, count } of article.entities) names.set(`@${id}`, (names.get(`@${id}`) ?? 0) + count);
  return {
    language: article.language,
    date: article.date,
    words: top(counted(title, TITLE_COUNT, counted(text, 1)), TERM_LIMITS.words),
    lead: top(lead, TERM_LIMITS.lead),
    names: top(names, TERM_LIMITS.names),
  };
}

function counted(
  terms: readonly ContentTerm[],
  count: number,
  counts: Map<string, number> = new Map(),
): Map<string, number> {
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + count);
  return counts;
}

function weightiest(
  counts: ReadonlyMap<string, number>,
  limit: number,
  background: BackgroundFrequencies,
): WeightedTerm[] {
  return [...counts]
    .map(([term, count]) => {
      const weight = Math.fround(1 + Math.log(count));
      return { term, weight, rank: -weight * Math.log(background.get(term) ?? UNKNOWN_FREQUENCY) };
    })
    .sort((a, b) => b.rank - a.rank || (a.term < b.term ? -1 : 1))
    .slice(0, limit)
    .map(({ term, weight }) => [term, weight]);
}
