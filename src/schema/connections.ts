import { GraphQLDateTime } from "graphql-scalars";
import { createUnionType, Field, Float, Int, ObjectType } from "type-graphql";
import { Article } from "../entities/Article.js";
import { Entity, Organization, Person, Place, Topic } from "../entities/Entity.js";
import { ArticlePart, RelatedReasonKind } from "../entities/enums.js";
import { Mention } from "../entities/Mention.js";
import { typeByPrefix, type NodePrefix } from "../entities/Node.js";
import { Paragraph } from "../entities/Paragraph.js";
import { Quotation } from "../entities/Quotation.js";
import { Role } from "../entities/Role.js";
import { LanguageTag } from "../entities/scalars.js";
import type { CoMentionFilter } from "../graph/coMentions.js";
import { connectionOf, edgeOf, PageInfo } from "./connection.js";
import { Count } from "./Count.js";
import { Highlight } from "./Highlight.js";

/** An article in a list. */
@ObjectType({ simpleResolvers: true, description: "An article in a list." })
class ArticleEdge extends edgeOf<Article>(() => Article) {
  @Field(() => Float, {
    nullable: true,
    description: "Relevance of a text query, higher is better; comparable within one list.",
  })
  score!: number | null;

  @Field(() => [Highlight], {
    description: "Passages that the text query of `filter.q` matched, at most three; none without one.",
  })
  highlights!: () => Promise<Highlight[]>;
}

/** Articles, in pages. */
@ObjectType({ simpleResolvers: true, description: "Articles, in pages." })
export class ArticleConnection extends connectionOf(
  () => ArticleEdge,
  () => Article,
) {}

/** An entity in a list. */
@ObjectType({ simpleResolvers: true, description: "An entity in a list." })
class EntityEdge extends edgeOf<Entity>(() => Entity) {}

/** Entities, in pages. */
@ObjectType({ simpleResolvers: true, description: "Entities, in pages." })
export class EntityConnection extends connectionOf(
  () => EntityEdge,
  () => Entity,
) {}

/** A place in a list. */
@ObjectType({ simpleResolvers: true, description: "A place in a list." })
class PlaceEdge extends edgeOf<Place>(() => Place) {}

/** Places, in pages. */
@ObjectType({ simpleResolvers: true, description: "Places, in pages." })
export class PlaceConnection extends connectionOf(
  () => PlaceEdge,
  () => Place,
) {}

/** A mention in a list. */
@ObjectType({ simpleResolvers: true, description: "A mention in a list." })
class MentionEdge extends edgeOf<Mention>(() => Mention) {}

/** Mentions, in pages. */
@ObjectType({ simpleResolvers: true, description: "Mentions, in pages." })
export class MentionConnection extends connectionOf(
  () => MentionEdge,
  () => Mention,
) {}

/** A quotation in a list. */
@ObjectType({ simpleResolvers: true, description: "A quotation in a list." })
class QuotationEdge extends edgeOf<Quotation>(() => Quotation) {}

/** Quotations, in pages. */
@ObjectType({ simpleResolvers: true, description: "Quotations, in pages." })
export class QuotationConnection extends connectionOf(
  () => QuotationEdge,
  () => Quotation,
) {}

/** A role in a list. */
@ObjectType({ simpleResolvers: true, description: "A role in a list." })
class RoleEdge extends edgeOf<Role>(() => Role) {}

/** Roles, in pages. */
@ObjectType({ simpleResolvers: true, description: "Roles, in pages." })
export class RoleConnection extends connectionOf(
  () => RoleEdge,
  () => Role,
) {}

/** A paragraph in a list. */
@ObjectType({ simpleResolvers: true, description: "A paragraph in a list." })
class ParagraphEdge extends edgeOf<Paragraph>(() => Paragraph) {}

/** Paragraphs, in pages. */
@ObjectType({ simpleResolvers: true, description: "Paragraphs, in pages." })
export class ParagraphConnection extends connectionOf(
  () => ParagraphEdge,
  () => Paragraph,
) {}

/** Entity in one article: schema.org `about` when `isMain`, else `mentions`. */
@ObjectType({
  simpleResolvers: true,
  description: "Entity in one article: schema.org `about` when `isMain`, else `mentions`.",
})
export class ArticleEntityEdge extends edgeOf<Entity>(() => Entity) {
  /** Key of the article. */
  articleKey!: number;

  @Field(() => Int, { description: "Mentions of the entity in the article." })
  count!: number;

  @Field(() => Float, { description: "0 to 1; all entities of the article sum to 1." })
  salience!: number;

  @Field(() => Boolean, { description: "The article is about it." })
  isMain!: boolean | number;

  @Field(() => [ArticlePart], { description: "Parts of the article that mention it." })
  parts!: ArticlePart[];
}

/** Entities of an article, in pages. */
@ObjectType({ simpleResolvers: true, description: "Entities of an article, in pages." })
export class ArticleEntityConnection extends connectionOf(
  () => ArticleEntityEdge,
  () => Entity,
) {}

/** Why two articles are related. */
@ObjectType({ simpleResolvers: true, description: "Why two articles are related." })
export class RelatedReason {
  @Field(() => RelatedReasonKind, { description: "What the reason is." })
  kind!: RelatedReasonKind;

  @Field(() => Float, { description: "0 to 1." })
  weight!: number;

  /** Keys of the shared entities. */
  entityKeys!: number[];
}

/** A related article, and why. */
@ObjectType({ simpleResolvers: true, description: "A related article, and why." })
class RelatedArticleEdge extends edgeOf<Article>(() => Article) {
  @Field(() => Float, { description: "0 to 1." })
  score!: number;

  @Field(() => [RelatedReason], { description: "Why it is related; their weights make up the score." })
  reasons!: RelatedReason[];
}

/** Related articles, in pages. */
@ObjectType({ simpleResolvers: true, description: "Related articles, in pages." })
export class RelatedArticleConnection extends connectionOf(
  () => RelatedArticleEdge,
  () => Article,
) {}

/** A passage that proves a statement of the graph. */
@ObjectType({ simpleResolvers: true, description: "A passage that proves a statement of the graph." })
export class Evidence {
  articleKey!: number;
  ordinal!: number;
  sentenceIndex!: number;
  /** The entities whose mentions are shown. */
  entityKeys!: number[];
  /** Where the passage must hold all of them. */
  within!: "SENTENCE" | "PARAGRAPH" | "ARTICLE";
}

/** A piece of evidence in a list. */
@ObjectType({ simpleResolvers: true, description: "A piece of evidence in a list." })
class EvidenceEdge extends edgeOf<Evidence>(() => Evidence) {}

/** Evidence, in pages. */
@ObjectType({ simpleResolvers: true, description: "Evidence, in pages." })
export class EvidenceConnection extends connectionOf(
  () => EvidenceEdge,
  () => Evidence,
) {}

/** A pair of entities, with measures. Each count equals the rows of `evidence` at that proximity under the same filter. */
@ObjectType({
  simpleResolvers: true,
  description:
    "A pair of entities, with measures. Each count equals the rows of `evidence` at that proximity under the same filter.",
})
export class CoMentionEdge extends edgeOf<Entity>(() => Entity) {
  /** Key of the other entity of the pair. */
  aKey!: number;
  /** What counts, and how close: the pair's evidence and timeline obey it too. */
  filter!: CoMentionFilter | null;

  @Field(() => Int, { description: "Articles in which they stand together as close as the filter asks." })
  articleCount!: number;

  @Field(() => Int, { description: "Sentences with both." })
  sentenceCount!: number;

  @Field(() => Int, { description: "Paragraphs, headlines and captions with both." })
  paragraphCount!: number;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the first dated article; null when all are undated.",
  })
  firstSeen!: () => Promise<number | null>;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the newest dated article.",
  })
  lastSeen!: () => Promise<number | null>;

  @Field(() => Int, { description: "Sources that have them together." })
  sourceCount!: () => Promise<number>;

  @Field(() => Float, {
    description:
      "Normalised pointwise mutual information over articles, −1 to 1: 0 is chance, 1 is always together.",
  })
  npmi!: () => Promise<number>;

  @Field(() => Float, { description: "Log-likelihood ratio G² over articles." })
  logLikelihood!: () => Promise<number>;
}

/** Co-mentions, in pages. */
@ObjectType({ simpleResolvers: true, description: "Co-mentions, in pages." })
export class CoMentionConnection extends connectionOf(
  () => CoMentionEdge,
  () => Entity,
) {}

/** What a search can find. */
const SearchHit = createUnionType({
  name: "SearchHit",
  description: "What a search can find.",
  types: () => [Article, Person, Organization, Place, Topic] as const,
  resolveType: (value: { id: string }) => typeByPrefix[value.id.charAt(0) as NodePrefix],
});

/** A search result. */
@ObjectType({ simpleResolvers: true, description: "A search result." })
export class SearchEdge {
  @Field(() => SearchHit, { description: "What was found." })
  node!: Article | Entity;

  @Field(() => String, { description: "The result's place in the list." })
  cursor!: string;

  @Field(() => Float, { description: "Higher is better; comparable within one search and type." })
  score!: number;

  @Field(() => [Highlight], { description: "Passages with the words and names that matched, at most three." })
  highlights!: Highlight[] | (() => Promise<Highlight[]>);
}

/** How the words were read. */
@ObjectType({ simpleResolvers: true, description: "How the words were read." })
class QueryInterpretation {
  @Field(() => [String], { description: "The parts that must all match, as typed." })
  terms!: string[];

  @Field(() => [String], { description: "The words as the index knows them." })
  stems!: string[];

  @Field(() => [Entity], {
    description: "Entities that the words name; their articles match in any spelling.",
  })
  entities!: Entity[];
}

/** Search results, entities first, in pages. */
@ObjectType({ simpleResolvers: true, description: "Search results, entities first, in pages." })
export class SearchConnection {
  @Field(() => [SearchEdge], { description: "The results of this page with scores and passages." })
  edges!: SearchEdge[];

  @Field(() => [SearchHit], { description: "The results of this page." })
  nodes!: (Article | Entity)[];

  @Field(() => PageInfo, { description: "Where this page stands in the list." })
  pageInfo!: PageInfo;

  @Field(() => Count, { description: "Length of the whole list." })
  totalCount!: () => Promise<Count>;

  @Field(() => QueryInterpretation, { description: "How the words were read." })
  interpretation!: QueryInterpretation;
}

/** A completion of what was typed. */
@ObjectType({ simpleResolvers: true, description: "A completion of what was typed." })
export class Suggestion {
  @Field(() => String, { description: "Preferred name." })
  text!: string;

  @Field(() => Entity, { description: "The entity." })
  entity!: Entity;

  @Field(() => String, { description: "The name form that begins like that." })
  matchedName!: string;

  @Field(() => Float, { description: "0 to 1: how often it is mentioned, beside the others of the answer." })
  score!: number;
}

/** An identifier elsewhere. */
@ObjectType({ simpleResolvers: true, description: "An identifier elsewhere." })
export class ExternalId {
  @Field(() => String, { description: "Who gives the identifier, such as wikidata." })
  scheme!: string;

  @Field(() => String, { description: "The identifier." })
  value!: string;

  @Field(() => String, { nullable: true, description: "Its page there." })
  url!: string | null;
}

/** Geographic point (WGS 84). */
@ObjectType({ simpleResolvers: true, description: "Geographic point (WGS 84)." })
export class GeoPoint {
  @Field(() => Float, { description: "Degrees north of the equator." })
  latitude!: number;

  @Field(() => Float, { description: "Degrees east of Greenwich." })
  longitude!: number;
}

/** What is in the graph. */
@ObjectType({ simpleResolvers: true, description: "What is in the graph." })
export class Corpus {
  @Field(() => Int, { description: "Articles, stubs among them." })
  articles!: number;

  @Field(() => Int, { description: "Articles known only from teasers." })
  stubs!: number;

  @Field(() => Int, { description: "Entities that an article mentions." })
  entities!: number;

  @Field(() => Int, { description: "Occurrences of names." })
  mentions!: number;

  @Field(() => Int, { description: "Stories of two articles or more, as `stories` lists them." })
  stories!: number;

  @Field(() => Int, { description: "Quotations." })
  quotations!: number;

  @Field(() => Int, { description: "Outlets and agencies." })
  sources!: number;

  @Field(() => [LanguageTag], { description: "Languages of the articles." })
  languages!: string[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the oldest dated article.",
  })
  earliest!: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Publication time of the newest dated article.",
  })
  latest!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the last ingest ended." })
  lastIngest!: number | null;

  @Field(() => Float, { description: "Part of all mentions that is linked to an entity." })
  linkedMentionShare!: number;
}

/** What one request may ask for. */
@ObjectType({ simpleResolvers: true, description: "What one request may ask for." })
class Limits {
  @Field(() => Int, { description: "Deepest selection of a query." })
  maxDepth!: number;

  @Field(() => Int, { description: "Most tokens of a query document." })
  maxTokens!: number;

  @Field(() => Int, { description: "Most fields a query may resolve, pages multiplied out." })
  maxCost!: number;

  @Field(() => Int, { description: "Most list items a query may return, pages multiplied out." })
  maxNodes!: number;

  @Field(() => Int, { description: "Largest `first` or `last`." })
  maxPageSize!: number;

  @Field(() => Int, { description: "Most aliases in a query document." })
  maxAliases!: number;
}

/** This server. */
@ObjectType({ simpleResolvers: true, description: "This server." })
export class SystemInfo {
  @Field(() => String, { description: "Version of Mitos." })
  version!: string;

  @Field(() => String, { description: "Database engine and its version." })
  database!: string;

  @Field(() => Int, { description: "Seconds since the server started." })
  uptimeSeconds!: number;

  @Field(() => Limits, { description: "What one request may ask for." })
  limits!: Limits;

  @Field(() => Corpus, { description: "What is in the graph." })
  corpus!: () => Promise<Corpus>;
}
