import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { InfoSourceCredit } from "../entities/InfoSourceCredit.js";
import { Mention } from "../entities/Mention.js";
import { RelatedLink } from "../entities/RelatedLink.js";
import { Source } from "../entities/Source.js";
import { ForwardPaging } from "../schema/connection.js";
import { ArticleEntityEdge, MentionConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { TextQuote } from "../schema/TextPosition.js";
import { mentionConnection } from "./lists.js";

/** The article behind a see-also teaser. */
@Resolver(() => RelatedLink)
export class RelatedLinkResolver {
  @FieldResolver(() => Article, {
    nullable: true,
    description: "The article behind the teaser; a stub until its page arrives.",
  })
  article(@Root() link: RelatedLink, @Ctx() { loaders }: Context): Promise<Article | null> {
    return loaders.articleByKey.load(link.targetKey);
  }
}

/** The source behind a credit. */
@Resolver(() => InfoSourceCredit)
export class InfoSourceCreditResolver {
  @FieldResolver(() => Source, { description: "Who supplied it." })
  source(@Root() credit: InfoSourceCredit, @Ctx() { loaders }: Context): Promise<Source | null> {
    return loaders.sourceByKey.load(credit.sourceKey);
  }

  @FieldResolver(() => TextQuote, {
    description:
      "The line of the page that says so. It stands beside the text, so nothing is before or behind it.",
  })
  evidence(@Root() credit: InfoSourceCredit): TextQuote {
    return { exact: credit.evidence, prefix: "", suffix: "" };
  }
}

/** What an article's edge to an entity knows. */
@Resolver(() => ArticleEntityEdge)
export class ArticleEntityEdgeResolver {
  @FieldResolver(() => Mention, { description: "The first occurrence, in text order." })
  async firstMention(@Root() edge: ArticleEntityEdge, @Ctx() context: Context): Promise<Mention | null> {
    const place = [edge.articleKey, edge.node.key];
    const { nodes } = await mentionConnection(context, "ARTICLE_ENTITY", place, null, { first: 1 });
    return nodes[0] ?? null;
  }

  @FieldResolver(() => MentionConnection, {
    description: "All its occurrences in the article, in text order.",
  })
  mentions(
    @Root() edge: ArticleEntityEdge,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<MentionConnection> {
    return mentionConnection(context, "ARTICLE_ENTITY", [edge.articleKey, edge.node.key], null, paging);
  }
}
