import { ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from "typeorm";
import { Node } from "./Node.js";

/** Articles with one text: a wire report and those who took it over, or copies of one page. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "Articles with one text: a wire report and those who took it over, or copies of one page. They say most of the shorter one's words in the same order.",
})
@Entity("duplicate_group")
@Index(["redirectKey"])
export class DuplicateGroup extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  /** The article that the others were made from: an agency's own, else the oldest. */
  @Column("bigint")
  originalKey!: number;

  /** The agency behind the text, if it is known. */
  @Column("bigint", { nullable: true })
  agencyKey!: number | null;

  /** The group that it has become part of; null while it is one itself. */
  @Column("bigint", { nullable: true })
  redirectKey!: number | null;
}

/** An article of a group. */
@Entity("duplicate")
@Index(["groupKey", "rank"])
export class Duplicate {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @Column("bigint")
  groupKey!: number;

  /** 0 for the original; the others by age. */
  @Column("integer")
  rank!: number;

  /** 0..1: part of all runs of four words of this one and the original that both have. */
  @Column("double precision")
  similarity!: number;
}

/** Two articles that were compared and have one text; `aKey` is the lower key. */
@Entity("duplicate_pair")
@Index(["bKey"])
export class DuplicatePair {
  @PrimaryColumn("bigint")
  aKey!: number;

  @PrimaryColumn("bigint")
  bKey!: number;
}
