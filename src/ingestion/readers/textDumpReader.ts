import type { DocumentContext, FieldProvenance, Page, Reader, ReadResult } from "../Page.js";
import { isSameText } from "./pageLine.js";
import { problem } from "./problem.js";
import { readTextArticle, type TextArticle } from "./textArticle.js";
import { uniqueLinks } from "./uniqueLinks.js";
import { withoutFrame } from "./withoutFrame.js";
import { textLines } from "./textLines.js";
import { splitTextParts } from "./textParts.js";
import { readTeasers } from "./textTeasers.js";

const MARKUP =
  /<(?:!doctype|html|head|body|div|p|script|meta|article)\b|^\s*(?:[{[]\s*["{[\]}]|<\?xml|%PDF-)/iu;

/** A thousand times a long article; names are looked for in all of it. */
const MAX_CHARACTERS = 2 * 1024 * 1024;
/** Lists of words have lines, but no paragraph. */
const SHORTEST_PARAGRAPH = 40;
/** Files of other kinds, whose text could pass for a page's. */
const OTHER_FILES = /\.(?:md|css|[cm]?[jt]sx?|json|csv|tsv|ya?ml|xml|svg|sql|sh|py|ini|toml|log)$/iu;

/**
 * Reads a news page that a crawler flattened to lines: headline, caption, body, credits line, section, and a run of
 * teasers. Nothing marks what a line is; the words that pages print around their articles tell.
 */
export const textDumpReader: Reader = {
  format: "TEXT_DUMP",
  accepts(head, name) {
    return /\p{L}{2}/u.test(head) && !MARKUP.test(head) && !OTHER_FILES.test(name);
  },
  *read(text, context) {
    yield readPage(text, context);
  },
};

function readPage(text: string, context: DocumentContext): ReadResult {
  if (text.length > MAX_CHARACTERS)
    return { problem: problem("TOO_LARGE", "The text has more than two million characters.") };
  const lines = textLines(text);
  if (lines.length === 0) return { problem: problem("EMPTY_DOCUMENT", "The file has no text.") };
  const parts = splitTextParts(withoutFrame(lines, context.timeZone));
  const article = readTextArticle(parts, context.timeZone);
  const { headline } = article;
  const first = lines[0]?.number ?? 1;
  if (headline === null)
    return { problem: problem("NO_HEADLINE", "The file starts with a paragraph or with page words.", first) };
  const [lead, ...paragraphs] = article.paragraphs;
  if (lead === undefined || !article.paragraphs.some(({ length }) => length >= SHORTEST_PARAGRAPH))
    return { problem: problem("NO_TEXT", "There is no paragraph below the headline.", first) };
  const { byline } = article;
  const page: Page = {
    format: "TEXT_DUMP",
    url: context.url,
    canonicalUrl: null,
    headline,
    alternativeHeadlines: article.alternativeHeadlines,
    lead,
    // A standfirst may be printed again as the first paragraph.
    paragraphs: isSameText(paragraphs[0] ?? "", lead) ? paragraphs.slice(1) : paragraphs,
    images: article.images,
    language: null,
    datePublished: article.published,
    dateModified: article.modified,
    source: null,
    section: article.section,
    byline: byline?.byline ?? null,
    authors: byline?.authors ?? [],
    infoSources: article.infoSources,
    keywords: article.keywords,
    commentCount: article.commentCount,
    copyrightNotice: article.copyrightNotice,
    relatedLinks: uniqueLinks([
      ...article.inlineLinks,
      ...readTeasers(parts.inlineTeasers, parts.sections),
      ...readTeasers(parts.teasers, parts.sections),
    ]),
    fields: provenance(article),
  };
  return { page };
}

function provenance(article: TextArticle): FieldProvenance[] {
  const fields: FieldProvenance[] = [{ field: "headline", from: "heading", confidence: 0.9 }];
  const add = (field: string, isThere: boolean, from: string, confidence: number): void => {
    if (isThere) fields.push({ field, from, confidence });
  };
  add("alternativeHeadlines", article.alternativeHeadlines.length > 0, "heading", 0.8);
  add("lead", true, "first-paragraph", 0.7);
  add("paragraphs", article.paragraphs.length > 1, "lines", 0.8);
  add("images", article.images.length > 0, "caption-line", 0.8);
  add("datePublished", article.published !== null, "date-line", 0.8);
  add("dateModified", article.modified !== null, "date-line", 0.8);
  add("section", article.section !== null, "section-line", 0.8);
  add("authors", article.byline !== null, "byline", 0.8);
  add("infoSources", article.infoSources.length > 0, "credits-line", 0.9);
  add("keywords", article.keywords.length > 0, "tags-line", 0.8);
  add("commentCount", article.commentCount !== null, "count-line", 0.7);
  return fields;
}
