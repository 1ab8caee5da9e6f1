import { createHash } from "node:crypto";
import type { Sql } from "../db/Sql.js";

/** Tables of the graph itself, in the order of the report. */
export const graphTables = [
  "source",
  "section",
  "author",
  "article",
  "article_author",
  "info_source_credit",
  "image",
  "paragraph",
  "entity",
  "mention",
  "article_entity",
  "co_mention",
  "co_mention_total",
  "quotation",
  "related_link",
  "role",
  "role_mention",
  "article_vector",
  "article_revision",
  "story_article",
  "duplicate",
] as const;

/** What a row of a table is known by, whatever its key. */
const NAMES: Readonly<Record<string, readonly [table: string, column: string]>> = {
  article_key: ["article", "identity"],
  target_key: ["article", "identity"],
  // A slug is given out when a name is first seen, so it depends on the order of arrival.
  entity_key: ["entity", "id"],
  a_key: ["entity", "id"],
  b_key: ["entity", "id"],
  speaker_key: ["entity", "id"],
  holder_key: ["entity", "id"],
  organization_key: ["entity", "id"],
  country_key: ["entity", "id"],
  contained_in_key: ["entity", "id"],
  role_key: ["role", "id"],
  source_key: ["source", "identity"],
  section_key: ["section", "identity"],
  author_key: ["author", "identity"],
  story_key: ["story", "id"],
  group_key: ["duplicate_group", "id"],
};
/** Columns that say when and from which document something came, or that depend on the order of arrival. */
const LEFT_OUT = new Set([
  "key",
  "id",
  "slug",
  "raw_key",
  "ingested_at",
  "content_hash",
  "entity_keys",
  "similarity",
  "novelty",
  "observed_at",
  "changed_at",
  "mentions",
]);
const BYTES = 32;

/** Names of the things that rows point to, by table. */
type NameTables = Map<string, Map<unknown, string>>;

/** Rows of a table of the graph by what they are: keys are replaced by names. @throws Error for a key that leads nowhere */
export async function* namedRows(sql: Sql, table: string): AsyncGenerator<Record<string, unknown>> {
  const names = await namesFor(sql);
  yield* namedRowsOf(sql, table, names);
}

async function* namedRowsOf(
  sql: Sql,
  table: string,
  names: NameTables,
): AsyncGenerator<Record<string, unknown>> {
  for await (const row of rowsOf(sql, table)) {
    const named: Record<string, unknown> = {};
    for (const [column, value] of Object.entries(row)) {
      if (LEFT_OUT.has(column)) continue;
      const of = NAMES[column];
      if (of === undefined) named[column] = typeof value === "boolean" ? Number(value) : value;
      else if (value === null || value === 0) named[column] = null;
      else {
        const name = names.get(of[0])?.get(value);
        if (name === undefined) throw new Error(`${table}.${column} ${JSON.stringify(value)} leads nowhere`);
        named[column] = name;
      }
    }
    yield named;
  }
}

/** Columns by whose values a table is read piece by piece, each by an index. Others are read by the articles that their rows are of. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ["source", "section", "author", "article", "entity", "role"].map((table) => [table, ["key"]]),
  ),
  // Of one entity there may be as many rows as articles.
  co_mention: ["a_key", "b_key", "sort_date", "article_key"],
  co_mention_total: ["a_key", "b_key"],
};
/** Rows of so many articles, or so many rows, are in memory at once. */
const PIECE = { articles: 500, rows: 5000 };

async function* rowsOf(sql: Sql, table: string): AsyncGenerator<Record<string, unknown>> {
  const order = ORDERS[table];
  if (order === undefined) {
    yield* rowsByArticle(sql, table);
    return;
  }
  const columns = order.join(", ");
  const condition = table === "entity" ? "(article_count > 0 OR mention_count > 0) AND " : "";
  let last = order.map(() => -1);
  for (let size = PIECE.rows; size === PIECE.rows;) {
    const rows = await sql.all<Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE ${condition}(${columns}) > (${order.map(() => "?").join(", ")}) ORDER BY ${columns} LIMIT ${PIECE.rows}`,
      last,
    );
    yield* rows;
    size = rows.length;
    last = order.map((column) => Number(rows.at(-1)?.[column]));
  }
}

async function* rowsByArticle(sql: Sql, table: string): AsyncGenerator<Record<string, unknown>> {
  const row = await sql.first<{ last: number | null }>(`SELECT max(article_key) AS last FROM ${table}`);
  // Some tables have rows of none: their key is 0.
  for (let from = -1; from < (row?.last ?? -1); from += PIECE.articles) {
    yield* await sql.all<Record<string, unknown>>(
      `SELECT * FROM ${table} WHERE article_key > ? AND article_key <= ?`,
      [from, from + PIECE.articles],
    );
  }
}

async function namesFor(sql: Sql): Promise<NameTables> {
  const tables: NameTables = new Map();
  for (const [table, column] of Object.values(NAMES)) {
    if (tables.has(table)) continue;
    // A story or group gets its ID when it begins, so that depends on the order of arrival.
    const members = { story: "story_article", duplicate_group: "duplicate" }[table];
    const group = table === "story" ? "story_key" : "group_key";
    const query =
      members === undefined
        ? `SELECT key, ${column} AS name FROM ${table}`
        : `SELECT x.${group} AS key, min(a.identity) AS name FROM ${members} x JOIN article a ON a.key = x.article_key GROUP BY x.${group}`;
    const rows = await sql.all<{ key: number; name: string }>(query);
    tables.set(table, new Map(rows.map(({ key, name }) => [key, name])));
  }
  return tables;
}

/**
 * A hash of the graph's content (hexadecimal), the same whatever the order and the keys of its rows: the sum of the SHA-256 of
 * every row modulo 2^256. Related articles are not in it: they depend on what was known when they were computed.
 */
export async function graphHash(sql: Sql): Promise<string> {
  const names = await namesFor(sql);
  let sum = 0n;
  for (const table of graphTables) {
    for await (const row of namedRowsOf(sql, table, names)) {
      const text = JSON.stringify([table, Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))]);
      sum += BigInt(`0x${createHash("sha256").update(text).digest("hex")}`);
    }
  }
  return BigInt.asUintN(BYTES * 8, sum)
    .toString(16)
    .padStart(BYTES * 2, "0");
}
