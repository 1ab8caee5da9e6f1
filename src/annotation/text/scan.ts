import type { Span } from "../types.js";
import { ABBREVIATIONS, TITLE_ABBREVIATIONS } from "./abbreviations.js";
import { CharacterClass, characterClass } from "./characterClass.js";
import { fold } from "./fold.js";
import { STOP_WORDS } from "./stopWords.js";

/** One word or number of a text. */
export interface Token extends Span {
  /** Folded, without the dots of an acronym and without joining apostrophes. */
  folded: string;
  /** First letter is a capital. */
  isCapital: boolean;
  /** Two or more letters, all of them capitals. */
  isUpper: boolean;
  isNumber: boolean;
  /** One capital letter with a full stop: «Β.». */
  isInitial: boolean;
  /** Capitals with full stops between: «Η.Π.Α.». */
  isDotted: boolean;
  /** A capital here says nothing: first in its sentence, or after a colon, dash, bullet or opening quote. */
  startsPhrase: boolean;
  /** Index of its sentence. */
  sentence: number;
}

/** A text cut into words and sentences. */
export interface Scan {
  tokens: Token[];
  /** In text order; together they cover every character that is not blank. */
  sentences: Span[];
}

const { OTHER, LOWER, UPPER, DIGIT, MARK, CASELESS, HAN, SPACE } = CharacterClass;
const APOSTROPHES = "'’ʼ";
const CLOSERS = "»\"”’')]›";
const OPENERS = "«\"“„‘'([‹";
const PHRASE_START = /[:«"“„‘‹•·●▪►|…!?;\n]|\.\s|[\s][–—-][\s]|^[–—-]/;
/** No name is longer; a longer run is noise and is not folded. */
const LONGEST_WORD = 80;

/**
 * Cuts a text into words and sentences in one pass. Knows abbreviations and initials of Greek, English and
 * Russian, decimals, ellipses, quotes, and «;» as the Greek question mark. Linear in the length of the text.
 */
export function scan(text: string): Scan {
  const tokens = scanTokens(text);
  const sentences = splitSentences(text, tokens);
  markPhraseStarts(text, tokens);
  return { tokens, sentences };
}

function scanTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < text.length) {
    const kind = characterClass(text.charCodeAt(index));
    if (kind === OTHER || kind === SPACE || kind === MARK) {
      index++;
      continue;
    }
    if (kind === HAN) {
      tokens.push(makeToken(text, index, index + 1, false));
      index++;
      continue;
    }
    const dotted = kind === UPPER ? dottedEnd(text, index) : 0;
    if (dotted > 0) {
      tokens.push(makeToken(text, index, dotted, true));
      index = dotted;
      continue;
    }
    let end = index + 1;
    while (end < text.length && continuesWord(text, end)) end++;
    while (characterClass(text.charCodeAt(end - 1)) === MARK && isInvisible(text.charCodeAt(end - 1))) end--;
    tokens.push(makeToken(text, index, end, false));
    index = end;
  }
  return tokens;
}

function continuesWord(text: string, at: number): boolean {
  const kind = characterClass(text.charCodeAt(at));
  if (kind === LOWER || kind === UPPER || kind === DIGIT || kind === MARK || kind === CASELESS) return true;
  if (kind !== OTHER || !APOSTROPHES.includes(text[at] ?? " ")) return false;
  // An apostrophe joins Latin and Cyrillic letters (O'Brien); Greek elision and the English 's part words.
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (!isLetter(before) || !isLetter(after) || isGreek(before) || isGreek(after)) return false;
  const isPossessive = (after === 0x73 || after === 0x53) && !isLetter(text.charCodeAt(at + 2));
  return !isPossessive;
}

function isLetter(code: number): boolean {
  if (Number.isNaN(code)) return false;
  const kind = characterClass(code);
  return kind === LOWER || kind === UPPER || kind === CASELESS;
}

function isGreek(code: number): boolean {
  return (code >= 0x370 && code <= 0x3ff) || (code >= 0x1f00 && code <= 0x1fff);
}

function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x2069);
}

/** End of «Η.Π.Α.» that begins at `start`, or 0. */
function dottedEnd(text: string, start: number): number {
  let at = start;
  let letters = 0;
  while (characterClass(text.charCodeAt(at)) === UPPER && text[at + 1] === "." && letters < 12) {
    letters++;
    at += 2;
  }
  if (letters === 0) return 0;
  // The last letter may lack its full stop: «Η.Π.Α».
  const isLastLetter = characterClass(text.charCodeAt(at)) === UPPER && !isWordUnit(text.charCodeAt(at + 1));
  if (isLastLetter) return at + 1;
  return letters > 1 ? at : 0;
}

function isWordUnit(code: number): boolean {
  if (Number.isNaN(code)) return false;
  const kind = characterClass(code);
  return kind !== OTHER && kind !== SPACE;
}

function makeToken(text: string, start: number, end: number, isDotted: boolean): Token {
  const surface = text.slice(start, Math.min(end, start + LONGEST_WORD));
  let lower = 0;
  let upper = 0;
  let digits = 0;
  for (let index = 0; index < surface.length; index++) {
    const kind = characterClass(surface.charCodeAt(index));
    if (kind === LOWER) lower++;
    else if (kind === UPPER) upper++;
    else if (kind === DIGIT) digits++;
  }
  const first = characterClass(text.charCodeAt(start));
  const folded = fold(surface);
  return {
    start,
    end,
    folded: isDotted ? folded.replace(/\./g, "") : folded.replace(/['’ʼ]/g, ""),
    isCapital: first === UPPER,
    isUpper: upper > 1 && lower === 0,
    isNumber: digits > 0 && lower + upper === 0,
    isInitial: upper === 1 && end - start === 1 && text[end] === ".",
    isDotted,
    startsPhrase: false,
    sentence: 0,
  };
}

function splitSentences(text: string, tokens: Token[]): Span[] {
  const sentences: Span[] = [];
  let start = skipBlank(text, 0);
  let token = 0;
  let at = start;
  const close = (end: number): void => {
    let last = end;
    while (last > start && characterClass(text.charCodeAt(last - 1)) === SPACE) last--;
    if (last > start) sentences.push({ start, end: last });
  };
  while (at < text.length) {
    const character = text[at] ?? "";
    if (character === "\n") {
      const next = skipBlank(text, at);
      if (text.slice(at + 1, next).includes("\n")) {
        close(at);
        start = next;
      }
      at = next;
      continue;
    }
    if (!isTerminator(text, at, character)) {
      at++;
      continue;
    }
    while (token < tokens.length && (tokens[token]?.end ?? 0) <= at) token++;
    let run = at + 1;
    while (run < text.length && (".!?…;".includes(text[run] ?? " ") || CLOSERS.includes(text[run] ?? " ")))
      run++;
    const end = sentenceEnd(text, at, run, tokens, token);
    if (end === 0) {
      // The whole run of marks was judged: looking at each of them again would be quadratic.
      at = run;
      continue;
    }
    close(end);
    start = skipBlank(text, end);
    at = Math.max(start, at + 1);
  }
  close(text.length);
  let sentence = 0;
  for (const item of tokens) {
    while (sentence < sentences.length - 1 && item.start >= (sentences[sentence]?.end ?? 0)) sentence++;
    item.sentence = sentence;
  }
  return sentences;
}

function isTerminator(text: string, at: number, character: string): boolean {
  if (character === "." || character === "!" || character === "?" || character === "…") return true;
  if (character === "\u037e" || character === "。" || character === "！" || character === "？") return true;
  return character === ";" && at > 0 && isGreek(text.charCodeAt(at - 1));
}

/**
 * End of the sentence whose terminators and closing quotes stand in `at..end`, or 0 when the sentence goes on.
 * `next`: index of the first token that ends after `at`.
 */
function sentenceEnd(text: string, at: number, end: number, tokens: Token[], next: number): number {
  if ("。！？".includes(text[at] ?? " ")) return end;
  if (end >= text.length) return end;
  if (characterClass(text.charCodeAt(end)) !== SPACE) return 0;
  let after = skipBlank(text, end);
  while (
    after < text.length &&
    (OPENERS.includes(text[after] ?? " ") || "–—-•".includes(text[after] ?? " "))
  ) {
    after = skipBlank(text, after + 1);
  }
  const kind = after < text.length ? characterClass(text.charCodeAt(after)) : UPPER;
  if (kind === LOWER) return 0;
  const inside = tokens[next];
  // Inside a dotted acronym, or right behind it: it ends a sentence only before a function word.
  if (inside && inside.start < at) {
    const following = tokens[next + 1];
    return at === inside.end - 1 && following && STOP_WORDS.has(following.folded) ? end : 0;
  }
  const before = tokens[next - 1];
  if (text[at] === "." && before && before.end === at) {
    if (before.isDotted) return inside && STOP_WORDS.has(inside.folded) ? end : 0;
    if (before.isInitial) return 0;
    if (ABBREVIATIONS.has(before.folded) && !before.isUpper && end === at + 1) return 0;
    if (before.isNumber && before.end - before.start < 3 && kind === DIGIT) return 0;
  }
  return end;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && characterClass(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

function markPhraseStarts(text: string, tokens: Token[]): void {
  let previous: Token | undefined;
  for (const token of tokens) {
    if (!previous || previous.sentence !== token.sentence) token.startsPhrase = true;
    else if (token.start - previous.end > 1) {
      const gap = text.slice(Math.max(previous.end, token.start - 12), token.start);
      const isBehindTitle = gap === ". " && (previous.isInitial || TITLE_ABBREVIATIONS.has(previous.folded));
      token.startsPhrase = !isBehindTitle && PHRASE_START.test(gap);
    }
    previous = token;
  }
}
