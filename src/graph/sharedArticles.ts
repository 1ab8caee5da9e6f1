import type { Sql } from "../db/Sql.js";

/** In how many articles each entity stands in one paragraph with any of the others, pairs summed, in the order of the entities; one statement. */
export async function sharedArticles(
  sql: Sql,
  entities: readonly number[],
  others: readonly number[],
): Promise<number[]> {
  if (others.length === 0) return entities.map(() => 0);
  const rows = await sql.all<{ key: number; articles: number }>(
    `SELECT t.a_key AS key, sum(t.paragraph_articles) AS articles FROM co_mention_total t WHERE ${sql.anyOf("t.a_key")} AND ${sql.anyOf("t.b_key")} GROUP BY t.a_key`,
    [{ list: entities }, { list: others }],
  );
  const counts = new Map(rows.map(({ key, articles }) => [key, Number(articles)]));
  return entities.map((key) => counts.get(key) ?? 0);
}
