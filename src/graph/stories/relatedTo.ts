import type { RelatedReasonKind } from "../../entities/enums.js";
import { diverse } from "../similarity/diverse.js";
import type { PairEvidence } from "../similarity/pairEvidence.js";
import { likeness, type StoryIndex } from "./StoryIndex.js";

/** Why an article is related. */
export interface RelatedReason {
  kind: RelatedReasonKind;
  /** 0..1. */
  weight: number;
  /** Entities and things that both name, rarest first; with `SHARED_ENTITIES` alone. */
  entities: string[];
}

/** A related article. */
export interface RelatedTo {
  key: number;
  /** 0..1. */
  score: number;
  /** Strongest first; never empty. */
  reasons: RelatedReason[];
  /** Articles left out because they say nearly word for word the same. */
  copies: number[];
}

/** How related articles are chosen. */
export interface RelatedOptions {
  limit?: number;
  /** Articles that the page links to, or that link to it. */
  links?: ReadonlySet<number>;
}

const LEAST = { score: 0.02, names: 0.15, text: 0.15 };
const COPY = 0.9;
/** Of so many times the articles wanted the most diverse are chosen. */
const CHOICE = 1.5;
/** Weight of a link of one page to the other. */
export const LINKED_WEIGHT = 0.5;
const OTHER_EVENT = 0.6;
const MILLISECONDS_OF_DAY = 86_400_000;
/** A later article follows up an earlier one within this time. */
const FOLLOWS_DAYS = 60;

/**
 * The articles related to one, best first, with reasons. Diverse: an article much like one that is listed already comes later, and copies
 * are listed once. Work is bounded: the candidates of the index, the articles of the story that are nearest in it, and the links.
 */
export function relatedTo(
  stories: StoryIndex,
  key: number,
  { limit = 12, links = new Set() }: RelatedOptions = {},
): RelatedTo[] {
  const { articles } = stories;
  if (!articles.has(key)) return [];
  const evidence = new Map<number, PairEvidence>(
    articles.neighbours(key).map((neighbour) => [neighbour.key, neighbour]),
  );
  for (const other of [...stories.sample(key), ...links]) {
    if (other !== key && articles.has(other) && !evidence.has(other))
      evidence.set(other, articles.compare(key, other));
  }
  const scored = [...evidence]
    .map(([other, pair]) => scoredArticle(stories, key, other, pair, links.has(other)))
    .filter(({ score, reasons }) => score >= LEAST.score && reasons.length > 0)
    .sort((a, b) => b.score - a.score || a.key - b.key);
  const alike = remembered((a, b) => articles.wordsAlike(a, b));
  const kept: RelatedTo[] = [];
  for (const article of scored) {
    const original = kept.find((other) => alike(other.key, article.key) >= COPY);
    if (original) original.copies.push(article.key);
    else kept.push(article);
    if (kept.length >= limit * CHOICE) break;
  }
  return diverse(kept, limit, alike);
}

/** A symmetric measure of two keys, computed once for each pair. */
function remembered(measure: (a: number, b: number) => number): (a: number, b: number) => number {
  const known = new Map<string, number>();
  return (a, b) => {
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    let value = known.get(pair);
    if (value === undefined) known.set(pair, (value = measure(a, b)));
    return value;
  };
}

function scoredArticle(
  stories: StoryIndex,
  key: number,
  other: number,
  { words, names, days, logit }: PairEvidence,
  isLinked: boolean,
): RelatedTo {
  const { articles } = stories;
  const reasons: RelatedReason[] = [];
  const add = (kind: RelatedReasonKind, weight: number, entities: string[] = []): void => {
    reasons.push({ kind, weight: Math.min(0.99, Math.max(0.01, weight)), entities });
  };
  const isSameStory = stories.story(key) !== null && stories.story(key) === stories.story(other);
  const probability = 1 / (1 + Math.exp(-likeness(logit, isSameStory)));
  if (words >= COPY) add("NEAR_DUPLICATE", words);
  if (isLinked) add("LINKED_IN_SOURCE", LINKED_WEIGHT);
  if (isSameStory) add("SHARED_STORY", probability);
  const shared = articles.sharedNames(key, other).filter(({ name }) => name.startsWith("@"));
  if (shared.length > 0 && names >= LEAST.names)
    add(
      "SHARED_ENTITIES",
      names,
      shared.slice(0, 5).map(({ name }) => name.slice(1)),
    );
  if (words >= LEAST.text) add("TEXT_SIMILARITY", words);
  const isLater = (articles.dateOf(key) ?? 0) - (articles.dateOf(other) ?? 0) > MILLISECONDS_OF_DAY;
  const isFollowUp = isLater && !isSameStory && days !== null && days <= FOLLOWS_DAYS;
  if (isFollowUp && names >= LEAST.names) add("FOLLOWS", names / (1 + days / 30));
  reasons.sort((a, b) => b.weight - a.weight);
  // An article on another event may be related as well: by the names that both have, and by its words.
  const evidence = Math.max(probability, OTHER_EVENT * Math.max(names, words));
  return {
    key: other,
    score: isLinked ? 1 - (1 - evidence) * (1 - LINKED_WEIGHT) : evidence,
    reasons,
    copies: [],
  };
}
