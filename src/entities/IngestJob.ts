import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";
import { JobState } from "./enums.js";
import { Node } from "./Node.js";

/** One run of the ingestion and its ledger: seen = created + updated + unchanged + duplicates + quarantined. */
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "One run of the ingestion, from the API or from the command line.",
})
@Entity("ingest_job")
export class IngestJob extends Node {
  @PrimaryGeneratedColumn()
  key!: number;

  @Field(() => JobState, { description: "How far it is." })
  @Column("text")
  state!: JobState;

  @Field(() => String, { description: "What it takes in: paths and addresses, as they were named." })
  @Column("text")
  source!: string;

  /** 0 while it waits. */
  @Column("bigint")
  startedAt!: number;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it ended." })
  @Column("bigint", { nullable: true })
  finishedAt!: number | null;

  @Column("integer")
  seen!: number;

  @Column("integer")
  created!: number;

  @Column("integer")
  updated!: number;

  @Column("integer")
  unchanged!: number;

  @Column("integer")
  duplicates!: number;

  @Column("integer")
  quarantined!: number;

  /** JSON of what a server has to do; null for a job of the command line. */
  @Column("text", { nullable: true })
  work!: string | null;

  @Column("text", { nullable: true, unique: true })
  idempotencyKey!: string | null;

  /** SHA-256 of the request that came with the idempotency key. */
  @Column("text", { nullable: true })
  requestHash!: string | null;

  @Column("integer")
  filesDone!: number;

  @Column("integer", { nullable: true })
  filesTotal!: number | null;

  /** The process that works on it, of a server's job; see `JobOwner`. */
  @Column("text", { nullable: true })
  owner!: string | null;

  /** When that process last said that it works. */
  @Column("bigint", { nullable: true })
  aliveAt!: number | null;
}
