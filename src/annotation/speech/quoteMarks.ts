import type { Span } from "../types.js";

const CLOSER: Readonly<Record<string, string>> = {
  "«": "»",
  "“": "”",
  "„": "“”",
  "‹": "›",
  '"': '"',
  "″": "″",
};
/** A quotation that no mark ends goes on to the end of its paragraph, but not further than this. */
const LONGEST = 2_000;

/** A text within quote marks, without them. */
export interface QuotedText extends Span {
  /** The paragraph ends before the mark that would close it: the speech goes on in the next one. */
  isOpen: boolean;
}

/**
 * Outermost quoted passages of a text, in order: « », “ ”, „ “, " ", and ‘ ’ where it is no apostrophe. Offsets are UTF-16
 * and leave the marks out. A mark that nothing closes counts only at the text's beginning. Linear in the text's length.
 */
export function quotedTexts(text: string): QuotedText[] {
  const found: QuotedText[] = [];
  let open: { start: number; closers: string; depth: number; opener: string } | null = null;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (open === null) {
      const closers = CLOSER[character] ?? (isSingleOpener(text, index) ? "’'" : undefined);
      if (closers !== undefined && !isInchMark(text, index)) {
        open = { start: index + 1, closers, depth: 0, opener: character };
      }
      continue;
    }
    if (open.closers.includes(character) && isClosing(text, index, open.opener)) {
      if (open.depth > 0) open.depth--;
      else {
        if (index > open.start) found.push({ start: open.start, end: index, isOpen: false });
        open = null;
      }
    } else if (character === open.opener && character !== '"' && character !== "“") open.depth++;
    else if (index - open.start > LONGEST) {
      index = open.start;
      open = null;
    }
  }
  if (open !== null && open.start === 1 && text.length > 1) {
    found.push({ start: open.start, end: text.length, isOpen: true });
  }
  return found;
}

function isSingleOpener(text: string, index: number): boolean {
  const character = text[index];
  if (character !== "‘" && character !== "'") return false;
  return !/[\p{L}\p{N}]/u.test(text[index - 1] ?? " ") && /\p{Lu}/u.test(text[index + 1] ?? "");
}

function isClosing(text: string, index: number, opener: string): boolean {
  if (opener !== "‘" && opener !== "'") return true;
  return !/[\p{L}\p{N}]/u.test(text[index + 1] ?? " ");
}

/** `6"`: inches, not a quotation. */
function isInchMark(text: string, index: number): boolean {
  return text[index] === '"' && /\d/.test(text[index - 1] ?? "") && !/\p{L}/u.test(text[index + 1] ?? "");
}
