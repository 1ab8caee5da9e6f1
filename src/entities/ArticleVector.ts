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

  /** Hashes of its runs of words, as base64 of 32-bit numbers, little-endian; see `shinglesOf`. */
  @Column("text")
  shingles!: string;

  /** JSON object: keys of the entities by their terms among the names. */
  @Column("text")
  entityKeys!: string;
}
