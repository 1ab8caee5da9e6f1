import type { Sql } from "../../src/db/Sql.js";

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
  "article_term",
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
  const nameOf = async (table: string, column: string): Promise<Map<unknown, unknown>> => {
    const rows = await sql.all<{ key: number; name: string }>(`SELECT key, ${column} AS name FROM ${table}`);
    return new Map<unknown, unknown>([
      [null, null],
      [0, null],
      ...rows.map(({ key, name }) => [key, name] as const),
    ]);
  };
  const names = {
    article: await nameOf("article", "identity"),
    // A slug is given out when a name is first seen, so it depends on the order of arrival.
    entity: await nameOf("entity", "id"),
    source: await nameOf("source", "identity"),
    section: await nameOf("section", "identity"),
    author: await nameOf("author", "identity"),
    role: await nameOf("role", "id"),
  };
  const kinds: Record<string, Map<unknown, unknown>> = {
    article_key: names.article,
    target_key: names.article,
    entity_key: names.entity,
    a_key: names.entity,
    b_key: names.entity,
    speaker_key: names.entity,
    holder_key: names.entity,
    organization_key: names.entity,
    country_key: names.entity,
    role_key: names.role,
    source_key: names.source,
    section_key: names.section,
    author_key: names.author,
  };
  const without = new Set(["key", "id", "slug", "raw_key", "ingested_at", "content_hash"]);
  const read = async (table: string, condition = ""): Promise<unknown[]> => {
    const rows = await sql.all<Row>(`SELECT * FROM ${table} ${condition}`);
    return rows
      .map((row) => {
        const entries = Object.entries(row)
          .filter(([column]) => !without.has(column))
          .map(([column, value]) => {
            const kind = kinds[column];
            if (kind === undefined) return [column, value];
            if (!kind.has(value)) throw new Error(`${table}.${column} ${String(value)} leads nowhere`);
            return [column, kind.get(value)];
          });
        return Object.fromEntries(entries) as Row;
      })
      .map((row) => JSON.stringify(row))
      .sort()
      .map((row) => JSON.parse(row) as unknown);
  };
  const dump: Record<string, unknown[]> = {};
  for (const table of TABLES) {
    if (["property", "entity_name", "article_identity", "related_article", "raw_document"].includes(table))
      continue;
    dump[table] = await read(table, table === "entity" ? "WHERE article_count > 0 OR mention_count > 0" : "");
  }
  return dump;
}
