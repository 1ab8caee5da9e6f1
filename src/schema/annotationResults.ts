import { Field, Float, ObjectType } from "type-graphql";
import { Entity } from "../entities/Entity.js";
import { EntityKind, MentionKind } from "../entities/enums.js";
import { LanguageTag } from "../entities/scalars.js";
import { TextPosition, TextQuote } from "./TextPosition.js";

/** What speaks for a meaning, or against it. */
@ObjectType({
  simpleResolvers: true,
  description: "What speaks for a meaning (or, with a weight below 0, against it).",
})
class ScoreFeature {
  @Field(() => String, { description: "What was looked at, such as `prior` or `country beside`." })
  name!: string;

  @Field(() => Float, { description: "How much of it there is, 0 to 1." })
  value!: number;

  @Field(() => Float, { description: "`value` times `weight` went into the score." })
  weight!: number;
}

/** A possible meaning of a name. */
@ObjectType({ simpleResolvers: true, description: "A possible meaning of a name." })
export class LinkCandidate {
  @Field(() => Entity, { description: "What the name may mean." })
  entity!: Entity;

  @Field(() => Float, { description: "0 to 1." })
  score!: number;

  @Field(() => [ScoreFeature], {
    description: "What went into the score; none where the name alone decides.",
  })
  features!: ScoreFeature[];

  @Field(() => Boolean, { description: "The name was linked to it." })
  chosen!: boolean;
}

/** A name in a text that is in no article. */
@ObjectType({ simpleResolvers: true, description: "A name in a text that is in no article." })
class AnnotatedSpan {
  @Field(() => TextQuote, { description: "The name with the text around it." })
  quote!: TextQuote;

  @Field(() => TextPosition, { description: "Where it stands in the text, in UTF-16 units." })
  position!: TextPosition;

  @Field(() => MentionKind, { description: "How it names its entity." })
  mentionKind!: MentionKind;

  @Field(() => EntityKind, { nullable: true, description: "What kind of thing it names; null when unknown." })
  kind!: EntityKind | null;

  @Field(() => Entity, { nullable: true, description: "Null when the name is not linked (NIL)." })
  entity!: Entity | null;

  @Field(() => Float, { description: "0 to 1: that it is a name, times that it names this entity." })
  confidence!: number;

  @Field(() => [LinkCandidate], { description: "What it may mean, best first." })
  candidates!: () => Promise<LinkCandidate[]>;

  @Field(() => String, { description: "Why it is linked or not, in English." })
  explanation!: () => Promise<string>;
}

/** Direct speech in a text that is in no article. */
@ObjectType({ simpleResolvers: true, description: "Direct speech in a text that is in no article." })
class AnnotatedQuote {
  @Field(() => String, { description: "What was said, without the quote marks." })
  text!: string;

  @Field(() => TextPosition, { description: "Where it stands in the text, in UTF-16 units." })
  position!: TextPosition;

  @Field(() => Entity, { nullable: true, description: "Who speaks, where the name is linked." })
  speaker!: Entity | null;

  @Field(() => String, { nullable: true, description: "Who speaks, as the text names them." })
  speakerText!: string | null;
}

/** Names and speech in a text. */
@ObjectType({ simpleResolvers: true, description: "Names and speech in a text." })
export class AnnotationResult {
  @Field(() => LanguageTag, { description: "Language as given or found out." })
  language!: string;

  @Field(() => [AnnotatedSpan], { description: "In text order." })
  mentions!: AnnotatedSpan[];

  @Field(() => [AnnotatedQuote], { description: "In text order." })
  quotations!: AnnotatedQuote[];

  @Field(() => [Entity], { description: "The linked entities, each once, in order of first mention." })
  entities!: Entity[];
}

/** What a name of a list means. */
@ObjectType({ simpleResolvers: true, description: "What a name of a list means." })
export class Reconciliation {
  @Field(() => String, { description: "The name that was asked for." })
  query!: string;

  @Field(() => [LinkCandidate], { description: "What it may mean, best first, at most five." })
  candidates!: LinkCandidate[];

  @Field(() => Boolean, { description: "The best two are too close to choose." })
  ambiguous!: boolean;
}
