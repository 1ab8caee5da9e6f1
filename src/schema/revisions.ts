import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { ArticlePart } from "../entities/enums.js";
import { Node } from "../entities/Node.js";
import { connectionOf, edgeOf } from "./connection.js";

/** One version of an article. */
@ObjectType("ArticleRevision", {
  implements: Node,
  simpleResolvers: true,
  description: "One version of an article, as its page had it.",
})
export class ArticleRevisionNode extends Node {
  articleKey!: number;
  isCurrent!: boolean;

  @Field(() => Int, { description: "1 for the oldest." })
  number!: number;

  @Field(() => GraphQLDateTime, { description: "When this version came into the graph." })
  observedAt!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Time of the last change, as this version of the page states it.",
  })
  dateModified!: number | null;

  @Field(() => String, { description: "Its headline." })
  headline!: string;

  @Field(() => String, { description: "SHA-256 of what was read, hexadecimal." })
  contentHash!: string;
}

/** A version of an article in a list. */
@ObjectType({ simpleResolvers: true, description: "A version of an article in a list." })
class ArticleRevisionEdge extends edgeOf<ArticleRevisionNode>(() => ArticleRevisionNode) {}

/** Versions of an article, in pages. */
@ObjectType({ simpleResolvers: true, description: "Versions of an article, in pages." })
export class ArticleRevisionConnection extends connectionOf(
  () => ArticleRevisionEdge,
  () => ArticleRevisionNode,
) {}

/** A text that is not the same in two versions. */
@ObjectType({ simpleResolvers: true, description: "A text that is not the same in two versions." })
class DiffHunk {
  @Field(() => ArticlePart, { description: "Which part of the article it is." })
  part!: ArticlePart;

  @Field(() => String, { description: "In the older version; empty if it did not have it." })
  before!: string;

  @Field(() => String, { description: "In the newer version; empty if it does not have it any more." })
  after!: string;
}

/** What changed between two versions. */
@ObjectType({ simpleResolvers: true, description: "What changed between two versions." })
export class RevisionDiff {
  /** Global IDs. */
  addedIds!: string[];
  removedIds!: string[];

  @Field(() => Boolean, { description: "The headline is another." })
  headlineChanged!: boolean;

  @Field(() => [DiffHunk], {
    description:
      "Headline, lead, paragraphs and captions that came, went or changed, in the order of the newer version.",
  })
  hunks!: DiffHunk[];
}

/** A text of a version. */
@ObjectType({ simpleResolvers: true, description: "A text of a version." })
export class RevisionParagraph {
  @Field(() => ArticlePart, { description: "Which part of the article it is." })
  part!: ArticlePart;

  @Field(() => String, { description: "The text itself." })
  text!: string;
}

/** An occurrence of a name in a text of a version. */
@ObjectType({ simpleResolvers: true, description: "An occurrence of a name in a text of a version." })
export class RevisionMention {
  /** Global ID. */
  entityId!: string | null;

  @Field(() => Int, { description: "Index of the text among `paragraphs`." })
  paragraph!: number;

  @Field(() => Int, { description: "UTF-16 offset in that text." })
  start!: number;

  @Field(() => Int, { description: "Exclusive." })
  end!: number;

  @Field(() => String, { description: "The name as it stands there." })
  surface!: string;
}

/** A correction of an article, as its page marks it. */
@ObjectType({ simpleResolvers: true, description: "A correction of an article, as its page marks it." })
export class Correction {
  @Field(() => String, { description: "What the page says." })
  text!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was made, if the page says so." })
  datePublished!: number | null;
}
