import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { LanguageTag } from "./scalars.js";
import { DecisionSource, NameKind } from "./enums.js";

/** A name form of an entity. */
@ObjectType({ simpleResolvers: true, description: "A name form, and how often the graph saw it." })
@Entity("entity_name")
@Index(["entityKey"])
@Index(["folded"])
@Index(["phonetic"])
export class EntityName {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("bigint")
  entityKey!: number;

  @Field(() => String, { description: "The name form." })
  @Column("text")
  value!: string;

  /** Lower case, without marks. */
  @Column("text")
  folded!: string;

  /** One key for all scripts: Putin, Πούτιν, Путин. */
  @Column("text")
  phonetic!: string;

  @Field(() => LanguageTag, {
    nullable: true,
    description: "Language of the form; null when it belongs to none.",
  })
  @Column("text", { nullable: true })
  language!: string | null;

  @Field(() => NameKind, { description: "What the form is to its entity." })
  @Column("text")
  kind!: NameKind;

  @Field(() => String, {
    nullable: true,
    description: "NOM, GEN, ACC, VOC and so on, where the form is a case form.",
  })
  @Column("text", { nullable: true })
  grammaticalCase!: string | null;

  @Field(() => DecisionSource, { description: "Who or what added the form." })
  @Column("text")
  decidedBy!: DecisionSource;
}
