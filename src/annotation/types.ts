/** What kind of thing an entity is (FollowTheMoney and schema.org name the same classes). */
export type EntityKind = "PERSON" | "ORGANIZATION" | "PLACE" | "EVENT" | "WORK" | "OTHER";

/** How a mention names its entity. */
export type MentionKind = "NAME" | "ROLE" | "DEMONYM" | "ACRONYM" | "COREFERENCE";

/** Where in an article a text stands. */
export type ArticlePart = "HEADLINE" | "LEAD" | "BODY" | "CAPTION" | "TEASER" | "BYLINE";

/** One text of an article: the headline, the lead, one body paragraph or one caption. */
export interface TextPart {
  part: ArticlePart;
  text: string;
}

/** Half-open range of UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** A possible meaning of a name, with its score in 0..1. */
export interface Candidate {
  entity: string;
  score: number;
}

/** One occurrence of a name in one text part. Offsets are UTF-16 code units of that part's text. */
export interface AnnotatedMention extends Span {
  /** Index into the parts that were annotated. */
  part: number;
  /** Index into `AnnotatedPart.sentences` of that part. */
  sentence: number;
  /** Exactly `text.slice(start, end)`. */
  surface: string;
  kind: MentionKind;
  /** Kind of thing named; null when a name was seen but its kind is unknown. */
  type: EntityKind | null;
  /** Knowledge base id of the linked entity; null when not linked (NIL). */
  entity: string | null;
  /** Dictionary form of the name in its language, when known. */
  lemma: string | null;
  /** Confidence in 0..1 that this span is a name. */
  nerConfidence: number;
  /** Confidence in 0..1 of the link; null when not linked. */
  linkConfidence: number | null;
  /** Best first; the chosen one is `entity`. Empty for unknown names. */
  candidates: Candidate[];
  decidedBy: "RULE" | "GAZETTEER";
}

/** One text part after annotation. */
export interface AnnotatedPart extends TextPart {
  /** Sentences in text order; they cover every non-blank character. */
  sentences: Span[];
}

/** One entity of an annotated article. */
export interface EntitySalience {
  entity: string;
  /** Number of linked mentions. */
  count: number;
  /** 0..1; the entities of one article sum to 1 (0 when there are none). */
  salience: number;
  /** What the article is about (schema.org `about`), not only names (`mentions`). */
  isMain: boolean;
  parts: ArticlePart[];
}

/** What was found in the parts of one article. */
export interface Annotation {
  language: string;
  parts: AnnotatedPart[];
  /** In text order: by part, then start. Never overlapping. */
  mentions: AnnotatedMention[];
  /** Best first. */
  entities: EntitySalience[];
}
