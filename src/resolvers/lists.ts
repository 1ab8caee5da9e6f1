import type { ArticleOrder, ArticleScope } from "../graph/articles.js";
import type { Parent } from "../graph/list.js";
import type { MentionFilter, MentionScope } from "../graph/mentions.js";
import { readPaging, toConnection, plainEdge, type Paging } from "../schema/connection.js";
import type { ArticleConnection, MentionConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import type { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { searchHighlights } from "./searchHighlights.js";
import { toMention } from "./toNodes.js";

/** A page of articles of a scope. `parent` is `[]` for the whole archive. */
export async function articleConnection(
  context: Context,
  scope: ArticleScope,
  parent: Parent,
  filter: ArticleFilterInput | null | undefined,
  order: readonly ArticleOrder[] | null | undefined,
  paging: Partial<Paging>,
): Promise<ArticleConnection> {
  const { loaders, config } = context;
  const args = { scope, filter: filter ?? null, order: order ?? null };
  const page = await loaders.articles.page(parent, args, readPaging(paging, config));
  return toConnection(
    page,
    () => loaders.articles.count(parent, args),
    (row, cursor) => ({
      node: row,
      cursor,
      score: row.score,
      highlights: async () =>
        filter?.q == null ? [] : searchHighlights(context, await loaders.searchQuery.load(filter.q), row),
    }),
  );
}

/** A page of mentions of a scope. `parent` is `[]` for the whole archive. */
export async function mentionConnection(
  { loaders, config }: Context,
  scope: MentionScope,
  parent: Parent,
  filter: MentionFilter | null | undefined,
  paging: Partial<Paging>,
): Promise<MentionConnection> {
  const args = { scope, filter: filter ?? null };
  const page = await loaders.mentions.page(parent, args, readPaging(paging, config));
  return toConnection(
    page,
    () => loaders.mentions.count(parent, args),
    (row, cursor) => plainEdge(toMention(row), cursor),
  );
}
