import type { ArticleOrder, ArticleScope } from "../graph/articles.js";
import type { Parent } from "../graph/list.js";
import type { MentionFilter, MentionScope } from "../graph/mentions.js";
import type { QuotationFilter, QuotationScope } from "../graph/quotations.js";
import type { RoleScope } from "../graph/roles.js";
import { readPaging, toConnection, plainEdge, type Paging } from "../schema/connection.js";
import type {
  ArticleConnection,
  MentionConnection,
  QuotationConnection,
  RoleConnection,
} from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import type { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { searchHighlights } from "./searchHighlights.js";
import { toMention, toQuotation } from "./toNodes.js";

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

/** A page of quotations of a scope. `parent` is `[]` for the whole archive. */
export async function quotationConnection(
  { loaders, config }: Context,
  scope: QuotationScope,
  parent: Parent,
  filter: QuotationFilter | null | undefined,
  paging: Partial<Paging>,
): Promise<QuotationConnection> {
  const args = { scope, filter: filter ?? null };
  const page = await loaders.quotations.page(parent, args, readPaging(paging, config));
  return toConnection(
    page,
    () => loaders.quotations.count(parent, args),
    (row, cursor) => plainEdge(toQuotation(row), cursor),
  );
}

/** A page of the roles of a person, or of those that an organization gives. */
export async function roleConnection(
  { loaders, config }: Context,
  scope: RoleScope,
  entityKey: number,
  asOf: Date | null | undefined,
  paging: Partial<Paging>,
): Promise<RoleConnection> {
  const args = { scope, asOf: asOf ?? null };
  const page = await loaders.roles.page([entityKey], args, readPaging(paging, config));
  return toConnection(page, () => loaders.roles.count([entityKey], args), plainEdge);
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
