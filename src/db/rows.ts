import { getMetadataArgsStorage } from "typeorm";
import type { Sql } from "./Sql.js";
import { snakeCase } from "./snakeCase.js";

// Abstract classes are tables too (Entity).
type Table = abstract new () => object;

interface TableShape {
  name: string;
  columns: { property: string; column: string; type: string; generated: boolean }[];
}

const shapes = new Map<Table, TableShape>();

/** Name and columns of a table, from its TypeORM decorators: the one place where they are written down. */
function shapeOf(table: Table): TableShape {
  const known = shapes.get(table);
  if (known) return known;
  const storage = getMetadataArgsStorage();
  const name = storage.tables.find((entry) => entry.target === table)?.name;
  if (name === undefined) throw new Error(`${table.name} is no table`);
  const generated = new Set(storage.generations.filter((g) => g.target === table).map((g) => g.propertyName));
  const columns = storage.columns
    .filter((entry) => entry.target === table)
    .map((entry) => ({
      property: entry.propertyName,
      column: snakeCase(entry.propertyName),
      type: generated.has(entry.propertyName) ? "bigint" : String(entry.options.type),
      generated: generated.has(entry.propertyName),
    }));
  const shape = { name, columns };
  shapes.set(table, shape);
  return shape;
}

/** Select list of all columns of a table under an alias, each named as the class names it. */
export function columnsOf(table: Table, alias: string): string {
  return shapeOf(table)
    .columns.map(({ property, column }) => `${alias}.${column} AS "${property}"`)
    .join(", ");
}

/** Keys of `Row` whose values can be stored; methods fall away. */
export type NewRow<Row> = Omit<Row, "key" | "id"> & { id?: string };

/** An insert for any number of rows, and one for a single row. */
interface InsertTexts {
  rows: string;
  row: string;
}

const insertTexts = new Map<string, InsertTexts>();

/**
 * Inserts rows. All must have the same properties. To a server they travel in one statement, as one JSON parameter, so that
 * the statement's text is constant and stays prepared; the embedded database takes them one by one, which costs it less.
 * @param conflict what to do on a conflict, for example `ON CONFLICT DO NOTHING`
 * @returns with `returning`, the rows that it names (column expression), in no particular order
 */
export async function insertRows<Returned = never>(
  sql: Sql,
  table: Table,
  rows: readonly object[],
  conflict = "",
  returning = "",
): Promise<Returned[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const properties = Object.keys(first);
  const cacheKey = [sql.dialect, table.name, ...properties, conflict, returning].join("|");
  let texts = insertTexts.get(cacheKey);
  if (texts === undefined) {
    texts = textsOf(sql, table, properties, conflict, returning);
    insertTexts.set(cacheKey, texts);
  }
  const values = rows.map((row) => properties.map((property) => row[property as keyof typeof row]));
  const [only = []] = values;
  if (sql.hasEach && returning !== "" && values.length === 1) return sql.all<Returned>(texts.row, only);
  if (!sql.hasEach || returning !== "") return sql.all<Returned>(texts.rows, [JSON.stringify(values)]);
  await sql.each(texts.row, values);
  return [];
}

function textsOf(
  sql: Sql,
  table: Table,
  properties: string[],
  conflict: string,
  returning: string,
): InsertTexts {
  const shape = shapeOf(table);
  const chosen = properties.map((property) => {
    const column = shape.columns.find((entry) => entry.property === property);
    if (!column) throw new Error(`${table.name} has no column ${property}`);
    return column;
  });
  const values = chosen.map(({ type }, index) =>
    sql.dialect === "postgres" ? `(value->>${index})::${type}` : `value->>'$[${index}]'`,
  );
  const from = sql.dialect === "postgres" ? "jsonb_array_elements(?::jsonb)" : "json_each(?)";
  const into = `INSERT INTO ${shape.name} (${chosen.map(({ column }) => column).join(", ")})`;
  const named = returning === "" ? "" : ` RETURNING ${returning}`;
  return {
    // SQLite reads ON CONFLICT after a bare SELECT as a join condition; WHERE true ends the join.
    rows: `${into} SELECT ${values.join(", ")} FROM ${from} WHERE true ${conflict}${named}`,
    row: `${into} VALUES (${chosen.map(() => "?").join(", ")}) ${conflict}${named}`,
  };
}
