import type { DataSource, QueryRunner } from "typeorm";
import { toDatabaseError } from "./databaseError.js";
import { Sql, type Dialect } from "./Sql.js";

/** Chosen once, for all writers of all processes on one PostgreSQL database. */
const WRITER_LOCK = 4_617_843_201;

/** Runs transactions one after the other, in the order in which they were asked for. */
export class Writer {
  private runner: QueryRunner | null = null;
  private last: Promise<unknown> = Promise.resolve();

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
    const run = (text: string, values?: unknown[]): Promise<unknown> => runner.query(text, values);
    try {
      // A deferred transaction that reads first cannot write once another process has written.
      await run(this.dialect === "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN");
      if (this.dialect === "postgres") await run(`SELECT pg_advisory_xact_lock(${WRITER_LOCK})`);
      const result = await work(new Sql(this.dialect, run, this.observe));
      await run("COMMIT");
      return result;
    } catch (error) {
      await this.rollBack(runner);
      throw toDatabaseError(error);
    }
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
