import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { IssueSeverity } from "./enums.js";

/** A record that was quarantined, its place and what to do about it. */
@ObjectType({ simpleResolvers: true, description: "What an ingestion has to say about one record." })
@Entity("ingest_issue")
@Index(["jobKey"])
export class IngestIssue {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("bigint")
  jobKey!: number;

  @Field(() => IssueSeverity, { description: "Whether the record is missing from the graph." })
  @Column("text")
  severity!: IssueSeverity;

  @Field(() => String, { description: "What is wrong, for programs." })
  @Column("text")
  code!: string;

  @Field(() => String, { description: "What is wrong, for people." })
  @Column("text")
  message!: string;

  @Field(() => String, { description: "File, and behind `!` the place in an archive." })
  @Column("text")
  file!: string;

  @Field(() => Int, { nullable: true, description: "Line of the file, from 1." })
  @Column("integer", { nullable: true })
  line!: number | null;

  @Field(() => String, { description: "What to do about it." })
  @Column("text")
  hint!: string;

  /** The bad record is kept here; null when it was too large to keep. */
  @Column("bigint", { nullable: true })
  rawKey!: number | null;

  @Column("bigint", { nullable: true })
  articleKey!: number | null;
}
