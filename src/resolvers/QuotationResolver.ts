import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import { Quotation } from "../entities/Quotation.js";
import { Source } from "../entities/Source.js";
import { articleBody } from "../graph/articleBody.js";
import { placeKey } from "../loaders/createLoaders.js";
import { ForwardPaging } from "../schema/connection.js";
import { MentionConnection, QuotationConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { OffsetUnit } from "../schema/enums.js";
import { highlight, Highlight } from "../schema/Highlight.js";
import { QuotationFilterInput } from "../schema/inputs/QuotationFilterInput.js";
import { positionIn, TextPosition } from "../schema/TextPosition.js";
import { mentionConnection, quotationConnection } from "./lists.js";

/** What people said. */
@Resolver(() => Quotation)
export class QuotationResolver {
  @Query(() => QuotationConnection, { description: "Quotations in the whole archive, newest article first." })
  quotations(
    @Arg("filter", () => QuotationFilterInput, { nullable: true, description: "Which quotations." })
    filter: QuotationFilterInput | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<QuotationConnection> {
    return quotationConnection(context, "ALL", [], filter, paging);
  }

  @FieldResolver(() => Boolean, { description: "In quote marks; Mitos keeps no reported speech yet." })
  direct(): boolean {
    return true;
  }

  @FieldResolver(() => Article, { description: "The article that prints it." })
  article(@Root() { articleKey }: Quotation, @Ctx() { loaders }: Context): Promise<Article | null> {
    return loaders.articleByKey.load(articleKey);
  }

  @FieldResolver(() => Entity, { nullable: true, description: "Who speaks, where the name is linked." })
  async speaker(@Root() { speakerKey }: Quotation, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return speakerKey === null ? null : loaders.entityByKey.load(speakerKey);
  }

  @FieldResolver(() => TextPosition, {
    description: "Where it stands in `articleBody`, without the quote marks.",
  })
  async position(
    @Root() quotation: Quotation,
    @Arg("unit", () => OffsetUnit, { defaultValue: "UTF16", description: "What to count." })
    unit: keyof typeof OffsetUnit,
    @Ctx() { loaders }: Context,
  ): Promise<TextPosition> {
    const { articleKey, ordinal, part, textStart, startOffset, endOffset } = quotation;
    const [start, end] = [startOffset + textStart, endOffset + textStart];
    if (unit === "UTF16") return { start, end, unit };
    const isInBody = part === "LEAD" || part === "BODY";
    const text = isInBody
      ? articleBody(await loaders.textsByArticle.load(articleKey))
      : ((await loaders.paragraphByPlace.load(placeKey(articleKey, ordinal)))?.text ?? "");
    return positionIn(text, start, end, unit);
  }

  @FieldResolver(() => Highlight, {
    description: "The sentences that it stands in, the quoted words marked.",
  })
  async passage(@Root() quotation: Quotation, @Ctx() { loaders }: Context): Promise<Highlight> {
    const { articleKey, ordinal, part, startOffset, endOffset, speakerKey } = quotation;
    const paragraph = await loaders.paragraphByPlace.load(placeKey(articleKey, ordinal));
    const text = paragraph?.text ?? "";
    const bounds = JSON.parse(paragraph?.sentences ?? "[]") as number[];
    const starts = bounds.filter((_, index) => index % 2 === 0);
    const ends = bounds.filter((_, index) => index % 2 === 1);
    const start = starts.findLast((each) => each <= startOffset) ?? 0;
    const end = ends.find((each) => each >= endOffset) ?? text.length;
    const entity = speakerKey === null ? null : () => loaders.entityByKey.load(speakerKey);
    return highlight(part, text, start, end, [{ start: startOffset, end: endOffset, entity }]);
  }

  @FieldResolver(() => MentionConnection, { description: "Names in the quoted words, in order." })
  mentions(
    @Root() { key }: Quotation,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<MentionConnection> {
    return mentionConnection(context, "QUOTATION", [key], null, paging);
  }

  @FieldResolver(() => [Source], { description: "Sources of all articles that print exactly these words." })
  reportedBy(@Root() { hash }: Quotation, @Ctx() { loaders }: Context): Promise<Source[]> {
    return loaders.sourcesByQuotation.load(hash);
  }
}
