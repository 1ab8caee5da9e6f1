import type { Gazetteer } from "../gazetteer/Gazetteer.js";
import { CharacterClass, characterClass } from "../text/characterClass.js";
import type { Scan, Token } from "../text/scan.js";
import { Look, Place, type DescribedText } from "./DescribedText.js";
import { gazetteerMarks } from "./gazetteerMarks.js";
import { Script, scriptOfLanguage } from "./Script.js";
import { WordFlag, wordFacts, type Dictionaries, type WordFacts } from "./wordFacts.js";
import { addWordEvidence } from "./wordEvidence.js";

/** A text and its scan. */
export interface ScannedText extends Scan {
  text: string;
}

const LANGUAGES = ["el", "en", "ru"];
const CACHE_LIMIT = 100_000;
/** Small words between capitals that may belong to one name: «Τράπεζα της Ελλάδος», "Office for the Arts". */
const MAX_INNER = 3;
/** Words behind «υπουργείο» in small letters that may belong to its name. */
const MAX_TAIL = 4;
const SPACED_DASH = 0x2014;

/** Turns scanned texts into numbers. Keeps facts of words that it has met, at most 100,000. */
export class Describer {
  private readonly known = new Map<string, WordFacts>();

  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly dictionaries: Dictionaries,
  ) {}

  /** Describes the texts of one document; what one tells about a word counts in the others. */
  describe(texts: readonly ScannedText[], language: string): DescribedText[] {
    const described = texts.map((text) => this.describeText(text, language));
    addWordEvidence(described);
    return described;
  }

  private describeText({ text, tokens, sentences }: ScannedText, language: string): DescribedText {
    const { length } = tokens;
    const facts = tokens.map((token) => this.factsOf(token.folded));
    const flags = Int32Array.from(facts, (item) => item.flags);
    const described: DescribedText = {
      length,
      language: LANGUAGES.indexOf(language.slice(0, 2)) + 1,
      facts,
      words: Int32Array.from(facts, (item) => item.hash),
      flags,
      looks: new Uint8Array(length),
      gaps: gapsOf(text, tokens),
      places: new Uint8Array(length),
      marks: gazetteerMarks(text, tokens, flags, this.gazetteer),
      evidence: new Uint16Array(length),
      runFirst: new Int32Array(length).fill(-1),
      runLast: new Int32Array(length).fill(-1),
      isActive: new Uint8Array(length),
      sentences: Int32Array.from(tokens, (token) => token.sentence),
    };
    addLooks(described, text, tokens, sentences.length, scriptOfLanguage(language));
    addPlaces(described, text, tokens);
    addRuns(described, text, tokens);
    markActive(described);
    return described;
  }

  private factsOf(folded: string): WordFacts {
    const known = this.known.get(folded);
    if (known) return known;
    const facts = wordFacts(folded, this.gazetteer, this.dictionaries);
    if (this.known.size >= CACHE_LIMIT) this.known.clear();
    this.known.set(folded, facts);
    return facts;
  }
}

/** A line of so many capital words is one, however short they are. */
const SHORTEST_LINE = 4;

function addLooks(
  described: DescribedText,
  text: string,
  tokens: readonly Token[],
  sentenceCount: number,
  script: number,
): void {
  const words = new Int32Array(sentenceCount);
  const upper = new Int32Array(sentenceCount);
  const capital = new Int32Array(sentenceCount);
  const longUpper = new Uint8Array(sentenceCount);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const facts = described.facts[at];
    if (!token || !facts) continue;
    let look = lookOf(text, token);
    const { sentence } = token;
    if (look !== Look.NUMBER && look !== Look.CASELESS && token.end - token.start > 1) {
      words[sentence] = (words[sentence] ?? 0) + 1;
      if (look === Look.UPPER) {
        upper[sentence] = (upper[sentence] ?? 0) + 1;
        if (token.end - token.start > 5) longUpper[sentence] = 1;
      }
      if (token.isCapital || (facts.flags & WordFlag.STOP) !== 0)
        capital[sentence] = (capital[sentence] ?? 0) + 1;
    }
    if (facts.script !== Script.OTHER && facts.script !== script) look += 16;
    described.looks[at] = look;
  }
  for (let at = 0; at < tokens.length; at++) {
    const sentence = tokens[at]?.sentence ?? 0;
    const count = words[sentence] ?? 0;
    const look = described.looks[at] ?? 0;
    // A few short words in capitals may be acronyms.
    const isLine = count > 1 && (longUpper[sentence] === 1 || count >= SHORTEST_LINE);
    const isShouted = isLine && (upper[sentence] ?? 0) >= count * 0.75;
    if (isShouted && isCapitalLook(look & 15)) described.looks[at] = Look.CAPITALS_LINE + (look & 16);
    else if (!isShouted && script === Script.LATIN && count > 3 && (capital[sentence] ?? 0) >= count * 0.8)
      described.places[at] = Place.TITLE_LINE;
  }
}

function isCapitalLook(look: number): boolean {
  return look === Look.UPPER || look === Look.ONE_CAPITAL || look === Look.CAPITAL;
}

function lookOf(text: string, token: Token): number {
  if (token.isNumber) return Look.NUMBER;
  if (token.isInitial) return Look.INITIAL;
  if (token.isDotted) return Look.DOTTED;
  let upper = 0;
  let lower = 0;
  let hasDigit = false;
  const end = Math.min(token.end, token.start + 40);
  for (let at = token.start; at < end; at++) {
    const kind = characterClass(text.charCodeAt(at));
    if (kind === CharacterClass.UPPER) upper++;
    else if (kind === CharacterClass.LOWER) lower++;
    else if (kind === CharacterClass.DIGIT) hasDigit = true;
  }
  if (upper + lower === 0) return Look.CASELESS;
  if (hasDigit) return upper > 0 ? Look.WITH_DIGITS : Look.NUMBER;
  if (upper === 0) return Look.LOWER;
  if (lower === 0) return upper === 1 ? Look.ONE_CAPITAL : Look.UPPER;
  return token.isCapital && upper === 1 ? Look.CAPITAL : Look.MIXED;
}

/** A number for the characters before each token, quotes told apart as opening and closing, blanks left out. */
function gapsOf(text: string, tokens: readonly Token[]): Int32Array {
  const gaps = new Int32Array(tokens.length + 1);
  let from = 0;
  for (let at = 0; at <= tokens.length; at++) {
    const to = tokens[at]?.start ?? text.length;
    // Only what stands next to the two words: a gap may be as long as the text.
    const near = Math.min(to, from + 8);
    let gap = 0;
    for (let index = from; index < near; index++) gap = addToGap(gap, text, index, from, to);
    gaps[at] = gap;
    from = tokens[at]?.end ?? to;
  }
  return gaps;
}

function addToGap(gap: number, text: string, index: number, from: number, to: number): number {
  let code = text.charCodeAt(index);
  const kind = characterClass(code);
  if (kind === CharacterClass.SPACE || kind === CharacterClass.MARK) return gap;
  if (code === 0x22) code = index === from && to - from > 1 ? 0xbb : 0xab;
  else if (code === 0x201c || code === 0x201e || code === 0x2018) code = 0xab;
  else if (code === 0x201d) code = 0xbb;
  else if (code === 0x2d || code === 0x2013 || code === 0x2010) code = to - from === 1 ? 0x2d : SPACED_DASH;
  return (Math.imul(gap, 31) + code) | 0;
}

function addPlaces(described: DescribedText, text: string, tokens: readonly Token[]): void {
  let sentence = -1;
  let isQuoted = false;
  let isBracketed = false;
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const isFirst = token.sentence !== sentence;
    if (isFirst) {
      sentence = token.sentence;
      isQuoted = false;
      isBracketed = false;
    }
    for (let index = Math.max(from, token.start - 12); index < token.start; index++) {
      const character = text[index] ?? "";
      if ("«“„".includes(character)) isQuoted = true;
      else if ("»”".includes(character)) isQuoted = false;
      else if (character === '"') isQuoted = !isQuoted;
      else if (character === "(" || character === "[") isBracketed = true;
      else if (character === ")" || character === "]") isBracketed = false;
    }
    from = token.end;
    let place = described.places[at] ?? 0;
    if (isQuoted) place |= Place.IN_QUOTES;
    if (isBracketed) place |= Place.IN_BRACKETS;
    if (token.startsPhrase) place |= Place.STARTS_PHRASE;
    if (isFirst) place |= Place.STARTS_SENTENCE;
    described.places[at] = place;
  }
}

/** Neighbouring capital words, with particles between them. Lines of capitals have no runs. */
function addRuns(described: DescribedText, text: string, tokens: readonly Token[]): void {
  let at = 0;
  while (at < tokens.length) {
    if (!isRunWord(described, at)) {
      at++;
      continue;
    }
    let last = at;
    for (;;) {
      let next = last + 1;
      if (((described.flags[next] ?? 0) & WordFlag.PARTICLE) !== 0 && isPlainGap(text, tokens, next)) next++;
      if (!isRunWord(described, next) || !isPlainGap(text, tokens, next)) break;
      last = next;
    }
    described.runFirst.fill(at, at, last + 1);
    described.runLast.fill(last, at, last + 1);
    at = last + 1;
  }
}

function isRunWord(described: DescribedText, at: number): boolean {
  if (at >= described.length) return false;
  const look = (described.looks[at] ?? 0) & 15;
  return look !== Look.LOWER && look !== Look.NUMBER && look !== Look.CASELESS && look < Look.CAPITALS_LINE;
}

function isPlainGap(text: string, tokens: readonly Token[], at: number): boolean {
  const left = tokens[at - 1];
  const right = tokens[at];
  if (!left || !right || left.sentence !== right.sentence || right.start - left.end > 3) return false;
  for (let index = left.end; index < right.start; index++) {
    const code = text.charCodeAt(index);
    const isAfterInitial = code === 0x2e && (left.isInitial || left.end - left.start < 4);
    const isTie = code === 0x2d || code === 0x27 || code === 0x2019 || code === 0x26;
    if (characterClass(code) !== CharacterClass.SPACE && !isAfterInitial && !isTie) return false;
  }
  return true;
}

/** Marks capital words, small words between them, heads in small letters and numbers beside a name. */
function markActive({ length, looks, flags, sentences, isActive }: DescribedText): void {
  let capital = -1;
  for (let at = 0; at < length; at++) {
    const look = (looks[at] ?? 0) & 15;
    const isHead = look === Look.LOWER && ((flags[at] ?? 0) & WordFlag.ORGANIZATION_HEAD) !== 0;
    if (isHead) {
      for (let next = at; next <= at + MAX_TAIL && sentences[next] === sentences[at]; next++)
        isActive[next] = 1;
    }
    const isSmall = look === Look.LOWER || look === Look.NUMBER || look === Look.CASELESS;
    if (isSmall) continue;
    isActive[at] = 1;
    const isNear = capital >= 0 && at - capital <= MAX_INNER + 1 && sentences[capital] === sentences[at];
    if (isNear) isActive.fill(1, capital, at);
    capital = at;
    const before = at - 1;
    const isTied = ((looks[before] ?? 0) & 15) === Look.NUMBER || ((flags[before] ?? 0) & TIED) !== 0;
    if (before >= 0 && isTied && sentences[before] === sentences[at]) isActive[before] = 1;
    if (((looks[at + 1] ?? 0) & 15) === Look.NUMBER && sentences[at + 1] === sentences[at])
      isActive[at + 1] = 1;
  }
}

const TIED = WordFlag.PARTICLE | WordFlag.PLACE_HEAD | WordFlag.ORGANIZATION_HEAD;
