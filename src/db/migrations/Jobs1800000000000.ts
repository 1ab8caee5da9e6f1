import type { MigrationInterface, QueryRunner } from "typeorm";

/** Jobs wait, are cancelled and go on after a restart, and say which articles they brought; addresses are asked for what is new. */
export class Jobs1800000000000 implements MigrationInterface {
  readonly name = "Jobs1800000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    const text = postgres ? `text COLLATE "C"` : "text";
    for (const column of [
      `work ${text}`,
      `idempotency_key ${text}`,
      `request_hash ${text}`,
      "files_done integer NOT NULL DEFAULT 0",
      "files_total integer",
    ]) {
      await runner.query(`ALTER TABLE ingest_job ADD COLUMN ${column}`);
    }
    await runner.query("CREATE UNIQUE INDEX ingest_job_idempotency_key ON ingest_job (idempotency_key)");
    await runner.query("CREATE INDEX article_raw ON article (raw_key)");
    await runner.query(`ALTER TABLE ingest_issue ADD COLUMN severity ${text} NOT NULL DEFAULT 'ERROR'`);
    await runner.query("ALTER TABLE ingest_issue ADD COLUMN article_key bigint");
    await runner.query(
      `CREATE TABLE ingest_job_article (job_key bigint NOT NULL, article_key bigint NOT NULL, outcome ${text} NOT NULL, ` +
        `PRIMARY KEY (job_key, article_key))${postgres ? "" : " WITHOUT ROWID"}`,
    );
    await runner.query(
      `CREATE TABLE fetched_address (address ${text} PRIMARY KEY NOT NULL, etag ${text}, last_modified ${text}, fetched_at bigint NOT NULL)`,
    );
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
