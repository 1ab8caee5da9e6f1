import type { Sql } from "../db/Sql.js";
import type { KnownArticle } from "./findArticle.js";

/** What an article referred to before it was written anew. */
export interface Credits {
  sectionKeys: number[];
  authorKeys: number[];
  sourceKeys: number[];
  /** Articles that its see-also teasers led to. */
  targetKeys: number[];
}

/** What an article refers to now. */
export async function creditsBefore(sql: Sql, article: KnownArticle): Promise<Credits> {
  const keys = async (column: string, table: string): Promise<number[]> => {
    const rows = await sql.all<{ key: number }>(
      `SELECT ${column} AS key FROM ${table} WHERE article_key = ?`,
      [article.key],
    );
    return rows.map(({ key }) => key);
  };
  return {
    sectionKeys: article.sectionKey === null ? [] : [article.sectionKey],
    authorKeys: await keys("author_key", "article_author"),
    sourceKeys: [
      ...(article.sourceKey === null ? [] : [article.sourceKey]),
      ...(await keys("source_key", "info_source_credit")),
    ],
    targetKeys: await keys("target_key", "related_link"),
  };
}

/** Removes the sections, authors and sources among them that nothing refers to any more. */
export async function forgetUnused(
  sql: Sql,
  { sectionKeys, authorKeys, sourceKeys }: Credits,
): Promise<void> {
  await sql.all(
    `DELETE FROM section WHERE ${sql.anyOf("key")} AND NOT EXISTS (SELECT 1 FROM article a WHERE a.section_key = section.key)`,
    [{ list: sectionKeys }],
  );
  await sql.all(
    `DELETE FROM author WHERE ${sql.anyOf("key")} AND NOT EXISTS (SELECT 1 FROM article_author x WHERE x.author_key = author.key)`,
    [{ list: authorKeys }],
  );
  await sql.all(
    `DELETE FROM source WHERE ${sql.anyOf("key")} AND NOT EXISTS (SELECT 1 FROM article a WHERE a.source_key = source.key) ` +
      `AND NOT EXISTS (SELECT 1 FROM section x WHERE x.source_key = source.key) ` +
      `AND NOT EXISTS (SELECT 1 FROM info_source_credit x WHERE x.source_key = source.key)`,
    [{ list: sourceKeys }],
  );
}
