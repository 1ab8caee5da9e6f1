import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { TimeBucket as Bucket } from "../graph/timeline.js";

/** Articles and mentions of one stretch of time. */
@ObjectType({
  simpleResolvers: true,
  description:
    "Articles and mentions of one stretch of time. `share` is its part of all articles of the bucket, so a growing archive does not look like a growing topic.",
})
export class TimeBucket implements Bucket {
  @Field(() => GraphQLDateTime, { description: "First moment of the bucket." })
  start!: number;

  @Field(() => GraphQLDateTime, { description: "Exclusive." })
  end!: number;

  @Field(() => Int, { description: "Articles of the bucket that count." })
  articleCount!: number;

  @Field(() => Int, { description: "Mentions in these articles." })
  mentionCount!: number;

  @Field(() => Int, { description: "All articles of the archive in this bucket, under the same filter." })
  corpusCount!: number;

  @Field(() => Float, { description: "`articleCount` divided by `corpusCount`." })
  share!: number;
}
