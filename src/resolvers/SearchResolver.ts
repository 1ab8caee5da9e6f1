import { Arg, Args, Ctx, Int, Query, Resolver } from "type-graphql";
import type { EntityKind } from "../entities/enums.js";
import { LanguageTag } from "../entities/scalars.js";
import { localizedName } from "../graph/localizedName.js";
import { ForwardPaging, readPaging } from "../schema/connection.js";
import { SearchConnection, type SearchEdge, Suggestion } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { exactly } from "../schema/Count.js";
import { SearchType } from "../schema/enums.js";
import { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { searchHighlights } from "./searchHighlights.js";

type Type = keyof typeof SearchType;

/** Kinds of entity that a type of search result stands for. */
const kindsOf: Record<Type, EntityKind[]> = {
  ARTICLE: [],
  PERSON: ["PERSON"],
  ORGANIZATION: ["ORGANIZATION"],
  PLACE: ["PLACE"],
  TOPIC: ["EVENT", "WORK", "OTHER"],
};
const ALL_TYPES = Object.keys(kindsOf) as Type[];

/** Finding articles by words, and entities by any name. */
@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      "Entities that the words name, then articles with all the words, best first. Names match in any case ending, capitals and script.",
  })
  async search(
    @Arg("q", () => String, { description: "Words and names; only the first 16 words count." }) q: string,
    @Arg("types", () => [SearchType], {
      nullable: true,
      description: "What to look for; default everything.",
    })
    types: Type[] | null,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "For articles only." })
    filter: ArticleFilterInput | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<SearchConnection> {
    const { loaders } = context;
    const wanted = types ?? ALL_TYPES;
    const args = {
      kinds: wanted.flatMap((type) => kindsOf[type]),
      articles: wanted.includes("ARTICLE"),
      filter: filter ?? null,
    };
    const { first, after } = readPaging(paging, context.config);
    const query = await loaders.searchQuery.load(q);
    const page = await loaders.searchPage(query, args, first ?? 0, after);
    const edges: SearchEdge[] = [
      ...page.entities.map(({ row, cursor }) => ({
        node: row.entity,
        cursor,
        score: row.score,
        highlights: [],
      })),
      ...page.articles.map(({ row, cursor }) => ({
        node: row,
        cursor,
        score: row.score ?? 0,
        highlights: () => searchHighlights(context, query, row),
      })),
    ];
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: page.hasNextPage,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: async () => exactly(await loaders.searchCount(query, args)),
      interpretation: {
        terms: query.units.map(({ text }) => text),
        stems: query.units.flatMap(({ terms }) => terms),
        entities: query.units.flatMap((unit) => unit.entities.map(({ entity }) => entity)),
      },
    };
  }

  @Query(() => [Suggestion], {
    description: "Completions of a name while it is typed, the most mentioned first.",
  })
  async suggest(
    @Arg("prefix", () => String, { description: "What was typed so far, in any script." }) prefix: string,
    @Arg("types", () => [SearchType], { nullable: true, description: "Kinds of entity; default all." })
    types: Type[] | null,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language of `text`; default English." })
    lang: string | null,
    @Arg("first", () => Int, { defaultValue: 8, description: "How many at most." }) first: number,
    @Ctx() { loaders, config }: Context,
  ): Promise<Suggestion[]> {
    const { first: size } = readPaging({ first }, config);
    const kinds = types?.flatMap((type) => kindsOf[type]) ?? null;
    const matches = await loaders.suggestions.load(prefix, { kinds, first: size ?? 0 });
    return matches.map((match) => ({ ...match, text: localizedName(match.entity, lang ?? null) }));
  }
}
