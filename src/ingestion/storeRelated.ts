import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { RelatedArticle } from "../entities/RelatedArticle.js";
import type { StoredReason } from "../graph/relatedArticles.js";
import { LINKED_WEIGHT, relatedTo } from "../graph/stories/relatedTo.js";
import type { StoryIndex } from "../graph/stories/StoryIndex.js";

/** An article whose related ones are to be found. */
export interface ArticleToRelate {
  articleKey: number;
  /** Keys of the entities by the names that the index has of them. */
  entityKeys: Readonly<Record<string, number>>;
}

interface Edge {
  articleKey: number;
  relatedKey: number;
  score: number;
  reasons: StoredReason[];
}

/**
 * Finds the articles related to each of some articles and stores the edges in both directions, in place of those that they had:
 * those of the index, and those that the pages link to, stubs among them.
 */
export async function storeRelated(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly ArticleToRelate[],
): Promise<void> {
  const keys = { list: articles.map(({ articleKey }) => articleKey) };
  const links = await linksOf(sql, keys.list);
  const edges = new Map<string, Edge>();
  const put = (edge: Edge, isOwn: boolean): void => {
    const name = `${edge.articleKey} ${edge.relatedKey}`;
    // What an article's own search found says more than the other's way back.
    if (edge.reasons.length > 0 && (isOwn || !edges.has(name))) edges.set(name, edge);
  };
  for (const article of articles) {
    for (const edge of edgesOf(stories, article, links.get(article.articleKey) ?? new Set())) {
      put(edge, true);
      put(reversed(edge), false);
    }
  }
  await sql.all(`DELETE FROM related_article WHERE ${sql.anyOf("article_key")}`, [keys]);
  await sql.all(`DELETE FROM related_article WHERE ${sql.anyOf("related_key")}`, [keys]);
  await insertRows(
    sql,
    RelatedArticle,
    [...edges.values()].map((edge) => ({ ...edge, reasons: JSON.stringify(edge.reasons) })),
  );
}

function edgesOf(
  stories: StoryIndex,
  { articleKey, entityKeys }: ArticleToRelate,
  links: ReadonlySet<number>,
): Edge[] {
  const found = relatedTo(stories, articleKey, { links }).map(({ key, score, reasons }): Edge => ({
    articleKey,
    relatedKey: key,
    score,
    reasons: reasons.map((reason) => ({
      ...reason,
      entities: reason.entities.flatMap((name) => entityKeys[name] ?? []),
    })),
  }));
  const known = new Set(found.map(({ relatedKey }) => relatedKey));
  const linked = [...links]
    .filter((key) => !known.has(key))
    .map((relatedKey): Edge => {
      const reason = { kind: "LINKED_IN_SOURCE" as const, weight: LINKED_WEIGHT, entities: [] };
      return { articleKey, relatedKey, score: LINKED_WEIGHT, reasons: [reason] };
    });
  return [...found, ...linked];
}

/** The same tie from the other article: that one does not follow this one. */
function reversed({ articleKey, relatedKey, score, reasons }: Edge): Edge {
  return {
    articleKey: relatedKey,
    relatedKey: articleKey,
    score,
    reasons: reasons.filter(({ kind }) => kind !== "FOLLOWS"),
  };
}

/** The articles that each one's page links to, and those whose pages link to it. */
async function linksOf(sql: Sql, articles: readonly number[]): Promise<Map<number, Set<number>>> {
  const list = { list: articles };
  const rows = await sql.all<{ a: number; b: number }>(
    `SELECT article_key AS a, target_key AS b FROM related_link WHERE target_key IS NOT NULL AND ${sql.anyOf("article_key")} ` +
      `UNION SELECT target_key AS a, article_key AS b FROM related_link WHERE ${sql.anyOf("target_key")}`,
    [list, list],
  );
  const links = new Map<number, Set<number>>(articles.map((key) => [key, new Set()]));
  for (const { a, b } of rows) if (a !== b) links.get(a)?.add(b);
  return links;
}
