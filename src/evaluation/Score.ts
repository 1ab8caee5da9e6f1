import type { LabelledSpan } from "./spansOfLabels.js";

/** Names of one type: how many the file marks, how many were found, how many of them are right in type and both borders. */
export interface SpanCounts {
  gold: number;
  found: number;
  correct: number;
}

/** Precision, recall and their harmonic mean, in percent; 0 where nothing divides. */
export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

/** Strict span scores, counted as the conlleval program of CoNLL-2000 counts them. */
export class Score {
  tokens = 0;
  /** Tokens whose label (begin, inside or outside, with the type) is right. */
  rightTokens = 0;
  readonly types = new Map<string, SpanCounts>();

  /** Counts one sentence. */
  add(length: number, gold: readonly LabelledSpan[], found: readonly LabelledSpan[]): void {
    this.tokens += length;
    const wanted = labelsOf(length, gold);
    const given = labelsOf(length, found);
    for (const [index, label] of wanted.entries()) if (label === given[index]) this.rightTokens++;
    const keys = new Set(gold.map(keyOf));
    for (const { type } of gold) this.countsOf(type).gold++;
    for (const span of found) {
      const counts = this.countsOf(span.type);
      counts.found++;
      if (keys.has(keyOf(span))) counts.correct++;
    }
  }

  /** Adds what another score counted. */
  merge(other: Score): void {
    this.tokens += other.tokens;
    this.rightTokens += other.rightTokens;
    for (const [type, counts] of other.types) {
      const own = this.countsOf(type);
      own.gold += counts.gold;
      own.found += counts.found;
      own.correct += counts.correct;
    }
  }

  /** All types together. */
  overall(): SpanCounts {
    const sum: SpanCounts = { gold: 0, found: 0, correct: 0 };
    for (const counts of this.types.values()) {
      sum.gold += counts.gold;
      sum.found += counts.found;
      sum.correct += counts.correct;
    }
    return sum;
  }

  private countsOf(type: string): SpanCounts {
    let counts = this.types.get(type);
    if (!counts) this.types.set(type, (counts = { gold: 0, found: 0, correct: 0 }));
    return counts;
  }
}

/** Rates of some counts. */
export function ratesOf({ gold, found, correct }: SpanCounts): Rates {
  const precision = found === 0 ? 0 : (100 * correct) / found;
  const recall = gold === 0 ? 0 : (100 * correct) / gold;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** The table that conlleval prints: the same lines, rounding and columns. */
export function conllevalTable(score: Score): string {
  const all = score.overall();
  const { precision, recall, f1 } = ratesOf(all);
  const accuracy = score.tokens === 0 ? 0 : (100 * score.rightTokens) / score.tokens;
  const types = [...score.types].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `processed ${score.tokens} tokens with ${all.gold} phrases; found: ${all.found} phrases; correct: ${all.correct}.`,
    `accuracy: ${percent(accuracy)}%; precision: ${percent(precision)}%; recall: ${percent(recall)}%; FB1: ${percent(f1)}`,
    ...types.map(([type, counts]) => {
      const rates = ratesOf(counts);
      return `${type.padStart(17)}: precision: ${percent(rates.precision)}%; recall: ${percent(rates.recall)}%; FB1: ${percent(rates.f1)}  ${counts.found}`;
    }),
  ].join("\n");
}

function percent(value: number): string {
  return value.toFixed(2).padStart(6);
}

function keyOf({ first, last, type }: LabelledSpan): string {
  return `${first} ${last} ${type}`;
}

function labelsOf(length: number, spans: readonly LabelledSpan[]): string[] {
  const labels = new Array<string>(length).fill("O");
  for (const { first, last, type } of spans) {
    for (let index = first; index <= last; index++) labels[index] = `${index === first ? "B" : "I"}-${type}`;
  }
  return labels;
}
