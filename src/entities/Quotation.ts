import { Field, Float, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { ArticlePart } from "./enums.js";
import { Node } from "./Node.js";

/**
 * Direct speech (schema.org Quotation). Offsets are UTF-16 in the paragraph's text, without the quote marks. The global
 * ID is the article's with ordinal and start, so it is computed.
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Direct speech (schema.org Quotation).",
})
@Entity("quotation")
@Index(["articleKey", "ordinal", "startOffset"], { unique: true })
@Index(["speakerKey", "sortDate", "articleKey", "ordinal", "startOffset"])
export class Quotation extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("bigint")
  articleKey!: number;

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

  /** Index of the sentence in which it begins. */
  @Column("integer")
  sentenceIndex!: number;

  @Field(() => String, { description: "What was said, as printed, without the quote marks." })
  @Column("text")
  text!: string;

  /** Folded words, one blank between them: equal for the same speech in two articles. */
  @Column("text")
  folded!: string;

  /** Hash of `folded`, which is too long for an index. */
  @Column("text")
  hash!: string;

  @Column("bigint", { nullable: true })
  speakerKey!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The speaker as named beside the quotation; null when nobody is.",
  })
  @Column("text", { nullable: true })
  speakerText!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Verb of speech as printed; null where there is none.",
  })
  @Column("text", { nullable: true })
  cue!: string | null;

  @Field(() => Float, { description: "0 to 1: that this is the speaker's speech." })
  @Column("double precision")
  confidence!: number;

  /** Copy of the article's sort date, for "newest quotations of X" by index. */
  @Column("bigint")
  sortDate!: number;
}
