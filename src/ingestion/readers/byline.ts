import { fold } from "../../annotation/text/fold.js";
import type { PageAuthor } from "../Page.js";
import { genitiveToNominative } from "./genitiveToNominative.js";
import { afterPageWord, pagePhrases } from "./pageLine.js";

/** The line that names the writers, and the names in it. */
export interface Byline {
  byline: string;
  authors: PageAuthor[];
}

const LONGEST_LINE = 120;
const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|van|von|der|al|el|bin|da|la|του|της)\s+|\s+|-)\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}$/u;
const GENITIVE = /^(τησ|του|των)\s/u;

/**
 * A byline, or null for a line that is none. With `bare`, a name alone counts as one: only for places where nothing
 * but a byline stands.
 */
export function parseByline(line: string, bare: boolean, outlet: string | null = null): Byline | null {
  if (line.length > LONGEST_LINE || /[.!?;…]$/u.test(line)) return null;
  if (isDesk(line, outlet)) return { byline: line, authors: [{ name: withoutOpener(line), kind: "DESK" }] };
  const rest = afterPageWord(line, "bylineOpeners");
  const named = (rest ?? (bare ? line : "")).replace(/^[\s:]+/u, "");
  const people = splitNames(named);
  const isSigned =
    people.length > 0 && people.every((name) => NAME.test(name) || isAgency(name) || isDesk(name, outlet));
  if (!isSigned || (rest === null && people.some((name) => name === name.toUpperCase() && !isAgency(name))))
    return null;
  const opener = fold(line.slice(0, line.length - (rest ?? line).length));
  const gender = GENITIVE.exec(`${opener.trim()} `)?.[1] ?? null;
  return {
    byline: line,
    authors: people.map((name) => {
      const author = toAuthor(name, outlet);
      return author.kind === "PERSON" && gender !== null
        ? { ...author, name: genitiveToNominative(name, gender) }
        : author;
    }),
  };
}

/** An author's kind by the name alone. */
export function toAuthor(name: string, outlet: string | null): PageAuthor {
  if (isAgency(name)) return { name, kind: "AGENCY" };
  return { name, kind: isDesk(name, outlet) ? "DESK" : "PERSON" };
}

/** The names of «By Ann Roe in Athens and Jo Poe; additional reporting by …», without place, role and helpers. */
export function splitNames(text: string): string[] {
  return text
    .replace(/\s*[;|(].*$/u, "")
    .split(/\s*,\s*|\s+(?:και|and|&|и)\s+/iu)
    .map((name) => name.replace(/\s+(?:in|at|στην|στη|στο|στον|в|из)\s+\p{Lu}.*$/u, "").trim())
    .filter((name, index) => name !== "" && (index === 0 || !/^\p{Ll}/u.test(name)));
}

function withoutOpener(line: string): string {
  const rest = afterPageWord(line, "bylineOpeners")?.replace(/^[\s:]+/u, "");
  return rest === undefined || rest === "" ? line : rest;
}

function isAgency(name: string): boolean {
  return pagePhrases("agencies").includes(fold(name));
}

function isDesk(name: string, outlet: string | null): boolean {
  const folded = fold(name).replace(/^(?:by|απο τη|απο)\s+/u, "");
  if (outlet !== null && folded === fold(outlet)) return true;
  if (folded.split(" ").length > 5) return false;
  return pagePhrases("desks").some(
    (phrase) => folded === phrase || folded.endsWith(` ${phrase}`) || folded.startsWith(`${phrase} `),
  );
}
