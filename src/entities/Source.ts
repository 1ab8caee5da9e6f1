import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { LanguageTag, Url } from "./scalars.js";
import { SourceKind } from "./enums.js";
import { Node } from "./Node.js";

/** An outlet or agency: publisher of articles, or credited in them. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "An outlet or agency: publisher of articles, or credited in them.",
})
@Entity("source")
export class Source extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Field(() => String, { description: "Readable name for addresses, unique among sources." })
  @Column("text", { unique: true })
  slug!: string;

  @Field(() => String, { description: "Name of the outlet or agency." })
  @Column("text")
  name!: string;

  /** Folded name: one source for «ΑΠΕ-ΜΠΕ» and «ΑΠΕ – ΜΠΕ». */
  @Column("text", { unique: true })
  identity!: string;

  @Field(() => SourceKind, { description: "What kind of outlet it is." })
  @Column("text")
  kind!: SourceKind;

  @Field(() => Url, { nullable: true, description: "Address of its site." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => LanguageTag, { nullable: true, description: "Language that it publishes in." })
  @Column("text", { nullable: true })
  language!: string | null;
}
