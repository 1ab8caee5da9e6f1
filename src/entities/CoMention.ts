import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * Two entities that share a paragraph of an article, with how many paragraphs and sentences. Stored in both directions,
 * in the order in which "newest evidence of this pair" is read.
 */
@Entity("co_mention")
export class CoMention {
  @PrimaryColumn("bigint")
  aKey!: number;

  @PrimaryColumn("bigint")
  bKey!: number;

  @PrimaryColumn("bigint")
  sortDate!: number;

  @PrimaryColumn("bigint")
  articleKey!: number;

  @Column("integer")
  sentences!: number;

  @Column("integer")
  paragraphs!: number;
}

/** Sums of `CoMention` over all articles, kept exact by every write. */
@Entity("co_mention_total")
export class CoMentionTotal {
  @PrimaryColumn("bigint")
  aKey!: number;

  @PrimaryColumn("bigint")
  bKey!: number;

  /** Articles with both in one paragraph. */
  @Column("integer")
  paragraphArticles!: number;

  /** Articles with both in one sentence. */
  @Column("integer")
  sentenceArticles!: number;

  @Column("integer")
  paragraphs!: number;

  @Column("integer")
  sentences!: number;
}
