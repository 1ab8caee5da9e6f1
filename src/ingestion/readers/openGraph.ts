import type { PageImage } from "../Page.js";
import { splitNames, toAuthor } from "./byline.js";
import { cleanOrNull, cleanText } from "./cleanText.js";
import { absoluteUrl, type HtmlDocument } from "./html.js";
import { languageTag, noHtmlFacts, uniqueWords, type HtmlFacts, type HtmlPlace } from "./htmlFacts.js";
import { isSameText } from "./pageLine.js";
import { parseDate } from "./dates.js";

/** Reads the meta elements of the head: OpenGraph first, then the names that other tools look for. */
export function readOpenGraph(document: HtmlDocument, place: HtmlPlace): HtmlFacts {
  const metas = readMetas(document);
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const value = metas.get(name)?.[0];
      if (value !== undefined) return value;
    }
    return null;
  };
  const date = (...names: string[]): HtmlFacts["published"] => {
    const value = first(...names);
    return value === null ? null : parseDate(value, place.timeZone);
  };
  const siteName = first("og:site_name", "application-name");
  const title = first("og:title", "twitter:title");
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  const authors = [...(metas.get("author") ?? []), ...(metas.get("article:author") ?? [])]
    .filter((name) => !/^(?:https?:|@)/u.test(name))
    .flatMap(splitNames);
  return {
    ...noHtmlFacts(),
    headline: title === null ? null : withoutSiteName(title, siteName),
    description: first("og:description", "description", "twitter:description"),
    canonicalUrl: absoluteUrl(canonical, place.base) ?? absoluteUrl(first("og:url"), place.base),
    language: languageTag(first("og:locale", "content-language")),
    published: date(
      "article:published_time",
      "og:published_time",
      "datepublished",
      "date",
      "dc.date",
      "pubdate",
      "publish_date",
      "publish-date",
      "publication_date",
      "pub_date",
      "parsely-pub-date",
      "sailthru.date",
      "dc.date.issued",
      "dcterms.issued",
      "dcterms.created",
      "dcterms.date",
      "cxenseparse:recs:publishtime",
    ),
    modified: date("article:modified_time", "og:updated_time", "datemodified", "last-modified"),
    source: siteName === null ? null : { name: siteName, url: null },
    section: first("article:section"),
    authors: uniqueWords(authors).map((name) => toAuthor(name, siteName)),
    keywords: uniqueWords([
      ...(metas.get("article:tag") ?? []),
      ...(first("news_keywords", "keywords") ?? "").split(/\s*[,;]\s*/u),
    ]),
    copyrightNotice: first("copyright"),
    images: imagesOf(first("og:image", "og:image:url", "twitter:image"), first("og:image:alt"), metas, place),
  };
}

/** The site's name in a title that has the article's headline in front of it. */
export function siteNameIn(title: string, headline: string): string | null {
  const end = title.split(/\s+(?:[|–—•·»-]|::)\s+/u).at(-1) ?? "";
  const rest = withoutSiteName(title, end);
  return rest !== title && isSameText(rest, headline) && end.length <= 60 ? end : null;
}

/** A title without the site's name before or behind it. */
export function withoutSiteName(title: string, siteName: string | null): string {
  if (siteName === null) return title;
  const parts = title.split(/\s+(?:[|–—•·»-]|::)\s+/u);
  const [start = "", end = ""] = [parts[0], parts.at(-1)];
  if (parts.length < 2) return title;
  if (isSameText(end, siteName)) return title.slice(0, title.lastIndexOf(end)).replace(/[\s|–—•·»:-]+$/u, "");
  return isSameText(start, siteName) ? title.slice(start.length).replace(/^[\s|–—•·»:-]+/u, "") : title;
}

function imagesOf(
  address: string | null,
  altText: string | null,
  metas: ReadonlyMap<string, string[]>,
  place: HtmlPlace,
): PageImage[] {
  const url = absoluteUrl(address, place.base);
  if (url === null) return [];
  const size = (name: string): number | null => Number(metas.get(name)?.[0]) || null;
  return [
    {
      url,
      caption: null,
      creditText: null,
      altText,
      width: size("og:image:width"),
      height: size("og:image:height"),
    },
  ];
}

function readMetas(document: HtmlDocument): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const meta of document.querySelectorAll("meta")) {
    const name =
      meta.getAttribute("property") ??
      meta.getAttribute("name") ??
      meta.getAttribute("http-equiv") ??
      meta.getAttribute("itemprop");
    const content = cleanOrNull(meta.getAttribute("content"));
    if (name === null || content === null) continue;
    const key = cleanText(name).toLowerCase();
    metas.set(key, [...(metas.get(key) ?? []), content]);
  }
  return metas;
}
