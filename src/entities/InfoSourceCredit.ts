import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { InfoSourceRole } from "./enums.js";

/** Who supplied information or pictures, and the words that say so (ninjs `infoSources`). */
@ObjectType({
  simpleResolvers: true,
  description: "Who supplied information or pictures, and the words that say so (ninjs `infoSources`).",
})
@Entity("info_source_credit")
@Index(["sourceKey", "articleKey"])
export class InfoSourceCredit {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("integer")
  position!: number;

  @Column("bigint")
  sourceKey!: number;

  @Field(() => InfoSourceRole, { description: "What it supplied." })
  @Column("text")
  role!: InfoSourceRole;

  /** As the page prints it. */
  @Column("text")
  evidence!: string;
}
