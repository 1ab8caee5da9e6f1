import type { StoryIndex } from "./StoryIndex.js";

/** How an article stands in its story. */
export interface Placement {
  /** 0..1: the chance that it tells of the same event as the story's others; 1 for the only one. */
  similarity: number;
  /** 0..1: what no earlier article of the story says, by the words of the nearest ones; 1 for the first. */
  novelty: number;
}

/** How an article stands in its story, by those of its articles that are nearest in time. */
export function placement(stories: StoryIndex, key: number): Placement {
  const { articles } = stories;
  let [logits, count, known] = [0, 0, 0];
  const time = articles.dateOf(key) ?? Infinity;
  for (const other of stories.sample(key)) {
    if (other === key) continue;
    const { logit, words } = articles.compare(key, other);
    logits += logit;
    count++;
    const otherTime = articles.dateOf(other) ?? Infinity;
    if (otherTime < time || (otherTime === time && other < key)) known = Math.max(known, words);
  }
  return {
    similarity: count === 0 ? 1 : 1 / (1 + Math.exp(-logits / count)),
    novelty: 1 - Math.min(1, known),
  };
}

const COMPARED = 8;

/** Articles of a story, at most eight spread over its time, the one that is most like the others first; its headline fits the story. */
export function centralArticles(stories: StoryIndex, story: number): number[] {
  const { articles } = stories;
  const time = (key: number): number => articles.dateOf(key) ?? Infinity;
  const inOrder = stories
    .articlesOf(story)
    .filter((key) => articles.has(key))
    .sort((a, b) => (time(a) === time(b) ? a - b : time(a) - time(b)));
  const step = Math.max(1, inOrder.length / COMPARED);
  const chosen = Array.from(
    { length: Math.min(COMPARED, inOrder.length) },
    (_, index) => inOrder[Math.floor(index * step)] ?? 0,
  );
  const sums = new Map(chosen.map((key) => [key, 0]));
  for (const [index, a] of chosen.entries()) {
    for (const b of chosen.slice(index + 1)) {
      const { logit } = articles.compare(a, b);
      sums.set(a, (sums.get(a) ?? 0) + logit);
      sums.set(b, (sums.get(b) ?? 0) + logit);
    }
  }
  return chosen.sort((a, b) => (sums.get(b) ?? 0) - (sums.get(a) ?? 0));
}
