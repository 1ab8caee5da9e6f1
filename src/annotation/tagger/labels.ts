import type { EntityKind } from "../types.js";

/** Types that the tagger tells apart; OTHER: peoples, events, works, products, laws. */
export const SPAN_TYPES = [
  "PERSON",
  "PLACE",
  "ORGANIZATION",
  "OTHER",
] as const satisfies readonly EntityKind[];

/** Type of a tagged name. */
export type SpanType = (typeof SPAN_TYPES)[number];

/** Labels of a token: 0 outside, then for every type one for the first token of a name and one for the others. */
export const LABEL_COUNT = 1 + 2 * SPAN_TYPES.length;

/** Label of the first token of a name of this type. */
export function beginLabel(type: SpanType): number {
  return 1 + 2 * SPAN_TYPES.indexOf(type);
}

/** Type of the name that a token of this label belongs to; null for a token outside. */
export function typeOfLabel(label: number): SpanType | null {
  return label === 0 ? null : (SPAN_TYPES[(label - 1) >> 1] ?? null);
}

/** Does this label begin a name? */
export function isBegin(label: number): boolean {
  return (label & 1) === 1;
}

/** May `next` follow `label`? Only the rest of a name is bound: it follows the same type. */
export function mayFollow(label: number, next: number): boolean {
  if (next === 0 || isBegin(next)) return true;
  return label === next || label === next - 1;
}
