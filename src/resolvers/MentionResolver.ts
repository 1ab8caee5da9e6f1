import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Candidate, LinkReason } from "../annotation/types.js";
import { Article } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import { Mention } from "../entities/Mention.js";
import { Paragraph } from "../entities/Paragraph.js";
import { LanguageTag } from "../entities/scalars.js";
import { articleBody } from "../graph/articleBody.js";
import { placeKey } from "../loaders/createLoaders.js";
import { LinkCandidate } from "../schema/annotationResults.js";
import { ForwardPaging, Paging } from "../schema/connection.js";
import { MentionConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { OffsetFrame, OffsetUnit } from "../schema/enums.js";
import { highlight, Highlight } from "../schema/Highlight.js";
import { MentionFilterInput } from "../schema/inputs/MentionFilterInput.js";
import { positionIn, TextPosition, TextQuote } from "../schema/TextPosition.js";
import { linkCandidates, linkExplanation } from "./linkCandidates.js";
import { mentionConnection } from "./lists.js";
import { sentenceOf } from "./sentenceOf.js";

type Unit = keyof typeof OffsetUnit;

/** Occurrences of names. */
@Resolver(() => Mention)
export class MentionResolver {
  @Query(() => MentionConnection, { description: "Mentions in the whole archive, newest article first." })
  mentions(
    @Arg("filter", () => MentionFilterInput, { nullable: true, description: "Which mentions." })
    filter: MentionFilterInput | null,
    @Args(() => Paging) paging: Paging,
    @Ctx() context: Context,
  ): Promise<MentionConnection> {
    return mentionConnection(context, "ALL", [], filter, paging);
  }

  @FieldResolver(() => Article, { description: "The article that it stands in." })
  article(@Root() mention: Mention, @Ctx() { loaders }: Context): Promise<Article | null> {
    return loaders.articleByKey.load(mention.articleKey);
  }

  @FieldResolver(() => Entity, { nullable: true, description: "Null when the name is not linked (NIL)." })
  async entity(@Root() mention: Mention, @Ctx() { loaders }: Context): Promise<Entity | null> {
    return mention.entityKey === null ? null : loaders.entityByKey.load(mention.entityKey);
  }

  @FieldResolver(() => TextPosition, { description: "Where the name stands." })
  async position(
    @Root() mention: Mention,
    @Arg("unit", () => OffsetUnit, { defaultValue: "UTF16", description: "What to count." }) unit: Unit,
    @Arg("relativeTo", () => OffsetFrame, { defaultValue: "ARTICLE", description: "Which text to count in." })
    frame: keyof typeof OffsetFrame,
    @Ctx() context: Context,
  ): Promise<TextPosition> {
    const shift = frame === "ARTICLE" ? mention.textStart : 0;
    const [start, end] = [mention.startOffset + shift, mention.endOffset + shift];
    return unit === "UTF16"
      ? { start, end, unit }
      : positionIn(await textBefore(mention, frame, context), start, end, unit);
  }

  @FieldResolver(() => TextQuote, { description: "The name with the text around it." })
  async quote(
    @Root() mention: Mention,
    @Arg("contextChars", () => Int, {
      defaultValue: 32,
      description: "UTF-16 units before and after, at most 500.",
    })
    contextChars: number,
    @Ctx() { loaders }: Context,
  ): Promise<TextQuote> {
    const text =
      (await loaders.paragraphByPlace.load(placeKey(mention.articleKey, mention.ordinal)))?.text ?? "";
    const width = Math.min(Math.max(0, contextChars), 500);
    return {
      exact: mention.surface,
      prefix: text.slice(Math.max(0, mention.startOffset - width), mention.startOffset).toWellFormed(),
      suffix: text.slice(mention.endOffset, mention.endOffset + width).toWellFormed(),
    };
  }

  @FieldResolver(() => [LinkCandidate], {
    description: "What the name may mean, best first; ambiguity is shown, not dropped.",
  })
  async candidates(
    @Root() mention: Mention,
    @Arg("first", () => Int, { defaultValue: 5, description: "At most so many, up to 5." }) first: number,
    @Ctx() context: Context,
  ): Promise<LinkCandidate[]> {
    const chosen = await slugOf(mention, context);
    return linkCandidates(context, candidatesOf(mention).slice(0, Math.max(0, first)), chosen);
  }

  @FieldResolver(() => String, {
    description: "Why it is linked or not: in Greek for `el`, else in English.",
  })
  async explanation(
    @Root() mention: Mention,
    @Arg("lang", () => LanguageTag, { nullable: true, description: "Language wanted." }) lang: string | null,
    @Ctx() context: Context,
  ): Promise<string> {
    const { surface, reason } = mention;
    const entity = await slugOf(mention, context);
    const candidates = candidatesOf(mention);
    return linkExplanation(
      context,
      { surface, reason: reason as LinkReason | null, entity, candidates },
      lang ?? null,
    );
  }

  @FieldResolver(() => Highlight, { description: "The sentence that it stands in." })
  async sentence(@Root() mention: Mention, @Ctx() { loaders }: Context): Promise<Highlight> {
    const paragraph = await loaders.paragraphByPlace.load(placeKey(mention.articleKey, mention.ordinal));
    const { text, start, end } = sentenceOf(paragraph, mention.sentenceIndex);
    return highlight(mention.part, text, start, end, [
      {
        start: mention.startOffset,
        end: mention.endOffset,
        entity: mention.entityKey === null ? null : () => loaders.entityByKey.load(mention.entityKey ?? 0),
      },
    ]);
  }
}

function candidatesOf({ candidates }: Mention): Candidate[] {
  return candidates === null ? [] : (JSON.parse(candidates) as Candidate[]);
}

async function slugOf({ entityKey }: Mention, { loaders }: Context): Promise<string | null> {
  return entityKey === null ? null : ((await loaders.entityByKey.load(entityKey))?.slug ?? null);
}

async function textBefore(
  mention: Mention,
  frame: keyof typeof OffsetFrame,
  { loaders }: Context,
): Promise<string> {
  const inBody = mention.part === "LEAD" || mention.part === "BODY";
  if (frame === "PARAGRAPH" || !inBody) {
    return (await loaders.paragraphByPlace.load(placeKey(mention.articleKey, mention.ordinal)))?.text ?? "";
  }
  return articleBody(await loaders.textsByArticle.load(mention.articleKey));
}

/** Texts of articles. */
@Resolver(() => Paragraph)
export class ParagraphResolver {
  @FieldResolver(() => TextPosition, {
    description: "Where it stands in `articleBody`; from 0 for other parts.",
  })
  async position(
    @Root() paragraph: Paragraph,
    @Arg("unit", () => OffsetUnit, { defaultValue: "UTF16", description: "What to count." }) unit: Unit,
    @Ctx() { loaders }: Context,
  ): Promise<TextPosition> {
    const [start, end] = [paragraph.textStart, paragraph.textStart + paragraph.text.length];
    if (unit === "UTF16") return { start, end, unit };
    if (paragraph.textStart === 0) return positionIn(paragraph.text, start, end, unit);
    return positionIn(articleBody(await loaders.textsByArticle.load(paragraph.articleKey)), start, end, unit);
  }

  @FieldResolver(() => MentionConnection, { description: "Names in this text, in order." })
  mentions(
    @Root() paragraph: Paragraph,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<MentionConnection> {
    return mentionConnection(context, "PARAGRAPH", [paragraph.articleKey, paragraph.ordinal], null, paging);
  }
}
