import { bCubedTogether, type ClusterScore } from "../evaluation/bCubed.js";
import { evaluateSimilarity } from "../evaluation/evaluateSimilarity.js";
import { evaluateRelated, evaluateStories, type StoryMistake } from "../evaluation/evaluateStories.js";
import type { AnnotationTables } from "../evaluation/findSpans.js";
import { readPairs } from "../evaluation/readPairs.js";
import { readStories } from "../evaluation/readStories.js";
import { retrievalTogether, type RetrievalScore } from "../evaluation/retrieval.js";
import { tfidfBaseline } from "../evaluation/tfidfBaseline.js";
import { TERM_LIMITS } from "../graph/similarity/articleTerms.js";
import { EVIDENCE_WEIGHTS } from "../graph/similarity/pairEvidence.js";
import { INDEX_LIMITS } from "../graph/stories/ArticleIndex.js";

/** What `mitos evaluate` measures on whole articles, and in which files. */
export interface ArticleMeasures {
  stories: readonly string[];
  related: readonly string[];
  similarity: readonly string[];
  /** Mistakes to list. */
  errors: number;
  json: boolean;
  /** Say also what TF-IDF alone reaches. */
  baseline: boolean;
}

/**
 * Measures stories, related articles and similarity on labelled files and prints the figures.
 * @param read text of a file, or an error that names it
 */
export function evaluateArticles(
  { stories, related, similarity, errors, json, baseline }: ArticleMeasures,
  tables: AnnotationTables,
  read: (file: string) => string,
): void {
  const results: Record<string, unknown>[] = [];
  const tell = (result: Record<string, unknown>, lines: readonly string[]): void => {
    results.push(result);
    if (!json) console.log(`${lines.join("\n")}\n`);
  };
  const clusterings: { arrived: ClusterScore; settled: ClusterScore }[] = [];
  for (const file of stories) {
    const { arrived, settled, mistakes, undated } = evaluateStories(readStories(read(file), file), tables);
    clusterings.push({ arrived, settled });
    tell(
      {
        measure: "stories",
        file,
        arrived,
        settled,
        undated,
        mistakes: mistakes.slice(0, errors),
        settings: SETTINGS,
      },
      [
        `${file}: stories, ${settled.items} articles (${undated} without a date) in ${settled.gold} clusters`,
        clusterLine("as they came in", arrived),
        clusterLine("looked over", settled),
        ...mistakes.slice(0, errors).map(mistakeLine),
      ],
    );
  }
  if (clusterings.length > 1) {
    const arrived = bCubedTogether(clusterings.map((score) => score.arrived));
    const settled = bCubedTogether(clusterings.map((score) => score.settled));
    tell({ measure: "stories", file: null, arrived, settled }, [
      `${clusterings.length} files together: stories, ${settled.items} articles in ${settled.gold} clusters`,
      clusterLine("as they came in", arrived),
      clusterLine("looked over", settled),
    ]);
  }
  const rankings: RetrievalScore[] = [];
  for (const file of related) {
    const score = evaluateRelated(readStories(read(file), file), tables);
    rankings.push(score);
    tell({ measure: "related", file, ...score, settings: SETTINGS }, [
      `${file}: related articles, ${score.queries} articles with others of their cluster`,
      rankingLine(score),
    ]);
  }
  if (rankings.length > 1) {
    const score = retrievalTogether(rankings);
    tell({ measure: "related", file: null, ...score }, [
      `${rankings.length} files together: related articles, ${score.queries} articles with others of their cluster`,
      rankingLine(score),
    ]);
  }
  for (const file of baseline ? new Set([...stories, ...related]) : []) {
    const found = tfidfBaseline(readStories(read(file), file));
    tell({ measure: "baseline", file, ...found }, [
      `${file}: TF-IDF alone, the threshold best on this file (${found.threshold})`,
      clusterLine("average link", found.stories),
      rankingLine(found.related),
    ]);
  }
  for (const file of similarity) {
    const scores = evaluateSimilarity(readPairs(read(file), file), tables);
    tell({ measure: "similarity", file, scores }, [
      `${file}: similarity of articles`,
      ...scores.map(
        (score) =>
          `  ${score.languages.padEnd(8)} ${String(score.pairs).padStart(6)} pairs  Pearson ${score.pearson.toFixed(4)}  Spearman ${score.spearman.toFixed(4)}`,
      ),
    ]);
  }
  if (json) console.log(JSON.stringify(results, null, 2));
  else if (stories.length + related.length > 0) console.log(`settings: ${JSON.stringify(SETTINGS)}`);
}

/** The settings that every measurement runs with: those of the product. */
const SETTINGS = { evidence: EVIDENCE_WEIGHTS, terms: TERM_LIMITS, limits: INDEX_LIMITS };

function clusterLine(name: string, { precision, recall, f1, found }: ClusterScore): string {
  return `  ${name.padEnd(16)} BCubed precision ${precision.toFixed(4)}  recall ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}  (${found} stories)`;
}

function rankingLine({ precisionAtOne, meanAveragePrecision }: RetrievalScore): string {
  return `  precision@1 ${precisionAtOne.toFixed(4)}  MAP ${meanAveragePrecision.toFixed(4)}`;
}

function mistakeLine({ kind, name, parts }: StoryMistake): string {
  return `  ${kind.padEnd(6)} ${name}: ${parts.map((part) => `${part.articles} ${part.name}`).join(" | ")}`;
}
