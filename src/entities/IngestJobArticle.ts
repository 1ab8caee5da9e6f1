import { Column, Entity, PrimaryColumn } from "typeorm";

/** An article that a job met. */
@Entity("ingest_job_article")
export class IngestJobArticle {
  @PrimaryColumn("bigint")
  jobKey!: number;

  @PrimaryColumn("bigint")
  articleKey!: number;

  /** What the job first did with it. */
  @Column("text")
  outcome!: "created" | "updated" | "unchanged" | "duplicate";
}
