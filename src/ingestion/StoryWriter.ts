import type { Database } from "../db/openDatabase.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { backgroundFrequencies } from "../graph/similarity/backgroundFrequencies.js";
import { INDEX_LIMITS } from "../graph/stories/ArticleIndex.js";
import type { StoryChange } from "../graph/stories/storyChange.js";
import { StoryIndex } from "../graph/stories/StoryIndex.js";
import { duplicatePieces, storeDuplicateGroups } from "./storeDuplicateGroups.js";
import { storeDuplicatePairs } from "./storeDuplicatePairs.js";
import { collectGarbage } from "./collectGarbage.js";
import { forgetRelated, storeRelated, type ArticleToRelate } from "./storeRelated.js";
import { storeStories, type PlacedArticle } from "./storeStories.js";
import { readVector } from "./storeVector.js";

/** How to place articles. */
export interface PlacingOptions {
  /** Called between articles, so that others of this thread have their turn. */
  pause?: () => Promise<void>;
  /** Ends it; what is not placed is placed the next time. */
  signal?: AbortSignal;
  onProgress?: (placed: number, total: number) => void;
}

/** An article that waits, with what it is compared by. */
interface Waiting extends PlacedArticle, ArticleToRelate {
  token: number;
  language: string;
  vectors: string;
}

/** As many articles as this share of the index are placed together, and all stories looked over: then their order does not matter. */
const SETTLING_SHARE = 0.1;
/** Placed in one transaction, one by one. */
const BATCH = 32;
/** Read, or related, in one piece. */
const PIECE = 200;
const VERSION = "stories";
const writers = new WeakMap<Database, StoryWriter>();

/**
 * Finds the stories and the related articles of those that are new or changed. The index of articles is in memory, and is loaded
 * when it is first needed, or when another process has written stories meanwhile.
 */
export class StoryWriter {
  private stories: StoryIndex | null = null;
  private version = "";
  private last: Promise<unknown> = Promise.resolve();

  private readonly limit: number;

  private constructor(private readonly database: Database) {
    this.limit = database.storyArticles;
  }

  /** The writer of a database. */
  static of(database: Database): StoryWriter {
    let writer = writers.get(database);
    if (!writer) writers.set(database, (writer = new StoryWriter(database)));
    return writer;
  }

  /** Places all articles that wait, after earlier calls are done. */
  place(options: PlacingOptions = {}): Promise<void> {
    const work = this.last.then(() => this.placeAll(options));
    this.last = work.catch(() => undefined);
    return work;
  }

  private async placeAll(options: PlacingOptions): Promise<void> {
    const { sql } = this.database;
    const total =
      (await sql.first<{ count: number }>("SELECT count(*) AS count FROM story_pending"))?.count ?? 0;
    if (total === 0) return;
    try {
      const stories = await this.load(sql, options);
      const { size } = stories;
      const isSettled =
        total >= size * SETTLING_SHARE &&
        size + total <= this.limit &&
        (await this.settle(stories, total, options));
      if (!isSettled) await this.placeEach(total, options);
    } catch (error) {
      // What is in memory may be ahead of what was written.
      this.stories = null;
      throw error;
    }
  }

  /** One by one, the oldest first. */
  private async placeEach(total: number, { pause, signal, onProgress }: PlacingOptions): Promise<void> {
    for (let placed = 0, count = BATCH; count === BATCH; placed += count) {
      if (signal?.aborted === true) return;
      onProgress?.(placed, total);
      count = await this.database.write(async (sql) => {
        const stories = await this.load(sql, {});
        const batch = await waitingArticles(sql, "ORDER BY sort_date, article_key LIMIT ?", [BATCH]);
        stories.know(
          await storiesOf(
            sql,
            batch.map(({ articleKey }) => articleKey),
          ),
        );
        const changes: StoryChange[] = [];
        for (const each of batch) {
          const terms = readVector(each, dateOf(each));
          const isKnown = stories.story(each.articleKey) !== null;
          changes.push(
            ...(isKnown ? stories.replace(each.articleKey, terms) : stories.add(each.articleKey, terms)),
          );
          await pause?.();
        }
        await storeStories(sql, stories, changes, batch);
        const keys = batch.map(({ articleKey }) => articleKey);
        await forgetRelated(sql, keys);
        await storeRelated(sql, stories, batch, new Set(keys));
        const near = await storeDuplicatePairs(sql, stories, keys);
        await storeDuplicateGroups(sql, near, new Set(keys));
        await done(sql, batch);
        await this.count(sql);
        return batch.length;
      });
      collectGarbage();
      await pause?.();
    }
  }

  /** All together, with a look over all stories. False when it was ended, or another process came between. */
  private async settle(
    stories: StoryIndex,
    total: number,
    { pause, signal, onProgress }: PlacingOptions,
  ): Promise<boolean> {
    const placed: Omit<Waiting, "language" | "vectors">[] = [];
    for (let last = 0; ;) {
      const piece = await waitingArticles(
        this.database.sql,
        "WHERE article_key > ? ORDER BY article_key LIMIT ?",
        [last, PIECE],
      );
      for (const { language, vectors, ...each } of piece) {
        stories.enter(each.articleKey, readVector({ language, vectors }, dateOf(each)));
        placed.push(each);
        last = Math.max(last, each.articleKey);
      }
      onProgress?.(0, total);
      collectGarbage();
      await pause?.();
      if (piece.length < PIECE) break;
    }
    const work = stories.settling();
    let step = work.next();
    for (let steps = 1; step.done !== true && signal?.aborted !== true; step = work.next(), steps++) {
      if (steps % PIECE === 0) collectGarbage();
      await pause?.();
    }
    const changes = step.done === true ? step.value : null;
    const keys = new Set(placed.map(({ articleKey }) => articleKey));
    const isWritten =
      changes !== null &&
      (await this.database.write(async (sql) => {
        if ((await versionOf(sql)) !== this.version) return false;
        await storeStories(sql, stories, changes, placed);
        await forgetRelated(sql, [...keys]);
        await this.count(sql);
        return true;
      }));
    if (!isWritten) {
      this.stories = null;
      return false;
    }
    const near = new Set<number>();
    for (let from = 0; from < placed.length && signal?.aborted !== true; from += PIECE) {
      onProgress?.(from, total);
      const piece = placed.slice(from, from + PIECE);
      await this.database.write(async (sql) => {
        await storeRelated(sql, stories, piece, keys);
        const pieceKeys = piece.map(({ articleKey }) => articleKey);
        for (const key of await storeDuplicatePairs(sql, stories, pieceKeys)) near.add(key);
      });
      collectGarbage();
      await pause?.();
    }
    const placedOf = new Map(placed.map((each) => [each.articleKey, each]));
    for (const piece of await duplicatePieces(this.database.sql, [...near], PIECE)) {
      if (signal?.aborted === true) break;
      await this.database.write(async (sql) => {
        await storeDuplicateGroups(sql, piece, keys);
        // Only now all of them is written.
        await done(
          sql,
          piece.flatMap((key) => placedOf.get(key) ?? []),
        );
      });
      await pause?.();
    }
    return true;
  }

  /** The index as the database has it. */
  private async load(sql: Sql, { pause, onProgress }: PlacingOptions): Promise<StoryIndex> {
    const version = await versionOf(sql);
    if (this.stories !== null && version === this.version) return this.stories;
    const articles: { key: number; terms: ReturnType<typeof readVector> }[] = [];
    // The undated count as the newest, as in the index.
    for (const isDated of [false, true]) {
      for (
        let last = { sortDate: Number.MAX_SAFE_INTEGER, key: Number.MAX_SAFE_INTEGER };
        articles.length < this.limit;
      ) {
        const limit = Math.min(PIECE, this.limit - articles.length);
        const rows = await sql.all<{ key: number; sortDate: number; language: string; vectors: string }>(
          `SELECT x.article_key AS key, x.sort_date AS "sortDate", v.language, v.vectors FROM story_article x ` +
            "JOIN article_vector v ON v.article_key = x.article_key " +
            `WHERE ${isDated ? `x.sort_date > ${UNDATED}` : `x.sort_date = ${UNDATED}`} AND (x.sort_date, x.article_key) < (?, ?) ` +
            "ORDER BY x.sort_date DESC, x.article_key DESC LIMIT ?",
          [last.sortDate, last.key, limit],
        );
        for (const row of rows) articles.push({ key: row.key, terms: readVector(row, dateOf(row)) });
        last = rows.at(-1) ?? last;
        onProgress?.(0, articles.length);
        collectGarbage();
        await pause?.();
        if (rows.length < limit) break;
      }
    }
    const next = await sql.first<{ last: number | null }>("SELECT max(key) AS last FROM story");
    this.stories = StoryIndex.load(
      {
        articles,
        stories: await storiesOf(
          sql,
          articles.map(({ key }) => key),
        ),
        nextStory: Number(next?.last ?? 0) + 1,
      },
      backgroundFrequencies(),
      { ...INDEX_LIMITS, articles: this.limit },
    );
    this.version = version;
    return this.stories;
  }

  private async count(sql: Sql): Promise<void> {
    const version = String(Number(this.version) + 1);
    await sql.all(
      "INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      [VERSION, version],
    );
    this.version = version;
  }
}

async function versionOf(sql: Sql): Promise<string> {
  const row = await sql.first<{ value: string }>("SELECT value FROM property WHERE name = ?", [VERSION]);
  return row?.value ?? "0";
}

/** Articles that wait. `which` are the conditions, order and limit of their rows. */
async function waitingArticles(sql: Sql, which: string, values: number[]): Promise<Waiting[]> {
  const rows = await sql.all<Omit<Waiting, "entityKeys"> & { entityKeys: string }>(
    `SELECT p.article_key AS "articleKey", p.token, p.sort_date AS "sortDate", v.language, v.vectors, v.entity_keys AS "entityKeys" ` +
      `FROM (SELECT article_key, token, sort_date FROM story_pending ${which}) p ` +
      "JOIN article_vector v ON v.article_key = p.article_key ORDER BY p.sort_date, p.article_key",
    values,
  );
  return rows.map((row) => ({ ...row, entityKeys: JSON.parse(row.entityKeys) as Record<string, number> }));
}

/** All articles of the stories that some articles are in. */
function storiesOf(sql: Sql, articles: readonly number[]): Promise<{ article: number; story: number }[]> {
  return sql.all(
    `SELECT article_key AS article, story_key AS story FROM story_article WHERE story_key IN ` +
      `(SELECT story_key FROM story_article WHERE ${sql.anyOf("article_key")}) ORDER BY sort_date, article_key`,
    [{ list: articles }],
  );
}

/** They wait no longer, but for those that changed meanwhile. */
async function done(sql: Sql, articles: readonly { articleKey: number; token: number }[]): Promise<void> {
  await sql.all(
    `DELETE FROM story_pending WHERE ${sql.anyOf("article_key")} AND (article_key, token) IN (SELECT v.p0, v.p1 FROM ${sql.numbers(2)} v)`,
    [
      { list: articles.map(({ articleKey }) => articleKey) },
      JSON.stringify(articles.map(({ articleKey, token }) => [articleKey, token])),
    ],
  );
}

function dateOf({ sortDate }: { sortDate: number }): number | null {
  return sortDate <= UNDATED ? null : sortDate;
}
