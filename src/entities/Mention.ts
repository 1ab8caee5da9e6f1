import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { ArticlePart, DecisionSource, EntityKind, MentionKind } from "./enums.js";
import { Node } from "./Node.js";

/**
 * One occurrence of a name (Web Annotation, NIF). Offsets are UTF-16 in the paragraph's text; `textStart` moves
 * them into the part's text. The global ID is the article's with ordinal and start, so it is computed.
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "One occurrence of a name (Web Annotation, NIF).",
})
@Entity("mention")
@Index(["articleKey", "ordinal", "startOffset"], { unique: true })
@Index(["entityKey", "sortDate", "articleKey", "ordinal", "startOffset"])
export class Mention extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("bigint")
  articleKey!: number;

  @Field(() => Int, { name: "paragraphIndex", simple: false, description: "`index` of its paragraph." })
  @Column("integer")
  ordinal!: number;

  @Field(() => ArticlePart, { description: "Part of the article that it stands in." })
  @Column("text")
  part!: ArticlePart;

  @Column("integer")
  startOffset!: number;

  @Column("integer")
  endOffset!: number;

  @Column("integer")
  textStart!: number;

  /** Index of its sentence in the paragraph. */
  @Column("integer")
  sentenceIndex!: number;

  @Field(() => String, { description: "The name exactly as the text has it." })
  @Column("text")
  surface!: string;

  @Field(() => MentionKind, { description: "How it names its entity." })
  @Column("text")
  kind!: MentionKind;

  @Field(() => EntityKind, { nullable: true, description: "What kind of thing it names; null when unknown." })
  @Column("text", { nullable: true })
  entityKind!: EntityKind | null;

  @Column("bigint", { nullable: true })
  entityKey!: number | null;

  @Field(() => String, { nullable: true, description: "Dictionary form of the name, when known." })
  @Column("text", { nullable: true })
  lemma!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "NOM, GEN, ACC, VOC and so on of the form in the text, where it is known.",
  })
  @Column("text", { nullable: true })
  grammaticalCase!: string | null;

  /** JSON array of `{ entity, score, features }`, best first; `entity` is a slug. Null in rows of version 0.1. */
  @Column("text", { nullable: true })
  candidates!: string | null;

  /** Why it is linked or not: `LinkReason` of the annotation. Null in rows of version 0.1. */
  @Column("text", { nullable: true })
  reason!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Office or occupation that the text gives the person right there, as printed.",
  })
  @Column("text", { nullable: true })
  roleText!: string | null;

  @Field(() => Float, { description: "0 to 1: that these characters are a name." })
  @Column("double precision")
  nerConfidence!: number;

  @Field(() => Float, {
    nullable: true,
    description: "0 to 1: that it names this entity; null when not linked.",
  })
  @Column("double precision", { nullable: true })
  linkConfidence!: number | null;

  @Field(() => DecisionSource, { description: "Who or what found the mention." })
  @Column("text")
  decidedBy!: DecisionSource;

  /** Copy of the article's sort date, for "newest mentions of X" by index. */
  @Column("bigint")
  sortDate!: number;
}
