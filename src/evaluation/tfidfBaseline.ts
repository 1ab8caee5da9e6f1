import { detectLanguage } from "../annotation/text/detectLanguage.js";
import { contentTerms } from "../graph/similarity/contentTerms.js";
import { averageLink } from "../graph/stories/averageLink.js";
import { bCubed, type ClusterScore } from "./bCubed.js";
import type { StoryLine } from "./readStories.js";
import { retrievalScore, type RetrievalScore } from "./retrieval.js";

/** What TF-IDF alone reaches on a file. */
export interface Baseline {
  /** With the threshold that is best on this very file: more than it would reach on another one. */
  stories: ClusterScore;
  threshold: number;
  related: RetrievalScore;
}

/**
 * The usual baseline: cosine of (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1) over the stemmed words of headline and text (Manning, Raghavan and Schütze
 * 2008, 6.4; idf smoothed), average link, no names and no dates.
 */
export function tfidfBaseline(lines: readonly StoryLine[]): Baseline {
  const vectors = vectorsOf(lines);
  const cosines = vectors.map((a) => Float64Array.from(vectors, (b) => dot(a, b)));
  const between = (a: number, b: number): number => cosines[a]?.[b] ?? 0;
  const gold = lines.map(({ cluster }) => cluster);
  let best: Pick<Baseline, "stories" | "threshold"> | null = null;
  for (let percent = 2; percent <= 60; percent += 2) {
    const threshold = percent / 100;
    const found = averageLink(lines.length, (a, b) => between(a, b) - threshold);
    const stories = bCubed(gold, found.map(String));
    if (best === null || stories.f1 > best.stories.f1) best = { stories, threshold };
  }
  const related = retrievalScore(
    lines.map(({ cluster }, key) => {
      const ranked = [...lines.keys()]
        .filter((other) => other !== key)
        .sort((a, b) => between(key, b) - between(key, a) || a - b);
      const right = ranked.map((other) => gold[other] === cluster);
      return { right, relevant: right.filter(Boolean).length };
    }),
  );
  return { stories: bCubed([], []), threshold: 0, ...best, related };
}

function vectorsOf(lines: readonly StoryLine[]): Map<string, number>[] {
  const counts = lines.map(({ title, text, language }) => {
    const whole = `${title}\n${text}`;
    const terms = new Map<string, number>();
    for (const { term } of contentTerms(whole, language ?? detectLanguage(whole).language))
      terms.set(term, (terms.get(term) ?? 0) + 1);
    return terms;
  });
  const articles = new Map<string, number>();
  for (const terms of counts)
    for (const term of terms.keys()) articles.set(term, (articles.get(term) ?? 0) + 1);
  return counts.map((terms) => {
    const weighted = [...terms].map(([term, count]): [string, number] => [
      term,
      (1 + Math.log(count)) * (Math.log((1 + lines.length) / (1 + (articles.get(term) ?? 0))) + 1),
    ]);
    const length = Math.hypot(...weighted.map(([, weight]) => weight));
    return new Map(weighted.map(([term, weight]) => [term, weight / length]));
  });
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, weight] of a) sum += weight * (b.get(term) ?? 0);
  return sum;
}
