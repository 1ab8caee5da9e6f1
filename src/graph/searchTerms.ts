import { analyze, analyzedTerms, type Term } from "../annotation/text/analyze.js";

/** PostgreSQL takes no longer lexeme; what has the same beginning counts as the same word. */
const MAX_TERM_LENGTH = 200;

/** The words of a text as the search index knows them, with their places. */
export function searchTerms(text: string): Term[] {
  return analyze(text, "").map(({ term, ...place }) => ({ term: term.slice(0, MAX_TERM_LENGTH), ...place }));
}

/** The same words with a blank between them. */
export function joinedSearchTerms(text: string): string {
  return analyzedTerms(text)
    .map((term) => term.slice(0, MAX_TERM_LENGTH))
    .join(" ");
}

/** Search terms of one article with a blank between them, for each field of the index. */
export interface SearchWords {
  headline: string;
  lead: string;
  body: string;
}
