import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An older version of an article. The newest one is the article itself. */
@Entity("article_revision")
export class ArticleRevision {
  @PrimaryColumn("bigint")
  articleKey!: number;

  /** As in `Article`. */
  @PrimaryColumn("text")
  contentHash!: string;

  /** When this version came into the graph. */
  @Column("bigint")
  observedAt!: number;

  /** Time of the last change that the page stated. */
  @Column("bigint", { nullable: true })
  modifiedAt!: number | null;

  @Column("text")
  headline!: string;

  /** JSON array of `[part, text]`, in the order of the article's texts then. */
  @Column("text")
  texts!: string;

  /** JSON array of `[ordinal of the text, start, end, global ID of the entity or null]`; UTF-16. */
  @Column("text")
  mentions!: string;

  @Column("bigint", { nullable: true })
  rawKey!: number | null;
}

/** An entity that an older version names: it is not forgotten with its last mention. */
@Entity("revision_entity")
@Index(["articleKey"])
export class RevisionEntity {
  @PrimaryColumn("bigint")
  entityKey!: number;

  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("text")
  contentHash!: string;
}
