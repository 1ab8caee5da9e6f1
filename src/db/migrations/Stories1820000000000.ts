import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Stories, and what articles are compared by in place of their old terms. Articles that are there already get vectors and
 * stories when they are read again (`mitos reprocess`).
 */
export class Stories1820000000000 implements MigrationInterface {
  readonly name = "Stories1820000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    const text = postgres ? `text COLLATE "C"` : "text";
    const real = "double precision";
    for (const statement of [
      "DROP TABLE article_term",
      "DROP TABLE article_traits",
      `CREATE TABLE article_vector (article_key bigint PRIMARY KEY NOT NULL, language ${text} NOT NULL,
        vectors ${text} NOT NULL, sketch ${text} NOT NULL, entity_keys ${text} NOT NULL)`,
      "CREATE TABLE story_pending (article_key bigint PRIMARY KEY NOT NULL, token bigint NOT NULL, sort_date bigint NOT NULL)",
      "CREATE INDEX story_pending_oldest ON story_pending (sort_date, article_key)",
      `CREATE TABLE story (key bigint PRIMARY KEY NOT NULL, id ${text} NOT NULL UNIQUE, slug ${text} NOT NULL UNIQUE,
        titles ${text} NOT NULL, started_at bigint NOT NULL, last_updated_at bigint NOT NULL,
        article_count integer NOT NULL, source_count integer NOT NULL, central_key bigint, redirect_key bigint)`,
      "CREATE INDEX story_last_updated_at ON story (last_updated_at, key)",
      "CREATE INDEX story_article_count ON story (article_count, key)",
      "CREATE INDEX story_redirect ON story (redirect_key)",
      `CREATE TABLE story_article (article_key bigint PRIMARY KEY NOT NULL, story_key bigint NOT NULL,
        similarity ${real} NOT NULL, novelty ${real} NOT NULL, sort_date bigint NOT NULL)`,
      "CREATE INDEX story_article_newest ON story_article (sort_date, article_key)",
      `CREATE TABLE story_entity (story_key bigint NOT NULL, entity_key bigint NOT NULL, article_count integer NOT NULL,
        mention_count integer NOT NULL, salience ${real} NOT NULL, entered_at bigint NOT NULL, entered_with bigint NOT NULL,
        last_seen bigint NOT NULL, PRIMARY KEY (story_key, entity_key))`,
      "CREATE INDEX story_entity_salience ON story_entity (story_key, salience, entity_key)",
      "CREATE INDEX story_entity_entity ON story_entity (entity_key, story_key)",
      "CREATE INDEX story_entity_entered_with ON story_entity (entered_with)",
      "CREATE INDEX story_article_story ON story_article (story_key, sort_date, article_key)",
    ]) {
      await runner.query(statement);
    }
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
