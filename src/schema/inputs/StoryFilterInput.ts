import { Field, ID, InputType, Int } from "type-graphql";
import { StoryStatus } from "../../entities/enums.js";
import { LanguageTag } from "../../entities/scalars.js";
import type { StoryFilter } from "../../graph/storyList.js";
import { DateRangeInput } from "./DateRangeInput.js";
import { EntityPredicateInput } from "./EntityPredicateInput.js";

/** Which stories. */
@InputType("StoryFilter", { description: "Which stories; all given conditions hold together." })
export class StoryFilterInput implements StoryFilter {
  @Field(() => String, {
    nullable: true,
    description: "Words and names, in any case ending and script, that one of its articles matches.",
  })
  q?: string | null;

  @Field(() => [StoryStatus], { nullable: true, description: "Whether it goes on." })
  status?: StoryStatus[] | null;

  @Field(() => DateRangeInput, {
    nullable: true,
    description: "It had begun before the end of this range, and has an article of its start or later.",
  })
  active?: DateRangeInput | null;

  @Field(() => DateRangeInput, { nullable: true, description: "When its first dated article was published." })
  started?: DateRangeInput | null;

  @Field(() => EntityPredicateInput, {
    nullable: true,
    description: "Which entities one of its articles must mention.",
  })
  mentions?: EntityPredicateInput | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs of outlets; one of them has an article." })
  sources?: string[] | null;

  @Field(() => [LanguageTag], { nullable: true, description: "An article is in one of these languages." })
  languages?: string[] | null;

  @Field(() => Int, { nullable: true, description: "At least so many articles; 2 if not given." })
  minArticles?: number | null;
}
