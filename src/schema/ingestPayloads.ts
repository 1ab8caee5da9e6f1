import { Field, ObjectType } from "type-graphql";
import { Article } from "../entities/Article.js";
import { IngestJob } from "../entities/IngestJob.js";
import { IngestOutcome } from "./enums.js";
import { UserError } from "./UserError.js";

/** What became of a document. */
@ObjectType({ simpleResolvers: true, description: "What became of a document." })
export class ArticlePayload {
  @Field(() => Article, { nullable: true, description: "Its article; null when there is none." })
  article!: Article | null;

  @Field(() => IngestOutcome, {
    nullable: true,
    description: "What became of it, or would for a dry run; null when the request itself was refused.",
  })
  outcome!: IngestOutcome | null;

  @Field(() => IngestJob, {
    nullable: true,
    description: "Its entry in the ledger; a document of several records has all its articles there.",
  })
  job!: IngestJob | null;

  @Field(() => [UserError], { description: "Why it was refused; empty when all is well." })
  userErrors!: UserError[];
}

/** What became of a job. */
@ObjectType({ simpleResolvers: true, description: "What became of a job." })
export class IngestJobPayload {
  @Field(() => IngestJob, { nullable: true, description: "The job; null when the request was refused." })
  job!: IngestJob | null;

  @Field(() => [UserError], { description: "Why it was refused; empty when all is well." })
  userErrors!: UserError[];
}
