import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Entity } from "../entities/Entity.js";
import type { EntityKind } from "../entities/enums.js";
import {
  articleConditions,
  entityKeys,
  readsArticle,
  type ArticleFilter,
  type Proximity,
} from "./articleFilter.js";
import type { DateRange } from "./dateRange.js";
import {
  totalOrder,
  whereClause,
  type Condition,
  type ListQuery,
  type OrderTerm,
  type Parent,
} from "./list.js";

/** Which co-mentions count, and how close the pair must stand. */
export interface CoMentionFilter {
  /** Kinds of the other entity. */
  kinds?: readonly EntityKind[] | null;
  within?: Proximity | null;
  published?: DateRange | null;
  sources?: readonly string[] | null;
  minArticles?: number | null;
  /** Other entities to leave out. */
  exclude?: readonly string[] | null;
}

/** What co-mentions can be ordered by. */
export type CoMentionOrderField = "ARTICLE_COUNT" | "SENTENCE_COUNT" | "PARAGRAPH_COUNT";

/** One part of an order of co-mentions. */
export interface CoMentionOrder {
  field: CoMentionOrderField;
  direction: "ASC" | "DESC";
}

/** Counts of one pair under one filter. */
export interface PairCounts {
  /** Articles in which the pair stands together as close as `within` asks. */
  articleCount: number;
  paragraphCount: number;
  sentenceCount: number;
}

/** The other entity of a pair, with the pair's counts. */
export interface CoMentionRow extends Entity {
  /** The counts have names of their own: an entity has an `articleCount` too. */
  pairArticles: number;
  pairParagraphs: number;
  pairSentences: number;
}

/** How close a pair must stand to count under a filter: in one sentence, where it says nothing. */
export function proximityOf(filter: CoMentionFilter | null | undefined): Proximity {
  return filter?.within ?? "SENTENCE";
}

/** Filter of the articles that a co-mention filter lets count. */
export function articleFilterOf(filter: CoMentionFilter | null | undefined): ArticleFilter {
  return { published: filter?.published ?? null, sources: filter?.sources ?? null };
}

const closeEnough: Record<Proximity, string> = {
  SENTENCE: "c.sentences > 0",
  PARAGRAPH: "c.paragraphs > 0",
  ARTICLE: "1 = 1",
};

const totals: Record<Exclude<Proximity, "ARTICLE">, string> = {
  SENTENCE: "sentence_articles",
  PARAGRAPH: "paragraph_articles",
};

/**
 * Rows of pairs in articles, for an alias: `a_key`, `b_key`, `sort_date`, `article_key`, `sentences`, `paragraphs`. Pairs that
 * share a paragraph are kept; those that only share an article are far more, and follow from the entities of the article.
 */
export function pairRows(within: Proximity): string {
  return within === "ARTICLE"
    ? "(SELECT x.entity_key AS a_key, y.entity_key AS b_key, x.sort_date, x.article_key, coalesce(p.sentences, 0) AS sentences, coalesce(p.paragraphs, 0) AS paragraphs " +
        "FROM article_entity x JOIN article_entity y ON y.article_key = x.article_key AND y.entity_key <> x.entity_key " +
        "LEFT JOIN co_mention p ON p.a_key = x.entity_key AND p.b_key = y.entity_key AND p.sort_date = x.sort_date AND p.article_key = x.article_key)"
    : "co_mention";
}

const columns: Record<CoMentionOrderField, string> = {
  ARTICLE_COUNT: "t.article_count",
  SENTENCE_COUNT: "t.sentence_count",
  PARAGRAPH_COUNT: "t.paragraph_count",
};

/** Who stands near each of the given entities, most shared articles first. Parents are entity keys. */
export async function coMentionList(
  sql: Sql,
  filter: CoMentionFilter | null | undefined,
  order: readonly CoMentionOrder[] | null | undefined,
): Promise<ListQuery> {
  const where: Condition[] = [
    { text: `t.article_count >= ?`, values: [Math.max(1, filter?.minArticles ?? 1)] },
  ];
  if (filter?.kinds != null) where.push({ text: sql.anyOf("e.kind"), values: [{ list: filter.kinds }] });
  if (filter?.exclude != null) {
    const list = { list: filter.exclude };
    where.push({ text: `e.key NOT IN ${entityKeys(sql)}`, values: [list, list] });
  }
  const wanted = (order ?? []).map(({ field, direction }): OrderTerm => ({
    sql: columns[field],
    type: "integer",
    descending: direction === "DESC",
  }));
  if (wanted.length === 0) {
    wanted.push(
      { sql: columns.ARTICLE_COUNT, type: "integer", descending: true },
      { sql: columns.SENTENCE_COUNT, type: "integer", descending: true },
    );
  }
  const counts = await pairTable(sql, filter, "", sql.anyOf("c.a_key"));
  return {
    name: "co-mentions",
    select: `${columnsOf(Entity, "e")}, t.article_count AS "pairArticles", t.paragraph_count AS "pairParagraphs", t.sentence_count AS "pairSentences"`,
    base: `${counts.text} t`,
    joins: "JOIN entity e ON e.key = t.b_key",
    joinValues: (parents) => [{ list: parents.map(([key]) => key ?? 0) }, ...counts.values],
    parent: ["t.a_key"],
    where,
    order: totalOrder(wanted, "e.key"),
  };
}
/**
 * Table of counts for each pair: the kept totals where no filter is set and the pair shares a paragraph, else summed over the
 * pair's articles.
 * `driver` and `restriction` find the pairs (alias `c`), with one value.
 */
async function pairTable(
  sql: Sql,
  filter: CoMentionFilter | null | undefined,
  driver: string,
  restriction: string,
): Promise<Condition> {
  const within = proximityOf(filter);
  const articles = await articleConditions(sql, articleFilterOf(filter), "c.sort_date");
  if (articles.length === 0 && within !== "ARTICLE") {
    return {
      text: `(SELECT c.a_key, c.b_key, c.${totals[within]} AS article_count, c.paragraphs AS paragraph_count, c.sentences AS sentence_count FROM ${driver}co_mention_total c WHERE ${restriction})`,
      values: [],
    };
  }
  const join = readsArticle(articles) ? " JOIN article a ON a.key = c.article_key" : "";
  return {
    text:
      `(SELECT c.a_key, c.b_key, sum(CASE WHEN ${closeEnough[within]} THEN 1 ELSE 0 END) AS article_count, sum(c.paragraphs) AS paragraph_count, sum(c.sentences) AS sentence_count ` +
      `FROM ${driver}${pairRows(within)} c${join}${whereClause([{ text: restriction, values: [] }, ...articles])} GROUP BY c.a_key, c.b_key)`,
    values: articles.flatMap(({ values }) => values),
  };
}

/** Restricts alias `c` to given pairs: one parameter, a JSON array of `[a, b]`. */
const pairDriver = (sql: Sql): string => `${sql.numbers(2)} v CROSS JOIN `;
const ofPair = "c.a_key = v.p0 AND c.b_key = v.p1";

/** Counts of given pairs under one filter, in the order of the pairs; zeros where they never meet. */
export async function pairCounts(
  sql: Sql,
  pairs: readonly Parent[],
  filter: CoMentionFilter | null | undefined,
): Promise<PairCounts[]> {
  const table = await pairTable(sql, filter, pairDriver(sql), ofPair);
  const rows = await sql.all<PairCounts & { a: number; b: number }>(
    `SELECT t.a_key AS a, t.b_key AS b, t.article_count AS "articleCount", t.paragraph_count AS "paragraphCount", t.sentence_count AS "sentenceCount" FROM ${table.text} t`,
    [JSON.stringify(pairs), ...table.values],
  );
  return inOrder(pairs, rows, { articleCount: 0, paragraphCount: 0, sentenceCount: 0 });
}

/** When and where a pair was seen together. */
export interface PairSpan {
  firstSeen: number | null;
  lastSeen: number | null;
  sourceCount: number;
}

/** First and last publication time and number of sources of given pairs under one filter, in one statement. */
export async function pairSpans(
  sql: Sql,
  pairs: readonly Parent[],
  filter: CoMentionFilter | null | undefined,
): Promise<PairSpan[]> {
  const within = proximityOf(filter);
  const articles = await articleConditions(sql, articleFilterOf(filter), "c.sort_date");
  const where = [{ text: ofPair, values: [] }, { text: closeEnough[within], values: [] }, ...articles];
  const rows = await sql.all<PairSpan & { a: number; b: number }>(
    `SELECT c.a_key AS a, c.b_key AS b, min(a.date_published) AS "firstSeen", max(a.date_published) AS "lastSeen", count(DISTINCT a.source_key) AS "sourceCount" ` +
      `FROM ${pairDriver(sql)}${pairRows(within)} c JOIN article a ON a.key = c.article_key${whereClause(where)} GROUP BY c.a_key, c.b_key`,
    [JSON.stringify(pairs), ...where.flatMap(({ values }) => values)],
  );
  return inOrder(pairs, rows, { firstSeen: null, lastSeen: null, sourceCount: 0 });
}

function inOrder<Row>(
  pairs: readonly Parent[],
  rows: readonly (Row & { a: number; b: number })[],
  missing: Row,
): Row[] {
  const byPair = new Map<string, Row>(rows.map((row) => [`${row.a}-${row.b}`, row]));
  return pairs.map(([a, b]) => byPair.get(`${a}-${b}`) ?? missing);
}

/** Articles that mention each entity under the filter, and how many articles the filter lets in at all. */
export async function marginals(
  sql: Sql,
  entities: readonly number[],
  filter: CoMentionFilter | null | undefined,
): Promise<{ total: number; counts: Map<number, number> }> {
  const articles = await articleConditions(sql, articleFilterOf(filter));
  const values = articles.flatMap((condition) => condition.values);
  const total = await sql.first<{ count: number }>(
    `SELECT count(*) AS count FROM article a${whereClause(articles)}`,
    values,
  );
  // Under no filter the counts are kept.
  const rows =
    articles.length === 0
      ? await sql.all<{ key: number; count: number }>(
          `SELECT key, article_count AS count FROM entity WHERE ${sql.anyOf("key")}`,
          [{ list: entities }],
        )
      : await sql.all<{ key: number; count: number }>(
          `SELECT x.entity_key AS key, count(*) AS count FROM article_entity x JOIN article a ON a.key = x.article_key${whereClause(
            [{ text: sql.anyOf("x.entity_key"), values: [] }, ...articles],
          )} GROUP BY x.entity_key`,
          [{ list: entities }, ...values],
        );
  return { total: total?.count ?? 0, counts: new Map(rows.map(({ key, count }) => [key, count])) };
}

/** Length of a pair's evidence at a proximity: each sentence, paragraph or article with both is one piece. */
export function evidenceCount(counts: PairCounts, within: Proximity): number {
  return { SENTENCE: counts.sentenceCount, PARAGRAPH: counts.paragraphCount, ARTICLE: counts.articleCount }[
    within
  ];
}

/**
 * Where each pair stands together, by publication time, text order within an article: one row for each sentence,
 * paragraph or article. Parents are `[a, b]`; a row is the first mention of `a` there.
 */
export async function evidenceList(
  sql: Sql,
  filter: CoMentionFilter | null | undefined,
  direction: "ASC" | "DESC",
): Promise<ListQuery> {
  const descending = direction === "DESC";
  const within = proximityOf(filter);
  const samePlace = (other: string): string => {
    // The date says nothing new, but the index of an entity's mentions begins with it.
    const article = `${other}.sort_date = m.sort_date AND ${other}.article_key = m.article_key`;
    if (within === "ARTICLE") return article;
    const paragraph = `${article} AND ${other}.ordinal = m.ordinal`;
    return within === "PARAGRAPH" ? paragraph : `${paragraph} AND ${other}.sentence_index = m.sentence_index`;
  };
  const articles = await articleConditions(sql, articleFilterOf(filter), "c.sort_date");
  return {
    name: "evidence",
    select: `m.article_key AS "articleKey", m.ordinal AS "ordinal", m.sentence_index AS "sentenceIndex"`,
    driver: `${pairRows(within)} c`,
    base: "mention m",
    rowKey: "m.key",
    ...(readsArticle(articles) && { joins: "JOIN article a ON a.key = m.article_key" }),
    parent: ["c.a_key", "c.b_key"],
    where: [
      { text: closeEnough[within], values: [] },
      {
        text: "m.entity_key = c.a_key AND m.sort_date = c.sort_date AND m.article_key = c.article_key",
        values: [],
      },
      {
        text: `NOT EXISTS (SELECT 1 FROM mention earlier WHERE earlier.entity_key = m.entity_key AND ${samePlace("earlier")} AND (earlier.ordinal, earlier.start_offset) < (m.ordinal, m.start_offset))`,
        values: [],
      },
      {
        text: `EXISTS (SELECT 1 FROM mention other WHERE other.entity_key = c.b_key AND ${samePlace("other")})`,
        values: [],
      },
      ...articles,
    ],
    order: [
      { sql: "m.sort_date", type: "bigint", driverSql: "c.sort_date", descending },
      { sql: "m.article_key", type: "bigint", driverSql: "c.article_key", descending },
      { sql: "m.ordinal", type: "integer", descending: false },
      { sql: "m.start_offset", type: "integer", descending: false },
    ],
  };
}

/**
 * Normalised pointwise mutual information of two entities over articles (Bouma 2009), −1 to 1: 0 when they meet
 * as often as chance would have it, 1 when they only appear together.
 */
export function npmi(together: number, a: number, b: number, total: number): number {
  if (together === 0 || a === 0 || b === 0 || total === 0) return -1;
  const joint = together / total;
  if (joint >= 1) return 1;
  return Math.log((together * total) / (a * b)) / -Math.log(joint);
}

/** Log-likelihood ratio G² of the 2×2 table of two entities over articles (Dunning 1993). */
export function logLikelihood(together: number, a: number, b: number, total: number): number {
  const cells: [number, number, number][] = [
    [together, a, b],
    [a - together, a, total - b],
    [b - together, total - a, b],
    [total - a - b + together, total - a, total - b],
  ];
  let sum = 0;
  for (const [observed, row, column] of cells) {
    const expected = (row * column) / total;
    if (observed > 0 && expected > 0) sum += observed * Math.log(observed / expected);
  }
  return 2 * sum;
}
