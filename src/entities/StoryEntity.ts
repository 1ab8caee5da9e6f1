import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/** Edge from a story to an entity that its articles mention. */
@Entity("story_entity")
@Index(["storyKey", "salience", "entityKey"])
@Index(["entityKey", "storyKey"])
@Index(["enteredWith"])
export class StoryEntity {
  @PrimaryColumn("bigint")
  storyKey!: number;

  @PrimaryColumn("bigint")
  entityKey!: number;

  @Column("integer")
  articleCount!: number;

  @Column("integer")
  mentionCount!: number;

  /** 0..1: mean over all articles of the story. */
  @Column("double precision")
  salience!: number;

  /** Publication of its first dated article; `UNDATED` when none is dated. */
  @Column("bigint")
  enteredAt!: number;

  /** That article. */
  @Column("bigint")
  enteredWith!: number;

  @Column("bigint")
  lastSeen!: number;
}
