import type { DocumentContext, ReadResult } from "../Page.js";
import { parseHtml } from "./html.js";
import { isObject, type JsonObject } from "./json.js";
import { itemPage } from "./itemPage.js";
import { isArticle, readJsonLd } from "./jsonLd.js";
import { problem } from "./problem.js";

/** Is this JSON-LD of schema.org? */
export function isJsonLd(value: unknown): boolean {
  if (!isObject(value)) return false;
  return (
    /schema\.org/u.test(JSON.stringify(value["@context"] ?? "")) ||
    Array.isArray(value["@graph"]) ||
    isArticle(value)
  );
}

/** The articles of JSON-LD that stands in a file of its own, each with what the other objects say of it. */
export function* readJsonLdArticles(
  values: readonly unknown[],
  context: DocumentContext,
): Generator<ReadResult> {
  const nodes = values
    .flatMap((value) =>
      isObject(value) && Array.isArray(value["@graph"]) ? (value["@graph"] as unknown[]) : [value],
    )
    .filter(isObject);
  const articles = nodes.flatMap((node) => articlesIn(node, 0));
  const others = nodes.filter((node) => !isArticle(node));
  if (articles.length === 0) yield { problem: problem("NO_TEXT", "The JSON-LD has no article.") };
  for (const article of articles) yield readOne(article, others, context);
}

/** Articles at the top, in `mainEntity` and in lists of items. */
function articlesIn(node: JsonObject, depth: number): JsonObject[] {
  if (isArticle(node)) return [node];
  if (depth > 3) return [];
  return ["mainEntity", "itemListElement", "item", "blogPost", "hasPart"].flatMap((name) => {
    const value = node[name];
    return (Array.isArray(value) ? (value as unknown[]) : [value])
      .filter(isObject)
      .flatMap((each) => articlesIn(each, depth + 1));
  });
}

function readOne(article: JsonObject, others: readonly JsonObject[], context: DocumentContext): ReadResult {
  // The reader of pages knows every way in which sites write these fields.
  const script = JSON.stringify([article, ...others]).replaceAll("<", "\\u003c");
  const document = parseHtml(
    `<html><head><script type="application/ld+json">${script}</script></head><body></body></html>`,
  );
  const facts = readJsonLd(document, { base: context.url, timeZone: context.timeZone }, null);
  return itemPage(
    {
      format: "JSON_LD",
      url: facts.canonicalUrl,
      headline: facts.headline,
      alternativeHeadlines: facts.alternativeHeadlines,
      description: facts.description,
      content: facts.articleBody.length > 0 ? facts.articleBody.join("\n\n") : null,
      published: facts.published,
      modified: facts.modified,
      authors: facts.authors.map(({ name }) => name),
      source: facts.source,
      section: facts.section,
      keywords: facts.keywords,
      images: facts.images,
      language: facts.language,
      commentCount: facts.commentCount,
      copyrightNotice: facts.copyrightNotice,
    },
    "json-ld",
  );
}
