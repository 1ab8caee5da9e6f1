import type { DocumentContext, Reader, ReadResult } from "../Page.js";
import { parseDate } from "./dates.js";
import { itemPage } from "./itemPage.js";
import { isObject, objectsOf, pick, textOf, textsOf, type JsonObject } from "./json.js";
import { isJsonLd, readJsonLdArticles } from "./readJsonLdArticles.js";
import { isNinjs, readNinjs } from "./ninjs.js";
import { problem } from "./problem.js";
import { readRecord } from "./records.js";

/** Keys under which exports keep their list of articles. */
const LISTS = [
  "articles",
  "items",
  "results",
  "data",
  "news",
  "documents",
  "docs",
  "hits",
  "entries",
  "posts",
  "value",
  "response",
];

/** Exports have their list some levels down. */
const DEEPEST = 6;

/** JSON documents: JSON Feed, schema.org JSON-LD, IPTC ninjs, and lists of objects with usual or mapped keys. */
export const jsonReader: Reader = {
  format: "JSON",
  accepts(head) {
    // A link of Markdown, or a numbered one of a text browser, is no list.
    return /^\s*[[{]/u.test(head) && !/^\s*\[[^\][\n]*\](?:\(|\p{L})/u.test(head);
  },
  *read(text, context) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      yield { problem: problem("BAD_JSON", (error as Error).message, lineOf(text, error as Error)) };
      return;
    }
    yield* readValue(value, context, 0);
  },
};

/** Pages of a JSON value of any known kind. */
export function* readValue(value: unknown, context: DocumentContext, depth = 0): Generator<ReadResult> {
  if (depth > DEEPEST) {
    yield { problem: problem("TOO_DEEP", "Lists in lists go on without an article.") };
    return;
  }
  if (Array.isArray(value)) {
    if (value.length === 0) yield { problem: problem("NO_TEXT", "The list is empty.") };
    if (value.some(isJsonLd)) yield* readJsonLdArticles(value, context);
    else for (const each of value) yield* readValue(each, context, depth + 1);
    return;
  }
  if (!isObject(value)) {
    yield {
      problem: problem("UNKNOWN_FORMAT", `A ${value === null ? "null" : typeof value} is no article.`),
    };
    return;
  }
  if (isJsonFeed(value)) yield* readJsonFeed(value, context);
  else if (isNinjs(value)) yield readNinjs(value, context);
  else if (isJsonLd(value)) yield* readJsonLdArticles([value], context);
  else {
    const list =
      depth < 3
        ? LISTS.map((key) => pick(value, key)).find(
            (each) => Array.isArray(each) || (isObject(each) && depth < 2),
          )
        : undefined;
    const isRecord = pick(value, "title", "headline") !== undefined;
    if (list !== undefined && !isRecord) yield* readValue(list, context, depth + 1);
    else yield readRecord(value, "JSON", context);
  }
}

function isJsonFeed(value: JsonObject): boolean {
  return /^https?:\/\/(?:www\.)?jsonfeed\.org\/version\//u.test(textOf(value, "version") ?? "");
}

/** JSON Feed 1 and 1.1 (https://www.jsonfeed.org/version/1.1/). */
function* readJsonFeed(feed: JsonObject, context: DocumentContext): Generator<ReadResult> {
  const title = textOf(feed, "title");
  const home = textOf(feed, "home_page_url");
  const items = objectsOf(pick(feed, "items"));
  if (items.length === 0) yield { problem: problem("NO_TEXT", "The feed has no items.") };
  for (const item of items) {
    const date = (name: string) => {
      const text = textOf(item, name);
      return text === null ? null : parseDate(text, context.timeZone);
    };
    const id = textOf(item, "id");
    const authors = [...textsOf(pick(item, "authors")), ...textsOf(pick(item, "author"))];
    const image = textOf(item, "image", "banner_image");
    const content = textOf(item, "content_html", "content_text");
    yield itemPage(
      {
        format: "JSON_FEED",
        url: textOf(item, "url", "external_url") ?? (id !== null && /^https?:/iu.test(id) ? id : null),
        base: home,
        headline:
          textOf(item, "title") ??
          content
            ?.replace(/<[^>]*>/gu, " ")
            .trim()
            .slice(0, 110) ??
          null,
        description: textOf(item, "summary"),
        content,
        published: date("date_published"),
        modified: date("date_modified"),
        authors:
          authors.length > 0
            ? authors
            : [...textsOf(pick(feed, "authors")), ...textsOf(pick(feed, "author"))],
        source: title === null ? null : { name: title, url: home },
        section: textsOf(pick(item, "tags"))[0] ?? null,
        keywords: textsOf(pick(item, "tags")),
        images:
          image === null
            ? []
            : [{ url: image, caption: null, creditText: null, altText: null, width: null, height: null }],
        language: textOf(item, "language") ?? textOf(feed, "language"),
      },
      "json-feed",
    );
  }
}

/** The line that a message of `JSON.parse` speaks of; null where it names none. */
function lineOf(text: string, { message }: Error): number | null {
  const position = /position (\d+)/u.exec(message)?.[1];
  return position === undefined ? null : text.slice(0, Number(position)).split("\n").length;
}
