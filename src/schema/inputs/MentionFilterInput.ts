import { Field, Float, ID, InputType } from "type-graphql";
import { ArticlePart, EntityKind, MentionKind } from "../../entities/enums.js";
import type { MentionFilter } from "../../graph/mentions.js";
import { ArticleFilterInput } from "./ArticleFilterInput.js";

/** Which mentions. */
@InputType("MentionFilter", { description: "Which mentions; all given conditions hold together." })
export class MentionFilterInput implements MentionFilter {
  @Field(() => [MentionKind], { nullable: true, description: "How they name the entity." })
  kinds?: MentionKind[] | null;

  @Field(() => [ArticlePart], { nullable: true, description: "Parts of the article that they stand in." })
  parts?: ArticlePart[] | null;

  @Field(() => Boolean, { nullable: true, description: "With (true) or without (false) an entity." })
  linked?: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description: "Linked with at most this confidence, 0 to 1: the doubtful ones.",
  })
  maxLinkConfidence?: number | null;

  @Field(() => [ID], { nullable: true, description: "Of these entities (IDs or slugs)." })
  entities?: string[] | null;

  @Field(() => [EntityKind], { nullable: true, description: "Kinds of thing that they name." })
  entityKinds?: EntityKind[] | null;

  @Field(() => String, { nullable: true, description: "Exactly this text." })
  surface?: string | null;

  @Field(() => ArticleFilterInput, { nullable: true, description: "Which articles they stand in." })
  articles?: ArticleFilterInput | null;
}
