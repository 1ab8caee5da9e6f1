import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { snakeCase } from "../db/snakeCase.js";
import { Article } from "../entities/Article.js";
import { globalId } from "../entities/globalId.js";
import { uniqueSlug } from "./identity.js";
import { removeGraph } from "./storeGraph.js";

/** What is written of an article. */
export type ArticleFields = Omit<Article, "key" | "id" | "slug">;

/**
 * Inserts an article.
 * @param slug readable part of its address; made unique here
 * @returns its key
 */
export async function insertArticle(sql: Sql, fields: ArticleFields, slug: string): Promise<number> {
  const id = globalId("A", fields.identity);
  const taken = await sql.first("SELECT 1 AS taken FROM article WHERE slug = ?", [slug]);
  const unique = taken === null ? slug : uniqueSlug(slug, id);
  const [row] = await insertRows<{ key: number }>(sql, Article, [{ id, slug: unique, ...fields }], "", "key");
  if (!row) throw new Error("The article was not inserted");
  return row.key;
}

/** Writes an article anew. ID and slug were given out: they stay, though its identity may be another now. */
export async function updateArticle(sql: Sql, key: number, fields: ArticleFields): Promise<void> {
  const entries = Object.entries(fields);
  await sql.all(
    `UPDATE article SET ${entries.map(([name]) => `${snakeCase(name)} = ?`).join(", ")} WHERE key = ?`,
    [...entries.map(([, value]) => value), key],
  );
}

/** Takes an article out with all that belongs to it. Links to it must be gone or lead elsewhere before. */
export async function removeArticle(sql: Sql, key: number, sortDate: number): Promise<void> {
  await removeGraph(sql, key, sortDate);
  for (const table of ["article_identity", "article_revision", "revision_entity", "related_article"]) {
    await sql.all(`DELETE FROM ${table} WHERE article_key = ?`, [key]);
  }
  await sql.all("DELETE FROM related_article WHERE related_key = ?", [key]);
  await sql.all(
    `DELETE FROM article_search WHERE ${sql.dialect === "sqlite" ? "rowid" : "article_key"} = ?`,
    [key],
  );
  await sql.all("DELETE FROM article WHERE key = ?", [key]);
}
