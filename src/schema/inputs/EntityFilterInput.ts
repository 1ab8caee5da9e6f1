import { Field, ID, InputType, Int } from "type-graphql";
import { EntityKind } from "../../entities/enums.js";
import type { EntityFilter } from "../../graph/entities.js";
import { ArticleFilterInput } from "./ArticleFilterInput.js";
import { DateRangeInput } from "./DateRangeInput.js";

/** Which entities. */
@InputType("EntityFilter", {
  description:
    "Which entities. Without `q`, `ids`, `within` or `minArticles` only those that an article mentions.",
})
export class EntityFilterInput implements EntityFilter {
  @Field(() => String, { nullable: true, description: "A name, in any case ending and script." })
  q?: string | null;

  @Field(() => [EntityKind], { nullable: true, description: "Kinds of entity." })
  kinds?: EntityKind[] | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs." })
  ids?: string[] | null;

  @Field(() => Int, { nullable: true, description: "Mentioned by at least so many articles." })
  minArticles?: number | null;

  @Field(() => DateRangeInput, { nullable: true, description: "Mentioned by an article published then." })
  mentioned?: DateRangeInput | null;

  @Field(() => DateRangeInput, {
    nullable: true,
    description: "Publication time of the oldest dated article that mentions it.",
  })
  firstMentioned?: DateRangeInput | null;

  @Field(() => ArticleFilterInput, { nullable: true, description: "Mentioned by one of these articles." })
  inArticles?: ArticleFilterInput | null;

  @Field(() => ID, { nullable: true, description: "Places directly inside this place (ID or slug)." })
  within?: string | null;
}
