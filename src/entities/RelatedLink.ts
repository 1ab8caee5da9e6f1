import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Url } from "./scalars.js";

/** A see-also teaser as the page printed it. */
@ObjectType({ simpleResolvers: true, description: "A see-also teaser as the page printed it." })
@Entity("related_link")
@Index(["targetKey", "articleKey"])
export class RelatedLink {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @Field(() => Int, { description: "Place in the list of the page, from 0." })
  @PrimaryColumn("integer")
  position!: number;

  @Field(() => String, { description: "Headline of the teaser." })
  @Column("text")
  headline!: string;

  @Field(() => String, { nullable: true, description: "Lead of the teaser." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => String, { nullable: true, description: "Section that the teaser names." })
  @Column("text", { nullable: true })
  sectionName!: string | null;

  @Field(() => String, { nullable: true, description: "Authors that the teaser names." })
  @Column("text", { nullable: true })
  byline!: string | null;

  @Field(() => Url, { nullable: true, description: "Address that the teaser links to." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Column("bigint")
  targetKey!: number;

  @Field(() => Float, { nullable: true, description: "1 by address, less by headline." })
  @Column("double precision", { nullable: true })
  matchScore!: number | null;
}
