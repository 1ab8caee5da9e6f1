import "reflect-metadata";
import { mkdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";
import { settings, type Config } from "../config.js";
import { tables } from "../entities/index.js";
import { MitosError } from "../errors.js";
import { toDatabaseError } from "./databaseError.js";
import { migrate, migrations } from "./migrate.js";
import { SnakeCaseNaming } from "./snakeCase.js";
import { Sql } from "./Sql.js";
import { SqliteDriver } from "./SqliteDriver.js";
import { Writer } from "./Writer.js";

/** An open database: one handle for reading, and one writer that runs transactions one after the other. */
export interface Database {
  /** For reading only; sees committed rows. */
  sql: Sql;
  /** Engine and version, for people. */
  description: string;
  /** The writer's TypeORM data source, for what needs TypeORM itself. */
  dataSource: DataSource;
  /** Newest articles that stories are found among. */
  storyArticles: number;
  /**
   * Runs `work` in one transaction, after all transactions asked for earlier. An error rolls back and is thrown.
   * Do not ask for another transaction within `work` and wait for it: it waits for this one.
   */
  write<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
  /** Calls `observer` with each statement's text from now on; returns what ends that. */
  observe(observer: (text: string) => void): () => void;
  close(): Promise<void>;
}

// Keys, counts and times stay below 2^53: numbers, not strings.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

/** Which database is opened, and how. */
export type DatabaseOptions = Pick<Config, "dataDirectory" | "databaseUrl"> &
  Partial<Pick<Config, "storyArticles">> & {
    /** For a job that writes, which reads little again: its reader keeps 8 MB of the embedded database, not 64. */
    isJob?: boolean;
  };

/**
 * Opens the database that the settings name, and brings its schema up to date.
 * @throws MitosError UNAVAILABLE when it cannot be reached, SCHEMA_TOO_NEW when a newer Mitos made it
 */
export async function openDatabase(config: DatabaseOptions): Promise<Database> {
  const dialect = config.databaseUrl === null ? "sqlite" : "postgres";
  const sqlite = config.databaseUrl === null ? sqliteOptions(config.dataDirectory) : null;
  const writeSource = await connect(sqlite ?? postgresOptions(config.databaseUrl ?? ""));
  let readSource = writeSource;
  try {
    await migrate(writeSource);
    // TypeORM shares one SQLite connection: a reader on it would see uncommitted rows, and lose its own to a rollback.
    if (sqlite !== null) {
      readSource = await connect({ ...sqlite, readonly: true, enableWAL: false });
      if (config.isJob === true) await readSource.query("PRAGMA cache_size = -8192");
    }
  } catch (error) {
    await writeSource.destroy();
    throw toDatabaseError(error);
  }
  const observers = new Set<(text: string) => void>();
  const notify = (text: string): void => {
    for (const observer of observers) observer(text);
  };
  const sql = new Sql(dialect, (text, values) => readSource.query(text, values), notify);
  const writer = new Writer(writeSource, dialect, notify);
  return {
    sql,
    description: await describe(sql),
    dataSource: writeSource,
    storyArticles: config.storyArticles ?? Number(settings.storyArticles.default),
    write: (work) => writer.write(work),
    observe(observer) {
      observers.add(observer);
      return () => observers.delete(observer);
    },
    async close() {
      await writer.close();
      if (readSource !== writeSource) await readSource.destroy();
      await writeSource.destroy();
    },
  };
}

async function describe(sql: Sql): Promise<string> {
  const row = await sql.first<{ version: string }>(
    sql.dialect === "sqlite"
      ? "SELECT sqlite_version() AS version"
      : "SELECT current_setting('server_version') AS version",
  );
  return `${sql.dialect === "sqlite" ? "SQLite" : "PostgreSQL"} ${row?.version ?? ""}`.trim();
}

const SQLITE_PRAGMAS = [
  // Survives a killed process; only a power cut can lose the last transactions, never tear one.
  "synchronous = NORMAL",
  "temp_store = MEMORY",
  // 64 MB for each connection.
  "cache_size = -65536",
  // An article touches some hundred pages, many of them again and again: they are copied to the main file every 64 MB.
  "wal_autocheckpoint = 16000",
];

type SqliteOptions = Extract<DataSourceOptions, { type: "better-sqlite3" }>;

function sqliteOptions(directory: string): SqliteOptions {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new MitosError(
      "UNAVAILABLE",
      `The folder ${directory} cannot be made: ${(error as Error).message}`,
      "Point MITOS_DATA at a folder that you may write.",
    );
  }
  return {
    type: "better-sqlite3",
    driver: SqliteDriver,
    database: path.join(directory, "mitos.sqlite"),
    statementCacheSize: 500,
    prepareDatabase: (database: SqliteDriver) => {
      for (const pragma of SQLITE_PRAGMAS) database.exec(`PRAGMA ${pragma}`);
    },
    enableWAL: true,
    entities: tables,
    migrations,
    namingStrategy: new SnakeCaseNaming(),
  };
}

function postgresOptions(url: string): DataSourceOptions {
  return {
    type: "postgres",
    driver: pg,
    url,
    poolSize: 10,
    connectTimeoutMS: 5000,
    applicationName: "mitos",
    entities: tables,
    migrations,
    namingStrategy: new SnakeCaseNaming(),
  };
}

async function connect(options: DataSourceOptions): Promise<DataSource> {
  try {
    return await new DataSource(options).initialize();
  } catch (error) {
    const known = toDatabaseError(error);
    if (known instanceof MitosError) throw known;
    throw new MitosError(
      "UNAVAILABLE",
      `The database cannot be opened: ${(error as Error).message}`,
      options.type === "postgres"
        ? "Check the address in MITOS_DATABASE_URL."
        : "Is MITOS_DATA a folder that you may write?",
    );
  }
}
