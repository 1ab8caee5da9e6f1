import { Field, ID, InputType, Int } from "type-graphql";
import { EntityKind } from "../../entities/enums.js";
import type { Proximity as ProximityName } from "../../graph/articleFilter.js";
import type { CoMentionFilter } from "../../graph/coMentions.js";
import { Proximity } from "../enums.js";
import { DateRangeInput } from "./DateRangeInput.js";

/** Which co-mentions. */
@InputType("CoMentionFilter", { description: "Which co-mentions count, and how close the pair must stand." })
export class CoMentionFilterInput implements CoMentionFilter {
  @Field(() => [EntityKind], { nullable: true, description: "Kinds of the other entity." })
  kinds?: EntityKind[] | null;

  @Field(() => Proximity, {
    nullable: true,
    defaultValue: "SENTENCE",
    description: "How close they must stand.",
  })
  within?: ProximityName | null;

  @Field(() => DateRangeInput, { nullable: true, description: "When the articles were published." })
  published?: DateRangeInput | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs of sources." })
  sources?: string[] | null;

  @Field(() => Int, { nullable: true, description: "Together in at least so many articles." })
  minArticles?: number | null;

  @Field(() => [ID], { nullable: true, description: "Other entities to leave out (IDs or slugs)." })
  exclude?: string[] | null;
}
