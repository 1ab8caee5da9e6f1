import { Column, Entity, PrimaryColumn } from "typeorm";

/** What an article is compared by, in one row: comparing it reads a row, and not one for each word and name. */
@Entity("article_traits")
export class ArticleTraits {
  @PrimaryColumn("bigint")
  articleKey!: number;

  /** JSON array of `[term, weight]`, as in `ArticleTerm`. */
  @Column("text")
  terms!: string;

  /** JSON array of `[entity key, salience]`, as in `ArticleEntity`. */
  @Column("text")
  entities!: string;
}
