import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { RelatedLink } from "../entities/RelatedLink.js";
import { addIdentities, articlesKnownAs } from "./findArticle.js";
import { addressIdentity, headlineIdentity, isOnSite } from "./identity.js";
import type { PageLink } from "./Page.js";
import { insertStub } from "./refreshStub.js";

/** The page that links, as far as its links need it. */
export interface LinkingPage {
  articleKey: number;
  /** Folded name of its source; "" when unknown. */
  sourceIdentity: string;
  /** Addresses of the page and of its source. */
  sites: readonly (string | null)[];
  /** Milliseconds since 1970. */
  now: number;
}

/** How sure a link's target is: by its address, or by its headline in the same source. */
const MATCH = { address: 1, headline: 0.9 };

/**
 * Stores the see-also teasers of a page, each with the article that it leads to: a known one, else a new stub, empty
 * until `refreshStub`.
 * @returns keys of the articles that it leads to
 */
export async function storeLinks(sql: Sql, page: LinkingPage, links: readonly PageLink[]): Promise<number[]> {
  const rows = new Map<number, object>();
  for (const link of links) {
    const key = await findTarget(sql, page, link);
    if (key === page.articleKey || rows.has(key)) continue;
    const { headline, description, sectionName, byline, url } = link;
    rows.set(key, {
      articleKey: page.articleKey,
      position: rows.size,
      headline,
      description,
      sectionName,
      byline,
      url,
      targetKey: key,
      matchScore: addressIdentity(url) === null ? MATCH.headline : MATCH.address,
    });
  }
  await insertRows(sql, RelatedLink, [...rows.values()]);
  return [...rows.keys()];
}

async function findTarget(sql: Sql, page: LinkingPage, link: PageLink): Promise<number> {
  const address = addressIdentity(link.url);
  const [addressed] = address === null ? [] : await articlesKnownAs(sql, [address]);
  if (addressed) return addressed.key;
  const sourceIdentity = isOnSite(link.url, page.sites) ? page.sourceIdentity : "";
  const headlines = [link.headline, link.alternativeHeadline]
    .filter((headline) => headline !== null)
    .map((headline) => headlineIdentity(sourceIdentity, headline));
  const named = await articlesKnownAs(sql, headlines);
  if (address === null) {
    const [target] = named;
    if (target === undefined) return insertStub(sql, link, headlines, page.now);
    if (target.isStub) await addIdentities(sql, target.key, headlines);
    return target.key;
  }
  // Articles with two addresses are two; one without an address is a text dump, which does not know its own.
  const target = named.find(({ url }) => url === null);
  if (target === undefined) return insertStub(sql, link, [address, ...headlines], page.now);
  await addIdentities(sql, target.key, [address, ...headlines]);
  await sql.all("UPDATE article SET url = ?, identity = ? WHERE key = ?", [link.url, address, target.key]);
  return target.key;
}

/** Lets all links to a stub lead to the article that it turned out to be. */
export async function moveLinks(sql: Sql, from: number, to: number): Promise<void> {
  await sql.all(
    "DELETE FROM related_link WHERE target_key = ? AND (article_key = ? OR article_key IN (SELECT article_key FROM related_link WHERE target_key = ?))",
    [from, to, to],
  );
  await sql.all("UPDATE related_link SET target_key = ? WHERE target_key = ?", [to, from]);
}
