import { registerEnumType } from "type-graphql";

function graphqlEnum<Values extends Record<string, string>>(
  values: Values,
  name: string,
  description: string,
  valuesConfig: { [Value in keyof Values]: { description: string } },
): Values {
  registerEnumType(values, { name, description, valuesConfig });
  return values;
}

export const SortDirection = graphqlEnum(
  { ASC: "ASC", DESC: "DESC" } as const,
  "SortDirection",
  "Direction of an order.",
  {
    ASC: { description: "Smallest, oldest or first of the alphabet first." },
    DESC: { description: "Largest, newest or last of the alphabet first." },
  },
);

export const CountPrecision = graphqlEnum(
  { EXACT: "EXACT" } as const,
  "CountPrecision",
  "How exact a count is.",
  { EXACT: { description: "Counted row by row." } },
);

export const Proximity = graphqlEnum(
  { SENTENCE: "SENTENCE", PARAGRAPH: "PARAGRAPH", ARTICLE: "ARTICLE" } as const,
  "Proximity",
  "Where two entities must stand together.",
  {
    SENTENCE: { description: "In one sentence." },
    PARAGRAPH: { description: "In one paragraph, headline or caption." },
    ARTICLE: { description: "In one article." },
  },
);

export const TimeInterval = graphqlEnum(
  { HOUR: "HOUR", DAY: "DAY", WEEK: "WEEK", MONTH: "MONTH", YEAR: "YEAR" } as const,
  "TimeInterval",
  "Length of a timeline's buckets. Weeks begin on Monday.",
  {
    HOUR: { description: "An hour." },
    DAY: { description: "A day." },
    WEEK: { description: "A week from Monday on." },
    MONTH: { description: "A month." },
    YEAR: { description: "A year." },
  },
);

export const BodyFormat = graphqlEnum({ TEXT: "TEXT" } as const, "BodyFormat", "Format of a text.", {
  TEXT: { description: "Plain text." },
});

export const OffsetUnit = graphqlEnum(
  { UTF16: "UTF16", CODE_POINT: "CODE_POINT", UTF8: "UTF8" } as const,
  "OffsetUnit",
  "Unit of the offsets: JavaScript, Kotlin and Java count UTF-16, Python and NIF count code points, Rust and Go count UTF-8.",
  {
    UTF16: { description: "UTF-16 code units." },
    CODE_POINT: { description: "Unicode code points." },
    UTF8: { description: "Bytes of UTF-8." },
  },
);

export const OffsetFrame = graphqlEnum(
  { ARTICLE: "ARTICLE", PARAGRAPH: "PARAGRAPH" } as const,
  "OffsetFrame",
  "Which text offsets count in.",
  {
    ARTICLE: {
      description: "`articleBody` for lead and body; the headline, caption or teaser itself for those parts.",
    },
    PARAGRAPH: { description: "`text` of the paragraph that it stands in." },
  },
);

export const ArticleOrderField = graphqlEnum(
  {
    DATE_PUBLISHED: "DATE_PUBLISHED",
    DATE_MODIFIED: "DATE_MODIFIED",
    INGESTED_AT: "INGESTED_AT",
    RELEVANCE: "RELEVANCE",
    SALIENCE: "SALIENCE",
    COMMENT_COUNT: "COMMENT_COUNT",
  } as const,
  "ArticleOrderField",
  "What articles are ordered by.",
  {
    DATE_PUBLISHED: { description: "Publication time; undated articles count as the oldest." },
    DATE_MODIFIED: {
      description: "Time of the last change, stated or seen, or of publication where none is known.",
    },
    INGESTED_AT: { description: "When it came into the graph." },
    RELEVANCE: { description: "How well the text query (`filter.q`) fits; ignored without one." },
    SALIENCE: {
      description: "How much the article is about the entity whose list it is; ignored elsewhere.",
    },
    COMMENT_COUNT: { description: "Readers' comments; unknown counts as least." },
  },
);

export const EntityOrderField = graphqlEnum(
  {
    NAME: "NAME",
    ARTICLE_COUNT: "ARTICLE_COUNT",
    MENTION_COUNT: "MENTION_COUNT",
    FIRST_MENTIONED: "FIRST_MENTIONED",
    LAST_MENTIONED: "LAST_MENTIONED",
  } as const,
  "EntityOrderField",
  "What entities are ordered by.",
  {
    NAME: { description: "Preferred name, without capitals and accents." },
    ARTICLE_COUNT: { description: "Articles that mention it." },
    MENTION_COUNT: { description: "Mentions." },
    FIRST_MENTIONED: { description: "Publication time of its oldest dated article." },
    LAST_MENTIONED: { description: "Publication time of its newest dated article." },
  },
);

export const DuplicateMode = graphqlEnum(
  {
    COLLAPSE: "COLLAPSE",
    INCLUDE: "INCLUDE",
    ORIGINALS_ONLY: "ORIGINALS_ONLY",
    COPIES_ONLY: "COPIES_ONLY",
  } as const,
  "DuplicateMode",
  "What becomes of articles with the text of another.",
  {
    COLLAPSE: {
      description:
        "One article for each group of near-duplicates: of those that the list would have the original, else the oldest.",
    },
    INCLUDE: { description: "All articles." },
    ORIGINALS_ONLY: { description: "No article that has the text of an older one, or of an agency's." },
    COPIES_ONLY: { description: "Only such articles." },
  },
);

export const StoryOrderField = graphqlEnum(
  {
    LAST_UPDATED: "LAST_UPDATED",
    STARTED_AT: "STARTED_AT",
    ARTICLE_COUNT: "ARTICLE_COUNT",
    SOURCE_COUNT: "SOURCE_COUNT",
  } as const,
  "StoryOrderField",
  "What stories are ordered by.",
  {
    LAST_UPDATED: { description: "Publication time of the newest article." },
    STARTED_AT: { description: "Publication time of the oldest dated article." },
    ARTICLE_COUNT: { description: "Articles." },
    SOURCE_COUNT: { description: "Outlets." },
  },
);

export const FacetField = graphqlEnum(
  {
    SOURCE: "SOURCE",
    SECTION: "SECTION",
    LANGUAGE: "LANGUAGE",
    AUTHOR: "AUTHOR",
    INFO_SOURCE: "INFO_SOURCE",
    PERSON: "PERSON",
    ORGANIZATION: "ORGANIZATION",
    PLACE: "PLACE",
  } as const,
  "FacetField",
  "What articles are counted by.",
  {
    SOURCE: { description: "Outlet." },
    SECTION: { description: "Section of an outlet." },
    LANGUAGE: { description: "Language of the text." },
    AUTHOR: { description: "Who signed." },
    INFO_SOURCE: { description: "Agency that is credited." },
    PERSON: { description: "People mentioned." },
    ORGANIZATION: { description: "Organizations mentioned." },
    PLACE: { description: "Places mentioned." },
  },
);

export const CoMentionOrderField = graphqlEnum(
  {
    ARTICLE_COUNT: "ARTICLE_COUNT",
    SENTENCE_COUNT: "SENTENCE_COUNT",
    PARAGRAPH_COUNT: "PARAGRAPH_COUNT",
  } as const,
  "CoMentionOrderField",
  "What co-mentions are ordered by.",
  {
    ARTICLE_COUNT: { description: "Articles with both, as close as the filter asks." },
    SENTENCE_COUNT: { description: "Sentences with both." },
    PARAGRAPH_COUNT: { description: "Paragraphs, headlines and captions with both." },
  },
);

export const SearchType = graphqlEnum(
  {
    ARTICLE: "ARTICLE",
    PERSON: "PERSON",
    ORGANIZATION: "ORGANIZATION",
    PLACE: "PLACE",
    TOPIC: "TOPIC",
  } as const,
  "SearchType",
  "What a search looks for.",
  {
    ARTICLE: { description: "Articles." },
    PERSON: { description: "People." },
    ORGANIZATION: { description: "Organizations." },
    PLACE: { description: "Places." },
    TOPIC: { description: "Events, works and other named things." },
  },
);

export const IngestOutcome = graphqlEnum(
  {
    CREATED: "CREATED",
    UPDATED: "UPDATED",
    UNCHANGED: "UNCHANGED",
    DUPLICATE: "DUPLICATE",
    REJECTED: "REJECTED",
  } as const,
  "IngestOutcome",
  "What became of a document.",
  {
    CREATED: { description: "It made a new article." },
    UPDATED: { description: "It changed an article." },
    UNCHANGED: { description: "It was read before, and says nothing new." },
    DUPLICATE: { description: "Another document brought its article, and says as much or more." },
    REJECTED: { description: "It was refused, and is kept aside." },
  },
);
/** What became of a document. */
export type IngestOutcome = keyof typeof IngestOutcome;
