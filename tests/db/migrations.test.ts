import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../fixtures/testDatabase.js";

/** TypeORM's own, the full-text index, and a table of nothing but keys have no class. */
const WITHOUT_CLASS = ["article_identity", "article_search", "migrations"];

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

interface ColumnShape {
  name: string;
  type: string;
  nullable: boolean;
  /** Place in the primary key, from 1; 0 for none. */
  primary: number;
}

test("the migrations make the tables that the entity classes describe", async () => {
  const expected = Object.fromEntries(
    database.dataSource.entityMetadatas.map((table) => [
      table.tableName,
      sorted(
        table.columns.map((column) => ({
          name: column.databaseName,
          type: column.isGenerated ? "key" : String(column.type),
          nullable: column.isNullable,
          primary: table.primaryColumns.indexOf(column) + 1,
        })),
      ),
    ]),
  );
  const { dialect } = database.sql;
  const actual: Record<string, ColumnShape[]> = {};
  for (const table of await tableNames()) {
    actual[table] = sorted(dialect === "sqlite" ? await sqliteColumns(table) : await postgresColumns(table));
  }
  expect(Object.keys(actual).length).toBeGreaterThan(15);
  expect(actual).toEqual(expected);
});

test("every unique column of a class has a unique index", async () => {
  const uniques = database.dataSource.entityMetadatas.flatMap((table) =>
    table.uniques.map(({ columns }) => ({
      table: table.tableName,
      columns: columns.map((c) => c.databaseName),
    })),
  );
  expect(uniques.length).toBeGreaterThan(5);
  for (const { table, columns } of uniques) {
    expect(await uniqueColumns(table), `${table} (${columns.join(", ")})`).toContainEqual(columns);
  }
});

function sorted(columns: ColumnShape[]): ColumnShape[] {
  return columns.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function tableNames(): Promise<string[]> {
  const { sql } = database;
  const rows = await sql.all<{ name: string }>(
    sql.dialect === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'article_search%' AND name NOT LIKE 'sqlite_%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()",
  );
  return rows.map(({ name }) => name).filter((name) => !WITHOUT_CLASS.includes(name));
}

async function sqliteColumns(table: string): Promise<ColumnShape[]> {
  const rows = await database.sql.all<{ name: string; type: string; notnull: number; pk: number }>(
    `PRAGMA table_info(${table})`,
  );
  return rows.map(({ name, type, notnull, pk }) => ({
    name,
    type: type === "INTEGER" && pk === 1 ? "key" : type.toLowerCase(),
    nullable: notnull === 0 && pk === 0,
    primary: pk,
  }));
}

async function postgresColumns(table: string): Promise<ColumnShape[]> {
  const rows = await database.sql.all<{ name: string; type: string; nullable: string; generated: string }>(
    `SELECT column_name AS name, data_type AS type, is_nullable AS nullable, is_identity AS generated
     FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ?`,
    [table],
  );
  const keys = await database.sql.all<{ name: string; place: number }>(
    `SELECT k.column_name AS name, k.ordinal_position AS place FROM information_schema.key_column_usage k
     JOIN information_schema.table_constraints c USING (constraint_schema, constraint_name)
     WHERE k.table_schema = current_schema() AND c.table_name = ? AND c.constraint_type = 'PRIMARY KEY'`,
    [table],
  );
  return rows.map(({ name, type, nullable, generated }) => ({
    name,
    type: generated === "YES" ? "key" : type,
    nullable: nullable === "YES",
    primary: keys.find((each) => each.name === name)?.place ?? 0,
  }));
}

async function uniqueColumns(table: string): Promise<string[][]> {
  const { sql } = database;
  const rows = await sql.all<{ name: string; columns: string }>(
    sql.dialect === "sqlite"
      ? `SELECT l.name, group_concat(i.name) AS columns FROM pragma_index_list('${table}') l, pragma_index_info(l.name) i
         WHERE l."unique" = 1 GROUP BY l.name`
      : `SELECT i.indexrelid::regclass::text AS name, string_agg(a.attname, ',' ORDER BY a.attnum) AS columns
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
         WHERE i.indrelid = '${table}'::regclass AND i.indisunique GROUP BY i.indexrelid`,
  );
  return rows.map(({ columns }) => columns.split(","));
}
