import type { DocumentContext, PageImage, PageInfoSource, ReadResult } from "../Page.js";
import { parseDate } from "./dates.js";
import { itemPage } from "./itemPage.js";
import { isObject, objectsOf, pick, textOf, textsOf, type JsonObject } from "./json.js";
import { isNinjsProperty, isNinjsType, ninjsFault } from "./ninjsFault.js";
import { problem } from "./problem.js";

const KEYS =
  /^(?:body_(?:text|x?html)|description_text|bodies|headlines|descriptions|versioncreated|versionCreated|firstcreated|firstCreated|contentcreated|contentCreated|representationtype|representationType|pubstatus|pubStatus|renditions|associations|infosources?|infoSources|copyrightholder|copyrightHolder|profile|altids|altIds|standard|eventDetails|plannedCoverage)$/u;

/** Is this an item of IPTC's News in JSON, of any of its three generations? */
export function isNinjs(value: JsonObject): boolean {
  const standard = pick(value, "standard");
  const stated = isObject(standard) ? textOf(standard, "name", "schema") : null;
  if (/ninjs/iu.test(`${textOf(value, "$schema") ?? ""} ${stated ?? ""}`)) return true;
  if (typeof pick(value, "uri") !== "string" && typeof pick(value, "$schema") !== "string") return false;
  const keys = Object.keys(value);
  if (keys.some((key) => KEYS.test(key))) return true;
  // An item may have nothing but its URI and, say, its type; other exports call an address so too.
  return keys.length > 1 && keys.every(isNinjsProperty) && isNinjsType(textOf(value, "type") ?? "text");
}

/**
 * Reads a ninjs item (https://iptc.org/standards/ninjs/): 1.x with one property for each format of a text, 2.x and 3.x with
 * lists. An item without headline takes its title, slug line or first words.
 */
export function readNinjs(item: JsonObject, context: DocumentContext): ReadResult {
  const fault = ninjsFault(item);
  if (fault !== null) return { problem: problem("BAD_NINJS", fault) };
  const date = (...names: string[]) => {
    const text = textOf(item, ...names);
    return text === null ? null : parseDate(text, context.timeZone);
  };
  const bodies = variants(item, "bodies", "body");
  const descriptions = variants(item, "descriptions", "description");
  const headlines = variants(item, "headlines", "headline");
  const body = best(bodies);
  const description = best(descriptions);
  const uri = textOf(item, "uri");
  const address = [textOf(item, "url"), uri].find((each) => each !== null && /^https?:/iu.test(each)) ?? null;
  const headline =
    headlines[0] ??
    textOf(item, "headline", "title", "slugline") ??
    firstWords(description ?? body) ??
    captionOf(item) ??
    uri;
  return itemPage(
    {
      format: "NINJS",
      url: address,
      headline,
      alternativeHeadlines: headlines,
      description,
      content: body,
      published: date(
        "contentcreated",
        "contentCreated",
        "firstcreated",
        "firstCreated",
        "versioncreated",
        "versionCreated",
      ),
      modified: date("contentmodified", "contentModified", "versioncreated", "versionCreated"),
      authors: bylines(item),
      source: sourceOf(item),
      section: null,
      keywords: [
        ...textsOf(pick(item, "keywords", "keyword")),
        ...textsOf(pick(item, "subjects", "subject")),
      ],
      images: imagesOf(item),
      language: textOf(item, "language"),
      infoSources: objectsOf(pick(item, "infosources", "infoSources", "infosource")).flatMap(
        (source): PageInfoSource[] => {
          const name = textOf(source, "name", "literal");
          return name === null ? [] : [{ name, role: "ORIGINATOR", evidence: name }];
        },
      ),
      copyrightNotice: textOf(item, "copyrightnotice", "copyrightNotice"),
      isItem: true,
    },
    "ninjs",
  );
}

/** Texts of a property in all its forms, the most marked up first: `body_html`, `body_text`, or a list of values. */
function variants(item: JsonObject, list: string, property: string): string[] {
  const listed = objectsOf(pick(item, list)).flatMap((each) => textOf(each, "value") ?? []);
  if (listed.length > 0) return listed;
  const keys = Object.keys(item).filter((key) => key === property || key.startsWith(`${property}_`));
  const rank = (key: string): number =>
    key.endsWith("_xhtml") ? 0 : key.endsWith("_html") ? 1 : key.endsWith("_text") ? 2 : 3;
  return keys.sort((a, b) => rank(a) - rank(b)).flatMap((key) => textOf(item, key) ?? []);
}

/** The longest text: a list may have a short and a long one. */
function best(texts: readonly string[]): string | null {
  const plain = (text: string): number => text.replace(/<[^>]*>/gu, "").trim().length;
  return [...texts].sort((a, b) => plain(b) - plain(a))[0] ?? null;
}

function firstWords(text: string | null): string | null {
  const line =
    text
      ?.replace(/<[^>]*>/gu, " ")
      .trim()
      .split(/\n/u)[0] ?? "";
  if (line === "") return null;
  return line.length <= 120 ? line : `${line.slice(0, 117).replace(/\s\S*$/u, "")}…`;
}

function captionOf(item: JsonObject): string | null {
  for (const association of associationsOf(item)) {
    const text = textOf(association, "headline", "title", "description_text");
    if (text !== null) return text;
  }
  return null;
}

function bylines(item: JsonObject): string[] {
  const by = textOf(item, "byline", "by");
  if (by !== null) return [by.replace(/^(?:by|von|par|av)\s+/iu, "")];
  return objectsOf(pick(item, "people", "person"))
    .filter((person) =>
      /creat|author|byline|writer|reporter/iu.test(
        `${textOf(person, "rel") ?? ""} ${textOf(person, "role") ?? ""}`,
      ),
    )
    .flatMap((person) => textOf(person, "name") ?? []);
}

function sourceOf(item: JsonObject): { name: string; url: string | null } | null {
  const name = textOf(item, "copyrightholder", "copyrightHolder", "source", "provider", "located_source");
  return name === null ? null : { name, url: null };
}

function associationsOf(item: JsonObject): JsonObject[] {
  const value = pick(item, "associations");
  if (Array.isArray(value)) return objectsOf(value);
  return isObject(value) ? Object.values(value).filter(isObject) : [];
}

function imagesOf(item: JsonObject): PageImage[] {
  const own = textOf(item, "type") === "picture" ? [item] : [];
  const pictures = [
    ...own,
    ...associationsOf(item).filter((each) => (textOf(each, "type") ?? "picture") === "picture"),
  ];
  return pictures.flatMap((picture) => {
    const value = pick(picture, "renditions");
    const renditions = (
      Array.isArray(value) ? objectsOf(value) : isObject(value) ? Object.values(value).filter(isObject) : []
    ).filter((each) => textOf(each, "href") !== null);
    const [largest] = [...renditions].sort(
      (a, b) => Number(pick(b, "width") ?? 0) - Number(pick(a, "width") ?? 0),
    );
    const url = largest ? textOf(largest, "href") : null;
    const caption =
      best(variants(picture, "descriptions", "description")) ??
      (picture === item ? null : textOf(picture, "headline"));
    if (url === null && caption === null) return [];
    return [
      {
        url: url !== null && /^https?:/iu.test(url) ? url : null,
        caption,
        creditText: textOf(picture, "byline", "by", "copyrightholder", "copyrightHolder"),
        altText: null,
        width: Number(largest ? pick(largest, "width") : 0) || null,
        height: Number(largest ? pick(largest, "height") : 0) || null,
      },
    ];
  });
}
