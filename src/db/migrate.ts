import type { DataSource, QueryRunner } from "typeorm";
import { MitosError } from "../errors.js";
import { Founding1764000000000 } from "./migrations/Founding1764000000000.js";
import { Archives1780000000000 } from "./migrations/Archives1780000000000.js";
import { Compact1790000000000 } from "./migrations/Compact1790000000000.js";
import { Jobs1800000000000 } from "./migrations/Jobs1800000000000.js";
import { Ledgers1810000000000 } from "./migrations/Ledgers1810000000000.js";
import { MinHashes1850000000000 } from "./migrations/MinHashes1850000000000.js";
import { Revisions1840000000000 } from "./migrations/Revisions1840000000000.js";
import { Stories1820000000000 } from "./migrations/Stories1820000000000.js";
import { Duplicates1830000000000 } from "./migrations/Duplicates1830000000000.js";
import { Names1770000000000 } from "./migrations/Names1770000000000.js";

/** All migrations, oldest first. */
export const migrations = [
  Founding1764000000000,
  Names1770000000000,
  Archives1780000000000,
  Compact1790000000000,
  Jobs1800000000000,
  Ledgers1810000000000,
  Stories1820000000000,
  Duplicates1830000000000,
  Revisions1840000000000,
  MinHashes1850000000000,
];

/** Chosen once, for all processes that bring the schema of one PostgreSQL database up to date. */
const MIGRATION_LOCK = 4_617_843_202;

/**
 * Brings the schema up to date. Of several processes that start at once, one does it and the others wait.
 * @throws MitosError SCHEMA_TOO_NEW when the database has a migration that this program does not know
 */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    if (source.options.type === "postgres") {
      await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
      try {
        await refuseNewer(runner);
        await source.runMigrations({ transaction: "all" });
      } finally {
        await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`);
      }
      return;
    }
    // TypeORM shares this connection, so its statements run in the transaction begun here.
    await runner.query("BEGIN IMMEDIATE");
    try {
      await refuseNewer(runner);
      await source.runMigrations({ transaction: "none" });
      await runner.query("COMMIT");
    } catch (error) {
      await runner.query("ROLLBACK");
      throw error;
    }
  } finally {
    await runner.release();
  }
}

async function refuseNewer(runner: QueryRunner): Promise<void> {
  const known = new Set<string>(migrations.map(({ name }) => name));
  if (!(await runner.hasTable("migrations"))) return;
  const applied = (await runner.query("SELECT name FROM migrations")) as { name: string }[];
  const unknown = applied.filter(({ name }) => !known.has(name));
  if (unknown.length === 0) return;
  throw new MitosError(
    "SCHEMA_TOO_NEW",
    `The database was made by a newer Mitos (it has ${unknown.map(({ name }) => name).join(", ")}).`,
    "Run that version, or point MITOS_DATA or MITOS_DATABASE_URL at another database.",
  );
}
