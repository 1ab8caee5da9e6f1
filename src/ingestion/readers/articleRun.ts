import {
  afterPageWord,
  commentCountOf,
  isCopyrightLine,
  isListHead,
  isPageFurniture,
  isPageLine,
  pagePhrases,
  tagsOf,
} from "./pageLine.js";
import { parseDateLine } from "./dates.js";
import { fold } from "../../annotation/text/fold.js";
import type { TextLine } from "./textLines.js";

/** First and last line of a body. */
export interface LineRun {
  first: number;
  last: number;
}

const PARAGRAPH = 80;
const SENTENCE = 40;
const MOST = 600;
/** A run of so much is an article, and what ends one ends it. */
const SURE = 500;
/** What a line takes away from a run that holds it. */
const COST = { short: 45, page: 60, link: 60, headline: 90, date: 150, head: 120, comments: 250, legal: 200 };
/** Sentences of the page, not of an article, have words of these. */
const LEGAL =
  /\bcookies?\b|\bcopyright\b|πνευματικ\S* δικαιωμ|αναδημοσιευσ|απαγορευ\S* (?:\S+ ){0,3}αναπαραγωγη|ορουσ? χρησησ|προστασ\S* προσωπικων δεδομενων|all rights reserved|privacy policy|terms of (?:use|service)|be republished|our newsletter|перепечатк|авторск\S* прав|обработк\S* персональн|файлы cookie/u;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Length of a text in letters; a character of Chinese or Japanese counts as the letters of a syllable. */
export function letterLength(text: string): number {
  return text.length + 1.5 * (text.match(HAN)?.length ?? 0);
}

/** Ends like a sentence, or holds one that ends, and is as long as one. */
export function isParagraphLine(text: string): boolean {
  const length = letterLength(text);
  return (
    (length >= SENTENCE && /[。！？；][»"”’）」』]*$/u.test(text)) ||
    (length >= PARAGRAPH && /[。！？；]/u.test(text)) ||
    (length >= SENTENCE && /[.;…][»"”)\]]*$|[!?][»"”)\]]+$|[.;!?…][»"”]*\s*\([^()]{1,40}\)$/u.test(text)) ||
    (length >= PARAGRAPH && /\p{Ll}[.;!?…][»"”)]*\s+[«"“(]?[\p{Lu}\d]/u.test(text)) ||
    length >= 3 * PARAGRAPH
  );
}

/** A section's name, a label, a call, or a row of such: what menus and footers consist of. */
export function isPlainNavigation(text: string): boolean {
  if (text.length > 300) return false;
  if (isPageFurniture(text) || isPageLine(text, "sections") || isPageLine(text, "home")) return true;
  const pieces = text.split(/\s*[|•·»›>]\s*|\s{2,}/u).filter((piece) => piece !== "");
  if (pieces.length >= 3 && pieces.every((piece) => piece.length <= 30)) return true;
  const words = fold(text).split(/\s+/u);
  const names = words.filter((word) => sectionWords().has(word)).length;
  return words.length >= 4 && names >= words.length / 2;
}

let words: ReadonlySet<string> | null = null;

function sectionWords(): ReadonlySet<string> {
  return (words ??= new Set(
    [...pagePhrases("sections"), ...pagePhrases("home")].filter((phrase) => !phrase.includes(" ")),
  ));
}

/**
 * The run of lines that is most likely the body: that with the largest sum of weights, where sentences count for and
 * menus, heads of lists, dates and short lines against (maximum subarray, Bentley 1984). Null without a paragraph.
 */
export function articleRun(lines: readonly TextLine[]): LineRun | null {
  const end = endOfBodies(lines);
  let best: (LineRun & { sum: number }) | null = null;
  let first = 0;
  let sum = 0;
  for (let at = 0; at < end; at++) {
    const line = lines[at] as TextLine;
    // What visitors write below an article may be longer than it.
    if (sum >= SURE && isEndOfArticle(line.text)) break;
    const weight = weightOf(line);
    if (sum <= 0) {
      first = at;
      sum = 0;
    }
    sum += weight;
    if (weight > 0 && (best === null || sum > best.sum)) best = { first, last: at, sum };
  }
  if (best === null) return null;
  while (best.first < best.last && weightOf(lines[best.first] as TextLine) <= 0) best.first++;
  return { first: best.first, last: best.last };
}

/** Keywords, or the head of the comments. */
function isEndOfArticle(text: string): boolean {
  return tagsOf(text) !== null || isCommentsHead(text);
}

function isCommentsHead(text: string): boolean {
  if (commentCountOf(text) !== null) return /\p{L}/u.test(text);
  return isPageLine(text, "labels") && /^(?:σχολια|σχολιαστε|comments|комментарии)/u.test(fold(text));
}

/** How much speaks for lines being a body. */
export function sumOfWeights(lines: readonly TextLine[]): number {
  return lines.reduce((sum, line) => sum + weightOf(line), 0);
}

function weightOf({ text, isLink, isHeading }: TextLine): number {
  if (isListHead(text)) return -COST.head;
  if (isCommentsHead(text)) return -COST.comments;
  if (text.length < MOST && LEGAL.test(fold(text))) return -COST.legal;
  if (isCopyrightLine(text)) return -COST.legal;
  if (parseDateLine(text, "UTC")?.rest === "") return -COST.date;
  if (isPlainNavigation(text) || afterPageWord(text, "calls") !== null) return -COST.page;
  if (isLink === true && text.length < MOST / 2)
    return -(text.split(" ").length > 3 ? COST.headline : COST.link);
  // A text that breaks off is the beginning of another article.
  if (/(?:[.]{3}|…)$/u.test(text) && text.length < MOST / 2) return -COST.short;
  if (isHeading === true && !isParagraphLine(text)) return -COST.short / 2;
  const length = letterLength(text);
  if (!isParagraphLine(text)) return length >= 2 * PARAGRAPH ? length / 2 : -COST.short;
  return Math.min(MOST, length >= PARAGRAPH ? length : length * 0.6);
}

/** Where a list of other articles begins that no two paragraphs in a row follow: a body does not go on behind it. */
function endOfBodies(lines: readonly TextLine[]): number {
  const isLong = (line: TextLine | undefined): boolean =>
    line !== undefined && letterLength(line.text) >= PARAGRAPH && weightOf(line) > 0;
  const lastPair = lines.findLastIndex((line, index) => isLong(line) && isLong(lines[index - 1]));
  const from = Math.max(lastPair, lines.findIndex(isLong));
  const head = lines.findIndex(
    ({ text }, index) => index > from && (isListHead(text) || /^\d{1,2}[.)] \p{Lu}/u.test(text)),
  );
  return head < 0 ? lines.length : head;
}
