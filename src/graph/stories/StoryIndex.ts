import type { ArticleTerms } from "../similarity/articleTerms.js";
import type { BackgroundFrequencies } from "../similarity/backgroundFrequencies.js";
import { ArticleIndex, INDEX_LIMITS, type IndexLimits, type Neighbour } from "./ArticleIndex.js";
import { averageLink } from "./averageLink.js";
import { continueStories, type StoryChange } from "./storyChange.js";

/** Log odds that being in one story adds: it speaks through all the other articles of the story. */
const SAME_STORY = 2;

/** What an index is loaded from. */
export interface StoredStories {
  articles: Iterable<{ key: number; terms: ArticleTerms }>;
  /** Story of each article; also of articles that have left the index. */
  stories: Iterable<{ article: number; story: number }>;
  /** No story had this number or a higher one. */
  nextStory: number;
}

/** Log odds count at most so much: one pair alone neither joins nor parts stories. */
const CLIP = 2.5;
/** Stories near a new article that are looked over again with it, and articles of each. */
const REVIEW = { stories: 4, articlesOfStory: 16, least: -1.5 };
/**
 * Looking over everything: pairs above `least` belong to one piece of work. A piece that is larger is cut at ever higher values, and above
 * the greatest, where all are copies of each other, by time.
 */
const SETTLE = { least: -0.5, largest: 400, step: 0.5, greatest: 5 };

/**
 * Stories: articles on one event. An article that comes in is compared with a bounded number of others, and the stories near it are
 * clustered anew by average link, which may join or part them. `settle` looks over everything; after it the stories are the same
 * whatever order the articles came in. IDs are numbers that are never given twice.
 */
export class StoryIndex {
  private readonly storyOf = new Map<number, number>();
  private readonly members = new Map<number, Set<number>>();
  private nextStory = 1;
  private readonly index: ArticleIndex;

  constructor(background: BackgroundFrequencies, limits: IndexLimits = INDEX_LIMITS) {
    this.index = new ArticleIndex(background, limits);
  }

  /** Number of articles. */
  get size(): number {
    return this.index.size;
  }

  /** The articles, for comparing them. */
  get articles(): ArticleIndex {
    return this.index;
  }

  /** Story of an article; null if the index does not have it. */
  story(article: number): number | null {
    return this.storyOf.get(article) ?? null;
  }

  /** Articles of a story, in the order in which they came to it. */
  articlesOf(story: number): number[] {
    return [...(this.members.get(story) ?? [])];
  }

  /** The articles of an article's story that are nearest to it in time, itself among them; at most so many as are looked over together. */
  sample(key: number): number[] {
    const story = this.storyOf.get(key);
    return story === undefined ? [] : this.sampleOf(story, key);
  }

  /** All stories. */
  stories(): number[] {
    return [...this.members.keys()];
  }

  /**
   * Takes an article in and returns what became of the stories around it. Beyond the limit the oldest article leaves the index with its
   * terms; its story keeps it.
   * @throws RangeError if the key is there already
   */
  add(key: number, terms: ArticleTerms): StoryChange[] {
    if (this.storyOf.has(key)) throw new RangeError(`Article ${key} has a story already.`);
    this.index.add(key, terms);
    return this.review(key);
  }

  /** Takes an article's new terms in place of those that it had; it may go over to another story. */
  replace(key: number, terms: ArticleTerms): StoryChange[] {
    this.index.remove(key);
    this.index.add(key, terms);
    return this.review(key);
  }

  /** Takes an article in, or its new terms, and leaves the stories as they are: for many articles, with `settle` behind them. */
  enter(key: number, terms: ArticleTerms): void {
    this.index.remove(key);
    this.index.add(key, terms);
  }

  private review(key: number): StoryChange[] {
    // Older than all of a full index: it has left again at once.
    if (!this.index.has(key)) return this.storyOf.has(key) ? [] : this.assign([[key]]);
    const own = this.storyOf.get(key);
    const near = this.storiesNear(key, this.index.neighbours(key));
    if (own !== undefined && !near.includes(own)) near.push(own);
    const reviewed = near.flatMap((story) => this.sampleOf(story, key)).filter((other) => other !== key);
    const items = [...reviewed, key];
    const groups = this.cluster(items);
    // Articles beyond the sample stay with most of their story.
    const sampled = new Set(items);
    const whole = groups.map((group) => [...group]);
    for (const story of near) {
      const rest = this.articlesOf(story).filter((article) => !sampled.has(article));
      if (rest.length > 0) this.mainGroup(whole, story).push(...rest);
    }
    return this.assign(whole);
  }

  /** How close two articles are, for ranking. @throws RangeError for an article that the index does not have */
  likeness(a: number, b: number): number {
    const story = this.storyOf.get(a);
    return likeness(this.index.compare(a, b).logit, story !== undefined && story === this.storyOf.get(b));
  }

  /** Takes an article out, for a correction or a withdrawal; its story goes on without it. */
  remove(key: number): void {
    this.index.remove(key);
    this.leave(key);
  }

  /**
   * Clusters all articles of the index anew, by date and key, with the rarities that are known by now, and returns what changed. For the end
   * of a large ingest, and in quiet hours; time grows with the number of articles.
   */
  settle(): StoryChange[] {
    const work = this.settling();
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
    }
  }

  /** Like `settle`, in steps between which the caller may do other things, but not change the index. */
  *settling(): Generator<void, StoryChange[]> {
    const keys = this.index.keys();
    const edges: Edge[] = [];
    for (const key of keys) {
      for (const { key: other, logit } of this.index.neighbours(key))
        if (logit > SETTLE.least) edges.push({ a: key, b: other, logit });
      yield;
    }
    const groups: number[][] = [];
    for (const piece of pieces(keys, edges, SETTLE.least)) {
      groups.push(...this.cluster(piece));
      yield;
    }
    // Articles that left the index stay with most of their story.
    for (const [story, articles] of this.members) {
      const rest = [...articles].filter((article) => !this.index.has(article));
      if (rest.length === 0) continue;
      if (rest.length === articles.size) groups.push(rest);
      else this.mainGroup(groups, story).push(...rest);
    }
    return this.assign(groups);
  }

  /** The index as it was after these articles and stories; it goes on as if it had never stopped. */
  static load(
    { articles, stories, nextStory }: StoredStories,
    background: BackgroundFrequencies,
    limits: IndexLimits = INDEX_LIMITS,
  ): StoryIndex {
    const index = new StoryIndex(background, limits);
    for (const { key, terms } of articles) index.index.add(key, terms);
    index.know(stories);
    index.nextStory = nextStory;
    return index;
  }

  /** Stories of the neighbours with the highest mean over their members, best first. */
  private storiesNear(key: number, neighbours: readonly Neighbour[]): number[] {
    const stories = new Set<number>();
    for (const { key: other, logit } of neighbours) {
      const story = this.storyOf.get(other);
      if (story !== undefined && logit > REVIEW.least) stories.add(story);
    }
    return [...stories]
      .map((story) => {
        const sample = this.sampleOf(story, key);
        return {
          story,
          mean: sample.reduce((sum, other) => sum + this.affinity(key, other), 0) / sample.length,
        };
      })
      .filter(({ mean }) => mean > REVIEW.least)
      .sort((a, b) => b.mean - a.mean || a.story - b.story)
      .slice(0, REVIEW.stories)
      .map(({ story }) => story);
  }

  /** The articles of a story nearest in time to one, oldest first; those that left the index are not among them. */
  private sampleOf(story: number, key: number): number[] {
    const date = this.index.dateOf(key) ?? 0;
    const distance = (article: number): number => Math.abs((this.index.dateOf(article) ?? date) - date);
    const known = this.articlesOf(story).filter((article) => this.index.has(article));
    const nearest =
      known.length <= REVIEW.articlesOfStory
        ? known
        : known.sort((a, b) => distance(a) - distance(b) || a - b).slice(0, REVIEW.articlesOfStory);
    return this.inOrder(nearest);
  }

  private inOrder(keys: number[]): number[] {
    const time = (key: number): number => this.index.dateOf(key) ?? Number.MAX_SAFE_INTEGER;
    return keys.sort((a, b) => time(a) - time(b) || a - b);
  }

  private cluster(keys: readonly number[]): number[][] {
    const items = this.inOrder([...keys]);
    const labels = averageLink(items.length, (a, b) => this.affinity(items[a] ?? 0, items[b] ?? 0));
    const groups = new Map<number, number[]>();
    for (const [index, label] of labels.entries()) {
      const group = groups.get(label);
      if (group) group.push(items[index] ?? 0);
      else groups.set(label, [items[index] ?? 0]);
    }
    return [...groups.values()];
  }

  private affinity(a: number, b: number): number {
    return Math.max(-CLIP, Math.min(CLIP, this.index.compare(a, b).logit));
  }

  /** The group with most articles of a story. */
  private mainGroup(groups: number[][], story: number): number[] {
    let best: number[] = [];
    let most = 0;
    for (const group of groups) {
      const count = group.filter((article) => this.storyOf.get(article) === story).length;
      if (count > most) [best, most] = [group, count];
    }
    return best;
  }

  private assign(groups: readonly (readonly number[])[]): StoryChange[] {
    const before = new Map(groups.flat().map((key) => [key, this.storyOf.get(key) ?? null]));
    const { after, changes } = continueStories(groups, before, () => this.nextStory++);
    for (const [key, story] of after) {
      if (before.get(key) === story) continue;
      this.leave(key);
      this.join(key, story);
    }
    return changes;
  }

  /** Makes stories known whose articles have all left the index. */
  know(members: Iterable<{ article: number; story: number }>): void {
    for (const { article, story } of members) if (!this.storyOf.has(article)) this.join(article, story);
  }

  /** Lets go of stories none of whose articles are in the index; `know` brings them back. */
  forgetGone(): void {
    for (const [story, articles] of this.members) {
      if ([...articles].some((article) => this.index.has(article))) continue;
      for (const article of articles) this.storyOf.delete(article);
      this.members.delete(story);
    }
  }

  /** Whether one of the stories of a change is known here. */
  knows(change: StoryChange): boolean {
    return this.members.has(change.story) || ("from" in change && this.members.has(change.from));
  }

  /** Gives no ID that another index has given. */
  goOnFrom(other: StoryIndex): void {
    this.nextStory = Math.max(this.nextStory, other.nextStory);
  }

  private join(key: number, story: number): void {
    this.storyOf.set(key, story);
    const members = this.members.get(story);
    if (members) members.add(key);
    else this.members.set(story, new Set([key]));
  }

  private leave(key: number): void {
    const story = this.storyOf.get(key);
    if (story === undefined) return;
    this.storyOf.delete(key);
    const members = this.members.get(story);
    members?.delete(key);
    if (members?.size === 0) this.members.delete(story);
  }
}

/** How close two articles are, for ranking: the log odds of telling of the same event, raised where they are in the same story. */
export function likeness(logit: number, isSameStory: boolean): number {
  return logit + (isSameStory ? SAME_STORY : 0);
}

interface Edge {
  a: number;
  b: number;
  logit: number;
}

/** Connected pieces of the pairs above a threshold; a piece that is too large is cut at a higher one. */
function pieces(keys: readonly number[], edges: readonly Edge[], least: number): number[][] {
  const parent = new Map(keys.map((key) => [key, key]));
  const root = (key: number): number => {
    let found = key;
    while (parent.get(found) !== found) found = parent.get(found) ?? found;
    let walk = key;
    while (walk !== found) {
      const next = parent.get(walk) ?? found;
      parent.set(walk, found);
      walk = next;
    }
    return found;
  };
  const strong = edges.filter(({ logit }) => logit > least);
  for (const { a, b } of strong) parent.set(root(a), root(b));
  const groups = new Map<number, number[]>();
  for (const key of keys) {
    const group = groups.get(root(key));
    if (group) group.push(key);
    else groups.set(root(key), [key]);
  }
  return [...groups.values()].flatMap((group) => {
    if (group.length <= SETTLE.largest) return [group];
    if (least > SETTLE.greatest) return chunks(group, SETTLE.largest);
    const inside = new Set(group);
    return pieces(
      group,
      strong.filter(({ a }) => inside.has(a)),
      least + SETTLE.step,
    );
  });
}

function chunks(keys: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(keys.length / size) }, (_, index) =>
    keys.slice(index * size, (index + 1) * size),
  );
}
