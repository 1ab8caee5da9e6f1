import type { DocumentContext, PageDate, PageImage, Reader, ReadResult } from "../Page.js";
import { cleanOrNull } from "./cleanText.js";
import { parseDate } from "./dates.js";
import { absoluteUrl } from "./html.js";
import { itemPage, plainText, type ItemFacts } from "./itemPage.js";
import { problem } from "./problem.js";
import { wordPressItems } from "./wordPress.js";
import {
  childOf,
  childrenOf,
  childText,
  descendantsOf,
  innerMarkup,
  parseXml,
  xmlText,
  type XmlElement,
} from "./xml.js";

/** What a feed says of all its items. */
interface Feed {
  source: ItemFacts["source"];
  language: string | null;
  base: string | null;
  copyright: string | null;
  authors: string[];
}

const FEED = /<(?:rss|rdf:RDF|(?:atom:)?feed|channel)[\s>]/iu;

/** RSS 0.90 to 2.0 with its usual modules, RDF site summaries, Atom 0.3 and 1.0, and WordPress exports (WXR). */
export const feedReader: Reader = {
  format: "RSS",
  accepts(head) {
    return (
      /^\s*(?:<\?xml|<!--|<!doctype|<\?xml-stylesheet|<(?:rss|rdf:RDF|feed|atom:feed))/iu.test(head) &&
      FEED.test(head)
    );
  },
  *read(text, context) {
    const root = parseXml(text);
    const channel = [...descendantsOf(root, "channel")][0];
    const feed = [...descendantsOf(root, "feed", "atom:feed")][0];
    if (channel) yield* readRss(root, channel, context);
    else if (feed) yield* readAtom(feed, context);
    else yield { problem: problem("UNKNOWN_FORMAT", "The XML is no feed that Mitos knows.") };
  },
};

function* readRss(root: XmlElement, channel: XmlElement, context: DocumentContext): Generator<ReadResult> {
  const items = [...descendantsOf(root, "item")];
  if (descendantsOf(channel, "wp:wxr_version").next().done === false) {
    yield* wordPressItems(channel, items, context);
    return;
  }
  const title = plainText(childText(channel, "title"));
  const base = absoluteUrl(childText(channel, "link") ?? linkOf(channel), null);
  const feed: Feed = {
    source: title === null ? null : { name: title, url: base },
    language: childText(channel, "language", "dc:language"),
    base,
    copyright: childText(channel, "copyright", "dc:rights"),
    authors: [],
  };
  if (items.length === 0) yield { problem: problem("NO_TEXT", "The feed has no items.") };
  for (const item of items) yield itemPage(rssFacts(item, feed, context), "rss");
}

function rssFacts(item: XmlElement, feed: Feed, context: DocumentContext): ItemFacts {
  const guid = childOf(item, "guid");
  const permalink = guid?.attributes["isPermaLink"] === "false" ? null : cleanOrNull(xmlText(guid));
  const original = childOf(item, "source");
  const originalName = cleanOrNull(xmlText(original));
  const date = (...names: string[]): PageDate | null => firstDate(item, names, context.timeZone);
  const categories = childrenOf(item, "category").flatMap((category) => cleanOrNull(xmlText(category)) ?? []);
  return {
    format: "RSS",
    url:
      childText(item, "feedburner:origlink", "link") ??
      linkOf(item) ??
      item.attributes["rdf:about"] ??
      (permalink !== null && /^https?:/iu.test(permalink) ? permalink : null),
    base: feed.base,
    headline: childText(item, "title", "media:title", "dc:title"),
    description: raw(childOf(item, "description", "dc:description", "media:description", "atom:summary")),
    content: raw(childOf(item, "content:encoded", "xhtml:body", "body", "fulltext", "yandex:full-text")),
    published: date(
      "pubdate",
      "dc:date",
      "dcterms:created",
      "dcterms:issued",
      "atom:published",
      "prism:publicationdate",
    ),
    modified: date("atom:updated", "dcterms:modified", "prism:modificationdate"),
    authors: rssAuthors(item),
    source:
      originalName === null
        ? feed.source
        : {
            name: originalName,
            url:
              absoluteUrl(original?.attributes["url"], null) === null
                ? null
                : siteOf(original?.attributes["url"]),
          },
    section: categories[0] ?? null,
    keywords: [
      ...categories,
      ...(childText(item, "media:keywords", "itunes:keywords")?.split(/\s*,\s*/u) ?? []),
    ],
    images: imagesOf(item, feed.base),
    language: childText(item, "dc:language") ?? feed.language,
    commentCount: countOf(childText(item, "slash:comments")),
    copyrightNotice: childText(item, "dc:rights", "copyright", "media:copyright") ?? feed.copyright,
  };
}

/** `<author>` of RSS is an address with the name in brackets behind it; many feeds print the name alone. */
function rssAuthors(item: XmlElement): string[] {
  const names = [...childrenOf(item, "dc:creator", "author", "atom:author", "itunes:author")].flatMap(
    (author) => {
      const named = childText(author, "name", "atom:name");
      const text = named ?? cleanOrNull(xmlText(author)) ?? "";
      const bracketed = /\S+@\S+\s*\(([^()]+)\)/u.exec(text)?.[1];
      return bracketed ?? (/^\S+@\S+$/u.test(text) ? [] : text);
    },
  );
  return names.filter((name) => name !== "");
}

function* readAtom(feed: XmlElement, context: DocumentContext): Generator<ReadResult> {
  const base = linkOf(feed) ?? feed.attributes["xml:base"] ?? null;
  const title = textConstruct(childOf(feed, "title", "atom:title"));
  const about: Feed = {
    source: title === null ? null : { name: title, url: absoluteUrl(base, null) },
    language: feed.attributes["xml:lang"] ?? null,
    base: absoluteUrl(base, null),
    copyright: textConstruct(childOf(feed, "rights", "copyright")),
    authors: atomAuthors(feed),
  };
  const entries = childrenOf(feed, "entry", "atom:entry");
  if (entries.length === 0) yield { problem: problem("NO_TEXT", "The feed has no entries.") };
  for (const entry of entries) yield itemPage(atomFacts(entry, about, context), "atom");
}

function atomFacts(entry: XmlElement, feed: Feed, context: DocumentContext): ItemFacts {
  const id = childText(entry, "id", "atom:id");
  const own = childOf(entry, "source", "atom:source");
  const ownTitle = textConstruct(childOf(own, "title"));
  const date = (...names: string[]): PageDate | null => firstDate(entry, names, context.timeZone);
  const categories = childrenOf(entry, "category", "atom:category").flatMap(
    ({ attributes }) => cleanOrNull(attributes["label"] ?? attributes["term"]) ?? [],
  );
  const authors = atomAuthors(entry);
  return {
    format: "ATOM",
    url: linkOf(entry) ?? (id !== null && /^https?:/iu.test(id) ? id : null),
    base: entry.attributes["xml:base"] ?? feed.base,
    headline: textConstruct(childOf(entry, "title", "atom:title")) ?? childText(entry, "media:title"),
    description:
      construct(childOf(entry, "summary", "atom:summary")) ?? childText(entry, "media:description"),
    content: construct(childOf(entry, "content", "atom:content")),
    published:
      date("published", "atom:published", "issued", "created", "dc:date") ?? date("updated", "atom:updated"),
    modified: date("updated", "atom:updated", "modified"),
    authors: authors.length > 0 ? authors : feed.authors,
    source:
      ownTitle === null ? feed.source : { name: ownTitle, url: absoluteUrl(own ? linkOf(own) : null, null) },
    section: categories[0] ?? null,
    keywords: categories,
    images: imagesOf(entry, feed.base),
    language:
      entry.attributes["xml:lang"] ?? childOf(entry, "content")?.attributes["xml:lang"] ?? feed.language,
    commentCount: countOf(childText(entry, "slash:comments", "thr:total")),
    copyrightNotice: textConstruct(childOf(entry, "rights")) ?? feed.copyright,
  };
}

function atomAuthors(element: XmlElement): string[] {
  return childrenOf(element, "author", "atom:author", "dc:creator").flatMap(
    (author) => childText(author, "name", "atom:name") ?? cleanOrNull(xmlText(author)) ?? [],
  );
}

/** The article's own link: `rel` is alternate or missing. */
function linkOf(element: XmlElement): string | null {
  const links = childrenOf(element, "link", "atom:link").filter(
    ({ attributes }) => attributes["href"] !== undefined,
  );
  const own = links.filter(({ attributes }) => ["alternate", undefined].includes(attributes["rel"]));
  const html = own.find(({ attributes }) => /html/iu.test(attributes["type"] ?? "html"));
  return cleanOrNull((html ?? own[0])?.attributes["href"]);
}

/** A text construct of Atom as plain text or HTML. */
function construct(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const type = element.attributes["type"] ?? "text";
  const isMarkup = element.children.some((child) => typeof child !== "string");
  return type.includes("xhtml") || isMarkup ? innerMarkup(element) : raw(element);
}

function textConstruct(element: XmlElement | undefined): string | null {
  return plainText(construct(element));
}

function raw(element: XmlElement | undefined): string | null {
  if (element === undefined) return null;
  const isMarkup = element.children.some((child) => typeof child !== "string");
  const text = isMarkup ? innerMarkup(element) : xmlText(element);
  return text.trim() === "" ? null : text;
}

function firstDate(element: XmlElement, names: readonly string[], timeZone: string): PageDate | null {
  for (const name of names) {
    const text = childText(element, name);
    const date = text === null ? null : parseDate(text, timeZone);
    if (date !== null) return date;
  }
  return null;
}

function imagesOf(item: XmlElement, base: string | null): PageImage[] {
  const found: PageImage[] = [];
  const add = (url: string | undefined, of: XmlElement): void => {
    const address = absoluteUrl(url, base);
    if (address === null) return;
    found.push({
      url: address,
      caption: childText(of, "media:description", "media:text", "media:title"),
      creditText: childText(of, "media:credit"),
      altText: of.attributes["alt"] ?? null,
      width: countOf(of.attributes["width"] ?? null),
      height: countOf(of.attributes["height"] ?? null),
    });
  };
  for (const media of descendantsOf(item, "media:content")) {
    const { medium, type, url } = media.attributes;
    if (
      medium === "image" ||
      type?.startsWith("image/") === true ||
      /\.(?:jpe?g|png|webp|gif)(?:\?|$)/iu.test(url ?? "")
    )
      add(url, media);
  }
  for (const enclosure of [
    ...childrenOf(item, "enclosure"),
    ...childrenOf(item, "link").filter(({ attributes }) => attributes["rel"] === "enclosure"),
  ]) {
    if (enclosure.attributes["type"]?.startsWith("image/") === true)
      add(enclosure.attributes["url"] ?? enclosure.attributes["href"], enclosure);
  }
  if (found.length === 0) {
    for (const thumbnail of descendantsOf(item, "media:thumbnail"))
      add(thumbnail.attributes["url"] ?? xmlText(thumbnail), thumbnail);
  }
  const image = childOf(item, "image");
  if (found.length === 0 && image)
    add(childText(image, "url") ?? image.attributes["href"] ?? xmlText(image), image);
  return found;
}

function siteOf(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL("/", url).href : null;
}

function countOf(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/u.test(text) ? Number(text) : null;
}
