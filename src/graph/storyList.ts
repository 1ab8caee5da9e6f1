import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import type { StoryStatus } from "../entities/enums.js";
import { Story } from "../entities/Story.js";
import { articleConditions, type ArticleFilter, type EntityPredicate } from "./articleFilter.js";
import { dateConditions, type DateRange } from "./dateRange.js";
import { totalOrder, whereClause, type Condition, type ListQuery, type OrderTerm } from "./list.js";

/** Which stories; all given conditions hold together. */
export interface StoryFilter {
  /** Words and names that one of its articles must match. */
  q?: string | null;
  status?: readonly StoryStatus[] | null;
  /** Stories with news in this range: begun before its end, and not ended before its start. */
  active?: DateRange | null;
  started?: DateRange | null;
  /** An article of the story must mention these. */
  mentions?: EntityPredicate | null;
  sources?: readonly string[] | null;
  languages?: readonly string[] | null;
  /** Two if not given: one article makes no story that a list would show. */
  minArticles?: number | null;
}

/** What stories can be ordered by. */
export type StoryOrderField = "LAST_UPDATED" | "STARTED_AT" | "ARTICLE_COUNT" | "SOURCE_COUNT";

/** One part of an order of stories. */
export interface StoryOrder {
  field: StoryOrderField;
  direction: "ASC" | "DESC";
}

/** Where a list of stories hangs: the whole archive, or an entity that its articles mention. */
export type StoryScope = "ALL" | "ENTITY";

const orders: Record<StoryOrderField, Pick<OrderTerm, "sql" | "type">> = {
  LAST_UPDATED: { sql: "s.last_updated_at", type: "bigint" },
  STARTED_AT: { sql: "s.started_at", type: "bigint" },
  ARTICLE_COUNT: { sql: "s.article_count", type: "integer" },
  SOURCE_COUNT: { sql: "s.source_count", type: "integer" },
};
const DAY = 86_400_000;
/** A story with news in the last days is active, after a month without it is closed. */
const ACTIVE_DAYS = 3;
const DORMANT_DAYS = 30;
/** A story of fewer articles is listed only where it is asked for. */
export const FEWEST_ARTICLES = 2;

/** How a story stands `now`, in milliseconds since 1970. */
export function storyStatus({ lastUpdatedAt }: Pick<Story, "lastUpdatedAt">, now: number): StoryStatus {
  if (lastUpdatedAt >= now - ACTIVE_DAYS * DAY) return "ACTIVE";
  return lastUpdatedAt >= now - DORMANT_DAYS * DAY ? "DORMANT" : "CLOSED";
}

/** Stories of a scope under a filter, by default those with the newest articles first. */
export async function storyList(
  sql: Sql,
  scope: StoryScope,
  filter: StoryFilter | null | undefined,
  order: readonly StoryOrder[] | null | undefined,
  now = Date.now(),
): Promise<ListQuery> {
  const where: Condition[] = [
    { text: "s.article_count >= ?", values: [Math.max(1, filter?.minArticles ?? FEWEST_ARTICLES)] },
  ];
  if (filter?.status != null) where.push(statusCondition(filter.status, now));
  if (filter?.active != null) {
    const { from, to, last } = filter.active;
    where.push(...dateConditions("s.last_updated_at", { from: from ?? null, last: last ?? null }, now));
    where.push(...dateConditions("s.started_at", { to: to ?? null }, now));
  }
  where.push(...dateConditions("s.started_at", filter?.started, now));
  const { q = null, mentions = null, sources = null, languages = null } = filter ?? {};
  for (const articles of [{ q }, { mentions }, { sources }, { languages }])
    where.push(...(await withArticle(sql, articles)));
  const wanted = (order ?? []).map(({ field, direction }): OrderTerm => ({
    ...orders[field],
    descending: direction === "DESC",
  }));
  if (wanted.length === 0) wanted.push({ ...orders.LAST_UPDATED, descending: true });
  return {
    name: `stories ${scope}`,
    select: columnsOf(Story, "s"),
    base: "story s",
    ...(scope === "ENTITY" && { driver: "story_entity y", parent: ["y.entity_key"], rowKey: "s.key" }),
    where: [...(scope === "ENTITY" ? [{ text: "s.key = y.story_key", values: [] }] : []), ...where],
    order: totalOrder(wanted, "s.key"),
  };
}

async function withArticle(sql: Sql, filter: ArticleFilter): Promise<Condition[]> {
  const conditions = await articleConditions(sql, filter, "x.sort_date");
  if (conditions.length === 0) return [];
  return [
    {
      text: `s.key IN (SELECT x.story_key FROM story_article x JOIN article a ON a.key = x.article_key${whereClause(conditions)})`,
      values: conditions.flatMap(({ values }) => values),
    },
  ];
}

function statusCondition(status: readonly StoryStatus[], now: number): Condition {
  const [active, dormant] = [now - ACTIVE_DAYS * DAY, now - DORMANT_DAYS * DAY];
  const texts = {
    ACTIVE: { text: "s.last_updated_at >= ?", values: [active] },
    DORMANT: { text: "s.last_updated_at < ? AND s.last_updated_at >= ?", values: [active, dormant] },
    CLOSED: { text: "s.last_updated_at < ?", values: [dormant] },
  } satisfies Record<StoryStatus, Condition>;
  const chosen = [...new Set(status)].map((each) => texts[each]);
  return {
    text: chosen.map(({ text }) => `(${text})`).join(" OR ") || "1 = 0",
    values: chosen.flatMap(({ values }) => values),
  };
}
