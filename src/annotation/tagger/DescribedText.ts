import type { WordFacts } from "./wordFacts.js";

/** How a token is written. */
export const Look = {
  LOWER: 0,
  CAPITAL: 1,
  UPPER: 2,
  ONE_CAPITAL: 3,
  INITIAL: 4,
  DOTTED: 5,
  NUMBER: 6,
  /** A capital inside: iPhone, McDonald. */
  MIXED: 7,
  /** Letters and digits: MED9. */
  WITH_DIGITS: 8,
  CASELESS: 9,
  /** A word of a line of capitals, where they say nothing. */
  CAPITALS_LINE: 10,
} as const;

/** Bits of the place of a token. */
export const Place = {
  IN_QUOTES: 1,
  IN_BRACKETS: 2,
  STARTS_PHRASE: 4,
  STARTS_SENTENCE: 8,
  TITLE_LINE: 16,
} as const;

/** One text, a number for every token of its scan; what the features are made of. */
export interface DescribedText {
  length: number;
  /** 0: another language than the three that training knows. */
  language: number;
  facts: WordFacts[];
  /** Hash of the folded word. */
  words: Int32Array;
  /** Bits of `WordFlag`. */
  flags: Int32Array;
  /** Of `Look`; 16 is added where the word is not in the script of the language. */
  looks: Uint8Array;
  /** Hash of the characters before the token that are not blank; the last element is of those at the end. */
  gaps: Int32Array;
  /** Bits of `Place`. */
  places: Uint8Array;
  /** What the gazetteer says; see `gazetteerMarks`. */
  marks: Uint16Array;
  /** What the other places of the same word in the document tell; see `wordEvidence`. */
  evidence: Uint16Array;
  /** First and last token of the run of capitals that the token belongs to; -1 outside. */
  runFirst: Int32Array;
  runLast: Int32Array;
  /** 1 for tokens that may belong to a name. */
  isActive: Uint8Array;
  /** Sentence of the token, as the scan says. */
  sentences: Int32Array;
}
