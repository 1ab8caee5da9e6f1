import { fold } from "../../annotation/text/fold.js";
import { parseByline } from "./byline.js";
import { parseCreditsLine } from "./creditsLine.js";
import { commentCountOf, isListHead, isPageFurniture, isPageLine, tagsOf } from "./pageLine.js";
import { isTwiceHeadlined, splitSectionHeadline } from "./textTeasers.js";
import type { TextLine } from "./textLines.js";

/** A text dump taken apart. */
export interface TextParts {
  /** Headline and body with what stands between them. */
  article: TextLine[];
  /** Credits line, section, count and what else closes the article. */
  tail: TextLine[];
  teasers: TextLine[];
  /** Teasers between paragraphs of the body. */
  inlineTeasers: TextLine[];
  /** Folded names of sections that teasers have. */
  sections: ReadonlySet<string>;
}

const LONG = 100;
const LONGEST_SECTION = 40;

/**
 * Parts the lines where the article ends: at the credits line, at a "see also" head or at the first teaser, whichever
 * is first and has no paragraphs below it.
 */
export function splitTextParts(lines: readonly TextLine[]): TextParts {
  const sections = teaserSections(lines);
  const teaserStart = findTeasers(lines, sections);
  const end = findEnd(lines, teaserStart, sections);
  const { kept, inlineTeasers } = takeInlineTeasers(lines.slice(0, end));
  return {
    article: kept,
    tail: lines.slice(end, teaserStart),
    teasers: lines.slice(teaserStart),
    inlineTeasers,
    sections,
  };
}

/** True for a line that can be nothing but the name of a section. */
export function isSectionName(text: string, sections: ReadonlySet<string>): boolean {
  return text.length <= LONGEST_SECTION && (isPageLine(text, "sections") || sections.has(fold(text)));
}

/** True for a short line without a full stop: it could name a section where one is due. */
export function couldBeSection(text: string): boolean {
  return (
    text.length <= LONGEST_SECTION &&
    /^\p{Lu}/u.test(text) &&
    !/[.!?;:…»,]$/u.test(text) &&
    text.split(" ").length <= 4
  );
}

function teaserSections(lines: readonly TextLine[]): Set<string> {
  const found = lines.flatMap(({ text }, index) => {
    const above = lines[index - 1]?.text ?? "";
    return isTwiceHeadlined(above, text, new Set())
      ? [fold(splitSectionHeadline(text)?.sectionName ?? "")]
      : [];
  });
  return new Set(found);
}

function findTeasers(lines: readonly TextLine[], sections: ReadonlySet<string>): number {
  const lastPair = lastParagraphPair(lines);
  const start = lines.findIndex(({ text }, index) => {
    if (index === 0 || index <= lastPair) return false;
    if (isListHead(text)) return true;
    // Right below the article's own headline its section and headline may stand again.
    return index > 1 && isTwiceHeadlined(text, lines[index + 1]?.text ?? "", sections);
  });
  return start < 0 ? lines.length : start;
}

/** Index of the last line that is a paragraph below a paragraph: teasers have a headline between their leads. */
function lastParagraphPair(lines: readonly TextLine[]): number {
  return lines.findLastIndex(
    ({ text }, index) => index > 0 && isParagraph(text) && isParagraph(lines[index - 1]?.text ?? ""),
  );
}

function isParagraph(text: string): boolean {
  return text.length >= LONG && /[.…]["»”)]?$|[!?]["»”]$/u.test(text);
}

function findEnd(lines: readonly TextLine[], teaserStart: number, sections: ReadonlySet<string>): number {
  let end = teaserStart;
  const credits = lines.findLastIndex(
    ({ text }, index) => index < teaserStart && index > 1 && parseCreditsLine(text) !== null,
  );
  if (credits > 0 && !lines.slice(credits + 1, teaserStart).some(({ text }) => isParagraph(text)))
    end = credits;
  while (end > 2 && closesArticle(lines, end - 1, end < lines.length, sections)) end--;
  return end;
}

function closesArticle(
  lines: readonly TextLine[],
  index: number,
  hasTail: boolean,
  sections: ReadonlySet<string>,
): boolean {
  const text = lines[index]?.text ?? "";
  if (isPageFurniture(text) || tagsOf(text) !== null || parseByline(text, false) !== null) return true;
  if (isSectionName(text, sections)) return true;
  const next = lines[index + 1]?.text ?? "";
  return hasTail && couldBeSection(text) && commentCountOf(next) !== null;
}

/**
 * Takes «Διαβάστε επίσης» and the headlines below it out of the body. The body goes on at the next line that ends like
 * a sentence.
 */
function takeInlineTeasers(lines: readonly TextLine[]): { kept: TextLine[]; inlineTeasers: TextLine[] } {
  const kept: TextLine[] = [];
  const inlineTeasers: TextLine[] = [];
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && isListHead(line.text)) inside = true;
    else if (inside && /[.!?;…]$/u.test(line.text) && line.text.length >= LONG / 2) inside = false;
    if (inside) inlineTeasers.push(line);
    else kept.push(line);
  }
  return { kept, inlineTeasers };
}
