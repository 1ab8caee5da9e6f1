import { fold, foldWithOffsets } from "../../annotation/text/fold.js";
import { PAGE_WORDS, type PageWordKind, type WordList } from "./pageWords.js";

const LONGEST_CALL = 200;
const SIDE_MARKS = /^[\s:.,…!»«›‹>|•·–—\-()[\]+#]+|[\s:.,…!»«›‹>|•·–—\-()[\]+#]+$/gu;
const phrases = new Map<PageWordKind, readonly string[]>();
/** One of these behind a headline is a button; a network's name alone may belong to the headline. */
const SHARE_VERBS = new Set([...PAGE_WORDS.share.el, ...PAGE_WORDS.share.ru.slice(0, 2)].map(fold));

/** Folded phrases of a kind, the longest first. */
export function pagePhrases(kind: PageWordKind): readonly string[] {
  let known = phrases.get(kind);
  if (known === undefined) {
    const list: WordList = PAGE_WORDS[kind];
    known = [...new Set([...list.el, ...list.en, ...list.ru, ...(list.more ?? [])].map(fold))].sort(
      (a, b) => b.length - a.length,
    );
    phrases.set(kind, known);
  }
  return known;
}

/** True when a line is one of the phrases and nothing else but marks. */
export function isPageLine(line: string, kind: PageWordKind): boolean {
  return line.length < 60 && pagePhrases(kind).includes(fold(line).replace(SIDE_MARKS, ""));
}

/** What follows a phrase at the start of a line, marks included; null for another line. */
export function afterPageWord(line: string, kind: PageWordKind): string | null {
  const { text, offsets } = foldWithOffsets(line.slice(0, 100));
  const found = pagePhrases(kind).find(
    (phrase) => text.startsWith(phrase) && !/^[\p{L}\p{N}]/u.test(text.slice(phrase.length)),
  );
  return found === undefined ? null : line.slice(offsets[found.length]);
}

const LONGEST_SHARE_PHRASE = Math.max(...pagePhrases("share").map(({ length }) => length));
/** Units of a text that give that many folded ones, accents on their own among them, and the one before. */
const SHARE_TAIL = 3 * (LONGEST_SHARE_PHRASE + 1);

/** A line without the share words at its end, and how many there were; the text is empty for a row of buttons. */
export function splitShareWords(line: string): { text: string; count: number } {
  let rest = line;
  let last = "";
  let count = 0;
  while (rest !== "" && count < 20) {
    const trimmed = withoutSeparators(rest);
    const from = Math.max(0, trimmed.length - SHARE_TAIL);
    const { text, offsets } = foldWithOffsets(trimmed.slice(from));
    const found = pagePhrases("share").find(
      (phrase) => text.endsWith(phrase) && !/[\p{L}\p{N}-]$/u.test(text.slice(0, -phrase.length)),
    );
    if (found === undefined) break;
    rest = withoutSeparators(rest.slice(0, from + (offsets[text.length - found.length] ?? 0)));
    last = found;
    count++;
  }
  const isRow = rest === "" || count > 1 || SHARE_VERBS.has(last);
  return isRow ? { text: rest, count } : { text: line, count: 0 };
}

/** Without the blanks and marks at its end that stand between buttons. */
function withoutSeparators(text: string): string {
  let end = text.length;
  while (end > 0 && /[\s|•·,]/u.test(text[end - 1] ?? "")) end--;
  return text.slice(0, end);
}

/** True for a row of share buttons. */
export function isShareLine(line: string): boolean {
  const { text, count } = splitShareWords(line);
  return count > 0 && text === "";
}

/** The number of a bare comment count («0», "3 comments", «Σχόλια (3)»); null for another line. */
export function commentCountOf(line: string): number | null {
  const match = /^(?:([\p{L}]+)\s*[:(]?\s*)?(\d{1,5})(?:\)|\s+([\p{L}]+))?$/u.exec(line);
  const word = match?.[1] ?? match?.[3];
  if (!match || (word !== undefined && !pagePhrases("comments").includes(fold(word)))) return null;
  return Number(match[2]);
}

/** True for the head of a list of other articles. */
export function isListHead(line: string): boolean {
  return isPageLine(line, "relatedHeads") || isPageLine(line, "otherHeads");
}

/** True for a copyright line. */
export function isCopyrightLine(line: string): boolean {
  return (
    line.length < 300 &&
    (line.startsWith("©") || line.startsWith("(c)") || afterPageWord(line, "copyright") !== null)
  );
}

/** "Follow Ann Roe on Twitter". */
const FOLLOW = /^follow\s.{2,60}\son\s(?:twitter|x|facebook|instagram|bluesky|threads)\b[^.]{0,40}[.!]?$/iu;

/** True for lines that are the page's own: buttons, labels, newsletter calls, copyright, counts, heads of lists. */
export function isPageFurniture(line: string): boolean {
  return (
    isShareLine(line) ||
    isPageLine(line, "labels") ||
    isListHead(line) ||
    (line.length < LONGEST_CALL && afterPageWord(line, "calls") !== null) ||
    isCopyrightLine(line) ||
    FOLLOW.test(line) ||
    commentCountOf(line) !== null ||
    !/\p{L}/u.test(line)
  );
}

/** The headline in «Διαβάστε επίσης: …» within a text; null for another line. */
export function inlineTeaserOf(line: string): string | null {
  if (line.length > 250) return null;
  const rest = /^\s*[:»›>]\s*(\S.{7,})$/u.exec(afterPageWord(line, "relatedHeads") ?? "");
  return rest?.[1] ?? null;
}

/** The keywords of «Tags: …»; null for another line. */
export function tagsOf(line: string): string[] | null {
  const rest = /^\s*:\s*(\S.*)$/u.exec(afterPageWord(line, "tags") ?? "")?.[1];
  return rest === undefined ? null : rest.split(/\s*[,;|#]\s*/u).filter((tag) => tag !== "");
}

/** The parts of a breadcrumb («Αρχική > Διεθνή»), the front page left out; null for another line. */
export function breadcrumbOf(line: string): string[] | null {
  const parts = line.split(/\s*[>›»→/]\s+|\s+[>›»→]\s*/u).filter((part) => part !== "");
  const [first = ""] = parts;
  if (parts.length < 2 || parts.length > 6 || !isPageLine(first, "home")) return null;
  return parts.slice(1);
}

/** Share of the words of the shorter text that the other has too, by their first five letters. */
export function wordOverlap(one: string, other: string): number {
  const first = wordsOf(one);
  const second = wordsOf(other);
  if (first.size === 0 || second.size === 0) return 0;
  const common = [...first].filter((word) => second.has(word)).length;
  return common / Math.min(first.size, second.size);
}

/** True for two texts that differ at most in case, accents and marks. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const [start, otherStart] = [firstOf(one), firstOf(other)];
  // Most texts differ at once.
  if (start !== "" && otherStart !== "" && start !== otherStart) return false;
  return bareText(one) === bareText(other);
}

/** The first letter or digit of a text, if it is among the first units. */
function firstOf(text: string): string {
  return bareText(text.slice(0, 16)).slice(0, 1);
}

function wordsOf(text: string): Set<string> {
  return new Set((fold(text).match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, 5)));
}

/** A text without case, accents and marks. */
export function bareText(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
