import type {
  FieldProvenance,
  Page,
  PageAuthor,
  PageDate,
  PageImage,
  PageInfoSource,
  ReadResult,
  SourceFormat,
} from "../Page.js";
import { articleParagraphs } from "./articleBody.js";
import { splitNames, toAuthor } from "./byline.js";
import { cleanOrNull, cleanText } from "./cleanText.js";
import { absoluteUrl, parseHtml } from "./html.js";
import { blockTexts } from "./textBlocks.js";
import { languageTag, uniqueWords } from "./htmlFacts.js";
import { isSameText } from "./pageLine.js";
import { problem } from "./problem.js";

/** What a record of a feed, an export or a news exchange format says of one article, each as it is printed there. */
export interface ItemFacts {
  format: SourceFormat;
  /** Address of the article, relative ones with `base`. */
  url: string | null;
  base?: string | null;
  headline: string | null;
  alternativeHeadlines?: readonly (string | null)[];
  /** Summary, plain or HTML. */
  description: string | null;
  /** Body, plain or HTML. */
  content: string | null;
  published: PageDate | null;
  modified: PageDate | null;
  /** Names, possibly several in one text. */
  authors?: readonly string[];
  source: { name: string; url: string | null } | null;
  section?: string | null;
  keywords?: readonly string[];
  images?: readonly PageImage[];
  language: string | null;
  infoSources?: readonly PageInfoSource[];
  commentCount?: number | null;
  copyrightNotice?: string | null;
  /** The format says that this is a news item, however little it tells. */
  isItem?: boolean;
}

/** Ends of summaries that speak of the site, not of the news. */
const BOILERPLATE =
  /\s*(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}|(?:Continue reading|Read more|Read the full (?:story|article)|Διαβάστε (?:περισσότερα|τη συνέχεια)|Περισσότερα|Читать (?:далее|полностью))(?:\s*[→»….>]+)?|\[(?:…|\.{3}|&hellip;)\])\s*$/iu;
const HTML = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});/iu;

/** The page that a record tells of: its own words in their fields, and where each came from. */
export function itemPage(facts: ItemFacts, from: string): ReadResult {
  const headline = plainText(facts.headline);
  if (headline === null) return { problem: problem("NO_HEADLINE", "The record has no headline.") };
  const summary = textsOf(facts.description).filter((text) => !isSameText(text, headline));
  const body = articleParagraphs(textsOf(facts.content)).filter((text) => !isSameText(text, headline));
  const isSummary = body.length === 0;
  const joined = summary.join(" ");
  const isRepeated =
    !isSummary && (joined === "" || body.join(" ").startsWith(joined.replace(/\s*(?:…|\.{3})$/u, "")));
  const paragraphs = isSummary ? summary : isRepeated ? body : [joined, ...body];
  const [lead = null, ...rest] = paragraphs;
  const images = uniqueImages(facts.images ?? []);
  const isNothing = lead === null && facts.url === null && facts.published === null && images.length === 0;
  if (isNothing && facts.isItem !== true) {
    return { problem: problem("NO_TEXT", "The record has a headline and nothing else.") };
  }
  const authors = authorsOf(facts);
  const keywords = uniqueWords([...(facts.keywords ?? [])].map(cleanText).filter((word) => word !== ""));
  const url = absoluteUrl(facts.url, facts.base ?? null);
  const fields: FieldProvenance[] = [];
  const note = (field: string, isThere: boolean, confidence = 0.9): void => {
    if (isThere) fields.push({ field, from, confidence });
  };
  note("headline", true);
  note("lead", lead !== null, isRepeated ? 0.7 : 0.9);
  note("paragraphs", rest.length > 0);
  note("datePublished", facts.published !== null);
  note("dateModified", facts.modified !== null);
  note("authors", authors.length > 0);
  note("source", facts.source !== null);
  note("section", facts.section != null);
  note("keywords", keywords.length > 0);
  note("images", images.length > 0);
  note("language", facts.language !== null);
  const page: Page = {
    format: facts.format,
    url,
    canonicalUrl: url,
    headline,
    alternativeHeadlines: uniqueWords(
      (facts.alternativeHeadlines ?? []).flatMap((each) => plainText(each) ?? []),
    ).filter((each) => !isSameText(each, headline)),
    lead,
    paragraphs: rest,
    images,
    language: languageTag(facts.language),
    datePublished: facts.published,
    dateModified: facts.modified,
    source: facts.source,
    section: plainText(facts.section ?? null),
    byline: cleanOrNull((facts.authors ?? []).join(", ")),
    authors,
    infoSources: [...(facts.infoSources ?? [])],
    keywords,
    commentCount: facts.commentCount ?? null,
    copyrightNotice: plainText(facts.copyrightNotice ?? null),
    relatedLinks: [],
    fields,
  };
  return { page };
}

/** A text without markup and entities, in one line; null for nothing. */
export function plainText(text: string | null): string | null {
  if (text === null) return null;
  return cleanOrNull(HTML.test(text) ? blockTexts(parseHtml(text).body).join(" ") : text);
}

/** Paragraphs of a plain text or of HTML. */
function textsOf(text: string | null): string[] {
  if (text === null) return [];
  const blocks = HTML.test(text) ? htmlTexts(text) : text.split(/\n\s*\n|\r?\n/u).map(cleanText);
  const cut = blocks.map((block) => block.replace(BOILERPLATE, "").trim());
  return cut.filter((block) => block !== "");
}

function htmlTexts(html: string): string[] {
  const { body } = parseHtml(html);
  for (const figure of [
    ...body.querySelectorAll("figure, figcaption, script, style, iframe, table, nav, form"),
  ])
    figure.remove();
  return blockTexts(body);
}

function authorsOf({ authors, source }: ItemFacts): PageAuthor[] {
  const found = (authors ?? [])
    .flatMap((text) => splitNames(plainText(text) ?? ""))
    .filter((name) => name !== "" && !/^https?:|@/u.test(name))
    .map((name) => toAuthor(name, source?.name ?? null));
  return found.filter(
    (author, index) => found.findIndex(({ name }) => isSameText(name, author.name)) === index,
  );
}

function uniqueImages(images: readonly PageImage[]): PageImage[] {
  return images.filter(
    ({ url, caption }, index) =>
      (url !== null || caption !== null) && images.findIndex((other) => other.url === url) === index,
  );
}
