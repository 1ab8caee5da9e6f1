import type { KnowledgeEntity } from "../KnowledgeBase.js";
import type { Candidate, LinkReason, MentionKind } from "../types.js";
import type { Entry } from "../gazetteer/Gazetteer.js";
import type { ScannedPart, Spot } from "../spots.js";
import type { UnknownName } from "../findNames.js";
import { CALENDAR_WORDS, WORDS_AND_NAMES } from "../text/commonWords.js";
import { fold } from "../text/fold.js";
import { adjacentCountries } from "./adjacentCountries.js";
import { articleGender } from "./articleGender.js";
import { chosenFirst, toCandidates } from "./candidates.js";
import type { LinkContext, NamePlace } from "./LinkContext.js";
import { round } from "./round.js";
import { isAboutSport } from "./sport.js";
import { scoreMeaning, type ScoredMeaning } from "./scoreMeaning.js";

/** What a spot means. `entity` is null when no meaning is sure enough (NIL). */
export interface Verdict {
  entity: KnowledgeEntity | null;
  entry: Entry;
  kind: MentionKind;
  confidence: number | null;
  candidates: Candidate[];
  reason: LinkReason;
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

/** Kinds of organization that every country has one of. */
const NATIONAL = new Set(["government", "party", "court", "military"]);

const KINSHIP =
  /^(γιο[συ]?|γυιο|κορη[σ]?|συζυγο[συ]?|αδελφ|αδερφ|πατερα|μητερα|παιδι|ανιψι|εγγονο|son|daughter|wife|husband|brother|sister|father|mother|сын|доч|жен|муж|брат|сестр)/;
/**
 * Decides what every spot of one scope means. Full names first; then short names, which adopt the full name
 * wherever in the scope it stands; ambiguous names by the countries beside them and in the rest of the scope.
 */
export function resolve(scope: Scope): Map<Spot, Verdict | null> {
  const verdicts = new Map<Spot, Verdict | null>();
  const parts = new Map(scope.parts.map((part) => [part.index, part]));
  const context: LinkContext = {
    parts,
    neighbours: neighboursOf(scope.spots),
    named: new Map(),
    countries: new Map(),
    countryTotal: 0,
    offices: new Set(),
    isSport: isAboutSport(scope.parts),
    strangers: strangersOf(scope, parts),
  };
  const open: Spot[] = [];
  for (const spot of scope.spots) {
    const sure = sureEntry(spot);
    if (!sure || spot.isWeak) open.push(spot);
    else if (isOfAnotherCountry(sure.entity, spot, context)) {
      const features = [{ name: "other country beside", value: 1, weight: -1 }];
      verdicts.set(
        spot,
        undecided(sure, kindOf(sure, spot, context), [{ entry: sure, score: 0.2, features }]),
      );
    } else {
      const confidence = confidenceOf(sure);
      const candidates = [{ entity: sure.entity.id, score: confidence, features: [] }];
      verdicts.set(spot, {
        entity: sure.entity,
        entry: sure,
        kind: kindOf(sure, spot, context),
        confidence,
        candidates,
        reason: reasonOf(sure),
      });
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

function note(context: LinkContext, spot: Spot, entry: Entry): void {
  if (!entry.role.startsWith("DEMONYM")) {
    const places = context.named.get(entry.entity);
    if (places) places.push({ part: spot.part, first: spot.first });
    else context.named.set(entry.entity, [{ part: spot.part, first: spot.first }]);
  }
  for (const role of entry.entity.roles) if (role.of !== null) context.offices.add(role.of);
  const country = entry.entity.country;
  if (country !== null) {
    context.countries.set(country, (context.countries.get(country) ?? 0) + 1);
    context.countryTotal++;
  }
}

function choose(spot: Spot, context: LinkContext, beside: ReadonlySet<string>): Verdict | null {
  const entries = distinctEntities(spot.entries.filter((entry) => entry.role !== "GIVEN"));
  const scored = entries
    .map((entry) => scoreMeaning(entry, spot, context, beside))
    .sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (!best) return null;
  const kind = kindOf(best.entry, spot, context);
  const second = scored[1]?.score ?? 0;
  if (best.score < LOWEST_SCORE || best.score - second < MARGIN) return undecided(best.entry, kind, scored);
  note(context, spot, best.entry);
  // The share of the best meaning, less where even that has little for it.
  const confidence = Math.min(0.97, (best.score / (best.score + second)) * (0.7 + 0.3 * best.score));
  return {
    entity: best.entry.entity,
    entry: best.entry,
    kind,
    confidence: round(confidence),
    candidates: toCandidates(scored),
    reason: scored.length === 1 ? reasonOf(best.entry) : "CONTEXT",
  };
}

/** «ρωσική Βουλή», "Taiwan People’s Party": a state body or party named like one of another country. */
function isOfAnotherCountry(entity: KnowledgeEntity, spot: Spot, context: LinkContext): boolean {
  if (entity.kind !== "ORGANIZATION" || entity.country === null || !NATIONAL.has(entity.subkind ?? ""))
    return false;
  const beside = adjacentCountries(spot, context);
  return beside.size > 0 && !beside.has(entity.country);
}

function resolvePerson(spot: Spot, context: LinkContext): Verdict | null {
  const entries = distinctEntities(spot.entries);
  const gender = articleGender(spot, context);
  const known = entries.filter((entry) => context.named.has(entry.entity));
  const fitting = known.filter(
    (entry) => gender === null || entry.entity.gender === null || entry.entity.gender === gender,
  );
  const scored = entries.map((entry): ScoredMeaning => {
    const weight = entry.role === "GIVEN" ? 0.2 : 0.7;
    const { prior } = entry.entity;
    return { entry, score: prior * weight, features: [{ name: "prior", value: round(prior), weight }] };
  });
  const nil = (entry: Entry): Verdict => undecided(entry, "NAME", scored);
  const linked = (entry: Entry, kind: MentionKind, confidence: number, reason: LinkReason): Verdict => ({
    entity: entry.entity,
    entry,
    kind,
    confidence,
    candidates: chosenFirst(scored, entry, confidence, reason),
    reason,
  });
  const only = fitting.length === 1 ? fitting[0] : known.length === 1 ? known[0] : undefined;
  if (only?.role === "GIVEN" && isBehindKinship(spot, context)) return nil(only);
  if (only && (fitting.length === 1 || only.role === "FAMILY")) {
    const confidence = only.role === "GIVEN" ? 0.75 : known.length === 1 ? 0.95 : 0.85;
    return linked(only, "COREFERENCE", confidence, "NAMED_IN_FULL");
  }
  if (fitting.length > 1) {
    const nearest = nearestBefore(spot, fitting, context);
    const fallback = fitting[0];
    if (nearest) return linked(nearest, "COREFERENCE", 0.6, "NAMED_IN_FULL");
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
  return linked(best, "NAME", confidence, "WELL_KNOWN");
}

/** «ο γιος του, Ντμίτρι»: a relative's given name is not that of someone else in the article. */
function isBehindKinship(spot: Spot, context: LinkContext): boolean {
  const tokens = context.parts.get(spot.part)?.tokens ?? [];
  return tokens.slice(Math.max(0, spot.first - 3), spot.first).some((token) => KINSHIP.test(token.folded));
}

/** The nearest full mention before the spot; family members are told apart by nothing else. */
function nearestBefore(spot: Spot, entries: readonly Entry[], context: LinkContext): Entry | undefined {
  let nearest: Entry | undefined;
  let nearestPlace: NamePlace | undefined;
  for (const entry of entries) {
    const place = lastBefore(context.named.get(entry.entity) ?? [], spot);
    if (!place || (nearestPlace && compare(place, nearestPlace) <= 0)) continue;
    nearest = entry;
    nearestPlace = place;
  }
  return nearest;
}

/** Binary search: long texts name one person thousands of times. */
function lastBefore(places: readonly NamePlace[], spot: NamePlace): NamePlace | undefined {
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

function compare(a: NamePlace, b: NamePlace): number {
  return a.part - b.part || a.first - b.first;
}

function neighboursOf(spots: readonly Spot[]): LinkContext["neighbours"] {
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

function isNamedElsewhere(spot: Spot, context: LinkContext): boolean {
  return spot.entries.some((entry) => context.named.has(entry.entity));
}

function strangersOf(scope: Scope, parts: ReadonlyMap<number, ScannedPart>): Map<string, NamePlace> {
  const strangers = new Map<string, NamePlace>();
  for (const name of scope.unknown) {
    if (name.type !== "PERSON" || name.first === name.last) continue;
    const word = parts.get(name.part)?.tokens[name.last]?.folded;
    if (word !== undefined && !strangers.has(word))
      strangers.set(word, { part: name.part, first: name.first });
  }
  return strangers;
}

function spotWord(spot: Spot, context: LinkContext): string {
  const part = context.parts.get(spot.part);
  return part?.tokens[spot.last]?.folded ?? "";
}

function kindOf(entry: Entry, spot: Spot, context: LinkContext): MentionKind {
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

function reasonOf({ role }: Entry): LinkReason {
  if (role.startsWith("DEMONYM")) return "DEMONYM";
  return role === "SPELLING" ? "SPELLING" : "EXACT_NAME";
}

function undecided(entry: Entry, kind: MentionKind, scored: readonly ScoredMeaning[]): Verdict {
  return {
    entity: null,
    entry,
    kind,
    confidence: null,
    candidates: toCandidates(scored),
    reason: "UNDECIDED",
  };
}

function distinctEntities(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    (entry, index) => entries.findIndex((other) => other.entity === entry.entity) === index,
  );
}
