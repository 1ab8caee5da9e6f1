import type { PageLink } from "../Page.js";
import { bareText } from "./pageLine.js";

/** Each teaser once: a page may name an article in its text and again below it, with more or less about it. */
export function uniqueLinks(links: readonly PageLink[]): PageLink[] {
  const unique: PageLink[] = [];
  const byUrl = new Map<string, PageLink>();
  const byHeadline = new Map<string, PageLink>();
  for (const link of links) {
    const headline = bareText(link.headline);
    const known = (link.url === null ? undefined : byUrl.get(link.url)) ?? byHeadline.get(headline);
    const kept = known ?? { ...link };
    if (known === undefined) unique.push(kept);
    kept.alternativeHeadline ??= link.alternativeHeadline;
    kept.description ??= link.description;
    kept.sectionName ??= link.sectionName;
    kept.byline ??= link.byline;
    kept.url ??= link.url;
    byHeadline.set(headline, kept);
    if (link.url !== null) byUrl.set(link.url, kept);
  }
  return unique;
}
