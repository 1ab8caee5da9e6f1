import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Article } from "../entities/Article.js";
import { normalizeUrl } from "../entities/normalizeUrl.js";
import { collapseCondition } from "./collapse.js";
import { articleConditions, readsArticle, type ArticleFilter } from "./articleFilter.js";
import { totalOrder, type ListQuery, type OrderTerm } from "./list.js";
import { rankJoin, readSearchQuery } from "./search.js";

/** What articles can be ordered by. */
export type ArticleOrderField =
  "DATE_PUBLISHED" | "DATE_MODIFIED" | "INGESTED_AT" | "COMMENT_COUNT" | "RELEVANCE" | "SALIENCE";

/** One part of an order of articles. */
export interface ArticleOrder {
  field: ArticleOrderField;
  direction: "ASC" | "DESC";
}

/** An article of a list. */
export interface ArticleRow extends Article {
  /** Relevance of the filter's text query, higher is better; null without one. */
  score: number | null;
  /** In the list of a story: how it stands in it. */
  storyKey?: number;
  similarity?: number;
  novelty?: number;
  /** Place among those with its text, 0 for the original; null for a text that no other article has. */
  rank?: number | null;
}

/** Where a list of articles hangs: the whole archive, or what belongs to one parent. */
export type ArticleScope = "ALL" | "ENTITY" | "STORY" | "SOURCE" | "SECTION" | "AUTHOR" | "LINKING_TO";

type Place = Pick<ListQuery, "driver" | "base" | "parent" | "rowKey"> & {
  /** Join that finds the article, where `base` is another table. */
  join?: string;
  condition?: string;
  sortDate: string;
  key: string;
};

const article = { base: "article a", rowKey: "a.key", sortDate: "a.sort_date", key: "a.key" };

const places: Record<ArticleScope, Place> = {
  ALL: { base: "article a", sortDate: "a.sort_date", key: "a.key" },
  ENTITY: {
    base: "article_entity x",
    rowKey: "x.rowid",
    join: "JOIN article a ON a.key = x.article_key",
    parent: ["x.entity_key"],
    sortDate: "x.sort_date",
    key: "x.article_key",
  },
  STORY: {
    base: "story_article x",
    rowKey: "x.article_key",
    join: "JOIN article a ON a.key = x.article_key",
    parent: ["x.story_key"],
    sortDate: "x.sort_date",
    key: "x.article_key",
  },
  SOURCE: { ...article, parent: ["a.source_key"] },
  SECTION: { ...article, parent: ["a.section_key"] },
  // A byline that names one author twice, or a page that links twice to another, still gives one article.
  AUTHOR: {
    ...article,
    driver: "article_author x",
    parent: ["x.author_key"],
    condition:
      "a.key = x.article_key AND NOT EXISTS (SELECT 1 FROM article_author e WHERE e.article_key = x.article_key AND e.author_key = x.author_key AND e.position < x.position)",
  },
  LINKING_TO: {
    ...article,
    driver: "related_link x",
    parent: ["x.target_key"],
    condition:
      "a.key = x.article_key AND NOT EXISTS (SELECT 1 FROM related_link e WHERE e.article_key = x.article_key AND e.target_key = x.target_key AND e.position < x.position)",
  },
};

const STANDING = `, x.story_key AS "storyKey", x.similarity AS "similarity", x.novelty AS "novelty", (SELECT d.rank FROM duplicate d WHERE d.article_key = x.article_key) AS "rank"`;

/**
 * Articles of a scope under a filter. Default order: newest first; undated articles come last.
 * RELEVANCE needs a text query (`filter.q`), SALIENCE an entity scope; elsewhere they are ignored.
 */
export async function articleList(
  sql: Sql,
  scope: ArticleScope,
  filter: ArticleFilter | null | undefined,
  order: readonly ArticleOrder[] | null | undefined,
): Promise<ListQuery> {
  const { sortDate, key, join, condition, ...place } = places[scope];
  const wantsRank = order?.some(({ field }) => field === "RELEVANCE") ?? false;
  const query = wantsRank && filter?.q != null ? await readSearchQuery(sql, filter.q) : null;
  const rank = query === null ? null : rankJoin(sql, query);
  // The rank's join keeps only what matches.
  const where = [
    ...(await articleConditions(sql, rank === null ? filter : { ...filter, q: null }, sortDate)),
    ...(await collapseCondition(sql, scope, filter, key)),
  ];
  const terms: Record<ArticleOrderField, Pick<OrderTerm, "sql" | "type"> | null> = {
    DATE_PUBLISHED: { sql: sortDate, type: "bigint" },
    DATE_MODIFIED: { sql: "coalesce(a.date_modified, a.changed_at, a.sort_date)", type: "bigint" },
    INGESTED_AT: { sql: "a.ingested_at", type: "bigint" },
    COMMENT_COUNT: { sql: "coalesce(a.comment_count, -1)", type: "integer" },
    RELEVANCE: rank === null ? null : { sql: "r.score", type: "real" },
    SALIENCE: scope === "ENTITY" ? { sql: "x.salience", type: "real" } : null,
  };
  const wanted = (order ?? []).flatMap(({ field, direction }): OrderTerm[] => {
    const term = terms[field];
    return term === null ? [] : [{ ...term, descending: direction === "DESC" }];
  });
  if (wanted.length === 0) wanted.push({ sql: sortDate, type: "bigint", descending: true });
  const needsArticle = readsArticle([...where, ...wanted.map((term) => ({ text: term.sql, values: [] }))]);
  return {
    // Scores of two text queries do not compare.
    name: `articles ${scope}${query === null ? "" : ` ${query.text}`}`,
    select: `${columnsOf(Article, "a")}, ${rank === null ? "NULL" : "r.score"} AS "score"${scope === "STORY" ? STANDING : ""}`,
    ...place,
    ...(needsArticle || rank !== null
      ? { joins: `${join ?? ""} ${rank?.text ?? ""}`, joinValues: rank?.values ?? [] }
      : { lookups: join ?? "" }),
    where: [...(condition === undefined ? [] : [{ text: condition, values: [] }]), ...where],
    order: totalOrder(wanted, key),
  };
}

/** Articles by address, in any of its spellings; `wanted` is the address as it was asked for. */
export async function articlesByUrl(
  sql: Sql,
  addresses: readonly string[],
): Promise<(Article & { wanted: string })[]> {
  const identities = new Map<string, string[]>();
  for (const address of addresses) {
    const identity = `url:${normalizeUrl(address) ?? ""}`;
    identities.set(identity, [...(identities.get(identity) ?? []), address]);
  }
  const rows = await sql.all<Article>(
    `SELECT ${columnsOf(Article, "a")} FROM article a WHERE ${sql.anyOf("a.identity")} OR ${sql.anyOf("a.url")}`,
    [{ list: [...identities.keys()] }, { list: addresses }],
  );
  return rows.flatMap((row) => {
    const asked = new Set(identities.get(row.identity) ?? []);
    if (row.url !== null && addresses.includes(row.url)) asked.add(row.url);
    return [...asked].map((wanted) => ({ ...row, wanted }));
  });
}
