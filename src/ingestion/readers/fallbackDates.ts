import type { PageDate } from "../Page.js";
import { parseByline } from "./byline.js";
import { parseDate, parseDateLine } from "./dates.js";
import { textOf, type HtmlDocument, type HtmlElement } from "./html.js";
import { isSameText } from "./pageLine.js";
import { textBlocks } from "./textBlocks.js";

/** So many blocks below the heading and above it are looked at. */
const BELOW = 12;
const ABOVE = 6;
const DAY = 24 * 60 * 60 * 1000;
const IN_ADDRESS =
  /\/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/._-]|$)|\/((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/._-]|$)/u;

/** The date printed nearest to the heading, for pages that mark none; below it first. */
export function dateNear(document: HtmlDocument, heading: HtmlElement, timeZone: string): PageDate | null {
  const blocks = textBlocks(document.body).map(({ text }) => text);
  const headline = textOf(heading);
  const at = blocks.findIndex((text) => isSameText(text, headline));
  if (at < 0) return null;
  const near = [
    ...blocks.slice(at + 1, at + 1 + BELOW),
    ...blocks.slice(Math.max(0, at - ABOVE), at).reverse(),
  ];
  for (const text of near) {
    const line = parseDateLine(text, timeZone);
    if (line !== null && (line.rest === "" || parseByline(line.rest, true) !== null))
      return line.published ?? line.modified;
  }
  return null;
}

/** The day in an address such as `/2019/03/12/headline` or `/20190312/headline`; null for none. */
export function dateOfAddress(url: string | null, timeZone: string): PageDate | null {
  const match = IN_ADDRESS.exec(url ?? "");
  if (match === null) return null;
  const [, year, month, day, packedYear, packedMonth, packedDay] = match;
  const parts = [year ?? packedYear, month ?? packedMonth, day ?? packedDay].map((part) =>
    (part ?? "").padStart(2, "0"),
  );
  return parseDate(parts.join("-"), timeZone);
}

/** A date, or the time of that day where another source tells it. */
export function sharpened(date: PageDate | null, others: readonly (PageDate | null)[]): PageDate | null {
  if (date?.precision !== "DAY") return date;
  const isSameDay = (other: PageDate): boolean => other.time >= date.time && other.time < date.time + DAY;
  const finer = others.find(
    (other) =>
      other !== null && (other.precision === "MINUTE" || other.precision === "SECOND") && isSameDay(other),
  );
  return finer ?? date;
}
