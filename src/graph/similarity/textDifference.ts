import { fold } from "../../annotation/text/fold.js";
import { shinglesOf } from "./textOverlap.js";

/** A text with its sentences. */
export interface SentencedText {
  text: string;
  /** Bounds of its sentences: start, end, start, end …, UTF-16. */
  sentences: readonly number[];
}

/** A sentence with the text around it (W3C TextQuoteSelector). */
export interface QuotedSentence {
  exact: string;
  prefix: string;
  suffix: string;
}

const CONTEXT = 32;
/** A sentence of which less stands in the other text is one that it does not have. */
const KNOWN = 0.5;
/** Fewer words are compared as a whole. */
const FEWEST_WORDS = 4;

/** Sentences of one text that another does not have, in text order: not word by word, nor for the most part. Moved ones are no difference. */
export function textDifference(
  own: readonly SentencedText[],
  other: readonly SentencedText[],
): QuotedSentence[] {
  const known = new Set(other.flatMap(({ text }) => [...shinglesOf(text)]));
  const short = new Set(
    other.flatMap((each) => sentencesOf(each).map(({ start, end }) => plain(each.text.slice(start, end)))),
  );
  return own.flatMap((part) =>
    sentencesOf(part)
      .filter(({ start, end }) => {
        const words = plain(part.text.slice(start, end));
        if (words === "") return false;
        if (words.split(" ").length < FEWEST_WORDS) return !short.has(words);
        const runs = shinglesOf(words);
        return runs.filter((run) => known.has(run)).length < runs.length * KNOWN;
      })
      .map(({ start, end }) => ({
        exact: part.text.slice(start, end),
        prefix: part.text.slice(Math.max(0, start - CONTEXT), start).toWellFormed(),
        suffix: part.text.slice(end, end + CONTEXT).toWellFormed(),
      })),
  );
}

function sentencesOf({ text, sentences }: SentencedText): { start: number; end: number }[] {
  if (sentences.length === 0) return [{ start: 0, end: text.length }];
  return Array.from({ length: sentences.length / 2 }, (_, index) => ({
    start: sentences[index * 2] ?? 0,
    end: sentences[index * 2 + 1] ?? text.length,
  }));
}

function plain(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
