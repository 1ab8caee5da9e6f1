import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { DateRange } from "../../graph/dateRange.js";

/** Half-open stretch of time. */
@InputType("DateRange", { description: "Half-open stretch of time: `from` belongs to it, `to` does not." })
export class DateRangeInput implements DateRange {
  @Field(() => GraphQLDateTime, { nullable: true, description: "First moment." })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "First moment after it." })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Window that ends now, ISO 8601 duration such as `P7D`. Not with from.",
  })
  last?: string | null;
}
