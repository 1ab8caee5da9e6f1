/** A name in a text: any two positions that both sides count alike, and its type. */
export interface TypedSpan {
  first: number;
  last: number;
  type: string;
}

/** How many names of a type there are, were found, and were found rightly. */
export interface SpanCount {
  gold: number;
  found: number;
  correct: number;
}

/** Precision, recall and F1 in per cent. */
export interface SpanRates {
  precision: number;
  recall: number;
  f1: number;
}

/** Counts exact spans of the right type, as the conlleval script of the CoNLL shared tasks does (Tjong Kim Sang 2002). */
export class SpanScores {
  private readonly byType = new Map<string, SpanCount>();

  /** Adds one text. */
  add(gold: readonly TypedSpan[], found: readonly TypedSpan[]): void {
    const key = ({ first, last, type }: TypedSpan): string => `${String(first)} ${String(last)} ${type}`;
    const right = new Set(gold.map(key));
    for (const span of gold) this.countOf(span.type).gold++;
    for (const span of found) {
      const count = this.countOf(span.type);
      count.found++;
      if (right.has(key(span))) count.correct++;
    }
  }

  /** Types that occurred, in order of the alphabet. */
  types(): string[] {
    return [...this.byType.keys()].sort();
  }

  /** The counts of these types together; of all without an argument. */
  count(types: readonly string[] = this.types()): SpanCount {
    const sum = { gold: 0, found: 0, correct: 0 };
    for (const type of types) {
      const count = this.byType.get(type);
      sum.gold += count?.gold ?? 0;
      sum.found += count?.found ?? 0;
      sum.correct += count?.correct ?? 0;
    }
    return sum;
  }

  /** The conlleval table: overall for the types given, then every type. */
  table(types: readonly string[] = this.types()): string {
    const row = (name: string, count: SpanCount): string => {
      const { precision, recall, f1 } = spanRates(count);
      const cell = (value: number): string => `${value.toFixed(2).padStart(6)}%`;
      const rates = `precision: ${cell(precision)}; recall: ${cell(recall)}; FB1: ${f1.toFixed(2).padStart(6)}`;
      return `${name.padStart(17)}: ${rates}  ${String(count.found).padStart(6)} found, ${String(count.gold)} gold`;
    };
    return [row("overall", this.count(types)), ...types.map((type) => row(type, this.count([type])))].join(
      "\n",
    );
  }

  private countOf(type: string): SpanCount {
    const known = this.byType.get(type);
    if (known) return known;
    const count = { gold: 0, found: 0, correct: 0 };
    this.byType.set(type, count);
    return count;
  }
}

/** Rates of a count; 0 where nothing was to be found or was found. */
function spanRates({ gold, found, correct }: SpanCount): SpanRates {
  const precision = found > 0 ? (100 * correct) / found : 0;
  const recall = gold > 0 ? (100 * correct) / gold : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}
