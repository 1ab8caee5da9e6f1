import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { ArticlePart } from "./enums.js";
import { Node } from "./Node.js";

/**
 * One text of an article: headline, lead, body paragraph or caption. Its global ID is the article's with the
 * ordinal, so it is computed, not stored.
 */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "One text of an article: by default lead and body paragraphs, on request headline and captions too.",
})
@Entity("paragraph")
export class Paragraph extends Node {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @Field(() => Int, {
    name: "index",
    simple: false,
    description: "Place among all texts of the article, headline first.",
  })
  @PrimaryColumn("integer")
  ordinal!: number;

  @Field(() => ArticlePart, { description: "Part of the article that it is." })
  @Column("text")
  part!: ArticlePart;

  @Field(() => String, { description: "The text itself." })
  @Column("text")
  text!: string;

  /** UTF-16 offset in `articleBody` for lead and body; 0 for the other parts. */
  @Column("integer")
  textStart!: number;

  /** JSON array of sentence bounds `[start, end, start, end, …]`, UTF-16, in `text`. */
  @Column("text")
  sentences!: string;
}
