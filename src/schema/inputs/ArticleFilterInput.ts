import { Field, ID, InputType } from "type-graphql";
import { LanguageTag } from "../../entities/scalars.js";
import type { ArticleFilter, DuplicateMode as DuplicateName } from "../../graph/articleFilter.js";
import { DuplicateMode } from "../enums.js";
import { DateRangeInput } from "./DateRangeInput.js";
import { EntityPredicateInput } from "./EntityPredicateInput.js";

/** Which articles. */
@InputType("ArticleFilter", { description: "Which articles; all given conditions hold together." })
export class ArticleFilterInput implements ArticleFilter {
  @Field(() => String, {
    nullable: true,
    description: "Words and names, in any case ending and script; all must match.",
  })
  q?: string | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs." })
  ids?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs of sources." })
  sources?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "IDs of sections." })
  sections?: string[] | null;

  @Field(() => [LanguageTag], { nullable: true, description: "Languages of the text." })
  languages?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "IDs of authors." })
  authors?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: "Agencies credited in the article: IDs, slugs or names such as Reuters.",
  })
  infoSources?: string[] | null;

  @Field(() => DateRangeInput, { nullable: true, description: "Undated articles are in no range." })
  published?: DateRangeInput | null;

  @Field(() => DateRangeInput, {
    nullable: true,
    description:
      "Time of the last change: as the page states it, else when it was seen; of publication where none is known.",
  })
  modified?: DateRangeInput | null;

  @Field(() => DateRangeInput, { nullable: true, description: "When it came into the graph." })
  ingested?: DateRangeInput | null;

  @Field(() => EntityPredicateInput, { nullable: true, description: "Which entities it must mention." })
  mentions?: EntityPredicateInput | null;

  @Field(() => EntityPredicateInput, {
    nullable: true,
    description: "As `mentions`, but the article must be about them.",
  })
  about?: EntityPredicateInput | null;

  @Field(() => Boolean, { nullable: true, description: "Only stubs (true) or only full articles (false)." })
  isStub?: boolean | null;

  @Field(() => [ID], { nullable: true, description: "IDs or slugs of stories." })
  stories?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether other articles of the archive tell of the same event.",
  })
  hasStory?: boolean | null;

  @Field(() => DuplicateMode, {
    nullable: true,
    description:
      "What becomes of articles with the text of another. If not given, lists of articles have one of each text (COLLAPSE), and counts and timelines count all (INCLUDE). COLLAPSE means nothing inside `and`, `or` and `not`.",
  })
  duplicates?: DuplicateName | null;

  @Field(() => [ArticleFilterInput], { nullable: true, description: "All of these must fit." })
  and?: ArticleFilterInput[] | null;

  @Field(() => [ArticleFilterInput], { nullable: true, description: "One of these must fit." })
  or?: ArticleFilterInput[] | null;

  @Field(() => ArticleFilterInput, { nullable: true, description: "This must not fit." })
  not?: ArticleFilterInput | null;
}
