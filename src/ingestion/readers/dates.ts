import { DateTime } from "luxon";
import type { DatePrecision, PageDate } from "../Page.js";
import { monthOf } from "./months.js";
import { afterPageWord } from "./pageLine.js";

/** What a line of dates says. */
export interface DateLine {
  published: PageDate | null;
  modified: PageDate | null;
  /** What stands beside the dates, often the byline; "" for nothing. */
  rest: string;
}

const LONGEST_LINE = 160;
/** Hours, minutes, seconds, the half of the day and the zone of a time. */
const CLOCK =
  /(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\s*([apAP])[.]?\s?[mM]\b[.]?)?(?:\s*(Z|[A-Z]{2,4}\b|[+-]\d{2}:?\d{2}))?/u
    .source;
const TIME = new RegExp(String.raw`^\s*(?:[,|•·–—-]|στις|at|в|um|à|o godz[.])?\s*${CLOCK}`, "u");
const DAY_FIRST = /(?<![\d./])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/u;
const DAY_NAMED =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|η|ης)?[.]?\s+(?:de\s+)?(\p{L}{3,})[.]?,?\s+(?:de\s+)?(\d{4})(?!\d)(?:\s?г[.]?(?!\p{L}))?/u;
const MONTH_NAMED = /(\p{L}{3,})[.]?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u;
const CHINESE = /(?<!\d)(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u;
/** A time in front of its day: "8:42 a.m. EDT Friday, October 3", «10:45, 12 Μαρτίου». */
const TIME_BEFORE = new RegExp(
  String.raw`(?<![\d:.])${CLOCK}\s*(?:[,|•·–—-]|on\b|στις(?!\p{L}))?\s*(?:(\p{L}{3,12})[.,]*\s*)?$`,
  "u",
);
const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
const UTC_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/u;
const ISO_TIME = /T(\d{2}):(\d{2})(?::(\d{2}))?(?:[.]\d+)?\s?(Z|[+-]\d{2}:?\d{2})?/u;
const WEEKDAY =
  /^(?:δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)[.,]?$/iu;
/** Zones that pages print by their letters; others are not understood and the page's own zone counts. */
const ZONES: Readonly<Record<string, string>> = {
  Z: "UTC",
  UTC: "UTC",
  GMT: "UTC",
  BST: "UTC+1",
  CET: "UTC+1",
  CEST: "UTC+2",
  EET: "UTC+2",
  EEST: "UTC+3",
  MSK: "UTC+3",
  EST: "UTC-5",
  EDT: "UTC-4",
  ET: "America/New_York",
  CST: "UTC-6",
  CDT: "UTC-5",
  CT: "America/Chicago",
  MST: "UTC-7",
  MDT: "UTC-6",
  MT: "America/Denver",
  PST: "UTC-8",
  PDT: "UTC-7",
  PT: "America/Los_Angeles",
};

/**
 * A date of a machine-readable field: ISO 8601, RFC 2822, or as pages print it. Without a zone of its own it is of
 * `timeZone` (IANA); its precision is what the text says, never more.
 */
export function parseDate(text: string, timeZone: string): PageDate | null {
  const value = text.trim();
  // The usual form, which needs no knowledge of zones; a day that the month does not have is left to the others.
  const time = UTC_TIME.test(value) ? Date.parse(value) : NaN;
  if (new Date(time).getUTCDate() === Number(value.slice(8, 10))) return { time, precision: "SECOND" };
  const precision = isoPrecision(value);
  if (precision !== null) {
    const date = DateTime.fromISO(value.replace(/^(\S+) (?=\d)/u, "$1T").replace(/ (?=[+-])/u, ""), {
      zone: timeZone,
    });
    return date.isValid ? { time: date.toMillis(), precision } : null;
  }
  const mail = DateTime.fromRFC2822(value);
  if (mail.isValid)
    return { time: mail.toMillis(), precision: /:\d\d:\d\d/u.test(value) ? "SECOND" : "MINUTE" };
  return findDate(value, timeZone)?.date ?? null;
}

/**
 * The dates of a line that has nothing else but words such as "Published:", a weekday, or a byline beside them; null
 * for any other line.
 */
export function parseDateLine(line: string, timeZone: string): DateLine | null {
  if (line.length > LONGEST_LINE || !/\d{4}/u.test(line)) return null;
  const result: DateLine = { published: null, modified: null, rest: "" };
  const beside: string[] = [];
  let rest = line;
  for (let count = 0; count < 3; count++) {
    const found = findDate(rest, timeZone);
    if (found === null) break;
    const before = rest.slice(0, found.start);
    if (isLabelledModified(before)) result.modified ??= found.date;
    else result.published ??= found.date;
    beside.push(withoutLabels(before));
    rest = rest.slice(found.end);
  }
  if (result.published === null && result.modified === null) return null;
  beside.push(withoutLabels(rest));
  result.rest = beside.filter((part) => part !== "").join(" ");
  return result.rest.length > 80 ? null : result;
}

function isLabelledModified(before: string): boolean {
  const label =
    before
      .split(/\s[|•·–—-]\s|[(|]/u)
      .findLast((part) => /\p{L}/u.test(part))
      ?.trim() ?? "";
  return afterPageWord(label, "modified") !== null;
}

function withoutLabels(text: string): string {
  const parts = text.split(/\s*[|•·]\s*|\s[–—-]\s/u).map((part) => {
    const trimmed = part.replace(/^[\s,:()–—-]+|[\s,:()–—-]+$/gu, "");
    const rest = afterPageWord(trimmed, "published") ?? afterPageWord(trimmed, "modified") ?? trimmed;
    const bare = rest.replace(/^[\s,:]+|[\s,:]+$/gu, "");
    const last = bare.split(" ").at(-1) ?? "";
    // "By Ann Roe Tuesday": the day belongs to the date behind it.
    if (bare.includes(" ") && WEEKDAY.test(last)) return bare.slice(0, -last.length).replace(/[\s,]+$/u, "");
    return WEEKDAY.test(bare) || /^(?:στις|on|at|в)$/iu.test(bare) ? "" : bare;
  });
  return parts.filter((part) => part !== "").join(" ");
}

interface FoundDate {
  date: PageDate;
  start: number;
  end: number;
}

function findDate(text: string, timeZone: string): FoundDate | null {
  const found = [dayFirst(text), dayNamed(text), monthNamed(text), iso(text), chinese(text)]
    .filter((each) => each !== null)
    .sort((a, b) => a.start - b.start)[0];
  if (found === undefined) return null;
  const { year, month, day, start, end } = found;
  const after = readClock(text.slice(end));
  const before = after === null ? readClockBefore(text.slice(0, start)) : null;
  const clock = after ?? before;
  const zone = clock?.zone ?? timeZone;
  const at = {
    year,
    month,
    day,
    hour: clock?.hour ?? 0,
    minute: clock?.minute ?? 0,
    second: clock?.second ?? 0,
  };
  const date = DateTime.fromObject(at, { zone });
  if (!date.isValid || year < 1800 || year > 2200) return null;
  const precision = clock === null ? "DAY" : clock.second === null ? "MINUTE" : "SECOND";
  return {
    date: { time: date.toMillis(), precision },
    start: start - (before?.length ?? 0),
    end: end + (after?.length ?? 0),
  };
}

interface FoundDay {
  year: number;
  month: number;
  day: number;
  start: number;
  end: number;
}

function foundDay(
  match: RegExpExecArray,
  year: string | undefined,
  month: number | null,
  day: string | undefined,
): FoundDay | null {
  if (month === null) return null;
  return {
    year: Number(year),
    month,
    day: Number(day),
    start: match.index,
    end: match.index + match[0].length,
  };
}

function dayFirst(text: string): FoundDay | null {
  const match = DAY_FIRST.exec(text);
  if (!match) return null;
  const [, first, mark, second, year] = match;
  // 9/20/2022 can only be the American order.
  const american = mark === "/" && Number(second) > 12;
  return foundDay(match, year, Number(american ? first : second), american ? second : first);
}

function dayNamed(text: string): FoundDay | null {
  const match = DAY_NAMED.exec(text);
  return match && foundDay(match, match[3], monthOf(match[2] ?? ""), match[1]);
}

function monthNamed(text: string): FoundDay | null {
  const match = MONTH_NAMED.exec(text);
  return match && foundDay(match, match[3], monthOf(match[1] ?? ""), match[2]);
}

function iso(text: string): FoundDay | null {
  const match = ISO.exec(text);
  return match && foundDay(match, match[1], Number(match[2]), match[3]);
}

function chinese(text: string): FoundDay | null {
  const match = CHINESE.exec(text);
  return match && foundDay(match, match[1], Number(match[2]), match[3]);
}

interface Clock {
  hour: number;
  minute: number;
  second: number | null;
  zone: string | null;
  length: number;
}

function readClock(text: string): Clock | null {
  const match = new RegExp(`^(?:${ISO_TIME.source})`, "u").exec(text);
  if (match) return clock(match, match[1], match[2], match[3], match[4]);
  const printed = TIME.exec(text);
  if (!printed) return null;
  return clock(printed, hoursOf(printed[1], printed[4]), printed[2], printed[3], printed[5]);
}

function readClockBefore(text: string): Clock | null {
  const match = TIME_BEFORE.exec(text);
  if (match === null || (match[6] !== undefined && !WEEKDAY.test(match[6]))) return null;
  const [all, hour, minute, second, half, zone] = match;
  return { ...clock(match, hoursOf(hour, half), minute, second, zone), length: all.length };
}

/** Hours of the day from those that were printed and the first letter of "a.m." or "p.m.", if any. */
function hoursOf(printed: string | undefined, half: string | undefined): string {
  if (half === undefined) return String(Number(printed));
  return String((Number(printed) % 12) + (half.toLowerCase() === "p" ? 12 : 0));
}

function clock(
  match: RegExpExecArray,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  zone: string | undefined,
): Clock {
  const named =
    zone === undefined
      ? null
      : (ZONES[zone] ?? (/^[+-]/u.test(zone) ? `UTC${zone.replace(/(\d{2}):?(\d{2})$/u, "$1:$2")}` : null));
  return {
    hour: Number(hour),
    minute: Number(minute),
    second: second === undefined ? null : Number(second),
    zone: named,
    // Letters that are no zone stay in the rest of the line.
    length: match[0].length - (zone !== undefined && named === null ? zone.length : 0),
  };
}

function isoPrecision(text: string): DatePrecision | null {
  const match =
    /^\d{4}-\d{2}(-\d{2}([T ]\d{2}:?\d{2}(:?\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}:?(\d{2})?)?)?)?$/u.exec(text);
  if (!match) return null;
  if (match[3] !== undefined) return "SECOND";
  if (match[2] !== undefined) return "MINUTE";
  return match[1] !== undefined ? "DAY" : "MONTH";
}
