import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Author } from "../entities/Author.js";
import { Section } from "../entities/Section.js";
import { Source } from "../entities/Source.js";
import { MitosError } from "../errors.js";
import { Paging, readPaging } from "../schema/connection.js";
import { ArticleConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { ArticleOrderInput } from "../schema/inputs/OrderInputs.js";
import { articleConnection } from "./lists.js";

/** Outlets and agencies. */
@Resolver(() => Source)
export class SourceResolver {
  @Query(() => [Source], { description: "Outlets and agencies, by name." })
  async sources(
    @Arg("first", () => Int, { nullable: true, description: "Page size, default 20." }) first: number | null,
    @Arg("after", () => ID, { nullable: true, description: "ID of the last source of the page before." })
    after: string | null,
    @Ctx() { loaders, config }: Context,
  ): Promise<Source[]> {
    const { first: size } = readPaging({ first }, config);
    const last = after == null ? null : await loaders.sourceById.load(after);
    if (after != null && last === null) {
      throw new MitosError(
        "BAD_CURSOR",
        `There is no source "${after}".`,
        "Give the id of a source as after.",
      );
    }
    return loaders.sourcesAfter(last, size ?? 0);
  }

  @FieldResolver(() => ArticleConnection, { description: "Articles that it published." })
  articles(
    @Root() source: Source,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Arg("order", () => [ArticleOrderInput], { nullable: true, description: "Default: newest first." })
    order: ArticleOrderInput[] | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<ArticleConnection> {
    return articleConnection(context, "SOURCE", [source.key], filter, order, paging);
  }
}

/** Sections of outlets. */
@Resolver(() => Section)
export class SectionResolver {
  @FieldResolver(() => Source, { nullable: true, description: "Outlet whose section it is." })
  source(@Root() section: Section, @Ctx() { loaders }: Context): Promise<Source | null> {
    return loaders.sourceByKey.load(section.sourceKey);
  }

  @FieldResolver(() => ArticleConnection, { description: "Its articles, newest first." })
  articles(
    @Root() section: Section,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<ArticleConnection> {
    return articleConnection(context, "SECTION", [section.key], filter, null, paging);
  }
}

/** Who signed articles. */
@Resolver(() => Author)
export class AuthorResolver {
  @FieldResolver(() => ArticleConnection, { description: "Articles signed so, newest first." })
  articles(
    @Root() author: Author,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<ArticleConnection> {
    return articleConnection(context, "AUTHOR", [author.key], filter, null, paging);
  }
}
