import { analyze } from "../annotation/text/analyze.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { ArticleTerm } from "../entities/ArticleTerm.js";
import { characteristicTerms, type TermWeight } from "../graph/relatedEdges.js";

/** Stores the characteristic terms of an article in place of those that it had. */
export async function storeTerms(
  sql: Sql,
  articleKey: number,
  headline: string,
  text: string,
): Promise<TermWeight[]> {
  const termsOf = (value: string): string[] => analyze(value, "").map(({ term }) => term);
  const terms = characteristicTerms(termsOf(headline), termsOf(text));
  await sql.all("DELETE FROM article_term WHERE article_key = ?", [articleKey]);
  await insertRows(
    sql,
    ArticleTerm,
    terms.map(({ term, weight }) => ({ term, articleKey, weight })),
  );
  return terms;
}
