import type { EntityKind } from "./types.js";
import type { Gazetteer } from "./gazetteer/Gazetteer.js";
import type { ScannedPart, Spot, WordUse } from "./spots.js";
import { CALENDAR_WORDS, COMMON_WORDS, TITLES } from "./text/commonWords.js";
import { isGivenName } from "./text/givenNames.js";
import {
  COMMON_ACRONYMS,
  COMPASS,
  FOREIGN_END,
  INSTITUTION_WORDS,
  JUNIOR_WORDS,
  MINISTRY_CUE,
  NEW_WORDS,
  ORGANIZATION_HEAD,
  PARTICLES,
  PERSON_CUE,
  PLACE_CUE,
  PLACE_HEAD,
  PLACE_TAIL,
  SURNAME_END,
} from "./text/nameCues.js";
import type { Token } from "./text/scan.js";
import { STOP_WORDS } from "./text/stopWords.js";
import { isUnlinkedDemonym } from "./unlinkedDemonyms.js";

/** A name that the gazetteer does not know. Tokens `first..last`, both included. */
export interface UnknownName {
  part: number;
  first: number;
  last: number;
  type: EntityKind | null;
  isAcronym: boolean;
  confidence: number;
}

/** Names of one part: those of the gazetteer that stand on their own, and unknown ones. */
export interface NamesOfPart {
  spots: Spot[];
  unknown: UnknownName[];
}

interface Piece {
  first: number;
  last: number;
  spot: Spot | null;
}

const ROMAN_NUMBER = /^[IVXLCΙΧ]+$/;
/** Adjectives that make an organization another one: «Εθνικού Συμβουλίου». */
const QUALIFIER = /(?:ικ(?:ο|οσ|ου|η|ησ|α|ων)|τατο[συ]?|τατη[σ]?)$/;
/** More words are no name. */
const LONGEST_NAME = 8;

/**
 * Looks at the runs of capitalised words around and between the spots of one part. A word the gazetteer does
 * not know makes another name of a family or place name beside it («Λουντμίλα Πούτινα», «Ρεάλ Μαδρίτης»);
 * runs without any known name become unknown names.
 */
export function findUnknownNames(
  part: ScannedPart,
  spots: readonly Spot[],
  gazetteer: Gazetteer,
  use: WordUse,
): NamesOfPart {
  const result: NamesOfPart = { spots: [], unknown: [] };
  for (const run of runsOf(part, spots)) judgeRun(run, part, gazetteer, use, result);
  return result;
}

/** Neighbouring capitalised words and spots. A spot in small letters, or in a line of capitals, is a run alone. */
function runsOf(part: ScannedPart, spots: readonly Spot[]): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  let spotAt = 0;
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (let at = 0; at < part.tokens.length;) {
    const spot = spots[spotAt];
    const piece = spot?.first === at ? { first: at, last: spot.last, spot } : freePiece(part, at);
    if (spot?.first === at) spotAt++;
    if (!piece) {
      end();
      at++;
      continue;
    }
    const previous = run.at(-1);
    if (previous && !isRunGap(part, previous.last, piece.first)) {
      // «… ντε Φρανς» may be anyone's; only in Latin letters does a particle tie a known name to the word before.
      const isTied = piece.spot === null || isLatinWord(part.tokens[piece.first]);
      if (!isTied || !hasParticleBetween(part, previous.last, piece.first)) end();
    }
    run.push(piece);
    at = piece.last + 1;
    const next = part.tokens[at];
    if (next && !next.isCapital && PARTICLES.has(next.folded) && run.length > 0) {
      const following = part.tokens[at + 1];
      if (following?.isCapital && isRunGap(part, at - 1, at) && isRunGap(part, at, at + 1)) at++;
    }
  }
  end();
  return runs;
}

function hasParticleBetween(part: ScannedPart, left: number, right: number): boolean {
  return right - left === 2 && PARTICLES.has(part.tokens[left + 1]?.folded ?? "");
}

function isLatinWord(token: Token | undefined): boolean {
  return /^[a-z]/.test(token?.folded ?? "");
}

function freePiece(part: ScannedPart, at: number): Piece | null {
  const token = part.tokens[at];
  if (!token?.isCapital || token.isNumber || part.modes[token.sentence] !== "NORMAL") return null;
  if (token.end - token.start > 40 || CALENDAR_WORDS.has(token.folded) || TITLES.has(token.folded))
    return null;
  if (token.isUpper && COMMON_ACRONYMS.has(token.folded)) return null;
  if (STOP_WORDS.has(token.folded) || isUnlinkedDemonym(token.folded)) return null;
  if (token.startsPhrase && COMMON_WORDS.has(token.folded) && !isGivenName(token.folded)) return null;
  if (token.end - token.start === 1 && !token.isInitial) return null;
  return { first: at, last: hyphenatedEnd(part, at), spot: null };
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

function isRunGap(part: ScannedPart, left: number, right: number): boolean {
  const a = part.tokens[left];
  const b = part.tokens[right];
  if (!a || !b || right !== left + 1 || a.sentence !== b.sentence) return false;
  const gap = part.text.slice(a.end, b.start);
  if (gap.length > 2) return false;
  if (/^[ \u00a0\u2009]$|^[-\u2010\u2011]$|^['’]$|^&$/.test(gap)) return true;
  return /^\.[ \u00a0]?$/.test(gap) && (a.isInitial || a.end - a.start <= 3);
}

function judgeRun(
  run: Piece[],
  part: ScannedPart,
  gazetteer: Gazetteer,
  use: WordUse,
  result: NamesOfPart,
): void {
  let free: Piece[] = [];
  const flush = (): void => {
    if (free.length > 0) addUnknown(free, part, use, result, gazetteer);
    free = [];
  };
  for (let at = 0; at < run.length; at++) {
    const piece = run[at];
    if (!piece) continue;
    if (!piece.spot) {
      free.push(piece);
      continue;
    }
    const swallowed = swallow(run, at, free, part, gazetteer, use);
    if (swallowed === null) {
      flush();
      if (!isBlocked(part, piece.spot, gazetteer)) result.spots.push(piece.spot);
      continue;
    }
    const first = free.length > 0 && swallowed.takesBefore ? (free[0]?.first ?? piece.first) : piece.first;
    const last = run[swallowed.last]?.last ?? piece.last;
    if (!swallowed.takesBefore) flush();
    free = [];
    if (last - first < LONGEST_NAME) {
      result.unknown.push({
        part: part.index,
        first,
        last,
        type: swallowed.type,
        isAcronym: false,
        confidence: 0.7,
      });
    }
    at = swallowed.last;
  }
  flush();
}

interface Swallow {
  /** Index in the run of the last piece of the longer name. */
  last: number;
  takesBefore: boolean;
  type: EntityKind | null;
}

/** Is the spot only a part of a longer, unknown name? */
function swallow(
  run: readonly Piece[],
  at: number,
  free: readonly Piece[],
  part: ScannedPart,
  gazetteer: Gazetteer,
  use: WordUse,
): Swallow | null {
  const spot = run[at]?.spot;
  if (!spot) return null;
  const entry = spot.entries[0];
  if (!entry) return null;
  const before = free.at(-1);
  const beforeToken = before ? part.tokens[before.last] : undefined;
  const token = part.tokens[spot.first];
  const isLatin = isLatinWord(token);
  let lastFree = at;
  while (run[lastFree + 1] && !run[lastFree + 1]?.spot) lastFree++;
  const hasFreeAfter = lastFree > at;
  const afterToken = part.tokens[run[at + 1]?.first ?? -1];
  const isNameBefore =
    beforeToken !== undefined &&
    (!beforeToken.startsPhrase || free.length > 1 || looksLikeName(beforeToken, gazetteer, use));
  const roles = new Set(spot.entries.map((item) => item.role));
  const isPersonPart =
    (roles.has("FAMILY") || roles.has("GIVEN")) && !roles.has("FULL") && !roles.has("ALIAS");
  if (hasFreeAfter && JUNIOR_WORDS.has(afterToken?.folded ?? ""))
    return { last: at + 1, takesBefore: true, type: "PERSON" };
  if (isPersonPart) {
    if (TITLES.has(token?.folded ?? "")) return null;
    if (isNameBefore) return { last: lastFree, takesBefore: true, type: "PERSON" };
    if (hasFreeAfter && !isHyphenatedPair(part, run, at)) {
      const isPerson = (roles.has("GIVEN") && !roles.has("FAMILY")) || !isLatin;
      // «Mohammed bin Abdulrahman Al Thani»: a known family name at the end belongs to it.
      const end = run[lastFree + 1]?.spot;
      if (isPerson && end && isPartOnly(end)) lastFree++;
      const isOrganization = hasOrganizationHead(run.slice(at, lastFree + 1), part);
      return {
        last: lastFree,
        takesBefore: false,
        type: isOrganization ? "ORGANIZATION" : isPerson ? "PERSON" : null,
      };
    }
    const next = run[at + 1]?.spot;
    if (next && entry.role === "GIVEN" && next.first === next.last) {
      const nextRole = next.entries[0]?.role;
      const isNamePart =
        nextRole === "FAMILY" || nextRole === "GIVEN" || next.entries[0]?.entity.kind === "PLACE";
      if (isNamePart && !nextRole?.startsWith("DEMONYM"))
        return { last: at + 1, takesBefore: false, type: "PERSON" };
    }
    return null;
  }
  if (entry.role.startsWith("DEMONYM")) {
    if (!token?.isCapital || !hasFreeAfter || token.startsPhrase || !roles.has("DEMONYM_ADJECTIVE"))
      return null;
    const isNoun = !isLatin && roles.has("DEMONYM_PERSON");
    if (isNoun || (isLatin && isGivenName(afterToken?.folded ?? ""))) return null;
    return { last: lastFree, takesBefore: false, type: typeOf(run.slice(at, lastFree + 1), part) };
  }
  if (entry.entity.kind === "ORGANIZATION" && entry.role === "ALIAS" && spot.last > spot.first) {
    // "National Security Council" is no "Security Council".
    const isOther =
      beforeToken !== undefined &&
      !beforeToken.startsPhrase &&
      (isLatin || QUALIFIER.test(beforeToken.folded));
    return isOther ? { last: at, takesBefore: true, type: "ORGANIZATION" } : null;
  }
  if (entry.entity.kind !== "PLACE" || spot.first !== spot.last || entry.role === "ACRONYM") return null;
  if (beforeToken) {
    if (NEW_WORDS.has(beforeToken.folded)) return { last: lastFree, takesBefore: true, type: "PLACE" };
    if (COMPASS.test(beforeToken.folded))
      return isLatin ? { last: at, takesBefore: true, type: "PLACE" } : null;
    if (ORGANIZATION_HEAD.test(beforeToken.folded))
      return { last: at, takesBefore: true, type: "ORGANIZATION" };
    if (isGivenName(beforeToken.folded) && before && free.length === 1) {
      return { last: at, takesBefore: true, type: "PERSON" };
    }
    const isGenitive = spot.entries.every((item) => item.grammaticalCase === "GEN");
    if (isNameBefore && (isLatin || isGenitive) && !isPersonLike(free, part)) {
      return { last: at, takesBefore: true, type: isGenitive ? "ORGANIZATION" : null };
    }
  }
  if (isLatin && hasFreeAfter && !isHyphenatedPair(part, run, at)) {
    return { last: lastFree, takesBefore: false, type: typeOf(run.slice(at, lastFree + 1), part) };
  }
  return null;
}

function isHyphenatedPair(part: ScannedPart, run: readonly Piece[], at: number): boolean {
  const left = part.tokens[run[at]?.last ?? -1];
  const right = part.tokens[run[at + 1]?.first ?? -1];
  return (
    left !== undefined &&
    right !== undefined &&
    /[-\u2010\u2011]/.test(part.text.slice(left.end, right.start))
  );
}

function hasOrganizationHead(pieces: readonly Piece[], part: ScannedPart): boolean {
  return pieces.some((piece) => ORGANIZATION_HEAD.test(part.tokens[piece.first]?.folded ?? ""));
}

function isPersonLike(pieces: readonly Piece[], part: ScannedPart): boolean {
  return isGivenName(part.tokens[pieces[0]?.first ?? -1]?.folded ?? "");
}

function isPartOnly(spot: Spot): boolean {
  return spot.entries.every((entry) => entry.role === "FAMILY" || entry.role === "GIVEN");
}

/** «Πούτιν-όπουλος»; in lines of capitals also a given name in front that is not this person's. */
function isBlocked(part: ScannedPart, spot: Spot, gazetteer: Gazetteer): boolean {
  if (!isPartOnly(spot)) return false;
  const token = part.tokens[spot.last];
  const next = part.tokens[spot.last + 1];
  if (token && next && !next.isCapital && next.start === token.end + 1 && part.text[token.end] === "-")
    return true;
  const before = part.tokens[spot.first - 1];
  if (!before || !token || part.modes[token.sentence] === "NORMAL" || before.sentence !== token.sentence)
    return false;
  if (before.end + 1 !== token.start) return false;
  return before.isCapital && (isGivenName(before.folded) || gazetteer.isGivenName(before.folded));
}

function looksLikeName(token: Token, gazetteer: Gazetteer, use: WordUse): boolean {
  const word = token.folded;
  if (token.isInitial) return true;
  if (isGivenName(word) || gazetteer.isGivenName(word)) return true;
  if (COMMON_WORDS.has(word) || STOP_WORDS.has(word) || use.lower.has(word)) return false;
  if (use.name.has(word)) return true;
  if (/^[a-z]/.test(word)) return !/(ing|ed|ly|tion|ment|ers|ies)$/.test(word);
  return FOREIGN_END.test(word) || SURNAME_END.test(word);
}

function addUnknown(
  pieces: Piece[],
  part: ScannedPart,
  use: WordUse,
  result: NamesOfPart,
  gazetteer: Gazetteer,
): void {
  const tokenOf = (piece: Piece | undefined): Token | undefined => part.tokens[piece?.first ?? -1];
  let kept = pieces;
  const head = tokenOf(kept[0]);
  if (head?.startsPhrase && !head.isInitial) {
    const isWord = use.lower.has(head.folded) || COMMON_WORDS.has(head.folded);
    const isAloneUnseen = kept.length === 1 && !use.name.has(head.folded) && !head.isUpper;
    const isDoubtful =
      kept.length > 1 &&
      !looksLikeName(head, gazetteer, use) &&
      !nextLooksLikeName(kept, part, gazetteer, use);
    const isHyphenated = kept.length > 1 && isHyphenatedPair(part, kept, 0);
    if (!isHyphenated && (isAloneUnseen || (isWord && !isGivenName(head.folded)) || isDoubtful))
      kept = kept.slice(1);
  }
  let count = kept.length;
  while (count > 0 && tokenOf(kept[count - 1])?.isInitial) count--;
  if (count > LONGEST_NAME) return;
  kept = kept.slice(0, count);
  const first = tokenOf(kept[0]);
  if (!first || isInstitution(kept, part)) return;
  const words = kept.map((piece) => tokenOf(piece)?.folded ?? "");
  if (words.every((word) => COMMON_WORDS.has(word))) return;
  const isUpperRun = kept.every((piece) => tokenOf(piece)?.isUpper || tokenOf(piece)?.isDotted);
  const surface = part.text.slice(first.start, part.tokens[kept.at(-1)?.last ?? -1]?.end ?? first.end);
  if (isUpperRun) {
    if (kept.length > 1 || ROMAN_NUMBER.test(surface) || surface.length > 10 || surface.length < 2) return;
  } else if (kept.length === 1 && (use.lower.has(first.folded) || first.folded.length < 3)) return;
  const type = isUpperRun ? "ORGANIZATION" : typeOf(kept, part);
  result.unknown.push({
    part: part.index,
    first: kept[0]?.first ?? 0,
    last: kept.at(-1)?.last ?? 0,
    type,
    isAcronym: isUpperRun,
    confidence: kept.length > 1 ? (type === "PERSON" ? 0.8 : 0.65) : 0.5,
  });
}

/** «η Ολομέλεια», "the Council", «υπουργός Κλιματικής Κρίσης»: an institution or a portfolio, not a name. */
function isInstitution(pieces: readonly Piece[], part: ScannedPart): boolean {
  const at = pieces[0]?.first ?? 0;
  const word = part.tokens[at]?.folded ?? "";
  const isGeneric = INSTITUTION_WORDS.has(word) || ORGANIZATION_HEAD.test(word) || COMPASS.test(word);
  if (pieces.length === 1) return isGeneric && part.tokens[at]?.isUpper === false;
  const before = part.tokens[at - 1];
  const isBehindMinistry =
    before !== undefined && before.sentence === part.tokens[at]?.sentence && MINISTRY_CUE.test(before.folded);
  return isBehindMinistry && (isGeneric || QUALIFIER.test(word));
}

function nextLooksLikeName(
  pieces: readonly Piece[],
  part: ScannedPart,
  gazetteer: Gazetteer,
  use: WordUse,
): boolean {
  // A second capitalised word that is a name by itself makes the doubtful first word no name: «Ξεσπά Παπαδόπουλος».
  const second = part.tokens[pieces[1]?.first ?? -1];
  return second !== undefined && pieces.length > 2 && looksLikeName(second, gazetteer, use);
}

function typeOf(pieces: readonly Piece[], part: ScannedPart): EntityKind | null {
  const first = part.tokens[pieces[0]?.first ?? -1];
  const last = part.tokens[pieces.at(-1)?.last ?? -1];
  if (!first || !last) return null;
  const words = pieces.map((piece) => part.tokens[piece.first]?.folded ?? "");
  if (hasOrganizationHead(pieces, part)) return "ORGANIZATION";
  if (PLACE_HEAD.test(words[0] ?? "") || PLACE_HEAD.test(words.at(-1) ?? "")) return "PLACE";
  if (pieces.length > 1 && (first.isInitial || isGivenName(first.folded))) return "PERSON";
  const cue = part.tokens[(pieces[0]?.first ?? 0) - 1];
  const tail = part.tokens[(pieces.at(-1)?.last ?? 0) + 1];
  if (tail && !tail.isCapital && tail.sentence === first.sentence && PLACE_TAIL.test(tail.folded))
    return "PLACE";
  if (cue?.sentence === first.sentence) {
    if (PLACE_CUE.test(cue.folded)) return "PLACE";
    if (PERSON_CUE.test(cue.folded)) return "PERSON";
  }
  if ((pieces.length === 2 || pieces.length === 3) && SURNAME_END.test(last.folded)) return "PERSON";
  if (pieces.length === 1 && /(οπουλο[συ]|ιδησ|αδησ|ακησ)$/.test(first.folded)) return "PERSON";
  return null;
}
