import type { Sql, SqlValue } from "../db/Sql.js";
import { readCursor, writeCursor, type CursorType } from "./cursor.js";

/** A condition of a WHERE clause with the values of its `?`. */
export interface Condition {
  text: string;
  values: SqlValue[];
}

/** One part of an order. */
export interface OrderTerm {
  /** Expression that is never null. */
  sql: string;
  type: CursorType;
  descending: boolean;
  /** The same value as a column of `driver`, where that gives the order by index. */
  driverSql?: string;
}

/** Which rows a list holds, and in which order; the last order term makes the order total. */
export interface ListQuery {
  /** What the list holds, and of what: a cursor fits only lists of one name and order. */
  name: string;
  /** Select list of a row. */
  select: string;
  /** Table with alias whose rows the list holds. */
  base: string;
  /** Unique column of `base`: with it each parent's rows are read by index and cut at the page's end. */
  rowKey?: string;
  /** Joins that `where` or `order` need. */
  joins?: string;
  /** Joins that only `select` needs, exactly one row for each row of `base`: never read to find or count rows. */
  lookups?: string;
  /** Values of the `?` in `base` and `joins`; they may depend on the parents. */
  joinValues?: SqlValue[] | ((parents: readonly Parent[]) => SqlValue[]);
  /** Table that finds the rows of `base` faster than `base` itself; only `where` and `parent` may name it. */
  driver?: string;
  /** Columns that tie a row to its parent, one for each number of a parent. */
  parent?: string[];
  where: Condition[];
  order: OrderTerm[];
}

/** Which part of a list to read (Relay). Exactly one of `first` and `last` is set. */
export interface PageArguments {
  first: number | null;
  after: string | null;
  last: number | null;
  before: string | null;
}

/** A row with its place in the list. */
export interface ListItem<Row> {
  row: Row;
  cursor: string;
}

/** One page of a list. */
export interface ListPage<Row> {
  items: ListItem<Row>[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** A parent: one number for each column of `ListQuery.parent`. */
export type Parent = readonly number[];

/**
 * One page of a list for each parent, in one statement. Without `parent` columns give `[[]]` as the only parent.
 * @returns pages in the order of `parents`
 * @throws MitosError BAD_CURSOR
 */
export async function listPages<Row extends object>(
  sql: Sql,
  query: ListQuery,
  parents: readonly Parent[],
  page: PageArguments,
): Promise<ListPage<Row>[]> {
  const backward = page.last !== null;
  const limit = (backward ? page.last : page.first) ?? 0;
  const order = backward ? reversed(query.order) : query.order;
  const where = [...query.where];
  if (page.after !== null) where.push(beyond(query.order, placeOf(query, page.after)));
  if (page.before !== null) where.push(beyond(reversed(query.order), placeOf(query, page.before)));
  const rows = await fetchRows(sql, { ...query, order, where }, parents, limit + 1);

  const byParent: Record<string, unknown>[][] = parents.map(() => []);
  for (const row of rows) byParent[row["$i"] as number]?.push(row);
  return byParent.map((found) => {
    const more = found.length > limit;
    const kept = found.slice(0, limit);
    if (backward) kept.reverse();
    return {
      items: kept.map((row) => ({ row: row as Row, cursor: cursorOf(query, row) })),
      hasNextPage: backward ? page.before !== null : more,
      hasPreviousPage: backward ? more : page.after !== null,
    };
  });
}

/** Length of each parent's list, in one statement. */
export async function listCounts(sql: Sql, query: ListQuery, parents: readonly Parent[]): Promise<number[]> {
  const table = parentRows(sql, parents);
  const where = [...tiedToParent(query), ...query.where];
  const rows = await sql.all<{ i: number; count: number }>(
    `SELECT parent.i AS i, count(*) AS count FROM ${table.text} parent CROSS JOIN ${found(query)}${whereClause(where)} GROUP BY parent.i`,
    [...table.values, ...valuesOf(query, parents), ...where.flatMap(({ values }) => values)],
  );
  const counts = parents.map(() => 0);
  for (const { i, count } of rows) counts[i] = count;
  return counts;
}

async function fetchRows(
  sql: Sql,
  query: ListQuery,
  parents: readonly Parent[],
  limit: number,
): Promise<Record<string, unknown>[]> {
  const columns = [query.select, ...query.order.map((term, index) => `${term.sql} AS "$${index}"`)].join(
    ", ",
  );
  const orderBy = query.order.map((term) => `${indexed(term)}${term.descending ? " DESC" : ""}`).join(", ");
  const joinValues = valuesOf(query, parents);
  const lookups = query.lookups ?? "";
  if (!query.parent) {
    const values = query.where.flatMap((condition) => condition.values);
    return sql.all(
      `SELECT 0 AS "$i", ${columns} FROM ${found(query)} ${lookups}${whereClause(query.where)} ORDER BY ${orderBy} LIMIT ?`,
      [...joinValues, ...values, limit],
    );
  }
  const table = parentRows(sql, parents);
  const where = [...tiedToParent(query), ...query.where];
  const whereValues = where.flatMap((condition) => condition.values);
  const outputOrder = query.order
    .map((term, index) => `"$${index}"${term.descending ? " DESC" : ""}`)
    .join(", ");
  if (query.rowKey === undefined) {
    return sql.all(
      `SELECT * FROM (SELECT parent.i AS "$i", ${columns}, row_number() OVER (PARTITION BY parent.i ORDER BY ${orderBy}) AS "$n" ` +
        `FROM ${table.text} parent CROSS JOIN ${found(query)} ${lookups}${whereClause(where)}) t WHERE "$n" <= ? ORDER BY "$i", ${outputOrder}`,
      [...table.values, ...joinValues, ...whereValues, limit],
    );
  }
  if (sql.dialect === "postgres") {
    return sql.all(
      `SELECT parent.i AS "$i", t.* FROM ${table.text} parent CROSS JOIN LATERAL ` +
        `(SELECT ${columns} FROM ${found(query)} ${lookups}${whereClause(where)} ORDER BY ${orderBy} LIMIT ?) t ORDER BY parent.i, ${outputOrder}`,
      [...table.values, ...joinValues, ...whereValues, limit],
    );
  }
  // SQLite has no LATERAL; a correlated row-key subquery reads the same rows by the same index.
  return sql.all(
    `SELECT parent.i AS "$i", ${columns} FROM ${table.text} parent CROSS JOIN ${query.base} ON ${query.rowKey} IN ` +
      `(SELECT ${query.rowKey} FROM ${found(query)}${whereClause(where)} ORDER BY ${orderBy} LIMIT ?) ${query.joins ?? ""} ${lookups} ` +
      `ORDER BY parent.i, ${outputOrder}`,
    [...table.values, ...joinValues, ...whereValues, limit, ...joinValues],
  );
}

/** The FROM clause that finds the rows. */
function found({ driver, base, joins }: ListQuery): string {
  return `${driver === undefined ? "" : `${driver} CROSS JOIN `}${base} ${joins ?? ""}`;
}

function valuesOf({ joinValues = [] }: ListQuery, parents: readonly Parent[]): SqlValue[] {
  return typeof joinValues === "function" ? joinValues(parents) : joinValues;
}

function parentRows(sql: Sql, parents: readonly Parent[]): { text: string; values: SqlValue[] } {
  return { text: sql.numbers(parents[0]?.length ?? 0), values: [JSON.stringify(parents)] };
}

function tiedToParent(query: ListQuery): Condition[] {
  return (query.parent ?? []).map((column, index) => ({ text: `${column} = parent.p${index}`, values: [] }));
}

/** ` WHERE …` of all conditions, or nothing. */
export function whereClause(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? "" : ` WHERE ${conditions.map(({ text }) => `(${text})`).join(" AND ")}`;
}

/** The order that a list is asked for, each expression once, with the tie-breaker that makes it total. */
export function totalOrder(wanted: readonly OrderTerm[], key: string): OrderTerm[] {
  const terms = wanted.filter((term, index) => wanted.findIndex(({ sql }) => sql === term.sql) === index);
  // The same direction as the first term: then one comparison of rows finds what comes after a cursor.
  return [...terms, { sql: key, type: "bigint", descending: terms[0]?.descending ?? true }];
}

function indexed(term: OrderTerm): string {
  return term.driverSql ?? term.sql;
}

function reversed(order: readonly OrderTerm[]): OrderTerm[] {
  return order.map((term) => ({ ...term, descending: !term.descending }));
}

/** Rows that come after the given values in an order. */
function beyond(order: readonly OrderTerm[], values: SqlValue[]): Condition {
  const sameDirection = order.every((term) => term.descending === order[0]?.descending);
  if (sameDirection) {
    const operator = order[0]?.descending === true ? "<" : ">";
    return {
      text: `(${order.map(indexed).join(", ")}) ${operator} (${order.map(() => "?").join(", ")})`,
      values,
    };
  }
  const texts: string[] = [];
  const bound: SqlValue[] = [];
  order.forEach((term, index) => {
    const equal = order.slice(0, index).map((earlier) => `${indexed(earlier)} = ?`);
    texts.push([...equal, `${indexed(term)} ${term.descending ? "<" : ">"} ?`].join(" AND "));
    bound.push(...values.slice(0, index + 1));
  });
  const [first] = order;
  // Says nothing new, but an index can serve it.
  const range = first === undefined ? "1 = 1" : `${indexed(first)} ${first.descending ? "<=" : ">="} ?`;
  return {
    text: `${range} AND (${texts.map((text) => `(${text})`).join(" OR ")})`,
    values: [...values.slice(0, 1), ...bound],
  };
}

function listName({ name, order }: ListQuery): string {
  return `${name}|${order.map((term) => `${term.sql}${term.descending ? "-" : "+"}`).join()}`;
}

function cursorOf(query: ListQuery, row: Record<string, unknown>): string {
  return writeCursor(
    listName(query),
    query.order.map((_, index) => row[`$${index}`]),
  );
}

function placeOf(query: ListQuery, cursor: string): SqlValue[] {
  return readCursor(
    listName(query),
    query.order.map(({ type }) => type),
    cursor,
  );
}
