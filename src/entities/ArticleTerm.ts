import { Column, Entity, PrimaryColumn } from "typeorm";

/** One of the words that characterise an article, with its part of the article's unit vector. */
@Entity("article_term")
export class ArticleTerm {
  @PrimaryColumn("text")
  term!: string;

  @PrimaryColumn("bigint")
  articleKey!: number;

  @Column("double precision")
  weight!: number;
}
