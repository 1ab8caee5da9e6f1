import type { MigrationInterface, QueryRunner } from "typeorm";

/** Why a mention is linked, quotations, roles, and entities that no knowledge base knows. */
export class Names1770000000000 implements MigrationInterface {
  readonly name = "Names1770000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    for (const statement of statements(postgres)) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("This migration cannot be undone: restore the database from a backup instead.");
  }
}

function statements(postgres: boolean): string[] {
  const key = postgres ? "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY";
  const text = postgres ? `text COLLATE "C"` : "text";
  const real = "double precision";
  return [
    // Rows of an older version keep null until their page is read again.
    `ALTER TABLE mention ADD COLUMN grammatical_case ${text}`,
    `ALTER TABLE mention ADD COLUMN candidates ${text}`,
    `ALTER TABLE mention ADD COLUMN reason ${text}`,
    `ALTER TABLE mention ADD COLUMN role_text ${text}`,

    `ALTER TABLE entity ADD COLUMN thing ${text}`,
    `CREATE UNIQUE INDEX entity_thing ON entity (thing)`,

    `CREATE TABLE quotation (key ${key}, article_key bigint NOT NULL, ordinal integer NOT NULL, part ${text} NOT NULL,
      start_offset integer NOT NULL, end_offset integer NOT NULL, text_start integer NOT NULL,
      sentence_index integer NOT NULL, text ${text} NOT NULL, folded ${text} NOT NULL, hash ${text} NOT NULL, speaker_key bigint,
      speaker_text ${text}, cue ${text}, confidence ${real} NOT NULL, sort_date bigint NOT NULL)`,
    `CREATE UNIQUE INDEX quotation_place ON quotation (article_key, ordinal, start_offset)`,
    `CREATE INDEX quotation_speaker ON quotation (speaker_key, sort_date, article_key, ordinal, start_offset)`,
    `CREATE INDEX quotation_hash ON quotation (hash)`,
    `CREATE INDEX quotation_newest ON quotation (sort_date, article_key, ordinal, start_offset)`,

    `CREATE TABLE role (key ${key}, id ${text} NOT NULL UNIQUE, holder_key bigint NOT NULL, organization_key bigint,
      country_key bigint, normalized_title ${text} NOT NULL, title ${text} NOT NULL, article_count integer NOT NULL,
      first_seen bigint, last_seen bigint NOT NULL)`,
    `CREATE INDEX role_holder ON role (holder_key, last_seen, key)`,
    `CREATE INDEX role_organization ON role (organization_key, last_seen, key)`,

    `CREATE TABLE role_mention (role_key bigint NOT NULL, article_key bigint NOT NULL, ordinal integer NOT NULL,
      start_offset integer NOT NULL, end_offset integer NOT NULL, sentence_index integer NOT NULL,
      title ${text} NOT NULL, sort_date bigint NOT NULL, PRIMARY KEY (article_key, ordinal, start_offset))`,
    `CREATE INDEX role_mention_role ON role_mention (role_key, sort_date, article_key, ordinal, start_offset)`,

    `CREATE TABLE thing_split (thing ${text} NOT NULL, article_id ${text} NOT NULL, part ${text} NOT NULL,
      decided_at bigint NOT NULL, PRIMARY KEY (thing, article_id))`,
  ];
}
