import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Mention } from "../entities/Mention.js";
import { placeKey } from "../loaders/createLoaders.js";
import { evidenceCount, proximityOf } from "../graph/coMentions.js";
import { ForwardPaging, readPaging, toConnection, plainEdge } from "../schema/connection.js";
import { CoMentionEdge, Evidence, EvidenceConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { SortDirection, TimeInterval } from "../schema/enums.js";
import { Highlight, highlight } from "../schema/Highlight.js";
import { CoMentionFilterInput } from "../schema/inputs/CoMentionFilterInput.js";
import { TimeBucket } from "../schema/TimeBucket.js";
import { coMentionEdge } from "./coMentionEdge.js";
import { entityByReference } from "./findEntity.js";
import { mentionConnection } from "./lists.js";
import { sentenceOf } from "./sentenceOf.js";
import { toMention } from "./toNodes.js";

/** Pairs of entities that stand together. */
@Resolver(() => CoMentionEdge)
export class CoMentionResolver {
  @Query(() => CoMentionEdge, {
    nullable: true,
    description:
      "How two entities stand together; null when they never do under the filter. `node` is `b`. `a` and `b` are IDs or slugs.",
  })
  async pair(
    @Arg("a", () => ID, { description: "ID or slug of one entity." }) a: string,
    @Arg("b", () => ID, { description: "ID or slug of the other." }) b: string,
    @Arg("filter", () => CoMentionFilterInput, { nullable: true, description: "Which co-mentions count." })
    filter: CoMentionFilterInput | null,
    @Ctx() context: Context,
  ): Promise<CoMentionEdge | null> {
    const [from, to] = await Promise.all([entityByReference(context, a), entityByReference(context, b)]);
    const counts = await context.loaders.pairCounts.load([from.key, to.key], filter ?? null);
    return counts.articleCount === 0
      ? null
      : coMentionEdge(context, from.key, to, counts, filter ?? null, `${from.id}-${to.id}`);
  }

  @FieldResolver(() => EvidenceConnection, {
    description:
      "The passages that hold both, newest article first; as close as the filter of the list asks.",
  })
  async evidence(
    @Root() edge: CoMentionEdge,
    @Arg("order", () => SortDirection, { defaultValue: "DESC", description: "By publication time." })
    direction: keyof typeof SortDirection,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<EvidenceConnection> {
    const pair = [edge.aKey, edge.node.key];
    const within = proximityOf(edge.filter);
    const page = await loaders.evidence.page(
      pair,
      { filter: edge.filter, direction },
      readPaging(paging, config),
    );
    return toConnection(
      page,
      async () => evidenceCount(edge, within),
      (row, cursor) => plainEdge({ ...row, entityKeys: pair, within }, cursor),
    );
  }

  @FieldResolver(() => [TimeBucket], {
    description:
      "Articles over time in which they stand together; `mentionCount` counts the sentences, paragraphs or articles with both.",
  })
  timeline(
    @Root() edge: CoMentionEdge,
    @Arg("interval", () => TimeInterval, { description: "Length of a bucket." })
    interval: keyof typeof TimeInterval,
    @Arg("timeZone", () => String, { defaultValue: "UTC", description: "IANA name, such as Europe/Athens." })
    timeZone: string,
    @Ctx() { loaders }: Context,
  ): Promise<TimeBucket[]> {
    return loaders.pairTimelines.load([edge.aKey, edge.node.key], {
      interval,
      filter: edge.filter,
      timeZone,
    });
  }
}

/** Passages that prove a pair. */
@Resolver(() => Evidence)
export class EvidenceResolver {
  @FieldResolver(() => Article, { description: "Where it stands." })
  article(@Root() evidence: Evidence, @Ctx() { loaders }: Context): Promise<Article | null> {
    return loaders.articleByKey.load(evidence.articleKey);
  }

  @FieldResolver(() => GraphQLDateTime, { nullable: true, description: "Publication time of the article." })
  async datePublished(@Root() evidence: Evidence, @Ctx() { loaders }: Context): Promise<number | null> {
    return (await loaders.articleByKey.load(evidence.articleKey))?.datePublished ?? null;
  }

  @FieldResolver(() => Highlight, {
    description:
      "The sentence or paragraph, the names in it marked. For ARTICLE: the sentence of the first name.",
  })
  async passage(@Root() evidence: Evidence, @Ctx() context: Context): Promise<Highlight> {
    const { loaders } = context;
    const place = placeKey(evidence.articleKey, evidence.ordinal);
    const [paragraph, mentions] = await Promise.all([
      loaders.paragraphByPlace.load(place),
      loaders.mentionsByPlace.load(place),
    ]);
    const { text, start, end } =
      evidence.within === "PARAGRAPH"
        ? { text: paragraph?.text ?? "", start: 0, end: paragraph?.text.length ?? 0 }
        : sentenceOf(paragraph, evidence.sentenceIndex);
    const marks = mentions
      .filter(({ entityKey }) => entityKey !== null && evidence.entityKeys.includes(entityKey))
      .map(({ startOffset, endOffset, entityKey }) => ({
        start: startOffset,
        end: endOffset,
        entity: () => loaders.entityByKey.load(entityKey ?? 0),
      }));
    return highlight(paragraph?.part ?? "BODY", text, start, end, marks);
  }

  @FieldResolver(() => [Mention], {
    description:
      "The occurrences of both in the passage, in text order. For ARTICLE: the first of each in the article.",
  })
  async mentions(@Root() evidence: Evidence, @Ctx() context: Context): Promise<Mention[]> {
    const { articleKey, ordinal, sentenceIndex, entityKeys, within } = evidence;
    if (within === "ARTICLE") {
      const pages = await Promise.all(
        entityKeys.map((key) =>
          mentionConnection(context, "ARTICLE_ENTITY", [articleKey, key], null, { first: 1 }),
        ),
      );
      return pages
        .flatMap(({ nodes }) => nodes)
        .sort((a, b) => a.ordinal - b.ordinal || a.startOffset - b.startOffset);
    }
    const mentions = await context.loaders.mentionsByPlace.load(placeKey(articleKey, ordinal));
    return mentions
      .filter((mention) => mention.entityKey !== null && entityKeys.includes(mention.entityKey))
      .filter((mention) => within === "PARAGRAPH" || mention.sentenceIndex === sentenceIndex)
      .map(toMention);
  }
}
