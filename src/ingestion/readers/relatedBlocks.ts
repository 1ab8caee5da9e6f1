import type { PageLink } from "../Page.js";
import { parseByline } from "./byline.js";
import { absoluteUrl, marksOf, textOf, type HtmlElement } from "./html.js";
import { blockTexts } from "./textBlocks.js";
import type { MainContent } from "./MainContent.js";
import { inlineTeaserOf, isListHead, isPageFurniture, isPageLine, isSameText } from "./pageLine.js";
import { parseDateLine } from "./dates.js";
import { uniqueLinks } from "./uniqueLinks.js";
import { splitSectionHeadline } from "./textTeasers.js";

const HEADS = "h2, h3, h4, h5, h6, p, div, span, strong, b, header, summary, a, label";
const MARKED =
  /(?:^|[\s_-])(?:related|see-?also|read-?more|read-?also|more-stories|recommended|teasers?)(?:[\s_-]|$)/u;
const SHORTEST_HEADLINE = 8;
const LONGEST_HEADLINE = 250;
const TITLES = "h2, h3, h4, h5, h6, [class*=title], [class*=headline]";
const MAX_CLIMB = 4;
/** A block with more is a list of the site's, and each of its links costs a look at all others. */
const MOST_TEASERS = 100;

/** Takes the "see also" blocks out of the page and reads their teasers. */
export function takeRelatedBlocks(main: MainContent, base: string | null): PageLink[] {
  const links: PageLink[] = [];
  const { body } = main.document;
  for (const head of [...body.querySelectorAll(HEADS)]) {
    if (!body.contains(head) || head.closest("h1") !== null || !isListHead(textOf(head))) continue;
    for (const block of blocksBelow(head, main)) {
      if (isPageLine(textOf(head), "relatedHeads")) links.push(...readTeasers(block, base));
      block.remove();
    }
    head.remove();
  }
  for (const block of [...body.querySelectorAll("aside, section, ul, div")]) {
    if (!body.contains(block) || !MARKED.test(marksOf(block)) || main.holdsArticle(block)) continue;
    links.push(...readTeasers(block, base));
    block.remove();
  }
  for (const paragraph of [...body.querySelectorAll("p, div, li, blockquote")]) {
    const teaser = inlineTeaser(paragraph, base);
    if (teaser === null || !body.contains(paragraph)) continue;
    links.push(teaser);
    paragraph.remove();
  }
  return uniqueLinks(links);
}

/** The elements with links that follow a head, at the lowest level that has any. */
function blocksBelow(head: HtmlElement, main: MainContent): HtmlElement[] {
  let current: HtmlElement | null = head;
  for (let level = 0; current !== null && level < MAX_CLIMB && current !== main.document.body; level++) {
    const found: HtmlElement[] = [];
    for (
      let next = current.nextElementSibling;
      next !== null && isTeaserBlock(next, main);
      next = next.nextElementSibling
    ) {
      found.push(next);
    }
    if (found.some((block) => hasLink(block))) return found;
    current = current.parentElement;
    if (current !== null && main.holdsArticle(current)) break;
  }
  return [];
}

function isTeaserBlock(element: HtmlElement, main: MainContent): boolean {
  if (main.holdsArticle(element)) return false;
  if (/^(?:P|BLOCKQUOTE|H[1-6])$/u.test(element.tagName)) {
    if (element.tagName === "H1" || isListHead(textOf(element))) return false;
    return hasLink(element) && linkedLength(element) > 0.6 * textOf(element).length;
  }
  return hasLink(element) && !/^(?:FOOTER|FORM|FIGURE|NAV)$/u.test(element.tagName);
}

function hasLink(element: HtmlElement): boolean {
  return (
    (element.tagName === "A" && element.getAttribute("href") !== null) ||
    element.querySelector("a[href]") !== null
  );
}

function linkedLength(element: HtmlElement): number {
  return linksOf(element).reduce((sum, link) => sum + textOf(link).length, 0);
}

function linksOf(element: HtmlElement): HtmlElement[] {
  return [...(element.tagName === "A" ? [element] : []), ...element.querySelectorAll("a[href]")];
}

/** Teasers of a block: one for each address, with what else stands in its item. */
function readTeasers(block: HtmlElement, base: string | null): PageLink[] {
  const teasers: PageLink[] = [];
  const items = new Set(
    linksOf(block)
      .filter((link) => textOf(link).length >= SHORTEST_HEADLINE)
      .slice(0, MOST_TEASERS)
      .map((link) => itemOf(link, block)),
  );
  for (const item of items) {
    const teaser = readTeaser(item, base);
    if (teaser !== null) teasers.push(teaser);
  }
  return teasers;
}

/** The largest element around a link, within its block, that has links to no other article. */
function itemOf(link: HtmlElement, block: HtmlElement): HtmlElement {
  let item = link;
  while (item !== block && item.parentElement !== null && hasOneArticle(item.parentElement, link))
    item = item.parentElement;
  return item;
}

function hasOneArticle(element: HtmlElement, link: HtmlElement): boolean {
  const href = link.getAttribute("href");
  return linksOf(element).every(
    (each) => each.getAttribute("href") === href || textOf(each).length < SHORTEST_HEADLINE * 2,
  );
}

function readTeaser(item: HtmlElement, base: string | null): PageLink | null {
  const links = linksOf(item);
  const titled = [...item.querySelectorAll(TITLES)].map((heading) => textOf(heading));
  const linked = links.flatMap((link) =>
    link.querySelector("h2, h3, h4, h5, h6, p") === null ? [textOf(link)] : blockTexts(link),
  );
  const headline = [...titled, ...linked].find(
    (text) => text.length >= SHORTEST_HEADLINE && text.length <= LONGEST_HEADLINE,
  );
  if (headline === undefined || isPageFurniture(headline)) return null;
  const own = splitSectionHeadline(headline);
  const teaser: PageLink = {
    headline,
    alternativeHeadline: null,
    description: null,
    sectionName:
      textOf(item.querySelector("[class*=section], [class*=category], [class*=kicker], [class*=rubric]")) ||
      null,
    byline: null,
    url: absoluteUrl(links.find((link) => textOf(link).length > 0)?.getAttribute("href"), base),
  };
  const signed = textOf(item.querySelector("[class*=byline], [class*=author], [rel=author]"));
  if (signed !== "") teaser.byline = signed;
  for (const text of blockTexts(item)) addToTeaser(teaser, text);
  if (teaser.sectionName === null && own !== null && isPageLine(own.sectionName, "sections")) {
    teaser.sectionName = own.sectionName;
    teaser.headline = own.headline;
  }
  return teaser;
}

function addToTeaser(teaser: PageLink, text: string): void {
  if (isPageFurniture(text) || [teaser.headline, teaser.sectionName, teaser.byline].includes(text)) return;
  if (isSameText(text, teaser.headline) || parseDateLine(text, "UTC")?.rest === "") return;
  const twice = splitSectionHeadline(text);
  if (
    twice !== null &&
    (isSameText(twice.headline, teaser.headline) || isPageLine(twice.sectionName, "sections"))
  ) {
    teaser.sectionName ??= twice.sectionName;
  } else if (teaser.byline === null && parseByline(text, teaser.description !== null) !== null)
    teaser.byline = text;
  else if (isPageLine(text, "sections")) teaser.sectionName ??= text;
  else teaser.description ??= text;
}

/** «Διαβάστε επίσης: headline» in a paragraph of its own. */
function inlineTeaser(paragraph: HtmlElement, base: string | null): PageLink | null {
  const [link] = linksOf(paragraph);
  if (link === undefined || textOf(paragraph).length > LONGEST_HEADLINE) return null;
  const headline = inlineTeaserOf(textOf(paragraph));
  if (headline === null || linkedLength(paragraph) < 0.5 * headline.length) return null;
  return {
    headline,
    alternativeHeadline: null,
    description: null,
    sectionName: null,
    byline: null,
    url: absoluteUrl(link.getAttribute("href"), base),
  };
}
