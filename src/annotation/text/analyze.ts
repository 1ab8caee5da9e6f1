import { fold, foldWithOffsets } from "./fold.js";
import { romanize } from "./romanize.js";
import { stem } from "./stem.js";
import { STOP_WORDS } from "./stopWords.js";
import { wordPlaces } from "./wordClass.js";

/** One search term and the half-open UTF-16 range of the text it stands for. */
export interface Term {
  /** Only a–z and 0–9. */
  term: string;
  start: number;
  end: number;
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Splits a word that has such characters: each alone, what stands between them as words. */
const HAN_OR_WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const CACHE_LIMIT = 50_000;
const cache = new Map<string, string>();

/**
 * The search terms of a text, for the index and for queries alike. Every word is folded, stemmed by the
 * script it is written in, romanised and levelled so that ΠΟΥΤΙΝ, πουτιν, Poutin and Putin are one term.
 * Stop words are dropped, unless there is nothing else. Terms do not depend on `language`: a wrong tag on a
 * text or a query must not part the two; callers pass it for the day a script needs it.
 */
export function analyze(text: string, _language: string): Term[] {
  const folded = foldWithOffsets(text);
  const found = wordsOf(folded.text);
  return contentOf(found).map(({ term, first, last }) => ({
    term,
    start: folded.offsets[first] ?? 0,
    end: endOf(folded.offsets, last),
  }));
}

/** The search terms of a text as `analyze` gives them, without their places. */
export function analyzedTerms(text: string): string[] {
  return contentOf(wordsOf(fold(text))).map(({ term }) => term);
}

/** A term of a folded text, which stands at `first` up to but without `last`. */
interface FoundTerm {
  term: string;
  isStopWord: boolean;
  first: number;
  last: number;
}

function wordsOf(folded: string): FoundTerm[] {
  const found: FoundTerm[] = [];
  const add = (term: string, word: string, first: number): void => {
    if (term !== "") found.push({ term, isStopWord: STOP_WORDS.has(word), first, last: first + word.length });
  };
  const hasHan = HAN.test(folded);
  const places = wordPlaces(folded);
  for (let place = 0; place < places.length; place += 2) {
    const index = places[place] ?? 0;
    const word = folded.slice(index, places[place + 1]);
    if (!hasHan || !HAN.test(word)) {
      add(termOf(word), word, index);
      continue;
    }
    // Languages without blanks between words: one term for every character.
    for (const { 0: piece, index: at } of word.matchAll(HAN_OR_WORD)) {
      const isHan = HAN.test(piece);
      add(isHan ? `u${(piece.codePointAt(0) ?? 0).toString(16)}` : termOf(piece), piece, index + at);
    }
  }
  return found;
}

/** Without stop words, unless there is nothing else. */
function contentOf(found: FoundTerm[]): FoundTerm[] {
  const kept = found.filter(({ isStopWord }) => !isStopWord);
  return kept.length > 0 ? kept : found;
}

/** Where the text of the folded unit before `unit` ends: at the next unit that another character gave. */
function endOf(offsets: Uint32Array, unit: number): number {
  let next = unit;
  while (next < offsets.length - 1 && offsets[next] === offsets[unit - 1]) next++;
  return offsets[next] ?? 0;
}

function termOf(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const stemmed = stem(word, scriptLanguage(word));
  const term = level(romanize(stemmed)) || hex(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, term);
  return term;
}

function scriptLanguage(word: string): string {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code >= 0x370 && code <= 0x3ff) return "el";
    if (code >= 0x400 && code <= 0x52f) return "ru";
    if (code >= 0x61 && code <= 0x7a) return "en";
  }
  return "";
}

/** ou→u, y→i, ph→f, doubled letters once and no final i, so that spellings of foreign names meet. */
function level(latin: string): string {
  return latin
    .replace(/[^a-z0-9]+/g, "")
    .replace(/ou/g, "u")
    .replace(/y/g, "i")
    .replace(/ph/g, "f")
    .replace(/([a-z])\1+/g, "$1")
    .replace(/(.{4})i$/, "$1");
}

/** Scripts that are not romanised keep a term of their own. */
function hex(word: string): string {
  return /\p{L}/u.test(word) ? [...word].map((c) => (c.codePointAt(0) ?? 0).toString(16)).join("x") : "";
}
