import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Query, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Author } from "../entities/Author.js";
import { ArticlePart, EntityKind, RelatedReasonKind } from "../entities/enums.js";
import { Image } from "../entities/Image.js";
import { InfoSourceCredit } from "../entities/InfoSourceCredit.js";
import { RelatedLink } from "../entities/RelatedLink.js";
import { Url } from "../entities/scalars.js";
import { Section } from "../entities/Section.js";
import { Source } from "../entities/Source.js";
import { MitosError } from "../errors.js";
import { articleBody } from "../graph/articleBody.js";
import { ForwardPaging, Paging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import {
  ArticleConnection,
  ArticleEntityConnection,
  MentionConnection,
  ParagraphConnection,
  QuotationConnection,
  RelatedArticleConnection,
} from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { BodyFormat } from "../schema/enums.js";
import { ExtractionRecord, type FieldProvenance } from "../schema/ExtractionRecord.js";
import { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { MentionFilterInput } from "../schema/inputs/MentionFilterInput.js";
import { QuotationFilterInput } from "../schema/inputs/QuotationFilterInput.js";
import { ArticleOrderInput } from "../schema/inputs/OrderInputs.js";
import { articleConnection, mentionConnection, quotationConnection } from "./lists.js";
import { readReasons } from "./readReasons.js";
import { toParagraph } from "./toNodes.js";

const WORDS_PER_MINUTE = 200;
const TEXT_PARTS: ArticlePart[] = ["LEAD", "BODY", "TEASER"];

/** Articles and what hangs on them. */
@Resolver(() => Article)
export class ArticleResolver {
  @Query(() => Article, { nullable: true, description: "One article by ID, slug or address." })
  async article(
    @Arg("id", () => ID, { nullable: true, description: "Global ID." }) id: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Readable name from an address." })
    slug: string | null,
    @Arg("url", () => Url, { nullable: true, description: "Address, in any of its spellings." })
    url: string | null,
    @Ctx() context: Context,
  ): Promise<Article | null> {
    if ([id, slug, url].filter((value) => value != null).length !== 1) {
      throw new MitosError("BAD_INPUT", "article takes exactly one of id, slug and url.");
    }
    if (id != null) return context.loaders.articleById.load(id);
    if (slug != null) return context.loaders.articleBySlug.load(slug);
    return context.loaders.articleByUrl.load(url ?? "");
  }

  @Query(() => ArticleConnection, { description: "Articles, newest first; undated ones last." })
  articles(
    @Arg("filter", () => ArticleFilterInput, { nullable: true, description: "Which articles." })
    filter: ArticleFilterInput | null,
    @Arg("order", () => [ArticleOrderInput], { nullable: true, description: "Default: newest first." })
    order: ArticleOrderInput[] | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<ArticleConnection> {
    return articleConnection(context, "ALL", [], filter, order, paging);
  }

  @FieldResolver(() => [String], { description: "Further headlines of the page, such as the share title." })
  alternativeHeadlines(@Root() article: Article): string[] {
    return JSON.parse(article.alternativeHeadlines) as string[];
  }

  @FieldResolver(() => [String], { description: "Keywords that the page states." })
  keywords(@Root() article: Article): string[] {
    return JSON.parse(article.keywords) as string[];
  }

  @FieldResolver(() => ExtractionRecord, { description: "How it was read from its document." })
  extraction(@Root() { format, contentHash, fields, rawKey }: Article): ExtractionRecord {
    return {
      format,
      contentHash,
      fields: JSON.parse(fields) as FieldProvenance[],
      rawAvailable: rawKey !== null,
    };
  }

  @FieldResolver(() => Int, { description: "At 200 words a minute." })
  readingMinutes(@Root() article: Article): number {
    return Math.ceil(article.wordCount / WORDS_PER_MINUTE);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Lead and body paragraphs with a blank line between them; null for a stub.",
  })
  async articleBody(
    @Root() article: Article,
    @Arg("format", () => BodyFormat, { defaultValue: "TEXT", description: "Format of the text." })
    _format: "TEXT",
    @Arg("maxChars", () => Int, { nullable: true, description: "Cut after so many UTF-16 units." })
    maxChars: number | null,
    @Ctx() { loaders }: Context,
  ): Promise<string | null> {
    if (article.isStub) return null;
    const body = articleBody(await loaders.textsByArticle.load(article.key));
    return maxChars == null ? body : body.slice(0, Math.max(0, maxChars)).toWellFormed();
  }

  @FieldResolver(() => ParagraphConnection, {
    description: "Texts of the article in order; by default lead and body.",
  })
  async paragraphs(
    @Root() article: Article,
    @Arg("parts", () => [ArticlePart], { nullable: true, description: "Which parts; default lead and body." })
    parts: ArticlePart[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<ParagraphConnection> {
    const args = { parts: parts ?? TEXT_PARTS };
    const page = await loaders.paragraphs.page([article.key], args, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.paragraphs.count([article.key], args),
      (row, cursor) => plainEdge(toParagraph(row), cursor),
    );
  }

  @FieldResolver(() => MentionConnection, {
    description: "Each occurrence of a name, in text order, with its offsets.",
  })
  mentions(
    @Root() article: Article,
    @Arg("filter", () => MentionFilterInput, { nullable: true, description: "Which mentions." })
    filter: MentionFilterInput | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<MentionConnection> {
    return mentionConnection(context, "ARTICLE", [article.key], filter, paging);
  }

  @FieldResolver(() => QuotationConnection, { description: "What people say in it, in text order." })
  quotations(
    @Root() article: Article,
    @Arg("filter", () => QuotationFilterInput, { nullable: true, description: "Which quotations." })
    filter: QuotationFilterInput | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<QuotationConnection> {
    return quotationConnection(context, "ARTICLE", [article.key], filter, paging);
  }

  @FieldResolver(() => ArticleEntityConnection, {
    description: "One edge for each linked entity, the most salient first.",
  })
  async entities(
    @Root() article: Article,
    @Arg("kinds", () => [EntityKind], { nullable: true, description: "Only these kinds of entity." })
    kinds: EntityKind[] | null,
    @Arg("minSalience", () => Float, {
      nullable: true,
      description: "Only entities at least so salient, 0 to 1.",
    })
    minSalience: number | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<ArticleEntityConnection> {
    const args = { kinds: kinds ?? null, minSalience: minSalience ?? null };
    const page = await loaders.articleEntities.page([article.key], args, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.articleEntities.count([article.key], args),
      (row, cursor) => ({
        node: row,
        cursor,
        articleKey: row.articleKey,
        count: row.count,
        salience: row.salience,
        isMain: row.isMain,
        parts: JSON.parse(row.parts) as ArticlePart[],
      }),
    );
  }

  @FieldResolver(() => RelatedArticleConnection, {
    description: "Related articles with reasons, best first.",
  })
  async related(
    @Root() article: Article,
    @Arg("reasons", () => [RelatedReasonKind], {
      nullable: true,
      description: "Only for at least one of these reasons.",
    })
    reasons: RelatedReasonKind[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<RelatedArticleConnection> {
    const args = { reasons: reasons ?? null };
    const page = await loaders.related.page([article.key], args, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.related.count([article.key], args),
      (row, cursor) => ({
        node: row,
        cursor,
        score: row.score,
        reasons: readReasons(row.reasons),
      }),
    );
  }

  @FieldResolver(() => [RelatedLink], { description: "See-also teasers as the page printed them." })
  relatedLinks(@Root() article: Article, @Ctx() { loaders }: Context): Promise<RelatedLink[]> {
    return loaders.linksByArticle.load(article.key);
  }

  @FieldResolver(() => ArticleConnection, { description: "Articles whose see-also lists link here." })
  linkedFrom(
    @Root() article: Article,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<ArticleConnection> {
    return articleConnection(context, "LINKING_TO", [article.key], null, null, paging);
  }

  @FieldResolver(() => Source, { nullable: true, description: "Outlet that published it." })
  async source(@Root() article: Article, @Ctx() { loaders }: Context): Promise<Source | null> {
    return article.sourceKey === null ? null : loaders.sourceByKey.load(article.sourceKey);
  }

  @FieldResolver(() => Section, { nullable: true, description: "Section of the outlet." })
  async articleSection(@Root() article: Article, @Ctx() { loaders }: Context): Promise<Section | null> {
    return article.sectionKey === null ? null : loaders.sectionByKey.load(article.sectionKey);
  }

  @FieldResolver(() => [Author], { description: "Who signed it, in the order of the byline." })
  authors(@Root() article: Article, @Ctx() { loaders }: Context): Promise<Author[]> {
    return loaders.authorsByArticle.load(article.key);
  }

  @FieldResolver(() => [InfoSourceCredit], { description: "Agencies that the article credits." })
  infoSources(@Root() article: Article, @Ctx() { loaders }: Context): Promise<InfoSourceCredit[]> {
    return loaders.creditsByArticle.load(article.key);
  }

  @FieldResolver(() => [Image], { description: "Pictures, in the order of the page." })
  images(@Root() article: Article, @Ctx() { loaders }: Context): Promise<Image[]> {
    return loaders.imagesByArticle.load(article.key);
  }

  @FieldResolver(() => Image, { nullable: true, description: "The first picture." })
  async primaryImage(@Root() article: Article, @Ctx() { loaders }: Context): Promise<Image | null> {
    return (await loaders.imagesByArticle.load(article.key))[0] ?? null;
  }
}
