import { Field, Float, ID, InputType } from "type-graphql";
import { ArticlePart } from "../../entities/enums.js";
import type { EntityPredicate, Proximity as ProximityName } from "../../graph/articleFilter.js";
import { Proximity } from "../enums.js";

/** Which entities an article must mention. */
@InputType("EntityPredicate", { description: "`all`, `any` and `none` take entity IDs or slugs." })
export class EntityPredicateInput implements EntityPredicate {
  @Field(() => [ID], { nullable: true, description: "Each of these." })
  all?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "At least one of these." })
  any?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "None of these." })
  none?: string[] | null;

  @Field(() => Proximity, {
    nullable: true,
    defaultValue: "ARTICLE",
    description: "The `all` entities must stand together here.",
  })
  within?: ProximityName | null;

  @Field(() => [ArticlePart], { nullable: true, description: "Mentioned in one of these parts." })
  parts?: ArticlePart[] | null;

  @Field(() => Float, { nullable: true, description: "At least so salient, 0 to 1." })
  minSalience?: number | null;
}
