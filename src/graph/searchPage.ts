import type { Sql } from "../db/Sql.js";
import type { EntityKind } from "../entities/enums.js";
import { articleList, type ArticleRow } from "./articles.js";
import type { ArticleFilter } from "./articleFilter.js";
import { readCursor, writeCursor } from "./cursor.js";
import { listCounts, listPages, type ListItem, type ListQuery } from "./list.js";
import type { NameMatch } from "./names.js";
import type { SearchQuery } from "./search.js";

/** What a search looks for. */
export interface SearchArguments {
  /** Kinds of the entities that are shown. */
  kinds: readonly EntityKind[];
  articles: boolean;
  /** For articles only. */
  filter: ArticleFilter | null;
}

/** One page of results: entities stand before all articles. */
export interface SearchPage {
  entities: ListItem<NameMatch>[];
  articles: ListItem<ArticleRow>[];
  hasNextPage: boolean;
}

/**
 * One page of what a text query finds: the entities that it names, then the articles that match all of it.
 * @throws MitosError BAD_CURSOR
 */
export async function searchPage(
  sql: Sql,
  query: SearchQuery,
  args: SearchArguments,
  first: number,
  after: string | null,
): Promise<SearchPage> {
  const named = namedEntities(query, args.kinds);
  const list = await resultList(sql, query, args);
  const start = after === null ? 0 : placeAfter(after, list, named.length, args.articles);
  const entities = named
    .map((row, index) => ({ row, cursor: writeCursor(`${list.name} entities`, [index]) }))
    .slice(start, start + first);
  const room = first - entities.length;
  if (!args.articles) return { entities, articles: [], hasNextPage: start + first < named.length };
  // Also where no room is left: whether there are articles decides hasNextPage.
  const [page] = await listPages<ArticleRow>(sql, list, [[]], {
    first: Math.max(1, room),
    after: start > named.length ? after : null,
    last: null,
    before: null,
  });
  const { items = [], hasNextPage = false } = page ?? {};
  return room > 0
    ? { entities, articles: items, hasNextPage }
    : { entities, articles: [], hasNextPage: items.length > 0 || start + first < named.length };
}

/** Number of all results. */
export async function searchCount(sql: Sql, query: SearchQuery, args: SearchArguments): Promise<number> {
  const entities = namedEntities(query, args.kinds).length;
  if (!args.articles) return entities;
  const [articles = 0] = await listCounts(sql, await resultList(sql, query, args), [[]]);
  return entities + articles;
}

function resultList(sql: Sql, query: SearchQuery, { filter }: SearchArguments): Promise<ListQuery> {
  const wanted: ArticleFilter =
    filter === null ? { q: query } : { q: query, and: [filter], duplicates: filter.duplicates ?? null };
  return articleList(sql, "ALL", wanted, [{ field: "RELEVANCE", direction: "DESC" }]);
}

function namedEntities({ units }: SearchQuery, kinds: readonly EntityKind[]): NameMatch[] {
  const found = new Map(
    units.flatMap(({ entities }) => entities.map((match) => [match.entity.key, match] as const)),
  );
  return [...found.values()]
    .filter(({ entity }) => kinds.includes(entity.kind))
    .sort((a, b) => b.score - a.score || a.entity.key - b.entity.key);
}

/** Index of the result after a cursor; beyond all entities where the cursor may be an article's. */
function placeAfter(cursor: string, list: ListQuery, entities: number, hasArticles: boolean): number {
  try {
    const [index] = readCursor(`${list.name} entities`, ["integer"], cursor);
    return Math.max(0, (index as number) + 1);
  } catch (error) {
    if (hasArticles) return entities + 1;
    throw error;
  }
}
