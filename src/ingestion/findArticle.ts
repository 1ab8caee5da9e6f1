import type { Sql } from "../db/Sql.js";
import type { PageIdentities } from "./identity.js";
import type { SourceFormat } from "./Page.js";

/** What must be known of an article to write it anew or to link to it. */
export interface KnownArticle {
  key: number;
  isStub: boolean;
  identity: string;
  url: string | null;
  contentHash: string;
  sortDate: number;
  rawKey: number | null;
  sourceKey: number | null;
  sectionKey: number | null;
  format: SourceFormat;
  wordCount: number;
  dateModified: number | null;
  changedAt: number | null;
}

/** Articles that are known by one of the identities, those with a page of their own first. */
export async function articlesKnownAs(sql: Sql, identities: readonly string[]): Promise<KnownArticle[]> {
  const rows = await sql.all<KnownArticle>(
    `SELECT a.key, a.is_stub AS "isStub", a.identity, a.url, a.content_hash AS "contentHash", a.sort_date AS "sortDate", ` +
      `a.raw_key AS "rawKey", a.source_key AS "sourceKey", a.section_key AS "sectionKey", a.format, a.word_count AS "wordCount", a.date_modified AS "dateModified", a.changed_at AS "changedAt" FROM article a ` +
      `WHERE a.key IN (SELECT article_key FROM article_identity WHERE ${sql.anyOf("identity")}) ` +
      `ORDER BY a.is_stub, a.key`,
    [{ list: identities }],
  );
  return rows.map((row) => ({ ...row, isStub: Boolean(row.isStub) }));
}

/** Notes what an article is known by. */
export async function addIdentities(sql: Sql, key: number, identities: readonly string[]): Promise<void> {
  for (const identity of new Set(identities)) {
    await sql.all(
      "INSERT INTO article_identity (identity, article_key) VALUES (?, ?) ON CONFLICT (identity, article_key) DO NOTHING",
      [identity, key],
    );
  }
}

/** The article that a page belongs to; null for a new one. */
export interface FoundArticle {
  article: KnownArticle | null;
  /** Stubs that turn out to be this article too: teasers had different headlines, or some an address and some none. */
  others: KnownArticle[];
}

/** Finds the article of a page: by what makes it this page, else the stub that has its headline. */
export async function findArticle(sql: Sql, identities: PageIdentities): Promise<FoundArticle> {
  const same: KnownArticle[] = [];
  for (const identity of identities.own) same.push(...(await articlesKnownAs(sql, [identity])));
  const stubs = (await articlesKnownAs(sql, identities.headlines)).filter(({ isStub }) => isStub);
  const nameless = stubs.filter(({ url }) => url === null);
  const addressed = stubs.filter(({ url }) => url !== null);
  // Two stubs with different addresses are two articles, and this page does not say which one it is.
  const alone = !identities.hasAddress && addressed.length === 1 ? addressed : [];
  const [article = null, ...rest] = [...same, ...alone, ...nameless];
  const others = rest.filter(({ key, isStub }) => isStub && key !== article?.key);
  return {
    article,
    others: others.filter((each, index) => others.findIndex(({ key }) => key === each.key) === index),
  };
}
