import { toDatabaseError } from "./databaseError.js";

/** The database engines that Mitos runs on. */
export type Dialect = "sqlite" | "postgres";

/** What a parameter of a statement may be. */
export type SqlValue = string | number | boolean | null | SqlList;

/** Values for `Sql.anyOf`, as one parameter, so that the statement text stays the same for any number of them. */
export interface SqlList {
  list: readonly (string | number)[];
}

type Run = (text: string, values: unknown[]) => Promise<unknown>;

/** Runs one statement for each of many lists of values, in this order. */
export type RunEach = (text: string, rows: readonly (readonly unknown[])[]) => Promise<void>;

/**
 * A handle that runs statements. Statements are written with `?` for parameters and in the SQL that SQLite and
 * PostgreSQL share; the few differences are methods here.
 */
export class Sql {
  constructor(
    readonly dialect: Dialect,
    private readonly run: Run,
    private readonly observe: (text: string) => void,
    private readonly runEach: RunEach | null = null,
  ) {}

  /** Whether `each` can be called: where a call costs no way to a server. */
  get hasEach(): boolean {
    return this.runEach !== null;
  }

  /**
   * Runs one statement that returns no rows for each of many lists of values; only where `hasEach`.
   * @throws MitosError UNAVAILABLE when the database itself cannot work
   */
  async each(text: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    this.observe(text);
    try {
      await this.runEach?.(text, rows);
    } catch (error) {
      throw toDatabaseError(error);
    }
  }

  /**
   * Rows of a statement, as plain objects; none for a statement that returns none.
   * @throws MitosError UNAVAILABLE when the database itself cannot work
   */
  async all<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    this.observe(text);
    let rows: unknown;
    try {
      rows = await this.run(
        this.dialect === "postgres" ? numbered(text) : text,
        values.map((value) => this.bind(value)),
      );
    } catch (error) {
      throw toDatabaseError(error);
    }
    if (!Array.isArray(rows)) return [];
    // TypeORM answers UPDATE and DELETE on PostgreSQL with [rows, count].
    return (Array.isArray(rows[0]) ? rows[0] : rows) as Row[];
  }

  /** First row, or null. */
  async first<Row>(text: string, values: readonly SqlValue[] = []): Promise<Row | null> {
    return (await this.all<Row>(text, values))[0] ?? null;
  }

  /** Condition: the expression equals one of the values of a `SqlList` parameter. */
  anyOf(expression: string): string {
    return this.dialect === "postgres"
      ? `${expression} = ANY(?)`
      : `${expression} IN (SELECT value FROM json_each(?))`;
  }

  /** The larger and smaller of two expressions; null only when both are (`max` of one row, not of a group). */
  greatest(a: string, b: string): string {
    return this.dialect === "postgres" ? `greatest(${a}, ${b})` : `max(${a}, ${b})`;
  }

  /** Whole-number division that rounds down, for times before 1970 too. */
  floorDivide(expression: string, divisor: number): string {
    return this.dialect === "postgres"
      ? `floor(${expression} / ${divisor}.0)::bigint`
      : `CAST(floor(${expression} / ${divisor}.0) AS INTEGER)`;
  }

  /**
   * A table of one JSON parameter, an array of arrays of numbers: columns `i` (index of the row), `p0`, `p1` ….
   * It carries any number of rows in a statement of constant text.
   */
  numbers(width: number): string {
    const columns = Array.from({ length: width }, (_, index) => index);
    return this.dialect === "postgres"
      ? `(SELECT ordinality - 1 AS i${columns.map((n) => `, (value->>${n})::bigint AS p${n}`).join("")} FROM jsonb_array_elements(?::jsonb) WITH ORDINALITY)`
      : `(SELECT key AS i${columns.map((n) => `, value->>'$[${n}]' AS p${n}`).join("")} FROM json_each(?))`;
  }

  private bind(value: SqlValue): unknown {
    if (value !== null && typeof value === "object") {
      return this.dialect === "postgres" ? value.list : JSON.stringify(value.list);
    }
    return value;
  }
}

const numberedTexts = new Map<string, string>();

/** PostgreSQL counts its parameters: `?` becomes `$1`, `$2` … */
function numbered(text: string): string {
  let result = numberedTexts.get(text);
  if (result === undefined) {
    let count = 0;
    result = text.replaceAll("?", () => `$${++count}`);
    if (numberedTexts.size > 2000) numberedTexts.clear();
    numberedTexts.set(text, result);
  }
  return result;
}
