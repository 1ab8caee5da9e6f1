import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Entity, Organization, Person, Place } from "../entities/Entity.js";
import { NameKind } from "../entities/enums.js";
import { EntityName } from "../entities/EntityName.js";
import { LanguageTag } from "../entities/scalars.js";
import { localized, localizedName } from "../graph/localizedName.js";
import { ForwardPaging, Paging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import {
  ArticleConnection,
  CoMentionConnection,
  EntityConnection,
  ExternalId,
  MentionConnection,
  QuotationConnection,
} from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { Count, exactly } from "../schema/Count.js";
import { TimeInterval } from "../schema/enums.js";
import { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { CoMentionFilterInput } from "../schema/inputs/CoMentionFilterInput.js";
import { EntityFilterInput } from "../schema/inputs/EntityFilterInput.js";
import { MentionFilterInput } from "../schema/inputs/MentionFilterInput.js";
import { QuotationFilterInput } from "../schema/inputs/QuotationFilterInput.js";
import { ArticleOrderInput, CoMentionOrderInput, EntityOrderInput } from "../schema/inputs/OrderInputs.js";
import { TimeBucket } from "../schema/TimeBucket.js";
import { coMentionEdge } from "./coMentionEdge.js";
import { findEntity } from "./findEntity.js";
import { articleConnection, mentionConnection, quotationConnection } from "./lists.js";

const NAME_HELP =
  "Any known name, in any script or case ending. Null with AMBIGUOUS_NAME when more than one fits.";

/** People, organizations, places and topics, and what hangs on them. */
@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Entity, { nullable: true, description: "One entity of any kind by ID, slug or name." })
  entity(
    @Arg("id", () => ID, { nullable: true, description: "Global ID." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Readable name from an address." })
    slug: string | null,
    @Arg("name", () => String, { nullable: true, description: NAME_HELP }) name: string | null,
    @Ctx() context: Context,
  ): Promise<Entity | null> {
    return findEntity(context, null, { id, slug, name });
  }

  @Query(() => Person, { nullable: true, description: "One person by ID, slug or name." })
  person(
    @Arg("id", () => ID, { nullable: true, description: "Global ID." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Readable name from an address." })
    slug: string | null,
    @Arg("name", () => String, { nullable: true, description: NAME_HELP }) name: string | null,
    @Ctx() context: Context,
  ): Promise<Entity | null> {
    return findEntity(context, "PERSON", { id, slug, name });
  }

  @Query(() => Organization, { nullable: true, description: "One organization by ID, slug or name." })
  organization(
    @Arg("id", () => ID, { nullable: true, description: "Global ID." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Readable name from an address." })
    slug: string | null,
    @Arg("name", () => String, { nullable: true, description: NAME_HELP }) name: string | null,
    @Ctx() context: Context,
  ): Promise<Entity | null> {
    return findEntity(context, "ORGANIZATION", { id, slug, name });
  }

  @Query(() => Place, { nullable: true, description: "One place by ID, slug or name." })
  place(
    @Arg("id", () => ID, { nullable: true, description: "Global ID." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Readable name from an address." })
    slug: string | null,
    @Arg("name", () => String, { nullable: true, description: NAME_HELP }) name: string | null,
    @Ctx() context: Context,
  ): Promise<Entity | null> {
    return findEntity(context, "PLACE", { id, slug, name });
  }

  @Query(() => EntityConnection, { description: "Entities, most mentioned first." })
  async entities(
    @Arg("filter", () => EntityFilterInput, { nullable: true, description: "Which entities." })
    filter: EntityFilterInput | null,
    @Arg("order", () => [EntityOrderInput], { nullable: true, description: "Default: most articles first." })
    order: EntityOrderInput[] | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() { loaders, config }: Context,
  ): Promise<EntityConnection> {
    const args = { filter: filter ?? null, order: order ?? null };
    const page = await loaders.entities.page([], args, readPaging(paging, config));
    return toConnection(page, () => loaders.entities.count([], args), plainEdge);
  }

  @FieldResolver(() => String, {
    description:
      "Name in a language (else English, else any), and in a script (ISO 15924) if one is asked for.",
  })
  name(
    @Root() entity: Entity,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
    @Arg("script", () => String, {
      nullable: true,
      description: "Script (ISO 15924), such as Latn, Grek or Cyrl.",
    })
    script: string | null,
  ): string {
    return localizedName(entity, lang ?? null, script ?? null);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Who or what it is, in a language; default English.",
  })
  description(
    @Root() entity: Entity,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
  ): string | null {
    return localized(JSON.parse(entity.descriptions) as Record<string, string>, lang ?? "en");
  }

  @FieldResolver(() => [EntityName], {
    description: "Name forms: aliases, case forms, other scripts, acronyms.",
  })
  async names(
    @Root() entity: Entity,
    @Arg("kinds", () => [NameKind], { nullable: true, description: "Only these kinds of name." })
    kinds: NameKind[] | null,
    @Arg("languages", () => [LanguageTag], { nullable: true, description: "Only these languages." })
    languages: string[] | null,
    @Ctx() { loaders }: Context,
  ): Promise<EntityName[]> {
    const names = await loaders.namesByEntity.load(entity.key);
    return names.filter(
      ({ kind, language }) =>
        (kinds?.includes(kind) ?? true) && (languages?.some((wanted) => wanted === language) ?? true),
    );
  }

  @FieldResolver(() => [ExternalId], { description: "The same thing elsewhere." })
  sameAs(@Root() { wikidata }: Entity): ExternalId[] {
    return wikidata === null
      ? []
      : [{ scheme: "wikidata", value: wikidata, url: `https://www.wikidata.org/entity/${wikidata}` }];
  }

  @FieldResolver(() => Count, {
    description:
      "Articles that mention it, copies of one text among them unless the filter says otherwise: the length of `articles` under this filter and `duplicates: INCLUDE`.",
  })
  async articleCount(
    @Root() entity: Entity,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Ctx() { loaders }: Context,
  ): Promise<Count> {
    if (filter == null) return exactly(entity.articleCount);
    const counted = { ...filter, duplicates: filter.duplicates ?? ("INCLUDE" as const) };
    return exactly(
      await loaders.articles.count([entity.key], { scope: "ENTITY", filter: counted, order: null }),
    );
  }

  @FieldResolver(() => Count, { description: "Length of `mentions` in the articles under the filter." })
  async mentionCount(
    @Root() entity: Entity,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Ctx() { loaders }: Context,
  ): Promise<Count> {
    if (filter == null) return exactly(entity.mentionCount);
    return exactly(
      await loaders.mentions.count([entity.key], { scope: "ENTITY", filter: { articles: filter } }),
    );
  }

  @FieldResolver(() => ArticleConnection, { description: "Articles that mention it, newest first." })
  articles(
    @Root() entity: Entity,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Arg("order", () => [ArticleOrderInput], { nullable: true, description: "Default: newest first." })
    order: ArticleOrderInput[] | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<ArticleConnection> {
    return articleConnection(context, "ENTITY", [entity.key], filter, order, paging);
  }

  @FieldResolver(() => MentionConnection, { description: "Its occurrences, newest article first." })
  mentions(
    @Root() entity: Entity,
    @Arg("filter", () => MentionFilterInput, { nullable: true, description: "Which mentions." })
    filter: MentionFilterInput | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<MentionConnection> {
    return mentionConnection(context, "ENTITY", [entity.key], filter, paging);
  }

  @FieldResolver(() => QuotationConnection, { description: "What it said, newest article first." })
  quotations(
    @Root() entity: Entity,
    @Arg("filter", () => QuotationFilterInput, { nullable: true, description: "Which quotations." })
    filter: QuotationFilterInput | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<QuotationConnection> {
    return quotationConnection(context, "SPEAKER", [entity.key], filter, paging);
  }

  @FieldResolver(() => CoMentionConnection, {
    description: "Who or what stands near it, most shared articles first; by default in one sentence.",
  })
  async coMentions(
    @Root() entity: Entity,
    @Arg("filter", () => CoMentionFilterInput, { nullable: true, description: "Which co-mentions count." })
    filter: CoMentionFilterInput | null,
    @Arg("order", () => [CoMentionOrderInput], {
      nullable: true,
      description: "Default: most shared articles first.",
    })
    order: CoMentionOrderInput[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<CoMentionConnection> {
    const { coMentions } = context.loaders;
    const args = { filter: filter ?? null, order: order ?? null };
    const page = await coMentions.page([entity.key], args, readPaging(paging, context.config));
    return toConnection(
      page,
      () => coMentions.count([entity.key], args),
      (row, cursor) => {
        const counts = {
          articleCount: row.pairArticles,
          paragraphCount: row.pairParagraphs,
          sentenceCount: row.pairSentences,
        };
        return coMentionEdge(context, entity.key, row, counts, args.filter, cursor);
      },
    );
  }

  @FieldResolver(() => [TimeBucket], {
    description:
      "Articles and mentions over time, from its first to its last dated article, without gaps. Copies of one text count, unless the filter says otherwise.",
  })
  timeline(
    @Root() entity: Entity,
    @Arg("interval", () => TimeInterval, { description: "Length of a bucket." })
    interval: keyof typeof TimeInterval,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Arg("timeZone", () => String, { defaultValue: "UTC", description: "IANA name, such as Europe/Athens." })
    timeZone: string,
    @Ctx() { loaders }: Context,
  ): Promise<TimeBucket[]> {
    return loaders.entityTimelines.load([entity.key], { interval, filter: filter ?? null, timeZone });
  }
}
