import { Column, Entity, PrimaryGeneratedColumn } from "typeorm";

/** One run of the ingestion and its ledger: seen = created + updated + unchanged + duplicates + quarantined. */
@Entity("ingest_job")
export class IngestJob {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("text")
  state!: "RUNNING" | "SUCCEEDED" | "FAILED";

  @Column("text")
  source!: string;

  @Column("bigint")
  startedAt!: number;

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
}
