import type { ArticleTerms } from "../similarity/articleTerms.js";
import type { BackgroundFrequencies } from "../similarity/backgroundFrequencies.js";
import { cosine } from "../similarity/cosine.js";
import { crowdPenalty, pairEvidence, type PairEvidence } from "../similarity/pairEvidence.js";
import { termIds, TermSpace, type EncodedArticle } from "../similarity/TermSpace.js";
import { placeOf, Postings, type Posting } from "./Postings.js";

/** Bounds of the work and memory for one article. */
export interface IndexLimits {
  /** Articles that are kept; beyond, the oldest by date go. */
  articles: number;
  /** Terms of an article under which it is entered, and of these the rarest, under which others are sought for it. */
  probes: number;
  sought: number;
  /** Articles of one term that are looked at, and that are kept for it. */
  looked: number;
  kept: number;
  /** Articles that a new one is compared with. */
  candidates: number;
}

/** What the product runs with. */
export const INDEX_LIMITS: IndexLimits = {
  articles: 100_000,
  probes: 32,
  sought: 24,
  looked: 16,
  kept: 512,
  candidates: 40,
};

/** An article that may be on the same thing, and what speaks for it. */
export interface Neighbour extends PairEvidence {
  key: number;
}

interface Entry {
  code: EncodedArticle;
  probes: number[];
}

const MILLISECONDS_OF_DAY = 86_400_000;
const CROWD_DAYS = 3;
const RECENT = 256;

/**
 * Articles by their weightiest terms: finds those that are like one, at a cost that does not grow with the archive. Pure and
 * serialisable; the same set of articles gives the same index, whatever order they came in.
 */
export class ArticleIndex {
  private readonly entries = new Map<number, Entry>();
  private readonly postings: Postings;
  private readonly space: TermSpace;
  /** All articles, by date and key; undated last. */
  private readonly order: Posting[] = [];
  /** Neighbours that were asked for since the last change: stories, related articles and copies ask for the same. */
  private readonly recent = new Map<number, readonly Neighbour[]>();
  /** Articles of each day since 1970. */
  private readonly days = new Map<number, number>();

  constructor(
    private readonly background: BackgroundFrequencies,
    readonly limits: IndexLimits = INDEX_LIMITS,
  ) {
    this.space = new TermSpace(background);
    this.postings = new Postings(limits.kept);
  }

  /** Number of articles. */
  get size(): number {
    return this.entries.size;
  }

  /** Whether an article is in the index. */
  has(key: number): boolean {
    return this.entries.has(key);
  }

  /** Keys of all articles, by date and key; undated last. */
  keys(): number[] {
    return this.order.map(({ key }) => key);
  }

  /** Publication of an article, in milliseconds since 1970; null when unknown. */
  dateOf(key: number): number | null {
    return this.entries.get(key)?.code.date ?? null;
  }

  /** Puts an article in; beyond the limit the oldest one goes. @throws RangeError if its key is there already */
  add(key: number, terms: ArticleTerms): void {
    if (this.entries.has(key)) throw new RangeError(`Article ${key} is in the index already.`);
    const code = this.space.encode(terms);
    this.space.count(code);
    this.recent.clear();
    const probes = this.probesOf(code);
    this.entries.set(key, { code, probes });
    const posting = { key, date: code.date };
    this.postings.add(probes, posting);
    this.order.splice(placeOf(this.order, posting), 0, posting);
    this.countDay(code.date, 1);
    const oldest = this.order[0];
    if (this.order.length > this.limits.articles && oldest) this.remove(oldest.key);
  }

  /** Takes an article out; false if it was not there. */
  remove(key: number): boolean {
    const entry = this.entries.get(key);
    if (entry === undefined) return false;
    this.recent.clear();
    this.space.count(entry.code, -1);
    this.postings.remove(entry.probes, key);
    this.countDay(entry.code.date, -1);
    this.order.splice(placeOf(this.order, { key, date: entry.code.date }), 1);
    return this.entries.delete(key);
  }

  /** The articles most like one, by the rarity of what they share, compared; likeliest first. At most `limits.candidates`. */
  neighbours(key: number): readonly Neighbour[] {
    const known = this.recent.get(key);
    if (known) return known;
    const entry = this.entries.get(key);
    if (entry === undefined) return [];
    const found = this.neighboursOf(key, entry);
    if (this.recent.size >= RECENT) this.recent.clear();
    this.recent.set(key, found);
    return found;
  }

  private neighboursOf(key: number, entry: Entry): Neighbour[] {
    const scale = this.space.scale(null);
    const scores = new Map<number, number>();
    const posting = { key, date: entry.code.date };
    for (const { term, rarity } of this.rarest(entry.probes, scale)) {
      for (const { key: other } of this.postings.nearest(term, posting, this.limits.looked)) {
        if (other !== key) scores.set(other, (scores.get(other) ?? 0) + rarity * rarity);
      }
    }
    return best(scores, this.limits.candidates)
      .map((other) => ({ key: other, ...this.compare(key, other) }))
      .sort((a, b) => b.logit - a.logit || a.key - b.key);
  }

  /** Compares two articles of the index. @throws RangeError for one that is not there */
  compare(a: number, b: number): PairEvidence {
    const [first, second] = this.pair(a, b);
    return pairEvidence(first, second, this.space, this.crowd(first.date, second.date));
  }

  /** Cosine of the words of two articles, 0..1, as in `compare`. @throws RangeError for one that is not there */
  wordsAlike(a: number, b: number): number {
    const [first, second] = this.pair(a, b);
    const isSameLanguage = first.language === second.language;
    return cosine(
      first.words,
      second.words,
      this.space,
      this.space.scale(isSameLanguage ? first.language : null),
    );
  }

  private pair(a: number, b: number): [EncodedArticle, EncodedArticle] {
    const [first, second] = [this.entries.get(a), this.entries.get(b)];
    if (!first || !second) throw new RangeError(`Article ${first ? b : a} is not in the index.`);
    return [first.code, second.code];
  }

  /** Names that two articles share, rarest first: `@` and the ID of an entity, `~` and a spelling. */
  sharedNames(a: number, b: number): { name: string; rarity: number }[] {
    const [first, second] = [this.entries.get(a)?.code.names, this.entries.get(b)?.code.names];
    if (first === undefined || second === undefined) return [];
    const scale = this.space.scale(null);
    const shared: { name: string; rarity: number }[] = [];
    for (let i = first.from, j = second.from; i < first.to && j < second.to;) {
      const left = first.ids[i] ?? 0;
      const right = second.ids[j] ?? 0;
      if (left === right)
        shared.push({ name: this.space.term(left), rarity: this.space.rarity(left, scale) / scale });
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return shared.sort((x, y) => y.rarity - x.rarity || (x.name < y.name ? -1 : 1));
  }

  /** The weightiest terms by the background alone: what is counted in the archive would depend on the order of arrival. */
  private probesOf({ lead, names }: EncodedArticle): number[] {
    const ranks = new Map<number, number>();
    for (const vector of [lead, names]) {
      for (const [index, id] of termIds(vector).entries()) {
        const share = this.background.get(this.space.term(id)) ?? 0;
        ranks.set(
          id,
          Math.max(ranks.get(id) ?? 0, (vector.weights[vector.from + index] ?? 0) / (1 + 200 * share)),
        );
      }
    }
    return [...ranks]
      .sort((a, b) => b[1] - a[1] || (this.space.term(a[0]) < this.space.term(b[0]) ? -1 : 1))
      .slice(0, this.limits.probes)
      .map(([id]) => id);
  }

  /** Ties fall by the term, whose number depends on the order of arrival. */
  private rarest(probes: readonly number[], scale: number): { term: number; rarity: number }[] {
    return probes
      .map((term) => ({ term, rarity: this.space.rarity(term, scale) }))
      .sort((a, b) => b.rarity - a.rarity || (this.space.term(a.term) < this.space.term(b.term) ? -1 : 1))
      .slice(0, this.limits.sought);
  }

  private crowd(a: number | null, b: number | null): number {
    if (a === null || b === null) return 0;
    const day = dayOf(Math.max(a, b));
    let count = 0;
    for (let near = day - CROWD_DAYS; near <= day + CROWD_DAYS; near++) count += this.days.get(near) ?? 0;
    return crowdPenalty(count);
  }

  private countDay(date: number | null, by: number): void {
    if (date === null) return;
    const count = (this.days.get(dayOf(date)) ?? 0) + by;
    if (count === 0) this.days.delete(dayOf(date));
    else this.days.set(dayOf(date), count);
  }
}

function dayOf(date: number): number {
  return Math.floor(date / MILLISECONDS_OF_DAY);
}

/** Keys with the highest scores, best first, equal ones by key. Sorting all of them to take a few would cost more than comparing those. */
function best(scores: ReadonlyMap<number, number>, limit: number): number[] {
  const found: { key: number; score: number }[] = [];
  for (const [key, score] of scores) {
    let place = found.length;
    const isBefore = (other: { key: number; score: number } | undefined): boolean =>
      other !== undefined && (score > other.score || (score === other.score && key < other.key));
    if (place === limit && !isBefore(found[place - 1])) continue;
    while (place > 0 && isBefore(found[place - 1])) place--;
    found.splice(place, 0, { key, score });
    if (found.length > limit) found.pop();
  }
  return found.map(({ key }) => key);
}
