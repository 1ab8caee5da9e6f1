import { DateTime } from "luxon";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { MitosError } from "../errors.js";
import { articleConditions, readsArticle, type ArticleFilter } from "./articleFilter.js";
import type { ArticleScope } from "./articles.js";
import { collapseCondition } from "./collapse.js";
import { articleFilterOf, pairRows, proximityOf, type CoMentionFilter } from "./coMentions.js";
import { whereClause, type Condition, type Parent } from "./list.js";

/** Length of a bucket. */
export type TimeInterval = "HOUR" | "DAY" | "WEEK" | "MONTH" | "YEAR";

/** Articles and mentions of one stretch of time. Half-open: `start` belongs to it, `end` to the next. */
export interface TimeBucket {
  start: number;
  end: number;
  articleCount: number;
  mentionCount: number;
  /** All articles of the archive under the same filter. */
  corpusCount: number;
  /** `articleCount / corpusCount`, 0 for an empty bucket. */
  share: number;
}

/** Every zone of today is a multiple of this away from UTC, so slots never straddle a bucket's edge. */
const SLOT = 15 * 60 * 1000;
/** Ten years of days. */
const MAX_BUCKETS = 4000;
/** Longest length of a bucket, the hour of a change of clocks included. */
const BUCKET_DAYS: Record<TimeInterval, number> = { HOUR: 1, DAY: 2, WEEK: 8, MONTH: 32, YEAR: 367 };

interface SlotRow {
  /** Index of the subject. */
  subject: number;
  slot: number;
  articles: number;
  mentions: number;
}

/** What timelines count: rows that tie a subject (one or two entity keys) to an article. */
interface Tally {
  /** Table under alias `x`, with `article_key`. */
  table: string;
  /** Columns of `x` that name the subject. */
  subject: string[];
  /** What one row of `x` adds to `mentionCount`. */
  mentions: string;
  where: Condition[];
  /** The list of articles that it counts; null for none, whose filter has no mode of duplicates. */
  scope: ArticleScope | null;
}

/** Timelines of entities; see `timelines`. */
export function entityTimelines(
  sql: Sql,
  entities: readonly Parent[],
  interval: TimeInterval,
  filter: ArticleFilter | null | undefined,
  timeZone: string,
): Promise<TimeBucket[][]> {
  const tally = {
    table: "article_entity x",
    subject: ["x.entity_key"],
    mentions: "x.mention_count",
    where: [],
    scope: "ENTITY" as const,
  };
  return timelines(sql, tally, entities, interval, filter, timeZone);
}

/** Timelines of stories; see `timelines`. */
export function storyTimelines(
  sql: Sql,
  stories: readonly Parent[],
  interval: TimeInterval,
  timeZone: string,
): Promise<TimeBucket[][]> {
  const mentions = "(SELECT count(*) FROM mention m WHERE m.article_key = x.article_key)";
  const tally = { table: "story_article x", subject: ["x.story_key"], mentions, where: [], scope: null };
  return timelines(sql, tally, stories, interval, null, timeZone);
}

/** Timelines of pairs `[a, b]` that stand together as close as the filter asks; see `timelines`. */
export function pairTimelines(
  sql: Sql,
  pairs: readonly Parent[],
  interval: TimeInterval,
  filter: CoMentionFilter | null | undefined,
  timeZone: string,
): Promise<TimeBucket[][]> {
  const within = proximityOf(filter);
  const together = { SENTENCE: "x.sentences", PARAGRAPH: "x.paragraphs", ARTICLE: "1" }[within];
  const tally = {
    table: `${pairRows(within)} x`,
    subject: ["x.a_key", "x.b_key"],
    mentions: together,
    where: [{ text: `${together} > 0`, values: [] }],
    scope: null,
  };
  return timelines(sql, tally, pairs, interval, articleFilterOf(filter), timeZone);
}

/**
 * Timelines in two statements, however many subjects: from the first to the last bucket with an article, without
 * gaps. Undated articles are in no bucket.
 * @throws MitosError BAD_INPUT for an unknown zone or more than 4,000 buckets
 */
async function timelines(
  sql: Sql,
  tally: Tally,
  subjects: readonly Parent[],
  interval: TimeInterval,
  filter: ArticleFilter | null | undefined,
  timeZone: string,
): Promise<TimeBucket[][]> {
  if (!DateTime.now().setZone(timeZone).isValid) {
    throw new MitosError(
      "BAD_INPUT",
      `"${timeZone}" is no time zone.`,
      "Write an IANA name such as Europe/Athens.",
    );
  }
  const tied = tally.subject.map((column, index) => ({ text: `${column} = s.p${index}`, values: [] }));
  const dated = (alias: string): Condition => ({ text: `${alias}.sort_date > ?`, values: [UNDATED] });
  const ownFilter = [
    ...(await articleConditions(sql, filter, "x.sort_date")),
    ...(await collapsed(sql, tally, filter)),
  ];
  const ownWhere = [...tied, ...tally.where, dated("x"), ...ownFilter];
  const join = readsArticle(ownFilter) ? "JOIN article a ON a.key = x.article_key" : "";
  const own = await sql.all<SlotRow>(
    `SELECT s.i AS subject, ${slotOf(sql, "x")} AS slot, count(*) AS articles, sum(${tally.mentions}) AS mentions ` +
      `FROM ${sql.numbers(tally.subject.length)} s CROSS JOIN ${tally.table} ${join}${whereClause(ownWhere)} GROUP BY s.i, ${slotOf(sql, "x")}`,
    [JSON.stringify(subjects), ...ownWhere.flatMap(({ values }) => values)],
  );
  const corpus = await corpusSlots(sql, filter, own, BUCKET_DAYS[interval] * 24 * 60 * 60 * 1000);
  const startOf = bucketStarts(interval, timeZone);
  const corpusByStart = new Map<number, number>();
  for (const row of corpus) {
    const start = startOf(row.slot * SLOT);
    corpusByStart.set(start, (corpusByStart.get(start) ?? 0) + row.articles);
  }
  return subjects.map((_, index) =>
    buckets(
      own.filter(({ subject }) => subject === index),
      corpusByStart,
      startOf,
      interval,
      timeZone,
    ),
  );
}

/** Copies are left out only where the filter says so. */
async function collapsed(
  sql: Sql,
  { scope }: Tally,
  filter: ArticleFilter | null | undefined,
): Promise<Condition[]> {
  if (scope === null || filter?.duplicates !== "COLLAPSE") return [];
  return collapseCondition(sql, scope, filter, "x.article_key");
}

/** Articles under the filter in each slot, from the first to the last bucket of the subjects' own. */
async function corpusSlots(
  sql: Sql,
  filter: ArticleFilter | null | undefined,
  own: readonly SlotRow[],
  bucket: number,
): Promise<Pick<SlotRow, "slot" | "articles">[]> {
  if (own.length === 0) return [];
  const [first, last] = own.reduce(
    ([low, high], { slot }) => [Math.min(low, slot), Math.max(high, slot)],
    [Infinity, -Infinity],
  );
  const where = [
    // The edges lie within one bucket of the first and last article.
    { text: "a.sort_date > ? AND a.sort_date < ?", values: [first * SLOT - bucket, last * SLOT + bucket] },
    ...(await articleConditions(sql, filter)),
    ...(filter?.duplicates === "COLLAPSE" ? await collapseCondition(sql, "ALL", filter, "a.key") : []),
  ];
  return sql.all(
    `SELECT ${slotOf(sql, "a")} AS slot, count(*) AS articles FROM article a${whereClause(where)} GROUP BY ${slotOf(sql, "a")}`,
    where.flatMap(({ values }) => values),
  );
}

/** Number of the slot that an article's date lies in. */
function slotOf(sql: Sql, alias: string): string {
  return sql.floorDivide(`${alias}.sort_date`, SLOT);
}

function buckets(
  rows: readonly SlotRow[],
  corpus: ReadonlyMap<number, number>,
  startOf: (time: number) => number,
  interval: TimeInterval,
  timeZone: string,
): TimeBucket[] {
  const counts = new Map<number, { articles: number; mentions: number }>();
  for (const row of rows) {
    const start = startOf(row.slot * SLOT);
    const count = counts.get(start) ?? { articles: 0, mentions: 0 };
    count.articles += row.articles;
    count.mentions += row.mentions;
    counts.set(start, count);
  }
  const starts = [...counts.keys()].sort((a, b) => a - b);
  const last = starts.at(-1);
  const result: TimeBucket[] = [];
  for (let start = starts[0]; start !== undefined && last !== undefined && start <= last;) {
    const end = DateTime.fromMillis(start, { zone: timeZone })
      .plus({ [interval.toLowerCase()]: 1 })
      .startOf(interval.toLowerCase() as "day")
      .toMillis();
    const { articles = 0, mentions = 0 } = counts.get(start) ?? {};
    const corpusCount = corpus.get(start) ?? 0;
    const share = corpusCount === 0 ? 0 : articles / corpusCount;
    result.push({ start, end, articleCount: articles, mentionCount: mentions, corpusCount, share });
    if (result.length > MAX_BUCKETS) {
      throw new MitosError(
        "BAD_INPUT",
        `The timeline has more than ${MAX_BUCKETS} buckets.`,
        "Ask for a longer interval, or set filter.published.",
      );
    }
    start = end;
  }
  return result;
}

function bucketStarts(interval: TimeInterval, timeZone: string): (time: number) => number {
  const unit = interval.toLowerCase() as "day";
  const known = new Map<number, number>();
  return (time) => {
    let start = known.get(time);
    if (start === undefined) {
      start = DateTime.fromMillis(time, { zone: timeZone }).startOf(unit).toMillis();
      known.set(time, start);
    }
    return start;
  };
}
