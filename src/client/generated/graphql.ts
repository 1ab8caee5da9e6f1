/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Which articles; all given conditions hold together. */
export type ArticleFilter = {
  /** As `mentions`, but the article must be about them. */
  about?: EntityPredicate | null | undefined;
  /** All of these must fit. */
  and?: Array<ArticleFilter> | null | undefined;
  /** IDs of authors. */
  authors?: Array<string> | null | undefined;
  /** What becomes of articles with the text of another. If not given, lists of articles have one of each text (COLLAPSE), and counts and timelines count all (INCLUDE). COLLAPSE means nothing inside `and`, `or` and `not`. */
  duplicates?: DuplicateMode | null | undefined;
  /** Whether other articles of the archive tell of the same event. */
  hasStory?: boolean | null | undefined;
  /** IDs or slugs. */
  ids?: Array<string> | null | undefined;
  /** Agencies credited in the article: IDs, slugs or names such as Reuters. */
  infoSources?: Array<string> | null | undefined;
  /** When it came into the graph. */
  ingested?: DateRange | null | undefined;
  /** Only stubs (true) or only full articles (false). */
  isStub?: boolean | null | undefined;
  /** Languages of the text. */
  languages?: Array<string> | null | undefined;
  /** Which entities it must mention. */
  mentions?: EntityPredicate | null | undefined;
  /** Time of the last change: as the page states it, else when it was seen; of publication where none is known. */
  modified?: DateRange | null | undefined;
  /** This must not fit. */
  not?: ArticleFilter | null | undefined;
  /** One of these must fit. */
  or?: Array<ArticleFilter> | null | undefined;
  /** Undated articles are in no range. */
  published?: DateRange | null | undefined;
  /** Words and names, in any case ending and script; all must match. */
  q?: string | null | undefined;
  /** IDs of sections. */
  sections?: Array<string> | null | undefined;
  /** IDs or slugs of sources. */
  sources?: Array<string> | null | undefined;
  /** IDs or slugs of stories. */
  stories?: Array<string> | null | undefined;
};

/** Order of articles; earlier entries weigh more. */
export type ArticleOrder = {
  /** Which end comes first. */
  direction?: SortDirection;
  /** What to order by. */
  field: ArticleOrderField;
};

/** What articles are ordered by. */
export type ArticleOrderField =
  /** Readers' comments; unknown counts as least. */
  | 'COMMENT_COUNT'
  /** Time of the last change, stated or seen, or of publication where none is known. */
  | 'DATE_MODIFIED'
  /** Publication time; undated articles count as the oldest. */
  | 'DATE_PUBLISHED'
  /** When it came into the graph. */
  | 'INGESTED_AT'
  /** How well the text query (`filter.q`) fits; ignored without one. */
  | 'RELEVANCE'
  /** How much the article is about the entity whose list it is; ignored elsewhere. */
  | 'SALIENCE';

/** Where in an article a text stands. */
export type ArticlePart =
  /** Body paragraph. */
  | 'BODY'
  /** Bylines hold no mentions in this version. */
  | 'BYLINE'
  /** Text under a picture. */
  | 'CAPTION'
  /** Main headline. */
  | 'HEADLINE'
  /** Lead or standfirst. */
  | 'LEAD'
  /** Text of a stub: all that is known is another page's see-also teaser. */
  | 'TEASER';

/** Which co-mentions count, and how close the pair must stand. */
export type CoMentionFilter = {
  /** Other entities to leave out (IDs or slugs). */
  exclude?: Array<string> | null | undefined;
  /** Kinds of the other entity. */
  kinds?: Array<EntityKind> | null | undefined;
  /** Together in at least so many articles. */
  minArticles?: number | null | undefined;
  /** When the articles were published. */
  published?: DateRange | null | undefined;
  /** IDs or slugs of sources. */
  sources?: Array<string> | null | undefined;
  /** How close they must stand. */
  within?: Proximity | null | undefined;
};

/** Half-open stretch of time: `from` belongs to it, `to` does not. */
export type DateRange = {
  /** First moment. */
  from?: string | null | undefined;
  /** Window that ends now, ISO 8601 duration such as `P7D`. Not with from. */
  last?: string | null | undefined;
  /** First moment after it. */
  to?: string | null | undefined;
};

/** What becomes of articles with the text of another. */
export type DuplicateMode =
  /** One article for each group of near-duplicates: of those that the list would have the original, else the oldest. */
  | 'COLLAPSE'
  /** Only such articles. */
  | 'COPIES_ONLY'
  /** All articles. */
  | 'INCLUDE'
  /** No article that has the text of an older one, or of an agency's. */
  | 'ORIGINALS_ONLY';

/** What kind of thing an entity is. */
export type EntityKind =
  /** A named event. */
  | 'EVENT'
  /** A body of people: government, party, company, club, agency. */
  | 'ORGANIZATION'
  /** Anything else with a name. */
  | 'OTHER'
  /** A human being. */
  | 'PERSON'
  /** A country, city, region or sea. */
  | 'PLACE'
  /** A book, film, treaty or other work. */
  | 'WORK';

/** `all`, `any` and `none` take entity IDs or slugs. */
export type EntityPredicate = {
  /** Each of these. */
  all?: Array<string> | null | undefined;
  /** At least one of these. */
  any?: Array<string> | null | undefined;
  /** At least so salient, 0 to 1. */
  minSalience?: number | null | undefined;
  /** None of these. */
  none?: Array<string> | null | undefined;
  /** Mentioned in one of these parts. */
  parts?: Array<ArticlePart> | null | undefined;
  /** The `all` entities must stand together here. */
  within?: Proximity | null | undefined;
};

/** Where two entities must stand together. */
export type Proximity =
  /** In one article. */
  | 'ARTICLE'
  /** In one paragraph, headline or caption. */
  | 'PARAGRAPH'
  /** In one sentence. */
  | 'SENTENCE';

/** Why two articles are related. */
export type RelatedReasonKind =
  /** The article asked about is a later turn of what the related one told. */
  | 'FOLLOWS'
  /** One page links to the other in its see-also list. */
  | 'LINKED_IN_SOURCE'
  /** They say nearly word for word the same. */
  | 'NEAR_DUPLICATE'
  /** Both are about the same rare people, organizations or places. */
  | 'SHARED_ENTITIES'
  /** Both tell of the same event. */
  | 'SHARED_STORY'
  /** Their words are alike. */
  | 'TEXT_SIMILARITY';

/** What a search looks for. */
export type SearchType =
  /** Articles. */
  | 'ARTICLE'
  /** Organizations. */
  | 'ORGANIZATION'
  /** People. */
  | 'PERSON'
  /** Places. */
  | 'PLACE'
  /** Events, works and other named things. */
  | 'TOPIC';

/** Direction of an order. */
export type SortDirection =
  /** Smallest, oldest or first of the alphabet first. */
  | 'ASC'
  /** Largest, newest or last of the alphabet first. */
  | 'DESC';

export type ArticleQueryVariables = Exact<{
  id?: string | null | undefined;
  slug?: string | null | undefined;
  url?: string | null | undefined;
  lang?: string | null | undefined;
}>;


export type ArticleQuery = { article: { __typename: 'Article', byline: string | null, readingMinutes: number, id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, articleSection: { id: string, name: string } | null, primaryImage: { url: string | null, caption: string | null, creditText: string | null, altText: string | null, width: number | null, height: number | null } | null, paragraphs: { nodes: Array<{ id: string, part: ArticlePart, text: string, mentions: { nodes: Array<{ id: string, position: { start: number, end: number }, entity:
              | { __typename: 'Organization', id: string, slug: string }
              | { __typename: 'Person', id: string, slug: string }
              | { __typename: 'Place', id: string, slug: string }
              | { __typename: 'Topic', id: string, slug: string }
             | null }> } }> }, entities: { edges: Array<{ isMain: boolean, count: number, node:
          | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
          | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
          | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
          | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
         }> }, related: { edges: Array<{ score: number, reasons: Array<{ kind: RelatedReasonKind, explanation: string }>, node: { __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null } }> }, source: { id: string, name: string } | null } | null };

export type ArticleCardFragment = { __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null };

export type ArticlesQueryVariables = Exact<{
  filter?: ArticleFilter | null | undefined;
  order?: Array<ArticleOrder> | ArticleOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ArticlesQuery = { articles: { totalCount: { value: number }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null }> } };

export type EntityQueryVariables = Exact<{
  id?: string | null | undefined;
  slug?: string | null | undefined;
  name?: string | null | undefined;
  lang?: string | null | undefined;
  first?: number | null | undefined;
}>;


export type EntityQuery = { entity:
    | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null, articleCount: { value: number }, coMentions: { edges: Array<{ articleCount: number, sentenceCount: number, node:
            | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
           }> }, articles: { nodes: Array<{ __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null }> } }
    | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null, articleCount: { value: number }, coMentions: { edges: Array<{ articleCount: number, sentenceCount: number, node:
            | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
           }> }, articles: { nodes: Array<{ __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null }> } }
    | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null, articleCount: { value: number }, coMentions: { edges: Array<{ articleCount: number, sentenceCount: number, node:
            | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
           }> }, articles: { nodes: Array<{ __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null }> } }
    | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null, articleCount: { value: number }, coMentions: { edges: Array<{ articleCount: number, sentenceCount: number, node:
            | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
            | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
           }> }, articles: { nodes: Array<{ __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null }> } }
   | null };

type EntityCard_Organization_Fragment = { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null };

type EntityCard_Person_Fragment = { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null };

type EntityCard_Place_Fragment = { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null };

type EntityCard_Topic_Fragment = { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null };

export type EntityCardFragment =
  | EntityCard_Organization_Fragment
  | EntityCard_Person_Fragment
  | EntityCard_Place_Fragment
  | EntityCard_Topic_Fragment
;

export type PairQueryVariables = Exact<{
  a: string;
  b: string;
  filter?: CoMentionFilter | null | undefined;
  lang?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PairQuery = { pair: { articleCount: number, sentenceCount: number, npmi: number, firstSeen: string | null, lastSeen: string | null, sourceCount: number, node:
      | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
      | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
      | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
      | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
    , evidence: { totalCount: { value: number }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ passage: { fragment: string, ranges: Array<{ start: number, end: number }> }, article: { __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null } }> } } | null };

export type SearchQueryVariables = Exact<{
  q: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  filter?: ArticleFilter | null | undefined;
  lang?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: { value: number }, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ score: number, highlights: Array<{ part: ArticlePart, fragment: string, ranges: Array<{ start: number, end: number }> }>, node:
        | { __typename: 'Article', id: string, slug: string, url: string | null, headline: string, description: string | null, datePublished: string | null, isStub: boolean, source: { id: string, name: string } | null }
        | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
        | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
        | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
        | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
       }> } };

export type SuggestQueryVariables = Exact<{
  prefix: string;
  types?: Array<SearchType> | SearchType | null | undefined;
  lang?: string | null | undefined;
  first?: number;
}>;


export type SuggestQuery = { suggest: Array<{ matchedName: string, entity:
      | { __typename: 'Organization', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
      | { __typename: 'Person', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
      | { __typename: 'Place', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
      | { __typename: 'Topic', id: string, slug: string, kind: EntityKind, name: string, about: string | null }
     }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ArticleCardFragmentDoc = new TypedDocumentString(`
    fragment ArticleCard on Article {
  __typename
  id
  slug
  url
  headline
  description
  datePublished
  isStub
  source {
    id
    name
  }
}
    `, {"fragmentName":"ArticleCard"}) as unknown as TypedDocumentString<ArticleCardFragment, unknown>;
export const EntityCardFragmentDoc = new TypedDocumentString(`
    fragment EntityCard on Entity {
  __typename
  id
  slug
  kind
  name(lang: $lang)
  about: description(lang: $lang)
}
    `, {"fragmentName":"EntityCard"}) as unknown as TypedDocumentString<EntityCardFragment, unknown>;
export const ArticleDocument = new TypedDocumentString(`
    query Article($id: ID, $slug: String, $url: URL, $lang: LanguageTag) {
  article(id: $id, slug: $slug, url: $url) {
    ...ArticleCard
    byline
    readingMinutes
    articleSection {
      id
      name
    }
    primaryImage {
      url
      caption
      creditText
      altText
      width
      height
    }
    paragraphs(first: 60) {
      nodes {
        id
        part
        text
        mentions(first: 30) {
          nodes {
            id
            position(relativeTo: PARAGRAPH) {
              start
              end
            }
            entity {
              __typename
              id
              slug
            }
          }
        }
      }
    }
    entities(first: 12) {
      edges {
        isMain
        count
        node {
          ...EntityCard
        }
      }
    }
    related(first: 6) {
      edges {
        score
        reasons {
          kind
          explanation(lang: $lang)
        }
        node {
          ...ArticleCard
        }
      }
    }
  }
}
    fragment ArticleCard on Article {
  __typename
  id
  slug
  url
  headline
  description
  datePublished
  isStub
  source {
    id
    name
  }
}
fragment EntityCard on Entity {
  __typename
  id
  slug
  kind
  name(lang: $lang)
  about: description(lang: $lang)
}`) as unknown as TypedDocumentString<ArticleQuery, ArticleQueryVariables>;
export const ArticlesDocument = new TypedDocumentString(`
    query Articles($filter: ArticleFilter, $order: [ArticleOrder!], $first: Int, $after: String) {
  articles(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount {
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ArticleCard
    }
  }
}
    fragment ArticleCard on Article {
  __typename
  id
  slug
  url
  headline
  description
  datePublished
  isStub
  source {
    id
    name
  }
}`) as unknown as TypedDocumentString<ArticlesQuery, ArticlesQueryVariables>;
export const EntityDocument = new TypedDocumentString(`
    query Entity($id: ID, $slug: String, $name: String, $lang: LanguageTag, $first: Int = 20) {
  entity(id: $id, slug: $slug, name: $name) {
    ...EntityCard
    articleCount {
      value
    }
    coMentions(first: $first) {
      edges {
        articleCount
        sentenceCount
        node {
          ...EntityCard
        }
      }
    }
    articles(first: $first) {
      nodes {
        ...ArticleCard
      }
    }
  }
}
    fragment ArticleCard on Article {
  __typename
  id
  slug
  url
  headline
  description
  datePublished
  isStub
  source {
    id
    name
  }
}
fragment EntityCard on Entity {
  __typename
  id
  slug
  kind
  name(lang: $lang)
  about: description(lang: $lang)
}`) as unknown as TypedDocumentString<EntityQuery, EntityQueryVariables>;
export const PairDocument = new TypedDocumentString(`
    query Pair($a: ID!, $b: ID!, $filter: CoMentionFilter, $lang: LanguageTag, $first: Int = 10, $after: String) {
  pair(a: $a, b: $b, filter: $filter) {
    articleCount
    sentenceCount
    npmi
    firstSeen
    lastSeen
    sourceCount
    node {
      ...EntityCard
    }
    evidence(first: $first, after: $after) {
      totalCount {
        value
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        passage {
          fragment
          ranges {
            start
            end
          }
        }
        article {
          ...ArticleCard
        }
      }
    }
  }
}
    fragment ArticleCard on Article {
  __typename
  id
  slug
  url
  headline
  description
  datePublished
  isStub
  source {
    id
    name
  }
}
fragment EntityCard on Entity {
  __typename
  id
  slug
  kind
  name(lang: $lang)
  about: description(lang: $lang)
}`) as unknown as TypedDocumentString<PairQuery, PairQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($q: String!, $types: [SearchType!], $filter: ArticleFilter, $lang: LanguageTag, $first: Int, $after: String) {
  search(q: $q, types: $types, filter: $filter, first: $first, after: $after) {
    totalCount {
      value
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      score
      highlights {
        part
        fragment
        ranges {
          start
          end
        }
      }
      node {
        ...ArticleCard
        ...EntityCard
      }
    }
  }
}
    fragment ArticleCard on Article {
  __typename
  id
  slug
  url
  headline
  description
  datePublished
  isStub
  source {
    id
    name
  }
}
fragment EntityCard on Entity {
  __typename
  id
  slug
  kind
  name(lang: $lang)
  about: description(lang: $lang)
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const SuggestDocument = new TypedDocumentString(`
    query Suggest($prefix: String!, $types: [SearchType!], $lang: LanguageTag, $first: Int! = 8) {
  suggest(prefix: $prefix, types: $types, first: $first) {
    matchedName
    entity {
      ...EntityCard
    }
  }
}
    fragment EntityCard on Entity {
  __typename
  id
  slug
  kind
  name(lang: $lang)
  about: description(lang: $lang)
}`) as unknown as TypedDocumentString<SuggestQuery, SuggestQueryVariables>;