import { Look, Place, type DescribedText } from "./DescribedText.js";
import { kindsOfMark } from "./gazetteerMarks.js";
import { WordFlag } from "./wordFacts.js";

/** What one occurrence of a word tells about the others; bits. The lowest four are those of `MarkKind`. */
const Evidence = {
  LOWER: 16,
  CAPITAL: 32,
  AFTER_GIVEN_NAME: 64,
  AFTER_OFFICE: 128,
  BEFORE_CAPITAL: 256,
  AFTER_CAPITAL: 512,
  AFTER_HEAD: 1024,
} as const;

const ONCE = 0xffff;

/**
 * Fills in for every capital word what its other occurrences in the document tell: written in small letters, part of
 * a known name, behind a given name, an office, a word such as «Bank». Two passes over the tokens.
 */
export function addWordEvidence(texts: readonly DescribedText[]): void {
  /** Bits seen once in the lower half, at least twice in the upper. */
  const seen = new Map<number, number>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const own = evidenceAt(text, at);
      if (own === 0) continue;
      const key = (text.words[at] ?? 0) >> 1;
      const known = seen.get(key) ?? 0;
      const twice = (known >>> 16) | (known & own);
      seen.set(key, ((known & ONCE) | own | (twice << 16)) >>> 0);
    }
  }
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      if (text.isActive[at] === 0 || isSmall(text, at)) continue;
      const known = seen.get((text.words[at] ?? 0) >> 1) ?? 0;
      text.evidence[at] = (known >>> 16) | (known & ONCE & ~evidenceAt(text, at));
    }
  }
}

function isSmall(text: DescribedText, at: number): boolean {
  const look = (text.looks[at] ?? 0) & 15;
  return look === Look.LOWER || look === Look.NUMBER || look === Look.CASELESS;
}

function evidenceAt(text: DescribedText, at: number): number {
  const look = (text.looks[at] ?? 0) & 15;
  if (look === Look.LOWER) return Evidence.LOWER;
  if (isSmall(text, at) || look === Look.CAPITALS_LINE) return 0;
  let bits = kindsOfMark(text.marks[at] ?? 0);
  if (((text.places[at] ?? 0) & (Place.STARTS_PHRASE | Place.TITLE_LINE)) === 0) bits |= Evidence.CAPITAL;
  const isFirst = at === 0 || text.sentences[at - 1] !== text.sentences[at];
  if (!isFirst) {
    const before = text.flags[at - 1] ?? 0;
    const isInRun = text.runFirst[at] !== at;
    if (isInRun) bits |= Evidence.AFTER_CAPITAL;
    if (isInRun && (before & WordFlag.GIVEN) !== 0) bits |= Evidence.AFTER_GIVEN_NAME;
    if ((before & (WordFlag.TITLE | WordFlag.PERSON_CUE)) !== 0) bits |= Evidence.AFTER_OFFICE;
    if ((before & WordFlag.ORGANIZATION_HEAD) !== 0) bits |= Evidence.AFTER_HEAD;
  }
  if (text.runLast[at] !== at) bits |= Evidence.BEFORE_CAPITAL;
  return bits;
}
