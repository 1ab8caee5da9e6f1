import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * By what copies of a text are found however old they are, and compared. Articles that are there already get it when they are read again
 * (`mitos reprocess`).
 */
export class MinHashes1850000000000 implements MigrationInterface {
  readonly name = "MinHashes1850000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    await runner.query(
      `CREATE TABLE article_min_hash (hash bigint NOT NULL, article_key bigint NOT NULL,
        PRIMARY KEY (hash, article_key))${postgres ? "" : " WITHOUT ROWID"}`,
    );
    await runner.query("CREATE INDEX article_min_hash_article ON article_min_hash (article_key)");
    await runner.query("ALTER TABLE article_vector DROP COLUMN sketch");
    const text = postgres ? `text COLLATE "C"` : "text";
    await runner.query(`ALTER TABLE article_vector ADD COLUMN shingles ${text} NOT NULL DEFAULT ''`);
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
