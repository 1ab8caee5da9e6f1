import { fold } from "../../annotation/text/fold.js";
import type { PageLink } from "../Page.js";
import { parseByline } from "./byline.js";
import { isListHead, isPageFurniture, isPageLine, isSameText, wordOverlap } from "./pageLine.js";
import { parseDateLine } from "./dates.js";
import type { TextLine } from "./textLines.js";

const LONGEST_HEADLINE = 250;
const SECTION_HEADLINE = /^([^/]{2,40}?) \/ (.{4,})$/u;

/** The two parts of «Διεθνή / headline». */
export interface SectionHeadline {
  sectionName: string;
  headline: string;
}

/** Splits "Section / headline"; null for a line without that mark. */
export function splitSectionHeadline(line: string): SectionHeadline | null {
  const match = line.length > LONGEST_HEADLINE + 40 ? null : SECTION_HEADLINE.exec(line);
  return match?.[1] === undefined || match[2] === undefined
    ? null
    : { sectionName: match[1].trim(), headline: match[2].trim() };
}

/**
 * True when the line below a teaser's headline says it again behind its section. The two are not always equal: a few
 * common words are enough, and none is needed behind the name of a section that is known.
 */
export function isTwiceHeadlined(headline: string, below: string, sections: ReadonlySet<string>): boolean {
  const split = headline.length > LONGEST_HEADLINE ? null : splitSectionHeadline(below);
  if (split === null) return false;
  return wordOverlap(headline, split.headline) >= (isKnown(split.sectionName, sections) ? 0.2 : 0.5);
}

/**
 * The teasers of the lines below a "see also" head. A headline is known by the line below it, which says it again; on
 * pages that print it once, by what stands before it: a byline, a full stop, or a blank line.
 */
export function readTeasers(lines: readonly TextLine[], knownSections: ReadonlySet<string>): PageLink[] {
  const texts = relatedLines(lines).filter(
    ({ text }) => !isPageFurniture(text) && parseDateLine(text, "UTC")?.rest !== "",
  );
  const sections = new Set([...knownSections, ...repeatedSections(texts)]);
  const isPaired = (index: number): boolean =>
    isTwiceHeadlined(texts[index]?.text ?? "", texts[index + 1]?.text ?? "", sections);
  const anyPaired = texts.some((_line, index) => isPaired(index));
  const teasers: PageLink[] = [];
  let open: PageLink | null = null;
  for (let index = 0; index < texts.length; index++) {
    const { text, afterBlank } = texts[index] as TextLine;
    const own = splitSectionHeadline(text);
    if (isPaired(index)) {
      open = start(text, splitSectionHeadline(texts[index + 1]?.text ?? ""));
      teasers.push(open);
      index++;
    } else if (own !== null && isKnown(own.sectionName, sections)) {
      open = start(own.headline, own);
      teasers.push(open);
    } else if (open === null || (!anyPaired && startsAnother(open, text, afterBlank))) {
      if (text.length > LONGEST_HEADLINE) continue;
      open = start(text, null);
      teasers.push(open);
    } else if (isSameText(open.headline, text)) {
      continue;
    } else if (open.byline === null && isTeaserByline(text, open, anyPaired)) {
      open.byline = text;
    } else if (open.description === null) {
      open.description = text;
    }
  }
  return teasers;
}

/** The lines without those below heads such as "Most read". */
function relatedLines(lines: readonly TextLine[]): TextLine[] {
  let isRelated = true;
  return lines.filter(({ text }) => {
    if (isListHead(text)) isRelated = isPageLine(text, "relatedHeads");
    return isRelated;
  });
}

function start(headline: string, again: SectionHeadline | null): PageLink {
  const isOther = again !== null && !isSameText(again.headline, headline);
  return {
    headline,
    alternativeHeadline: isOther ? again.headline : null,
    sectionName: again?.sectionName ?? null,
    description: null,
    byline: null,
    url: null,
  };
}

function isTeaserByline(text: string, teaser: PageLink, anyPaired: boolean): boolean {
  const isBehindLead = teaser.description !== null;
  // Where headlines are not said twice, a name alone behind a headline may be the next headline.
  return (
    parseByline(text, anyPaired || isBehindLead) !== null || (anyPaired && isBehindLead && isCapitals(text))
  );
}

function isCapitals(text: string): boolean {
  return text.length <= 60 && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}

function startsAnother(open: PageLink, text: string, afterBlank: boolean): boolean {
  if (open.byline !== null) return true;
  if (isSameText(open.headline, text) || isTeaserByline(text, open, false)) return false;
  return open.description !== null || (afterBlank && !/[.!?…]$/u.test(text));
}

function isKnown(section: string, sections: ReadonlySet<string>): boolean {
  return sections.has(fold(section)) || isPageLine(section, "sections");
}

function repeatedSections(lines: readonly TextLine[]): string[] {
  return lines.flatMap(({ text }, index) => {
    const above = lines[index - 1]?.text;
    const split = splitSectionHeadline(text);
    return above !== undefined && split !== null && wordOverlap(above, split.headline) >= 0.5
      ? [fold(split.sectionName)]
      : [];
  });
}
