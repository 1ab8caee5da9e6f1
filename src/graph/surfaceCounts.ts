import type { Sql } from "../db/Sql.js";

/** A name of an entity. */
export interface NameForm {
  entityKey: number;
  value: string;
}

/** How many mentions of its entity have exactly the text of each name, in the order of the names; one statement. */
export async function surfaceCounts(sql: Sql, names: readonly NameForm[]): Promise<number[]> {
  const rows = await sql.all<{ entityKey: number; surface: string; count: number }>(
    `SELECT m.entity_key AS "entityKey", m.surface AS "surface", count(*) AS "count" FROM mention m ` +
      `WHERE ${sql.anyOf("m.entity_key")} AND ${sql.anyOf("m.surface")} GROUP BY m.entity_key, m.surface`,
    [
      { list: [...new Set(names.map((name) => name.entityKey))] },
      { list: [...new Set(names.map(({ value }) => value))] },
    ],
  );
  const counts = new Map(rows.map(({ entityKey, surface, count }) => [`${entityKey} ${surface}`, count]));
  return names.map(({ entityKey, value }) => counts.get(`${entityKey} ${value}`) ?? 0);
}
