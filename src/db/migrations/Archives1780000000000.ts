import type { MigrationInterface, QueryRunner } from "typeorm";

/** What was known of a document from outside is kept with it, so that the graph can be rebuilt from it. */
export class Archives1780000000000 implements MigrationInterface {
  readonly name = "Archives1780000000000";

  async up(runner: QueryRunner): Promise<void> {
    const text = runner.dataSource.options.type === "postgres" ? `text COLLATE "C"` : "text";
    await runner.query(`ALTER TABLE raw_document ADD COLUMN context ${text}`);
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
