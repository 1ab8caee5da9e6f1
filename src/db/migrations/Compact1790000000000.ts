import type { MigrationInterface, QueryRunner } from "typeorm";

/** Only pairs that share a paragraph are kept: those that share an article follow from its entities. */
export class Compact1790000000000 implements MigrationInterface {
  readonly name = "Compact1790000000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM co_mention WHERE paragraphs = 0");
    await runner.query("DELETE FROM co_mention_total WHERE paragraph_articles = 0");
    await runner.query("ALTER TABLE co_mention_total DROP COLUMN articles");
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
