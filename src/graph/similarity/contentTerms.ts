import { caselessKey } from "../../annotation/things/thingKey.js";
import { fold } from "../../annotation/text/fold.js";
import { spelling } from "../../annotation/text/spelling.js";
import { stem } from "../../annotation/text/stem.js";
import { unitsAt, WordClass, wordClass } from "../../annotation/text/wordClass.js";
import { isFunctionWord } from "./functionWords.js";

/** A word of a text that says what it is about. */
export interface ContentTerm {
  /** Stem in Latin letters, or `#` and the digits of a number. */
  term: string;
  /** What its spellings in other scripts and cases share (Μητσοτάκη, Mitsotakis → mitsotaki), where it is written like a name; null for other words. */
  name: string | null;
}

// Thousands may be set off by blanks (10 000), and nothing tells a decimal comma from one of thousands: only the digits count.
const NUMBER = /(?<!\p{N})\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})+(?!\p{N})|\p{N}+(?:[.,:]\p{N}+)*/uy;
const CAPITAL = /^\p{Lu}/u;
const LONGEST = 40;
const CACHE_LIMIT = 30_000;
/** By language and word, as it is written. */
const known = new Map<string, Map<string, WordFacts | null>>();

/** What a word is wherever it stands. */
interface WordFacts {
  folded: string;
  term: string;
  isCapital: boolean;
  /** Only for capital words. */
  name: string | null;
}

/**
 * The words of a text in text order, without function words: stemmed in the language, so that its forms meet, and romanised, so that
 * names meet across scripts. Numbers are kept by their digits. A capital inside a sentence, or of all but its first words, makes a name.
 */
export function contentTerms(text: string, language: string): ContentTerm[] {
  const found: ContentTerm[] = [];
  const isGerman = language.startsWith("de");
  const facts = cacheOf(language);
  let end = 0;
  let before = "";
  for (let index = 0; index < text.length;) {
    const start = wordClass(text, index);
    if (start === WordClass.OTHER) {
      index += unitsAt(text, index);
      continue;
    }
    const from = end;
    const first = index;
    end = index = start === WordClass.NUMBER ? numberEnd(text, first) : wordEnd(text, first);
    const word = text.slice(first, end);
    const previous = before;
    before = word;
    if (word.length > LONGEST) continue;
    if (start === WordClass.NUMBER) {
      const digits = word.replace(/\P{N}/gu, "").normalize("NFKC");
      if (digits.length > 1 && /[1-9]/.test(digits)) found.push({ term: `#${digits}`, name: null });
      continue;
    }
    let fact = facts.get(word);
    if (fact === undefined) {
      if (facts.size >= CACHE_LIMIT) facts.clear();
      facts.set(word, (fact = factsOf(word, language)));
    }
    if (fact === null) continue;
    const { folded, term, isCapital, name } = fact;
    const isName =
      isCapital && !startsSentence(text, from, first) && !(isGerman && isGermanNoun(folded, previous));
    found.push({ term, name: isName ? name : null });
  }
  return found;
}

function numberEnd(text: string, first: number): number {
  NUMBER.lastIndex = first;
  return NUMBER.test(text) ? NUMBER.lastIndex : first + unitsAt(text, first);
}

/** Behind the letters, marks and digits from a place on. */
function wordEnd(text: string, first: number): number {
  let at = first;
  while (at < text.length && wordClass(text, at) !== WordClass.OTHER) at += unitsAt(text, at);
  return at;
}

function cacheOf(language: string): Map<string, WordFacts | null> {
  let facts = known.get(language);
  if (facts === undefined) {
    // Texts may say of themselves what they like.
    if (known.size >= MOST_LANGUAGES) known.clear();
    facts = new Map<string, WordFacts | null>();
    known.set(language, facts);
  }
  return facts;
}

const MOST_LANGUAGES = 16;

/** Null for a word that says nothing. */
function factsOf(word: string, language: string): WordFacts | null {
  const folded = foldMore(word, language);
  if (folded.length < 2 || isFunctionWord(folded, language)) return null;
  const isCapital = CAPITAL.test(word) && folded.length > 2;
  return {
    folded,
    term: stemOf(folded, language),
    isCapital,
    name: isCapital ? spelling(caselessKey(folded)) : null,
  };
}

const ENDS_SENTENCE = '.!?;…:«"“„—–-';

/** Whether the gap `from..to` before a word makes its capital say nothing: none, or one that ends in such a mark and blanks. */
function startsSentence(text: string, from: number, to: number): boolean {
  if (from === 0) return true;
  let at = to - 1;
  while (at >= from && /\s/u.test(text[at] ?? "")) at--;
  return at >= from && ENDS_SENTENCE.includes(text[at] ?? " ");
}

/** German writes all nouns with a capital: those behind an article, or with an ending of nouns, are most likely no names. */
function isGermanNoun(folded: string, previous: string): boolean {
  return (
    /^(?:d(?:er|ie|as|en|em|es)|(?:k?ein|dies|ihr|sein|unser|jed)(?:e[rsmn]?)?|[ai]m|[vz]om?|zu[mr]|beim|ins|mehr|viele|\p{N}+)$/iu.test(
      previous,
    ) || /(?:ung|heit|keit|schaft|tion|tat|nis|tum|ment|ling)(?:e?n|e?s|er)?$/u.test(folded)
  );
}

/** Folded, with the letters of Arabic that are written now so, now so, made one. */
function foldMore(word: string, language: string): string {
  const folded = fold(word);
  if (!language.startsWith("ar") && !/[\u0600-\u06ff]/.test(folded)) return folded;
  return folded.replace(/ـ/gu, "").replace(/ى/gu, "ي").replace(/ة/gu, "ه").replace(/[ٱ]/gu, "ا");
}

function stemOf(folded: string, language: string): string {
  const script = scriptLanguage(folded, language);
  if (script === "ar") return arabicStem(folded);
  const stemmed = HAS_STEMMER.has(script) ? stem(folded, script) : folded.slice(0, PREFIX);
  return script === "el" || script === "ru" || script === "uk" || script === "bg"
    ? spelling(stemmed)
    : stemmed;
}

const HAS_STEMMER = new Set(["el", "en", "ru", "uk", "bg", "de", "fr", "it", "es", "tr"]);
/** Of languages without a stemmer, Polish above all, words meet by their beginnings. */
const PREFIX = 6;

function scriptLanguage(folded: string, language: string): string {
  const code = folded.charCodeAt(0);
  const given = language.slice(0, 2);
  if (code >= 0x370 && code <= 0x3ff) return "el";
  if (code >= 0x400 && code <= 0x52f) return given === "uk" || given === "bg" ? given : "ru";
  if (code >= 0x600 && code <= 0x6ff) return "ar";
  return ["el", "ru", "uk", "bg", "ar"].includes(given) ? "en" : given;
}

/** Light stemming after Larkey, Ballesteros and Connell 2002 ("light10"): article, conjunction and common endings go. */
function arabicStem(word: string): string {
  let stemmed = word.replace(/^و(?=.{3})/u, "").replace(/^(?:وال|بال|كال|فال|لل|ال)(?=.{2})/u, "");
  for (const ending of ["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"]) {
    if (stemmed.endsWith(ending) && stemmed.length - ending.length >= 3) {
      stemmed = stemmed.slice(0, -ending.length);
      break;
    }
  }
  return stemmed;
}
