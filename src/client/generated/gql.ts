/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Article($id: ID, $slug: String, $url: URL, $lang: LanguageTag) {\n  article(id: $id, slug: $slug, url: $url) {\n    ...ArticleCard\n    byline\n    readingMinutes\n    articleSection {\n      id\n      name\n    }\n    primaryImage {\n      url\n      caption\n      creditText\n      altText\n      width\n      height\n    }\n    paragraphs(first: 60) {\n      nodes {\n        id\n        part\n        text\n        mentions(first: 30) {\n          nodes {\n            id\n            position(relativeTo: PARAGRAPH) {\n              start\n              end\n            }\n            entity {\n              __typename\n              id\n              slug\n            }\n          }\n        }\n      }\n    }\n    entities(first: 12) {\n      edges {\n        isMain\n        count\n        node {\n          ...EntityCard\n        }\n      }\n    }\n    related(first: 6) {\n      edges {\n        score\n        reasons {\n          kind\n          explanation(lang: $lang)\n        }\n        node {\n          ...ArticleCard\n        }\n      }\n    }\n  }\n}": typeof types.ArticleDocument,
    "fragment ArticleCard on Article {\n  __typename\n  id\n  slug\n  url\n  headline\n  description\n  datePublished\n  isStub\n  source {\n    id\n    name\n  }\n}": typeof types.ArticleCardFragmentDoc,
    "query Articles($filter: ArticleFilter, $order: [ArticleOrder!], $first: Int, $after: String) {\n  articles(filter: $filter, order: $order, first: $first, after: $after) {\n    totalCount {\n      value\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...ArticleCard\n    }\n  }\n}": typeof types.ArticlesDocument,
    "query Entity($id: ID, $slug: String, $name: String, $lang: LanguageTag, $first: Int = 20) {\n  entity(id: $id, slug: $slug, name: $name) {\n    ...EntityCard\n    articleCount {\n      value\n    }\n    coMentions(first: $first) {\n      edges {\n        articleCount\n        sentenceCount\n        node {\n          ...EntityCard\n        }\n      }\n    }\n    articles(first: $first) {\n      nodes {\n        ...ArticleCard\n      }\n    }\n  }\n}": typeof types.EntityDocument,
    "fragment EntityCard on Entity {\n  __typename\n  id\n  slug\n  kind\n  name(lang: $lang)\n  about: description(lang: $lang)\n}": typeof types.EntityCardFragmentDoc,
    "query Pair($a: ID!, $b: ID!, $filter: CoMentionFilter, $lang: LanguageTag, $first: Int = 10, $after: String) {\n  pair(a: $a, b: $b, filter: $filter) {\n    articleCount\n    sentenceCount\n    npmi\n    firstSeen\n    lastSeen\n    sourceCount\n    node {\n      ...EntityCard\n    }\n    evidence(first: $first, after: $after) {\n      totalCount {\n        value\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        passage {\n          fragment\n          ranges {\n            start\n            end\n          }\n        }\n        article {\n          ...ArticleCard\n        }\n      }\n    }\n  }\n}": typeof types.PairDocument,
    "query Search($q: String!, $types: [SearchType!], $filter: ArticleFilter, $lang: LanguageTag, $first: Int, $after: String) {\n  search(q: $q, types: $types, filter: $filter, first: $first, after: $after) {\n    totalCount {\n      value\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      score\n      highlights {\n        part\n        fragment\n        ranges {\n          start\n          end\n        }\n      }\n      node {\n        ...ArticleCard\n        ...EntityCard\n      }\n    }\n  }\n}": typeof types.SearchDocument,
    "query Suggest($prefix: String!, $types: [SearchType!], $lang: LanguageTag, $first: Int! = 8) {\n  suggest(prefix: $prefix, types: $types, first: $first) {\n    matchedName\n    entity {\n      ...EntityCard\n    }\n  }\n}": typeof types.SuggestDocument,
};
const documents: Documents = {
    "query Article($id: ID, $slug: String, $url: URL, $lang: LanguageTag) {\n  article(id: $id, slug: $slug, url: $url) {\n    ...ArticleCard\n    byline\n    readingMinutes\n    articleSection {\n      id\n      name\n    }\n    primaryImage {\n      url\n      caption\n      creditText\n      altText\n      width\n      height\n    }\n    paragraphs(first: 60) {\n      nodes {\n        id\n        part\n        text\n        mentions(first: 30) {\n          nodes {\n            id\n            position(relativeTo: PARAGRAPH) {\n              start\n              end\n            }\n            entity {\n              __typename\n              id\n              slug\n            }\n          }\n        }\n      }\n    }\n    entities(first: 12) {\n      edges {\n        isMain\n        count\n        node {\n          ...EntityCard\n        }\n      }\n    }\n    related(first: 6) {\n      edges {\n        score\n        reasons {\n          kind\n          explanation(lang: $lang)\n        }\n        node {\n          ...ArticleCard\n        }\n      }\n    }\n  }\n}": types.ArticleDocument,
    "fragment ArticleCard on Article {\n  __typename\n  id\n  slug\n  url\n  headline\n  description\n  datePublished\n  isStub\n  source {\n    id\n    name\n  }\n}": types.ArticleCardFragmentDoc,
    "query Articles($filter: ArticleFilter, $order: [ArticleOrder!], $first: Int, $after: String) {\n  articles(filter: $filter, order: $order, first: $first, after: $after) {\n    totalCount {\n      value\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...ArticleCard\n    }\n  }\n}": types.ArticlesDocument,
    "query Entity($id: ID, $slug: String, $name: String, $lang: LanguageTag, $first: Int = 20) {\n  entity(id: $id, slug: $slug, name: $name) {\n    ...EntityCard\n    articleCount {\n      value\n    }\n    coMentions(first: $first) {\n      edges {\n        articleCount\n        sentenceCount\n        node {\n          ...EntityCard\n        }\n      }\n    }\n    articles(first: $first) {\n      nodes {\n        ...ArticleCard\n      }\n    }\n  }\n}": types.EntityDocument,
    "fragment EntityCard on Entity {\n  __typename\n  id\n  slug\n  kind\n  name(lang: $lang)\n  about: description(lang: $lang)\n}": types.EntityCardFragmentDoc,
    "query Pair($a: ID!, $b: ID!, $filter: CoMentionFilter, $lang: LanguageTag, $first: Int = 10, $after: String) {\n  pair(a: $a, b: $b, filter: $filter) {\n    articleCount\n    sentenceCount\n    npmi\n    firstSeen\n    lastSeen\n    sourceCount\n    node {\n      ...EntityCard\n    }\n    evidence(first: $first, after: $after) {\n      totalCount {\n        value\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        passage {\n          fragment\n          ranges {\n            start\n            end\n          }\n        }\n        article {\n          ...ArticleCard\n        }\n      }\n    }\n  }\n}": types.PairDocument,
    "query Search($q: String!, $types: [SearchType!], $filter: ArticleFilter, $lang: LanguageTag, $first: Int, $after: String) {\n  search(q: $q, types: $types, filter: $filter, first: $first, after: $after) {\n    totalCount {\n      value\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      score\n      highlights {\n        part\n        fragment\n        ranges {\n          start\n          end\n        }\n      }\n      node {\n        ...ArticleCard\n        ...EntityCard\n      }\n    }\n  }\n}": types.SearchDocument,
    "query Suggest($prefix: String!, $types: [SearchType!], $lang: LanguageTag, $first: Int! = 8) {\n  suggest(prefix: $prefix, types: $types, first: $first) {\n    matchedName\n    entity {\n      ...EntityCard\n    }\n  }\n}": types.SuggestDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Article($id: ID, $slug: String, $url: URL, $lang: LanguageTag) {\n  article(id: $id, slug: $slug, url: $url) {\n    ...ArticleCard\n    byline\n    readingMinutes\n    articleSection {\n      id\n      name\n    }\n    primaryImage {\n      url\n      caption\n      creditText\n      altText\n      width\n      height\n    }\n    paragraphs(first: 60) {\n      nodes {\n        id\n        part\n        text\n        mentions(first: 30) {\n          nodes {\n            id\n            position(relativeTo: PARAGRAPH) {\n              start\n              end\n            }\n            entity {\n              __typename\n              id\n              slug\n            }\n          }\n        }\n      }\n    }\n    entities(first: 12) {\n      edges {\n        isMain\n        count\n        node {\n          ...EntityCard\n        }\n      }\n    }\n    related(first: 6) {\n      edges {\n        score\n        reasons {\n          kind\n          explanation(lang: $lang)\n        }\n        node {\n          ...ArticleCard\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').ArticleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment ArticleCard on Article {\n  __typename\n  id\n  slug\n  url\n  headline\n  description\n  datePublished\n  isStub\n  source {\n    id\n    name\n  }\n}"): typeof import('./graphql.js').ArticleCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Articles($filter: ArticleFilter, $order: [ArticleOrder!], $first: Int, $after: String) {\n  articles(filter: $filter, order: $order, first: $first, after: $after) {\n    totalCount {\n      value\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      ...ArticleCard\n    }\n  }\n}"): typeof import('./graphql.js').ArticlesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Entity($id: ID, $slug: String, $name: String, $lang: LanguageTag, $first: Int = 20) {\n  entity(id: $id, slug: $slug, name: $name) {\n    ...EntityCard\n    articleCount {\n      value\n    }\n    coMentions(first: $first) {\n      edges {\n        articleCount\n        sentenceCount\n        node {\n          ...EntityCard\n        }\n      }\n    }\n    articles(first: $first) {\n      nodes {\n        ...ArticleCard\n      }\n    }\n  }\n}"): typeof import('./graphql.js').EntityDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment EntityCard on Entity {\n  __typename\n  id\n  slug\n  kind\n  name(lang: $lang)\n  about: description(lang: $lang)\n}"): typeof import('./graphql.js').EntityCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Pair($a: ID!, $b: ID!, $filter: CoMentionFilter, $lang: LanguageTag, $first: Int = 10, $after: String) {\n  pair(a: $a, b: $b, filter: $filter) {\n    articleCount\n    sentenceCount\n    npmi\n    firstSeen\n    lastSeen\n    sourceCount\n    node {\n      ...EntityCard\n    }\n    evidence(first: $first, after: $after) {\n      totalCount {\n        value\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        passage {\n          fragment\n          ranges {\n            start\n            end\n          }\n        }\n        article {\n          ...ArticleCard\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').PairDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Search($q: String!, $types: [SearchType!], $filter: ArticleFilter, $lang: LanguageTag, $first: Int, $after: String) {\n  search(q: $q, types: $types, filter: $filter, first: $first, after: $after) {\n    totalCount {\n      value\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      score\n      highlights {\n        part\n        fragment\n        ranges {\n          start\n          end\n        }\n      }\n      node {\n        ...ArticleCard\n        ...EntityCard\n      }\n    }\n  }\n}"): typeof import('./graphql.js').SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Suggest($prefix: String!, $types: [SearchType!], $lang: LanguageTag, $first: Int! = 8) {\n  suggest(prefix: $prefix, types: $types, first: $first) {\n    matchedName\n    entity {\n      ...EntityCard\n    }\n  }\n}"): typeof import('./graphql.js').SuggestDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
