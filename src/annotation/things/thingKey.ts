import { fold } from "../text/fold.js";
import { COMMON_ACRONYMS, INSTITUTION_WORDS, MINISTRY_CUE } from "../text/nameCues.js";
import { phoneticKey } from "../text/phoneticKey.js";
import { spelling } from "../text/spelling.js";
import { STOP_WORDS } from "../text/stopWords.js";
import type { EntityKind } from "../types.js";

/**
 * Key of a name outside the knowledge base: its type and what its spellings in all cases and scripts share. Equal keys
 * mean the same thing, in one article and across articles; of a person's name only the first and last word count.
 * Null where a name says too little to be told apart from others: a person's single word, an institution that every
 * country has.
 */
export function thingKey(type: EntityKind, surface: string): string | null {
  const words = nameWords(surface);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  if (type !== "PERSON") {
    if (words.every(isGeneric)) return null;
    const key = words.filter((word) => !STOP_WORDS.has(word)).map(caselessKey);
    return key.length === 0 ? null : `${type}:${key.map((word) => spelling(word)).join(" ")}`;
  }
  if (words.length < 2 || first.length < 2) return null;
  // Given names have many spellings (Γιώργος, Γεώργιος; Сергей, Sergey), family names few: there the vowels count.
  return `PERSON:${soundOf(caselessKey(first))} ${spelling(caselessKey(last))}`;
}

const GENERIC: ReadonlySet<string> = new Set(
  `ανώτατο ανώτατου πολιτικό πολιτικού κομμουνιστικό κομμουνιστικού διεθνές διεθνούς δίκαιο δικαίου κεντρική κεντρικής επιτροπή
  επιτροπής αστυνομία αστυνομίας εισαγγελία εισαγγελίας άμυνας εξωτερικών συνεργασίας ασφαλείας ασφάλειας γενικό επιτελείο επιτελείου
  ministry council committee commission communist socialist governing general security supreme central court police bank board
  foreign affairs defence defense interior justice health finance education party congress senate adviser office state u s the
  министерство министерства минобороны совет комитет комитета комиссии генеральный штаб штаба верховный суд коммунистическая партия
  партии прокуратура прокуратуры полиция полиции обороны иностранных дел безопасности`
    .trim()
    .split(/\s+/u)
    .map(fold),
);

/** A word that every country or town has one of: «υπουργείο Άμυνας» alone is nobody's ministry. */
function isGeneric(word: string): boolean {
  return (
    STOP_WORDS.has(word) ||
    INSTITUTION_WORDS.has(word) ||
    GENERIC.has(word) ||
    COMMON_ACRONYMS.has(word) ||
    MINISTRY_CUE.test(word)
  );
}

/** Folded words of a name. */
export function nameWords(surface: string): string[] {
  return fold(surface)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * A folded word without the endings of Greek and Russian cases: «Παπαδόπουλος», «Παπαδόπουλου» → παπαδοπουλ; in other
 * letters Greek names lose theirs too, so that Papadopoulos and Пападопулос meet them.
 */
export function caselessKey(word: string): string {
  if (/^[a-z]/.test(word))
    return word.length < 5 ? word : word.replace(/os$/, "").replace(/([aeiou])s$/, "$1");
  if (word.length < 5) return word.replace(/(?<=[αηιεο])σ$/, "");
  if (/^[а-я]/.test(word))
    return word.replace(/(?:ос|(?<=[аеи])с|ого|ому|ым|ом|ой|ую|ая|ий|ый|ей|а|у|е|ы|и|я|ю)$/, "");
  return word
    .replace(/(?:οσ|ου|ο)$/, "")
    .replace(/([αηιε])σ$/, "$1")
    .replace(/(?:εωσ|εων|ων)$/, "");
}

/** The consonants of a word, with its vowels where they alone say little. */
function soundOf(word: string): string {
  const sound = phoneticKey(word);
  return sound.length < 3 ? spelling(word) : sound;
}
