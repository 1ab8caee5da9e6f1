import { fold } from "../text/fold.js";
import { phoneticKey } from "../text/phoneticKey.js";
import { spelling } from "../text/spelling.js";
import { STOP_WORDS } from "../text/stopWords.js";
import type { EntityKind } from "../types.js";

/**
 * Key of a name outside the knowledge base: its type and what its spellings in all cases and scripts share. Equal keys
 * mean the same thing, in one article and across articles; of a person's name only the first and last word count.
 * Null where a name says too little to be told apart from others: a person's single word.
 */
export function thingKey(type: EntityKind, surface: string): string | null {
  const words = nameWords(surface);
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  if (type !== "PERSON") {
    const key = words.filter((word) => !STOP_WORDS.has(word)).map(caselessKey);
    return key.length === 0 ? null : `${type}:${key.map((word) => spelling(word)).join(" ")}`;
  }
  if (words.length < 2 || first.length < 2) return null;
  // Given names have many spellings (Γιώργος, Γεώργιος; Сергей, Sergey), family names few: there the vowels count.
  return `PERSON:${soundOf(caselessKey(first))} ${spelling(caselessKey(last))}`;
}

/** Folded words of a name. */
export function nameWords(surface: string): string[] {
  return fold(surface)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A folded word without the endings of Greek and Russian cases: «Παπαδόπουλος», «Παπαδόπουλου» → παπαδοπουλ. */
export function caselessKey(word: string): string {
  if (word.length < 5) return word.replace(/(?<=[αηιεο])σ$/, "");
  if (/^[а-я]/.test(word)) return word.replace(/(?:ого|ому|ым|ом|ой|ую|ая|ий|ый|ей|а|у|е|ы|и|я|ю)$/, "");
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
