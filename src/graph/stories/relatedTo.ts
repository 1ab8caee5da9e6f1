import type { RelatedReasonKind } from "../../entities/enums.js";
import { diverse } from "../similarity/diverse.js";
import type { PairEvidence } from "../similarity/pairEvidence.js";
import type { ArticleIndex } from "./ArticleIndex.js";
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
    .map(([other, pair]): Candidate => {
      const isSameStory = stories.story(key) !== null && stories.story(key) === stories.story(other);
      return candidate(other, pair, isSameStory, links.has(other));
    })
    .filter(({ score }) => score >= LEAST.score)
    .sort((a, b) => b.score - a.score || a.key - b.key);
  const alike = remembered((a, b) => articles.wordsAlike(a, b));
  const kept: RelatedTo[] = [];
  for (const article of scored) {
    const reasons = reasonsOf(articles, key, article);
    if (reasons.length === 0) continue;
    const original = kept.find((other) => alike(other.key, article.key) >= COPY);
    if (original) original.copies.push(article.key);
    else kept.push({ key: article.key, score: article.score, reasons, copies: [] });
    if (kept.length >= limit * CHOICE) break;
  }
  return diverse(kept, limit, alike);
}

/** An article that may be related, with what speaks for it. */
interface Candidate {
  key: number;
  /** 0..1. */
  score: number;
  pair: PairEvidence;
  /** Log odds as probability: of telling of the same event. */
  probability: number;
  isSameStory: boolean;
  isLinked: boolean;
}

function candidate(key: number, pair: PairEvidence, isSameStory: boolean, isLinked: boolean): Candidate {
  const probability = 1 / (1 + Math.exp(-likeness(pair.logit, isSameStory)));
  // An article on another event may be related as well: by the names that both have, and by its words.
  const evidence = Math.max(probability, OTHER_EVENT * Math.max(pair.names, pair.words));
  const score = isLinked ? 1 - (1 - evidence) * (1 - LINKED_WEIGHT) : evidence;
  return { key, score, pair, probability, isSameStory, isLinked };
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

/** Why an article is related to the one with `key`, strongest first. */
function reasonsOf(
  articles: ArticleIndex,
  key: number,
  { key: other, pair: { words, names, days }, probability, isSameStory, isLinked }: Candidate,
): RelatedReason[] {
  const reasons: RelatedReason[] = [];
  const add = (kind: RelatedReasonKind, weight: number, entities: string[] = []): void => {
    reasons.push({ kind, weight: Math.min(0.99, Math.max(0.01, weight)), entities });
  };
  if (words >= COPY) add("NEAR_DUPLICATE", words);
  if (isLinked) add("LINKED_IN_SOURCE", LINKED_WEIGHT);
  if (isSameStory) add("SHARED_STORY", probability);
  const shared =
    names < LEAST.names ? [] : articles.sharedNames(key, other).filter(({ name }) => name.startsWith("@"));
  if (shared.length > 0)
    add(
      "SHARED_ENTITIES",
      names,
      shared.slice(0, 5).map(({ name }) => name.slice(1)),
    );
  if (words >= LEAST.text) add("TEXT_SIMILARITY", words);
  const isLater = (articles.dateOf(key) ?? 0) - (articles.dateOf(other) ?? 0) > MILLISECONDS_OF_DAY;
  const isFollowUp = isLater && !isSameStory && days !== null && days <= FOLLOWS_DAYS;
  if (isFollowUp && names >= LEAST.names) add("FOLLOWS", names / (1 + days / 30));
  return reasons.sort((a, b) => b.weight - a.weight);
}
