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

/** What speaks for (or, below 0, against) a meaning: `weight` times `value` went into its score. */
export interface ScoreFeature {
  /** Such as `prior`, `country beside`, `country of the article`, `office`, `gender`, `named in full`. */
  name: string;
  value: number;
  weight: number;
}

/** A possible meaning of a name, with its score in 0..1. */
export interface Candidate {
  entity: string;
  score: number;
  /** Strongest first; empty where the name alone decides. */
  features: ScoreFeature[];
}

/** Why a mention is linked as it is, or not. */
export type LinkReason =
  /** A full name, alias or acronym that only this entity has. */
  | "EXACT_NAME"
  /** The people or adjective of a place. */
  | "DEMONYM"
  /** A short name, acronym or office that adopts what the article names in full elsewhere. */
  | "NAMED_IN_FULL"
  /** The best of several meanings by what stands around it. */
  | "CONTEXT"
  /** A family name alone that nearly always means this person. */
  | "WELL_KNOWN"
  /** Sounds like a known name that is written otherwise. */
  | "SPELLING"
  /** An office with its country or body: «ο Ρώσος πρόεδρος». */
  | "OFFICE"
  /** Not linked: no meaning is enough better than the others. */
  | "UNDECIDED"
  /** Not linked: a name outside the knowledge base. */
  | "UNKNOWN";

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
  /**
   * What an unlinked name means: a key that its other mentions share, in this article and in others (see `thingKey`); null
   * for a linked mention and where nothing can be said.
   */
  thing: string | null;
  /** Dictionary form of the name in its language, when known. */
  lemma: string | null;
  /** Confidence in 0..1 that this span is a name. */
  nerConfidence: number;
  /** Confidence in 0..1 of the link; null when not linked. */
  linkConfidence: number | null;
  /** NOM, GEN, ACC, VOC, DAT, INS or LOC, several joined by `|` where the form is that of each; null when unknown. */
  grammaticalCase: string | null;
  /** Best first; the chosen one is `entity`. Empty for unknown names. */
  candidates: Candidate[];
  reason: LinkReason;
  decidedBy: "RULE" | "GAZETTEER" | "MODEL";
}

/** Direct speech. Offsets are UTF-16 in the part's text, without the quote marks. */
export interface AnnotatedQuotation extends Span {
  part: number;
  /** Sentence in which it begins. */
  sentence: number;
  /** Index into the annotation's mentions of the one that names the speaker; null when nobody is named. */
  speaker: number | null;
  /** Verb of speech as printed; null when there is none. */
  cue: string | null;
  /** 0..1. */
  confidence: number;
}

/**
 * An office or occupation that the text gives a person («γραμματέας του ρωσικού Συμβουλίου Ασφαλείας Νικολάι
 * Πατρούσεφ»). The span is the whole phrase without the name.
 */
export interface AnnotatedRole extends Span {
  part: number;
  sentence: number;
  /** Index into the annotation's mentions of the person. */
  holder: number;
  /** Office as printed, with its portfolio, without organization and country. */
  title: string;
  /** English key of the office, such as `foreign minister`; the same in all languages. */
  normalizedTitle: string;
  /** Index into the mentions of the organization or place that the office belongs to; null when none is named. */
  organization: number | null;
  /** Index into the mentions of the demonym or country; null when none is named. */
  country: number | null;
}

/** One text part after annotation. */
export interface AnnotatedPart extends TextPart {
  /** Sentences in text order; they cover every non-blank character. */
  sentences: Span[];
}

/** One entity of an annotated article: of the knowledge base, or a thing outside it. */
export interface EntitySalience {
  /** Knowledge base id; null for a thing outside it. */
  entity: string | null;
  /** Key of the thing (see `AnnotatedMention.thing`); null for an entity of the knowledge base. */
  thing: string | null;
  /** Number of its mentions. */
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
  /** In text order. */
  roles: AnnotatedRole[];
  /** In text order. */
  quotations: AnnotatedQuotation[];
}
