import type { MigrationInterface, QueryRunner } from "typeorm";

/** Older versions of articles, and when a change was seen that the page does not state. */
export class Revisions1840000000000 implements MigrationInterface {
  readonly name = "Revisions1840000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    const text = postgres ? `text COLLATE "C"` : "text";
    await runner.query(
      `CREATE TABLE article_revision (article_key bigint NOT NULL, content_hash ${text} NOT NULL, observed_at bigint NOT NULL,
        modified_at bigint, headline ${text} NOT NULL, texts ${text} NOT NULL, mentions ${text} NOT NULL, raw_key bigint,
        PRIMARY KEY (article_key, content_hash))`,
    );
    await runner.query(
      `CREATE TABLE revision_entity (entity_key bigint NOT NULL, article_key bigint NOT NULL, content_hash ${text} NOT NULL,
        PRIMARY KEY (entity_key, article_key, content_hash))`,
    );
    await runner.query("CREATE INDEX revision_entity_article ON revision_entity (article_key)");
    await runner.query("ALTER TABLE article ADD COLUMN changed_at bigint");
    await runner.query(`ALTER TABLE article ADD COLUMN corrections ${text} NOT NULL DEFAULT '[]'`);
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
