import DataLoader from "dataloader";
import type { Sql } from "../db/Sql.js";
import {
  listCounts,
  listPages,
  type ListPage,
  type ListQuery,
  type PageArguments,
  type Parent,
} from "../graph/list.js";

/** A loader of one row for each key, null where there is none. */
export function one<Key extends string | number, Row extends object>(
  load: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await load(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** A loader of all rows for each key, in the order in which they came. */
export function many<Key extends string | number, Row extends object>(
  load: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
): DataLoader<Key, Row[]> {
  return new DataLoader(async (keys) => {
    const groups = new Map<Key, Row[]>(keys.map((key) => [key, []]));
    for (const row of await load(keys)) groups.get(keyOf(row))?.push(row);
    return keys.map((key) => groups.get(key) ?? []);
  });
}

/**
 * Loads values for keys that come with arguments: calls with equal arguments share a batch, so that a field asked
 * for on many parents becomes one call of `load`.
 */
export class WithArguments<Key, Arguments, Value> {
  private readonly loaders = new Map<string, DataLoader<Key, Value, string>>();

  constructor(private readonly read: (keys: readonly Key[], args: Arguments) => Promise<Value[]>) {}

  /** The value for a key under these arguments. */
  load(key: Key, args: Arguments): Promise<Value> {
    const signature = JSON.stringify(args) ?? "";
    let loader = this.loaders.get(signature);
    if (!loader) {
      loader = new DataLoader((keys) => this.read(keys, args), {
        cacheKeyFn: (wanted) => JSON.stringify(wanted),
      });
      this.loaders.set(signature, loader);
    }
    return loader.load(key);
  }
}

/** Pages and counts of one kind of list, batched over its parents: one statement for each set of arguments. */
export class ListLoader<Arguments, Row extends object> {
  private readonly queries = new Map<string, Promise<ListQuery>>();
  private readonly pages: WithArguments<Parent, { args: Arguments; page: PageArguments }, ListPage<Row>>;
  private readonly counts: WithArguments<Parent, Arguments, number>;

  constructor(
    sql: Sql,
    private readonly read: (args: Arguments) => Promise<ListQuery> | ListQuery,
  ) {
    this.pages = new WithArguments(async (parents, { args, page }) =>
      listPages<Row>(sql, await this.query(args), parents, page),
    );
    this.counts = new WithArguments(async (parents, args) =>
      listCounts(sql, await this.query(args), parents),
    );
  }

  /** One page of a parent's list. */
  page(parent: Parent, args: Arguments, page: PageArguments): Promise<ListPage<Row>> {
    return this.pages.load(parent, { args, page });
  }

  /** Length of a parent's list. */
  count(parent: Parent, args: Arguments): Promise<number> {
    return this.counts.load(parent, args);
  }

  /** Pages and count of a list are of one query, so that "now" and the names in a text query are read once. */
  private query(args: Arguments): Promise<ListQuery> {
    const signature = JSON.stringify(args) ?? "";
    let query = this.queries.get(signature);
    if (!query) {
      query = Promise.resolve(this.read(args));
      this.queries.set(signature, query);
    }
    return query;
  }
}
