import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a job has taken in of a document. It is written with the articles, so that a job that was cut off goes on behind it. */
@Entity("ingest_job_document")
export class IngestJobDocument {
  @PrimaryColumn("bigint")
  jobKey!: number;

  @PrimaryColumn("bigint")
  rawKey!: number;

  /** So many records of it, from its first, are stored or refused. */
  @Column("integer")
  records!: number;

  @Column("integer")
  created!: number;

  @Column("integer")
  updated!: number;

  @Column("integer")
  unchanged!: number;

  @Column("integer")
  duplicates!: number;
}
