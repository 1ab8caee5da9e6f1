import { UNKNOWN_FREQUENCY, type BackgroundFrequencies } from "./backgroundFrequencies.js";
import type { ArticleTerms, WeightedTerm } from "./articleTerms.js";

/**
 * A sparse vector: numbers of terms, ascending, and their weights before rarity, from `from` up to but without `to`. The vectors of an
 * article share two lists, which lie side by side in memory: comparing articles is mostly waiting for it.
 */
export interface SparseVector {
  ids: Uint32Array;
  weights: Float32Array;
  from: number;
  to: number;
  /** The sum of squares of its weights with rarity, as it was last computed, and for what. */
  square: number;
  squareScale: number;
  squareVersion: number;
}

/** Number of terms of a vector. */
export function termCount({ from, to }: SparseVector): number {
  return to - from;
}

/** Numbers of the terms of a vector. */
export function termIds({ ids, from, to }: SparseVector): Uint32Array {
  return ids.subarray(from, to);
}

/** An article in a term space. */
export interface EncodedArticle {
  language: string;
  date: number | null;
  words: SparseVector;
  lead: SparseVector;
  names: SparseVector;
}

/** So many articles is the background worth beside those that were counted. */
const BACKGROUND_ARTICLES = 100;

/** Numbers terms and counts in how many articles each stands; rarity (idf) grows with what is counted. */
export class TermSpace {
  private readonly numbers = new Map<string, number>();
  private readonly terms: string[] = [];
  private readonly frequencies: number[] = [];
  /** ln of counted and expected articles with the term. */
  private readonly commonness: number[] = [];
  private readonly articles = new Map<string, number>();
  private total = 0;
  /** Grows with each change of rarities. */
  private version = 0;

  constructor(private readonly background: BackgroundFrequencies) {}

  /** Counts an article, or with -1 takes it out again. */
  count(article: EncodedArticle, by: 1 | -1 = 1): void {
    this.total += by;
    this.version++;
    this.articles.set(article.language, (this.articles.get(article.language) ?? 0) + by);
    for (const vector of [article.words, article.names]) {
      for (const id of termIds(vector)) {
        this.frequencies[id] = (this.frequencies[id] ?? 0) + by;
        this.commonness[id] = this.commonnessOf(id);
      }
    }
  }

  /** Numbers the terms of an article. */
  encode({ language, date, words, lead, names }: ArticleTerms): EncodedArticle {
    const size = words.length + lead.length + names.length;
    const buffer = new ArrayBuffer(8 * size);
    const ids = new Uint32Array(buffer, 0, size);
    const weights = new Float32Array(buffer, 4 * size, size);
    let end = 0;
    const vector = (terms: readonly WeightedTerm[]): SparseVector => {
      const from = end;
      const numbered = terms
        .map(([term, weight]) => ({ id: this.number(term), weight }))
        .sort((a, b) => a.id - b.id);
      for (const { id, weight } of numbered) {
        ids[end] = id;
        weights[end] = weight;
        end++;
      }
      return { ids, weights, from, to: end, square: 0, squareScale: 0, squareVersion: -1 };
    };
    return { language, date, words: vector(words), lead: vector(lead), names: vector(names) };
  }

  /** The term of a number. */
  term(id: number): string {
    return this.terms[id] ?? "";
  }

  /** ln of the number of articles among which rarity is counted: those of one language, or all for null. */
  scale(language: string | null): number {
    return Math.log(
      (language === null ? this.total : (this.articles.get(language) ?? 0)) + BACKGROUND_ARTICLES,
    );
  }

  /** Rarity of a term on a scale: ln(N / df), smoothed by the background; at least 0. */
  rarity(id: number, scale: number): number {
    return Math.max(0, scale - (this.commonness[id] ?? 0));
  }

  /** Sum of the squares of a vector's weights with rarity; computed once as long as rarities stay. */
  squareOf(vector: SparseVector, scale: number): number {
    if (vector.squareVersion === this.version && vector.squareScale === scale) return vector.square;
    let sum = 0;
    for (let at = vector.from; at < vector.to; at++) {
      const weight = (vector.weights[at] ?? 0) * this.rarity(vector.ids[at] ?? 0, scale);
      sum += weight * weight;
    }
    vector.square = sum;
    vector.squareScale = scale;
    vector.squareVersion = this.version;
    return sum;
  }

  private commonnessOf(id: number): number {
    const expected = (this.background.get(this.term(id)) ?? UNKNOWN_FREQUENCY) * BACKGROUND_ARTICLES;
    return Math.log((this.frequencies[id] ?? 0) + expected + 0.5);
  }

  private number(term: string): number {
    const known = this.numbers.get(term);
    if (known !== undefined) return known;
    const id = this.terms.length;
    this.numbers.set(term, id);
    this.terms.push(term);
    this.frequencies.push(0);
    this.commonness.push(this.commonnessOf(id));
    return id;
  }
}
