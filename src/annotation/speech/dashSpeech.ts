import type { ScannedPart } from "../spots.js";
import { isCueVerb } from "./cueVerbs.js";
import type { QuotedText } from "./quoteMarks.js";

/** A dash behind which somebody speaks: at the beginning of a paragraph, or after the end of a sentence. */
const DASH = /(?:^|[.!?;…:»”"]\s)\s?[–—―-]\s?(?=[\p{Lu}«])/gu;
/** A comma (Russian: with a dash) or other end of speech, behind which the verb stands. */
const END_OF_SPEECH = /(?:[,.!?;…]\s?[–—―]\s|[,!?;…]\s)(?=\p{Ll})/gu;
/** Speech between two dashes is no longer than this. */
const LONGEST = 600;
/** Characters that an end of speech takes, with the letter behind it. */
const LONGEST_END = 6;
/** Words before the verb: «τον διέκοψε ο δήμαρχος», «с улыбкой сказал он». */
const WORDS_BEFORE_CUE = 2;

/**
 * Speech after a dash, as Greek and Russian papers print it («– Έλα αύριο, είπε ο Νίκος.»). Only with a verb of speech
 * behind it: a dash alone may be a list or an aside. Russian speech behind a colon and a dash ends with its paragraph.
 */
export function dashSpeech({ text, tokens }: ScannedPart): QuotedText[] {
  const found: QuotedText[] = [];
  for (const match of text.matchAll(DASH)) {
    const start = match.index + match[0].length;
    if (start < (found.at(-1)?.end ?? 0)) continue;
    const limit = Math.min(text.length, start + LONGEST);
    const end = endOfSpeech(text, start, limit, (at) => hasCueAt(tokens, at));
    if (end !== null) found.push({ start, end, isOpen: false });
    else if (/:\s[–—―-]\s?$/u.test(match[0]) && limit === text.length) {
      found.push({ start, end: text.trimEnd().replace(/\.$/u, "").length, isOpen: false });
    }
  }
  return found;
}

function endOfSpeech(
  text: string,
  start: number,
  limit: number,
  hasCue: (at: number) => boolean,
): number | null {
  for (const match of text.slice(start, limit + LONGEST_END).matchAll(END_OF_SPEECH)) {
    const at = start + match.index;
    if (at > limit) return null;
    if (!hasCue(at + match[0].length)) continue;
    return /^[,.]/u.test(match[0]) ? at : at + 1;
  }
  return null;
}

function hasCueAt(tokens: ScannedPart["tokens"], at: number): boolean {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return tokens.slice(low, low + WORDS_BEFORE_CUE + 1).some(({ folded }) => isCueVerb(folded));
}
