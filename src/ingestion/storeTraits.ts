import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { ArticleTerm } from "../entities/ArticleTerm.js";
import { ArticleTraits } from "../entities/ArticleTraits.js";
import type { Traits } from "../graph/relatedEdges.js";

/** Stores what an article is compared by, in place of what it had; a new one had nothing. */
export async function storeTraits(
  sql: Sql,
  articleKey: number,
  { terms, entities }: Traits,
  isNew: boolean,
): Promise<void> {
  if (!isNew) await sql.all("DELETE FROM article_term WHERE article_key = ?", [articleKey]);
  await insertRows(
    sql,
    ArticleTerm,
    terms.map(({ term, weight }) => ({ term, articleKey, weight })),
  );
  const row = {
    articleKey,
    terms: JSON.stringify(terms.flatMap(({ term, weight }) => [term, rounded(weight)])),
    entities: JSON.stringify(entities.flatMap(({ entityKey, salience }) => [entityKey, rounded(salience)])),
  };
  await insertRows(
    sql,
    ArticleTraits,
    [row],
    "ON CONFLICT (article_key) DO UPDATE SET terms = excluded.terms, entities = excluded.entities",
  );
}

/** Four digits are enough to compare by, and are read faster than sixteen. */
function rounded(weight: number): number {
  return Math.round(weight * 10_000) / 10_000;
}
