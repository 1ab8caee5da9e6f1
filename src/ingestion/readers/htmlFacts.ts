import type { PageAuthor, PageCorrection, PageDate, PageImage } from "../Page.js";

/** What one layer of a page (JSON-LD, OpenGraph, what is visible) says about its article. */
export interface HtmlFacts {
  headline: string | null;
  alternativeHeadlines: string[];
  description: string | null;
  canonicalUrl: string | null;
  language: string | null;
  published: PageDate | null;
  modified: PageDate | null;
  source: { name: string; url: string | null } | null;
  section: string | null;
  byline: string | null;
  authors: PageAuthor[];
  keywords: string[];
  commentCount: number | null;
  copyrightNotice: string | null;
  images: PageImage[];
  corrections: PageCorrection[];
  /** The whole text, where a layer has it. */
  articleBody: string[];
}

/** Where a page is from, for addresses and dates that need it. */
export interface HtmlPlace {
  /** Address that relative ones are resolved against. */
  base: string | null;
  timeZone: string;
}

/** Facts of a layer that says nothing. */
export function noHtmlFacts(): HtmlFacts {
  return {
    headline: null,
    alternativeHeadlines: [],
    description: null,
    canonicalUrl: null,
    language: null,
    published: null,
    modified: null,
    source: null,
    section: null,
    byline: null,
    authors: [],
    keywords: [],
    commentCount: null,
    copyrightNotice: null,
    images: [],
    corrections: [],
    articleBody: [],
  };
}

/** A language tag in its canonical form; null for what is none. */
export function languageTag(text: string | null | undefined): string | null {
  const stated = text?.trim() ?? "";
  if (stated === "") return null;
  let tag = tags.get(stated);
  if (tag === undefined) {
    if (tags.size >= MOST_TAGS) tags.clear();
    tags.set(stated, (tag = canonicalTag(stated)));
  }
  return tag;
}

/** What pages stated before: there are few, and asking for their canonical form takes long. */
const tags = new Map<string, string | null>();
const MOST_TAGS = 1000;

function canonicalTag(stated: string): string | null {
  try {
    return Intl.getCanonicalLocales(stated.replaceAll("_", "-"))[0] ?? null;
  } catch {
    return null;
  }
}

/** Each keyword once, in the order of the page. */
export function uniqueWords(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word !== ""))];
}
