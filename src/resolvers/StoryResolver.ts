import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Article, UNDATED } from "../entities/Article.js";
import { Entity, Place } from "../entities/Entity.js";
import { EntityKind, StoryStatus } from "../entities/enums.js";
import { LanguageTag } from "../entities/scalars.js";
import { Story } from "../entities/Story.js";
import { MitosError } from "../errors.js";
import { storyStatus, type StoryScope } from "../graph/storyList.js";
import { ForwardPaging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import { Evidence, QuotationConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { TimeInterval } from "../schema/enums.js";
import { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { DateRangeInput } from "../schema/inputs/DateRangeInput.js";
import { ArticleOrderInput, EntityOrderInput, StoryOrderInput } from "../schema/inputs/OrderInputs.js";
import { QuotationFilterInput } from "../schema/inputs/QuotationFilterInput.js";
import { StoryFilterInput } from "../schema/inputs/StoryFilterInput.js";
import {
  StoryArticleConnection,
  StoryConnection,
  StoryEntityConnection,
  StoryLink,
  StorySource,
} from "../schema/stories.js";
import { TimeBucket } from "../schema/TimeBucket.js";
import { quotationConnection } from "./lists.js";
import { readReasons } from "./readReasons.js";

const MOST_SENTENCES = 10;
const MOST_PLACES = 20;
const MOST_LINKS = 10;
const MARKED = 5;

/** Stories and what hangs on them. */
@Resolver(() => Story)
export class StoryResolver {
  @Query(() => Story, {
    nullable: true,
    description: "One story by ID or slug; one that became part of another gives that one.",
  })
  async story(
    @Arg("id", () => ID, { nullable: true, description: "Global ID." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Readable name from an address." })
    slug: string | null,
    @Ctx() { loaders }: Context,
  ): Promise<Story | null> {
    if ((id == null) === (slug == null))
      throw new MitosError("BAD_INPUT", "story takes exactly one of id and slug.");
    return id != null ? loaders.storyById.load(id) : loaders.storyBySlug.load(slug ?? "");
  }

  @Query(() => StoryConnection, {
    description: "Stories of two articles or more, those with the newest articles first.",
  })
  stories(
    @Arg("filter", () => StoryFilterInput, { nullable: true, description: "Which stories." })
    filter: StoryFilterInput | null,
    @Arg("order", () => [StoryOrderInput], { nullable: true, description: "Default: last updated first." })
    order: StoryOrderInput[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<StoryConnection> {
    return storyConnection(context, "ALL", [], filter, order, paging);
  }

  @FieldResolver(() => String, {
    description: "Headline of its most typical article, in this language if it has one.",
  })
  title(
    @Root() { titles }: Story,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
  ): string {
    const byLanguage = JSON.parse(titles) as Record<string, string>;
    const base = lang?.split("-")[0] ?? "";
    return byLanguage[lang ?? ""] ?? byLanguage[base] ?? Object.values(byLanguage)[0] ?? "";
  }

  @FieldResolver(() => [Evidence], {
    description:
      "Sentences that tell it: how its most typical article begins, then those of its language, and of others, that say most that is new.",
  })
  async summary(
    @Root() { key }: Story,
    @Arg("sentences", () => Int, { defaultValue: 3, description: "At most so many; 1 to 10." })
    sentences: number,
    @Ctx() { loaders }: Context,
  ): Promise<Evidence[]> {
    if (sentences < 1 || sentences > MOST_SENTENCES)
      throw new MitosError("BAD_INPUT", `sentences is ${sentences}.`, `Give 1 to ${MOST_SENTENCES}.`);
    const entities = await loaders.storyEntities.page([key], NO_FILTER, firstOf(MARKED));
    const entityKeys = entities.items.map(({ row }) => row.key);
    const paragraphs = await loaders.storySummaries.load(key);
    return paragraphs.slice(0, sentences).map(({ articleKey, ordinal }) => ({
      articleKey,
      ordinal,
      sentenceIndex: 0,
      entityKeys,
      within: "SENTENCE",
    }));
  }

  @FieldResolver(() => StoryStatus, { description: "Whether it goes on." })
  status(@Root() story: Story): StoryStatus {
    return storyStatus(story, Date.now());
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of its first dated article; null when none is dated.",
  })
  startedAt(@Root() { startedAt }: Story): number | null {
    return dated(startedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of its newest article; null when none is dated.",
  })
  lastUpdatedAt(@Root() { lastUpdatedAt }: Story): number | null {
    return dated(lastUpdatedAt);
  }

  @FieldResolver(() => [LanguageTag], { description: "Languages of its articles, the most frequent first." })
  async languages(@Root() { key }: Story, @Ctx() { loaders }: Context): Promise<string[]> {
    return (await loaders.storyLanguages.load(key)).map(({ language }) => language);
  }

  @FieldResolver(() => StoryArticleConnection, { description: "Its articles, newest first." })
  async articles(
    @Root() { key }: Story,
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Arg("order", () => [ArticleOrderInput], { nullable: true, description: "Default: newest first." })
    order: ArticleOrderInput[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<StoryArticleConnection> {
    const args = { scope: "STORY" as const, filter: filter ?? null, order: order ?? null };
    const page = await loaders.articles.page([key], args, readPaging(paging, config));
    const connection = toConnection(
      page,
      () => loaders.articles.count([key], args),
      (row, cursor) => ({
        node: row,
        cursor,
        storyKey: key,
        similarity: row.similarity ?? 0,
        novelty: row.novelty ?? 0,
        isCopy: (row.rank ?? 0) > 0,
        decidedBy: "MODEL" as const,
      }),
    );
    return { ...connection, storyKey: key, filter: args.filter };
  }

  @FieldResolver(() => StoryEntityConnection, {
    description:
      "Who and what its articles name, with when and by which article it entered; most salient first.",
  })
  async entities(
    @Root() { key }: Story,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds of entity." })
    kinds: EntityKind[] | null,
    @Arg("enteredAt", () => DateRangeInput, {
      nullable: true,
      description: "When the first dated article of the story that mentions it was published.",
    })
    enteredAt: DateRangeInput | null,
    @Arg("order", () => [EntityOrderInput], {
      nullable: true,
      description:
        "By what it is in the story, such as its first mention there. Default: most salient first.",
    })
    order: EntityOrderInput[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<StoryEntityConnection> {
    const args = { kinds: kinds ?? null, enteredAt: enteredAt ?? null, order: order ?? null };
    const page = await loaders.storyEntities.page([key], args, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.storyEntities.count([key], args),
      (row, cursor) => ({
        node: row,
        cursor,
        enteredWithKey: row.enteredWith,
        articleCount: row.inArticles,
        salience: row.salience,
        enteredAt: dated(row.enteredAt),
        lastSeen: dated(row.lastSeen),
      }),
    );
  }

  @FieldResolver(() => [StorySource], {
    description: "Outlets that cover it, those with most articles first; at most 100.",
  })
  async sources(
    @Root() { key, startedAt }: Story,
    @Arg("first", () => Int, { nullable: true, description: "At most so many, default 20." })
    first: number | null,
    @Ctx() { loaders, config }: Context,
  ): Promise<StorySource[]> {
    const { first: size } = readPaging({ first }, config);
    const sources = await loaders.storySources.load(key);
    return sources.slice(0, size ?? 0).map((source) => ({
      ...source,
      lagSeconds:
        source.firstPublished === null ? null : Math.round((source.firstPublished - startedAt) / 1000),
    }));
  }

  @FieldResolver(() => [TimeBucket], {
    description: "Articles and mentions over time, from its first to its last dated article, without gaps.",
  })
  timeline(
    @Root() { key }: Story,
    @Arg("interval", () => TimeInterval, { description: "Length of a bucket." })
    interval: keyof typeof TimeInterval,
    @Arg("timeZone", () => String, { defaultValue: "UTC", description: "IANA name, such as Europe/Athens." })
    timeZone: string,
    @Ctx() { loaders }: Context,
  ): Promise<TimeBucket[]> {
    return loaders.storyTimelines.load([key], { interval, timeZone });
  }

  @FieldResolver(() => [Place], {
    description: "Places that it is about, the most salient first; at most 20.",
  })
  async places(@Root() { key }: Story, @Ctx() { loaders }: Context): Promise<Entity[]> {
    const args = { ...NO_FILTER, kinds: ["PLACE" as const] };
    const { items } = await loaders.storyEntities.page([key], args, firstOf(MOST_PLACES));
    return items.map(({ row }) => row);
  }

  @FieldResolver(() => QuotationConnection, { description: "What people say in it, newest article first." })
  quotations(
    @Root() { key }: Story,
    @Arg("filter", () => QuotationFilterInput, { nullable: true, description: "Which quotations." })
    filter: QuotationFilterInput | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<QuotationConnection> {
    return quotationConnection(context, "STORY", [key], filter, paging);
  }

  @FieldResolver(() => [StoryLink], {
    description: "Stories that it goes on with: one of its articles follows one of theirs. At most 10.",
  })
  precededBy(@Root() story: Story, @Ctx() context: Context): Promise<StoryLink[]> {
    return linksOf(context, story, true);
  }

  @FieldResolver(() => [StoryLink], {
    description: "Stories that go on with it: one of their articles follows one of its. At most 10.",
  })
  followedBy(@Root() story: Story, @Ctx() context: Context): Promise<StoryLink[]> {
    return linksOf(context, story, false);
  }
}

/** The story of an article. */
@Resolver(() => Article)
export class ArticleStoryResolver {
  @FieldResolver(() => Story, {
    nullable: true,
    description: "Articles on the same event, this one among them; null for a stub.",
  })
  story(@Root() { key }: Article, @Ctx() { loaders }: Context): Promise<Story | null> {
    return loaders.storyByArticle.load(key);
  }
}

/** The stories of an entity. */
@Resolver(() => Entity)
export class EntityStoriesResolver {
  @FieldResolver(() => StoryConnection, {
    description: "Stories whose articles mention it, those with the newest articles first.",
  })
  stories(
    @Root() { key }: Entity,
    @Arg("filter", () => StoryFilterInput, { nullable: true, description: "Which stories." })
    filter: StoryFilterInput | null,
    @Arg("order", () => [StoryOrderInput], { nullable: true, description: "Default: last updated first." })
    order: StoryOrderInput[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<StoryConnection> {
    return storyConnection(context, "ENTITY", [key], filter, order, paging);
  }
}

const NO_FILTER = { kinds: null, enteredAt: null, order: null };

function firstOf(first: number): { first: number; after: null; last: null; before: null } {
  return { first, after: null, last: null, before: null };
}

function dated(time: number): number | null {
  return time <= UNDATED ? null : time;
}

async function storyConnection(
  { loaders, config }: Context,
  scope: StoryScope,
  parent: number[],
  filter: StoryFilterInput | null,
  order: StoryOrderInput[] | null,
  paging: ForwardPaging,
): Promise<StoryConnection> {
  const args = { scope, filter: filter ?? null, order: order ?? null };
  const page = await loaders.stories.page(parent, args, readPaging(paging, config));
  return toConnection(page, () => loaders.stories.count(parent, args), plainEdge);
}

async function linksOf({ loaders }: Context, { key }: Story, isBefore: boolean): Promise<StoryLink[]> {
  const rows = (await loaders.storyLinks.load(key)).filter((row) => (row.isBefore === 1) === isBefore);
  const links = rows.slice(0, MOST_LINKS).map(async ({ otherKey, score, reasons }) => {
    const story = await loaders.storyByKey.load(otherKey);
    return story && { story, score, reasons: readReasons(reasons) };
  });
  return (await Promise.all(links)).filter((link) => link !== null);
}
