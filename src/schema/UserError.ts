import { Field, ObjectType } from "type-graphql";

/** Why a mutation did not do what was asked for: the caller can mend it. */
@ObjectType({
  simpleResolvers: true,
  description: "Why a mutation did not do what was asked for: the caller can mend it.",
})
export class UserError {
  @Field(() => String, { description: "What is wrong, for programs." })
  code!: string;

  @Field(() => String, { description: "What is wrong, for people." })
  message!: string;

  @Field(() => [String], { description: "Which argument: names from the mutation's arguments down." })
  path!: string[];

  @Field(() => String, { nullable: true, description: "What to do about it." })
  hint!: string | null;
}
