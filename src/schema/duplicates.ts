import { Field, Float, Int, ObjectType } from "type-graphql";
import { Article } from "../entities/Article.js";
import { connectionOf, edgeOf } from "./connection.js";

/** An article of a group of near-duplicates. */
@ObjectType({ simpleResolvers: true, description: "An article of a group of near-duplicates." })
export class DuplicateEdge extends edgeOf<Article>(() => Article) {
  /** Key of the group's original. */
  originalKey!: number;

  @Field(() => Float, {
    description:
      "0 to 1: part of all runs of four words of this article and of the original that both have; 1 for the original.",
  })
  similarity!: number;

  @Field(() => Int, {
    description:
      "So many seconds after the original; negative for an article that is older than its agency's, 0 where a date is not known.",
  })
  lagSeconds!: number;
}

/** Articles of a group of near-duplicates, in pages. */
@ObjectType({ simpleResolvers: true, description: "Articles of a group of near-duplicates, in pages." })
export class DuplicateConnection extends connectionOf(
  () => DuplicateEdge,
  () => Article,
) {}
