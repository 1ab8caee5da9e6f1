import type { Gazetteer } from "../gazetteer/Gazetteer.js";
import { CALENDAR_WORDS, COMMON_WORDS, TITLES, WORDS_AND_NAMES } from "../text/commonWords.js";
import { isGivenName } from "../text/givenNames.js";
import {
  COMMON_ACRONYMS,
  COMPASS,
  FOREIGN_END,
  INSTITUTION_WORDS,
  JUNIOR_WORDS,
  MINISTRY_CUE,
  NEW_WORDS,
  ORGANIZATION_HEAD,
  PARTICLES,
  PERSON_CUE,
  PLACE_CUE,
  PLACE_HEAD,
  PLACE_TAIL,
  SURNAME_END,
} from "../text/nameCues.js";
import { STOP_WORDS } from "../text/stopWords.js";
import { hashText } from "./BloomFilter.js";
import { Script, scriptOf } from "./Script.js";
import type { Dictionary } from "./Dictionary.js";

/** Spelling dictionaries by language of their script: "el", "en", "ru". */
export type Dictionaries = Readonly<Record<"el" | "en" | "ru", Dictionary>>;

/** What a word is, whatever stands around it: a set of bits. */
export const WordFlag = {
  GIVEN: 1 << 0,
  TITLE: 1 << 1,
  PERSON_CUE: 1 << 2,
  PLACE_CUE: 1 << 3,
  PLACE_TAIL: 1 << 4,
  ORGANIZATION_HEAD: 1 << 5,
  PLACE_HEAD: 1 << 6,
  PARTICLE: 1 << 7,
  STOP: 1 << 8,
  COMMON: 1 << 9,
  CALENDAR: 1 << 10,
  INSTITUTION: 1 << 11,
  COMMON_ACRONYM: 1 << 12,
  SURNAME_END: 1 << 13,
  FOREIGN_END: 1 << 14,
  DICTIONARY_WORD: 1 << 15,
  DICTIONARY_NAME: 1 << 16,
  MINISTRY: 1 << 17,
  COMPASS: 1 << 18,
  NEW: 1 << 19,
  WORD_AND_NAME: 1 << 20,
  JUNIOR: 1 << 21,
} as const;

/** A folded word, described by numbers. */
export interface WordFacts {
  hash: number;
  script: number;
  /** Bits of `WordFlag`. */
  flags: number;
  /** Hashes of the first one to four letters, and of the last one to four; 0 where the word is shorter. */
  prefixes: readonly [number, number, number, number];
  suffixes: readonly [number, number, number, number];
}

/** Describes a folded word. */
export function wordFacts(folded: string, gazetteer: Gazetteer, dictionaries: Dictionaries): WordFacts {
  const script = scriptOf(folded);
  const { length } = folded;
  const prefix = (count: number): number => (length > count ? hashText(folded, 0, count) : 0);
  const suffix = (count: number): number => (length > count ? hashText(folded, length - count) : 0);
  return {
    hash: hashText(folded),
    script,
    flags: flagsOf(folded, script, gazetteer, dictionaries),
    prefixes: [prefix(1), prefix(2), prefix(3), prefix(4)],
    suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
  };
}

function flagsOf(word: string, script: number, gazetteer: Gazetteer, dictionaries: Dictionaries): number {
  let flags = 0;
  const set = (flag: number, isSet: boolean): void => {
    if (isSet) flags |= flag;
  };
  if (script === Script.OTHER) return flags;
  set(WordFlag.GIVEN, isGivenName(word) || gazetteer.isGivenName(word));
  set(WordFlag.TITLE, TITLES.has(word));
  set(WordFlag.PERSON_CUE, PERSON_CUE.test(word));
  set(WordFlag.PLACE_CUE, PLACE_CUE.test(word));
  set(WordFlag.PLACE_TAIL, PLACE_TAIL.test(word));
  set(WordFlag.ORGANIZATION_HEAD, ORGANIZATION_HEAD.test(word));
  set(WordFlag.PLACE_HEAD, PLACE_HEAD.test(word));
  set(WordFlag.PARTICLE, PARTICLES.has(word));
  set(WordFlag.STOP, STOP_WORDS.has(word));
  set(WordFlag.COMMON, COMMON_WORDS.has(word));
  set(WordFlag.CALENDAR, CALENDAR_WORDS.has(word));
  set(WordFlag.INSTITUTION, INSTITUTION_WORDS.has(word));
  set(WordFlag.COMMON_ACRONYM, COMMON_ACRONYMS.has(word));
  set(WordFlag.SURNAME_END, SURNAME_END.test(word));
  set(WordFlag.FOREIGN_END, FOREIGN_END.test(word));
  set(WordFlag.MINISTRY, MINISTRY_CUE.test(word));
  set(WordFlag.COMPASS, COMPASS.test(word));
  set(WordFlag.NEW, NEW_WORDS.has(word));
  set(WordFlag.WORD_AND_NAME, WORDS_AND_NAMES.has(word));
  set(WordFlag.JUNIOR, JUNIOR_WORDS.has(word));
  const dictionary = dictionaryOf(script, dictionaries);
  if (dictionary) {
    set(WordFlag.DICTIONARY_WORD, dictionary.isWord(word));
    set(WordFlag.DICTIONARY_NAME, dictionary.isName(word));
  }
  return flags;
}

function dictionaryOf(script: number, dictionaries: Dictionaries): Dictionary | null {
  if (script === Script.GREEK) return dictionaries.el;
  if (script === Script.LATIN) return dictionaries.en;
  return script === Script.CYRILLIC ? dictionaries.ru : null;
}
