import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Article, UNDATED } from "../entities/Article.js";
import { DuplicateGroup } from "../entities/DuplicateGroup.js";
import type { Paragraph } from "../entities/Paragraph.js";
import { Source } from "../entities/Source.js";
import { textDifference, type SentencedText } from "../graph/similarity/textDifference.js";
import { ForwardPaging, readPaging, toConnection } from "../schema/connection.js";
import type { Context } from "../schema/Context.js";
import { DuplicateConnection, DuplicateEdge } from "../schema/duplicates.js";
import { TextQuote } from "../schema/TextPosition.js";

/** The near-duplicates of an article. */
@Resolver(() => Article)
export class ArticleDuplicatesResolver {
  @FieldResolver(() => DuplicateGroup, {
    nullable: true,
    description: "The articles that have its text, this one among them; null if no other has.",
  })
  duplicateGroup(@Root() { key }: Article, @Ctx() { loaders }: Context): Promise<DuplicateGroup | null> {
    return loaders.groupByArticle.load(key);
  }
}

/** Groups of near-duplicates. */
@Resolver(() => DuplicateGroup)
export class DuplicateGroupResolver {
  @FieldResolver(() => Article, {
    description: "The one that the others were made from: an agency's own article, else the oldest.",
  })
  original(@Root() { originalKey }: DuplicateGroup, @Ctx() { loaders }: Context): Promise<Article | null> {
    return loaders.articleByKey.load(originalKey);
  }

  @FieldResolver(() => DuplicateConnection, { description: "All of them, the original first." })
  async articles(
    @Root() { key, originalKey }: DuplicateGroup,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<DuplicateConnection> {
    const page = await loaders.duplicates.page([key], null, readPaging(paging, config));
    const original = await loaders.articleByKey.load(originalKey);
    return toConnection(
      page,
      () => loaders.duplicates.count([key], null),
      (row, cursor) => ({
        node: row,
        cursor,
        originalKey,
        similarity: row.similarity,
        lagSeconds: lagOf(row, original),
      }),
    );
  }

  @FieldResolver(() => Source, {
    nullable: true,
    description:
      "The agency behind the text: the original's own outlet, or the one that most of them credit.",
  })
  async agency(@Root() { agencyKey }: DuplicateGroup, @Ctx() { loaders }: Context): Promise<Source | null> {
    return agencyKey === null ? null : loaders.sourceByKey.load(agencyKey);
  }
}

/** What an article made of its original. */
@Resolver(() => DuplicateEdge)
export class DuplicateEdgeResolver {
  @FieldResolver(() => [TextQuote], {
    description: "Sentences of its lead and body that the original does not have, for the most part.",
  })
  addedText(@Root() { node, originalKey }: DuplicateEdge, @Ctx() context: Context): Promise<TextQuote[]> {
    return differenceOf(context, node.key, originalKey);
  }

  @FieldResolver(() => [TextQuote], {
    description: "Sentences of the original's lead and body that it does not have, for the most part.",
  })
  removedText(@Root() { node, originalKey }: DuplicateEdge, @Ctx() context: Context): Promise<TextQuote[]> {
    return differenceOf(context, originalKey, node.key);
  }
}

async function differenceOf({ loaders }: Context, own: number, other: number): Promise<TextQuote[]> {
  if (own === other) return [];
  const [first, second] = await Promise.all([own, other].map((key) => loaders.textsByArticle.load(key)));
  return textDifference(sentenced(first ?? []), sentenced(second ?? []));
}

function sentenced(texts: readonly Paragraph[]): SentencedText[] {
  return texts
    .filter(({ part }) => part === "LEAD" || part === "BODY")
    .map(({ text, sentences }) => ({ text, sentences: JSON.parse(sentences) as number[] }));
}

function lagOf({ sortDate }: Article, original: Article | null): number {
  if (original === null || sortDate <= UNDATED || original.sortDate <= UNDATED) return 0;
  return Math.round((sortDate - original.sortDate) / 1000);
}
