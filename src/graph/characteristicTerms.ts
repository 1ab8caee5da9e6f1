/** Term of an article and its share of the article's unit vector. */
export interface TermWeight {
  term: string;
  weight: number;
}

/** Terms kept for each article. */
const TERMS_PER_ARTICLE = 24;

/** The terms that characterise a text: damped counts, headline words three times, as a unit vector. */
export function characteristicTerms(headline: readonly string[], text: readonly string[]): TermWeight[] {
  const counts = new Map<string, number>();
  for (const term of headline) counts.set(term, (counts.get(term) ?? 0) + 3);
  for (const term of text) counts.set(term, (counts.get(term) ?? 0) + 1);
  const top = [...counts]
    .filter(([term]) => term.length > 2)
    .map(([term, count]) => ({ term, weight: 1 + Math.log(count) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS_PER_ARTICLE);
  const length = Math.hypot(...top.map(({ weight }) => weight));
  return top.map(({ term, weight }) => ({ term, weight: weight / length }));
}
