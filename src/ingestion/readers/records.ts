import type { DocumentContext, ReadResult, SourceFormat } from "../Page.js";
import { parseDate } from "./dates.js";
import { itemPage } from "./itemPage.js";
import { pick, textsOf, isObject, type JsonObject } from "./json.js";
import { problem } from "./problem.js";

/** Fields of a page that a column may hold. */
export const recordFields = [
  "headline",
  "description",
  "body",
  "published",
  "modified",
  "url",
  "authors",
  "source",
  "section",
  "keywords",
  "language",
  "image",
] as const;

/** Name of such a field. */
export type RecordField = (typeof recordFields)[number];

/** Names of columns that usually mean a field; compared without capitals, blanks, dashes and underscores. */
const USUAL: Readonly<Record<RecordField, string>> = {
  headline: "headline title τίτλος titlos name heading заголовок",
  description: "description summary lead abstract standfirst subtitle excerpt deck περίληψη snippet anons",
  body: "body text content articlebody article fulltext maintext bodytext contenttext story κείμενο keimeno contents текст",
  published:
    "published publishedat date datepublished pubdate publishdate publicationdate datetime created createdat time timestamp ημερομηνία дата firstpublicationdate",
  modified: "modified modifiedat updated updatedat datemodified lastmodified lastupdate",
  url: "url link canonicalurl address href weburl permalink articleurl sourceurl guid",
  authors: "authors author byline creator writer journalist συντάκτης автор",
  source: "source publisher outlet publication site sitename newspaper domain feed μέσο источник sourcename",
  section: "section category categoryname articlesection topic channel desk κατηγορία рубрика",
  keywords: "keywords tags keyword tag topics subjects λέξειςκλειδιά",
  language: "language lang inlanguage languagecode",
  image: "image imageurl topimage mainimage thumbnail urltoimage picture photo",
};

const FIELD_OF: ReadonlyMap<string, RecordField> = new Map(
  Object.entries(USUAL).flatMap(([field, names]) =>
    names.split(" ").map((name): [string, RecordField] => [plainName(name), field as RecordField]),
  ),
);

function plainName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_.-]/gu, "");
}

/** The last columns, which the next record most likely has too. */
let last: { key: string; columns: Map<RecordField, string> } = { key: "", columns: new Map() };

/** Which column holds which field: as mapped, else by its usual names; the first that has one of them. */
export function columnsOf(
  names: readonly string[],
  mapping: Readonly<Record<string, string>>,
): ReadonlyMap<RecordField, string> {
  const key = JSON.stringify([names, mapping]);
  if (key !== last.key) last = { key, columns: findColumns(names, mapping) };
  return last.columns;
}

function findColumns(
  names: readonly string[],
  mapping: Readonly<Record<string, string>>,
): Map<RecordField, string> {
  const columns = new Map<RecordField, string>();
  for (const [field, column] of Object.entries(mapping)) {
    if (names.includes(column)) columns.set(field as RecordField, column);
  }
  for (const usual of Object.keys(USUAL) as RecordField[]) {
    if (columns.has(usual)) continue;
    const order = USUAL[usual].split(" ").map(plainName);
    const candidates = names
      .filter((name) => FIELD_OF.get(plainName(name)) === usual && ![...columns.values()].includes(name))
      .sort((a, b) => order.indexOf(plainName(a)) - order.indexOf(plainName(b)));
    const [first] = candidates;
    if (first !== undefined) columns.set(usual, first);
  }
  return columns;
}

/** The page of a row or object with free keys; a problem where no column can be a headline. */
export function readRecord(record: JsonObject, format: SourceFormat, context: DocumentContext): ReadResult {
  const columns = columnsOf(Object.keys(record), context.mapping ?? {});
  const value = (field: RecordField): unknown => {
    const column = columns.get(field);
    return column === undefined ? undefined : pick(record, column);
  };
  const text = (field: RecordField): string | null => {
    const found = value(field);
    if (typeof found === "string") return found.trim() === "" ? null : found;
    if (typeof found === "number") return String(found);
    if (Array.isArray(found)) return found.filter((each) => typeof each === "string").join("\n\n") || null;
    return isObject(found)
      ? (textsOf([found])[0] ?? (typeof found["url"] === "string" ? found["url"] : null))
      : null;
  };
  if (!columns.has("headline")) {
    return {
      problem: problem(
        "NO_COLUMNS",
        `None of the columns is a headline: ${Object.keys(record).slice(0, 12).join(", ")}.`,
      ),
    };
  }
  const date = (field: RecordField) => {
    const found = text(field);
    return found === null ? null : recordDate(found, context.timeZone);
  };
  const source = text("source");
  const url = text("url");
  const image = text("image");
  return itemPage(
    {
      format,
      url,
      headline: text("headline"),
      description: text("description"),
      content: text("body"),
      published: date("published"),
      modified: date("modified"),
      authors: typeof value("authors") === "string" ? [text("authors") ?? ""] : textsOf(value("authors")),
      source: source === null || /^https?:/iu.test(source) ? null : { name: source, url: null },
      section: text("section"),
      keywords: textsOf(value("keywords")),
      images:
        image === null
          ? []
          : [
              {
                url: /^https?:/iu.test(image) ? image : null,
                caption: null,
                creditText: null,
                altText: null,
                width: null,
                height: null,
              },
            ],
      language: text("language"),
    },
    "column",
  );
}

/** A printed date, or seconds or milliseconds since 1970. */
function recordDate(text: string, timeZone: string) {
  if (/^\d{10}(?:\.\d+)?$/u.test(text))
    return { time: Math.round(Number(text) * 1000), precision: "SECOND" as const };
  if (/^\d{13}$/u.test(text)) return { time: Number(text), precision: "SECOND" as const };
  return parseDate(text, timeZone);
}
