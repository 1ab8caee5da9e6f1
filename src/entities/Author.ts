import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { AuthorKind } from "./enums.js";
import { Node } from "./Node.js";

/** Who signed an article. */
@ObjectType({ implements: Node, simpleResolvers: true, description: "Who signed an article." })
@Entity("author")
export class Author extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Field(() => String, { description: "Name as signed." })
  @Column("text")
  name!: string;

  @Column("text", { unique: true })
  identity!: string;

  @Field(() => AuthorKind, { description: "Person, desk or agency." })
  @Column("text")
  kind!: AuthorKind;
}
