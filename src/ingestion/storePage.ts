import { createHash } from "node:crypto";
import type { Annotation } from "../annotation/types.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import type { ArticleWords } from "./articleWords.js";
import { addIdentities, findArticle, type KnownArticle } from "./findArticle.js";
import { articleSlug, headlineIdentity, nameKey, pageIdentities } from "./identity.js";
import type { Page } from "./Page.js";
import type { PageSource } from "./SourceContext.js";
import { storeAuthors, storeCredits, storeImages, storeSection, storeSource } from "./storeCredits.js";
import { removeGraph, storeGraph } from "./storeGraph.js";
import { moveLinks, storeLinks } from "./storeLinks.js";
import { readCorrections } from "./readCorrections.js";
import { forgetVersion, hasTexts, keepOlder, keepVersion, knownVersion } from "./keepVersion.js";
import { refreshStub, type StubTools } from "./refreshStub.js";
import { creditsBefore, forgetUnused } from "./forgetUnused.js";
import { insertArticle, removeArticle, updateArticle, type ArticleFields } from "./articles.js";

/** A page ready to be stored. Its annotation belongs to the parts that `pageParts` gives. */
export interface PreparedPage extends StubTools {
  page: Page;
  annotation: Annotation;
  words: ArticleWords;
  /** 0..1. */
  languageConfidence: number;
  source: PageSource | null;
  /** The document that it was read from: its path, and a hash of path and bytes. */
  document: { name: string; hash: string };
  rawKey: number;
  /** Milliseconds since 1970. */
  now: number;
  /** Build the article anew, even if the page says nothing new. */
  isAnew?: boolean;
}

/**
 * What became of a page. A duplicate is another document with the content of an article that is already there; an
 * unchanged page was read from this document before.
 */
export type Outcome = "created" | "updated" | "unchanged" | "duplicate";

/** What became of a page, and its article. */
export interface Stored {
  outcome: Outcome;
  articleKey: number;
}

/** Another format of an article that has fewer than this share of its words does not replace it. */
const LESS = 0.8;

/**
 * Stores one page and everything that follows from it, within the caller's transaction: the article (new, changed
 * or a stub that its page fills), its parts, mentions and edges, and a stub for each unknown see-also teaser.
 */
export async function storePage(sql: Sql, prepared: PreparedPage): Promise<Stored> {
  const { page, source } = prepared;
  const sourceIdentity = source === null ? "" : nameKey(source.name);
  const identities = pageIdentities(page, sourceIdentity, prepared.document.hash);
  const { article, others } = await findArticle(sql, identities);
  const contentHash = hashOf(prepared);
  if (
    article !== null &&
    !article.isStub &&
    article.contentHash === contentHash &&
    prepared.isAnew !== true
  ) {
    return { outcome: await outcomeOfSame(sql, article, prepared), articleKey: article.key };
  }
  if (article !== null && !article.isStub && saysLess(prepared, article))
    return { outcome: "duplicate", articleKey: article.key };
  const version = article === null ? "NEWER" : await versionOf(sql, article, prepared, contentHash);
  if (article !== null && version !== "NEWER" && version !== "CHANGED")
    return { outcome: version, articleKey: article.key };
  const before = article === null ? null : await creditsBefore(sql, article);
  const sourceKey = source === null ? null : await storeSource(sql, source);
  const sectionKey = page.section === null ? null : await storeSection(sql, page.section, sourceKey);
  const text = [page.lead ?? "", ...page.paragraphs].join(" ");
  const fields = {
    ...articleFields(prepared, text),
    changedAt:
      version === "CHANGED" && page.dateModified === null ? prepared.now : (article?.changedAt ?? null),
    // A page without an address does not take away the one that links to it taught.
    identity:
      (article !== null && article.url !== null && !identities.hasAddress
        ? article.identity
        : identities.own[0]) ?? "",
    headlineIdentity: headlineIdentity(sourceIdentity, page.headline),
    url: page.url ?? page.canonicalUrl ?? article?.url ?? null,
    sourceKey,
    sectionKey,
    contentHash,
  };
  const key = await writeArticle(sql, article, fields);
  await addIdentities(sql, key, [...identities.own, ...identities.headlines]);
  const isNew = article === null;
  await storeImages(sql, key, page.images, isNew);
  await storeAuthors(sql, key, page.authors, isNew);
  await storeCredits(sql, key, page.infoSources, isNew);
  const { annotation, words, entityKeys } = prepared;
  await storeGraph(sql, key, fields.sortDate, annotation, words, entityKeys, isNew);
  for (const stub of others) {
    await moveLinks(sql, stub.key, key);
    await removeArticle(sql, stub.key, stub.sortDate);
  }
  const sites = [fields.url, source?.url ?? null];
  const linking = { articleKey: key, sourceIdentity, sites, now: prepared.now };
  const targets = await storeLinks(sql, linking, page.relatedLinks);
  for (const target of new Set([...(before?.targetKeys ?? []), ...targets])) {
    await refreshStub(sql, target, prepared);
  }
  if (before !== null) await forgetUnused(sql, before);
  return { outcome: article === null || article.isStub ? "created" : "updated", articleKey: key };
}

/**
 * Which version of a known article a page is, if its texts are others: the newest ("CHANGED"), so that the one before is kept as a revision;
 * or an older one, which is kept beside it ("updated") unless it is there ("unchanged", "duplicate"). Of two versions that state when
 * they were changed, that decides; else the one that comes later is the newer, but for a copy that states no change beside one
 * that does. Another format of the article, or its document read again, is no version.
 */
async function versionOf(
  sql: Sql,
  article: KnownArticle,
  { page, annotation, entityKeys, document, rawKey, now, isAnew = false }: PreparedPage,
  contentHash: string,
): Promise<"NEWER" | "CHANGED" | Outcome> {
  if (article.isStub || isAnew || article.format !== page.format) return "NEWER";
  const current = await documentName(sql, article.rawKey);
  const known = await knownVersion(sql, article.key, contentHash);
  const isSameFile = current === document.name;
  // A file that says again what it said before was changed back.
  if (known !== null && !isSameFile) return known.name === document.name ? "unchanged" : "duplicate";
  const modifiedAt = page.dateModified?.time ?? null;
  const isSameText = await hasTexts(sql, article.key, annotation.parts);
  const isOlder =
    !isSameFile &&
    article.dateModified !== null &&
    (modifiedAt === null || modifiedAt < article.dateModified);
  if (isOlder && isSameText) return "duplicate";
  if (!isOlder) {
    // Another section or outlet alone makes no version.
    if (isSameText) return "NEWER";
    await keepVersion(sql, article);
    if (known !== null) await forgetVersion(sql, article.key, contentHash);
    return "CHANGED";
  }
  const older = { contentHash, headline: page.headline, modifiedAt, observedAt: now, rawKey };
  await keepOlder(sql, article.key, older, annotation, entityKeys);
  return "updated";
}

/** A feed or sitemap tells less of an article than its page: what is there stays. */
function saysLess({ page }: PreparedPage, { format, wordCount }: KnownArticle): boolean {
  return (
    page.format !== format && wordsOf([page.lead ?? "", ...page.paragraphs].join(" ")) < wordCount * LESS
  );
}

function wordsOf(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== "").length;
}

/** SHA-256 of all that is stored of a page: what a reader understood, its source and its language. */
function hashOf({ page, source, annotation }: PreparedPage): string {
  // A saved page knows its address from itself, one of a web archive from outside.
  const known = { ...page, url: page.url ?? page.canonicalUrl };
  return createHash("sha256")
    .update(JSON.stringify([known, source, annotation.language]))
    .digest("hex");
}

async function outcomeOfSame(sql: Sql, article: KnownArticle, { document }: PreparedPage): Promise<Outcome> {
  return (await documentName(sql, article.rawKey)) === document.name ? "unchanged" : "duplicate";
}

async function documentName(sql: Sql, rawKey: number | null): Promise<string | null> {
  const raw = await sql.first<{ name: string }>("SELECT name FROM raw_document WHERE key = ?", [rawKey]);
  return raw?.name ?? null;
}

type StatedFields = Omit<
  ArticleFields,
  "identity" | "headlineIdentity" | "url" | "sourceKey" | "sectionKey" | "contentHash" | "changedAt"
>;

function articleFields(
  { page, annotation, languageConfidence, rawKey, now }: PreparedPage,
  text: string,
): StatedFields {
  const corrections = [
    ...(page.corrections ?? []),
    ...readCorrections([page.lead ?? "", ...page.paragraphs]),
  ];
  return {
    corrections: JSON.stringify(
      corrections.map(({ text: said, date }) => ({ text: said, time: date?.time ?? null })),
    ),
    canonicalUrl: page.canonicalUrl,
    isStub: false,
    headline: page.headline,
    alternativeHeadlines: JSON.stringify(page.alternativeHeadlines),
    description: page.lead,
    inLanguage: annotation.language,
    languageConfidence,
    wordCount: wordsOf(text),
    commentCount: page.commentCount,
    datePublished: page.datePublished?.time ?? null,
    datePublishedPrecision: page.datePublished?.precision ?? "UNKNOWN",
    dateModified: page.dateModified?.time ?? null,
    sortDate: page.datePublished?.time ?? UNDATED,
    ingestedAt: now,
    byline: page.byline,
    keywords: JSON.stringify(page.keywords),
    copyrightNotice: page.copyrightNotice,
    format: page.format,
    fields: JSON.stringify(page.fields),
    rawKey,
  };
}

async function writeArticle(sql: Sql, known: KnownArticle | null, fields: ArticleFields): Promise<number> {
  if (known === null)
    return insertArticle(sql, fields, articleSlug(fields.canonicalUrl ?? fields.url, fields.headline));
  await removeGraph(sql, known.key, known.sortDate);
  await updateArticle(sql, known.key, fields);
  return known.key;
}
