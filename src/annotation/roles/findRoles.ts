import type { AnnotatedMention, AnnotatedRole } from "../types.js";
import type { ScannedPart } from "../spots.js";
import { normalizedTitle, rolePhraseAt, type MentionedPart, type RolePhrase } from "./rolePhrase.js";

/** How far before a name its office may begin, and behind it, in words. */
const REACH_BEFORE = 12;
const REACH_AFTER = 5;
const HONORIFICS = new Set("κ κοσ κα κυριοσ κυρια mr mrs ms dr sir sheikh".split(" "));
const GENITIVE_ARTICLES = new Set("του τησ των".split(" "));
const POSSESSIVES = new Set("του τησ τουσ μασ μου σασ".split(" "));
const ARTICLES = new Set("ο η του τησ τον την τη the a an".split(" "));
const COPULAS = new Set("ειναι ηταν is was является был была стал стала remains".split(" "));
const BEFORE_OFFICE = new Set(
  "his her its their my our σημερα τωρα πλεον τοτε then now once formerly тогда ныне".split(" "),
);
/** «η θέση του γραμματέα»: the office, not who holds it. */
const OFFICE_ITSELF = new Set(
  "θεση θεσησ αξιωμα καθηκοντα ποστο ρολο ρολοσ εκλογη διαδοχη post office role".split(" "),
);
const CONJUNCTIONS = new Set("και and и".split(" "));
/** What may follow an apposition that no comma ends: «ιστιοπλόος από τη Σκιάθο», "a pianist from New Orleans". */
const AFTER_APPOSITION =
  /^\s*(?:[,.;:·)(–—!?»"”]|$|(?:και|and|и|από|στο|στη|στην|στον|στις|στα|στους|σε|που|με|κατά|επί|at|in|from|who|with|for|on|of|to|by|whose|из|в|на|от|с|по|при)\s)/u;
/** How many offices in a row one name may end. */
const MAX_CHAIN = 3;

/** What `findRoles` found: the roles, and where role phrases stand that no name is beside. */
export interface Roles {
  roles: AnnotatedRole[];
  /** Phrases with a definite article or a country that may stand for a person named elsewhere. */
  bare: { part: number; phrase: RolePhrase }[];
}

/**
 * The offices and occupations that a text gives people by apposition, before the name or behind it. Mentions are in text
 * order; the roles' indexes count in them.
 */
export function findRoles(parts: readonly ScannedPart[], mentions: readonly AnnotatedMention[]): Roles {
  const found: Roles = { roles: [], bare: [] };
  let from = 0;
  for (const part of parts) {
    let to = from;
    while (to < mentions.length && mentions[to]?.part === part.index) to++;
    const mentioned = mentionedPart(part, mentions.slice(from, to));
    readPart(mentioned, from, found);
    from = to;
  }
  return found;
}

/** A part with an index from its tokens to its mentions. */
function mentionedPart(part: ScannedPart, mentions: readonly AnnotatedMention[]): MentionedPart {
  const mentionAt = new Int32Array(part.tokens.length).fill(-1);
  let index = 0;
  for (const [at, token] of part.tokens.entries()) {
    while (index < mentions.length && (mentions[index]?.end ?? 0) <= token.start) index++;
    const mention = mentions[index];
    if (mention && token.start >= mention.start && token.end <= mention.end) mentionAt[at] = index;
  }
  return { part, mentions, mentionAt };
}

function readPart(mentioned: MentionedPart, offset: number, found: Roles): void {
  const { part } = mentioned;
  const used = new Set<number>();
  let previous: { last: number; holder: number } | null = null;
  for (let at = 0; at < part.tokens.length; at++) {
    const phrase = rolePhraseAt(mentioned, at);
    if (phrase === null || used.has(at)) continue;
    const inner = innerPhrase(mentioned, phrase);
    if (inner !== null) {
      phrase.last = inner.last;
      phrase.organization ??= inner.organization;
      phrase.country ??= inner.country;
    }
    const holder: number | null =
      holderBehind(mentioned, phrase) ??
      holderBefore(mentioned, phrase) ??
      (previous && isJoined(part, previous.last, phrase) ? previous.holder : null);
    if (holder === null) {
      const isPost = OFFICE_ITSELF.has(part.tokens[phrase.first - 2]?.folded ?? "");
      if (!isPost && (phrase.hasArticle || phrase.country !== null))
        found.bare.push({ part: part.index, phrase });
      continue;
    }
    previous = { last: phrase.last, holder };
    for (let token = phrase.first; token <= phrase.last; token++) used.add(token);
    found.roles.push(toRole(mentioned, phrase, holder, offset));
  }
}

/**
 * The office that another one belongs to: «пресс-секретарь президента России Дмитрий Песков». The name behind both holds
 * the outer one if it stands in the nominative and the inner office in the genitive.
 */
function innerPhrase(mentioned: MentionedPart, outer: RolePhrase): RolePhrase | null {
  const { part, mentions, mentionAt } = mentioned;
  if (outer.last !== outer.titleLast) return null;
  let at = outer.last + 1;
  if (GENITIVE_ARTICLES.has(part.tokens[at]?.folded ?? "")) at++;
  else if (!/^[а-я]/.test(part.tokens[at]?.folded ?? "")) return null;
  for (const end = at + 2; at <= end; at++) {
    const inner = rolePhraseAt(mentioned, at);
    if (inner === null) continue;
    if (inner.first > outer.last + 2) return null;
    const name = mentions[mentionAt[inner.last + 1] ?? -1];
    const isGenitive = /(?:ου|ησ|α|ασ|ων|[аяыи]|ого|его)$/.test(part.tokens[at]?.folded ?? "");
    return name?.type === "PERSON" && isGenitive && isNominative(name) ? inner : null;
  }
  return null;
}

function isNominative({ grammaticalCase, surface }: AnnotatedMention): boolean {
  if (grammaticalCase !== null) return grammaticalCase === "NOM";
  const [given = ""] = surface.split(/\s/u);
  return /ς$|[бвгджзйклмнпрстфхцчшщ]$/u.test(given);
}

/** «ο πρόεδρός της Άρης Βελούδης»: the second accent or the name's nominative tells it from «ο δικηγόρος του Νίκου Παππά». */
function isPossessive({ part, mentions, mentionAt }: MentionedPart, phrase: RolePhrase, at: number): boolean {
  const name = mentions[mentionAt[at + 1] ?? -1];
  const isBeforeComma = part.text[part.tokens[at]?.end ?? 0] === ",";
  if (at !== phrase.head + 1 || (name?.type !== "PERSON" && !isBeforeComma)) return false;
  const head = part.tokens[phrase.head];
  const noun = part.text.slice(head?.start, head?.end).normalize("NFD");
  return (
    POSSESSIVES.has(part.tokens[at]?.folded ?? "") &&
    (isBeforeComma || /\u0301.*\u0301/u.test(noun) || (name !== undefined && /ς(?:\s|$)/u.test(name.surface)))
  );
}

/** «εταίρος της Α και πρώην στέλεχος της Β»: two offices of one person. */
function isJoined(part: ScannedPart, last: number, phrase: RolePhrase): boolean {
  return phrase.first === last + 2 && CONJUNCTIONS.has(part.tokens[last + 1]?.folded ?? "");
}

/**
 * «ο υπουργός Εξωτερικών Νίκος Δένδιας», «ο Ρώσος πρόεδρος, Βλαντίμιρ Πούτιν», «πρόεδρος ήταν ο Νίκος Παππάς», and over
 * another office: «ο εκπρόσωπος της Αστυνομίας, υποδιευθυντής Νίκος Παππάς».
 */
function holderBehind(mentioned: MentionedPart, phrase: RolePhrase, chained = 0): number | null {
  const { part, mentions, mentionAt } = mentioned;
  let at = phrase.last + 1;
  const sentence = part.tokens[phrase.head]?.sentence;
  let isComma = false;
  let isLed = isHeadOfMany(part, phrase);
  for (; at <= phrase.last + 4; at++) {
    const token = part.tokens[at];
    if (!token || token.sentence !== sentence) return null;
    const gap = part.text.slice(part.tokens[at - 1]?.end ?? 0, token.start);
    if (!/^[\s\u00a0]?[,)]?[\s\u00a0.«"“]*$/u.test(gap)) return null;
    if (gap.includes(",")) isComma = true;
    const index = mentionAt[at] ?? -1;
    if (mentions[index]?.kind === "DEMONYM" && (isComma || isLed)) continue;
    if (index !== -1)
      return mentions[index]?.type === "PERSON" && at - phrase.head <= REACH_BEFORE ? index : null;
    if (COPULAS.has(token.folded) && at === phrase.last + 1) {
      isLed = true;
      continue;
    }
    const isJoint = CONJUNCTIONS.has(token.folded) && at === phrase.last + 1;
    if ((isComma || isLed || isJoint) && chained < MAX_CHAIN) {
      const next = phraseFrom(mentioned, isJoint ? at + 1 : at);
      if (next) return holderBehind(mentioned, next, chained + 1);
    }
    const isSkipped =
      HONORIFICS.has(token.folded) ||
      ((isComma || isLed) && ARTICLES.has(token.folded)) ||
      isPossessive(mentioned, phrase, at);
    if (!isSkipped) return null;
  }
  return null;
}

/** The role phrase that begins at a token. */
function phraseFrom(mentioned: MentionedPart, first: number): RolePhrase | null {
  for (let head = first; head <= first + 2; head++) {
    const phrase = rolePhraseAt(mentioned, head);
    if (phrase) return phrase.first <= first ? phrase : null;
  }
  return null;
}

/** «με επικεφαλής τον Νίκο Παππά». */
function isHeadOfMany(part: ScannedPart, { head }: RolePhrase): boolean {
  return part.tokens[head]?.folded === "επικεφαλησ" && part.tokens[head - 1]?.folded === "με";
}

/** «Ο Πατρούσεφ, γραμματέας του Συμβουλίου Ασφαλείας, …», "Smith (the chairman)", «Ο Παππάς είναι γιατρός». */
function holderBefore({ part, mentions, mentionAt }: MentionedPart, phrase: RolePhrase): number | null {
  const sentence = part.tokens[phrase.head]?.sentence;
  let at = phrase.first - 1;
  while (
    (ARTICLES.has(part.tokens[at]?.folded ?? "") || BEFORE_OFFICE.has(part.tokens[at]?.folded ?? "")) &&
    phrase.first - at <= 3
  )
    at--;
  const isStatement = COPULAS.has(part.tokens[at]?.folded ?? "");
  if (isStatement) at--;
  const before = part.tokens[at];
  const index = mentionAt[at] ?? -1;
  if (!before || before.sentence !== sentence || index === -1 || phrase.head - at > REACH_AFTER + 3)
    return null;
  const gap = part.text.slice(before.end, part.tokens[at + 1]?.start ?? before.end);
  if (isStatement ? !/^\s$/u.test(gap) : !/^\s?[,(–—-]\s?$|^\s[–—]\s$/u.test(gap)) return null;
  const mention = mentions[index];
  if (mention?.type !== "PERSON") return null;
  // «στη θέση του Πατρούσεφ, οικονομολόγος στην Άμυνα»: the cases tell that somebody else is meant.
  const article = part.tokens[firstTokenOf(mentionAt, at) - 1]?.folded ?? "";
  if (/^(?:του|τησ)$/.test(article) && /οσ$/.test(part.tokens[phrase.head]?.folded ?? "")) return null;
  // What follows must close the apposition: a comma, a bracket, the end.
  const end = part.tokens[phrase.last]?.end ?? 0;
  return isStatement || AFTER_APPOSITION.test(part.text.slice(end, end + 8)) ? index : null;
}

/** The first token of the mention that a token belongs to. */
function firstTokenOf(mentionAt: Int32Array, at: number): number {
  let first = at;
  while (first > 0 && mentionAt[first - 1] === mentionAt[at]) first--;
  return first;
}

/** "Chief executive Tim Cook of Apple". */
function organizationBehind({ part, mentions }: MentionedPart, holder: number): number | null {
  const name = mentions[holder];
  const next = mentions[holder + 1];
  if (!name || next?.type !== "ORGANIZATION") return null;
  return /^\s(?:of|της|του|των|из)\s$/u.test(part.text.slice(name.end, Math.min(next.start, name.end + 6)))
    ? holder + 1
    : null;
}

function toRole(mentioned: MentionedPart, phrase: RolePhrase, holder: number, offset: number): AnnotatedRole {
  const { part } = mentioned;
  const start = part.tokens[phrase.first]?.start ?? 0;
  const end = part.tokens[phrase.last]?.end ?? start;
  const title = part.text.slice(part.tokens[phrase.titleFirst]?.start, part.tokens[phrase.titleLast]?.end);
  const organization = phrase.organization ?? organizationBehind(mentioned, holder);
  return {
    part: part.index,
    sentence: part.tokens[phrase.head]?.sentence ?? 0,
    start,
    end,
    holder: holder + offset,
    title,
    normalizedTitle: normalizedTitle(phrase.key, title),
    organization: organization === null ? null : organization + offset,
    country: phrase.country === null ? null : phrase.country + offset,
  };
}
