import { articleTerms } from "../graph/similarity/articleTerms.js";
import { backgroundFrequencies } from "../graph/similarity/backgroundFrequencies.js";
import { StoryIndex } from "../graph/stories/StoryIndex.js";
import { bCubed, type ClusterScore } from "./bCubed.js";
import { comparedArticle } from "./comparedArticle.js";
import type { AnnotationTables } from "./findSpans.js";
import type { StoryLine } from "./readStories.js";
import { retrievalScore, type RetrievalScore } from "./retrieval.js";

/** How well stories are told apart. */
export interface StoryEvaluation {
  /** As the articles came in, in the order of the file. */
  arrived: ClusterScore;
  /** After all were looked over once more: what an archive has in the end. */
  settled: ClusterScore;
  /** Gold clusters that are not one story, or stories of several gold clusters; the worst first. */
  mistakes: StoryMistake[];
  undated: number;
}

/** A gold cluster and how it was cut, or a story and what it mixes. */
export interface StoryMistake {
  kind: "split" | "mixed";
  /** Gold cluster, or headline of the story's first article. */
  name: string;
  /** Articles in each part, largest first. */
  parts: { name: string; articles: number }[];
}

/** Puts the articles of a file into stories, one by one, with the settings that the product has. */
export function evaluateStories(lines: readonly StoryLine[], tables: AnnotationTables): StoryEvaluation {
  const stories = indexOf(lines, tables);
  const gold = lines.map(({ cluster }) => cluster);
  const found = (): string[] => lines.map((_, key) => String(stories.story(key)));
  const arrived = bCubed(gold, found());
  stories.settle();
  return {
    arrived,
    settled: bCubed(gold, found()),
    mistakes: mistakesOf(lines, found()),
    undated: lines.filter(({ date }) => date === null).length,
  };
}

/** Ranks for each article all others as related articles are ranked, and counts those of its gold cluster as right. */
export function evaluateRelated(lines: readonly StoryLine[], tables: AnnotationTables): RetrievalScore {
  const stories = indexOf(lines, tables);
  stories.settle();
  return retrievalScore(
    lines.map(({ cluster }, key) => {
      const ranked = lines
        .map((other, index) => ({ index, isRight: other.cluster === cluster }))
        .filter(({ index }) => index !== key)
        .map((other) => ({ ...other, score: stories.likeness(key, other.index) }))
        .sort((a, b) => b.score - a.score || a.index - b.index);
      return {
        right: ranked.map(({ isRight }) => isRight),
        relevant: ranked.filter(({ isRight }) => isRight).length,
      };
    }),
  );
}

function indexOf(lines: readonly StoryLine[], tables: AnnotationTables): StoryIndex {
  const background = backgroundFrequencies();
  const stories = new StoryIndex(background);
  for (const [key, line] of lines.entries())
    stories.add(key, articleTerms(comparedArticle(line, tables), background));
  return stories;
}

function mistakesOf(lines: readonly StoryLine[], found: readonly string[]): StoryMistake[] {
  const split = new Map<string, Map<string, number>>();
  const mixed = new Map<string, Map<string, number>>();
  const titles = new Map<string, string>();
  for (const [index, { cluster, title }] of lines.entries()) {
    const story = found[index] ?? "";
    if (!titles.has(story)) titles.set(story, title);
    count(split, cluster, story);
    count(mixed, story, cluster);
  }
  const mistakes = (
    kind: StoryMistake["kind"],
    all: typeof split,
    name: (key: string) => string,
  ): StoryMistake[] =>
    [...all]
      .filter(([, parts]) => parts.size > 1)
      .map(([key, parts]) => ({
        kind,
        name: name(key),
        parts: [...parts]
          .map(([part, articles]) => ({
            name: kind === "split" ? (titles.get(part) ?? part) : part,
            articles,
          }))
          .sort((a, b) => b.articles - a.articles),
      }));
  return [
    ...mistakes("mixed", mixed, (story) => titles.get(story) ?? story),
    ...mistakes("split", split, (cluster) => cluster),
  ].sort((a, b) => (b.parts[1]?.articles ?? 0) - (a.parts[1]?.articles ?? 0));
}

function count(all: Map<string, Map<string, number>>, key: string, part: string): void {
  const parts = all.get(key) ?? new Map<string, number>();
  parts.set(part, (parts.get(part) ?? 0) + 1);
  all.set(key, parts);
}
