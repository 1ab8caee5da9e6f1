import type { Sql } from "../../src/db/Sql.js";
import { graphTables, namedRows } from "../../src/graph/graphHash.js";

type Row = Record<string, unknown>;

const TABLES = [
  "property",
  "source",
  "section",
  "author",
  "article",
  "article_identity",
  "article_author",
  "info_source_credit",
  "image",
  "paragraph",
  "entity",
  "entity_name",
  "mention",
  "article_entity",
  "co_mention",
  "co_mention_total",
  "quotation",
  "related_article",
  "related_link",
  "role",
  "role_mention",
  "article_vector",
  "article_revision",
  "revision_entity",
  "story",
  "story_article",
  "story_entity",
  "duplicate",
  "duplicate_group",
  "duplicate_pair",
  "raw_document",
];

/** Every row of every table but the job's own records, as it is: equal dumps, equal databases. */
export async function dumpTables(sql: Sql): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const table of TABLES) {
    const rows = await sql.all<Row>(`SELECT * FROM ${table}`);
    dump[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

/**
 * The graph by what its things are: keys are replaced by names, and times of the ingestion, kept documents and the
 * order of arrival are left out. Related articles are left out too: they depend on what was known when they were
 * computed.
 */
export async function dumpGraph(sql: Sql): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const table of graphTables) {
    const rows: string[] = [];
    for await (const row of namedRows(sql, table)) rows.push(JSON.stringify(row));
    dump[table] = rows.sort().map((row) => JSON.parse(row) as unknown);
  }
  return dump;
}
