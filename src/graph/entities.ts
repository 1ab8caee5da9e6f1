import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import type { EntityKind } from "../entities/enums.js";
import { entityKeys, type ArticleFilter, articleConditions } from "./articleFilter.js";
import { dateConditions, type DateRange } from "./dateRange.js";
import { totalOrder, type Condition, type ListQuery, type OrderTerm } from "./list.js";
import { findByNames, foldName } from "./names.js";

/** Which entities; all given conditions hold together. */
export interface EntityFilter {
  /** Any name, in any case ending and script. */
  q?: string | null;
  kinds?: readonly EntityKind[] | null;
  ids?: readonly string[] | null;
  minArticles?: number | null;
  mentioned?: DateRange | null;
  firstMentioned?: DateRange | null;
  inArticles?: ArticleFilter | null;
  /** Places contained in this place. */
  within?: string | null;
}

/** What entities can be ordered by. */
export type EntityOrderField =
  "NAME" | "ARTICLE_COUNT" | "MENTION_COUNT" | "FIRST_MENTIONED" | "LAST_MENTIONED";

/** One part of an order of entities. */
export interface EntityOrder {
  field: EntityOrderField;
  direction: "ASC" | "DESC";
}

const orders: Record<EntityOrderField, Pick<OrderTerm, "sql" | "type">> = {
  NAME: { sql: "e.sort_name", type: "text" },
  ARTICLE_COUNT: { sql: "e.article_count", type: "integer" },
  MENTION_COUNT: { sql: "e.mention_count", type: "integer" },
  FIRST_MENTIONED: { sql: `coalesce(e.first_mentioned_at, ${UNDATED})`, type: "bigint" },
  LAST_MENTIONED: { sql: `coalesce(e.last_mentioned_at, ${UNDATED})`, type: "bigint" },
};

/** Entities under a filter; by default only those that an article mentions, most mentioned first. */
export async function entityList(
  sql: Sql,
  filter: EntityFilter | null | undefined,
  order: readonly EntityOrder[] | null | undefined,
): Promise<ListQuery> {
  const where: Condition[] = [];
  if (filter?.minArticles == null) {
    if (filter?.ids == null && filter?.q == null && filter?.within == null)
      where.push({ text: "e.article_count > 0", values: [] });
  } else {
    where.push({ text: "e.article_count >= ?", values: [filter.minArticles] });
  }
  if (filter?.q != null) {
    const matches = (await findByNames(sql, [filter.q])).get(foldName(filter.q)) ?? [];
    where.push({ text: sql.anyOf("e.key"), values: [{ list: matches.map((match) => match.entity.key) }] });
  }
  if (filter?.kinds != null) where.push({ text: sql.anyOf("e.kind"), values: [{ list: filter.kinds }] });
  if (filter?.ids != null) {
    where.push({
      text: `${sql.anyOf("e.id")} OR ${sql.anyOf("e.slug")}`,
      values: [{ list: filter.ids }, { list: filter.ids }],
    });
  }
  if (filter?.within != null) {
    where.push({
      text: `e.contained_in_key IN ${entityKeys(sql)}`,
      values: [{ list: [filter.within] }, { list: [filter.within] }],
    });
  }
  where.push(...dateConditions(orders.FIRST_MENTIONED.sql, filter?.firstMentioned));
  const articles = [
    ...(await articleConditions(sql, filter?.inArticles, "ae.sort_date")),
    ...dateConditions("ae.sort_date", filter?.mentioned),
  ];
  if (articles.length > 0) {
    where.push({
      text: `e.key IN (SELECT ae.entity_key FROM article_entity ae JOIN article a ON a.key = ae.article_key WHERE ${articles
        .map(({ text }) => `(${text})`)
        .join(" AND ")})`,
      values: articles.flatMap(({ values }) => values),
    });
  }
  const wanted: OrderTerm[] = (order ?? []).map(({ field, direction }) => ({
    ...orders[field],
    descending: direction === "DESC",
  }));
  if (wanted.length === 0) wanted.push({ ...orders.ARTICLE_COUNT, descending: true });
  return {
    name: "entities",
    select: columnsOf(Entity, "e"),
    base: "entity e",
    where,
    order: totalOrder(wanted, "e.key"),
  };
}

/** Places directly inside a place. */
export const containedPlaces: ListQuery = {
  name: "places",
  select: columnsOf(Entity, "e"),
  base: "entity e",
  parent: ["e.contained_in_key"],
  rowKey: "e.key",
  where: [],
  order: totalOrder([{ ...orders.ARTICLE_COUNT, descending: true }], "e.key"),
};
