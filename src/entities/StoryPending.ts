import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** An article that is new or has other words: its story and its related articles are still to be found. */
@Entity("story_pending")
@Index(["sortDate", "articleKey"])
export class StoryPending {
  @PrimaryColumn("bigint")
  articleKey!: number;

  /** Another one each time: what was found for older words does not count. */
  @Column("bigint")
  token!: number;

  @Column("bigint")
  sortDate!: number;
}
