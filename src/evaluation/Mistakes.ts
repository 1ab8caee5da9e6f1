import { joinTokens } from "./joinTokens.js";
import type { LabelledSpan } from "./spansOfLabels.js";

/** What is wrong with a name: not found, found where none is, of another type, or with other borders. */
export type MistakeKind = "missed" | "spurious" | "type" | "border";

/** A mistake that was made once or often. */
export interface Mistake {
  kind: MistakeKind;
  /** Words that the file marks; null for `spurious`. */
  gold: string | null;
  /** Words that were found; null for `missed`. */
  found: string | null;
  goldType: string | null;
  foundType: string | null;
  count: number;
  /** The sentence in which it stands first. */
  example: string;
}

/** Counts the mistakes of an evaluation. */
export class Mistakes {
  private readonly byKey = new Map<string, Mistake>();

  /** Notes what differs in one sentence. */
  add(tokens: readonly string[], gold: readonly LabelledSpan[], found: readonly LabelledSpan[]): void {
    const isRight = (one: LabelledSpan, others: readonly LabelledSpan[]): boolean =>
      others.some(({ first, last, type }) => first === one.first && last === one.last && type === one.type);
    const openGold = gold.filter((span) => !isRight(span, found));
    const openFound = new Set(found.filter((span) => !isRight(span, gold)));
    for (const span of openGold) {
      const other = [...openFound].find(({ first, last }) => first <= span.last && last >= span.first);
      if (other) openFound.delete(other);
      this.note(tokens, span, other ?? null);
    }
    for (const span of openFound) this.note(tokens, null, span);
  }

  /** The most frequent first. */
  list(limit: number): Mistake[] {
    return [...this.byKey.values()].sort((a, b) => b.count - a.count).slice(0, limit);
  }

  private note(tokens: readonly string[], gold: LabelledSpan | null, found: LabelledSpan | null): void {
    const wordsOf = (span: LabelledSpan | null): string | null =>
      span && joinTokens(tokens.slice(span.first, span.last + 1)).text;
    const mistake: Mistake = {
      kind: kindOf(gold, found),
      gold: wordsOf(gold),
      found: wordsOf(found),
      goldType: gold?.type ?? null,
      foundType: found?.type ?? null,
      count: 1,
      example: joinTokens(tokens).text,
    };
    const key = JSON.stringify([mistake.gold, mistake.goldType, mistake.found, mistake.foundType]);
    const known = this.byKey.get(key);
    if (known) known.count++;
    else this.byKey.set(key, mistake);
  }
}

function kindOf(gold: LabelledSpan | null, found: LabelledSpan | null): MistakeKind {
  if (gold === null) return "spurious";
  if (found === null) return "missed";
  return gold.first === found.first && gold.last === found.last ? "type" : "border";
}
