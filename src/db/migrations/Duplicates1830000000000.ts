import type { MigrationInterface, QueryRunner } from "typeorm";

/** Articles with one text. Those that are there already are grouped when they are read again (`mitos reprocess`). */
export class Duplicates1830000000000 implements MigrationInterface {
  readonly name = "Duplicates1830000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    const key = postgres ? "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY";
    const text = postgres ? `text COLLATE "C"` : "text";
    for (const statement of [
      `CREATE TABLE duplicate_group (key ${key}, id ${text} NOT NULL UNIQUE, original_key bigint NOT NULL,
        agency_key bigint, redirect_key bigint)`,
      "CREATE INDEX duplicate_group_redirect ON duplicate_group (redirect_key)",
      `CREATE TABLE duplicate (article_key bigint PRIMARY KEY NOT NULL, group_key bigint NOT NULL,
        rank integer NOT NULL, similarity double precision NOT NULL)`,
      "CREATE INDEX duplicate_of_group ON duplicate (group_key, rank)",
      `CREATE TABLE duplicate_pair (a_key bigint NOT NULL, b_key bigint NOT NULL,
        PRIMARY KEY (a_key, b_key))${postgres ? "" : " WITHOUT ROWID"}`,
      "CREATE INDEX duplicate_pair_b ON duplicate_pair (b_key)",
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
