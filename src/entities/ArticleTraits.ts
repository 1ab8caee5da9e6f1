import { Column, Entity, PrimaryColumn } from "typeorm";

/** What an article is compared by, in one row: comparing it reads a row, and not one for each word and name. */
@Entity("article_traits")
export class ArticleTraits {
  @PrimaryColumn("bigint")
  articleKey!: number;

  /** JSON array of terms, each followed by its weight: as in `ArticleTerm`, with four digits. */
  @Column("text")
  terms!: string;

  /** JSON array of entity keys, each followed by its salience: as in `ArticleEntity`, with four digits. */
  @Column("text")
  entities!: string;
}
