import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { LanguageTag, Url } from "./scalars.js";
import { DatePrecision, SourceFormat } from "./enums.js";
import { Node } from "./Node.js";

/** A published news item (schema.org NewsArticle, IPTC ninjs). Times are milliseconds since 1970. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A published news item (schema.org NewsArticle, IPTC ninjs).",
})
@Entity("article")
@Index(["sortDate", "key"])
@Index(["headlineIdentity"])
@Index(["rawKey"])
@Index(["sourceKey", "sortDate", "key"])
export class Article extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text", { unique: true })
  override id!: string;

  @Field(() => String, { description: "Readable name for addresses, unique among articles." })
  @Column("text", { unique: true })
  slug!: string;

  /** What makes this article this one: its address, or source, headline and day. */
  @Column("text", { unique: true })
  identity!: string;

  /** Folded headline with its source: how a teaser finds its page. */
  @Column("text")
  headlineIdentity!: string;

  @Field(() => Url, { nullable: true, description: "Where it was published." })
  @Column("text", { nullable: true })
  url!: string | null;

  @Field(() => Url, { nullable: true, description: "Address that the page names as its own." })
  @Column("text", { nullable: true })
  canonicalUrl!: string | null;

  @Field(() => Boolean, {
    description: "Only known from another page's see-also teaser; filled when its own page arrives.",
  })
  @Column("boolean")
  isStub!: boolean;

  @Field(() => String, { description: "Main headline." })
  @Column("text")
  headline!: string;

  /** JSON array of strings. */
  @Column("text")
  alternativeHeadlines!: string;

  @Field(() => String, { nullable: true, description: "Lead or standfirst." })
  @Column("text", { nullable: true })
  description!: string | null;

  @Field(() => LanguageTag, { description: "Language of the text; `und` when unknown." })
  @Column("text")
  inLanguage!: string;

  @Field(() => Float, { nullable: true, description: "0 to 1; 1 when the page states its language." })
  @Column("double precision", { nullable: true })
  languageConfidence!: number | null;

  @Field(() => Int, { description: "Words of lead and body." })
  @Column("integer")
  wordCount!: number;

  @Field(() => Int, { nullable: true, description: "Readers' comments, when the page says how many." })
  @Column("integer", { nullable: true })
  commentCount!: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time; null when the page gives none.",
  })
  @Column("bigint", { nullable: true })
  datePublished!: number | null;

  @Field(() => DatePrecision, { description: "How exact `datePublished` is." })
  @Column("text")
  datePublishedPrecision!: DatePrecision;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Time of the last change that the page states.",
  })
  @Column("bigint", { nullable: true })
  dateModified!: number | null;

  /** `datePublished`, or `UNDATED` so that undated articles sort as the oldest. */
  @Column("bigint")
  sortDate!: number;

  @Field(() => GraphQLDateTime, { description: "When it, or its newest version, came into the graph." })
  @Column("bigint")
  ingestedAt!: number;

  @Column("bigint", { nullable: true })
  sourceKey!: number | null;

  @Column("bigint", { nullable: true })
  sectionKey!: number | null;

  @Field(() => String, { nullable: true, description: "Authors as the page prints them." })
  @Column("text", { nullable: true })
  byline!: string | null;

  /** JSON array of strings. */
  @Column("text")
  keywords!: string;

  @Field(() => String, { nullable: true, description: "Copyright line of the page." })
  @Column("text", { nullable: true })
  copyrightNotice!: string | null;

  /** SHA-256 of what the reader understood: equal hash, nothing to do. */
  @Column("text")
  contentHash!: string;

  @Field(() => SourceFormat, { description: "Format of the document that it was read from." })
  @Column("text")
  format!: SourceFormat;

  /** JSON array of `{field, from, confidence}`. */
  @Column("text")
  fields!: string;

  @Column("bigint", { nullable: true })
  rawKey!: number | null;

  /** When a change was seen that the page states no time of; null else. */
  @Column("bigint", { nullable: true })
  changedAt!: number | null;

  /** JSON array of `{text, time}`; `time` in milliseconds since 1970, or null. */
  @Column("text", { default: "[]" })
  corrections!: string;
}

/** Sort date of an article without a date: older than every other. */
export const UNDATED = -8_640_000_000_000_000;
