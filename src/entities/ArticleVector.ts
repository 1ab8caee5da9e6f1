import { Column, Entity, PrimaryColumn } from "typeorm";

/** What an article is compared by, in one row. Stubs have none. */
@Entity("article_vector")
export class ArticleVector {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @Column("text")
  language!: string;

  /** JSON of words, lead and names: each a list of terms, every one followed by its weight. See `ArticleTerms`. */
  @Column("text")
  vectors!: string;

  /** A sample of its runs of words, as base64 of 32-bit numbers; see `sketchOf`. */
  @Column("text")
  sketch!: string;

  /** JSON object: keys of the entities by their terms among the names. */
  @Column("text")
  entityKeys!: string;
}
