import type { PageProblem } from "../Page.js";

/** What a reader or the decoder may say of a record, each with what to do about it. */
const PROBLEM_HINTS = {
  BAD_ENCODING: "Save the page as UTF-8 text; pictures, PDF files and the like are not read.",
  UNKNOWN_FORMAT: "docs/formats.md lists the formats that Mitos reads.",
  UNREADABLE: "Check the file and its permissions.",
  NOT_FETCHED:
    "Open the address in a browser; what is not public, or what its site does not allow, is not fetched.",
  READER_FAILED: "This is a fault of Mitos: please report it with the file.",
  BAD_ARCHIVE: "The archive is damaged here; fetch or pack it again, what could be read of it was taken in.",
  BAD_JSON: "The line or file is no JSON; write it anew or cut the broken record out.",
  BAD_NINJS: "The item breaks the ninjs standard; ask its provider, or correct the property.",
  BAD_TABLE: "The table has broken quotes or columns; export it again as CSV with quotes around texts.",
  NO_COLUMNS: "Name a column for each field, such as --map headline=TITLE,body=TEXT.",
  EMPTY_DOCUMENT: "Save the page again: the file has no text.",
  TOO_LARGE:
    "Save the page without embedded pictures and scripts; a text dump holds one page, so split a longer one.",
  TOO_DEEP: "The tags of the page nest as no news page does; save it again from the browser.",
  UNREADABLE_HTML: "The HTML parser gave up; save the page again, or as text, and report the file.",
  NO_HEADLINE:
    "A text dump starts with its headline on a line of its own; a page needs an h1 or a title, a record a title.",
  NO_TEXT: "No paragraph of an article was found: a front page, a video page or a page behind a wall?",
} as const;

/** Code of a reader's problem. */
export type ProblemCode = keyof typeof PROBLEM_HINTS;

/** A problem with the hint that belongs to its code. */
export function problem(code: ProblemCode, message: string, line: number | null = null): PageProblem {
  return { code, message, hint: PROBLEM_HINTS[code], line };
}
