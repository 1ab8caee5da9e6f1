import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Two related articles, with score and reasons; stored in both directions. */
@Entity("related_article")
@Index(["articleKey", "score", "relatedKey"])
@Index(["relatedKey"])
export class RelatedArticle {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("bigint")
  relatedKey!: number;

  /** 0..1. */
  @Column("double precision")
  score!: number;

  /** JSON array of `{kind, weight, entities}`; entities are keys. */
  @Column("text")
  reasons!: string;
}
