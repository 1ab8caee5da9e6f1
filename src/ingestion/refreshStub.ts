import { createHash } from "node:crypto";
import type { Annotation } from "../annotation/types.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import type { SourceFormat } from "../entities/enums.js";
import { articleWords } from "./articleWords.js";
import { addIdentities } from "./findArticle.js";
import { articleSlug, headlineIdentity, isOnSite, nameKey } from "./identity.js";
import type { PageLink } from "./Page.js";
import { storeSection } from "./storeCredits.js";
import { removeGraph, storeGraph } from "./storeGraph.js";
import { insertArticle, removeArticle, updateArticle, type ArticleFields } from "./articles.js";

/** Annotates what a teaser says of its article. */
export type AnnotateTeaser = (
  teaser: Pick<PageLink, "headline" | "description">,
  language: string,
) => Annotation;

/** What writing a stub needs beside the teasers in the database. */
export interface StubTools {
  annotateTeaser: AnnotateTeaser;
  /** Key of each knowledge base entity. */
  entityKeys: ReadonlyMap<string, number>;
}

/** Inserts the stub of a teaser, with nothing but its headline yet. */
export async function insertStub(
  sql: Sql,
  link: PageLink,
  identities: readonly string[],
  now: number,
): Promise<number> {
  const key = await insertArticle(
    sql,
    { ...emptyStub(identities[0] ?? "", link.headline, now), url: link.url },
    articleSlug(link.url, link.headline),
  );
  await addIdentities(sql, key, identities);
  return key;
}

/** A teaser as stored, with the page that prints it. */
interface Teaser {
  headline: string;
  description: string | null;
  sectionName: string | null;
  byline: string | null;
  url: string | null;
  language: string;
  languageConfidence: number | null;
  format: SourceFormat;
  rawKey: number | null;
  pageUrl: string | null;
  pageIdentity: string;
  sourceKey: number | null;
  sourceUrl: string | null;
  sourceIdentity: string | null;
}

/**
 * Writes a stub as the teasers that lead to it say now, whichever came first; a stub that no teaser leads to any more
 * is removed. An article with a page of its own stays as it is.
 */
export async function refreshStub(sql: Sql, key: number, tools: StubTools): Promise<void> {
  const stub = await sql.first<{ identity: string; contentHash: string; ingestedAt: number }>(
    `SELECT identity, content_hash AS "contentHash", ingested_at AS "ingestedAt" FROM article WHERE key = ? AND is_stub = ?`,
    [key, true],
  );
  if (stub === null) return;
  const teasers = (await teasersOf(sql, key)).sort(compareTeasers);
  const [best] = teasers;
  if (best === undefined) {
    await removeArticle(sql, key, UNDATED);
    return;
  }
  const url = teasers.map((teaser) => teaser.url).sort(nullsLast)[0] ?? null;
  const { rawKey, ...said } = best;
  const contentHash = createHash("sha256")
    .update(JSON.stringify([said, url]))
    .digest("hex");
  if (contentHash === stub.contentHash) return;
  const isOwn = isOnSite(url, [best.pageUrl, best.sourceUrl]);
  const sourceKey = isOwn ? best.sourceKey : null;
  const annotation = tools.annotateTeaser(best, best.language);
  const others = teasers
    .map(({ headline }) => headline)
    .filter((text) => nameKey(text) !== nameKey(best.headline));
  await removeGraph(sql, key, UNDATED);
  await updateArticle(sql, key, {
    ...emptyStub(stub.identity, best.headline, stub.ingestedAt),
    headlineIdentity: headlineIdentity(isOwn ? (best.sourceIdentity ?? "") : "", best.headline),
    alternativeHeadlines: JSON.stringify([...new Set(others)].sort()),
    url,
    description: best.description,
    inLanguage: annotation.language,
    languageConfidence: best.languageConfidence,
    sourceKey,
    sectionKey: best.sectionName === null ? null : await storeSection(sql, best.sectionName, sourceKey),
    byline: best.byline,
    contentHash,
    format: best.format,
    rawKey,
  });
  await storeGraph(sql, key, UNDATED, annotation, articleWords(annotation, true), tools.entityKeys);
}

function teasersOf(sql: Sql, key: number): Promise<Teaser[]> {
  return sql.all<Teaser>(
    `SELECT l.headline, l.description, l.section_name AS "sectionName", l.byline, l.url, a.in_language AS "language", ` +
      `a.language_confidence AS "languageConfidence", a.format, a.raw_key AS "rawKey", a.url AS "pageUrl", a.identity AS "pageIdentity", ` +
      `a.source_key AS "sourceKey", s.url AS "sourceUrl", s.identity AS "sourceIdentity" ` +
      `FROM related_link l JOIN article a ON a.key = l.article_key LEFT JOIN source s ON s.key = a.source_key ` +
      `WHERE l.target_key = ?`,
    [key],
  );
}

/** The teaser that says most comes first; of equal ones always the same, whichever page was read first. */
function compareTeasers(a: Teaser, b: Teaser): number {
  const said = ({ description, sectionName, byline }: Teaser): number =>
    [description, sectionName, byline].filter((text) => text !== null).length;
  const words = (teaser: Teaser): string =>
    JSON.stringify([teaser.headline, teaser.description, teaser.sectionName, teaser.byline, teaser.language]);
  return (
    said(b) - said(a) ||
    (b.description?.length ?? 0) - (a.description?.length ?? 0) ||
    (words(a) + a.pageIdentity < words(b) + b.pageIdentity ? -1 : 1)
  );
}

function nullsLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : 1;
}

function emptyStub(identity: string, headline: string, ingestedAt: number): ArticleFields {
  return {
    identity,
    headlineIdentity: headlineIdentity("", headline),
    url: null,
    canonicalUrl: null,
    isStub: true,
    headline,
    alternativeHeadlines: "[]",
    description: null,
    inLanguage: "und",
    languageConfidence: null,
    wordCount: 0,
    commentCount: null,
    datePublished: null,
    datePublishedPrecision: "UNKNOWN",
    dateModified: null,
    sortDate: UNDATED,
    ingestedAt,
    sourceKey: null,
    sectionKey: null,
    byline: null,
    keywords: "[]",
    copyrightNotice: null,
    contentHash: "",
    format: "HTML",
    fields: JSON.stringify([{ field: "headline", from: "teaser", confidence: 1 }]),
    rawKey: null,
    changedAt: null,
    corrections: "[]",
  };
}
