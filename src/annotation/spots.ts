import type { Entry, Gazetteer, Match } from "./gazetteer/Gazetteer.js";
import { CALENDAR_WORDS, COMMON_WORDS, WORDS_AND_NAMES } from "./text/commonWords.js";
import type { Scan, Token } from "./text/scan.js";
import { STOP_WORDS } from "./text/stopWords.js";
import type { EntityKind } from "./types.js";

/** What capitals mean in a sentence: nothing in all-capital and in title-case lines. */
export type CaseMode = "NORMAL" | "CAPS" | "TITLE";

/** A place in a text where the gazetteer knows a name. */
export interface Spot extends Match {
  part: number;
  /** The name is an everyday word too and its capital says nothing here. */
  isWeak: boolean;
  /** What the tagger takes it for; null where it saw no name. */
  type: EntityKind | null;
  /** 0..1: that these words are a name. */
  confidence: number;
}

/** Of names that only the gazetteer saw. */
const GAZETTEER_CONFIDENCE = 0.85;

/** One text part, scanned. */
export interface ScannedPart extends Scan {
  index: number;
  text: string;
  isTeaser: boolean;
  /** By sentence. */
  modes: CaseMode[];
}

/** What the words of an article tell about capitals. */
export interface WordUse {
  /** Folded words that occur in lower case. */
  lower: ReadonlySet<string>;
  /** Folded words that occur with a capital where only names have one. */
  name: ReadonlySet<string>;
}

const GEOGRAPHIC_HEAD =
  /^(χερσονησο(σ|υ)?|θαλασσα(σ)?|ωκεανο(σ|υ)?|κολπο(σ|υ)?|πορθμο(σ|υ)?|στενα|στενων|λωριδα(σ)?|οχθη(σ)?|νησια|νησων|peninsula|sea|ocean|gulf|strait|strip|bank)$/;

/** The case mode of every sentence. */
export function caseModes(scan: Scan): CaseMode[] {
  const counts = scan.sentences.map(() => ({ words: 0, upper: 0, capital: 0, latin: 0 }));
  for (const token of scan.tokens) {
    const count = counts[token.sentence];
    if (!count || token.isNumber || token.end - token.start < 2 || token.isDotted) continue;
    count.words++;
    if (token.isUpper) count.upper++;
    if (/^[a-z]/.test(token.folded)) {
      count.latin++;
      if (token.isCapital || STOP_WORDS.has(token.folded)) count.capital++;
    }
  }
  const total = counts.reduce((sum, item) => sum + item.words, 0);
  const upper = counts.reduce((sum, item) => sum + item.upper, 0);
  return counts.map((count) => {
    const isShort = count.words < 3;
    if (isShort ? upper === total && total >= 2 : count.upper >= count.words * 0.8) return "CAPS";
    if (count.latin >= 5 && count.latin === count.words && count.capital >= count.latin * 0.85)
      return "TITLE";
    return "NORMAL";
  });
}

/** How the words of an article are written where their capital tells something. */
export function wordUse(parts: readonly ScannedPart[]): WordUse {
  const lower = new Set<string>();
  const name = new Set<string>();
  for (const part of parts) {
    for (const token of part.tokens) {
      if (token.isNumber) continue;
      if (!token.isCapital) lower.add(token.folded);
      else if (!token.startsPhrase && part.modes[token.sentence] === "NORMAL") name.add(token.folded);
    }
  }
  return { lower, name };
}

/** The longest names of the gazetteer in one part, left to right, not overlapping. */
export function findSpots(part: ScannedPart, gazetteer: Gazetteer, use: WordUse): Spot[] {
  const spots: Spot[] = [];
  let first = 0;
  while (first < part.tokens.length) {
    const token = part.tokens[first];
    const mode = part.modes[token?.sentence ?? 0] ?? "NORMAL";
    const match = gazetteer.longest(part.tokens, first, part.text, (entry, from, to) =>
      accepts(entry, part, from, to, mode),
    );
    if (!match || !token) {
      first++;
      continue;
    }
    spots.push({
      ...match,
      part: part.index,
      isWeak: isWeak(match, token, mode, use),
      type: null,
      confidence: GAZETTEER_CONFIDENCE,
    });
    first = match.last + 1;
  }
  return spots;
}

function isWeak(match: Match, token: Token, mode: CaseMode, use: WordUse): boolean {
  if (match.first !== match.last || match.entries.every((entry) => entry.role.startsWith("DEMONYM")))
    return false;
  const isCapitalMute = token.startsPhrase || mode !== "NORMAL";
  const isWord = WORDS_AND_NAMES.has(token.folded) || (COMMON_WORDS.has(token.folded) && !token.isUpper);
  return isCapitalMute && (isWord || (use.lower.has(token.folded) && !token.isUpper));
}

function accepts(
  entry: Entry,
  { tokens, text }: ScannedPart,
  first: number,
  last: number,
  mode: CaseMode,
): boolean {
  const token = tokens[first];
  if (!token) return false;
  const isSingle = first === last;
  switch (entry.role) {
    case "ACRONYM":
      // «AfD», «ΑμεΑ»: an acronym with small letters is known by its very spelling.
      if (first === last && text.slice(token.start, token.end) === entry.lemma && !token.isUpper) return true;
      return acceptsAcronym(tokens, first, last, mode);
    case "DEMONYM_PERSON":
    case "DEMONYM_ADJECTIVE":
      if (entry.language === "el" || entry.language === "ru") return true;
      return token.isCapital && (mode === "NORMAL" || !COMMON_WORDS.has(token.folded));
    default:
  }
  if (isSingle && CALENDAR_WORDS.has(token.folded) && isDate(tokens, first)) return false;
  if (isSingle && STOP_WORDS.has(token.folded) && (token.startsPhrase || mode !== "NORMAL")) return false;
  if (isSingle && mode === "CAPS" && (token.folded.length < 3 || WORDS_AND_NAMES.has(token.folded)))
    return false;
  if (mode === "CAPS") return true;
  let needed = 0;
  let have = 0;
  let sure = 0;
  for (let at = first; at <= last; at++) {
    if (entry.capitals[at - first] !== true) continue;
    needed++;
    const isCapital = tokens[at]?.isCapital === true;
    if (isCapital) have++;
    if (isCapital && tokens[at]?.startsPhrase === false) sure++;
  }
  if (have === needed) return needed > 0 || !isSingle || /\p{Script=Han}/u.test(entry.lemma);
  if (isSingle || entry.entity.kind === "PERSON") return false;
  // «υπουργείο Εξωτερικών», «Κορεατική χερσόνησος»: the common noun of a name is often written small.
  if (sure > 0 && have * 2 >= needed) return true;
  return entry.entity.kind === "PLACE" && GEOGRAPHIC_HEAD.test(tokens[last]?.folded ?? "");
}

/** "May 16", "16 May". */
function isDate(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.isNumber === true || tokens[at + 1]?.isNumber === true;
}

function acceptsAcronym(tokens: readonly Token[], first: number, last: number, mode: CaseMode): boolean {
  const token = tokens[first];
  if (!token) return false;
  if (first === last && mode === "CAPS") {
    return token.folded.length > 2 && !STOP_WORDS.has(token.folded) && !COMMON_WORDS.has(token.folded);
  }
  // «Νατο», «Σύριζα»: long acronyms are also written like names.
  const isWordLike = (item: Token): boolean =>
    item.isCapital && !item.startsPhrase && item.folded.length > 3 && !COMMON_WORDS.has(item.folded);
  for (let at = first; at <= last; at++) {
    const item = tokens[at];
    if (!item) return false;
    const isShort = item.end - item.start === 1 && item.isCapital;
    if (!item.isUpper && !item.isDotted && !item.isNumber && !isShort && !isWordLike(item)) return false;
    if (first === last && isShort) return false;
  }
  return true;
}
