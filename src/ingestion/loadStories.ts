import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { backgroundFrequencies } from "../graph/similarity/backgroundFrequencies.js";
import { INDEX_LIMITS } from "../graph/stories/ArticleIndex.js";
import { StoryIndex, type StoredStories } from "../graph/stories/StoryIndex.js";
import { collectGarbage } from "./collectGarbage.js";
import { readVector } from "./storeVector.js";

/** Which articles an index is loaded with. */
export interface LoadedPart {
  /** Most articles that the index may have later. */
  limit: number;
  /** So many are loaded. */
  count: number;
  /** Those nearest to this time, in milliseconds since 1970; null for the newest, undated ones among them. */
  around: number | null;
}

/** Called between pieces of work with the number of articles so far. */
export type Between = (articles: number) => Promise<void> | void;

const PIECE = 200;
const FIRST = { sortDate: Number.MAX_SAFE_INTEGER, key: Number.MAX_SAFE_INTEGER };

/** An index of articles and their stories as the database has them. */
export async function loadStories(
  sql: Sql,
  { limit, count, around }: LoadedPart,
  between: Between,
): Promise<StoryIndex> {
  const articles: StoredArticle[] = [];
  const add = async (
    condition: string,
    direction: "ASC" | "DESC",
    from: typeof FIRST,
    most: number,
  ): Promise<void> => {
    const end = Math.min(count, articles.length + most);
    for (let last = from; articles.length < end;) {
      const rows = await storedArticles(
        sql,
        condition,
        direction,
        last,
        Math.min(PIECE, end - articles.length),
      );
      for (const row of rows) articles.push({ key: row.key, terms: readVector(row, dateOf(row)) });
      const final = rows.at(-1);
      if (final === undefined) return;
      last = final;
      collectGarbage();
      await between(articles.length);
    }
  };
  if (around === null) {
    // The undated count as the newest, as in the index.
    await add(`x.sort_date = ${UNDATED}`, "DESC", FIRST, count);
    await add(`x.sort_date > ${UNDATED}`, "DESC", FIRST, count);
  } else {
    const middle = { sortDate: around, key: Number.MAX_SAFE_INTEGER };
    await add(`x.sort_date > ${UNDATED}`, "DESC", middle, Math.ceil(count / 2));
    await add(`x.sort_date > ${UNDATED}`, "ASC", middle, count);
  }
  const keys = articles.map(({ key }) => key);
  return StoryIndex.load(
    { articles, stories: await storiesOf(sql, keys), nextStory: await nextStory(sql) },
    backgroundFrequencies(),
    { ...INDEX_LIMITS, articles: limit },
  );
}

/**
 * The date of the oldest article of a full index of the newest ones, in milliseconds since 1970; null when it is not full, or full of
 * undated ones.
 */
export async function oldestLoaded(sql: Sql, limit: number): Promise<number | null> {
  const undated = await sql.first<{ count: number }>(
    `SELECT count(*) AS count FROM story_article WHERE sort_date = ${UNDATED}`,
  );
  const dated = limit - (undated?.count ?? 0);
  if (dated <= 0) return null;
  const row = await sql.first<{ sortDate: number }>(
    `SELECT sort_date AS "sortDate" FROM story_article WHERE sort_date > ${UNDATED} ORDER BY sort_date DESC, article_key DESC LIMIT 1 OFFSET ?`,
    [dated - 1],
  );
  return row?.sortDate ?? null;
}

type StoredArticle = StoredStories["articles"] extends Iterable<infer Item> ? Item : never;

function storedArticles(
  sql: Sql,
  condition: string,
  direction: "ASC" | "DESC",
  last: typeof FIRST,
  limit: number,
): Promise<{ key: number; sortDate: number; language: string; vectors: string }[]> {
  return sql.all(
    `SELECT x.article_key AS key, x.sort_date AS "sortDate", v.language, v.vectors FROM story_article x ` +
      "JOIN article_vector v ON v.article_key = x.article_key " +
      `WHERE ${condition} AND (x.sort_date, x.article_key) ${direction === "ASC" ? ">" : "<"} (?, ?) ` +
      `ORDER BY x.sort_date ${direction}, x.article_key ${direction} LIMIT ?`,
    [last.sortDate, last.key, limit],
  );
}

async function nextStory(sql: Sql): Promise<number> {
  const row = await sql.first<{ last: number | null }>("SELECT max(key) AS last FROM story");
  return Number(row?.last ?? 0) + 1;
}

/** All articles of the stories that some articles are in. */
export function storiesOf(
  sql: Sql,
  articles: readonly number[],
): Promise<{ article: number; story: number }[]> {
  return sql.all(
    `SELECT article_key AS article, story_key AS story FROM story_article WHERE story_key IN ` +
      `(SELECT story_key FROM story_article WHERE ${sql.anyOf("article_key")}) ORDER BY sort_date, article_key`,
    [{ list: articles }],
  );
}

/** Publication in milliseconds since 1970; null for an undated article. */
export function dateOf({ sortDate }: { sortDate: number }): number | null {
  return sortDate <= UNDATED ? null : sortDate;
}
