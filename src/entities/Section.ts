import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Node } from "./Node.js";

/** A section of an outlet, as its pages name it (schema.org `articleSection`). */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A section of an outlet, as its pages name it (schema.org `articleSection`).",
})
@Entity("section")
@Index(["sourceKey", "identity"], { unique: true })
export class Section extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Field(() => String, { description: "Name as the pages print it." })
  @Column("text")
  name!: string;

  /** Folded name, unique within its source. */
  @Column("text")
  identity!: string;

  /** 0 where the source is unknown, so that the unique index holds there too. */
  @Column("bigint")
  sourceKey!: number;
}
