import {
  afterPageWord,
  commentCountOf,
  isCopyrightLine,
  isListHead,
  isPageFurniture,
  isPageLine,
  pagePhrases,
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
/** What a line takes away from a run that holds it. */
const COST = { short: 45, page: 60, link: 60, date: 150, head: 120, comments: 250, legal: 200 };
/** Sentences of the page, not of an article, have words of these. */
const LEGAL =
  /cookie|copyright|δικαιωματ|αναδημοσιευσ|αναπαραγωγη|ορουσ? χρησησ|προσωπικων δεδομενων|all rights|privacy policy|terms of (?:use|service)|republish|newsletter|перепечатк|авторск\S* прав|персональн\S* данн|файлы cookie/u;

/** Ends like a sentence, or holds one that ends, and is as long as one. */
export function isParagraphLine(text: string): boolean {
  return (
    (text.length >= SENTENCE && /[.;…][»"”)\]]*$|[!?][»"”)\]]+$/u.test(text)) ||
    (text.length >= PARAGRAPH && /\p{Ll}[.;!?…][»"”)]*\s+[«"“(]?[\p{Lu}\d]/u.test(text)) ||
    text.length >= 3 * PARAGRAPH
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
    const weight = weightOf(lines[at] as TextLine);
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

function weightOf({ text, isLink, isHeading }: TextLine): number {
  if (isListHead(text)) return -COST.head;
  if (commentCountOf(text) !== null && /\p{L}/u.test(text)) return -COST.comments;
  if (isPageLine(text, "labels") && /^(?:σχολια|σχολιαστε|comments|комментарии)/u.test(fold(text)))
    return -COST.comments;
  if (text.length < MOST && LEGAL.test(fold(text))) return -COST.legal;
  if (isCopyrightLine(text)) return -COST.legal;
  if (parseDateLine(text, "UTC")?.rest === "") return -COST.date;
  if (isPlainNavigation(text) || afterPageWord(text, "calls") !== null) return -COST.page;
  if (isLink === true && text.length < MOST / 2) return -COST.link;
  if (isHeading === true) return -COST.short / 2;
  if (!isParagraphLine(text)) return text.length >= 2 * PARAGRAPH ? text.length / 2 : -COST.short;
  return Math.min(MOST, text.length >= PARAGRAPH ? text.length : text.length * 0.6);
}

/** Where a list of other articles begins that no two paragraphs in a row follow: a body does not go on behind it. */
function endOfBodies(lines: readonly TextLine[]): number {
  const isLong = (line: TextLine | undefined): boolean =>
    line !== undefined && line.text.length >= PARAGRAPH && weightOf(line) > 0;
  const lastPair = lines.findLastIndex((line, index) => isLong(line) && isLong(lines[index - 1]));
  const from = Math.max(lastPair, lines.findIndex(isLong));
  const head = lines.findIndex(
    ({ text }, index) => index > from && (isListHead(text) || /^\d{1,2}[.)] \p{Lu}/u.test(text)),
  );
  return head < 0 ? lines.length : head;
}
