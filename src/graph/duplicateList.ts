import { columnsOf } from "../db/rows.js";
import { Article } from "../entities/Article.js";
import type { ListQuery } from "./list.js";

/** An article of a group of near-duplicates with what the edge knows. */
export interface DuplicateRow extends Article {
  similarity: number;
}

/** Articles of groups of near-duplicates, the original first. Parents are group keys. */
export const duplicateList: ListQuery = {
  name: "duplicates",
  select: `${columnsOf(Article, "a")}, x.similarity AS "similarity"`,
  base: "duplicate x",
  rowKey: "x.article_key",
  lookups: "JOIN article a ON a.key = x.article_key",
  parent: ["x.group_key"],
  where: [],
  order: [
    { sql: "x.rank", type: "integer", descending: false },
    { sql: "x.article_key", type: "bigint", descending: false },
  ],
};
