import type { ScannedPart } from "../spots.js";
import type { Token } from "../text/scan.js";
import type { AnnotatedMention, AnnotatedQuotation, AnnotatedRole } from "../types.js";
import { isCueVerb } from "./cueVerbs.js";
import { dashSpeech } from "./dashSpeech.js";
import { hasFiniteVerb } from "./finiteVerb.js";
import { quotedTexts, type QuotedText } from "./quoteMarks.js";
import {
  earlierSpeaker,
  lowerBound,
  sourceBehindPhrase,
  speakerAfter,
  speakerBefore,
  subjectOf,
  SOMEBODY_ELSE,
  type GenderOf,
  type IndexedMention,
} from "./speakers.js";

/** How far from a quotation its verb may stand, in words: before it, and behind it. */
const CUE_DISTANCE = 14;
const CUE_DISTANCE_BEHIND = 9;
/** Words of a quotation inside a sentence, without a colon or comma that sets it apart: with a verb of its own, and without. */
const WORDS_OF_CLAUSE = 3;
const WORDS_IN_SENTENCE = 8;
/** So many words with a capital in front are no title any more. */
const WORDS_OF_SPEECH = 8;
/** Words of a quotation that stands for itself, without a verb of speech. */
const WORDS_ALONE = 6;
/** Words behind a colon that are speech, without a verb. */
const WORDS_BEHIND_COLON = 3;
/** Words behind a quotation among which the pronoun of its speaker stands. */
const PRONOUN_REACH = 3;
/** Characters of a name in quote marks. */
const LONGEST_NAME = 24;
/** Characters around a quotation in which its clause ends. */
const CLAUSE_REACH = 600;

const CONJUNCTIONS = new Set("οτι πωσ να αν that was is are were if what что".split(" "));
const FEMININE = new Set(["she", "она", "εκεινη", "η"]);
const MASCULINE = new Set(["he", "он", "εκεινοσ", "ο"]);
/** Words that begin a clause of its own, in which a verb has another subject. */
const CLAUSE_BREAKS = new Set("ενω που οταν αλλα while whereas but who which когда а но которыи".split(" "));
const SENTENCE_END = /[.!?;…\n]/;

/** The words around a quotation that may say who speaks: its clause, up to other quotations. */
interface Surroundings {
  before: Token[];
  after: Token[];
  /** Set apart by a colon before it. */
  hasColon: boolean;
  /** Set apart by a comma or dash behind it, or by its own full stop. */
  isClosedApart: boolean;
}

/**
 * Direct speech in an article, with its verb and speaker. Quoted words that nobody says there (titles, «άνευ ορίων») are
 * none. The comma that American usage puts inside the marks is left out. Mentions are in text order; `speaker` of a quotation is an index into them.
 */
export function findQuotations(
  parts: readonly ScannedPart[],
  mentions: readonly AnnotatedMention[],
  roles: readonly AnnotatedRole[],
  genderOf: GenderOf,
): AnnotatedQuotation[] {
  const found: AnnotatedQuotation[] = [];
  const byPart = new Map<number, IndexedMention[]>(parts.map((part) => [part.index, []]));
  for (const [index, mention] of mentions.entries()) byPart.get(mention.part)?.push({ mention, index });
  const rolesOf = new Map<number, AnnotatedRole[]>(parts.map((part) => [part.index, []]));
  for (const role of roles) rolesOf.get(role.part)?.push(role);
  let earlier: IndexedMention | undefined;
  for (const part of parts) {
    const own = byPart.get(part.index) ?? [];
    const texts = withDashes(quotedTexts(part.text), dashSpeech(part));
    const long = texts.filter(isLong);
    let earlierEnd = 0;
    let nextLong = 0;
    for (const quoted of texts) {
      const earliest = earlierEnd;
      if (quoted === long[nextLong]) {
        earlierEnd = quoted.end;
        nextLong++;
      }
      const inside = within(part.tokens, startOf, quoted.start, quoted.end);
      if (inside.length === 0) continue;
      const latest = long[nextLong]?.start ?? part.text.length;
      const around = surroundingsOf(part, quoted, earliest, latest);
      const near = within(own, startOfMention, quoted.start - CLAUSE_REACH, quoted.end + CLAUSE_REACH);
      if (near.some(({ mention }) => mention.start === quoted.start && mention.end >= quoted.end)) continue;
      const speech = readSpeech(part, quoted, inside, around, near, rolesOf.get(part.index) ?? []);
      if (speech === null) continue;
      const gender = pronounGender(around.after);
      const isOfGender = (mention: AnnotatedMention | undefined): boolean =>
        gender === null || mention === undefined || (genderOf(mention) ?? gender) === gender;
      const fits = (index: number): boolean => isOfGender(mentions[index]);
      const fitting = near.filter(({ mention }) => isOfGender(mention));
      const speaker =
        speech.speaker === SOMEBODY_ELSE
          ? null
          : (speech.speaker ?? earlierSpeaker(found, fitting, earlier, part, quoted, fits));
      found.push({
        part: part.index,
        sentence: inside[0]?.sentence ?? 0,
        start: quoted.start,
        end: part.text[quoted.end - 1] === "," ? quoted.end - 1 : quoted.end,
        speaker,
        cue: speech.cue,
        confidence:
          speaker === null ? 0.4 : speech.speaker === null ? speech.confidence * 0.65 : speech.confidence,
      });
    }
    earlier = own.findLast(({ mention }) => mention.type === "PERSON") ?? earlier;
  }
  return found;
}

/** Longer than a name in quote marks («Зенит»), which does not end a clause. */
function isLong({ start, end }: QuotedText): boolean {
  return end - start > LONGEST_NAME;
}

/** Both lists in order; speech after a dash counts only where no quote marks are. */
function withDashes(quoted: readonly QuotedText[], dashed: readonly QuotedText[]): QuotedText[] {
  let next = 0;
  const free = dashed.filter((one) => {
    while ((quoted[next]?.end ?? Infinity) <= one.start) next++;
    return (quoted[next]?.start ?? Infinity) >= one.end;
  });
  return [...quoted, ...free].sort((a, b) => a.start - b.start);
}

interface Speech {
  speaker: number | null;
  cue: string | null;
  confidence: number;
}

function readSpeech(
  part: ScannedPart,
  quoted: QuotedText,
  inside: readonly Token[],
  around: Surroundings,
  mentions: readonly IndexedMention[],
  roles: readonly AnnotatedRole[],
): Speech | null {
  const speakers = mentions.filter(({ mention }) => canSpeak(mention) && !isInside(mention, quoted));
  const surface = (token: Token): string => part.text.slice(token.start, token.end);
  const isName = isTitle(part, quoted, inside, around);
  const isClause = hasFiniteVerb(inside.map(({ folded }) => folded));
  const after = cueBehind(around.after);
  if (after && !isName && (around.isClosedApart || after.isAdjacent)) {
    return {
      speaker: speakerAfter(after.cue, around.after, speakers, part, roles),
      cue: surface(after.cue),
      confidence: 0.92,
    };
  }
  const before = around.before.slice(-CUE_DISTANCE).findLast(({ folded }) => isCueVerb(folded));
  const isSpeech = !isName && inside.length >= (isClause ? WORDS_OF_CLAUSE : WORDS_IN_SENTENCE);
  if (before && (around.hasColon || isSpeech)) {
    return {
      speaker: speakerBefore(before, around.before, speakers, part),
      cue: surface(before),
      confidence: around.hasColon ? 0.9 : 0.8,
    };
  }
  if (isSpeech) {
    const source = sourceBehindPhrase([around.after, around.before], speakers);
    if (source !== null) return { speaker: source, cue: null, confidence: 0.75 };
  }
  if (around.hasColon && inside.length >= 2) {
    const people = speakers.filter(
      ({ mention }) =>
        (mention.type === "PERSON" || mention.type === "ORGANIZATION") &&
        around.before.some(({ start }) => start === mention.start),
    );
    const speaker = subjectOf(people, part, null);
    if (speaker !== null) return { speaker, cue: null, confidence: 0.8 };
    if (inside.length >= WORDS_BEHIND_COLON && inside[0]?.isCapital === true && isClause)
      return { speaker: null, cue: null, confidence: 0.6 };
  }
  const within = cueInside(part, inside);
  if (within) {
    const speaker = speakerAfter(
      within,
      inside,
      mentions.filter(({ mention }) => canSpeak(mention) && isInside(mention, quoted)),
      part,
      [],
    );
    if (speaker !== null) return { speaker, cue: surface(within), confidence: 0.6 };
  }
  return isStandalone(part, quoted, inside) ? { speaker: null, cue: null, confidence: 0.6 } : null;
}

/** "he said", «сказала она», «είπε η δικηγόρος»: the gender of the pronoun or article beside the verb. */
function pronounGender(after: readonly Token[]): "m" | "f" | null {
  for (const { folded } of after.slice(0, PRONOUN_REACH)) {
    if (FEMININE.has(folded)) return "f";
    if (MASCULINE.has(folded)) return "m";
  }
  return null;
}

/** The verb of speech behind a quotation, in its own clause. */
function cueBehind(after: readonly Token[]): { cue: Token; isAdjacent: boolean } | null {
  for (const [index, token] of after.slice(0, CUE_DISTANCE_BEHIND).entries()) {
    if (CLAUSE_BREAKS.has(token.folded)) return null;
    if (!isCueVerb(token.folded)) continue;
    const words = after.slice(0, index).filter(({ folded }) => folded !== "οπωσ" && folded !== "as");
    return { cue: token, isAdjacent: words.length === 0 };
  }
  return null;
}

/** «Φοβόμουν, εξομολογήθηκε η Μαρίνα, ώσπου…» within one pair of marks. */
function cueInside(part: ScannedPart, inside: readonly Token[]): Token | null {
  const cue = inside.find(
    ({ folded, start }, index) =>
      index > 1 && isCueVerb(folded) && part.text.slice(start - 2, start) === ", ",
  );
  const next = cue && inside[inside.indexOf(cue) + 1];
  return cue && next && (next.isCapital || /^(?:ο|η)$/.test(next.folded)) ? cue : null;
}

/** «το φόρουμ «Μία Ζώνη, ένας Δρόμος»»: a name in quote marks that a noun introduces, not a conjunction or a verb of speech. */
function isTitle(
  part: ScannedPart,
  { start, end }: QuotedText,
  inside: readonly Token[],
  { before }: Surroundings,
): boolean {
  if (inside.length >= WORDS_OF_SPEECH || inside[0]?.isCapital !== true) return false;
  if (SENTENCE_END.test(part.text.slice(end - 1, end))) return false;
  const last = before.at(-1);
  if (last === undefined || !/^\s*$/u.test(part.text.slice(last.end, start - 1))) return false;
  return !isCueVerb(last.folded) && !CONJUNCTIONS.has(last.folded);
}

/** A whole sentence or paragraph of speech that goes on without a verb. */
function isStandalone(
  part: ScannedPart,
  { start, end, isOpen }: QuotedText,
  inside: readonly Token[],
): boolean {
  if (inside.length < WORDS_ALONE) return false;
  if (isOpen) return true;
  if (inside[0]?.isCapital !== true || !SENTENCE_END.test(part.text.slice(end - 1, end + 2))) return false;
  const before = part.text.slice(0, start - 1).trimEnd();
  if (before !== "") return SENTENCE_END.test(before.slice(-1));
  return /^[\s.,;!?…]*$/u.test(part.text.slice(end + 1));
}

function surroundingsOf(part: ScannedPart, quoted: QuotedText, earlier: number, later: number): Surroundings {
  const { text, tokens } = part;
  let from = quoted.start - 1;
  const first = Math.max(earlier, quoted.start - CLAUSE_REACH);
  while (from > first && !isSentenceEnd(text, from - 1)) from--;
  let to = quoted.end + 1;
  const last = Math.min(later, quoted.end + CLAUSE_REACH);
  while (to < last && !isSentenceEnd(text, to)) to++;
  const next = text.slice(quoted.end + 1, quoted.end + 4).trimStart();
  return {
    before: within(tokens, startOf, from, quoted.start),
    after: within(tokens, startOf, quoted.end, to),
    hasColon: /:\s*$/u.test(text.slice(Math.max(0, quoted.start - 4), quoted.start - 1)),
    isClosedApart: /^[,–—-]/u.test(next) || /[.,!?;…]\s*$/u.test(text.slice(quoted.end - 3, quoted.end)),
  };
}

const startOf = ({ start }: Token): number => start;
const startOfMention = ({ mention }: IndexedMention): number => mention.start;

/** The items of a sorted list that start in `from..to` (the end exclusive); two binary searches. */
function within<Item>(
  sorted: readonly Item[],
  position: (item: Item) => number,
  from: number,
  to: number,
): Item[] {
  return sorted.slice(lowerBound(sorted, position, from), lowerBound(sorted, position, to));
}

/** A full stop between a letter and a blank; a colon or a dot in «κ.» is none. */
function isSentenceEnd(text: string, index: number): boolean {
  const character = text[index] ?? "";
  if (!SENTENCE_END.test(character)) return false;
  if (character !== ".") return true;
  const isAbbreviation =
    /(?:^|[\s(«"“])\p{L}{1,2}$/u.test(text.slice(Math.max(0, index - 3), index)) &&
    !/(?:^|\s)(?:он|им|ей|их|её|нас|he|it|us|me|so|no)$/iu.test(text.slice(Math.max(0, index - 4), index));
  return !isAbbreviation && /^\s|^$|^["»”]/u.test(text.slice(index + 1, index + 2));
}

function canSpeak({ kind, type }: AnnotatedMention): boolean {
  return (
    kind !== "DEMONYM" && (type === "PERSON" || type === "ORGANIZATION" || type === "PLACE" || type === null)
  );
}

function isInside({ start, end }: AnnotatedMention, quoted: QuotedText): boolean {
  return start >= quoted.start && end <= quoted.end;
}
