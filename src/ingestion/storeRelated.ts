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

/** What articles are related by: the keys of the entities by the names that the index has of them. */
export async function articlesToRelate(sql: Sql, articles: readonly number[]): Promise<ArticleToRelate[]> {
  const rows = await sql.all<{ articleKey: number; entityKeys: string }>(
    `SELECT article_key AS "articleKey", entity_keys AS "entityKeys" FROM article_vector WHERE ${sql.anyOf("article_key")}`,
    [{ list: articles }],
  );
  return rows.map(({ articleKey, entityKeys }) => ({
    articleKey,
    entityKeys: JSON.parse(entityKeys) as Record<string, number>,
  }));
}

/** Takes the edges of articles out, in both directions. */
export async function forgetRelated(sql: Sql, articles: readonly number[]): Promise<void> {
  for (const column of ["article_key", "related_key"])
    await sql.all(`DELETE FROM related_article WHERE ${sql.anyOf(column)}`, [{ list: articles }]);
}

/**
 * Finds the articles related to each of some articles, which have no edges now, and stores the edges in both directions: to those
 * of the index, and to those that the pages link to, stubs among them.
 * @param placed all articles whose related ones are found anew, these among them
 */
export async function storeRelated(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly ArticleToRelate[],
  placed: ReadonlySet<number>,
): Promise<void> {
  const links = await linksOf(
    sql,
    articles.map(({ articleKey }) => articleKey),
  );
  const edges: Edge[] = [];
  for (const article of articles) {
    const found = edgesOf(stories, article, links.get(article.articleKey) ?? new Set());
    // The others have what it is a copy of already.
    const isCopy = found.some(isOfCopies);
    for (const edge of found) {
      edges.push(edge);
      // Those that are looked at too find for themselves what is nearest to them.
      if (!placed.has(edge.relatedKey) && (!isCopy || isOfCopies(edge))) edges.push(reversed(edge));
    }
  }
  await insertRows(
    sql,
    RelatedArticle,
    edges
      .filter(({ reasons }) => reasons.length > 0)
      .map((edge) => ({ ...edge, reasons: JSON.stringify(edge.reasons) })),
    "ON CONFLICT DO NOTHING",
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

function isOfCopies({ reasons }: Edge): boolean {
  return reasons.some(({ kind }) => kind === "NEAR_DUPLICATE");
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
