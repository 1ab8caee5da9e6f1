import { cosine } from "./cosine.js";
import { termCount, type EncodedArticle, type TermSpace } from "./TermSpace.js";

/** What speaks for two articles telling of the same event. */
export interface PairEvidence {
  /** Cosines, 0..1, of all words, of headline and beginning, and of names. */
  words: number;
  lead: number;
  names: number;
  /** Between the publications; null where one has no date. */
  days: number | null;
  /** Log odds that both tell of the same event: above 0 is more likely than not. */
  logit: number;
}

/**
 * Weights of the evidence, by logistic regression on our own gold stories and the sample archive, as they are and lengthened (docs/evaluation.md).
 * Square roots of the cosines, since the step from none to little says most.
 */
export const EVIDENCE_WEIGHTS = {
  sameLanguage: { bias: -5.2, words: 3.9, lead: 8.7, names: 3.06 },
  /** Only numbers, and words and names that sound alike, can meet. */
  acrossLanguages: { bias: -1.1, words: 2.43, lead: 0, names: 7.72 },
  /** Times ln(1 + (days − half a day) / timeUnit). */
  time: -1.4,
  timeUnit: 3,
  /** And times the days beyond two weeks: events that come again with the same words, such as meetings of a bank, are months apart. */
  laterTime: -0.03,
  longestDays: 180,
  undated: -1.5,
  /** Times ln(articles within three days / usual), taken off, between least and most. */
  crowd: { slope: 0.4, usual: 12, least: -0.8, most: 1.5 },
  /**
   * Cosines of long texts are higher, whatever they tell of: they are brought to those of texts of so many different terms; `least` is the
   * fewest that count as a text.
   */
  length: { terms: 40, least: 15, power: 0.5 },
};
const MILLISECONDS_OF_DAY = 86_400_000;

/** Compares two articles; symmetric. `crowd` is `crowdPenalty` of the days around. */
export function pairEvidence(
  a: EncodedArticle,
  b: EncodedArticle,
  space: TermSpace,
  crowd: number,
): PairEvidence {
  const isSameLanguage = a.language === b.language;
  const scale = space.scale(isSameLanguage ? a.language : null);
  const words = cosine(a.words, b.words, space, scale);
  const lead = isSameLanguage ? cosine(a.lead, b.lead, space, scale) : 0;
  const names = cosine(a.names, b.names, space, scale);
  const days = a.date === null || b.date === null ? null : Math.abs(a.date - b.date) / MILLISECONDS_OF_DAY;
  const weights = EVIDENCE_WEIGHTS[isSameLanguage ? "sameLanguage" : "acrossLanguages"];
  const logit =
    weights.bias +
    weights.words * Math.sqrt(words * lengthFactor(termCount(a.words), termCount(b.words))) +
    weights.lead * Math.sqrt(lead * lengthFactor(termCount(a.lead), termCount(b.lead))) +
    weights.names * Math.sqrt(names) +
    (days === null ? EVIDENCE_WEIGHTS.undated : timeEvidence(days)) -
    crowd;
  return { words, lead, names, days, logit };
}

/** Log odds that the time between two articles takes off. */
function timeEvidence(days: number): number {
  const { time, timeUnit, laterTime, longestDays } = EVIDENCE_WEIGHTS;
  const counted = Math.min(longestDays, Math.max(0, days - 0.5));
  return time * Math.log1p(counted / timeUnit) + laterTime * Math.max(0, counted - TWO_WEEKS);
}

const TWO_WEEKS = 14;

/**
 * Log odds that crowded days take off: among many articles of the same days a chance likeness is likelier.
 * @param articles articles of the archive within three days
 */
export function crowdPenalty(articles: number): number {
  const { slope, usual, least, most } = EVIDENCE_WEIGHTS.crowd;
  return Math.min(most, Math.max(least, slope * Math.log(Math.max(1, articles) / usual)));
}

function lengthFactor(a: number, b: number): number {
  const { terms, least, power } = EVIDENCE_WEIGHTS.length;
  return (terms / Math.max(least, Math.sqrt(a * b))) ** power;
}
