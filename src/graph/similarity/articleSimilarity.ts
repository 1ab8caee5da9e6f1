import { cosine } from "./cosine.js";
import { softCosine } from "./softCosine.js";
import { termCount, type EncodedArticle, type TermSpace } from "./TermSpace.js";

/** Weights of square roots of cosines; fitted to graded pairs of our own gold stories, the weight of time set lower by hand. */
const SAME_LANGUAGE = { base: 0.03, lead: 0.5, words: 0.45, names: 0.42 };
const ACROSS_LANGUAGES = { base: 0, words: 0.3, names: 1.35 };
/** Times ln(1 + days), of at most two months. */
const TIME = 0.05;
const LONGEST_DAYS = 60;
const MILLISECONDS_OF_DAY = 86_400_000;

/**
 * How similar two articles are for a reader, 0 (nothing in common) to 1 (the same news): what headline and beginning, words and names share,
 * less the time between them. Square roots, since readers feel the first things shared more than the last. In one language or across two.
 */
export function articleSimilarity(a: EncodedArticle, b: EncodedArticle, space: TermSpace): number {
  const isSameLanguage = a.language === b.language;
  const scale = space.scale(isSameLanguage ? a.language : null);
  const names = Math.sqrt(cosine(a.names, b.names, space, scale));
  const days = a.date === null || b.date === null ? 0 : Math.abs(a.date - b.date) / MILLISECONDS_OF_DAY;
  const time = TIME * Math.log1p(Math.min(LONGEST_DAYS, days));
  const spelled = softCosine(a.words, b.words, space, scale);
  if (!isSameLanguage) {
    const { base, words, names: nameWeight } = ACROSS_LANGUAGES;
    return clamp(base + words * Math.sqrt(spelled) + nameWeight * names - time);
  }
  const words = Math.sqrt((cosine(a.words, b.words, space, scale) + spelled) / 2);
  const lead = Math.sqrt(cosine(a.lead, b.lead, space, scale));
  const text = SAME_LANGUAGE.lead * lead + SAME_LANGUAGE.words * words;
  // A script without capitals shows no names but those that are known: there the words must carry it.
  const isNamed = termCount(a.names) > 1 && termCount(b.names) > 1;
  const whole = SAME_LANGUAGE.lead + SAME_LANGUAGE.words + SAME_LANGUAGE.names;
  const evidence = isNamed
    ? text + SAME_LANGUAGE.names * names
    : (text * whole) / (SAME_LANGUAGE.lead + SAME_LANGUAGE.words);
  return clamp(SAME_LANGUAGE.base + evidence - time);
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
