import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import type { PlacedArticle } from "./storeStories.js";

/** An article that waits for its story. */
export interface PendingArticle extends PlacedArticle {
  /** Another one when the article was changed. */
  token: number;
}

/** A pending article with what it is compared by. */
export interface WaitingArticle extends PendingArticle {
  language: string;
  vectors: string;
}

/** Of the pending articles, by date and key: those behind `after` and before a date. */
export interface PendingRange {
  after: { sortDate: number; articleKey: number };
  before: number;
}

/** All of them; the undated come first. */
export const ALL_PENDING: PendingRange = {
  after: { sortDate: Number.MIN_SAFE_INTEGER, articleKey: 0 },
  before: Number.MAX_SAFE_INTEGER,
};

/** Those with a date before another one. */
export function pendingBefore(date: number): PendingRange {
  return { after: { sortDate: UNDATED, articleKey: Number.MAX_SAFE_INTEGER }, before: date };
}

const IN_RANGE = "(sort_date, article_key) > (?, ?) AND sort_date < ?";

function valuesOf({ after, before }: PendingRange): number[] {
  return [after.sortDate, after.articleKey, before];
}

/** How many wait. */
export async function countPending(sql: Sql, range: PendingRange): Promise<number> {
  const row = await sql.first<{ count: number }>(
    `SELECT count(*) AS count FROM story_pending WHERE ${IN_RANGE}`,
    valuesOf(range),
  );
  return row?.count ?? 0;
}

/** The date of the one with so many before it; null if there are not so many. */
export async function pendingDate(sql: Sql, range: PendingRange, offset: number): Promise<number | null> {
  const row = await sql.first<{ sortDate: number }>(
    `SELECT sort_date AS "sortDate" FROM story_pending WHERE ${IN_RANGE} ORDER BY sort_date, article_key LIMIT 1 OFFSET ?`,
    [...valuesOf(range), offset],
  );
  return row?.sortDate ?? null;
}

/** The oldest of them. */
export function oldestPending(sql: Sql, range: PendingRange, limit: number): Promise<WaitingArticle[]> {
  return sql.all<WaitingArticle>(
    `SELECT p.article_key AS "articleKey", p.token, p.sort_date AS "sortDate", v.language, v.vectors ` +
      `FROM (SELECT article_key, token, sort_date FROM story_pending WHERE ${IN_RANGE} ORDER BY sort_date, article_key LIMIT ?) p ` +
      "JOIN article_vector v ON v.article_key = p.article_key ORDER BY p.sort_date, p.article_key",
    [...valuesOf(range), limit],
  );
}

/** They wait no longer, but for those that changed meanwhile. */
export async function forgetPending(sql: Sql, articles: readonly PendingArticle[]): Promise<void> {
  await sql.all(
    `DELETE FROM story_pending WHERE ${sql.anyOf("article_key")} AND (article_key, token) IN (SELECT v.p0, v.p1 FROM ${sql.numbers(2)} v)`,
    [
      { list: articles.map(({ articleKey }) => articleKey) },
      JSON.stringify(articles.map(({ articleKey, token }) => [articleKey, token])),
    ],
  );
}
