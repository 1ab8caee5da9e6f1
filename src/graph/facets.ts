import type { Sql } from "../db/Sql.js";
import { articleConditions, type ArticleFilter } from "./articleFilter.js";
import { collapseCondition } from "./collapse.js";
import { whereClause } from "./list.js";

/** What articles are counted by. */
export type FacetField =
  "SOURCE" | "SECTION" | "LANGUAGE" | "AUTHOR" | "INFO_SOURCE" | "PERSON" | "ORGANIZATION" | "PLACE";

/** Articles of one value. */
export interface FacetRow {
  story: number;
  /** Key of what has the value, or the value itself. */
  value: number | string;
  count: number;
}

/** Joins that lead from an article to what it is counted by, and the column of that. */
const dimensions: Record<FacetField, { join: string; value: string; condition?: string }> = {
  SOURCE: { join: "", value: "a.source_key" },
  SECTION: { join: "", value: "a.section_key" },
  LANGUAGE: { join: "", value: "a.in_language" },
  AUTHOR: { join: "JOIN article_author f ON f.article_key = a.key", value: "f.author_key" },
  INFO_SOURCE: { join: "JOIN info_source_credit f ON f.article_key = a.key", value: "f.source_key" },
  PERSON: entities("PERSON"),
  ORGANIZATION: entities("ORGANIZATION"),
  PLACE: entities("PLACE"),
};

function entities(kind: string): { join: string; value: string; condition: string } {
  return {
    join: "JOIN article_entity f ON f.article_key = a.key JOIN entity k ON k.key = f.entity_key",
    value: "f.entity_key",
    condition: `k.kind = '${kind}'`,
  };
}

/** Articles of stories under a filter, counted by a field, the most frequent value first; one statement. */
export async function storyFacets(
  sql: Sql,
  stories: readonly number[],
  field: FacetField,
  filter: ArticleFilter | null,
): Promise<FacetRow[]> {
  const { join, value, condition } = dimensions[field];
  const where = [
    { text: sql.anyOf("x.story_key"), values: [{ list: stories }] },
    { text: `${value} IS NOT NULL`, values: [] },
    ...(condition === undefined ? [] : [{ text: condition, values: [] }]),
    ...(await articleConditions(sql, filter, "x.sort_date")),
    ...(await collapseCondition(sql, "STORY", filter, "x.article_key")),
  ];
  return sql.all(
    `SELECT x.story_key AS story, ${value} AS value, count(DISTINCT a.key) AS count FROM story_article x ` +
      `JOIN article a ON a.key = x.article_key ${join}${whereClause(where)} GROUP BY x.story_key, ${value} ` +
      `ORDER BY x.story_key, count(DISTINCT a.key) DESC, ${value}`,
    where.flatMap(({ values }) => values),
  );
}
