import { fold } from "../../annotation/text/fold.js";
import { wordPlaces } from "../../annotation/text/wordClass.js";

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

/** A hash of each word (FNV-1a over UTF-16 units). */
function wordHashes(text: string): Uint32Array {
  const places = wordPlaces(text);
  const hashes = new Uint32Array(places.length / 2);
  for (let index = 0; index < hashes.length; index++) {
    let hash = FNV_OFFSET;
    const last = places[2 * index + 1] ?? 0;
    for (let at = places[2 * index] ?? 0; at < last; at++)
      hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
    hashes[index] = hash;
  }
  return hashes;
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
    const left = a[i] ?? 0;
    const right = b[j] ?? 0;
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
