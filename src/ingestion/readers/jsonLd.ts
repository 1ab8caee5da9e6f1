import type { PageAuthor, PageCorrection, PageImage } from "../Page.js";
import { splitNames, toAuthor } from "./byline.js";
import { cleanOrNull } from "./cleanText.js";
import { absoluteUrl, parseHtml, type HtmlDocument } from "./html.js";
import { blockTexts } from "./textBlocks.js";
import { languageTag, noHtmlFacts, uniqueWords, type HtmlFacts, type HtmlPlace } from "./htmlFacts.js";
import { isSameText, wordOverlap } from "./pageLine.js";
import { splitPhotoCredit } from "./photoCredit.js";
import { parseDate } from "./dates.js";

type Json = Record<string, unknown>;

const ARTICLE = /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|ScholarlyArticle)$/u;
const MAX_DEPTH = 12;

/** Reads the page's schema.org article; of several, the one that is about this page. */
export function readJsonLd(document: HtmlDocument, place: HtmlPlace, headline: string | null): HtmlFacts {
  const nodes = readNodes(document);
  const byId = new Map(
    nodes
      .filter((node) => !isReference(node))
      .flatMap((node) => (typeof node["@id"] === "string" ? [[node["@id"], node] as const] : [])),
  );
  const resolve = (value: unknown): unknown =>
    isReference(value) ? (byId.get(value["@id"]) ?? value) : value;
  const article = chooseArticle(nodes.filter(isArticle), place, headline);
  if (article === null) return noHtmlFacts();
  const all = (name: string): unknown[] => list(article[name]).map(resolve);
  const first = (name: string): string | null => textsOf(all(name))[0] ?? null;
  const date = (name: string): HtmlFacts["published"] => {
    const value = first(name);
    return value === null ? null : parseDate(value, place.timeZone);
  };
  const publisher = all("publisher").find(isObject) ?? null;
  const publisherName = nameOf(publisher);
  return {
    headline: first("headline") ?? first("name"),
    alternativeHeadlines: textsOf([...all("alternativeHeadline"), ...all("alternateName")]),
    description: first("description") ?? first("abstract"),
    canonicalUrl: absoluteUrl(addressOf(article), place.base),
    language: languageTag(first("inLanguage") ?? nameOf(all("inLanguage")[0], "alternateName")),
    published: date("datePublished") ?? date("dateCreated"),
    modified: date("dateModified"),
    source:
      publisherName === null
        ? null
        : { name: publisherName, url: absoluteUrl(text(publisher?.["url"]), place.base) },
    section: first("articleSection") ?? breadcrumbSection(nodes, first("headline")),
    byline: null,
    authors: [...all("author"), ...all("creator")]
      .flatMap((author) => authorsOf(author, publisherName))
      .filter(isFirst),
    keywords: uniqueWords(textsOf(all("keywords"), "name").flatMap((words) => words.split(/\s*[,;]\s*/u))),
    commentCount: number(article["commentCount"]) ?? interactions(all("interactionStatistic")),
    copyrightNotice: first("copyrightNotice"),
    images: all("image").flatMap((image) => imageOf(image, place)),
    corrections: all("correction").flatMap((value) => correctionOf(value, place.timeZone)),
    articleBody: paragraphsOf(article["articleBody"]),
  };
}

/** All objects of the page's scripts, those in `@graph`, lists and main entities too. */
function readNodes(document: HtmlDocument): Json[] {
  const nodes: Json[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (Array.isArray(value)) for (const each of value) visit(each, depth + 1);
    else if (isObject(value)) {
      nodes.push(value);
      for (const name of ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher", "image"])
        visit(value[name], depth + 1);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    visit(parse(script.textContent ?? ""), 0);
  return nodes;
}

/** JSON as pages have it: with comments around it, raw line breaks in strings, commas too many. */
function parse(script: string): unknown {
  const json = script.replace(
    /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/gu,
    "",
  );
  for (const attempt of [json, json.replace(/[\u0000-\u001f]+/gu, " ").replace(/,\s*(?=[}\]])/gu, "")]) {
    try {
      return JSON.parse(attempt) as unknown;
    } catch {
      // The second attempt may do; without it the page has no JSON-LD.
    }
  }
  return null;
}

function chooseArticle(articles: readonly Json[], place: HtmlPlace, headline: string | null): Json | null {
  const own = articles.find(
    (article) => place.base !== null && absoluteUrl(addressOf(article), place.base) === place.base,
  );
  const score = (article: Json): number =>
    headline === null ? 0 : wordOverlap(headline, text(article["headline"]) ?? "");
  return own ?? [...articles].sort((a, b) => score(b) - score(a))[0] ?? null;
}

function addressOf(article: Json): string | null {
  const page = article["mainEntityOfPage"];
  return (
    text(article["url"]) ?? text(page) ?? (isObject(page) ? (text(page["@id"]) ?? text(page["url"])) : null)
  );
}

function authorsOf(value: unknown, publisher: string | null): PageAuthor[] {
  if (typeof value === "string") {
    const name = cleanOrNull(value)?.replace(/^by\s+/iu, "") ?? null;
    return name === null || /^https?:/u.test(name)
      ? []
      : splitNames(name).map((each) => toAuthor(each, publisher));
  }
  if (!isObject(value)) return [];
  const isOrganization = list(value["@type"]).some(
    (type) => typeof type === "string" && /Organization$/u.test(type),
  );
  return textsOf(list(value["name"])).flatMap((name) => {
    const author = toAuthor(name, publisher);
    return [isOrganization && author.kind === "PERSON" ? { name, kind: "DESK" as const } : author];
  });
}

function isFirst(author: PageAuthor, index: number, all: readonly PageAuthor[]): boolean {
  return all.findIndex(({ name }) => isSameText(name, author.name)) === index;
}

function imageOf(value: unknown, place: HtmlPlace): PageImage[] {
  const image = isObject(value) ? value : { url: value };
  const url = absoluteUrl(text(image["url"]) ?? text(image["contentUrl"]) ?? text(image["@id"]), place.base);
  const { caption, creditText } = splitPhotoCredit(plain(image["caption"]) ?? "");
  const credit = plain(image["creditText"]) ?? nameOf(image["creator"]) ?? creditText;
  if (url === null && caption === null) return [];
  const size = (name: string): number | null => number(image[name]);
  return [{ url, caption, creditText: credit, altText: null, width: size("width"), height: size("height") }];
}

/** A `CorrectionComment` of schema.org, or its text; an address says nothing of itself. */
function correctionOf(value: unknown, timeZone: string): PageCorrection[] {
  const comment = isObject(value) ? value : { text: value };
  const said = plain(comment["text"]) ?? plain(comment["description"]);
  if (said === null || /^https?:/u.test(said)) return [];
  const date = text(comment["datePublished"]);
  return [{ text: said, date: date === null ? null : parseDate(date, timeZone) }];
}

function breadcrumbSection(nodes: readonly Json[], headline: string | null): string | null {
  const crumbs = nodes.find((node) => list(node["@type"]).includes("BreadcrumbList"));
  const names = list(crumbs?.["itemListElement"]).map(
    (item) => nameOf(item) ?? (isObject(item) ? nameOf(item["item"]) : null),
  );
  const inner = names.slice(1).filter((name) => name !== null && !isSameText(name, headline ?? ""));
  return inner.at(-1) ?? null;
}

function interactions(statistics: readonly unknown[]): number | null {
  const comments = statistics
    .filter(isObject)
    .find(({ interactionType: type }) =>
      /CommentAction$/u.test(isObject(type) ? (text(type["@type"]) ?? "") : (text(type) ?? "")),
    );
  return number(comments?.["userInteractionCount"]);
}

function paragraphsOf(value: unknown): string[] {
  const body = text(value);
  if (body === null) return [];
  if (/<(?:p|br|div)\b/iu.test(body)) return blockTexts(parseHtml(body).body);
  return body.split(/\n+/u).flatMap((line) => plain(line) ?? []);
}

function textsOf(values: readonly unknown[], property = "name"): string[] {
  return values.flatMap(
    (value) =>
      plain(value) ?? (isObject(value) ? (plain(value[property]) ?? plain(value["@value"]) ?? []) : []),
  );
}

/** A clean text without the markup and the entities that some systems leave in their JSON. */
function plain(value: unknown): string | null {
  const raw = text(value);
  return raw === null
    ? null
    : cleanOrNull(/<\/?[a-z]|&#?\w+;/iu.test(raw) ? blockTexts(parseHtml(raw).body).join(" ") : raw);
}

function nameOf(value: unknown, property = "name"): string | null {
  return isObject(value) ? plain(value[property]) : plain(value);
}

function number(value: unknown): number | null {
  const found = typeof value === "string" ? Number.parseInt(value, 10) : value;
  return typeof found === "number" && Number.isSafeInteger(found) && found >= 0 ? found : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function list(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]).flat() : [value];
}

/** Is this object of JSON-LD an article of any kind? */
export function isArticle(node: Json): boolean {
  return list(node["@type"]).some((type) => typeof type === "string" && ARTICLE.test(type));
}

/** `{"@id": "…"}` stands for the object with that name. */
function isReference(value: unknown): value is { "@id": string } {
  return isObject(value) && Object.keys(value).length === 1 && typeof value["@id"] === "string";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
