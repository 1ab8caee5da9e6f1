import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Edge from an article to an entity that it mentions. */
@Entity("article_entity")
@Index(["entityKey", "sortDate", "articleKey"])
export class ArticleEntity {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("bigint")
  entityKey!: number;

  @Column("integer")
  mentionCount!: number;

  /** 0..1; the entities of one article sum to 1. */
  @Column("double precision")
  salience!: number;

  @Column("boolean")
  isMain!: boolean;

  /** JSON array of article parts. */
  @Column("text")
  parts!: string;

  @Column("bigint")
  sortDate!: number;
}
