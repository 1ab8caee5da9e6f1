import type { ScannedPart } from "../spots.js";
import type { Token } from "../text/scan.js";
import type { AnnotatedMention, AnnotatedQuotation } from "../types.js";
import { isCueVerb, SOURCE_PHRASES } from "./cueVerbs.js";
import { quotedTexts, type QuotedText } from "./quoteMarks.js";

/** How far from a quotation its verb may stand, in words. */
const CUE_DISTANCE = 14;
/** Words of a quotation inside a sentence, without a colon or comma that sets it apart. */
const WORDS_IN_SENTENCE = 4;
/** So many words with a capital in front are no title any more. */
const WORDS_OF_SPEECH = 8;
/** Words of a quotation that stands for itself, without a verb of speech. */
const WORDS_ALONE = 6;
/** Characters around a quotation in which its clause ends. */
const CLAUSE_REACH = 600;
/** How many paragraphs later «πρόσθεσε» still has the same speaker. */
const SPEAKER_REACH = 2;

const PREPOSITIONS = new Set(
  "σε στο στον στη στην στα στους στισ για με από απο προσ κατα κατά μετα υπο του τησ των εναντιον to for with against about by of from on at in к для о об от с со у на в по против".split(
    " ",
  ),
);
const CONJUNCTIONS = new Set("οτι πωσ να αν that was is are were if what что".split(" "));
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
): AnnotatedQuotation[] {
  const found: AnnotatedQuotation[] = [];
  const byPart = new Map<number, IndexedMention[]>(parts.map((part) => [part.index, []]));
  for (const [index, mention] of mentions.entries()) byPart.get(mention.part)?.push({ mention, index });
  let earlier: IndexedMention | undefined;
  for (const part of parts) {
    const own = byPart.get(part.index) ?? [];
    const texts = quotedTexts(part.text);
    for (const [at, quoted] of texts.entries()) {
      const inside = within(part.tokens, startOf, quoted.start, quoted.end);
      if (inside.length === 0) continue;
      const around = surroundingsOf(
        part,
        quoted,
        texts[at - 1]?.end ?? 0,
        texts[at + 1]?.start ?? part.text.length,
      );
      const near = within(own, startOfMention, quoted.start - CLAUSE_REACH, quoted.end + CLAUSE_REACH);
      if (near.some(({ mention }) => mention.start === quoted.start && mention.end >= quoted.end)) continue;
      const speech = readSpeech(part, quoted, inside, around, near);
      if (speech === null) continue;
      const speaker = speech.speaker ?? earlierSpeaker(found, near, earlier, part, quoted);
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

interface IndexedMention {
  mention: AnnotatedMention;
  index: number;
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
): Speech | null {
  const speakers = mentions.filter(({ mention }) => canSpeak(mention) && !isInside(mention, quoted));
  const surface = (token: Token): string => part.text.slice(token.start, token.end);
  const after = around.after.slice(0, CUE_DISTANCE).find(({ folded }) => isCueVerb(folded));
  const isAfterAdjacent =
    after !== undefined && after === around.after.find(({ folded }) => folded !== "οπωσ" && folded !== "as");
  const isName = isTitle(part, quoted, inside, around);
  if (after && !isName && (around.isClosedApart || isAfterAdjacent)) {
    return {
      speaker: speakerAfter(after, around.after, speakers, part),
      cue: surface(after),
      confidence: 0.92,
    };
  }
  const before = around.before.slice(-CUE_DISTANCE).findLast(({ folded }) => isCueVerb(folded));
  const isSpeech = inside.length >= WORDS_IN_SENTENCE && !isName;
  if (before && (around.hasColon || isSpeech)) {
    return {
      speaker: speakerBefore(before, around.before, speakers, part),
      cue: surface(before),
      confidence: around.hasColon ? 0.9 : 0.8,
    };
  }
  const source = sourceBehindPhrase(around, speakers);
  if (source !== null && inside.length >= WORDS_IN_SENTENCE)
    return { speaker: source, cue: null, confidence: 0.75 };
  if (around.hasColon && inside.length >= 2) {
    const people = speakers.filter(
      ({ mention }) =>
        (mention.type === "PERSON" || mention.type === "ORGANIZATION") &&
        around.before.some(({ start }) => start === mention.start),
    );
    const speaker = subjectOf(people, part);
    if (speaker !== null) return { speaker, cue: null, confidence: 0.8 };
  }
  return isStandalone(part, quoted, inside) ? { speaker: null, cue: null, confidence: 0.6 } : null;
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
  const isSentence = inside[0]?.isCapital === true && SENTENCE_END.test(part.text.slice(end - 1, end + 2));
  const around =
    part.text.slice(0, start - 1).trim() +
    part.text
      .slice(end + 1)
      .replace(/[.,;!?…]/gu, "")
      .trim();
  return (
    isOpen ||
    (isSentence &&
      (around === "" ||
        SENTENCE_END.test(
          part.text
            .slice(0, start - 1)
            .trim()
            .slice(-1),
        )))
  );
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

/** Index of the first item of a sorted list that starts at a value or behind it. */
function lowerBound<Item>(sorted: readonly Item[], position: (item: Item) => number, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && position(item) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A full stop between a letter and a blank; a colon or a dot in «κ.» is none. */
function isSentenceEnd(text: string, index: number): boolean {
  const character = text[index] ?? "";
  if (!SENTENCE_END.test(character)) return false;
  if (character !== ".") return true;
  const isAbbreviation = /(?:^|[\s(«"“])\p{L}{1,2}$/u.test(text.slice(Math.max(0, index - 3), index));
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

/** `», είπε ο Χ στον Ψ`, `," Smith said`. */
function speakerAfter(
  cue: Token,
  clause: readonly Token[],
  speakers: readonly IndexedMention[],
  part: ScannedPart,
): number | null {
  const here = speakers.filter(({ mention }) => clause.some(({ start }) => start === mention.start));
  const between = here.filter(({ mention }) => mention.end <= cue.start);
  const behind = here.filter(({ mention }) => mention.start >= cue.end);
  return subjectOf(between, part) ?? subjectOf(behind, part);
}

/** `Ο Χ δήλωσε ότι «`, `δήλωσε ο Χ: «`. */
function speakerBefore(
  cue: Token,
  clause: readonly Token[],
  speakers: readonly IndexedMention[],
  part: ScannedPart,
): number | null {
  const here = speakers.filter(({ mention }) => clause.some(({ start }) => start === mention.start));
  const behind = here.filter(({ mention }) => mention.start >= cue.end);
  const ahead = here.filter(({ mention }) => mention.end <= cue.start);
  return subjectOf(behind, part, true) ?? subjectOf(ahead, part) ?? subjectOf(behind, part);
}

/** The first person, else the first other, that no preposition makes an object; with `strict` nothing else. */
function subjectOf(mentions: readonly IndexedMention[], part: ScannedPart, strict = false): number | null {
  const free = mentions.filter(({ mention }) => !isObject(mention, part));
  const person = free.find(({ mention }) => mention.type === "PERSON");
  const chosen =
    person ?? free[0] ?? (strict ? undefined : mentions.find(({ mention }) => mention.type === "PERSON"));
  return chosen?.index ?? null;
}

function isObject(mention: AnnotatedMention, part: ScannedPart): boolean {
  const before = part.tokens[lowerBound(part.tokens, startOf, mention.start) - 1];
  return before !== undefined && before.sentence === mention.sentence && PREPOSITIONS.has(before.folded);
}

function sourceBehindPhrase(
  { before, after }: Surroundings,
  speakers: readonly IndexedMention[],
): number | null {
  for (const clause of [after, before]) {
    for (const phrase of SOURCE_PHRASES) {
      const at = clause.findIndex((_, index) =>
        phrase.every((word, offset) => clause[index + offset]?.folded === word),
      );
      if (at === -1) continue;
      const behind = clause.slice(at + phrase.length);
      const found = speakers.find(({ mention }) => behind.some(({ start }) => start === mention.start));
      if (found) return found.index;
    }
  }
  return null;
}

/** Who spoke last, if that is not long ago; else who was named last before the quotation. */
function earlierSpeaker(
  found: readonly AnnotatedQuotation[],
  near: readonly IndexedMention[],
  earlier: IndexedMention | undefined,
  part: ScannedPart,
  quoted: QuotedText,
): number | null {
  const last = found.at(-1);
  const here = near.findLast(({ mention }) => mention.type === "PERSON" && mention.end <= quoted.start);
  if (last && last.speaker !== null && part.index - last.part <= SPEAKER_REACH) {
    // Somebody named since then is a new subject.
    const isNew = here && (last.part < part.index || here.mention.start > last.end);
    return isNew ? here.index : last.speaker;
  }
  return (here ?? (earlier && part.index - earlier.mention.part <= 1 ? earlier : undefined))?.index ?? null;
}
