import { Field, InputType } from "type-graphql";
import type { ArticleOrder, ArticleOrderField as ArticleField } from "../../graph/articles.js";
import type { CoMentionOrder, CoMentionOrderField as CoMentionField } from "../../graph/coMentions.js";
import type { EntityOrder, EntityOrderField as EntityField } from "../../graph/entities.js";
import type { StoryOrder, StoryOrderField as StoryField } from "../../graph/storyList.js";
import {
  ArticleOrderField,
  CoMentionOrderField,
  EntityOrderField,
  SortDirection,
  StoryOrderField,
} from "../enums.js";

/** Order of articles. */
@InputType("ArticleOrder", { description: "Order of articles; earlier entries weigh more." })
export class ArticleOrderInput implements ArticleOrder {
  @Field(() => ArticleOrderField, { description: "What to order by." })
  field!: ArticleField;

  @Field(() => SortDirection, { defaultValue: "DESC", description: "Which end comes first." })
  direction!: "ASC" | "DESC";
}

/** Order of entities. */
@InputType("EntityOrder", { description: "Order of entities; earlier entries weigh more." })
export class EntityOrderInput implements EntityOrder {
  @Field(() => EntityOrderField, { description: "What to order by." })
  field!: EntityField;

  @Field(() => SortDirection, { defaultValue: "DESC", description: "Which end comes first." })
  direction!: "ASC" | "DESC";
}

/** Order of co-mentions. */
@InputType("CoMentionOrder", { description: "Order of co-mentions; earlier entries weigh more." })
export class CoMentionOrderInput implements CoMentionOrder {
  @Field(() => CoMentionOrderField, { description: "What to order by." })
  field!: CoMentionField;

  @Field(() => SortDirection, { defaultValue: "DESC", description: "Which end comes first." })
  direction!: "ASC" | "DESC";
}

/** Order of stories. */
@InputType("StoryOrder", { description: "Order of stories; earlier entries weigh more." })
export class StoryOrderInput implements StoryOrder {
  @Field(() => StoryOrderField, { description: "What to order by." })
  field!: StoryField;

  @Field(() => SortDirection, { defaultValue: "DESC", description: "Which end comes first." })
  direction!: "ASC" | "DESC";
}
