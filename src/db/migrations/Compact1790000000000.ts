import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * Only pairs that share a paragraph are kept: those that share an article follow from its entities. What an article is compared by
 * stands in one row.
 */
export class Compact1790000000000 implements MigrationInterface {
  readonly name = "Compact1790000000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM co_mention WHERE paragraphs = 0");
    await runner.query("DELETE FROM co_mention_total WHERE paragraph_articles = 0");
    await runner.query("ALTER TABLE co_mention_total DROP COLUMN articles");
    const postgres = runner.dataSource.options.type === "postgres";
    const exact = postgres ? "::numeric" : "";
    const text = postgres ? `text COLLATE "C"` : "text";
    // Terms have only a–z and 0–9.
    const list = (row: string): string =>
      postgres ? `'[' || string_agg(${row}, ',') || ']'` : `'[' || group_concat(${row}, ',') || ']'`;
    await runner.query(
      `CREATE TABLE article_traits (article_key bigint PRIMARY KEY, terms ${text} NOT NULL, entities ${text} NOT NULL)`,
    );
    await runner.query(
      `INSERT INTO article_traits (article_key, terms, entities) SELECT a.key, ` +
        `coalesce((SELECT ${list(`'"' || t.term || '",' || round(t.weight${exact}, 4)`)} FROM article_term t WHERE t.article_key = a.key), '[]'), ` +
        `coalesce((SELECT ${list(`x.entity_key || ',' || round(x.salience${exact}, 4)`)} FROM article_entity x WHERE x.article_key = a.key), '[]') FROM article a`,
    );
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}
