import type { Article } from "../entities/Article.js";
import type { SearchQuery } from "../graph/search.js";
import { searchPassages } from "../graph/searchPassages.js";
import type { Context } from "../schema/Context.js";
import { highlight, type Highlight } from "../schema/Highlight.js";

/** The passages of an article that a text query matched, at most three. Batched over the articles of a request. */
export async function searchHighlights(
  { loaders }: Context,
  query: SearchQuery,
  { key }: Article,
): Promise<Highlight[]> {
  const named = query.units.flatMap(({ entities }) => entities.map(({ entity }) => entity.key));
  const [paragraphs, mentions] = await Promise.all([
    loaders.textsByArticle.load(key),
    named.length === 0 ? [] : loaders.mentionsOfEntities.load(key, named),
  ]);
  return searchPassages(query, paragraphs, mentions).map(({ paragraph, start, end, ranges }) =>
    highlight(
      paragraph.part,
      paragraph.text,
      start,
      end,
      ranges.map(({ entityKey, ...range }) => ({
        ...range,
        entity: entityKey === null ? null : () => loaders.entityByKey.load(entityKey),
      })),
    ),
  );
}
