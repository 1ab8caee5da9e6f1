import { GraphQLDateTime } from "graphql-scalars";
import { Field, InterfaceType, ObjectType } from "type-graphql";
import { Column, Entity as Table, Index, PrimaryGeneratedColumn } from "typeorm";
import { EntityKind } from "./enums.js";
import { Node, typeByPrefix, type NodePrefix } from "./Node.js";

/** A real-world thing that articles mention. One table for all kinds; `kind` decides the GraphQL type. */
@InterfaceType({
  implements: Node,
  description: "A real-world thing that articles mention.",
  resolveType: (value: { id: string }) => typeByPrefix[value.id.charAt(0) as NodePrefix],
})
@Table("entity")
@Index(["articleCount", "key"])
@Index(["sortName", "key"])
export abstract class Entity extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Field(() => String, { description: "Readable name for addresses, unique among entities." })
  @Column("text", { unique: true })
  slug!: string;

  @Field(() => EntityKind, { description: "What kind of thing it is." })
  @Column("text")
  kind!: EntityKind;

  /** JSON object: BCP 47 language to preferred name. */
  @Column("text")
  preferredNames!: string;

  /** Folded preferred name, for sorting. */
  @Column("text")
  sortName!: string;

  /** JSON object: BCP 47 language to a short description. */
  @Column("text")
  descriptions!: string;

  @Column("text", { nullable: true })
  wikidata!: string | null;

  /** What its names share (see `thingKey`), of an entity that only articles know; null for one of the knowledge base. */
  @Column("text", { nullable: true, unique: true })
  thing!: string | null;

  /** JSON object: language to given name (persons). */
  @Column("text", { nullable: true })
  givenNames!: string | null;

  /** JSON object: language to family name (persons). */
  @Column("text", { nullable: true })
  familyNames!: string | null;

  @Column("text", { nullable: true })
  acronym!: string | null;

  /** ISO 3166 alpha-2. */
  @Column("text", { nullable: true })
  countryCode!: string | null;

  @Column("bigint", { nullable: true })
  countryKey!: number | null;

  @Column("bigint", { nullable: true })
  containedInKey!: number | null;

  @Column("double precision", { nullable: true })
  latitude!: number | null;

  @Column("double precision", { nullable: true })
  longitude!: number | null;

  /** 0..1: how strongly the bare name means this entity. */
  @Column("double precision")
  prior!: number;

  /** Kept exact by every write that adds or takes a mention. */
  @Column("integer")
  articleCount!: number;

  @Column("integer")
  mentionCount!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of its oldest dated article.",
  })
  @Column("bigint", { nullable: true })
  firstMentionedAt!: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of its newest dated article.",
  })
  @Column("bigint", { nullable: true })
  lastMentionedAt!: number | null;
}

/** A human being. */
@ObjectType({ implements: Entity, simpleResolvers: true, description: "A human being." })
export class Person extends Entity {}

/** A body of people: government, party, company, club, agency. */
@ObjectType({
  implements: Entity,
  simpleResolvers: true,
  description: "A body of people: government, party, company, club, agency.",
})
export class Organization extends Entity {
  @Field(() => String, { nullable: true, description: "Short form, such as NATO." })
  override acronym!: string | null;
}

/** A country, city, region or sea. */
@ObjectType({ implements: Entity, simpleResolvers: true, description: "A country, city, region or sea." })
export class Place extends Entity {
  @Field(() => String, {
    nullable: true,
    description: "ISO 3166 alpha-2 code of the country that it is or lies in.",
  })
  override countryCode!: string | null;
}

/** A named event, work or other thing. */
@ObjectType({ implements: Entity, simpleResolvers: true, description: "A named event, work or other thing." })
export class Topic extends Entity {}
