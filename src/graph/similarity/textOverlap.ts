import { fold } from "../../annotation/text/fold.js";

/** Hashes of all runs of four words of a text, ascending, each once. */
export type Shingles = Uint32Array;

/** What two texts have in common. */
export interface TextOverlap {
  /** 0..1: part of all runs of words of both that both have (Jaccard). */
  jaccard: number;
  /** 0..1: part of the smaller text's runs of words that the other has. */
  containment: number;
}

const RUN = 4;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The runs of four words ("shingles", Broder 1997) of a text without case, accents and punctuation, as 32-bit hashes (FNV-1a).
 * A text of fewer words is one run.
 */
export function shinglesOf(text: string): Shingles {
  const words = wordHashes(fold(text));
  if (words.length === 0) return new Uint32Array();
  const runs = new Uint32Array(Math.max(1, words.length - RUN + 1));
  for (let at = 0; at < runs.length; at++) {
    let hash = FNV_OFFSET;
    for (let index = at; index < Math.min(words.length, at + RUN); index++)
      hash = Math.imul(hash ^ (words[index] ?? 0), FNV_PRIME) ^ (hash >>> 15);
    runs[at] = hash;
  }
  runs.sort();
  return runs.filter((hash, at) => at === 0 || hash !== runs[at - 1]);
}

/** Hashes (FNV-1a over UTF-16 units) of the words of a text: what stands between anything but letters and digits. */
function wordHashes(text: string): number[] {
  const hashes: number[] = [];
  let hash = FNV_OFFSET;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const size = wordUnits(text, at);
    for (let unit = at; unit < at + size; unit++) hash = Math.imul(hash ^ text.charCodeAt(unit), FNV_PRIME);
    if (size === 2) at++;
    if (size === 0 && isInside) {
      hashes.push(hash >>> 0);
      hash = FNV_OFFSET;
    }
    isInside = size > 0;
  }
  if (isInside) hashes.push(hash >>> 0);
  return hashes;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** By UTF-16 unit: 1 for letters and digits, 2 for others, 0 for what was not asked for yet. */
const classes = new Uint8Array(0x1_0000);

/** Units of the letter or digit at a place; 0 where there is none. */
function wordUnits(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? code);
    return LETTER_OR_DIGIT.test(character) ? character.length : 0;
  }
  let known = classes[code] ?? 0;
  if (known === 0) classes[code] = known = LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? 1 : 2;
  return known === 1 ? 1 : 0;
}

/** Bits of a hash that say which eighth of all hashes it is in. */
const EIGHTH = 29;

/**
 * Of the runs of a text the smallest hash of each eighth of all hashes ("one permutation hashing", Li, Owen and Zhang 2012): one of another
 * text is the same with as great a chance as the two have runs in common (Jaccard). Texts with half of their runs in common share one
 * or more nearly always.
 */
export function minHashesOf(shingles: Shingles): number[] {
  const found: number[] = [];
  for (const [at, hash] of shingles.entries())
    if (at === 0 || hash >>> EIGHTH !== (shingles[at - 1] ?? 0) >>> EIGHTH) found.push(hash);
  return found;
}

/** What two texts have in common, by their runs of words; nothing if one has none. */
export function textOverlap(a: Shingles, b: Shingles): TextOverlap {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const [smaller, all] = [Math.min(a.length, b.length), a.length + b.length - shared];
  return { jaccard: all === 0 ? 0 : shared / all, containment: smaller === 0 ? 0 : shared / smaller };
}

/** Above, two texts are the same; set by hand on copies that were cut, lengthened and reworded, and on reports written apart. */
const SAME = { jaccard: 0.5, containment: 0.7 };
/** A text of fewer runs of words is the same as another only if nearly all of both is. */
const SHORT = { runs: 30, jaccard: 0.85 };
/** A text is no copy of one that is so much longer: that may hold several. */
const LENGTHS = 0.25;

/** Whether one of two texts was made from the other, or both from a third: most of the smaller one stands in the other. */
export function isSameText(a: Shingles, b: Shingles, { jaccard, containment }: TextOverlap): boolean {
  const [smaller, larger] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (smaller < SHORT.runs) return jaccard >= SHORT.jaccard;
  return jaccard >= SAME.jaccard || (containment >= SAME.containment && smaller >= larger * LENGTHS);
}
