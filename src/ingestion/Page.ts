/** Format of an input document (the API's `SourceFormat`). */
export type SourceFormat =
  | "HTML"
  | "TEXT_DUMP"
  | "RSS"
  | "ATOM"
  | "JSON_FEED"
  | "SITEMAP"
  | "JSON_LD"
  | "NINJS"
  | "NEWSML_G2"
  | "WXR"
  | "JSON"
  | "JSONL"
  | "CSV"
  | "GDELT";

/** How exact a date is. */
export type DatePrecision = "SECOND" | "MINUTE" | "DAY" | "MONTH" | "INFERRED" | "UNKNOWN";

/** A moment as the page gave it. */
export interface PageDate {
  /** Milliseconds since 1970-01-01T00:00Z. */
  time: number;
  precision: DatePrecision;
}

/** A picture of a page. */
export interface PageImage {
  url: string | null;
  caption: string | null;
  /** Photographer or agency, without words such as «Φωτ.:» or "Photo:". */
  creditText: string | null;
  altText: string | null;
  width: number | null;
  height: number | null;
}

/** What kind of author a byline names. */
export type AuthorKind = "PERSON" | "DESK" | "AGENCY";

/** Who signs a page. */
export interface PageAuthor {
  name: string;
  kind: AuthorKind;
}

/** What a credited agency or outlet supplied. */
export type InfoSourceRole = "ORIGINATOR" | "CONTRIBUTOR" | "DISTRIBUTOR" | "PHOTO";

/** An agency or outlet that the page credits, with the words that say so. */
export interface PageInfoSource {
  name: string;
  role: InfoSourceRole;
  evidence: string;
}

/** A correction of the article, as its page marks it. */
export interface PageCorrection {
  text: string;
  date: PageDate | null;
}

/** A see-also teaser as the page printed it. */
export interface PageLink {
  headline: string;
  /** The headline that is printed again behind the section, where the two are not equal. */
  alternativeHeadline: string | null;
  description: string | null;
  sectionName: string | null;
  byline: string | null;
  /** Absolute where the page's own address is known. */
  url: string | null;
}

/** Where a field's value came from, for example `json-ld`, `og`, `visible`, `heading`. */
export interface FieldProvenance {
  field: string;
  from: string;
  confidence: number;
}

/** One news page as a reader understood it. Texts are NFC, trimmed, one space between words; nothing is inferred. */
export interface Page {
  format: SourceFormat;
  url: string | null;
  canonicalUrl: string | null;
  headline: string;
  alternativeHeadlines: string[];
  /** The standfirst, or the first paragraph where the page has no standfirst; not repeated in `paragraphs`. */
  lead: string | null;
  /** Body paragraphs after the lead, nothing else. */
  paragraphs: string[];
  images: PageImage[];
  /** BCP 47, only when the page states it. */
  language: string | null;
  datePublished: PageDate | null;
  dateModified: PageDate | null;
  /** The outlet, when the page states it. */
  source: { name: string; url: string | null } | null;
  section: string | null;
  byline: string | null;
  authors: PageAuthor[];
  infoSources: PageInfoSource[];
  keywords: string[];
  commentCount: number | null;
  copyrightNotice: string | null;
  relatedLinks: PageLink[];
  /** Corrections that stand beside the text; those in it are paragraphs. */
  corrections?: PageCorrection[];
  fields: FieldProvenance[];
}

/** Why a record was not read, and what to do about it. */
export interface PageProblem {
  code: string;
  message: string;
  hint: string;
  /** Line of the file, from 1; null where no line is to blame. */
  line: number | null;
}

/** What became of one record of a document. */
export type ReadResult = { page: Page } | { problem: PageProblem };

/** Facts about a document that stand outside it: from its folder's `source.json` or the command line. */
export interface DocumentContext {
  /** Path or URL as shown to people. */
  name: string;
  /** Address of the page, when known from outside. */
  url: string | null;
  /** IANA zone for dates that print none; default UTC. */
  timeZone: string;
  /** Columns or keys of tables and JSON by the field that they hold, where they are not named as usual. */
  mapping?: Readonly<Record<string, string>>;
}

/** A reader knows one format, infers nothing and knows no database. It never throws on bad input: it yields a problem. */
export interface Reader {
  format: SourceFormat;
  /** Whether the first characters (up to 4,096) and the file name look like this format. */
  accepts(head: string, name: string): boolean;
  read(text: string, context: DocumentContext): Iterable<ReadResult>;
}
