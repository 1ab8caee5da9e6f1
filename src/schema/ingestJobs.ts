import { Field, Float, Int, ObjectType } from "type-graphql";
import { IngestIssue } from "../entities/IngestIssue.js";
import { IngestJob } from "../entities/IngestJob.js";
import { connectionOf, edgeOf } from "./connection.js";

/** How far a job is. */
@ObjectType({
  simpleResolvers: true,
  description: "How far a job is: seen = created + updated + unchanged + duplicates + failed.",
})
export class IngestProgress {
  @Field(() => Int, { description: "Records that were met so far." })
  seen!: number;

  @Field(() => Int, { description: "Articles that are new." })
  created!: number;

  @Field(() => Int, { description: "Articles that were written anew." })
  updated!: number;

  @Field(() => Int, { description: "Records that said nothing new." })
  unchanged!: number;

  @Field(() => Int, { description: "Records of an article that another record had brought." })
  duplicates!: number;

  @Field(() => Int, { description: "Records that were refused and kept aside: `issues` lists them." })
  failed!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Files to read; each may hold many records. Null while they are not counted.",
  })
  total!: number | null;

  @Field(() => Float, { nullable: true, description: "Records a second; null before the first." })
  perSecond!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Seconds until the end, by the files that are done; null when that cannot be told.",
  })
  etaSeconds!: number | null;
}

/** A job in a list. */
@ObjectType({ simpleResolvers: true, description: "A job in a list." })
class IngestJobEdge extends edgeOf<IngestJob>(() => IngestJob) {}

/** Jobs, in pages. */
@ObjectType({ simpleResolvers: true, description: "Jobs, in pages." })
export class IngestJobConnection extends connectionOf(
  () => IngestJobEdge,
  () => IngestJob,
) {}

/** An issue in a list. */
@ObjectType({ simpleResolvers: true, description: "An issue in a list." })
class IngestIssueEdge extends edgeOf<IngestIssue>(() => IngestIssue) {}

/** Issues, in pages. */
@ObjectType({ simpleResolvers: true, description: "Issues, in pages." })
export class IngestIssueConnection extends connectionOf(
  () => IngestIssueEdge,
  () => IngestIssue,
) {}
