import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import type { ArticlePart } from "../entities/enums.js";
import { Paragraph } from "../entities/Paragraph.js";
import type { ListQuery } from "./list.js";

/** Which texts of an article. */
export interface ParagraphFilter {
  parts: readonly ArticlePart[];
}

/** Select list of a paragraph with its article's ID; needs aliases `p` and `a`. */
export const paragraphColumns = columnsOf(Paragraph, "p") + `, a.id AS "articleId"`;

/** A row of `paragraphColumns`. */
export type ParagraphRow = Paragraph & { articleId: string };

/** Texts of an article, in order. Parents are article keys. */
export function paragraphList(sql: Sql, { parts }: ParagraphFilter): ListQuery {
  return {
    name: "paragraphs",
    select: paragraphColumns,
    base: "paragraph p",
    lookups: "JOIN article a ON a.key = p.article_key",
    parent: ["p.article_key"],
    where: [{ text: sql.anyOf("p.part"), values: [{ list: parts }] }],
    order: [{ sql: "p.ordinal", type: "integer", descending: false }],
  };
}
