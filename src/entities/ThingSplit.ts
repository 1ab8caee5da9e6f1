import { Column, Entity, PrimaryColumn } from "typeorm";

/** An editor's decision that a name outside the knowledge base means another thing in one article. It outlives re-ingest. */
@Entity("thing_split")
export class ThingSplit {
  @PrimaryColumn("text")
  thing!: string;

  /** Global ID of the article. */
  @PrimaryColumn("text")
  articleId!: string;

  /** Tells the things of one key apart. */
  @Column("text")
  part!: string;

  /** Milliseconds since 1970. */
  @Column("bigint")
  decidedAt!: number;
}
