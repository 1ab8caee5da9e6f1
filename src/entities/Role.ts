import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import { Node } from "./Node.js";

/** An office or occupation of a person, as articles tell. Counts and dates are kept exact by every write. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "An office or occupation of a person, as articles tell.",
})
@Entity("role")
@Index(["holderKey", "lastSeen", "key"])
@Index(["organizationKey", "lastSeen", "key"])
export class Role extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Column("bigint")
  holderKey!: number;

  @Column("bigint", { nullable: true })
  organizationKey!: number | null;

  @Column("bigint", { nullable: true })
  countryKey!: number | null;

  @Field(() => String, { description: "English key of the office, the same in all languages." })
  @Column("text")
  normalizedTitle!: string;

  @Field(() => String, { description: "The office as the newest article prints it." })
  @Column("text")
  title!: string;

  @Field(() => Int, { description: "Articles that name it: those of its `evidence`." })
  @Column("integer")
  articleCount!: number;

  /** Null when all its articles are undated. */
  @Column("bigint", { nullable: true })
  firstSeen!: number | null;

  /** Largest sort date of its articles. */
  @Column("bigint")
  lastSeen!: number;
}

/** One place where an article names a role; offsets are UTF-16 in the paragraph's text. */
@Entity("role_mention")
@Index(["roleKey", "sortDate", "articleKey", "ordinal", "startOffset"])
export class RoleMention {
  @Column("bigint")
  roleKey!: number;

  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("integer")
  ordinal!: number;

  @PrimaryColumn("integer")
  startOffset!: number;

  @Column("integer")
  endOffset!: number;

  @Column("integer")
  sentenceIndex!: number;

  @Column("text")
  title!: string;

  @Column("bigint")
  sortDate!: number;
}
