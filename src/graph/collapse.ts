import type { Sql } from "../db/Sql.js";
import { articleConditions, type ArticleFilter } from "./articleFilter.js";
import type { ArticleScope } from "./articles.js";
import type { Condition } from "./list.js";

/** What ties another article `b` to the parent of a list, whose rows are `a` and, in some scopes, `x`. */
const sameParent: Record<ArticleScope, string | null> = {
  ALL: null,
  ENTITY:
    "EXISTS (SELECT 1 FROM article_entity o WHERE o.article_key = b.key AND o.entity_key = x.entity_key)",
  STORY: "EXISTS (SELECT 1 FROM story_article o WHERE o.article_key = b.key AND o.story_key = x.story_key)",
  SOURCE: "b.source_key = a.source_key",
  SECTION: "b.section_key = a.section_key",
  AUTHOR:
    "EXISTS (SELECT 1 FROM article_author o WHERE o.article_key = b.key AND o.author_key = x.author_key)",
  LINKING_TO:
    "EXISTS (SELECT 1 FROM related_link o WHERE o.article_key = b.key AND o.target_key = x.target_key)",
};

/**
 * Condition that keeps one article of each group of near-duplicates in a list: the first, by origin, of those that the list would
 * have. Other articles cost one look into an index.
 * @param key the article's key, as the list names it
 */
export async function collapseCondition(
  sql: Sql,
  scope: ArticleScope,
  filter: ArticleFilter | null | undefined,
  key: string,
): Promise<Condition[]> {
  const mode = filter?.duplicates ?? "COLLAPSE";
  if (mode !== "COLLAPSE") return [];
  const own = sameParent[scope];
  // The conditions of the list, on the other article.
  const also = (await articleConditions(sql, filter)).map(({ text, values }) => ({
    text: text.replace(/\ba\./gu, "b."),
    values,
  }));
  if (own === null && also.length === 0) {
    const isCopy = `EXISTS (SELECT 1 FROM duplicate d WHERE d.article_key = ${key} AND d.rank > 0)`;
    return [{ text: `NOT ${isCopy}`, values: [] }];
  }
  const texts = [...(own === null ? [] : [own]), ...also.map(({ text }) => text)];
  return [
    {
      text:
        "NOT EXISTS (SELECT 1 FROM duplicate d JOIN duplicate f ON f.group_key = d.group_key AND f.rank < d.rank " +
        `JOIN article b ON b.key = f.article_key WHERE d.article_key = ${key} AND d.rank > 0 AND ${texts.map((text) => `(${text})`).join(" AND ")})`,
      values: also.flatMap(({ values }) => values),
    },
  ];
}
