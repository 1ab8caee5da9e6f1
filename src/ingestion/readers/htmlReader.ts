import type {
  DocumentContext,
  FieldProvenance,
  Page,
  PageImage,
  PageInfoSource,
  Reader,
  ReadResult,
} from "../Page.js";
import { articleParagraphs, readArticleBody } from "./articleBody.js";
import { parseByline, writersOf } from "./byline.js";
import { parseCreditsLine } from "./creditsLine.js";
import { parseDateLine } from "./dates.js";
import { dateOfAddress, sharpened } from "./fallbackDates.js";
import { takeFigures } from "./figures.js";
import { absoluteUrl, parseHtml, textOf, type HtmlDocument } from "./html.js";
import type { HtmlFacts } from "./htmlFacts.js";
import { findHtmlExcess } from "./htmlExcess.js";
import { readJsonLd } from "./jsonLd.js";
import { chooseLead } from "./lead.js";
import { MainContent } from "./MainContent.js";
import { readOpenGraph, siteNameIn, withoutSiteName } from "./openGraph.js";
import { bareText, isSameText } from "./pageLine.js";
import { photoSources } from "./photoCredit.js";
import { problem } from "./problem.js";
import { takeRelatedBlocks } from "./relatedBlocks.js";
import { headlineOfTitle, siteNamesOf } from "./siteNames.js";
import { readUnmarkedPage, type UnmarkedPage } from "./readUnmarkedPage.js";
import { readVisible, type VisibleFacts } from "./visible.js";
import { weigh } from "./weigh.js";

const MARKUP =
  /^\s*(?:<!doctype\s+html|<html[\s>]|(?:<\?xml[^>]*>|<!--[\s\S]{0,3000}?-->)\s*<(?:!doctype\s+html|html[\s>]))|<(?:head|body|article|main|div|p|h1|meta|title)(?:\s[^<>]*)?>/iu;
const NO_HTML = /^\s*(?:[{[]\s*["{[\]}]|%PDF-|<\?xml[^>]*>\s*<(?!!doctype\s+html|html))/iu;

/**
 * Reads a saved HTML page. Three layers tell of its article: JSON-LD, the meta elements, and what is visible; the
 * body is readability's, without the lines that belong to the page.
 */
export const htmlReader: Reader = {
  format: "HTML",
  accepts(head) {
    return !NO_HTML.test(head) && MARKUP.test(head);
  },
  *read(text, context) {
    yield readPage(text, context);
  },
};

function readPage(text: string, context: DocumentContext): ReadResult {
  if (text.trim() === "") return { problem: problem("EMPTY_DOCUMENT", "The file has no text.") };
  const excess = findHtmlExcess(text);
  if (excess !== null) return { problem: excess };
  try {
    return readParsed(parseHtml(text), context);
  } catch (error) {
    return { problem: problem("UNREADABLE_HTML", (error as Error).message) };
  }
}

function readParsed(document: HtmlDocument, context: DocumentContext): ReadResult {
  const base = baseOf(document, context.url);
  const place = { base, timeZone: context.timeZone };
  const og = readOpenGraph(document, place);
  const jsonLd = readJsonLd(document, place, og.headline ?? textOf(document.querySelector("h1")));

  const main = new MainContent(document);
  main.removeHidden();
  const fullTitle = textOf(document.querySelector("head title"));
  const titled = [...document.querySelectorAll("h1")].map((h1) => siteNameIn(fullTitle, textOf(h1)));
  const siteName = titled.find((name) => name !== null) ?? null;
  const outlet = jsonLd.source?.name ?? og.source?.name ?? siteName;
  const names = [...(outlet === null ? [] : [outlet]), ...siteNamesOf(document, base)];
  const title = headlineOfTitle(withoutSiteName(fullTitle, outlet), names);
  const isMarked =
    jsonLd.headline !== null || og.headline !== null || document.querySelector("article") !== null;
  const unmarked = isMarked ? null : readUnmarkedPage(document, fullTitle, context.timeZone);
  const relatedLinks = takeRelatedBlocks(main, base);
  const figures = takeFigures(main, base);
  const credits = takeCreditsLines(document);
  const visible = readVisible(document, place, outlet, names, main);
  for (const element of visible.used) element.remove();
  main.removeFurniture();

  const fields: FieldProvenance[] = [];
  const headline = weigh(fields, "headline", [
    ["json-ld", untruncated(jsonLd.headline, visible.headline)],
    ["lines", isSurer(unmarked?.headline, visible.headline, fullTitle) ? (unmarked?.headline ?? null) : null],
    ["visible", visible.headline],
    ["lines", unmarked?.headline ?? null],
    ["og", og.headline === null ? null : headlineOfTitle(og.headline, names)],
    ["title", title || null],
  ]);
  if (headline === null) return { problem: problem("NO_HEADLINE", "The page has no heading and no title.") };
  const alternativeHeadlines = otherHeadlines(headline, [
    ...jsonLd.alternativeHeadlines,
    og.headline === null ? null : headlineOfTitle(withoutSiteName(og.headline, outlet), names),
    visible.headline,
  ]);
  const printed = [
    headline,
    visible.section ?? "",
    ...alternativeHeadlines,
    ...figures.images.map(({ caption }) => caption ?? ""),
  ];
  const article = readArticleBody(document);
  addLinesAbove(visible, article.above, context.timeZone, outlet);
  if (unmarked !== null) addUnmarked(visible, unmarked);
  const isBetter =
    unmarked !== null &&
    unmarked.isBetterThan(article.paragraphs) &&
    !isSameText(unmarked.paragraphs.join(" "), article.paragraphs.join(" "));
  const texts =
    weigh(fields, "paragraphs", [
      ["lines", isBetter ? unmarked.paragraphs : null],
      ["readability", article.paragraphs],
      ["json-ld", articleParagraphs(jsonLd.articleBody)],
    ]) ?? [];
  const body = texts.filter((text) => !printed.some((each) => isSameText(text, each)));
  const { lead, paragraphs } = chooseLead(
    fields,
    visible.standfirst,
    [
      ["json-ld", jsonLd],
      ["og", og],
    ],
    body,
    headline,
  );
  if (lead === null || (body.length === 0 && visible.standfirst === null)) {
    return { problem: problem("NO_TEXT", "No paragraph of an article was found.") };
  }
  /** The first layer that has a field, in the order of trust. */
  const pick = <Name extends keyof HtmlFacts>(field: string, name: Name): HtmlFacts[Name] | null =>
    weigh<HtmlFacts[Name]>(fields, field, [
      ["json-ld", jsonLd[name]],
      ["og", og[name]],
      ["visible", visible[name]],
    ]);
  // What is stated for machines stays as it is; bylines say for whom their writers write.
  const signed = pick("authors", "authors") ?? [];
  const authors = jsonLd.authors.length > 0 ? signed : writersOf(signed, outlet);
  const images = weigh(fields, "images", [
    ["visible", describedImages(figures.images, jsonLd.images)],
    ["json-ld", jsonLd.images],
    ["og", og.images],
  ]);
  const page: Page = {
    format: "HTML",
    url: context.url,
    canonicalUrl: og.canonicalUrl ?? jsonLd.canonicalUrl,
    headline,
    alternativeHeadlines,
    lead,
    paragraphs,
    images: images ?? [],
    language: pick("language", "language"),
    datePublished: weigh(fields, "datePublished", [
      ["json-ld", sharpened(jsonLd.published, [og.published, visible.published])],
      ["og", sharpened(og.published, [visible.published])],
      ["visible", visible.published],
      ["address", dateOfAddress(context.url ?? og.canonicalUrl ?? jsonLd.canonicalUrl, context.timeZone)],
      // Pages that are updated may print that date only.
      ["modified", jsonLd.modified ?? og.modified ?? visible.modified],
    ]),
    dateModified: pick("dateModified", "modified"),
    source: weigh(fields, "source", [
      ["json-ld", jsonLd.source],
      ["og", og.source],
      ["title", siteName === null ? null : { name: siteName, url: null }],
    ]),
    section: pick("section", "section"),
    byline: visible.byline,
    authors,
    infoSources: uniqueSources([...credits, ...figures.credits, ...creditsOf(images ?? [])]),
    keywords: pick("keywords", "keywords") ?? [],
    commentCount: pick("commentCount", "commentCount"),
    copyrightNotice: pick("copyrightNotice", "copyrightNotice"),
    relatedLinks: relatedLinks.filter((link) => !isSameText(link.headline, headline)),
    ...(jsonLd.corrections.length > 0 && { corrections: jsonLd.corrections }),
    fields,
  };
  return { page };
}

/** The page's own address: as given, else as it says itself. */
function baseOf(document: HtmlDocument, url: string | null): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const own =
    absoluteUrl(url, null) ??
    absoluteUrl(canonical, null) ??
    absoluteUrl(document.querySelector('meta[property="og:url"]')?.getAttribute("content"), null);
  const base = own !== null && /^https?:/u.test(own) ? own : null;
  return absoluteUrl(document.querySelector("base")?.getAttribute("href"), base) ?? base;
}

/** JSON-LD may cut a headline at 110 characters: the visible one goes on. */
function untruncated(headline: string | null, visible: string | null): string | null {
  const start = headline?.replace(/\s*(?:…|[.]{3})$/u, "") ?? null;
  return start !== null && start !== headline && visible?.startsWith(start) === true ? visible : headline;
}

function otherHeadlines(headline: string, candidates: readonly (string | null)[]): string[] {
  const others = candidates.filter(
    (each): each is string => each !== null && !isSameText(each, headline) && !/(?:…|[.]{3})$/u.test(each),
  );
  return others.filter((each, index) => others.findIndex((other) => isSameText(other, each)) === index);
}

/** Takes the lines that name agencies out of the page. */
function takeCreditsLines(document: HtmlDocument): PageInfoSource[] {
  const sources: PageInfoSource[] = [];
  for (const element of [...document.body.querySelectorAll("p, div, small, em, i, span, li, footer")]) {
    const text = document.body.contains(element) ? textOf(element) : "";
    const found = text === "" ? null : parseCreditsLine(text);
    if (found === null) continue;
    sources.push(...found);
    element.remove();
  }
  return sources;
}

/** Is the headline that the lines give surer than the heading, as the title of the page says the same? */
function isSurer(headline: string | null | undefined, heading: string | null, title: string): boolean {
  if (headline == null || isSameText(headline, heading ?? "")) return false;
  return bareText(title).includes(bareText(headline));
}

/** On pages whose elements say nothing the day beside the headline is surer than one somewhere on the page. */
function addUnmarked(visible: VisibleFacts, unmarked: UnmarkedPage): void {
  visible.published = unmarked.published ?? visible.published;
  visible.modified ??= unmarked.modified;
  visible.section ??= unmarked.section;
  if (visible.keywords.length === 0) visible.keywords = unmarked.keywords;
  if (visible.byline !== null || unmarked.byline === null) return;
  visible.byline = unmarked.byline.byline;
  if (visible.authors.length === 0) visible.authors = unmarked.byline.authors;
}

/** Pages without markup print date and byline as paragraphs above the others. */
function addLinesAbove(
  visible: VisibleFacts,
  lines: readonly string[],
  timeZone: string,
  outlet: string | null,
): void {
  for (const line of lines) {
    const dates = parseDateLine(line, timeZone);
    visible.published ??= dates?.published ?? null;
    visible.modified ??= dates?.modified ?? null;
    const signed = parseByline(dates?.rest ?? line, dates !== null, outlet);
    if (visible.byline !== null || signed === null) continue;
    visible.byline = signed.byline;
    if (visible.authors.length === 0) visible.authors = signed.authors;
  }
}

/** Figures with what JSON-LD knows more of the same picture, or of the only one. */
function describedImages(figures: readonly PageImage[], stated: readonly PageImage[]): PageImage[] {
  return figures.map((figure) => {
    const same = stated.find(({ url }) => url !== null && url === figure.url);
    if (same === undefined) return figure;
    return {
      ...figure,
      caption: figure.caption ?? same.caption,
      creditText: figure.creditText ?? same.creditText,
      width: figure.width ?? same.width,
      height: figure.height ?? same.height,
    };
  });
}

function creditsOf(images: readonly PageImage[]): PageInfoSource[] {
  return images.flatMap(({ creditText }) =>
    creditText === null ? [] : photoSources(creditText, creditText),
  );
}

function uniqueSources(sources: readonly PageInfoSource[]): PageInfoSource[] {
  return sources.filter(
    (source, index) =>
      sources.findIndex(({ name, role }) => name === source.name && role === source.role) === index,
  );
}
