import { articleSimilarity } from "../graph/similarity/articleSimilarity.js";
import { articleTerms } from "../graph/similarity/articleTerms.js";
import { backgroundFrequencies } from "../graph/similarity/backgroundFrequencies.js";
import { TermSpace, type EncodedArticle } from "../graph/similarity/TermSpace.js";
import { comparedArticle } from "./comparedArticle.js";
import { pearsonCorrelation, spearmanCorrelation } from "./correlation.js";
import type { AnnotationTables } from "./findSpans.js";
import type { ScoredPair } from "./readPairs.js";
import type { LabelledArticle } from "./readStories.js";

/** How the similarity of articles goes with people's judgement. */
export interface SimilarityScore {
  /** Languages of the pairs, such as `en` or `de-en`; `all` for all together. */
  languages: string;
  pairs: number;
  pearson: number;
  spearman: number;
}

/** Correlation of the product's similarity with the scores of a file: all pairs first, then by languages, most pairs first. */
export function evaluateSimilarity(
  pairs: readonly ScoredPair[],
  tables: AnnotationTables,
): SimilarityScore[] {
  const background = backgroundFrequencies();
  const space = new TermSpace(background);
  // An article of several pairs is one article of the archive.
  const known = new Map<string, EncodedArticle>();
  const encoded = (article: LabelledArticle): EncodedArticle => {
    const key = JSON.stringify(article);
    let code = known.get(key);
    if (code === undefined) {
      code = space.encode(articleTerms(comparedArticle(article, tables), background));
      space.count(code);
      known.set(key, code);
    }
    return code;
  };
  // All are counted before any are compared: rarity is that of the whole file.
  const all = pairs.map(({ a, b, score }) => ({ a: encoded(a), b: encoded(b), score }));
  const groups = new Map<string, { given: number; found: number }[]>([["all", []]]);
  for (const { a, b, score } of all) {
    const point = { given: score, found: articleSimilarity(a, b, space) };
    const name = [...new Set([a.language, b.language])].sort().join("-");
    groups.get("all")?.push(point);
    groups.set(name, [...(groups.get(name) ?? []), point]);
  }
  return [...groups]
    .map(([languages, points]) => ({
      languages,
      pairs: points.length,
      pearson: pearsonCorrelation(
        points.map(({ found }) => found),
        points.map(({ given }) => given),
      ),
      spearman: spearmanCorrelation(
        points.map(({ found }) => found),
        points.map(({ given }) => given),
      ),
    }))
    .sort((a, b) => b.pairs - a.pairs || (a.languages === "all" ? -1 : 1));
}
