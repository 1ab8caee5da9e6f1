import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";

/** A name of an entity. */
export interface NameForm {
  entityKey: number;
  value: string;
}

/** How often and when an entity's mentions have exactly the text of a name. */
export interface SurfaceCount {
  count: number;
  /** Publication time of the oldest and newest dated article; null where there is none. */
  firstSeen: number | null;
  lastSeen: number | null;
}

/** Where a name was seen. */
export interface SurfacePlace {
  articleKey: number;
  ordinal: number;
  sentenceIndex: number;
}

const NEVER: SurfaceCount = { count: 0, firstSeen: null, lastSeen: null };

/** Counts and dates of each name, in the order of the names; one statement. */
export async function surfaceCounts(sql: Sql, names: readonly NameForm[]): Promise<SurfaceCount[]> {
  const rows = await sql.all<SurfaceCount & { entityKey: number; surface: string }>(
    `SELECT m.entity_key AS "entityKey", m.surface AS "surface", count(*) AS "count", ` +
      `min(CASE WHEN m.sort_date > ${UNDATED} THEN m.sort_date END) AS "firstSeen", ` +
      `max(CASE WHEN m.sort_date > ${UNDATED} THEN m.sort_date END) AS "lastSeen" FROM mention m ` +
      `WHERE ${ofNames(sql)} GROUP BY m.entity_key, m.surface`,
    valuesOf(names),
  );
  const counts = new Map(rows.map((row) => [`${row.entityKey} ${row.surface}`, row]));
  return names.map(({ entityKey, value }) => counts.get(`${entityKey} ${value}`) ?? NEVER);
}

/** The newest mention of each name, in the order of the names; null where there is none. One statement. */
export async function surfaceExamples(
  sql: Sql,
  names: readonly NameForm[],
): Promise<(SurfacePlace | null)[]> {
  const rows = await sql.all<SurfacePlace & { entityKey: number; surface: string }>(
    `SELECT t.* FROM (SELECT m.entity_key AS "entityKey", m.surface AS "surface", m.article_key AS "articleKey", m.ordinal AS "ordinal", ` +
      `m.sentence_index AS "sentenceIndex", row_number() OVER (PARTITION BY m.entity_key, m.surface ` +
      `ORDER BY m.sort_date DESC, m.article_key DESC, m.ordinal, m.start_offset) AS "place" FROM mention m ` +
      `WHERE ${ofNames(sql)}) t WHERE t."place" = 1`,
    valuesOf(names),
  );
  const places = new Map(rows.map((row) => [`${row.entityKey} ${row.surface}`, row]));
  return names.map(({ entityKey, value }) => places.get(`${entityKey} ${value}`) ?? null);
}

function ofNames(sql: Sql): string {
  return `${sql.anyOf("m.entity_key")} AND ${sql.anyOf("m.surface")}`;
}

function valuesOf(names: readonly NameForm[]): { list: (string | number)[] }[] {
  return [
    { list: [...new Set(names.map((name) => name.entityKey))] },
    { list: [...new Set(names.map(({ value }) => value))] },
  ];
}
