import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Url } from "./scalars.js";

/** A picture of an article with its caption and credit (schema.org ImageObject). */
@ObjectType({
  simpleResolvers: true,
  description: "A picture of an article with its caption and credit (schema.org ImageObject).",
})
@Entity("image")
export class Image {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("integer")
  position!: number;

  @Field(() => Url, { nullable: true, description: "Address of the picture file." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => String, { nullable: true, description: "Text under the picture." })
  @Column("text", { nullable: true })
  caption!: string | null;

  @Field(() => String, { nullable: true, description: "Photographer or agency." })
  @Column("text", { nullable: true })
  creditText!: string | null;

  @Field(() => String, { nullable: true, description: "Text for those who cannot see it." })
  @Column("text", { nullable: true })
  altText!: string | null;

  @Field(() => Int, { nullable: true, description: "Width in pixels." })
  @Column("integer", { nullable: true })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: "Height in pixels." })
  @Column("integer", { nullable: true })
  height!: number | null;
}
