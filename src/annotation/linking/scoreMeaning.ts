import type { KnowledgeEntity } from "../KnowledgeBase.js";
import type { Entry } from "../gazetteer/Gazetteer.js";
import type { Spot } from "../spots.js";
import { fold } from "../text/fold.js";
import type { ScoreFeature } from "../types.js";
import { articleGender } from "./articleGender.js";
import type { LinkContext } from "./LinkContext.js";
import { round } from "./round.js";
import { isBehindPlaceWord, isCityAndClub, isClub } from "./sport.js";

/** How far from a name its office may stand, in words, and how much of a word tells the office in any case. */
const ROLE_DISTANCE = 8;
const ROLE_PREFIX = 5;
/** A meaning with what speaks for it. */
export interface ScoredMeaning {
  entry: Entry;
  score: number;
  features: ScoreFeature[];
}

/** Sums what speaks for a meaning; the score is cut to 0..1. */
export function scoreMeaning(
  entry: Entry,
  spot: Spot,
  context: LinkContext,
  beside: ReadonlySet<string>,
): ScoredMeaning {
  const { entity } = entry;
  const features: ScoreFeature[] = [];
  const add = (name: string, value: number, weight: number): void => {
    if (value !== 0) features.push({ name, value: round(value), weight });
  };
  // A name that is a city's people too is more often the other thing: «οι Σπαρτιάτες», a party.
  const isLocal = entry.role.startsWith("DEMONYM") && entity.placeType !== "country";
  const roleWeight = entry.role === "FAMILY" ? 0.6 : isLocal ? 0.8 : entry.role === "INITIAL" ? 0.9 : 1;
  add("prior", entity.prior * roleWeight, 0.7);
  if (beside.size > 0 && entity.kind === "ORGANIZATION") {
    const isOwnCountry = entity.country !== null && beside.has(entity.country);
    if (isOwnCountry) add("country beside", 1, 0.4);
    else add("other country beside", 1, -0.3);
  }
  if (context.named.has(entity)) add("named in full", 1, 0.3);
  if (entity.kind === "ORGANIZATION" && context.offices.has(entity.id))
    add("office of someone named", 1, 0.4);
  if (entity.kind === "PERSON") add("office beside", roleFit(entity, spot, context), 0.5);
  if (entity.country !== null && context.countryTotal > 0)
    add("country of the article", (context.countries.get(entity.country) ?? 0) / context.countryTotal, 0.25);
  if (isCityAndClub(spot)) {
    if (isClub(entry)) add("sport", context.isSport ? 1 : -1, 0.35);
    else if (isBehindPlaceWord(spot, context.parts)) add("preposition of place", 1, 0.3);
  }
  const gender = articleGender(spot, context);
  if (gender !== null && spot.first === spot.last) addGender(add, entry, gender);
  const sum = features.reduce((total, { value, weight }) => total + value * weight, 0);
  return { entry, score: Math.max(0, Math.min(1, sum)), features };
}

/** What the gender of the article before a name tells of its meaning. */
function addGender(
  add: (name: string, value: number, weight: number) => void,
  { role, entity }: Entry,
  gender: "m" | "f",
): void {
  const fits = entity.gender === gender;
  if (role.startsWith("DEMONYM")) add("gender", 1, gender === "m" ? 0.2 : -0.2);
  else if (entity.kind === "PERSON") add("gender", 1, fits ? 0.15 : -0.3);
  else if (entity.kind === "PLACE" && entity.gender !== null && !entity.plural) {
    if (fits) add("gender", 1, 0.15);
    else if (gender === "f") add("gender", 1, -0.2);
  }
}

/** Share of the words of a person's office that stand around the spot, 0..1: «ο υπουργός Μεταφορών, Κώστας …». */
function roleFit(entity: KnowledgeEntity, spot: Spot, context: LinkContext): number {
  const tokens = context.parts.get(spot.part)?.tokens ?? [];
  const sentence = tokens[spot.first]?.sentence;
  const around = new Set<string>();
  for (let at = Math.max(0, spot.first - ROLE_DISTANCE); at <= spot.last + ROLE_DISTANCE; at++) {
    const token = tokens[at];
    if (token && token.sentence === sentence && (at < spot.first || at > spot.last))
      around.add(token.folded.slice(0, ROLE_PREFIX));
  }
  let best = 0;
  for (const role of entity.roles) {
    for (const title of [role.el, role.en, role.ru ?? ""]) {
      const words = officeWords(title);
      const found = words.filter((word) => around.has(word)).length;
      // "minister" alone fits every minister.
      if (found > 1 || (found === 1 && words.length === 1)) best = Math.max(best, found / words.length);
    }
  }
  return best;
}

const wordsOfOffices = new Map<string, string[]>();

/** The beginnings of an office's long words, folded; kept, as the knowledge base has few offices and texts many names. */
function officeWords(title: string): string[] {
  let words = wordsOfOffices.get(title);
  if (!words) {
    words = fold(title)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, ROLE_PREFIX));
    wordsOfOffices.set(title, words);
  }
  return words;
}
