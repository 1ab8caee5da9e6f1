import { UNKNOWN_FREQUENCY, type BackgroundFrequencies } from "./backgroundFrequencies.js";
import type { ArticleTerms, WeightedTerm } from "./articleTerms.js";

/** A sparse vector: numbers of terms, ascending, and their weights before rarity. */
export interface SparseVector {
  ids: Uint32Array;
  weights: Float32Array;
}

/** An article in a term space. */
export interface EncodedArticle {
  language: string;
  date: number | null;
  words: SparseVector;
  lead: SparseVector;
  names: SparseVector;
}

/** A term space as JSON keeps it. */
export interface TermSpaceState {
  terms: string[];
  /** Articles that have the term of the same index. */
  frequencies: number[];
  /** Articles by language. */
  articles: Record<string, number>;
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

  constructor(private readonly background: BackgroundFrequencies) {}

  /** Articles counted. */
  get size(): number {
    return this.total;
  }

  /** Counts an article, or with -1 takes it out again. */
  count(article: EncodedArticle, by: 1 | -1 = 1): void {
    this.total += by;
    this.articles.set(article.language, (this.articles.get(article.language) ?? 0) + by);
    for (const { ids } of [article.words, article.names]) {
      for (const id of ids) {
        this.frequencies[id] = (this.frequencies[id] ?? 0) + by;
        this.commonness[id] = this.commonnessOf(id);
      }
    }
  }

  /** Numbers the terms of an article. */
  encode({ language, date, words, lead, names }: ArticleTerms): EncodedArticle {
    return { language, date, words: this.vector(words), lead: this.vector(lead), names: this.vector(names) };
  }

  /** The terms of an encoded article. */
  decode({ language, date, words, lead, names }: EncodedArticle): ArticleTerms {
    const terms = ({ ids, weights }: SparseVector): WeightedTerm[] =>
      Array.from(ids, (id, index) => [this.term(id), weights[index] ?? 0]);
    return { language, date, words: terms(words), lead: terms(lead), names: terms(names) };
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

  /** Plain data from which `restore` makes the same space. */
  state(): TermSpaceState {
    return {
      terms: [...this.terms],
      frequencies: [...this.frequencies],
      articles: Object.fromEntries(this.articles),
    };
  }

  /** The space of a state. */
  static restore(state: TermSpaceState, background: BackgroundFrequencies): TermSpace {
    const space = new TermSpace(background);
    for (const [index, term] of state.terms.entries()) {
      const id = space.number(term);
      space.frequencies[id] = state.frequencies[index] ?? 0;
      space.commonness[id] = space.commonnessOf(id);
    }
    for (const [language, count] of Object.entries(state.articles)) {
      space.articles.set(language, count);
      space.total += count;
    }
    return space;
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

  private vector(terms: readonly WeightedTerm[]): SparseVector {
    const numbered = terms
      .map(([term, weight]) => ({ id: this.number(term), weight }))
      .sort((a, b) => a.id - b.id);
    return {
      ids: Uint32Array.from(numbered, ({ id }) => id),
      weights: Float32Array.from(numbered, ({ weight }) => weight),
    };
  }
}
