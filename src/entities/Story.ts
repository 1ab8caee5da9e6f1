import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { Node } from "./Node.js";

/** Articles on one event, of one or several outlets and languages. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "Articles on one event, of one or several outlets and languages.",
})
@Entity("story")
@Index(["lastUpdatedAt", "key"])
@Index(["articleCount", "key"])
export class Story extends Node {
  /** Number in the story index; never given twice. */
  @PrimaryColumn("bigint")
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Field(() => String, {
    description: "Readable name for addresses: from the first headline, and the same for ever.",
  })
  @Column("text", { unique: true })
  slug!: string;

  /** JSON object: for each language of its articles the headline of the one that is most like the others. */
  @Column("text")
  titles!: string;

  /** `UNDATED` when no article has a date. */
  @Column("bigint")
  startedAt!: number;

  @Column("bigint")
  lastUpdatedAt!: number;

  @Column("integer")
  articleCount!: number;

  @Column("integer")
  sourceCount!: number;

  /** The article that is most like the others: its headline is the title in its language. */
  @Column("bigint", { nullable: true })
  centralKey!: number | null;

  /** The story that it has become part of; null while it is one itself. */
  @Column("bigint", { nullable: true })
  redirectKey!: number | null;
}
