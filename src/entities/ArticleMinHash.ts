import { Entity, Index, PrimaryColumn } from "typeorm";

/** A run of words of an article that stands for many: copies of a text have most of these in common. See `minHashesOf`. */
@Entity("article_min_hash")
@Index(["articleKey"])
export class ArticleMinHash {
  /** 32 bits. */
  @PrimaryColumn("bigint")
  hash!: number;

  @PrimaryColumn("bigint")
  articleKey!: number;
}
