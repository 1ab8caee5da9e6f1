import { fold } from "../annotation/text/fold.js";
import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Quotation } from "../entities/Quotation.js";
import { articleConditions, entityKeys, readsArticle } from "./articleFilter.js";
import type { DateRange } from "./dateRange.js";
import type { Condition, ListQuery, OrderTerm } from "./list.js";

/** Which entities the quoted words must name; values are global IDs or slugs. */
export interface QuotedEntities {
  all?: readonly string[] | null;
  any?: readonly string[] | null;
  none?: readonly string[] | null;
}

/** Which quotations; all given conditions hold together. */
export interface QuotationFilter {
  /** Global IDs or slugs of those who speak. */
  speakers?: readonly string[] | null;
  mentions?: QuotedEntities | null;
  published?: DateRange | null;
  sources?: readonly string[] | null;
  /** All that is kept is direct speech: false gives none. */
  direct?: boolean | null;
  /** Words that the quotation must hold. */
  q?: string | null;
}

/** Where a list of quotations hangs: the whole archive, an article, a story, or the one who speaks. */
export type QuotationScope = "ALL" | "ARTICLE" | "SPEAKER" | "STORY";

/** A quotation with what its global ID is made of. */
export type QuotationRow = Quotation & { articleId: string };

/** Select list of a quotation; needs table aliases `q` and `a`. */
export const quotationColumns = columnsOf(Quotation, "q") + `, a.id AS "articleId"`;

const parents: Record<QuotationScope, string[] | null> = {
  ALL: null,
  ARTICLE: ["q.article_key"],
  SPEAKER: ["q.speaker_key"],
  STORY: ["y.story_key"],
};
const textOrder: OrderTerm[] = [
  { sql: "q.ordinal", type: "integer", descending: false },
  { sql: "q.start_offset", type: "integer", descending: false },
];
const newestFirst: OrderTerm[] = [
  { sql: "q.sort_date", type: "bigint", descending: true },
  { sql: "q.article_key", type: "bigint", descending: true },
  ...textOrder.map((term) => ({ ...term, descending: true })),
];
const MAX_WORDS = 20;

/** Quotations of a scope: in an article in text order, elsewhere newest article first. */
export async function quotationList(
  sql: Sql,
  scope: QuotationScope,
  filter: QuotationFilter | null | undefined,
): Promise<ListQuery> {
  const where: Condition[] = [];
  if (filter?.speakers != null) {
    const list = { list: filter.speakers };
    where.push({ text: `q.speaker_key IN ${entityKeys(sql)}`, values: [list, list] });
  }
  if (filter?.direct === false) where.push({ text: "1 = 0", values: [] });
  where.push(...namedIn(sql, filter?.mentions), ...wordsIn(filter?.q));
  const articles = await articleConditions(
    sql,
    { published: filter?.published ?? null, sources: filter?.sources ?? null },
    "q.sort_date",
  );
  where.push(...articles);
  const parent = parents[scope];
  const join = "JOIN article a ON a.key = q.article_key";
  return {
    name: `quotations ${scope}`,
    select: quotationColumns,
    base: "quotation q",
    ...(scope === "STORY" && { driver: "story_article y" }),
    ...(readsArticle(articles) ? { joins: join } : { lookups: join }),
    ...(parent === null ? {} : { parent, rowKey: "q.key" }),
    where: scope === "STORY" ? [{ text: "q.article_key = y.article_key", values: [] }, ...where] : where,
    order: scope === "ARTICLE" ? textOrder : newestFirst,
  };
}

/** Each word must stand in the quotation, as the beginning of one: case endings differ. */
function wordsIn(q: string | null | undefined): Condition[] {
  const words = fold(q ?? "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, MAX_WORDS);
  return words.map((word) => ({ text: "(' ' || q.folded) LIKE ?", values: [`% ${stemOf(word)}%`] }));
}

function stemOf(word: string): string {
  return word.length > 5 ? word.slice(0, -2) : word;
}

function namedIn(sql: Sql, predicate: QuotedEntities | null | undefined): Condition[] {
  const named = (values: readonly string[]): Condition => ({
    text:
      `EXISTS (SELECT 1 FROM mention m WHERE m.article_key = q.article_key AND m.ordinal = q.ordinal ` +
      `AND m.start_offset >= q.start_offset AND m.end_offset <= q.end_offset AND m.entity_key IN ${entityKeys(sql)})`,
    values: [{ list: values }, { list: values }],
  });
  const conditions = (predicate?.all ?? []).map((value) => named([value]));
  if (predicate?.any != null) conditions.push(named(predicate.any));
  if (predicate?.none != null) {
    const { text, values } = named(predicate.none);
    conditions.push({ text: `NOT ${text}`, values });
  }
  return conditions;
}
