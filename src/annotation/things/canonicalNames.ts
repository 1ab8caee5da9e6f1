import { inflectName } from "../greek/inflect.js";
import { inflectPerson } from "../gazetteer/nameForms.js";
import { inflectRussian } from "../russian/inflectRussian.js";
import { fold } from "../text/fold.js";
import { isGivenName } from "../text/givenNames.js";
import type { EntityKind } from "../types.js";

/** The languages that unknown names are kept for, by script. */
type NameLanguage = "el" | "ru" | "en";

/** More spellings tell nothing new, and every one is compared with every other. */
const MAX_SURFACES = 40;
const MAX_WORDS = 6;

/**
 * The nominative of a name outside the knowledge base from all spellings that were seen of it, one for each script:
 * «Παναγιώτη Κοτρώνη», «Παναγιώτης Κοτρώνης» → `{ el: "Παναγιώτης Κοτρώνης" }`. A nominative is right if its case forms
 * are the spellings seen; one that was itself seen is preferred. The same spellings in any order give the same names.
 */
export function canonicalNames(kind: EntityKind, surfaces: Iterable<string>): Record<string, string> {
  const groups: Record<NameLanguage, string[]> = { el: [], en: [], ru: [] };
  for (const surface of [...new Set(surfaces)].sort()) groups[languageOf(surface)].push(surface);
  const names: Record<string, string> = {};
  for (const language of ["el", "en", "ru"] as const) {
    const seen = withoutShouting(groups[language]).slice(0, MAX_SURFACES);
    const full = kind === "PERSON" ? seen.filter((surface) => /\S\s+\S/u.test(surface)) : seen;
    const name = nominativeOf(kind, language, full.length > 0 ? full : seen);
    if (name !== null) names[language] = name;
  }
  return names;
}

function languageOf(surface: string): NameLanguage {
  if (/\p{Script=Greek}/u.test(surface)) return "el";
  return /\p{Script=Cyrillic}/u.test(surface) ? "ru" : "en";
}

/** A name in capitals has lost its accents: it counts only where no other was seen. */
function withoutShouting(surfaces: readonly string[]): readonly string[] {
  const quiet = surfaces.filter((surface) => surface !== surface.toUpperCase() || !/\s/u.test(surface));
  return quiet.length > 0 ? quiet : surfaces;
}

function nominativeOf(kind: EntityKind, language: NameLanguage, seen: readonly string[]): string | null {
  const shortest = [...seen].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const [first] = shortest;
  if (first === undefined || language === "en") return first?.replace(/['’]s?$/u, "") ?? null;
  let best = { name: first, score: -Infinity };
  for (const { name, forms, bonus } of guesses(kind, language, shortest)) {
    const covered = seen.filter((surface) => forms.has(surface)).length;
    const score = 2 * covered + (seen.includes(name) ? 1 : 0) + bonus;
    if (score > best.score) best = { name, score };
  }
  return best.name;
}

interface Guess {
  name: string;
  forms: ReadonlySet<string>;
  /** What speaks for it beside the spellings. */
  bonus: number;
}

function* guesses(kind: EntityKind, language: "el" | "ru", surfaces: readonly string[]): Generator<Guess> {
  for (const surface of surfaces) {
    const words = surface.split(/\s+/u);
    if (words.length > MAX_WORDS) continue;
    const names = kind === "PERSON" ? nominatives(words, language) : [surface];
    for (const name of names) {
      for (const gender of kind === "PERSON" ? (["m", "f"] as const) : (["m", "f", "n"] as const)) {
        if (kind === "PERSON" && !isOfGender(name, gender, language)) continue;
        yield {
          name,
          forms: formsOf(kind, language, name, gender),
          bonus: bonusOf(kind, name, gender, language),
        };
      }
    }
  }
}

function formsOf(
  kind: EntityKind,
  language: "el" | "ru",
  name: string,
  gender: "m" | "f" | "n",
): Set<string> {
  const family = name.split(/\s+/u).at(-1) ?? name;
  if (language === "ru") {
    const forms = inflectRussian(name, gender, kind === "PERSON" ? "SLAVIC" : "THING");
    return new Set(forms.map(({ form }) => form));
  }
  const forms = kind === "PERSON" ? inflectPerson(name, gender, family) : inflectName(name, gender);
  return new Set(forms.map(({ form }) => form));
}

/** Every way to read the first and the last word as some case. */
function nominatives(words: readonly string[], language: "el" | "ru"): string[] {
  const first = wordsInNominative(words[0] ?? "", language);
  const last = words.length > 1 ? wordsInNominative(words.at(-1) ?? "", language) : [""];
  const middle = words.slice(1, -1);
  return first.flatMap((one) => last.map((other) => [one, ...middle, other].join(" ").trim()));
}

function wordsInNominative(word: string, language: "el" | "ru"): string[] {
  const guessed = [word];
  const change = (pattern: RegExp, ...endings: string[]): void => {
    if (pattern.test(word)) guessed.push(...endings.map((ending) => word.replace(pattern, ending)));
  };
  if (language === "el") {
    change(/([αηάή])$/u, "$1ς");
    change(/([αηάή])ς$/u, "$1");
    change(/ου$/u, "ος");
    change(/ού$/u, "ός");
    change(/ο$/u, "ος");
    change(/ό$/u, "ός");
  } else {
    change(/(?:а|у|ом|ым|е)$/u, "", "а");
    change(/(?:я|ю|ем|е|и)$/u, "й", "ь", "я");
    change(/(?:ой|ы|у)$/u, "а");
    change(/(?:ого|ому|им|ым|ом)$/u, "ий", "ый", "ой");
  }
  return guessed.filter((form) => form.length > 1);
}

/** In Greek and Russian the ending of the given name tells the gender: «-ς» and consonants are men's. */
function isOfGender(name: string, gender: "m" | "f" | "n", language: "el" | "ru"): boolean {
  const [given = ""] = name.split(/\s+/u);
  const isMale = language === "el" ? /ς$/u.test(given) : /[бвгджзйклмнпрстфхцчшщь]$/u.test(given);
  const isFemale = language === "el" ? /[αάηήωώ]$/u.test(given) : /[аяь]$/u.test(given);
  // Foreign given names end in anything.
  if (!isMale && !isFemale) return true;
  return gender === "m" ? isMale : isFemale;
}

function bonusOf(kind: EntityKind, name: string, gender: "m" | "f" | "n", language: "el" | "ru"): number {
  if (kind !== "PERSON") return /ου$|ων$|ών$|ού$/u.test(name.split(/\s+/u)[0] ?? "") ? -0.5 : 0;
  const [given = "", ...rest] = name.split(/\s+/u);
  const family = rest.at(-1) ?? "";
  let bonus = isGivenName(fold(given)) ? 0.6 : 0;
  if (language === "el") {
    // «Ελένης» is the genitive of a known name without its ς, «Γιάννης» is not.
    const withoutS = given.replace(/ς$/u, "");
    if (gender === "m" && /[ηήαά]ς$/u.test(given) && isFeminine(withoutS)) bonus -= 1.5;
    if (gender === "f" && isFeminine(given)) bonus += 0.6;
    if (gender === "f" && isGivenName(`${fold(given)}σ`)) bonus -= 1.5;
    if (gender === "m" && /ς$/u.test(family)) bonus += 0.3;
    if (gender === "f" && /ος$/u.test(family)) bonus -= 1;
  } else {
    if (gender === "m" && /(?:ова|ева|ина|ая)$/u.test(family)) bonus -= 1;
    if (gender === "f" && /(?:ов|ев|ин|ий)$/u.test(family)) bonus -= 1;
  }
  return bonus;
}

/** Given names of women whose genitive looks like a man's nominative. */
function isFeminine(given: string): boolean {
  const folded = fold(given);
  return /[αη]$/u.test(folded) && isGivenName(folded) && !isGivenName(`${folded}σ`);
}
