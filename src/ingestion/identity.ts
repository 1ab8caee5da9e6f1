import { fold } from "../annotation/text/fold.js";
import { romanize } from "../annotation/text/romanize.js";
import { normalizeUrl } from "../entities/normalizeUrl.js";
import type { Page } from "./Page.js";

/** Words of a name or headline without case, marks and punctuation: equal keys, same name. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Headline of a source's article, as a key that a teaser and its page share. */
export function headlineIdentity(sourceIdentity: string, headline: string): string {
  return `headline:${sourceIdentity}|${nameKey(headline)}`;
}

/** Identity of what has an address; null when it is no http(s) address. */
export function addressIdentity(url: string | null): string | null {
  const address = normalizeUrl(url);
  return address === null ? null : `url:${address}`;
}

/** What a page is known by. */
export interface PageIdentities {
  /** What makes it this page, the first one for good: its addresses; without one its source, headline and day. */
  own: string[];
  /** What a teaser may call it: its headlines. */
  headlines: string[];
  hasAddress: boolean;
}

/** @param document names the file and its bytes: a page without an address is the same again in another context. */
export function pageIdentities(page: Page, sourceIdentity: string, document: string): PageIdentities {
  const addresses = [page.canonicalUrl, page.url]
    .map(addressIdentity)
    .filter((identity) => identity !== null);
  const day = page.datePublished === null ? "" : new Date(page.datePublished.time).toISOString().slice(0, 10);
  const named = `text:${sourceIdentity}|${nameKey(page.headline)}|${day}`;
  return {
    own: addresses.length > 0 ? [...new Set(addresses)] : [named, `file:${document}`],
    headlines: [page.headline, ...page.alternativeHeadlines].map((text) =>
      headlineIdentity(sourceIdentity, text),
    ),
    hasAddress: addresses.length > 0,
  };
}

/**
 * Whether an address is on one of the sites, or on another host of the same domain. True where that cannot be told.
 */
export function isOnSite(url: string | null, sites: readonly (string | null)[]): boolean {
  const host = hostOf(url);
  const hosts = sites.map(hostOf).filter((site) => site !== null);
  if (host === null || hosts.length === 0) return true;
  return hosts.some((site) => host === site || host.endsWith(`.${site}`) || site.endsWith(`.${host}`));
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./u, "") : null;
}

/** Readable part of an address in Latin letters, at most 80 characters; `untitled` when nothing is left. */
export function slugify(text: string): string {
  const slug = romanize(text)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/['’\p{M}]/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/gu, "");
  return slug === "" ? "untitled" : slug;
}

/** A slug that another has already, with the start of its owner's ID behind it. */
export function uniqueSlug(slug: string, id: string): string {
  return `${slug}-${id.slice(1, 9).toLowerCase().replace(/[_-]/gu, "0")}`;
}

/** Slug of the last readable part of an address, else of the headline. */
export function articleSlug(address: string | null, headline: string): string {
  const path = address !== null && URL.canParse(address) ? new URL(address).pathname : "";
  const segment = path
    .split("/")
    .map(decoded)
    .findLast((each) => /\p{L}{3}/u.test(each));
  return slugify(segment?.replace(/\.\w{2,5}$/u, "") ?? headline);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Old Greek sites percent-encode windows-1253.
    return segment.replace(/%[0-9a-f]{2}/giu, "");
  }
}
