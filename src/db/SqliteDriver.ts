import { DatabaseSync } from "@photostructure/sqlite";

interface SqliteOptions {
  readonly?: boolean;
  timeout?: number;
}

type Connection = InstanceType<typeof DatabaseSync>;

type Parameter = string | number | bigint | Uint8Array | null;

/**
 * The part of better-sqlite3's interface that TypeORM's `better-sqlite3` driver calls, over the API of
 * `node:sqlite`. Passed to TypeORM as `driver`.
 */
export class SqliteDriver {
  private readonly database: Connection;

  constructor(path: string, options: SqliteOptions = {}) {
    this.database = new DatabaseSync(path, {
      readOnly: options.readonly ?? false,
      // How long a statement waits for another process's write.
      timeout: options.timeout ?? 5000,
      enableForeignKeyConstraints: true,
    });
  }

  /** A statement with better-sqlite3's `reader` flag: whether it returns rows. */
  prepare(text: string): SqliteStatement {
    return new SqliteStatement(this.database.prepare(text));
  }

  exec(text: string): this {
    this.database.exec(text);
    return this;
  }

  /** Rows of `PRAGMA text`. */
  pragma(text: string): unknown[] {
    return this.database.prepare(`PRAGMA ${text}`).all();
  }

  close(): void {
    this.database.close();
  }
}

/** One prepared statement. */
export class SqliteStatement {
  readonly reader: boolean;

  constructor(private readonly statement: ReturnType<Connection["prepare"]>) {
    this.reader = statement.columns().length > 0;
  }

  all(...parameters: Parameter[]): unknown[] {
    return this.statement.all(...parameters);
  }

  run(...parameters: Parameter[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.statement.run(...parameters);
  }
}
