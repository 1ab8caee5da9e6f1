import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An author of an article, in the order of the byline. */
@Entity("article_author")
@Index(["authorKey"])
export class ArticleAuthor {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @PrimaryColumn("integer")
  position!: number;

  @Column("bigint")
  authorKey!: number;
}
