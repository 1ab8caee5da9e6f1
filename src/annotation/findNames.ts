import type { Entry, Gazetteer } from "./gazetteer/Gazetteer.js";
import { isCityAndClub } from "./linking/sport.js";
import type { ScannedPart, Spot } from "./spots.js";
import type { TaggedSpan } from "./tagger/Tagger.js";
import { CALENDAR_WORDS, WORDS_AND_NAMES } from "./text/commonWords.js";
import { fold } from "./text/fold.js";
import { EVENT_HEAD, PARTICLES } from "./text/nameCues.js";
import { STOP_WORDS } from "./text/stopWords.js";
import type { EntityKind } from "./types.js";
import { isUnlinkedDemonym } from "./unlinkedDemonyms.js";

/** A name that the gazetteer does not know. Tokens `first..last`, both included. */
export interface UnknownName {
  part: number;
  first: number;
  last: number;
  type: EntityKind;
  isAcronym: boolean;
  confidence: number;
}

/** Names of one part: those that the gazetteer may explain, and unknown ones. */
export interface NamesOfPart {
  spots: Spot[];
  unknown: UnknownName[];
}

/** The tagger is believed against a name of one word in the gazetteer from this probability on. */
const SURE = 0.8;
/** Of a name that is an everyday word too, where its capital says nothing, and in a line of capitals. */
const SURE_OF_WORD = 0.6;
const SURE_IN_CAPITALS = 0.9;
/** Of a name with another one in it; less where only a place is in it and a person or organization is seen. */
const SURE_OF_LONG = 0.7;
const SURE_AROUND_PLACE = 0.4;
/** More characters between two words do not belong to a name. */
const LONGEST_GAP = 4;
/** At the beginning of a sentence a known word is a name without the tagger from this prior on. */
const SURE_PRIOR = 0.6;

/**
 * Decides where the names of one part are, from what the tagger read and what the gazetteer knows. The tagger has the last
 * word on where a name ends and whether a word is one; the gazetteer on peoples and on names of several words.
 * @param spans of this part, in text order
 */
export function findNames(
  part: ScannedPart,
  spots: readonly Spot[],
  spans: readonly TaggedSpan[],
  gazetteer: Gazetteer,
): NamesOfPart {
  const result: NamesOfPart = { spots: [], unknown: [] };
  const whole = spans.flatMap((span) => withoutGaps(span, part));
  for (const group of groupsOf(spots, whole)) decide(group, part, gazetteer, result);
  return result;
}

/** A name ends at a bracket, a picture, a line end or a wide gap; what goes on in lower case is none. */
function withoutGaps(span: TaggedSpan, { tokens, text }: ScannedPart): TaggedSpan[] {
  const pieces: TaggedSpan[] = [];
  let first = span.first;
  for (let at = span.first; at <= span.last; at++) {
    const next = tokens[at + 1];
    const gap = at < span.last ? text.slice(tokens[at]?.end, next?.start).slice(0, LONGEST_GAP + 1) : "\n";
    if (!/[^\p{P}\p{Zs}\p{Sc}+&|`´΄ʹ]|[()[\]]/u.test(gap) && gap.length <= LONGEST_GAP) continue;
    if (first === span.first && at === span.last) return [span];
    if (tokens[first]?.isCapital === true) pieces.push({ ...span, first, last: at });
    first = at + 1;
  }
  return pieces;
}

/** Spots and spans that overlap each other. */
interface Group {
  spots: Spot[];
  spans: TaggedSpan[];
}

function groupsOf(spots: readonly Spot[], spans: readonly TaggedSpan[]): Group[] {
  const groups: Group[] = [];
  let end = -1;
  let spotAt = 0;
  let spanAt = 0;
  for (;;) {
    const spot = spots[spotAt];
    const span = spans[spanAt];
    if (!spot && !span) return groups;
    const takesSpot = spot !== undefined && (span === undefined || spot.first <= span.first);
    const first = takesSpot ? spot.first : (span?.first ?? 0);
    const last = takesSpot ? spot.last : (span?.last ?? 0);
    let group = groups.at(-1);
    if (!group || first > end) {
      group = { spots: [], spans: [] };
      groups.push(group);
    }
    if (takesSpot) {
      group.spots.push(spot);
      spotAt++;
    } else if (span) {
      group.spans.push(span);
      spanAt++;
    }
    end = Math.max(end, last);
  }
}

function decide({ spots, spans }: Group, part: ScannedPart, gazetteer: Gazetteer, result: NamesOfPart): void {
  const [spot] = spots;
  const [span] = spans;
  if (!span) {
    for (const each of spots) if (isNameWithoutTagger(each, part)) result.spots.push(each);
    return;
  }
  if (!spot) {
    for (const each of spans) addUnknown(each, part, gazetteer, result);
    return;
  }
  if (spots.length === 1 && spans.length === 1 && spot.first === span.first && spot.last === span.last) {
    addBoth(spot, span, part, gazetteer, result);
    return;
  }
  // A known name of several words that reaches beyond what the tagger saw of it: «Κορεατική Χερσόνησος».
  const long = spots.find(
    (each) =>
      each.last > each.first && spans.every(({ first, last }) => first >= each.first && last <= each.last),
  );
  if (long && isStrong(long)) {
    result.spots.push({ ...long, confidence: Math.max(...spans.map(({ confidence }) => confidence), 0.9) });
    return;
  }
  for (const each of spans) {
    const inside = spots.filter(({ first, last }) => first >= each.first && last <= each.last);
    const whole = inside.length === 1 && inside[0] ? sameThing(inside[0], each, part) : null;
    const equal = inside.find(({ first, last }) => first === each.first && last === each.last);
    // An unsure long name with a sure one in it: the words around it are no name.
    const known = inside.filter(
      (item) => !isDemonym(item) && isNameWithoutTagger(item, part) && !isComplement(item, each, part),
    );
    if (equal) addBoth(equal, each, part, gazetteer, result);
    else if (whole) result.spots.push(whole);
    else if (known.length > 0 && each.confidence < sureAround(known, each, part)) result.spots.push(...known);
    else addUnknown(each, part, gazetteer, result);
  }
  for (const each of spots) {
    const isTouched = spans.some(({ first, last }) => first <= each.last && last >= each.first);
    if (!isTouched && isNameWithoutTagger(each, part)) result.spots.push(each);
  }
}

/** «Ντένζελ Ουάσινγκτον», «Πινακοθήκη Κυκλάδων»: a person or organization that is called after a place. */
function sureAround(
  known: readonly Spot[],
  { type, first, last }: TaggedSpan,
  { tokens }: ScannedPart,
): number {
  const isCalledAfter =
    type !== "PLACE" &&
    type !== "OTHER" &&
    known.every(({ entries }) => entries.every(({ entity }) => entity.kind === "PLACE")) &&
    tokens.slice(first, last + 1).every(({ isCapital }) => isCapital);
  return isCalledAfter ? SURE_AROUND_PLACE : SURE_OF_LONG;
}

/** «Critérium de France»: a name that a small word ties to the longer one before it. */
function isComplement(spot: Spot, { first }: TaggedSpan, { tokens }: ScannedPart): boolean {
  const before = tokens[spot.first - 1]?.folded ?? "";
  return spot.first > first && (PARTICLES.has(before) || STOP_WORDS.has(before));
}

/** The tagger and the gazetteer see the same words: what they agree on counts. */
function addBoth(
  spot: Spot,
  span: TaggedSpan,
  part: ScannedPart,
  gazetteer: Gazetteer,
  result: NamesOfPart,
): void {
  if (isDemonym(spot)) {
    // «Γεωργιανός» is a people, «Γεωργία» a country or a woman: the types tell them apart.
    const others = spot.entries.filter(({ role }) => !role.startsWith("DEMONYM"));
    const fitting = others.filter((entry) => isOfType(entry, span.type));
    const isName = span.type !== "OTHER" && fitting.length > 0;
    result.spots.push({
      ...spot,
      entries: isName ? fitting : spot.entries,
      type: null,
      confidence: span.confidence,
    });
    return;
  }
  if (spot.isWeak && span.confidence < SURE_OF_WORD) return;
  const typed = spot.entries.filter((entry) => isOfType(entry, span.type));
  // Whether the city or its club is meant, the whole article tells better than the tagger.
  const isEither = isCityAndClub(spot) && (span.type === "PLACE" || span.type === "ORGANIZATION");
  const fitting = isEither ? spot.entries : typed;
  if (fitting.length > 0) {
    result.spots.push({
      ...spot,
      entries: fitting,
      isWeak: false,
      type: span.type,
      confidence: span.confidence,
    });
  } else if (spot.last > spot.first ? isStrong(spot) : span.confidence < SURE) {
    result.spots.push({ ...spot, confidence: span.confidence });
  } else addUnknown(span, part, gazetteer, result);
}

/** A name in the gazetteer that the tagger did not see. */
function isNameWithoutTagger(spot: Spot, part: ScannedPart): boolean {
  if (isDemonym(spot)) return true;
  if (spot.last > spot.first) return isStrong(spot);
  const token = part.tokens[spot.first];
  if (!token || spot.isWeak) return false;
  const strong = spot.entries.filter(({ role }) => role === "FULL" || role === "ACRONYM");
  if (part.modes[token.sentence] !== "NORMAL") return false;
  return token.startsPhrase ? strong.some(({ entity }) => entity.prior >= SURE_PRIOR) : strong.length > 0;
}

/** The known name within a longer one, if both mean the same: «Βλαντίμιρ Βλαντιμίροβιτς Πούτιν». */
function sameThing(spot: Spot, span: TaggedSpan, part: ScannedPart): Spot | null {
  const fitting = spot.entries.filter((entry) => isOfType(entry, span.type));
  if (fitting.length === 0) return null;
  const longer = {
    ...spot,
    first: span.first,
    last: span.last,
    isWeak: false,
    type: span.type,
    confidence: span.confidence,
  };
  const full = fitting.filter(({ role }) => role === "FULL" || role === "ALIAS" || role === "INITIAL");
  if (span.type === "PERSON") {
    if (spot.last > spot.first && full.length > 0) return { ...longer, entries: full };
    const first = part.tokens[span.first]?.folded ?? "";
    const isBehind = spot.first > span.first;
    const own = fitting.filter(
      ({ role, entity }) => isBehind && role === "FAMILY" && givenNamesOf(entity).has(first),
    );
    return own.length > 0
      ? { ...longer, entries: own.map((entry) => ({ ...entry, role: "SPELLING" as const })) }
      : null;
  }
  // «Δημοκρατία του Νίγηρα» holds a name of another thing; a known name of several words holds its own.
  return spot.last > spot.first && span.last - span.first - (spot.last - spot.first) === 1 && full.length > 0
    ? { ...longer, entries: full }
    : null;
}

const givenNames = new WeakMap<Entry["entity"], Set<string>>();

function givenNamesOf(entity: Entry["entity"]): Set<string> {
  let names = givenNames.get(entity);
  if (!names) {
    names = new Set(Object.values(entity.given).map(fold));
    givenNames.set(entity, names);
  }
  return names;
}

function isStrong(spot: Spot): boolean {
  return spot.entries.some(
    ({ role }) => role === "FULL" || role === "ALIAS" || role === "ACRONYM" || role === "INITIAL",
  );
}

function isDemonym(spot: Spot): boolean {
  return spot.entries.some(({ role }) => role.startsWith("DEMONYM"));
}

function isOfType(entry: Entry, type: EntityKind): boolean {
  const { kind } = entry.entity;
  if (type === "OTHER")
    return kind === "EVENT" || kind === "WORK" || kind === "OTHER" || entry.role.startsWith("DEMONYM");
  return kind === type;
}

function addUnknown(span: TaggedSpan, part: ScannedPart, gazetteer: Gazetteer, result: NamesOfPart): void {
  const { first, confidence } = span;
  if (first === span.last && isUnlinkedDemonym(part.tokens[first]?.folded ?? "")) return;
  const last = hyphenatedEnd(part, span.last);
  const tokens = part.tokens.slice(first, last + 1);
  const isEvent = span.type === "ORGANIZATION" && last > first && EVENT_HEAD.test(tokens[0]?.folded ?? "");
  const type = isEvent ? "OTHER" : span.type;
  const surface = part.text.slice(tokens[0]?.start, tokens.at(-1)?.end);
  const isShouted = part.modes[tokens[0]?.sentence ?? 0] === "CAPS";
  if (tokens.every(({ folded }) => CALENDAR_WORDS.has(folded) || /^\d/u.test(folded))) return;
  // «ΔΡΑΜΑ ΓΙΑ ΤΗ ΝΙΚΗ»: in capitals a drama is more often meant than the city.
  const isWord = first === last && WORDS_AND_NAMES.has(tokens[0]?.folded ?? "");
  if (isShouted && isWord && confidence < SURE_IN_CAPITALS) return;
  const isAcronym =
    first === last && !isShouted && (tokens[0]?.isUpper === true || tokens[0]?.isDotted === true);
  const entry = type === "PERSON" && last > first ? gazetteer.soundingLike(surface) : null;
  if (entry) {
    result.spots.push({ first, last, part: part.index, entries: [entry], isWeak: false, type, confidence });
    return;
  }
  result.unknown.push({ part: part.index, first, last, type, isAcronym, confidence });
}

/** Index of the last token of «Τσάι Ινγκ-γουέν», «Комсомольск-на-Амуре»: small words tied by hyphens. */
function hyphenatedEnd(part: ScannedPart, at: number): number {
  let last = at;
  for (;;) {
    const token = part.tokens[last];
    const next = part.tokens[last + 1];
    if (!token || !next || next.isCapital || next.isNumber || token.isUpper) return last;
    if (next.start !== token.end + 1 || !/[-\u2010\u2011]/.test(part.text[token.end] ?? "")) return last;
    last++;
  }
}
