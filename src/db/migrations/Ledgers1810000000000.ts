import type { MigrationInterface, QueryRunner } from "typeorm";

/** A job knows what it took in of each document, and which process works on it. */
export class Ledgers1810000000000 implements MigrationInterface {
  readonly name = "Ledgers1810000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    const text = postgres ? `text COLLATE "C"` : "text";
    const counts = ["records", "created", "updated", "unchanged", "duplicates"];
    await runner.query(
      `CREATE TABLE ingest_job_document (job_key bigint NOT NULL, raw_key bigint NOT NULL, ` +
        `${counts.map((column) => `${column} integer NOT NULL`).join(", ")}, ` +
        `PRIMARY KEY (job_key, raw_key))${postgres ? "" : " WITHOUT ROWID"}`,
    );
    await runner.query(`ALTER TABLE ingest_job ADD COLUMN owner ${text}`);
    await runner.query("ALTER TABLE ingest_job ADD COLUMN alive_at bigint");
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
