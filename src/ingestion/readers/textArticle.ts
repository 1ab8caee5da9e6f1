import type { PageDate, PageImage, PageInfoSource, PageLink } from "../Page.js";
import { parseByline, type Byline } from "./byline.js";
import { parseCreditsLine } from "./creditsLine.js";
import {
  breadcrumbOf,
  commentCountOf,
  inlineTeaserOf,
  isCopyrightLine,
  isPageFurniture,
  isSameText,
  isShareLine,
  splitShareWords,
  tagsOf,
  wordOverlap,
} from "./pageLine.js";
import { photoSources, splitPhotoCredit } from "./photoCredit.js";
import { parseDateLine, type DateLine } from "./dates.js";
import type { TextLine } from "./textLines.js";
import { couldBeSection, isSectionName, type TextParts } from "./textParts.js";
import { splitSectionHeadline } from "./textTeasers.js";

/** What the lines above the teasers say. */
export interface TextArticle {
  headline: string | null;
  alternativeHeadlines: string[];
  /** Lead and body. */
  paragraphs: string[];
  images: PageImage[];
  published: PageDate | null;
  modified: PageDate | null;
  section: string | null;
  byline: Byline | null;
  infoSources: PageInfoSource[];
  keywords: string[];
  commentCount: number | null;
  copyrightNotice: string | null;
  inlineLinks: PageLink[];
}

const LONGEST_HEADLINE = 300;
const LONGEST_CAPTION = 400;
const LONGEST_SHARE_TITLE = 120;

/** Tells headline, captions, dates, bylines and counts from the paragraphs of the body. */
export function readTextArticle(parts: TextParts, timeZone: string): TextArticle {
  const article: TextArticle = {
    headline: null,
    alternativeHeadlines: [],
    paragraphs: [],
    images: [],
    published: null,
    modified: null,
    section: null,
    byline: null,
    infoSources: [],
    keywords: [],
    commentCount: null,
    copyrightNotice: null,
    inlineLinks: [],
  };
  const lines = parts.article;
  for (let index = 0; index < lines.length; index++) {
    const { text } = lines[index] as TextLine;
    const around = { lines, index, timeZone, sections: parts.sections };
    if (takeFact(article, text, around)) continue;
    if (article.headline === null) {
      if (text.length > LONGEST_HEADLINE) break;
      article.headline = splitShareWords(text).text;
    } else if (!takeHeadPart(article, text, around)) article.paragraphs.push(text);
  }
  for (const [index, { text }] of parts.tail.entries()) {
    const around = { lines: parts.tail, index, timeZone, sections: parts.sections };
    if (!takeFact(article, text, around) && article.section === null && couldBeSection(text))
      article.section = text;
  }
  return article;
}

interface Surroundings {
  lines: readonly TextLine[];
  index: number;
  timeZone: string;
  sections: ReadonlySet<string>;
}

/** Lines that are no paragraph wherever they stand. */
function takeFact(article: TextArticle, text: string, around: Surroundings): boolean {
  const count = commentCountOf(text);
  if (count !== null) {
    article.commentCount ??= count;
    return true;
  }
  if (isCopyrightLine(text)) {
    article.copyrightNotice ??= text;
    return true;
  }
  if (takeDate(article, text, around) || isPageFurniture(text)) return true;
  const credits = parseCreditsLine(text);
  const tags = tagsOf(text);
  if (credits !== null) article.infoSources.push(...credits);
  if (tags !== null) article.keywords.push(...tags);
  if (credits !== null || tags !== null) return true;
  const teaser = inlineTeaserOf(text);
  if (teaser !== null) {
    article.inlineLinks.push({
      headline: teaser,
      alternativeHeadline: null,
      description: null,
      sectionName: null,
      byline: null,
      url: null,
    });
    return true;
  }
  const isSection = article.paragraphs.length < 2 || around.index >= around.lines.length - 3;
  const section =
    breadcrumbOf(text)?.[0] ?? (isSection && isSectionName(text, around.sections) ? text : null);
  if (section !== null) {
    article.section ??= section;
    return true;
  }
  return (
    takeByline(article, text, around) || (article.headline !== null && takeCaption(article, text, around))
  );
}

function takeDate(article: TextArticle, text: string, { timeZone }: Surroundings): boolean {
  const dates = parseDateLine(text, timeZone);
  const byline = dates === null || dates.rest === "" ? null : parseByline(dates.rest, true);
  if (dates === null || (dates.rest !== "" && byline === null)) return false;
  article.published ??= dates.published;
  article.modified ??= dates.modified;
  article.byline ??= byline;
  return true;
}

function takeByline(article: TextArticle, text: string, { lines, index, timeZone }: Surroundings): boolean {
  if (article.headline === null) return false;
  const isDate = (line: TextLine | undefined): boolean => dateLine(line, timeZone)?.rest === "";
  const byline = parseByline(text, isDate(lines[index - 1]) || isDate(lines[index + 1]));
  if (byline === null) return false;
  article.byline ??= byline;
  return true;
}

function dateLine(line: TextLine | undefined, timeZone: string): DateLine | null {
  return line === undefined ? null : parseDateLine(line.text, timeZone);
}

/** A caption has a credit behind it, or the bare count of comments right below it. */
function takeCaption(article: TextArticle, text: string, { lines, index }: Surroundings): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  const { caption, creditText, evidence } = splitPhotoCredit(text);
  const next = lines[index + 1];
  const isBare =
    splitShareWords(text).count === 0 &&
    creditText === null &&
    article.images.length === 0 &&
    article.paragraphs.length === 0;
  const isAboveCount = next !== undefined && !next.afterBlank && commentCountOf(next.text) !== null;
  if (creditText === null && !(isBare && isAboveCount && !isSameText(text, article.headline ?? "")))
    return false;
  article.images.push({ url: null, caption, creditText, altText: null, width: null, height: null });
  if (creditText !== null) article.infoSources.push(...photoSources(creditText, evidence ?? creditText));
  return true;
}

/** Lines between headline and body: the headline again, a second one with share words behind it. */
function takeHeadPart(article: TextArticle, text: string, { lines, index }: Surroundings): boolean {
  const headline = article.headline ?? "";
  if (article.paragraphs.length > 1) return false;
  const { text: bare, count } = splitShareWords(text);
  const next = lines[index + 1]?.text ?? "";
  const isShort = text.length <= LONGEST_SHARE_TITLE || wordOverlap(text, headline) >= 0.34;
  const isBeforeShare = isShareLine(next) && isShort && !/[.!?…]$/u.test(text);
  if (isSameText(bare, headline)) return true;
  const split = splitSectionHeadline(bare);
  if (split !== null && isSameText(split.headline, headline)) {
    article.section ??= split.sectionName;
    return true;
  }
  if (count === 0 && !isBeforeShare) return false;
  article.alternativeHeadlines.push(bare);
  return true;
}
