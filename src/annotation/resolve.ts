import type { KnowledgeEntity } from "./KnowledgeBase.js";
import type { Candidate, MentionKind } from "./types.js";
import type { Entry } from "./gazetteer/Gazetteer.js";
import type { ScannedPart, Spot } from "./spots.js";
import type { UnknownName } from "./unknownNames.js";
import { CALENDAR_WORDS, WORDS_AND_NAMES } from "./text/commonWords.js";
import { fold } from "./text/fold.js";

/** What a spot means. `entity` is null when no meaning is sure enough (NIL). */
export interface Verdict {
  entity: KnowledgeEntity | null;
  entry: Entry;
  kind: MentionKind;
  confidence: number | null;
  candidates: Candidate[];
}

/** Spots and unknown names of the texts that may explain each other: an article, or its teasers. */
export interface Scope {
  parts: readonly ScannedPart[];
  spots: readonly Spot[];
  unknown: readonly UnknownName[];
}

/** A bare family name links without its full name only from this prior on. */
const BARE_NAME_PRIOR = 0.7;
/** The best meaning must be this much better than the second. */
const MARGIN = 0.06;
const LOWEST_SCORE = 0.4;
const MAX_CANDIDATES = 5;

/** How far from a name its office may stand, in words, and how much of a word tells the office in any case. */
const ROLE_DISTANCE = 8;
const ROLE_PREFIX = 5;
/** Kinds of organization that every country has one of. */
const NATIONAL = new Set(["government", "party", "court", "military"]);

const KINSHIP =
  /^(γιο[συ]?|γυιο|κορη[σ]?|συζυγο[συ]?|αδελφ|αδερφ|πατερα|μητερα|παιδι|ανιψι|εγγονο|son|daughter|wife|husband|brother|sister|father|mother|сын|доч|жен|муж|брат|сестр)/;
const FEMININE = new Set(
  "η της τη την στη στην στης τις στις μια μιας κυρια κυριας κα mrs ms miss madame lady she her".split(" "),
);
const MASCULINE = new Set("ο του τον στον ενας εναν κ κος κυριος mr sir his he".split(" "));
const BLANK_OR_POSSESSIVE = /^(?:['’]s?)?\s+$/u;
const BLANK_OR_GENITIVE = /^\s+(?:(?:της|του|των|of|of the)\s+)?$/iu;

interface Place {
  part: number;
  first: number;
}

interface Context {
  parts: ReadonlyMap<number, ScannedPart>;
  /** For every spot its neighbours in the same part. */
  neighbours: ReadonlyMap<Spot, { before: Spot | undefined; after: Spot | undefined }>;
  /** Where entities are named in full. */
  named: Map<KnowledgeEntity, Place[]>;
  countries: Map<string, number>;
  /** Organizations and countries in which someone named here holds or held an office. */
  offices: Set<string>;
  /** Family names of people outside the knowledge base, folded, with the first place. */
  strangers: Map<string, Place>;
}

/**
 * Decides what every spot of one scope means. Full names first; then short names, which adopt the full name
 * wherever in the scope it stands; ambiguous names by the countries beside them and in the rest of the scope.
 */
export function resolve(scope: Scope): Map<Spot, Verdict | null> {
  const verdicts = new Map<Spot, Verdict | null>();
  const parts = new Map(scope.parts.map((part) => [part.index, part]));
  const context: Context = {
    parts,
    neighbours: neighboursOf(scope.spots),
    named: new Map(),
    countries: new Map(),
    offices: new Set(),
    strangers: strangersOf(scope, parts),
  };
  const open: Spot[] = [];
  for (const spot of scope.spots) {
    const sure = sureEntry(spot);
    if (!sure || spot.isWeak) open.push(spot);
    else if (isOfAnotherCountry(sure.entity, spot, context)) {
      const candidates = toCandidates([{ entry: sure, score: 0.2 }]);
      verdicts.set(spot, { ...verdict(sure, kindOf(sure, spot, context), null, candidates), entity: null });
    } else {
      const confidence = confidenceOf(sure);
      const candidates = [{ entity: sure.entity.id, score: confidence }];
      verdicts.set(spot, verdict(sure, kindOf(sure, spot, context), confidence, candidates));
      note(context, spot, sure);
    }
  }
  const later: Spot[] = [];
  for (const spot of open) {
    if (isNamePart(spot) || spot.isWeak) {
      later.push(spot);
      continue;
    }
    const beside = adjacentCountries(spot, context);
    if (beside.size === 0) later.push(spot);
    else verdicts.set(spot, choose(spot, context, beside));
  }
  for (const spot of later) if (isNamePart(spot)) verdicts.set(spot, resolvePerson(spot, context));
  for (const spot of later) {
    if (isNamePart(spot)) continue;
    if (spot.isWeak && !isNamedElsewhere(spot, context)) verdicts.set(spot, null);
    else verdicts.set(spot, choose(spot, context, adjacentCountries(spot, context)));
  }
  return verdicts;
}

function sureEntry(spot: Spot): Entry | null {
  const entries = spot.entries.filter((entry) => entry.role !== "GIVEN");
  const first = entries[0];
  if (!first || first.role === "FAMILY") return null;
  const strong = entries.filter((entry) => entry.role !== "FAMILY");
  return strong.every((entry) => entry.entity === first.entity) &&
    (strong.length === entries.length || first.role !== "INITIAL")
    ? first
    : null;
}

function isNamePart(spot: Spot): boolean {
  return spot.entries.every((entry) => entry.role === "FAMILY" || entry.role === "GIVEN");
}

function note(context: Context, spot: Spot, entry: Entry): void {
  if (!entry.role.startsWith("DEMONYM")) {
    const places = context.named.get(entry.entity);
    if (places) places.push({ part: spot.part, first: spot.first });
    else context.named.set(entry.entity, [{ part: spot.part, first: spot.first }]);
  }
  for (const role of entry.entity.roles) if (role.of !== null) context.offices.add(role.of);
  const country = entry.entity.country;
  if (country !== null) context.countries.set(country, (context.countries.get(country) ?? 0) + 1);
}

function choose(spot: Spot, context: Context, beside: ReadonlySet<string>): Verdict | null {
  const entries = distinctEntities(spot.entries.filter((entry) => entry.role !== "GIVEN"));
  const scored = entries
    .map((entry) => ({ entry, score: score(entry, spot, context, beside) }))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return null;
  const candidates = toCandidates(scored);
  const second = scored[1]?.score ?? 0;
  if (best.score < LOWEST_SCORE || best.score - second < MARGIN) {
    return { ...verdict(best.entry, kindOf(best.entry, spot, context), null, candidates), entity: null };
  }
  note(context, spot, best.entry);
  // The share of the best meaning, less where even that has little for it.
  const confidence = Math.min(0.97, (best.score / (best.score + second)) * (0.7 + 0.3 * best.score));
  return verdict(best.entry, kindOf(best.entry, spot, context), round(confidence), candidates);
}

function score(entry: Entry, spot: Spot, context: Context, beside: ReadonlySet<string>): number {
  const { entity } = entry;
  // A name that is a city's people too is more often the other thing: «οι Σπαρτιάτες», a party.
  const isLocal = entry.role.startsWith("DEMONYM") && entity.placeType !== "country";
  const roleWeight = entry.role === "FAMILY" ? 0.6 : isLocal ? 0.8 : entry.role === "INITIAL" ? 0.9 : 1;
  let value = entity.prior * roleWeight * 0.7;
  const isOwnCountry = entity.country !== null && beside.has(entity.country);
  if (beside.size > 0 && entity.kind === "ORGANIZATION") value += isOwnCountry ? 0.4 : -0.3;
  if (context.named.has(entity)) value += 0.3;
  if (entity.kind === "ORGANIZATION" && context.offices.has(entity.id)) value += 0.4;
  if (entity.kind === "PERSON") value += 0.5 * roleFit(entity, spot, context);
  const total = [...context.countries.values()].reduce((sum, count) => sum + count, 0);
  if (entity.country !== null && total > 0)
    value += 0.25 * ((context.countries.get(entity.country) ?? 0) / total);
  const gender = articleGender(spot, context);
  if (gender !== null && spot.first === spot.last) {
    if (entry.role.startsWith("DEMONYM")) value += gender === "m" ? 0.2 : -0.2;
    else if (entity.kind === "PERSON") value += entity.gender === gender ? 0.15 : -0.3;
    else if (entity.kind === "PLACE" && entity.gender !== null && !entity.plural) {
      value += entity.gender === gender ? 0.15 : gender === "f" && entity.gender !== "f" ? -0.2 : 0;
    }
  }
  return Math.max(0, Math.min(1, value));
}

/** Share of the words of a person's office that stand around the spot, 0..1: «ο υπουργός Μεταφορών, Κώστας …». */
function roleFit(entity: KnowledgeEntity, spot: Spot, context: Context): number {
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
      const words = fold(title)
        .split(/[^\p{L}]+/u)
        .filter((word) => word.length > 3);
      const found = words.filter((word) => around.has(word.slice(0, ROLE_PREFIX))).length;
      // "minister" alone fits every minister.
      if (found > 1 || (found === 1 && words.length === 1)) best = Math.max(best, found / words.length);
    }
  }
  return best;
}

/** «ρωσική Βουλή», "Taiwan People’s Party": a state body or party named like one of another country. */
function isOfAnotherCountry(entity: KnowledgeEntity, spot: Spot, context: Context): boolean {
  if (entity.kind !== "ORGANIZATION" || entity.country === null || !NATIONAL.has(entity.subkind ?? ""))
    return false;
  const beside = adjacentCountries(spot, context);
  return beside.size > 0 && !beside.has(entity.country);
}

function resolvePerson(spot: Spot, context: Context): Verdict | null {
  const entries = distinctEntities(spot.entries);
  const gender = articleGender(spot, context);
  const known = entries.filter((entry) => context.named.has(entry.entity));
  const fitting = known.filter(
    (entry) => gender === null || entry.entity.gender === null || entry.entity.gender === gender,
  );
  const candidates = toCandidates(
    entries.map((entry) => ({ entry, score: entry.entity.prior * (entry.role === "GIVEN" ? 0.2 : 0.7) })),
  );
  const nil = (entry: Entry): Verdict => ({ ...verdict(entry, "NAME", null, candidates), entity: null });
  const only = fitting.length === 1 ? fitting[0] : known.length === 1 ? known[0] : undefined;
  if (only?.role === "GIVEN" && isBehindKinship(spot, context)) return nil(only);
  if (only && (fitting.length === 1 || only.role === "FAMILY")) {
    const confidence = only.role === "GIVEN" ? 0.75 : known.length === 1 ? 0.95 : 0.85;
    return verdict(only, "COREFERENCE", confidence, withScore(candidates, only.entity.id, confidence));
  }
  if (fitting.length > 1) {
    const nearest = nearestBefore(spot, fitting, context);
    const fallback = fitting[0];
    if (nearest) return verdict(nearest, "COREFERENCE", 0.6, withScore(candidates, nearest.entity.id, 0.6));
    return fallback ? nil(fallback) : null;
  }
  const families = entries.filter((entry) => entry.role === "FAMILY");
  const [best, second] = [...families].sort((a, b) => b.entity.prior - a.entity.prior);
  if (!best) return null;
  const folded = spotWord(spot, context);
  if (spot.isWeak || folded.length < 3 || CALENDAR_WORDS.has(folded)) return null;
  if (folded.length < 4 || WORDS_AND_NAMES.has(folded)) return nil(best);
  const stranger = context.strangers.get(folded);
  const isGenderWrong = gender !== null && best.entity.gender !== null && best.entity.gender !== gender;
  if (stranger || isGenderWrong || best.entity.prior < BARE_NAME_PRIOR) return nil(best);
  if (second && best.entity.prior - second.entity.prior < 0.15) return nil(best);
  const confidence = round(best.entity.prior * 0.9);
  for (const role of best.entity.roles) if (role.of !== null) context.offices.add(role.of);
  return verdict(best, "NAME", confidence, withScore(candidates, best.entity.id, confidence));
}

/** «ο γιος του, Ντμίτρι»: a relative's given name is not that of someone else in the article. */
function isBehindKinship(spot: Spot, context: Context): boolean {
  const tokens = context.parts.get(spot.part)?.tokens ?? [];
  return tokens.slice(Math.max(0, spot.first - 3), spot.first).some((token) => KINSHIP.test(token.folded));
}

/** The nearest full mention before the spot; family members are told apart by nothing else. */
function nearestBefore(spot: Spot, entries: readonly Entry[], context: Context): Entry | undefined {
  let nearest: Entry | undefined;
  let nearestPlace: Place | undefined;
  for (const entry of entries) {
    const place = lastBefore(context.named.get(entry.entity) ?? [], spot);
    if (!place || (nearestPlace && compare(place, nearestPlace) <= 0)) continue;
    nearest = entry;
    nearestPlace = place;
  }
  return nearest;
}

/** Binary search: long texts name one person thousands of times. */
function lastBefore(places: readonly Place[], spot: Place): Place | undefined {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place && compare(place, spot) < 0) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

function compare(a: Place, b: Place): number {
  return a.part - b.part || a.first - b.first;
}

function neighboursOf(spots: readonly Spot[]): Context["neighbours"] {
  const neighbours = new Map<Spot, { before: Spot | undefined; after: Spot | undefined }>();
  spots.forEach((spot, index) => {
    const before = spots[index - 1];
    const after = spots[index + 1];
    neighbours.set(spot, {
      before: before?.part === spot.part ? before : undefined,
      after: after?.part === spot.part ? after : undefined,
    });
  });
  return neighbours;
}

/** Countries named directly before the spot («ρωσικού Συμβουλίου») or behind it («Συμβούλιο της Ρωσίας»). */
function adjacentCountries(spot: Spot, context: Context): Set<string> {
  const part = context.parts.get(spot.part);
  const { before, after } = context.neighbours.get(spot) ?? {};
  const found = new Set<string>();
  if (!part) return found;
  const add = (other: Spot): void => {
    for (const entry of other.entries) {
      const { kind, country, placeType } = entry.entity;
      const isCountry = kind === "PLACE" && country !== null && placeType !== "city";
      if (isCountry || entry.role.startsWith("DEMONYM")) if (country !== null) found.add(country);
    }
  };
  if (before && BLANK_OR_POSSESSIVE.test(textBetween(part, before.last, spot.first))) add(before);
  if (after && BLANK_OR_GENITIVE.test(textBetween(part, spot.last, after.first))) add(after);
  return found;
}

/** The text between two tokens, cut where it is longer than any gap inside a phrase. */
function textBetween(part: ScannedPart, left: number, right: number): string {
  const start = part.tokens[left]?.end ?? 0;
  return part.text.slice(start, Math.min(part.tokens[right]?.start ?? 0, start + 12));
}

/** Gender of the article or title before the spot, if one stands there. */
function articleGender(spot: Spot, context: Context): "m" | "f" | null {
  const part = context.parts.get(spot.part);
  const before = part?.tokens[spot.first - 1];
  const own = part?.tokens[spot.first];
  if (!before || !own || before.sentence !== own.sentence) return null;
  if (FEMININE.has(before.folded)) return "f";
  return MASCULINE.has(before.folded) ? "m" : null;
}

function isNamedElsewhere(spot: Spot, context: Context): boolean {
  return spot.entries.some((entry) => context.named.has(entry.entity));
}

function strangersOf(scope: Scope, parts: ReadonlyMap<number, ScannedPart>): Map<string, Place> {
  const strangers = new Map<string, Place>();
  for (const name of scope.unknown) {
    if (name.type !== "PERSON" || name.first === name.last) continue;
    const word = parts.get(name.part)?.tokens[name.last]?.folded;
    if (word !== undefined && !strangers.has(word))
      strangers.set(word, { part: name.part, first: name.first });
  }
  return strangers;
}

function spotWord(spot: Spot, context: Context): string {
  const part = context.parts.get(spot.part);
  return part?.tokens[spot.last]?.folded ?? "";
}

function kindOf(entry: Entry, spot: Spot, context: Context): MentionKind {
  if (entry.role.startsWith("DEMONYM")) return "DEMONYM";
  const part = context.parts.get(spot.part);
  const token = part?.tokens[spot.first];
  if (!part || !token || spot.first !== spot.last) return entry.role === "ACRONYM" ? "ACRONYM" : "NAME";
  // «ΝΑΤΟ» and «Νατο» are one entry of the gazetteer; only the first is an acronym.
  const isShouted = part.modes[token.sentence] === "CAPS";
  const isAcronym = entry.role === "ACRONYM" || (!isShouted && isAcronymOf(entry.entity, token.folded));
  return token.isDotted || (isAcronym && /\p{Lu}$|\d$/u.test(part.text.slice(token.start, token.end)))
    ? "ACRONYM"
    : "NAME";
}

function isAcronymOf(entity: KnowledgeEntity, folded: string): boolean {
  return Object.values(entity.acronyms).some((list) =>
    list.some((item) => fold(item).replaceAll(".", "") === folded),
  );
}

function confidenceOf(entry: Entry): number {
  return entry.role === "FULL"
    ? 0.98
    : entry.role === "INITIAL"
      ? 0.85
      : entry.role === "SPELLING"
        ? 0.75
        : entry.role.startsWith("DEMONYM")
          ? 0.9
          : 0.95;
}

function verdict(
  entry: Entry,
  kind: MentionKind,
  confidence: number | null,
  candidates: Candidate[],
): Verdict {
  return { entity: entry.entity, entry, kind, confidence, candidates };
}

function distinctEntities(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    (entry, index) => entries.findIndex((other) => other.entity === entry.entity) === index,
  );
}

function toCandidates(scored: readonly { entry: Entry; score: number }[]): Candidate[] {
  return [...scored]
    .sort((a, b) => b.score - a.score)
    .slice(0, MAX_CANDIDATES)
    .map(({ entry, score }) => ({ entity: entry.entity.id, score: round(score) }));
}

function withScore(candidates: readonly Candidate[], entity: string, score: number): Candidate[] {
  const others = candidates.filter((item) => item.entity !== entity);
  return [
    { entity, score },
    ...others.map((item) => ({ ...item, score: Math.min(item.score, round(score * 0.9)) })),
  ];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
