import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import type { ArticlePart, EntityKind, MentionKind } from "../entities/enums.js";
import { Mention } from "../entities/Mention.js";
import { articleConditions, entityKeys, readsArticle, type ArticleFilter } from "./articleFilter.js";
import type { Condition, ListQuery, OrderTerm } from "./list.js";

/** Which mentions; all given conditions hold together. */
export interface MentionFilter {
  kinds?: readonly MentionKind[] | null;
  parts?: readonly ArticlePart[] | null;
  /** With (true) or without (false) an entity. */
  linked?: boolean | null;
  maxLinkConfidence?: number | null;
  /** Global IDs or slugs. */
  entities?: readonly string[] | null;
  entityKinds?: readonly EntityKind[] | null;
  /** Exactly this text. */
  surface?: string | null;
  articles?: ArticleFilter | null;
}

/** Where a list of mentions hangs: the whole archive, or what belongs to one parent. */
export type MentionScope = "ALL" | "ARTICLE" | "PARAGRAPH" | "ENTITY" | "ARTICLE_ENTITY" | "QUOTATION";

const parents: Record<MentionScope, string[] | null> = {
  ALL: null,
  ARTICLE: ["m.article_key"],
  PARAGRAPH: ["m.article_key", "m.ordinal"],
  ENTITY: ["m.entity_key"],
  ARTICLE_ENTITY: ["m.article_key", "m.entity_key"],
  QUOTATION: ["q.key"],
};

/** Select list of a mention with its global ID; needs table aliases `m` and `a`. */
export const mentionColumns = columnsOf(Mention, "m") + `, a.id AS "articleId"`;

/** A row of `mentionColumns`. */
export type MentionRow = Mention & { articleId: string };

const textOrder: OrderTerm[] = [
  { sql: "m.ordinal", type: "integer", descending: false },
  { sql: "m.start_offset", type: "integer", descending: false },
];
const newestFirst: OrderTerm[] = [
  { sql: "m.sort_date", type: "bigint", descending: true },
  { sql: "m.article_key", type: "bigint", descending: true },
  ...textOrder.map((term) => ({ ...term, descending: true })),
];

/** Mentions of a scope: within one article in text order, elsewhere newest article first. */
export async function mentionList(
  sql: Sql,
  scope: MentionScope,
  filter: MentionFilter | null | undefined,
): Promise<ListQuery> {
  const where: Condition[] = [];
  if (filter?.kinds != null) where.push({ text: sql.anyOf("m.kind"), values: [{ list: filter.kinds }] });
  if (filter?.parts != null) where.push({ text: sql.anyOf("m.part"), values: [{ list: filter.parts }] });
  if (filter?.entityKinds != null) {
    where.push({ text: sql.anyOf("m.entity_kind"), values: [{ list: filter.entityKinds }] });
  }
  if (filter?.linked != null)
    where.push({ text: `m.entity_key IS ${filter.linked ? "NOT " : ""}NULL`, values: [] });
  if (filter?.maxLinkConfidence != null) {
    where.push({ text: "m.link_confidence <= ?", values: [filter.maxLinkConfidence] });
  }
  if (filter?.surface != null) where.push({ text: "m.surface = ?", values: [filter.surface] });
  if (filter?.entities != null) {
    const list = { list: filter.entities };
    where.push({ text: `m.entity_key IN ${entityKeys(sql)}`, values: [list, list] });
  }
  const articles = await articleConditions(sql, filter?.articles, "m.sort_date");
  where.push(...articles);
  if (scope === "QUOTATION") {
    const inside = "m.start_offset >= q.start_offset AND m.end_offset <= q.end_offset";
    where.push({ text: `m.article_key = q.article_key AND m.ordinal = q.ordinal AND ${inside}`, values: [] });
  }
  const parent = parents[scope];
  const join = "JOIN article a ON a.key = m.article_key";
  const isInOneArticle = scope !== "ALL" && scope !== "ENTITY";
  return {
    name: `mentions ${scope}`,
    select: mentionColumns,
    base: "mention m",
    ...(scope === "QUOTATION" && { driver: "quotation q" }),
    ...(readsArticle(articles) ? { joins: join } : { lookups: join }),
    ...(parent === null ? {} : { parent, rowKey: "m.key" }),
    where,
    order: isInOneArticle ? textOrder : newestFirst,
  };
}
