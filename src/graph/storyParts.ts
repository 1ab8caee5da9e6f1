import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import type { EntityKind } from "../entities/enums.js";
import { dateConditions, type DateRange } from "./dateRange.js";
import type { EntityOrder, EntityOrderField } from "./entities.js";
import { totalOrder, type Condition, type ListQuery, type OrderTerm } from "./list.js";

/** Which entities of a story. */
export interface StoryEntityFilter {
  kinds: readonly EntityKind[] | null;
  /** When it first appeared in the story. */
  enteredAt: DateRange | null;
  order: readonly EntityOrder[] | null;
}

/** An entity of a story with what the edge knows. */
export interface StoryEntityRow extends Entity {
  storyKey: number;
  inArticles: number;
  salience: number;
  enteredAt: number;
  enteredWith: number;
  lastSeen: number;
}

const entityOrders: Record<EntityOrderField, Pick<OrderTerm, "sql" | "type">> = {
  NAME: { sql: "e.sort_name", type: "text" },
  ARTICLE_COUNT: { sql: "x.article_count", type: "integer" },
  MENTION_COUNT: { sql: "x.mention_count", type: "integer" },
  FIRST_MENTIONED: { sql: "x.entered_at", type: "bigint" },
  LAST_MENTIONED: { sql: "x.last_seen", type: "bigint" },
};

/** Entities that the articles of stories mention, the most salient first. Parents are story keys. */
export function storyEntityList(sql: Sql, { kinds, enteredAt, order }: StoryEntityFilter): ListQuery {
  const where: Condition[] = [...dateConditions("x.entered_at", enteredAt)];
  if (kinds !== null) where.push({ text: sql.anyOf("e.kind"), values: [{ list: kinds }] });
  const wanted = (order ?? []).map(({ field, direction }): OrderTerm => ({
    ...entityOrders[field],
    descending: direction === "DESC",
  }));
  if (wanted.length === 0) wanted.push({ sql: "x.salience", type: "real", descending: true });
  const join = "JOIN entity e ON e.key = x.entity_key";
  const needsEntity = kinds !== null || wanted.some((term) => term.sql.startsWith("e."));
  return {
    name: "entities of a story",
    select:
      `${columnsOf(Entity, "e")}, x.story_key AS "storyKey", x.article_count AS "inArticles", x.salience AS "salience", ` +
      `x.entered_at AS "enteredAt", x.entered_with AS "enteredWith", x.last_seen AS "lastSeen"`,
    base: "story_entity x",
    ...(needsEntity ? { joins: join } : { lookups: join }),
    parent: ["x.story_key"],
    where,
    order: totalOrder(wanted, "x.entity_key"),
  };
}

/** How an outlet covers a story. */
export interface StorySourceRow {
  storyKey: number;
  sourceKey: number;
  articleCount: number;
  /** Articles with the text of another. */
  copyCount: number;
  /** Milliseconds since 1970; null when none is dated. */
  firstPublished: number | null;
}

/** Outlets of stories, those with most articles first; one statement. */
export function storySources(sql: Sql, stories: readonly number[]): Promise<StorySourceRow[]> {
  return sql.all(
    `SELECT x.story_key AS "storyKey", a.source_key AS "sourceKey", count(*) AS "articleCount", count(d.article_key) AS "copyCount", ` +
      `min(CASE WHEN x.sort_date > ${UNDATED} THEN x.sort_date END) AS "firstPublished" ` +
      `FROM story_article x JOIN article a ON a.key = x.article_key LEFT JOIN duplicate d ON d.article_key = a.key AND d.rank > 0 ` +
      `WHERE ${sql.anyOf("x.story_key")} AND a.source_key IS NOT NULL GROUP BY x.story_key, a.source_key ORDER BY x.story_key, count(*) DESC, min(x.sort_date), a.source_key`,
    [{ list: stories }],
  );
}

/** An entity of a story that only one of its outlets names. */
export interface OnlyHereRow {
  storyKey: number;
  sourceKey: number;
  entityKey: number;
}

/** Entities that one outlet of a story alone names, the most salient first; one statement. */
export function namedByOne(sql: Sql, stories: readonly number[]): Promise<OnlyHereRow[]> {
  return sql.all(
    `SELECT x.story_key AS "storyKey", min(a.source_key) AS "sourceKey", e.entity_key AS "entityKey" ` +
      "FROM story_article x JOIN article a ON a.key = x.article_key JOIN article_entity e ON e.article_key = x.article_key " +
      `WHERE ${sql.anyOf("x.story_key")} GROUP BY x.story_key, e.entity_key ` +
      "HAVING count(DISTINCT a.source_key) = 1 AND count(*) = count(a.source_key) " +
      "ORDER BY x.story_key, max(e.salience) DESC, e.entity_key",
    [{ list: stories }],
  );
}

/** Weaker ties of two articles do not join their stories. */
const LEAST_LINK = 0.25;

/** Two stories of which one goes on with what the other told. */
export interface StoryLinkRow {
  storyKey: number;
  otherKey: number;
  /** Score of the strongest pair of articles. */
  score: number;
  /** Their reasons, as stored. */
  reasons: string;
  /** 1 if the other came before. */
  isBefore: number;
}

/**
 * Stories that come before and after stories: an article of the later one follows an article of the earlier one. Strongest
 * first; one statement.
 */
export function storyLinks(sql: Sql, stories: readonly number[]): Promise<StoryLinkRow[]> {
  const pairs = (own: string, other: string, isBefore: 0 | 1): string =>
    `SELECT o.story_key AS story, t.story_key AS other, r.score, r.reasons, ${isBefore} AS before FROM story_article o ` +
    `JOIN related_article r ON r.${own} = o.article_key JOIN story_article t ON t.article_key = r.${other} ` +
    `WHERE ${sql.anyOf("o.story_key")} AND t.story_key <> o.story_key AND r.score >= ${LEAST_LINK} AND r.reasons LIKE '%"FOLLOWS"%'`;
  return sql.all(
    `SELECT t.story AS "storyKey", t.other AS "otherKey", t.score AS "score", t.reasons AS "reasons", t.before AS "isBefore" FROM ` +
      `(SELECT u.*, row_number() OVER (PARTITION BY u.story, u.other ORDER BY u.score DESC, u.reasons) AS n FROM ` +
      `(${pairs("article_key", "related_key", 1)} UNION ALL ${pairs("related_key", "article_key", 0)}) u) t ` +
      "WHERE t.n = 1 ORDER BY t.story, t.score DESC, t.other",
    [{ list: stories }, { list: stories }],
  );
}
