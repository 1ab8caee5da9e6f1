import type { PageAuthor, PageDate } from "../Page.js";
import { parseByline, splitNames, toAuthor } from "./byline.js";
import { cleanOrNull } from "./cleanText.js";
import { isElement, textOf, UNSEEN, type HtmlDocument, type HtmlElement, type HtmlNode } from "./html.js";
import { languageTag, noHtmlFacts, uniqueWords, type HtmlFacts, type HtmlPlace } from "./htmlFacts.js";
import {
  breadcrumbOf,
  commentCountOf,
  isCopyrightLine,
  isPageFurniture,
  isPageLine,
  isSameText,
  wordOverlap,
} from "./pageLine.js";
import { parseDate, parseDateLine } from "./dates.js";
import { dateNear } from "./fallbackDates.js";
import type { MainContent } from "./MainContent.js";
import { headlineOfTitle, isSiteName } from "./siteNames.js";

const AUTHOR = "[rel=author], [itemprop=author]";
const BYLINE =
  ".byline, [class*=byline], .author, [class*=author-name], [class*=article-author], [class*=article__author], [class*=author]";
const STANDFIRST =
  ".standfirst, [class*=standfirst], .lead, .lede, [class*=article-lead], [class*=article__lead], [class*=summary], [class*=subtitle], [class*=subheadline], .dek, .intro, .excerpt, [itemprop=description]";
const DATE = "time, abbr[title], [class*=date], [class*=published], [class*=timestamp], [itemprop^=date]";
const SECTION =
  "[rel~=category], [itemprop=articleSection], [class*=kicker], [class*=category], [class*=rubric], .section-name, .section";
const BREADCRUMB = "[class*=breadcrumb], [aria-label*=readcrumb], [itemtype$=BreadcrumbList]";
/** A title of so many words has the headline in it. */
const WORDS_OF_HEADLINE = 4;
const SHORTEST_STANDFIRST = 40;
const LONGEST_STANDFIRST = 1000;
/** A page with more of what could be one is a list. */
const MOST_STANDFIRSTS = 50;
/** So many letters may stand between it and the heading: bylines, buttons, a caption. */
const FARTHEST_STANDFIRST = 600;
/** An article has a few dates; a page with thousands is a list. */
const MOST_DATES = 50;

/** What a page prints about its article, outside the body. */
export interface VisibleFacts extends HtmlFacts {
  standfirst: string | null;
  /** Elements that were read and are no part of the body. */
  used: HtmlElement[];
}

/** Reads what a reader of the page sees: heading, standfirst, byline, times, breadcrumb, counts. */
export function readVisible(
  document: HtmlDocument,
  place: HtmlPlace,
  outlet: string | null,
  siteNames: readonly string[],
  main: MainContent,
): VisibleFacts {
  const title = headlineOfTitle(textOf(document.querySelector("head title")), siteNames);
  const heading = chooseHeading(document, title, siteNames);
  const headline = heading === null ? null : textOf(heading);
  const dates = readDates(document, place.timeZone);
  const author = readAuthors(document, outlet);
  const standfirst = heading === null ? null : findStandfirst(main, heading);
  return {
    ...noHtmlFacts(),
    headline,
    language: languageTag(document.documentElement.getAttribute("lang")),
    published:
      dates.published ??
      (heading === null || dates.modified !== null ? null : dateNear(document, heading, place.timeZone)),
    modified: dates.modified,
    section: readSection(document, headline),
    byline: author.byline,
    authors: author.authors,
    keywords: uniqueWords([...document.querySelectorAll('[rel~="tag"]')].map((tag) => textOf(tag))),
    commentCount: readCommentCount(document),
    copyrightNotice: readCopyright(document),
    standfirst: standfirst === null ? null : textOf(standfirst),
    used: [heading, standfirst, ...dates.used, ...author.used].filter((element) => element !== null),
  };
}

/**
 * The heading that is the article's: some pages have an h1 around their own name or section as well, and old ones the
 * headline in an h2 or h3 that the title repeats.
 */
function chooseHeading(
  document: HtmlDocument,
  title: string,
  siteNames: readonly string[],
): HtmlElement | null {
  const fits = (each: HtmlElement): boolean => {
    const text = textOf(each);
    return text.length > 3 && !isSiteName(text, siteNames) && !isPageFurniture(text);
  };
  const headings = [...document.querySelectorAll("h1")].filter(fits);
  const score = (each: HtmlElement): number =>
    wordOverlap(textOf(each), title) + (each.closest("article, main") === null ? 0 : 0.1);
  const best = headings.sort((a, b) => score(b) - score(a))[0] ?? null;
  const isTelling = title.split(/\s+/u).length >= WORDS_OF_HEADLINE;
  if (best !== null && (!isTelling || wordOverlap(textOf(best), title) > 0)) return best;
  const lower = [...document.querySelectorAll("h2, h3")].find(
    (each) => fits(each) && isSameText(textOf(each), title),
  );
  return isTelling ? (lower ?? null) : best;
}

function findStandfirst(main: MainContent, heading: HtmlElement): HtmlElement | null {
  const headline = textOf(heading);
  const below = heading.nextElementSibling;
  // A heading below the heading is a standfirst; a paragraph there may be the first of the body.
  const subtitle = below !== null && below.tagName === "H2" ? [below] : [];
  for (const element of [
    ...[...main.document.querySelectorAll(STANDFIRST)].slice(0, MOST_STANDFIRSTS),
    ...subtitle,
  ]) {
    const text = textOf(element);
    if (text.length < SHORTEST_STANDFIRST || text.length > LONGEST_STANDFIRST || isSameText(text, headline))
      continue;
    if (element.querySelector("h1, p + p") !== null || isPageFurniture(text) || main.isFurniture(element))
      continue;
    // A teaser of something else is linked or cut off, or stands elsewhere on the page.
    if (/(?:…|[.]{3})$/u.test(text) || linkedShare(element) > 0.5) continue;
    if (!standsBelow(element, heading, main.document.body)) continue;
    if (parseDateLine(text, "UTC") === null && parseByline(text, false) === null) return element;
  }
  return null;
}

function linkedShare(element: HtmlElement): number {
  const links = [...element.querySelectorAll("a")].reduce((sum, link) => sum + textOf(link).length, 0);
  return links / Math.max(1, textOf(element).length);
}

/** Does an element begin behind the heading, and near to it? */
function standsBelow(element: HtmlElement, heading: HtmlElement, body: HtmlElement): boolean {
  if (element.contains(heading)) return false;
  let between: number | null = null;
  const visit = (node: HtmlNode): boolean => {
    if (node === element) return true;
    if (node === heading) between = 0;
    else if (!isElement(node))
      between = between === null ? null : between + (node.textContent ?? "").trim().length;
    else if (!UNSEEN.has(node.tagName.toUpperCase()))
      for (const child of node.childNodes) if (visit(child)) return true;
    return false;
  };
  return visit(body) && between !== null && between <= FARTHEST_STANDFIRST;
}

interface FoundDates {
  published: PageDate | null;
  modified: PageDate | null;
  used: HtmlElement[];
}

function readDates(document: HtmlDocument, timeZone: string): FoundDates {
  const found: FoundDates = { published: null, modified: null, used: [] };
  for (const element of [...document.querySelectorAll(DATE)].slice(0, MOST_DATES)) {
    const stated =
      element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title");
    const text = textOf(element);
    if (text.length > 160) continue;
    const printed = parseDateLine(text, timeZone);
    const date =
      (stated === null ? null : parseDate(stated, timeZone)) ??
      printed?.published ??
      printed?.modified ??
      null;
    if (date === null) continue;
    const marks = `${element.getAttribute("class") ?? ""} ${element.getAttribute("itemprop") ?? ""}`;
    const before = element.previousSibling === null ? "" : textOf(element.previousSibling);
    const isModified = printed?.published === null || /modif|updat/iu.test(marks) || isLabelled(before);
    if (isModified) found.modified ??= date;
    else found.published ??= date;
    if (printed?.rest === "" || element.tagName === "TIME") found.used.push(element);
  }
  return found;
}

function isLabelled(before: string): boolean {
  return isPageLine(before.split(/[|•·]/u).at(-1) ?? "", "modified");
}

function readAuthors(
  document: HtmlDocument,
  outlet: string | null,
): { byline: string | null; authors: PageAuthor[]; used: HtmlElement[] } {
  const bylines = [...document.querySelectorAll(BYLINE)].filter((element) => textOf(element).length <= 150);
  for (const element of bylines) {
    const parts = textOf(element).split(/\s*[|•·]\s*/u);
    for (const part of parts) {
      const text = parseDateLine(part, "UTC")?.rest ?? part;
      const parsed = parseByline(text, true, outlet);
      if (parsed !== null) return { ...parsed, used: [element] };
    }
  }
  const used = [...document.querySelectorAll(AUTHOR)].filter((element) => textOf(element).length <= 80);
  const names = used.flatMap((element) => {
    const text = cleanOrNull(element.getAttribute("content")) ?? textOf(element);
    return parseByline(text, true, outlet)?.authors ?? splitNames(text).map((name) => toAuthor(name, outlet));
  });
  const authors = names.filter(({ name }, index) => names.findIndex((each) => each.name === name) === index);
  return { byline: authors.length === 0 ? null : authors.map(({ name }) => name).join(", "), authors, used };
}

function readSection(document: HtmlDocument, headline: string | null): string | null {
  for (const breadcrumb of document.querySelectorAll(BREADCRUMB)) {
    const links = [...breadcrumb.querySelectorAll("a, li, [itemprop=name]")].map((each) => textOf(each));
    const parts = links.length > 1 ? links : (breadcrumbOf(textOf(breadcrumb)) ?? links);
    const inner = parts.filter(
      (part) =>
        part !== "" && part.length < 60 && !isPageLine(part, "home") && !isSameText(part, headline ?? ""),
    );
    if (inner[0] !== undefined) return inner[0].replace(/^[\s>›»/]+|[\s>›»/]+$/gu, "");
  }
  for (const element of document.querySelectorAll(SECTION)) {
    const text = textOf(element);
    if (
      text !== "" &&
      text.length < 40 &&
      element.querySelector("p, h1, h2") === null &&
      !isPageFurniture(text)
    )
      return text;
  }
  return null;
}

function readCommentCount(document: HtmlDocument): number | null {
  for (const element of document.querySelectorAll("[class*=comment], [itemprop=commentCount]")) {
    const count = commentCountOf(textOf(element));
    if (count !== null) return count;
  }
  return null;
}

function readCopyright(document: HtmlDocument): string | null {
  for (const element of document.querySelectorAll(
    "footer p, footer small, footer div, [class*=copyright], footer",
  )) {
    const text = textOf(element);
    if (element.closest("figure") === null && text.length < 300 && isCopyrightLine(text)) return text;
  }
  return null;
}
