import { cleanText } from "./cleanText.js";

/** A line of a text dump that has text. */
export interface TextLine {
  text: string;
  /** Line number in the file, from 1. */
  number: number;
  /** True when a blank line or the start of the file is above it. */
  afterBlank: boolean;
  /** It is a link, or an item of a list that is one, and nothing else. */
  isLink?: boolean;
  /** It is marked as a heading. */
  isHeading?: boolean;
}

/** Lines of so many characters are full, where a tool broke them. */
const FULL = 55;
const WIDEST = 100;

/** The lines of a text dump that have text, without the marks by which tools show links, headings and lists. */
export function textLines(text: string): TextLine[] {
  const raw = text.split(/\r\n?|\n|\u2028|\u2029/u);
  const rows = unmarked(raw);
  const width = wrapWidth(rows);
  const lines: TextLine[] = [];
  let last = "";
  for (const [index, row] of rows.entries()) {
    const line = cleanText(row.text);
    const open = lines.at(-1);
    const goesOn =
      width !== null &&
      open !== undefined &&
      last !== "" &&
      line !== "" &&
      !row.startsItem &&
      isCut(last, line, width);
    if (goesOn) open.text += ` ${line}`;
    else if (line !== "") {
      lines.push({
        text: line,
        number: index + 1,
        afterBlank: last === "",
        ...(row.isLink && { isLink: true }),
        ...(row.isHeading && { isHeading: true }),
      });
    }
    last = line;
  }
  return lines;
}

/** A line of the file without marks. */
interface Row {
  text: string;
  isLink: boolean;
  isHeading: boolean;
  /** A list's item, a heading or a link: it does not go on from the line above. */
  startsItem: boolean;
}

const MARKDOWN_LINK = /\[([^\][\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]*")?\)/gu;
const IMAGE = /!\[[^\][\n]*\]\([^()\n]*\)/gu;
const NUMBERED_LINK = /\[(\d{1,4})\](?=\S)/gu;
/** Head of the list of addresses that text browsers print at the end. */
const ADDRESSES = /^\s*(?:References|Links|Visible links|Αναφορές)\s*$/u;

function unmarked(raw: readonly string[]): Row[] {
  const isNumbered = raw.filter((line) => /\[\d{1,4}\]\S/u.test(line)).length >= 5;
  const isMarkdown = raw.filter((line) => /\]\([^\s()]/u.test(line)).length >= 3;
  let end = raw.length;
  if (isNumbered) {
    const at = raw.findLastIndex((line) => ADDRESSES.test(line));
    if (at > 0 && /^\s*\d+\.\s+\S+:/u.test(raw.slice(at + 1).find((line) => line.trim() !== "") ?? ""))
      end = at;
  }
  return raw.slice(0, end).map((line) => {
    if (!isNumbered && !isMarkdown) return { text: line, isLink: false, isHeading: false, startsItem: false };
    const bullet = /^\s*(?:[*+•o-]|\d+\.)\s+(?=\S)/u.exec(line)?.[0] ?? "";
    const heading = isMarkdown ? (/^\s*#{1,6}\s+/u.exec(line)?.[0] ?? "") : "";
    const bare = line.slice(bullet.length + heading.length).replace(isMarkdown ? IMAGE : /^$/u, "");
    const text = isMarkdown
      ? bare.replace(MARKDOWN_LINK, "$1").replace(/(\*\*|__)(?=\S)(.*?\S)\1/gu, "$2")
      : bare.replace(NUMBERED_LINK, "");
    const rest = isMarkdown ? bare.replace(MARKDOWN_LINK, "") : bare.replace(/^\s*\[\d{1,4}\].*$/u, "");
    const isLink = text.trim() !== "" && !/\p{L}/u.test(rest);
    return { text, isLink, isHeading: heading !== "", startsItem: bullet !== "" || heading !== "" || isLink };
  });
}

/**
 * The width at which a tool broke paragraphs into lines; null where each line is a paragraph. Of broken lines most are so full
 * that the first word of the next one had no room.
 */
function wrapWidth(rows: readonly Row[]): number | null {
  const texts = rows.map(({ text }) => text.trim());
  const width = texts.reduce((most, text) => Math.max(most, text.length), 0);
  if (width > WIDEST || width < FULL) return null;
  const open = texts.flatMap((text, index) => {
    const next = texts[index + 1] ?? "";
    return text.length >= FULL && next !== "" && rows[index + 1]?.startsItem !== true ? [{ text, next }] : [];
  });
  const cut = open.filter(({ text, next }) => isCut(text, next, width));
  return cut.length >= 3 && cut.length >= open.length * 0.7 ? width : null;
}

/** Would the first word of the next line not have fitted into this one? */
function isCut(line: string, next: string, width: number): boolean {
  return line.length + 1 + (next.split(" ")[0]?.length ?? 0) > width;
}
