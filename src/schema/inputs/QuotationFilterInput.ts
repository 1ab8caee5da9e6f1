import { Field, ID, InputType } from "type-graphql";
import type { QuotationFilter, QuotedEntities } from "../../graph/quotations.js";
import { DateRangeInput } from "./DateRangeInput.js";

/** Which entities the quoted words must name. */
@InputType("QuotedEntities", { description: "Which entities the quoted words must name (IDs or slugs)." })
class QuotedEntitiesInput implements QuotedEntities {
  @Field(() => [ID], { nullable: true, description: "Each of these." })
  all?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "At least one of these." })
  any?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "None of these." })
  none?: string[] | null;
}

/** Which quotations. */
@InputType("QuotationFilter", { description: "Which quotations; all given conditions hold together." })
export class QuotationFilterInput implements QuotationFilter {
  @Field(() => [ID], { nullable: true, description: "Who speaks (IDs or slugs)." })
  speakers?: string[] | null;

  @Field(() => QuotedEntitiesInput, { nullable: true, description: "Whom or what the quoted words name." })
  mentions?: QuotedEntitiesInput | null;

  @Field(() => DateRangeInput, { nullable: true, description: "When the articles were published." })
  published?: DateRangeInput | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs of the sources that print it." })
  sources?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Direct speech, within quote marks or after a dash. All that is kept is direct: false gives none.",
  })
  direct?: boolean | null;

  @Field(() => String, { nullable: true, description: "Words that the quotation holds, in any case ending." })
  q?: string | null;
}
