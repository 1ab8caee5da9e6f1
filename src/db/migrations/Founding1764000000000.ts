import type { MigrationInterface, QueryRunner } from "typeorm";

/** The founding tables, on SQLite and PostgreSQL. */
export class Founding1764000000000 implements MigrationInterface {
  readonly name = "Founding1764000000000";

  async up(runner: QueryRunner): Promise<void> {
    const postgres = runner.dataSource.options.type === "postgres";
    for (const statement of statements(postgres)) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error("The founding migration cannot be undone: delete the database instead.");
  }
}

function statements(postgres: boolean): string[] {
  const key = postgres ? "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY";
  // Sorting must not depend on the cluster's locale: byte order, as SQLite sorts.
  const text = postgres ? `text COLLATE "C"` : "text";
  const real = "double precision";
  const clustered = postgres ? "" : "WITHOUT ROWID";
  return [
    `CREATE TABLE property (name ${text} PRIMARY KEY NOT NULL, value ${text} NOT NULL)`,

    `CREATE TABLE source (key ${key}, id ${text} NOT NULL UNIQUE, slug ${text} NOT NULL UNIQUE,
      name ${text} NOT NULL, identity ${text} NOT NULL UNIQUE, kind ${text} NOT NULL, url ${text}, language ${text})`,

    `CREATE TABLE section (key ${key}, id ${text} NOT NULL UNIQUE, name ${text} NOT NULL,
      identity ${text} NOT NULL, source_key bigint NOT NULL)`,
    `CREATE UNIQUE INDEX section_identity ON section (source_key, identity)`,

    `CREATE TABLE author (key ${key}, id ${text} NOT NULL UNIQUE, name ${text} NOT NULL,
      identity ${text} NOT NULL UNIQUE, kind ${text} NOT NULL)`,

    `CREATE TABLE article (key ${key}, id ${text} NOT NULL UNIQUE, slug ${text} NOT NULL UNIQUE,
      identity ${text} NOT NULL UNIQUE, headline_identity ${text} NOT NULL, url ${text}, canonical_url ${text},
      is_stub boolean NOT NULL, headline ${text} NOT NULL, alternative_headlines ${text} NOT NULL,
      description ${text}, in_language ${text} NOT NULL, language_confidence ${real}, word_count integer NOT NULL,
      comment_count integer, date_published bigint, date_published_precision ${text} NOT NULL,
      date_modified bigint, sort_date bigint NOT NULL, ingested_at bigint NOT NULL, source_key bigint,
      section_key bigint, byline ${text}, keywords ${text} NOT NULL, copyright_notice ${text},
      content_hash ${text} NOT NULL, format ${text} NOT NULL, fields ${text} NOT NULL, raw_key bigint)`,
    `CREATE INDEX article_sort_date ON article (sort_date, key)`,
    `CREATE INDEX article_source ON article (source_key, sort_date, key)`,
    `CREATE INDEX article_section ON article (section_key, sort_date, key)`,
    `CREATE INDEX article_url ON article (url)`,
    `CREATE INDEX article_ingested_at ON article (ingested_at, key)`,

    // All that an article is or was known by; a headline may be that of several.
    `CREATE TABLE article_identity (identity ${text} NOT NULL, article_key bigint NOT NULL,
      PRIMARY KEY (identity, article_key)) ${clustered}`,
    `CREATE INDEX article_identity_article ON article_identity (article_key)`,

    `CREATE TABLE article_author (article_key bigint NOT NULL, position integer NOT NULL,
      author_key bigint NOT NULL, PRIMARY KEY (article_key, position)) ${clustered}`,
    `CREATE INDEX article_author_author ON article_author (author_key, article_key)`,

    `CREATE TABLE info_source_credit (article_key bigint NOT NULL, position integer NOT NULL,
      source_key bigint NOT NULL, role ${text} NOT NULL, evidence ${text} NOT NULL,
      PRIMARY KEY (article_key, position)) ${clustered}`,
    `CREATE INDEX info_source_credit_source ON info_source_credit (source_key, article_key)`,

    `CREATE TABLE image (article_key bigint NOT NULL, position integer NOT NULL, url ${text}, caption ${text},
      credit_text ${text}, alt_text ${text}, width integer, height integer,
      PRIMARY KEY (article_key, position)) ${clustered}`,

    `CREATE TABLE paragraph (article_key bigint NOT NULL, ordinal integer NOT NULL, part ${text} NOT NULL,
      text ${text} NOT NULL, text_start integer NOT NULL, sentences ${text} NOT NULL,
      PRIMARY KEY (article_key, ordinal)) ${clustered}`,

    `CREATE TABLE entity (key ${key}, id ${text} NOT NULL UNIQUE, slug ${text} NOT NULL UNIQUE,
      kind ${text} NOT NULL, preferred_names ${text} NOT NULL, sort_name ${text} NOT NULL,
      descriptions ${text} NOT NULL, wikidata ${text}, given_names ${text}, family_names ${text},
      acronym ${text}, country_code ${text}, country_key bigint, contained_in_key bigint, latitude ${real},
      longitude ${real}, prior ${real} NOT NULL, article_count integer NOT NULL DEFAULT 0,
      mention_count integer NOT NULL DEFAULT 0, first_mentioned_at bigint, last_mentioned_at bigint)`,
    `CREATE INDEX entity_article_count ON entity (article_count, key)`,
    `CREATE INDEX entity_sort_name ON entity (sort_name, key)`,
    `CREATE INDEX entity_contained_in ON entity (contained_in_key)`,

    `CREATE TABLE entity_name (key ${key}, entity_key bigint NOT NULL, value ${text} NOT NULL,
      folded ${text} NOT NULL, phonetic ${text} NOT NULL, language ${text}, kind ${text} NOT NULL,
      grammatical_case ${text}, decided_by ${text} NOT NULL)`,
    `CREATE INDEX entity_name_entity ON entity_name (entity_key)`,
    `CREATE INDEX entity_name_folded ON entity_name (folded)`,
    `CREATE INDEX entity_name_phonetic ON entity_name (phonetic)`,

    `CREATE TABLE mention (key ${key}, article_key bigint NOT NULL, ordinal integer NOT NULL,
      part ${text} NOT NULL, start_offset integer NOT NULL, end_offset integer NOT NULL,
      text_start integer NOT NULL, sentence_index integer NOT NULL, surface ${text} NOT NULL,
      kind ${text} NOT NULL, entity_kind ${text}, entity_key bigint, lemma ${text},
      ner_confidence ${real} NOT NULL, link_confidence ${real}, decided_by ${text} NOT NULL,
      sort_date bigint NOT NULL)`,
    `CREATE UNIQUE INDEX mention_place ON mention (article_key, ordinal, start_offset)`,
    `CREATE INDEX mention_entity ON mention (entity_key, sort_date, article_key, ordinal, start_offset)`,
    `CREATE INDEX mention_newest ON mention (sort_date, article_key, ordinal, start_offset)`,

    `CREATE TABLE article_entity (article_key bigint NOT NULL, entity_key bigint NOT NULL,
      mention_count integer NOT NULL, salience ${real} NOT NULL, is_main boolean NOT NULL, parts ${text} NOT NULL,
      sort_date bigint NOT NULL, PRIMARY KEY (article_key, entity_key))`,
    `CREATE INDEX article_entity_entity ON article_entity (entity_key, sort_date, article_key)`,

    `CREATE TABLE co_mention (a_key bigint NOT NULL, b_key bigint NOT NULL, sort_date bigint NOT NULL,
      article_key bigint NOT NULL, sentences integer NOT NULL, paragraphs integer NOT NULL,
      PRIMARY KEY (a_key, b_key, sort_date, article_key)) ${clustered}`,

    `CREATE TABLE co_mention_total (a_key bigint NOT NULL, b_key bigint NOT NULL, articles integer NOT NULL,
      paragraph_articles integer NOT NULL, sentence_articles integer NOT NULL, paragraphs integer NOT NULL,
      sentences integer NOT NULL, PRIMARY KEY (a_key, b_key)) ${clustered}`,

    `CREATE TABLE related_article (article_key bigint NOT NULL, related_key bigint NOT NULL, score ${real} NOT NULL,
      reasons ${text} NOT NULL, PRIMARY KEY (article_key, related_key))`,
    `CREATE INDEX related_article_score ON related_article (article_key, score, related_key)`,
    `CREATE INDEX related_article_related ON related_article (related_key)`,

    `CREATE TABLE related_link (article_key bigint NOT NULL, position integer NOT NULL, headline ${text} NOT NULL,
      description ${text}, section_name ${text}, byline ${text}, url ${text}, target_key bigint NOT NULL,
      match_score ${real}, PRIMARY KEY (article_key, position)) ${clustered}`,
    `CREATE INDEX related_link_target ON related_link (target_key, article_key)`,

    `CREATE TABLE article_term (term ${text} NOT NULL, article_key bigint NOT NULL, weight ${real} NOT NULL,
      PRIMARY KEY (term, article_key)) ${clustered}`,
    `CREATE INDEX article_term_article ON article_term (article_key)`,

    `CREATE TABLE raw_document (key ${key}, hash ${text} NOT NULL UNIQUE, name ${text} NOT NULL,
      size integer NOT NULL, content ${text} NOT NULL, seen_at bigint NOT NULL)`,
    `CREATE INDEX raw_document_name ON raw_document (name, key)`,

    `CREATE TABLE ingest_job (key ${key}, state ${text} NOT NULL, source ${text} NOT NULL,
      started_at bigint NOT NULL, finished_at bigint, seen integer NOT NULL, created integer NOT NULL,
      updated integer NOT NULL, unchanged integer NOT NULL, duplicates integer NOT NULL,
      quarantined integer NOT NULL)`,

    `CREATE TABLE ingest_issue (key ${key}, job_key bigint NOT NULL, code ${text} NOT NULL,
      message ${text} NOT NULL, file ${text} NOT NULL, line integer, hint ${text} NOT NULL, raw_key bigint)`,
    `CREATE INDEX ingest_issue_job ON ingest_issue (job_key)`,

    ...(postgres
      ? [
          `CREATE TABLE article_search (article_key bigint PRIMARY KEY, terms tsvector NOT NULL)`,
          `CREATE INDEX article_search_terms ON article_search USING gin (terms)`,
        ]
      : [
          `CREATE VIRTUAL TABLE article_search USING fts5(headline, lead, body, names,
            content='', contentless_delete=1, tokenize='ascii')`,
        ]),
  ];
}
