import type { Database } from "../db/openDatabase.js";
import type { Sql } from "../db/Sql.js";
import type { StoryChange } from "../graph/stories/storyChange.js";
import type { StoryIndex } from "../graph/stories/StoryIndex.js";
import { collectGarbage } from "./collectGarbage.js";
import { dateOf, loadStories, oldestLoaded, storiesOf } from "./loadStories.js";
import { duplicatePieces, storeDuplicateGroups } from "./storeDuplicateGroups.js";
import { storeDuplicatePairs } from "./storeDuplicatePairs.js";
import { articlesToRelate, forgetRelated, storeRelated } from "./storeRelated.js";
import { storeStories } from "./storeStories.js";
import { readVector } from "./storeVector.js";
import {
  ALL_PENDING,
  countPending,
  pendingBefore,
  forgetPending,
  oldestPending,
  pendingDate,
  type PendingArticle,
  type PendingRange,
} from "./pendingArticles.js";

/** How to place articles. */
export interface PlacingOptions {
  /** Called between articles, so that others of this thread have their turn. */
  pause?: () => Promise<void>;
  /** Ends it; what is not placed is placed the next time. */
  signal?: AbortSignal;
  onProgress?: (placed: number, total: number) => void;
}

/** As many articles as this share of the index are placed together, and all its stories looked over: then their order does not matter. */
const SETTLING_SHARE = 0.1;
/** More than the index can hold are placed in parts of this share of it, the oldest first. */
const PART = 0.5;
/** Articles that are older than a full index are placed among those nearest to them in time: so many for each, at least and at most. */
const WINDOW = { each: 10, least: 1000, share: 0.5 };
/** Placed in one transaction, one by one. */
const BATCH = 32;
/** Read, or related, in one piece. */
const PIECE = 200;
const VERSION = "stories";
const writers = new WeakMap<Database, StoryWriter>();

/** What became of a try to place articles: `AGAIN` when another process came between, or it was ended. */
type Tried = "PLACED" | "AGAIN" | "NOTHING";

/**
 * Finds the stories, the related articles and the copies of articles that are new or changed. The index of the newest articles is in
 * memory; it is loaded when it is first needed, or when another process has written stories meanwhile.
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
    const { signal, onProgress } = options;
    const total = await countPending(sql, ALL_PENDING);
    try {
      for (let left = total; left > 0 && signal?.aborted !== true;) {
        const done = Math.max(0, total - left);
        const tried = await this.placeSome(left, {
          ...options,
          onProgress: (placed) => onProgress?.(Math.min(total, done + placed), total),
        });
        if (tried === "NOTHING") return;
        left = await countPending(sql, ALL_PENDING);
      }
    } catch (error) {
      // What is in memory may be ahead of what was written.
      this.stories = null;
      throw error;
    }
  }

  private async placeSome(left: number, options: PlacingOptions): Promise<Tried> {
    const { sql } = this.database;
    const oldest = await oldestLoaded(sql, this.limit);
    const range = oldest === null ? null : pendingBefore(oldest);
    const older = range === null ? 0 : await countPending(sql, range);
    if (range !== null && older > 0) return this.placeOlder(range, older, options);
    const stories = await this.load(options);
    const count = left + stories.size <= this.limit ? left : Math.min(left, this.part);
    return this.placePart(stories, ALL_PENDING, count, options);
  }

  private get part(): number {
    return Math.max(1, Math.floor(this.limit * PART));
  }

  /** Places articles that a full index would let go of at once among those of their own time. */
  private async placeOlder(range: PendingRange, older: number, options: PlacingOptions): Promise<Tried> {
    const { sql } = this.database;
    const count = Math.min(older, this.part);
    await this.refresh();
    const around = await pendingDate(sql, range, Math.floor(count / 2));
    const most = Math.floor(this.limit * WINDOW.share);
    const window = {
      limit: this.limit,
      count: Math.min(most, Math.max(WINDOW.least, count * WINDOW.each)),
      around,
    };
    // Both would take twice the memory.
    if (count * WINDOW.each > most) this.stories = null;
    const stories = await loadStories(sql, window, this.between(options));
    return this.placePart(stories, range, count, options);
  }

  private async placePart(
    stories: StoryIndex,
    range: PendingRange,
    count: number,
    options: PlacingOptions,
  ): Promise<Tried> {
    return count >= stories.size * SETTLING_SHARE
      ? this.settle(stories, range, count, options)
      : this.placeEach(stories, range, count, options);
  }

  /** One by one, the oldest first. */
  private async placeEach(
    stories: StoryIndex,
    range: PendingRange,
    count: number,
    { pause, signal, onProgress }: PlacingOptions,
  ): Promise<Tried> {
    let placed = 0;
    while (placed < count) {
      if (signal?.aborted === true) return "AGAIN";
      onProgress?.(placed, count);
      const written = await this.write(stories, async (sql) => {
        const batch = await oldestPending(sql, range, Math.min(BATCH, count - placed));
        const keys = batch.map(({ articleKey }) => articleKey);
        stories.know(await storiesOf(sql, keys));
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
        await forgetRelated(sql, keys);
        await storeRelated(sql, stories, await articlesToRelate(sql, keys), new Set(keys));
        const near = await storeDuplicatePairs(sql, stories, keys);
        await storeDuplicateGroups(sql, near, new Set(keys));
        await forgetPending(sql, batch);
        placed += batch.length;
        return { changes, isLast: batch.length === 0 };
      });
      if (written === null) return "AGAIN";
      if (written.isLast) break;
      collectGarbage();
      await pause?.();
    }
    return placed > 0 ? "PLACED" : "NOTHING";
  }

  /** All together, with a look over all stories of the index. */
  private async settle(
    stories: StoryIndex,
    range: PendingRange,
    count: number,
    options: PlacingOptions,
  ): Promise<Tried> {
    const { pause, signal, onProgress } = options;
    const placed = await this.enter(stories, range, count, options);
    if (placed.length === 0) return "NOTHING";
    const work = stories.settling();
    let step = work.next();
    for (let steps = 1; step.done !== true && signal?.aborted !== true; step = work.next(), steps++) {
      if (steps % PIECE === 0) collectGarbage();
      await pause?.();
    }
    const keys = new Set(placed.map(({ articleKey }) => articleKey));
    const changes = step.done === true ? step.value : null;
    const written =
      changes === null
        ? null
        : await this.write(stories, async (sql) => {
            await storeStories(sql, stories, changes, placed);
            await forgetRelated(sql, [...keys]);
            return { changes };
          });
    if (written === null) {
      this.stories = null;
      return "AGAIN";
    }
    const near = new Set<number>();
    for (let from = 0; from < placed.length && signal?.aborted !== true; from += PIECE) {
      onProgress?.(from, count);
      const piece = placed.slice(from, from + PIECE).map(({ articleKey }) => articleKey);
      await this.database.write(async (sql) => {
        await storeRelated(sql, stories, await articlesToRelate(sql, piece), keys);
        for (const key of await storeDuplicatePairs(sql, stories, piece)) near.add(key);
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
        await forgetPending(
          sql,
          piece.flatMap((key) => placedOf.get(key) ?? []),
        );
      });
      await pause?.();
    }
    stories.forgetGone();
    return "PLACED";
  }

  /** Takes the oldest that wait into the index. */
  private async enter(
    stories: StoryIndex,
    range: PendingRange,
    count: number,
    { pause }: PlacingOptions,
  ): Promise<PendingArticle[]> {
    const { sql } = this.database;
    const entered: PendingArticle[] = [];
    let { after } = range;
    while (entered.length < count) {
      const piece = await oldestPending(sql, { ...range, after }, Math.min(PIECE, count - entered.length));
      const last = piece.at(-1);
      if (last === undefined) break;
      after = last;
      stories.know(
        await storiesOf(
          sql,
          piece.map(({ articleKey }) => articleKey),
        ),
      );
      for (const { language, vectors, ...each } of piece) {
        stories.enter(each.articleKey, readVector({ language, vectors }, dateOf(each)));
        entered.push(each);
      }
      collectGarbage();
      await pause?.();
    }
    return entered;
  }

  /** The index of the newest articles as the database has it. */
  private async load(options: PlacingOptions): Promise<StoryIndex> {
    await this.refresh();
    return (this.stories ??= await loadStories(
      this.database.sql,
      { limit: this.limit, count: this.limit, around: null },
      this.between(options),
    ));
  }

  /** Lets go of what is in memory when another process has written stories meanwhile. */
  private async refresh(): Promise<void> {
    const version = await versionOf(this.database.sql);
    if (version !== this.version) this.stories = null;
    this.version = version;
  }

  private between({ pause, onProgress }: PlacingOptions): () => Promise<void> {
    return async () => {
      onProgress?.(0, 0);
      await pause?.();
    };
  }

  /** Writes what became of stories, unless another process has written some meanwhile: then null. */
  private async write<Written extends { changes: readonly StoryChange[] }>(
    stories: StoryIndex,
    work: (sql: Sql) => Promise<Written>,
  ): Promise<Written | null> {
    const next = String(Number(this.version) + 1);
    const written = await this.database.write(async (sql) => {
      if ((await versionOf(sql)) !== this.version) return null;
      const result = await work(sql);
      await sql.all(
        "INSERT INTO property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [VERSION, next],
      );
      return result;
    });
    if (written !== null) this.version = next;
    if (this.stories !== null && this.stories !== stories) {
      // What is in memory stays true as long as its own stories were left alone.
      if (written === null || written.changes.some((change) => this.stories?.knows(change) === true))
        this.stories = null;
      else this.stories.goOnFrom(stories);
    }
    return written;
  }
}

async function versionOf(sql: Sql): Promise<string> {
  const row = await sql.first<{ value: string }>("SELECT value FROM property WHERE name = ?", [VERSION]);
  return row?.value ?? "0";
}
