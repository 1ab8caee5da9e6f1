import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import type { Node } from "../entities/Node.js";
import { Source } from "../entities/Source.js";
import { MitosError } from "../errors.js";
import type { ArticleFilter } from "../graph/articleFilter.js";
import type { FacetField as FacetName, FacetRow } from "../graph/facets.js";
import { localizedName } from "../graph/localizedName.js";
import { Evidence, RelatedReason } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { FacetField } from "../schema/enums.js";
import type { FacetBucket } from "../schema/stories.js";
import {
  Facet,
  StoryArticleConnection,
  StoryArticleEdge,
  StoryEntityEdge,
  StorySource,
} from "../schema/stories.js";
import { mentionConnection } from "./lists.js";
import { readReasons } from "./readReasons.js";

const MOST_NAMES = 50;
const MOST_BUCKETS = 100;

/** What a story's edge to an article knows. */
@Resolver(() => StoryArticleEdge)
export class StoryArticleEdgeResolver {
  @FieldResolver(() => [Entity], {
    description: "Who and what the story names first in this article, the most salient first; at most 20.",
  })
  async newEntities(@Root() { node }: StoryArticleEdge, @Ctx() { loaders }: Context): Promise<Entity[]> {
    const rows = await loaders.newEntitiesByArticle.load(node.key);
    return present(await Promise.all(rows.map(({ entityKey }) => loaders.entityByKey.load(entityKey))));
  }

  @FieldResolver(() => [RelatedReason], {
    description: "What ties it most strongly to another article of the story; none for the only one.",
  })
  async reasons(@Root() { node }: StoryArticleEdge, @Ctx() { loaders }: Context): Promise<RelatedReason[]> {
    const tie = await loaders.tiesInStory.load(node.key);
    return tie === null ? [] : readReasons(tie.reasons);
  }
}

/** What a story's edge to an entity knows. */
@Resolver(() => StoryEntityEdge)
export class StoryEntityEdgeResolver {
  @FieldResolver(() => Article, { description: "The first dated article of the story that mentions it." })
  enteredWith(
    @Root() { enteredWithKey }: StoryEntityEdge,
    @Ctx() { loaders }: Context,
  ): Promise<Article | null> {
    return loaders.articleByKey.load(enteredWithKey);
  }

  @FieldResolver(() => Evidence, { description: "Where that article first mentions it." })
  async evidence(
    @Root() { enteredWithKey, node }: StoryEntityEdge,
    @Ctx() context: Context,
  ): Promise<Evidence | null> {
    const place = [enteredWithKey, node.key];
    const { nodes } = await mentionConnection(context, "ARTICLE_ENTITY", place, null, { first: 1 });
    const [mention] = nodes;
    if (!mention) return null;
    const { articleKey, ordinal, sentenceIndex } = mention;
    return { articleKey, ordinal, sentenceIndex, entityKeys: [node.key], within: "SENTENCE" };
  }
}

/** How an outlet covers a story. */
@Resolver(() => StorySource)
export class StorySourceResolver {
  @FieldResolver(() => Source, { description: "The outlet." })
  source(@Root() { sourceKey }: StorySource, @Ctx() { loaders }: Context): Promise<Source | null> {
    return loaders.sourceByKey.load(sourceKey);
  }

  @FieldResolver(() => [Entity], {
    description: "Who and what no other outlet of the story names, the most salient first; at most 50.",
  })
  async onlyHere(
    @Root() { storyKey, sourceKey }: StorySource,
    @Ctx() { loaders }: Context,
  ): Promise<Entity[]> {
    const rows = (await loaders.storyNamesByOne.load(storyKey)).filter((row) => row.sourceKey === sourceKey);
    return present(
      await Promise.all(
        rows.slice(0, MOST_NAMES).map(({ entityKey }) => loaders.entityByKey.load(entityKey)),
      ),
    );
  }
}

/** What is counted over the articles of a story. */
@Resolver(() => StoryArticleConnection)
export class StoryArticleConnectionResolver {
  @FieldResolver(() => [Facet], { description: "The articles of the whole list, counted by fields." })
  facets(
    @Root() { storyKey, filter }: StoryArticleConnection,
    @Arg("fields", () => [FacetField], { description: "What to count by." }) fields: FacetName[],
    @Arg("top", () => Int, { defaultValue: 10, description: "Most values of each, 1 to 100." }) top: number,
    @Ctx() context: Context,
  ): Promise<Facet[]> {
    if (top < 1 || top > MOST_BUCKETS)
      throw new MitosError("BAD_INPUT", `top is ${top}.`, `Give 1 to ${MOST_BUCKETS}.`);
    return Promise.all(
      [...new Set(fields)].map(async (field) => {
        const rows = await context.loaders.storyFacets.load(storyKey, { field, filter });
        const buckets = await Promise.all(
          rows.slice(0, top).map((row) => bucketOf(context, field, row, filter)),
        );
        return { field, buckets, otherCount: Math.max(0, rows.length - top) };
      }),
    );
  }
}

async function bucketOf(
  context: Context,
  field: FacetName,
  { value, count }: FacetRow,
  filter: ArticleFilter | null,
): Promise<FacetBucket> {
  const named = await namedValue(context, field, value);
  const asked = new Set(askedFor(field, filter));
  return {
    ...named,
    count,
    selected: asked.has(named.value) || (named.node !== null && asked.has(named.node.id)),
  };
}

async function namedValue(
  { loaders }: Context,
  field: FacetName,
  value: number | string,
): Promise<Pick<FacetBucket, "value" | "label" | "node">> {
  const key = Number(value);
  switch (field) {
    case "LANGUAGE":
      return { value: String(value), label: String(value), node: null };
    case "SECTION":
      return withId(await loaders.sectionByKey.load(key));
    case "AUTHOR":
      return withId(await loaders.authorByKey.load(key));
    case "SOURCE":
    case "INFO_SOURCE": {
      const source = await loaders.sourceByKey.load(key);
      return { value: source?.slug ?? "", label: source?.name ?? "", node: source };
    }
    default: {
      const entity = await loaders.entityByKey.load(key);
      return {
        value: entity?.slug ?? "",
        label: entity === null ? "" : localizedName(entity, null),
        node: entity,
      };
    }
  }
}

function withId(node: (Node & { name: string }) | null): Pick<FacetBucket, "value" | "label" | "node"> {
  return { value: node?.id ?? "", label: node?.name ?? "", node };
}

function askedFor(field: FacetName, filter: ArticleFilter | null): readonly string[] {
  const { sources, sections, languages, authors, infoSources, mentions } = filter ?? {};
  const entities = [...(mentions?.all ?? []), ...(mentions?.any ?? [])];
  const asked: Record<FacetName, readonly string[] | null | undefined> = {
    SOURCE: sources,
    SECTION: sections,
    LANGUAGE: languages,
    AUTHOR: authors,
    INFO_SOURCE: infoSources,
    PERSON: entities,
    ORGANIZATION: entities,
    PLACE: entities,
  };
  return asked[field] ?? [];
}

function present<Item>(items: readonly (Item | null)[]): Item[] {
  return items.filter((item) => item !== null);
}
