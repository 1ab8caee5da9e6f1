import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An article of a story. */
@Entity("story_article")
@Index(["storyKey", "sortDate", "articleKey"])
@Index(["sortDate", "articleKey"])
export class StoryArticle {
  @PrimaryColumn("bigint")
  articleKey!: number;

  @Column("bigint")
  storyKey!: number;

  /** 0..1: the chance that it tells of the same event as the story's others, when it was placed. */
  @Column("double precision")
  similarity!: number;

  /** 0..1: part of its words that no earlier article of the story has, when it was placed. */
  @Column("double precision")
  novelty!: number;

  @Column("bigint")
  sortDate!: number;
}
