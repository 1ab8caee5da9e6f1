import { QueryFailedError, type DataSource, type QueryRunner } from "typeorm";
import { toDatabaseError } from "./databaseError.js";
import { Sql, type Dialect, type RunEach } from "./Sql.js";
import type { SqliteDriver, SqliteStatement } from "./SqliteDriver.js";

/** Ways to run statements. */
interface Runs {
  /** One statement: rows, or none. */
  run: (text: string, values?: unknown[]) => Promise<unknown>;
  runEach: RunEach | null;
}

/** Chosen once, for all writers of all processes on one PostgreSQL database. */
const WRITER_LOCK = 4_617_843_201;

/** Runs transactions one after the other, in the order in which they were asked for. */
export class Writer {
  private runner: QueryRunner | null = null;
  private last: Promise<unknown> = Promise.resolve();
  /** By text: there are some hundred, whatever their number of rows. */
  private readonly statements = new Map<string, SqliteStatement>();

  constructor(
    private readonly source: DataSource,
    private readonly dialect: Dialect,
    private readonly observe: (text: string) => void,
  ) {}

  /** Runs `work` in a transaction after all earlier ones. An error rolls back and is thrown. Do not nest. */
  write<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const result = this.last.then(() => this.transaction(work));
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Waits for the transactions asked for so far. */
  async close(): Promise<void> {
    await this.last;
    await this.runner?.release();
  }

  private async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    // TypeORM gives up a connection that the server cut, also between two transactions.
    if (this.runner?.isReleased === true) this.runner = null;
    const runner = (this.runner ??= this.source.createQueryRunner());
    const { run, runEach } = await this.runsOf(runner);
    try {
      // A deferred transaction that reads first cannot write once another process has written.
      await run(this.dialect === "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN");
      if (this.dialect === "postgres") await run(`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
      const result = await work(new Sql(this.dialect, run, this.observe, runEach));
      await run("COMMIT");
      return result;
    } catch (error) {
      await this.rollBack(runner);
      throw toDatabaseError(error);
    }
  }

  /** TypeORM's own way of running a statement takes longer than most statements do: SQLite is called directly. */
  private async runsOf(runner: QueryRunner): Promise<Runs> {
    if (this.dialect === "postgres")
      return { run: (text, values) => runner.query(text, values), runEach: null };
    const connection = (await runner.connect()) as SqliteDriver;
    const prepared = (text: string): SqliteStatement => {
      let statement = this.statements.get(text);
      if (!statement) this.statements.set(text, (statement = connection.prepare(text)));
      return statement;
    };
    return {
      run: (text, values = []) => {
        try {
          const statement = prepared(text);
          const bound = values.map(toParameter);
          if (statement.reader) return Promise.resolve(statement.all(...bound));
          statement.run(...bound);
          return Promise.resolve([]);
        } catch (error) {
          return Promise.reject(new QueryFailedError(text, values, error as Error));
        }
      },
      runEach: (text, rows) => {
        try {
          const statement = prepared(text);
          for (const row of rows) statement.run(...row.map(toParameter));
          return Promise.resolve();
        } catch (error) {
          return Promise.reject(new QueryFailedError(text, undefined, error as Error));
        }
      },
    };
  }

  private async rollBack(runner: QueryRunner): Promise<void> {
    try {
      await runner.query("ROLLBACK");
    } catch {
      // No transaction was begun, or the connection is gone: the next transaction asks for another one.
      this.runner = null;
      await runner.release().catch(() => undefined);
    }
  }
}

/** The driver takes a number this close to a whole one for the whole one; as text the column makes the right number of it. */
const NEARLY_WHOLE = 2 ** -50;

function toParameter(value: unknown): never {
  if (typeof value === "boolean") return Number(value) as never;
  if (typeof value === "number" && !Number.isInteger(value)) {
    const rest = Math.abs(value - Math.round(value));
    if (rest < NEARLY_WHOLE) return String(value) as never;
  }
  return (value ?? null) as never;
}
