import { registerEnumType } from "type-graphql";

/** What kind of thing an entity is. */
export const EntityKind = {
  PERSON: "PERSON",
  ORGANIZATION: "ORGANIZATION",
  PLACE: "PLACE",
  EVENT: "EVENT",
  WORK: "WORK",
  OTHER: "OTHER",
} as const;
export type EntityKind = keyof typeof EntityKind;
registerEnumType(EntityKind, {
  name: "EntityKind",
  description: "What kind of thing an entity is.",
  valuesConfig: {
    PERSON: { description: "A human being." },
    ORGANIZATION: { description: "A body of people: government, party, company, club, agency." },
    PLACE: { description: "A country, city, region or sea." },
    EVENT: { description: "A named event." },
    WORK: { description: "A book, film, treaty or other work." },
    OTHER: { description: "Anything else with a name." },
  },
});

/** Where in an article a text stands. */
export const ArticlePart = {
  HEADLINE: "HEADLINE",
  LEAD: "LEAD",
  BODY: "BODY",
  CAPTION: "CAPTION",
  TEASER: "TEASER",
  BYLINE: "BYLINE",
} as const;
export type ArticlePart = keyof typeof ArticlePart;
registerEnumType(ArticlePart, {
  name: "ArticlePart",
  description: "Where in an article a text stands.",
  valuesConfig: {
    HEADLINE: { description: "Main headline." },
    LEAD: { description: "Lead or standfirst." },
    BODY: { description: "Body paragraph." },
    CAPTION: { description: "Text under a picture." },
    TEASER: { description: "Text of a stub: all that is known is another page's see-also teaser." },
    BYLINE: { description: "Bylines hold no mentions in this version." },
  },
});

/** How a mention names its entity. */
export const MentionKind = {
  NAME: "NAME",
  ROLE: "ROLE",
  DEMONYM: "DEMONYM",
  ACRONYM: "ACRONYM",
  COREFERENCE: "COREFERENCE",
} as const;
export type MentionKind = keyof typeof MentionKind;
registerEnumType(MentionKind, {
  name: "MentionKind",
  description: "How a mention names its entity.",
  valuesConfig: {
    NAME: { description: "By its name." },
    ROLE: { description: "By an office or role." },
    DEMONYM: { description: "«Ρώσος», «ρωσικού»: people or adjective of a place." },
    ACRONYM: { description: "By a short form such as NATO." },
    COREFERENCE: { description: "A short form that stands for a full name of the same article." },
  },
});

/** What a name form is to its entity. */
export const NameKind = {
  PREFERRED: "PREFERRED",
  ALIAS: "ALIAS",
  INFLECTED: "INFLECTED",
  TRANSLITERATION: "TRANSLITERATION",
  ACRONYM: "ACRONYM",
} as const;
export type NameKind = keyof typeof NameKind;
registerEnumType(NameKind, {
  name: "NameKind",
  description: "What a name form is to its entity.",
  valuesConfig: {
    PREFERRED: { description: "The name that is shown." },
    ALIAS: { description: "Another name." },
    INFLECTED: { description: "A case form of a name." },
    TRANSLITERATION: { description: "A name in the letters of another script." },
    ACRONYM: { description: "A short form such as NATO." },
  },
});

/** Who decided a fact. */
export const DecisionSource = {
  RULE: "RULE",
  MODEL: "MODEL",
  GAZETTEER: "GAZETTEER",
  EDITOR: "EDITOR",
  IMPORT: "IMPORT",
} as const;
export type DecisionSource = keyof typeof DecisionSource;
registerEnumType(DecisionSource, {
  name: "DecisionSource",
  description: "Who or what decided a fact.",
  valuesConfig: {
    RULE: { description: "A rule of the program." },
    MODEL: { description: "A statistical model." },
    GAZETTEER: { description: "The table of known names." },
    EDITOR: { description: "A person." },
    IMPORT: { description: "The data of another system." },
  },
});

/** How exact a date is. */
export const DatePrecision = {
  SECOND: "SECOND",
  MINUTE: "MINUTE",
  DAY: "DAY",
  MONTH: "MONTH",
  INFERRED: "INFERRED",
  UNKNOWN: "UNKNOWN",
} as const;
export type DatePrecision = keyof typeof DatePrecision;
registerEnumType(DatePrecision, {
  name: "DatePrecision",
  description: "How exact a date is.",
  valuesConfig: {
    SECOND: { description: "To the second." },
    MINUTE: { description: "To the minute." },
    DAY: { description: "To the day." },
    MONTH: { description: "To the month." },
    INFERRED: { description: "Not printed on the page; found in another way." },
    UNKNOWN: { description: "No date is known." },
  },
});

/** What kind of outlet a source is. */
export const SourceKind = {
  PUBLISHER: "PUBLISHER",
  AGENCY: "AGENCY",
  BROADCASTER: "BROADCASTER",
  BLOG: "BLOG",
} as const;
export type SourceKind = keyof typeof SourceKind;
registerEnumType(SourceKind, {
  name: "SourceKind",
  description: "What kind of outlet a source is.",
  valuesConfig: {
    PUBLISHER: { description: "Newspaper, magazine or site." },
    AGENCY: { description: "News or photo agency." },
    BROADCASTER: { description: "Radio or television." },
    BLOG: { description: "Blog." },
  },
});

/** What kind of author a byline names. */
export const AuthorKind = { PERSON: "PERSON", DESK: "DESK", AGENCY: "AGENCY" } as const;
export type AuthorKind = keyof typeof AuthorKind;
registerEnumType(AuthorKind, {
  name: "AuthorKind",
  description: "What kind of author a byline names.",
  valuesConfig: {
    PERSON: { description: "A human being." },
    DESK: { description: "A newsroom or desk." },
    AGENCY: { description: "A news agency." },
  },
});

/** What a credited source supplied. */
export const InfoSourceRole = {
  ORIGINATOR: "ORIGINATOR",
  CONTRIBUTOR: "CONTRIBUTOR",
  DISTRIBUTOR: "DISTRIBUTOR",
  PHOTO: "PHOTO",
} as const;
export type InfoSourceRole = keyof typeof InfoSourceRole;
registerEnumType(InfoSourceRole, {
  name: "InfoSourceRole",
  description: "What a credited source supplied (ninjs `infoSources`).",
  valuesConfig: {
    ORIGINATOR: { description: "Reported it first." },
    CONTRIBUTOR: { description: "Added to it." },
    DISTRIBUTOR: { description: "Passed it on." },
    PHOTO: { description: "Took or supplied a picture." },
  },
});

/** Format of an input document. */
export const SourceFormat = {
  HTML: "HTML",
  TEXT_DUMP: "TEXT_DUMP",
  RSS: "RSS",
  ATOM: "ATOM",
  JSON_FEED: "JSON_FEED",
  SITEMAP: "SITEMAP",
  JSON_LD: "JSON_LD",
  NINJS: "NINJS",
  NEWSML_G2: "NEWSML_G2",
  WXR: "WXR",
  JSON: "JSON",
  JSONL: "JSONL",
  CSV: "CSV",
  GDELT: "GDELT",
} as const;
export type SourceFormat = keyof typeof SourceFormat;
registerEnumType(SourceFormat, {
  name: "SourceFormat",
  description: "Format of an input document.",
  valuesConfig: {
    HTML: { description: "Saved web page." },
    TEXT_DUMP: { description: "Text copied from a page." },
    RSS: { description: "RSS 0.90 to 2.0 or RDF site summary." },
    ATOM: { description: "Atom 0.3 or 1.0." },
    JSON_FEED: { description: "JSON Feed 1 or 1.1." },
    SITEMAP: { description: "News sitemap." },
    JSON_LD: { description: "JSON-LD of schema.org in a file of its own." },
    NINJS: { description: "IPTC ninjs 1 to 3." },
    NEWSML_G2: { description: "IPTC NewsML-G2 or NITF." },
    WXR: { description: "WordPress export." },
    JSON: { description: "List of JSON objects." },
    JSONL: { description: "JSON Lines." },
    CSV: { description: "Table with column names." },
    GDELT: { description: "GDELT Global Knowledge Graph 2.1." },
  },
});

/** Why two articles are related. */
export const RelatedReasonKind = {
  SHARED_ENTITIES: "SHARED_ENTITIES",
  TEXT_SIMILARITY: "TEXT_SIMILARITY",
  LINKED_IN_SOURCE: "LINKED_IN_SOURCE",
  SHARED_STORY: "SHARED_STORY",
  NEAR_DUPLICATE: "NEAR_DUPLICATE",
  FOLLOWS: "FOLLOWS",
} as const;
export type RelatedReasonKind = keyof typeof RelatedReasonKind;
registerEnumType(RelatedReasonKind, {
  name: "RelatedReasonKind",
  description: "Why two articles are related.",
  valuesConfig: {
    SHARED_ENTITIES: { description: "Both are about the same rare people, organizations or places." },
    TEXT_SIMILARITY: { description: "Their words are alike." },
    LINKED_IN_SOURCE: { description: "One page links to the other in its see-also list." },
    SHARED_STORY: { description: "Both tell of the same event." },
    NEAR_DUPLICATE: { description: "They say nearly word for word the same." },
    FOLLOWS: { description: "The article asked about is a later turn of what the related one told." },
  },
});

/** Whether a story goes on. */
export const StoryStatus = { ACTIVE: "ACTIVE", DORMANT: "DORMANT", CLOSED: "CLOSED" } as const;
export type StoryStatus = keyof typeof StoryStatus;
registerEnumType(StoryStatus, {
  name: "StoryStatus",
  description: "Whether a story goes on, by the date of its newest article.",
  valuesConfig: {
    ACTIVE: { description: "It has an article of the last three days." },
    DORMANT: { description: "It has an article of the last thirty days." },
    CLOSED: { description: "Its newest article is older, or none is dated." },
  },
});

/** How far an ingestion is. */
export const JobState = {
  QUEUED: "QUEUED",
  RUNNING: "RUNNING",
  SUCCEEDED: "SUCCEEDED",
  FAILED: "FAILED",
  CANCELLED: "CANCELLED",
} as const;
export type JobState = keyof typeof JobState;
registerEnumType(JobState, {
  name: "JobState",
  description: "How far an ingestion is.",
  valuesConfig: {
    QUEUED: { description: "It waits for those before it." },
    RUNNING: { description: "It is under way." },
    SUCCEEDED: { description: "It read everything; some records may have been refused." },
    FAILED: { description: "It broke off. What it stored is in the graph." },
    CANCELLED: { description: "Someone stopped it. What it stored is in the graph." },
  },
});

/** How much an issue of an ingestion matters. */
export const IssueSeverity = { WARNING: "WARNING", ERROR: "ERROR" } as const;
export type IssueSeverity = keyof typeof IssueSeverity;
registerEnumType(IssueSeverity, {
  name: "IssueSeverity",
  description: "How much an issue of an ingestion matters.",
  valuesConfig: {
    WARNING: { description: "The article is in the graph, but something needs a look." },
    ERROR: { description: "The record was refused: it is kept aside, and not in the graph." },
  },
});
