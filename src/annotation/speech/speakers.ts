import { roleKey } from "../roles/roleNouns.js";
import type { ScannedPart } from "../spots.js";
import type { Token } from "../text/scan.js";
import type { AnnotatedMention, AnnotatedQuotation, AnnotatedRole } from "../types.js";
import { SOURCE_PHRASES } from "./cueVerbs.js";
import type { QuotedText } from "./quoteMarks.js";

/** A mention with its index in the annotation. */
export interface IndexedMention {
  mention: AnnotatedMention;
  index: number;
}

/** Gender of a person as far as it is known. */
export type GenderOf = (mention: AnnotatedMention) => "m" | "f" | null;

/** Nobody is named here, and nobody named earlier speaks: «είπε ο φύλακας». */
export const SOMEBODY_ELSE = -1;

/** How many paragraphs later «πρόσθεσε» still has the same speaker. */
const SPEAKER_REACH = 2;
/** So many quotations earlier nobody remembers who spoke. */
const QUOTATIONS_BACK = 100;
/** "he said, and the judge": a clause with a subject of its own. */
const NEW_CLAUSE = /[,;]\s(?:and|but|while|και|αλλά|ενώ|а|но|и)\s/u;
/** So many words may stand between the word that tells the case and the name. */
const ADJECTIVES = 2;
/** A place speaks only right beside its verb: "Moscow said". */
const PLACE_REACH = 2;

const PREPOSITIONS = new Set(
  "σε στο στον στη στην στα στους στισ για με από απο προσ κατα κατά μετα υπο εναντιον δίπλα to for with against about by of from on at in than к для о об от с со у на в по против из".split(
    " ",
  ),
);
/** Greek articles of other cases than the nominative: what follows is no subject. */
const OTHER_CASES = new Set("του τησ των τον την τη τουσ τισ".split(" "));
const NOMINATIVE_ARTICLES = new Set("ο η οι ένας μια ενασ".split(" "));

/** `», είπε ο Χ στον Ψ`, `," Smith said`. */
export function speakerAfter(
  cue: Token,
  clause: readonly Token[],
  speakers: readonly IndexedMention[],
  part: ScannedPart,
  roles: readonly AnnotatedRole[],
): number | null {
  const here = speakers.filter(({ mention }) => clause.some(({ start }) => start === mention.start));
  const between = here.filter(({ mention }) => mention.end <= cue.start);
  const behind = here.filter(
    ({ mention }) => mention.start >= cue.end && !NEW_CLAUSE.test(part.text.slice(cue.end, mention.start)),
  );
  const before = subjectOf(between, part, cue);
  if (before !== null) return before;
  const noun = part.tokens[lowerBound(part.tokens, startOf, cue.end) + 1];
  const isNext = noun !== undefined && /^\s\p{L}+\s$/u.test(part.text.slice(cue.end, noun.start));
  const office =
    isNext && roles.find(({ start, end }) => start <= noun.end && end >= noun.end && start >= cue.end);
  if (office) return office.holder;
  return namesSomebody(cue, part, here) ? SOMEBODY_ELSE : subjectOf(behind, part, cue);
}

/** `Ο Χ δήλωσε ότι «`, `δήλωσε ο Χ: «`. */
export function speakerBefore(
  cue: Token,
  clause: readonly Token[],
  speakers: readonly IndexedMention[],
  part: ScannedPart,
): number | null {
  const here = speakers.filter(({ mention }) => clause.some(({ start }) => start === mention.start));
  const behind = here.filter(({ mention }) => mention.start >= cue.end);
  const ahead = here.filter(({ mention }) => mention.end <= cue.start);
  const next = part.tokens[lowerBound(part.tokens, startOf, cue.end)];
  const isInverted =
    next !== undefined && (NOMINATIVE_ARTICLES.has(next.folded) || behind[0]?.mention.start === next.start);
  if (isInverted && /[α-ωа-я]/.test(cue.folded)) {
    const inverted = subjectOf(behind, part, cue);
    if (inverted !== null) return inverted;
  }
  return subjectOf(ahead, part, cue) ?? (/^[a-z]/.test(cue.folded) ? null : subjectOf(behind, part, cue));
}

/** The first person, else the first organization, that no preposition or case makes an object; a place only beside the verb. */
export function subjectOf(
  mentions: readonly IndexedMention[],
  part: ScannedPart,
  cue: Token | null,
): number | null {
  const free = mentions.filter(({ mention }) => !isObject(mention, part));
  const person = free.find(({ mention }) => mention.type === "PERSON");
  const organization = free.find(({ mention }) => mention.type === "ORGANIZATION" || mention.type === null);
  const place = free.find(
    ({ mention }) => mention.type === "PLACE" && cue !== null && isBeside(mention, cue, part),
  );
  return (person ?? organization ?? place)?.index ?? null;
}

function isBeside(mention: AnnotatedMention, cue: Token, part: ScannedPart): boolean {
  const at = lowerBound(part.tokens, startOf, mention.start);
  return Math.abs(lowerBound(part.tokens, startOf, cue.start) - at) <= PLACE_REACH;
}

function isObject(mention: AnnotatedMention, part: ScannedPart): boolean {
  let at = lowerBound(part.tokens, startOf, mention.start) - 1;
  let before = part.tokens[at];
  // «τον 22χρονο Νίκο», «στον Ρώσο πρόεδρο»: what tells the case stands before adjectives and offices.
  let end = mention.start;
  for (let steps = 0; steps < ADJECTIVES && before && !isClosed(before); steps++) {
    if (before.isCapital && mention.kind !== "ROLE") break;
    if (part.text.slice(before.end, end).trim() !== "") return false;
    end = before.start;
    before = part.tokens[--at];
  }
  if (before === undefined || before.sentence !== mention.sentence) return false;
  return PREPOSITIONS.has(before.folded) || OTHER_CASES.has(before.folded);
}

function isClosed({ folded }: Token): boolean {
  return (
    PREPOSITIONS.has(folded) || OTHER_CASES.has(folded) || NOMINATIVE_ARTICLES.has(folded) || folded === "the"
  );
}

/**
 * «είπε ο φύλακας της μαρίνας»: a subject without a name right behind the verb, that is no office or occupation either. «είπε
 * η δικηγόρος» rather means a lawyer whom the text named before.
 */
function namesSomebody(cue: Token, part: ScannedPart, mentions: readonly IndexedMention[]): boolean {
  const at = lowerBound(part.tokens, startOf, cue.end);
  const article = part.tokens[at];
  const noun = part.tokens[at + 1];
  if (!article || !noun || article.sentence !== cue.sentence || !NOMINATIVE_ARTICLES.has(article.folded))
    return false;
  if (/[,.;:]/u.test(part.text.slice(cue.end, article.start)) || noun.isCapital) return false;
  if (roleKey(noun.folded) !== null || roleKey(part.tokens[at + 2]?.folded ?? "") !== null) return false;
  const end = (part.tokens[at + 5] ?? part.tokens.at(-1) ?? noun).end;
  return !mentions.some(
    ({ mention }) =>
      mention.type === "PERSON" &&
      mention.start >= article.start &&
      mention.end <= end &&
      !isObject(mention, part),
  );
}

/** «σύμφωνα με τον Χ», "according to X". */
export function sourceBehindPhrase(
  clauses: readonly (readonly Token[])[],
  speakers: readonly IndexedMention[],
): number | null {
  for (const clause of clauses) {
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

/**
 * Who spoke last, if that is not long ago, unless somebody was named as a subject since then; else the subject of the
 * sentence before the quotation.
 * @param fits whether a mention of that index may speak here
 */
export function earlierSpeaker(
  found: readonly AnnotatedQuotation[],
  near: readonly IndexedMention[],
  earlier: IndexedMention | undefined,
  part: ScannedPart,
  quoted: QuotedText,
  fits: (index: number) => boolean,
): number | null {
  const last = found.slice(-QUOTATIONS_BACK).findLast(({ speaker }) => speaker === null || fits(speaker));
  const before = near.filter(({ mention }) => mention.type === "PERSON" && mention.end <= quoted.start);
  const isSince = ({ mention }: IndexedMention): boolean =>
    last === undefined || last.part < part.index || mention.start > last.end;
  const sentences = [...new Set(before.map(({ mention }) => mention.sentence))].sort((a, b) => b - a);
  let here: number | null = null;
  for (const sentence of sentences) {
    here = subjectOf(
      before.filter(({ mention }) => mention.sentence === sentence && isSince({ mention, index: 0 })),
      part,
      null,
    );
    if (here !== null) break;
  }
  const anybody = here ?? before.at(-1)?.index ?? null;
  if (last && last.speaker !== null && part.index - last.part <= SPEAKER_REACH) {
    // In a new paragraph who is named there comes before who spoke last.
    return (last.part < part.index ? anybody : here) ?? last.speaker;
  }
  if (anybody !== null) return anybody;
  return earlier && fits(earlier.index) && part.index - earlier.mention.part <= 1 ? earlier.index : null;
}

const startOf = ({ start }: Token): number => start;

/** Index of the first item of a sorted list whose position is a value or behind it. */
export function lowerBound<Item>(
  sorted: readonly Item[],
  position: (item: Item) => number,
  value: number,
): number {
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
