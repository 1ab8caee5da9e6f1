import { Column, Entity, Index, PrimaryGeneratedColumn } from "typeorm";

/** A record that was quarantined, its place and what to do about it. */
@Entity("ingest_issue")
@Index(["jobKey"])
export class IngestIssue {
  @PrimaryGeneratedColumn()
  key!: number;

  @Column("bigint")
  jobKey!: number;

  @Column("text")
  code!: string;

  @Column("text")
  message!: string;

  @Column("text")
  file!: string;

  @Column("integer", { nullable: true })
  line!: number | null;

  @Column("text")
  hint!: string;

  /** The bad record is kept here; null when it was too large to keep. */
  @Column("bigint", { nullable: true })
  rawKey!: number | null;
}
