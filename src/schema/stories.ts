import { GraphQLDateTime } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Entity } from "../entities/Entity.js";
import { DecisionSource } from "../entities/enums.js";
import { Node } from "../entities/Node.js";
import { Story } from "../entities/Story.js";
import type { ArticleFilter } from "../graph/articleFilter.js";
import type { FacetField as Field_ } from "../graph/facets.js";
import { connectionOf, edgeOf } from "./connection.js";
import { RelatedReason } from "./connections.js";
import { FacetField } from "./enums.js";

/** A story in a list. */
@ObjectType({ simpleResolvers: true, description: "A story in a list." })
class StoryEdge extends edgeOf<Story>(() => Story) {}

/** Stories, in pages. */
@ObjectType({ simpleResolvers: true, description: "Stories, in pages." })
export class StoryConnection extends connectionOf(
  () => StoryEdge,
  () => Story,
) {}

/** An article of a story. */
@ObjectType({ simpleResolvers: true, description: "An article of a story." })
export class StoryArticleEdge extends edgeOf<Article>(() => Article) {
  /** Key of the story. */
  storyKey!: number;

  @Field(() => Float, {
    description: "0 to 1: the chance that it tells of the same event as the others, when it was placed.",
  })
  similarity!: number;

  @Field(() => Float, {
    description: "0 to 1: how much of its words no earlier article of the story has, when it was placed.",
  })
  novelty!: number;

  @Field(() => Boolean, { description: "It has the text of an older article, or of an agency's." })
  isCopy!: boolean;

  @Field(() => DecisionSource, { description: "Who put it into the story." })
  decidedBy!: DecisionSource;
}

/** Articles of a story, in pages. */
@ObjectType({ simpleResolvers: true, description: "Articles of a story, in pages." })
export class StoryArticleConnection extends connectionOf(
  () => StoryArticleEdge,
  () => Article,
) {
  /** Key of the story, and which of its articles. */
  storyKey!: number;
  filter!: ArticleFilter | null;
}

/** An entity of a story. */
@ObjectType({ simpleResolvers: true, description: "An entity of a story." })
export class StoryEntityEdge extends edgeOf<Entity>(() => Entity) {
  /** Key of the article that it entered with. */
  enteredWithKey!: number;

  @Field(() => Int, { description: "Articles of the story that mention it." })
  articleCount!: number;

  @Field(() => Float, { description: "0 to 1: its salience, as the mean over all articles of the story." })
  salience!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the first dated article of the story that mentions it.",
  })
  enteredAt!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Publication time of the newest one." })
  lastSeen!: number | null;
}

/** Entities of a story, in pages. */
@ObjectType({ simpleResolvers: true, description: "Entities of a story, in pages." })
export class StoryEntityConnection extends connectionOf(
  () => StoryEntityEdge,
  () => Entity,
) {}

/** How an outlet covers a story. */
@ObjectType({ simpleResolvers: true, description: "How an outlet covers a story." })
export class StorySource {
  storyKey!: number;
  sourceKey!: number;

  @Field(() => Int, { description: "Its articles of the story, copies among them." })
  articleCount!: number;

  @Field(() => Int, { description: "Of these, articles that have the text of another one." })
  copyCount!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When its first dated article was published.",
  })
  firstPublished!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "So many seconds after the story's first article; null when nothing is dated.",
  })
  lagSeconds!: number | null;
}

/** A story that comes before or after another. */
@ObjectType({ simpleResolvers: true, description: "A story that comes before or after another." })
export class StoryLink {
  @Field(() => Story, { description: "The other story." })
  story!: Story;

  @Field(() => Float, { description: "0 to 1, of the strongest pair of articles." })
  score!: number;

  @Field(() => [RelatedReason], { description: "What ties that pair." })
  reasons!: RelatedReason[];
}

/** Articles of one value of a field. */
@ObjectType({ simpleResolvers: true, description: "Articles of one value of a field." })
export class FacetBucket {
  @Field(() => String, { description: "As a filter takes it: a slug, ID or language tag." })
  value!: string;

  @Field(() => String, { description: "For people." })
  label!: string;

  @Field(() => Int, { description: "Articles of the list that have it." })
  count!: number;

  @Field(() => Node, { nullable: true, description: "What the value stands for." })
  node!: Node | null;

  @Field(() => Boolean, { description: "The list's filter asks for it." })
  selected!: boolean;
}

/** Articles of a list, counted by a field. */
@ObjectType({ simpleResolvers: true, description: "Articles of a list, counted by a field." })
export class Facet {
  @Field(() => FacetField, { description: "What they are counted by." })
  field!: Field_;

  @Field(() => [FacetBucket], { description: "The most frequent values." })
  buckets!: FacetBucket[];

  @Field(() => Int, { description: "Further values." })
  otherCount!: number;
}
