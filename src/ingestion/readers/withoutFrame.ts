import { fold } from "../../annotation/text/fold.js";
import { parseByline } from "./byline.js";
import { parseCreditsLine } from "./creditsLine.js";
import { parseDateLine } from "./dates.js";
import {
  bareText,
  breadcrumbOf,
  commentCountOf,
  isCopyrightLine,
  isListHead,
  isPageFurniture,
  isPageLine,
  isShareLine,
  splitShareWords,
  tagsOf,
} from "./pageLine.js";
import { splitPhotoCredit } from "./photoCredit.js";
import { headlineOfTitle } from "./siteNames.js";
import { articleRun, isParagraphLine, isPlainNavigation, letterLength, type LineRun } from "./articleRun.js";
import { isTwiceHeadlined } from "./textTeasers.js";
import type { TextLine } from "./textLines.js";

/** So many lines of navigation show that the page was flattened whole. */
const FRAME = 4;
const HEADLINE = { shortest: 12, longest: 220, reach: 40 };
/** A line that says so much of the title is the headline that the title repeats. */
const MOST_OF_TITLE = 0.4;
/** Facts stand so near to the headline or the body. */
const NEAR = 6;

/**
 * The lines of the article out of a page that was flattened with its menus, lists and footer: its headline first, then what
 * stands around it, then the body. Lines that have no frame stay as they are.
 * @param isFramed the lines are those of a whole page, the first one its title
 */
export function withoutFrame(
  lines: readonly TextLine[],
  timeZone: string,
  isFramed = false,
): readonly TextLine[] {
  const run = articleRun(lines);
  if (run === null) return lines;
  const above = menuSize(lines.slice(0, run.first));
  const below = menuSize(lines.slice(run.last + 1));
  // Teasers that say their headline twice are links of the article, and read as such.
  const hasTeasers = lines.some(({ text }, index) =>
    isTwiceHeadlined(text, lines[index + 1]?.text ?? "", new Set()),
  );
  if (!isFramed && above < FRAME && (hasTeasers || above + below < FRAME)) return lines;
  const found = findHeadline(lines, run, isFramed ? 0 : titleLine(lines), timeZone);
  if (found === null) return lines;
  const { at, headline } = found;
  const factsOf = (line: TextLine): TextLine[] =>
    piecesOf(line).filter(({ text }) => isFactLine(text, timeZone));
  const before = lines.slice(Math.max(0, at - NEAR), at).flatMap(factsOf);
  const list = lines.findLastIndex(({ text }, index) => index < run.first && isListHead(text));
  const between = lines.slice(at + 1, run.first).flatMap((line, index, all) => {
    const isListed = list > at && at + 1 + index > list;
    const isNear = !isListed && Math.min(index, all.length - 1 - index) <= 2;
    return isNear && isStandfirst(line) ? [line] : factsOf(line);
  });
  const body = lines
    .slice(run.first, run.last + 1)
    .filter(({ isLink, text }) => isLink !== true || text.length > HEADLINE.longest);
  const tail = lines.slice(run.last + 1, endOfTail(lines, run.last + 1));
  const after =
    !isFramed && (above < FRAME || hasTeasers) ? tail : tail.filter(({ text }) => isTailLine(text));
  return [{ ...(lines[at] as TextLine), text: headline }, ...before, ...between, ...body, ...after];
}

function isFactLine(text: string, timeZone: string): boolean {
  return (
    parseDateLine(text, timeZone)?.rest === "" ||
    parseByline(text, false) !== null ||
    breadcrumbOf(text) !== null ||
    isPageLine(text, "sections") ||
    (text.length <= 400 && splitPhotoCredit(text).creditText !== null)
  );
}

/** «Ελλάδα | 12 Μαρτίου 2019, 10:45» says two things. */
function piecesOf(line: TextLine): TextLine[] {
  const pieces = line.text.split(/\s+[|•·]\s+/u);
  const isOne = pieces.length === 1 || pieces.length > 4 || line.text.length > 160;
  return isOne ? [line] : pieces.map((text) => ({ ...line, text }));
}

/** So many short lines in a row are a menu, whatever they say. */
const SHORT_RUN = 5;
const SHORT = 32;

/** How many names of sections, labels and links the lines hold. */
function menuSize(lines: readonly TextLine[]): number {
  let size = 0;
  let run = 0;
  for (const { text, isLink } of lines) {
    run = text.length <= SHORT && !/[.;!]$/u.test(text) ? run + 1 : 0;
    if (run === SHORT_RUN) size += SHORT_RUN;
    else if (isLink === true || run > SHORT_RUN) size++;
    else if (isPlainNavigation(text)) size += Math.max(1, text.split(/[\s|•·]+/u).length / 2);
  }
  return size;
}

function isTailLine(text: string): boolean {
  return (
    tagsOf(text) !== null ||
    parseCreditsLine(text) !== null ||
    isCopyrightLine(text) ||
    commentCountOf(text) !== null
  );
}

/** Where what belongs to the article ends: at comments, or at a menu. */
function endOfTail(lines: readonly TextLine[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const text = lines[at]?.text ?? "";
    const isCount = commentCountOf(text) !== null && /\p{L}/u.test(text);
    if (isCount && menuSize(lines.slice(from)) >= FRAME) return at + 1;
    if (menuSize(lines.slice(at, at + FRAME)) >= FRAME) return at;
  }
  return lines.length;
}

function isStandfirst({ text, isLink }: TextLine): boolean {
  return isLink !== true && text.length >= 60 && text.split(" ").length >= 8 && !isPageFurniture(text);
}

/** The line that is the headline, and its text without the site's name. */
interface FoundHeadline {
  at: number;
  headline: string;
}

function findHeadline(
  lines: readonly TextLine[],
  { first, last }: LineRun,
  title: number | null,
  timeZone: string,
): FoundHeadline | null {
  const body = stemsOf(
    lines
      .slice(first, last + 1)
      .map(({ text }) => text)
      .join(" "),
  );
  const names = siteNames(lines);
  const list = lines.findLastIndex(({ text }, index) => index < first && isListHead(text));
  let best: (FoundHeadline & { score: number }) | null = null;
  for (let at = 0; at < first; at++) {
    const line = lines[at] as TextLine;
    const text = splitShareWords(line.text).text;
    const inTitle = at === title || title === null ? 0 : shareOfTitle(text, lines[title]?.text ?? "");
    const saysTitle = inTitle >= MOST_OF_TITLE;
    if (at !== title && !saysTitle && at < first - HEADLINE.reach) continue;
    if (!couldBeHeadline(line, text, timeZone, saysTitle)) continue;
    const stems = stemsOf(text);
    const known = [...stems].filter((stem) => body.has(stem)).length / Math.max(3, stems.size);
    const isDate = (each: TextLine | undefined): boolean =>
      each !== undefined && parseDateLine(each.text, timeZone)?.rest === "";
    const isRightAbove = isDate(lines[at + 1]) || at + 1 === first;
    const isDated = isRightAbove || isDate(lines[at + 2]) || isDate(lines[at + 3]);
    // Below the head of a list stand headlines of other articles, until a date says that this one begins.
    const isListed = list >= 0 && at > list && !lines.slice(list + 1, at + 1).some(isDate);
    const score =
      3 * known +
      (saysTitle ? 3 : 2 * inTitle) +
      (line.isHeading === true ? 2 : 0) +
      (isRightAbove ? 1 : isDated ? 0.5 : 0) +
      (at === title ? -0.5 : 0) +
      (line.isLink === true ? -1 : 0) +
      (isListed ? -1.5 : 0) +
      Math.min(0.8, text.split(" ").length / 10) -
      0.08 * Math.min(first - at, HEADLINE.reach);
    if (best === null || score > best.score) best = { at, headline: text, score };
  }
  if (best === null) return null;
  return { at: best.at, headline: best.at === title ? headlineOfTitle(best.headline, names) : best.headline };
}

function couldBeHeadline(
  { text: whole, isHeading }: TextLine,
  text: string,
  timeZone: string,
  saysTitle: boolean,
): boolean {
  const length = letterLength(text);
  if (length < HEADLINE.shortest || length > HEADLINE.longest) return false;
  if (length === text.length && !text.includes(" ")) return false;
  if (isPageFurniture(whole) || isShareLine(whole) || isListHead(whole)) return false;
  if (isPlainNavigation(whole) || isFactLine(whole, timeZone) || tagsOf(whole) !== null) return false;
  // A ticker has the time in front, a list its number.
  if (/^(?:\d{1,2}[:.]\d{2}|\d{1,2}[.)])\s/u.test(text)) return false;
  return isHeading === true || saysTitle || !isParagraphLine(text);
}

/** The first line, where it is a title of the page: the headline with the site's name. */
function titleLine(lines: readonly TextLine[]): number | null {
  const at = lines.slice(0, 3).findIndex(({ text }) => text.length >= 20 && /\S\s*[|»:–—-]\s+\S/u.test(text));
  return at < 0 ? null : at;
}

/**
 * What the page may call its site: a piece of its title that stands in a line of its own or in the copyright line; where none does, a
 * piece of one or two words apart by a dash, bar or colon with blanks around it.
 */
function siteNames(lines: readonly TextLine[]): string[] {
  const title = lines[0]?.text ?? "";
  const ends = (separator: RegExp): string[] => {
    const pieces = title.split(separator);
    return pieces.length < 2
      ? []
      : [pieces[0] ?? "", pieces.at(-1) ?? ""].filter(({ length }) => length >= 3 && length <= 40);
  };
  const others = new Set(lines.slice(1).map(({ text }) => fold(text)));
  const copyright = lines.filter(({ text }) => isCopyrightLine(text)).map(({ text }) => fold(text));
  const confirmed = ends(/\s*\|\s*|\s+(?:[–—-]|::?)\s+|:\s+/u).filter(
    (piece) => others.has(fold(piece)) || copyright.some((text) => text.includes(fold(piece))),
  );
  if (confirmed.length > 0) return confirmed;
  return ends(/\s*\|\s*|\s+(?:[–—-]|::?)\s+/u).filter((piece) => piece.split(" ").length <= 2);
}

/** How much of the page's title a line says, 0 to 1; 0 for one that is no part of it. */
function shareOfTitle(text: string, title: string): number {
  const bare = bareText(text);
  const whole = bareText(title);
  return letterLength(bare) >= HEADLINE.shortest && whole.includes(bare) ? bare.length / whole.length : 0;
}

function stemsOf(text: string): Set<string> {
  const folded = fold(text);
  const words = (folded.match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 5));
  // Languages without blanks between words: every two characters.
  const pairs = (folded.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  return new Set([...words, ...pairs]);
}
