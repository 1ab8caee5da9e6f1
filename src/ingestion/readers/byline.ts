import { fold } from "../../annotation/text/fold.js";
import { roleKey } from "../../annotation/roles/roleNouns.js";
import type { PageAuthor } from "../Page.js";
import { genitiveToNominative } from "./genitiveToNominative.js";
import { afterPageWord, pagePhrases } from "./pageLine.js";

/** The line that names the writers, and the names in it. */
export interface Byline {
  byline: string;
  authors: PageAuthor[];
}

const LONGEST_LINE = 120;
/** A site signs with its address: "example.com". */
const DOMAIN = /^(?:www\.)?[\w-]{3,}(?:\.(?:[a-z]{2,3}|info|news|media|press)){1,2}$/u;
const NAME =
  /^\p{Lu}[\p{L}'’.-]*(?:\s+(?:de|van|von|der|al|el|bin|da|la|του|της)\s+|\s+|-)\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){0,2}$/u;
const OPENER =
  /^(?:by|written by|words by|text by|γράφει (?:ο|η)|γράφουν (?:οι)?|κείμενο|επιμέλεια|ρεπορτάζ|автор|текст)\s*:?\s+/iu;
/** Beside people, letters such as "CNN" are the outlet's. */
const ACRONYM = /^\p{Lu}{2,5}$/u;
/** Degrees and titles behind a name. */
const DEGREE =
  /^(?:M\.?A|M\.?D|M\.?Sc|B\.?A|B\.?Sc|Ph\.?D|M\.?P\.?H|R\.?N|R\.?D|D\.?O|J\.?D|MBA|Esq)\.?(?:\s|$)/u;
/** Marks and dates around a name. */
const AROUND_NAME = /^[\s|•·–—:,-]+|\s+\d.*$|[\s|•·–—:,-]+$/gu;
const GENERATION = /^(?:Jr|Sr|II|III|IV)\.?$/u;
/** Words of a role that stand behind a name. */
const ROLE_WORDS =
  /^(?:senior|chief|political|diplomatic|economics?|business|foreign|world|home|health|science|education|environment|technology|sports?|culture|arts|legal|security|defence|defense|special|news|deputy|associate|contributing|european?|middle|east|asia|africa|europe|us|uk|correspondent|reporter|editor|writer|columnist|contributor|journalist|producer|ανταποκριτησ|ανταποκρια|συντακτησ|συντακτρια|корреспондент|обозреватель)$/u;
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
  const all = splitNames(named);
  const people = all.filter((name, index) => index === 0 || isAgency(name) || !ACRONYM.test(name));
  const isSigned =
    people.length > 0 && people.every((name) => NAME.test(name) || isAgency(name) || isDesk(name, outlet));
  if (!isSigned || (rest === null && people.some((name) => name === name.toUpperCase() && !isAgency(name))))
    return null;
  const opener = fold(line.slice(0, line.length - (rest ?? line).length));
  const gender = GENITIVE.exec(`${opener.trim()} `)?.[1] ?? null;
  return {
    byline: line,
    authors: writersOf(
      people.map((name) => {
        const author = toAuthor(name, outlet);
        return author.kind === "PERSON" && gender !== null
          ? { ...author, name: genitiveToNominative(name, gender) }
          : author;
      }),
      outlet,
    ),
  };
}

/** Without the outlet itself, where it only says for whom the others write: "Ann Roe, The Daily Example". */
export function writersOf(authors: readonly PageAuthor[], outlet: string | null): PageAuthor[] {
  const others = authors.filter(
    ({ name, kind }) =>
      kind === "AGENCY" || !(ACRONYM.test(name) || (outlet !== null && fold(name) === fold(outlet))),
  );
  return others.some(({ kind }) => kind === "PERSON") ? others : [...authors];
}

/** An author's kind by the name alone. */
export function toAuthor(name: string, outlet: string | null): PageAuthor {
  if (isAgency(name)) return { name, kind: "AGENCY" };
  return { name, kind: isDesk(name, outlet) ? "DESK" : "PERSON" };
}

/** The names of «By Ann Roe in Athens and Jo Poe (Paris), political editor; additional reporting by …»: no place, role or helpers. */
export function splitNames(text: string): string[] {
  const pieces = text
    .replace(OPENER, "")
    .replace(/\s*\([^()]*\)/gu, "")
    .replace(/\s*[;|].*$/u, "")
    .split(/\s*,\s*(?:(?:και|and|&|и|und|et)\s+)?|\s+(?:και|and|&|и|with|und|et|mit)\s+/iu)
    .map((name) =>
      withoutRole(
        name
          .replace(/\s+(?:in|at|στην|στη|στο|στον|в|из)\s+\p{Lu}.*$/u, "")
          .replace(AROUND_NAME, "")
          .trim(),
      ),
    );
  const names: string[] = [];
  for (const [index, name] of pieces.entries()) {
    const before = names.at(-1);
    if (GENERATION.test(name) && before !== undefined) names[names.length - 1] = `${before}, ${name}`;
    else if (before !== undefined && (DEGREE.test(name) || /^\d/u.test(name))) continue;
    else if (name !== "" && (index === 0 || !/^\p{Ll}/u.test(name))) names.push(name);
  }
  const whole = text.replace(OPENER, "").trim();
  // «BBC News», "Guardian staff": a desk signs.
  return names.length > 0 || whole === "" ? names : [whole];
}

/** «Jane Doe Senior Reporter», "Ann Roe Washington correspondent": the name alone; "" for a role without one. */
function withoutRole(text: string): string {
  const words = text.split(/\s+/u);
  const last = fold(words.at(-1) ?? "");
  if (words.length < 2 || (roleKey(last) === null && !ROLE_WORDS.test(last))) return text;
  const isOnlyRole = words.slice(0, -1).every((word) => ROLE_WORDS.test(fold(word)) || /^\p{Ll}/u.test(word));
  if (isOnlyRole || words.length === 2)
    return words.length === 2 &&
      !isOnlyRole &&
      /^\p{Lu}\p{L}+$/u.test(words[1] ?? "") &&
      !ROLE_WORDS.test(last)
      ? text
      : "";
  const firstRole = words.findIndex(
    (word, index) => index > 1 && (ROLE_WORDS.test(fold(word)) || roleKey(fold(word)) !== null),
  );
  // What stands between the name and the role is a place or a desk.
  const end = Math.min(firstRole === -1 ? words.length - 1 : firstRole, words.length - 1);
  const isPlace =
    end > 2 &&
    /^\p{Lu}/u.test(words[end - 1] ?? "") &&
    !/^(?:de|van|von|der|al|el|bin|da|la)$/u.test(words[end - 2] ?? "");
  return words.slice(0, isPlace ? 2 : end).join(" ");
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
  if (DOMAIN.test(folded)) return true;
  if (folded.split(" ").length > 5) return false;
  return pagePhrases("desks").some(
    (phrase) => folded === phrase || folded.endsWith(` ${phrase}`) || folded.startsWith(`${phrase} `),
  );
}
