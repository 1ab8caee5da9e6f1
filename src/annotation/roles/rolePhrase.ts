import type { ScannedPart } from "../spots.js";
import type { AnnotatedMention } from "../types.js";
import { fold } from "../text/fold.js";
import { agentKey, roleKey } from "./roleNouns.js";

/** A noun phrase with an office in it. Tokens `first..last` of its part, both included. */
export interface RolePhrase {
  first: number;
  last: number;
  /** Token of the noun that names the office. */
  head: number;
  key: string;
  /** Tokens of the title: modifiers, head, portfolio. */
  titleFirst: number;
  titleLast: number;
  /** Index into the part's mentions; null when none stands in the phrase. */
  organization: number | null;
  country: number | null;
  hasArticle: boolean;
}

/** One part with the mention that each of its tokens belongs to. */
export interface MentionedPart {
  part: ScannedPart;
  mentions: readonly AnnotatedMention[];
  /** By token: index into `mentions`, -1 where there is none. */
  mentionAt: Int32Array;
}

const folds = (words: string): Set<string> => new Set(words.split(/\s+/).map(fold));

/** Words of a title before its noun. */
const MODIFIERS = folds(
  `πρώην τέως νυν νέος νέα νέο νέου νέας νεοεκλεγείς απερχόμενος απερχόμενο απερχόμενου γενικός γενικό γενικού γενική γενικής αναπληρωτής αναπληρωτή αναπληρώτρια
  ειδικός ειδικό ειδικού ανώτατος ανώτατο ανώτατου εκτελεστικός εκτελεστικό διευθύνων διευθύνοντα διευθύνοντος διευθύνουσα κυβερνητικός κυβερνητικό κυβερνητικού επίτιμος μεταβατικός
  υπηρεσιακός υπηρεσιακό εντεταλμένος αντιπρόεδρος τεχνικός τοπικός ομότιμος εκλεγμένος κρατικός στενός πρώτος δεύτερος μόνιμος
  former ex acting new outgoing incoming deputy vice first second senior chief prime foreign finance defence defense interior home health
  education justice energy trade transport culture environment labour labor agriculture economy executive managing general special top
  national military presidential attorney assistant co press veteran head secretary minister
  бывший бывшего новый нового первый первого заместитель заместителя генеральный генерального исполнительный исполняющий обязанности экс вице главный главного пресс`,
);
const ARTICLES = folds("ο η του της τον την τη οι the его ее");
/** Words between an office and what it belongs to. */
const LINKS = folds(
  "του της των τησ και για επί παρά στο στη στην στον στις στα στους σε of the for and at in to de di по в при и на",
);
/** Words that may stand before an adjective that no table has. */
const OPEN_BEFORE = folds("a an then now later once και and и ως σήμερα ένας μια ένα ήταν είναι");
const GREEK_ADJECTIVE = /(?:οσ|ου|ο|η|ησ|α|ασ)$/;
const RUSSIAN_ADJECTIVE = /(?:ый|ий|ой|ая|яя|ого|его|ому|ему|ым|им|ую|юю)$/;
const ENGLISH_CLOSED = folds(
  "that this with from said says told after when while which their there have were about into over under than then also only some many most more other both each every such what where your they them because since until although though",
);
const LONGEST_COMPLEMENT = 10;
const LONGEST_MODIFIERS = 5;
const GENITIVE = /(?:ου|ησ|ων|ικου|εωσ|ασ)$/;
const RUSSIAN_GENITIVE = /(?:ого|его|ей|ых|их|ой|ы|и|а|я|ов|ств)$/;

/** The role phrase whose noun is a token; null when that is none, or is part of a name. */
export function rolePhraseAt(mentioned: MentionedPart, head: number): RolePhrase | null {
  const token = mentioned.part.tokens[head];
  if (!token || mentioned.mentionAt[head] !== -1) return null;
  const key = roleKey(token.folded) ?? openKey(mentioned, head);
  if (key === null) return null;
  const phrase: RolePhrase = {
    first: head,
    last: head,
    head,
    key,
    titleFirst: head,
    titleLast: head,
    organization: null,
    country: null,
    hasArticle: false,
  };
  takeModifiers(mentioned, phrase);
  takeComplement(mentioned, phrase);
  return phrase;
}

/** An occupation that no table has: a Greek noun between an article and a person's name. */
function openKey({ part, mentions, mentionAt }: MentionedPart, head: number): string | null {
  const token = part.tokens[head];
  if (!token || token.isCapital || !/^[α-ω]/.test(token.folded)) return null;
  if (mentions[mentionAt[head + 1] ?? -1]?.type !== "PERSON" || !isTight(part, head, head + 1)) return null;
  return agentKey(part.tokens[head - 1]?.folded ?? "", token.folded);
}

/** Adjectives, peoples and, in English, organizations before the noun; the article is only noted. */
function takeModifiers({ part, mentions, mentionAt }: MentionedPart, phrase: RolePhrase): void {
  let opened = 0;
  for (let at = phrase.head - 1; at >= 0 && phrase.head - at <= LONGEST_MODIFIERS && opened < 2;) {
    const token = part.tokens[at];
    if (!token || token.sentence !== part.tokens[phrase.head]?.sentence || !isTight(part, at, phrase.first))
      return;
    const index = mentionAt[at] ?? -1;
    const mention = mentions[index];
    if (mention) {
      const isEnglish = /^[a-z]/.test(part.tokens[phrase.head]?.folded ?? "");
      if (mention.kind === "DEMONYM" || (mention.type === "PLACE" && isEnglish)) phrase.country ??= index;
      else if (mention.type === "ORGANIZATION" && isEnglish) phrase.organization ??= index;
      else return;
      while (at >= 0 && mentionAt[at] === index) at--;
      phrase.first = at + 1;
      continue;
    }
    if (ARTICLES.has(token.folded)) {
      phrase.hasArticle = true;
      return;
    }
    if (!MODIFIERS.has(token.folded)) {
      if (!isOpenModifier(part, at, phrase)) return;
      opened++;
    }
    phrase.first = at;
    // A people between title words stays outside the title: «πρώην Ρώσος πρόεδρος».
    if (phrase.titleFirst === at + 1) phrase.titleFirst = at;
    at--;
  }
}

/**
 * An adjective that no table has («έμπειρος ιστιοπλόος», "a young organiser"): of the form of one, in lower case, with an
 * article, a comma or a people before it.
 */
function isOpenModifier(part: ScannedPart, at: number, { head }: RolePhrase): boolean {
  const token = part.tokens[at];
  const noun = part.tokens[head]?.folded ?? "";
  if (!token || token.isCapital || token.folded.length < 4 || roleKey(token.folded) !== null) return false;
  const before = part.tokens[at - 1];
  if (
    before &&
    before.sentence === token.sentence &&
    isTight(part, at - 1, at) &&
    !ARTICLES.has(before.folded)
  ) {
    if (!OPEN_BEFORE.has(before.folded)) return false;
  }
  if (/^[α-ω]/.test(noun)) return GREEK_ADJECTIVE.test(token.folded) && agrees(token.folded, noun);
  if (/^[а-я]/.test(noun)) return RUSSIAN_ADJECTIVE.test(token.folded);
  return (
    /^[a-z]/.test(token.folded) && !/(?:ing|ly|ed)$/.test(token.folded) && !ENGLISH_CLOSED.has(token.folded)
  );
}

function agrees(adjective: string, noun: string): boolean {
  if (/(?:οσ|ησ|ασ)$/.test(noun)) return /(?:οσ|ησ|η|α)$/.test(adjective);
  return noun.endsWith("ου") ? adjective.endsWith("ου") || adjective.endsWith("ησ") : true;
}

/** The portfolio and what the office belongs to, behind the noun. */
function takeComplement({ part, mentions, mentionAt }: MentionedPart, phrase: RolePhrase): void {
  let isPortfolio = true;
  let last = phrase.head;
  // "commander-in-chief" is one word.
  while (
    part.text[part.tokens[last]?.end ?? 0] === "-" &&
    part.tokens[last + 1]?.start === (part.tokens[last]?.end ?? 0) + 1
  )
    last++;
  phrase.titleLast = last;
  for (let at = last + 1; at - phrase.head <= LONGEST_COMPLEMENT; at++) {
    const token = part.tokens[at];
    if (!token || token.sentence !== part.tokens[phrase.head]?.sentence || !isTight(part, at - 1, at)) break;
    const index = mentionAt[at] ?? -1;
    const mention = mentions[index];
    if (mention) {
      if (mention.type === "PERSON") break;
      if (mention.kind === "DEMONYM") phrase.country ??= index;
      else if (mention.type === "PLACE" && phrase.organization !== null) phrase.country ??= index;
      else if (mention.type === "PLACE") phrase.country ??= index;
      else phrase.organization ??= index;
      isPortfolio = false;
      last = at;
    } else if (LINKS.has(token.folded)) {
      if (isPortfolio && !/^(?:και|and|и|of|επι|παρα|для)$/.test(token.folded)) isPortfolio = false;
    } else if (belongsTo(token.folded, token.isCapital, part.tokens[phrase.head]?.folded ?? "")) {
      last = at;
      if (isPortfolio) phrase.titleLast = at;
    } else break;
  }
  phrase.last = last;
}

/** May a word without a name stand in the complement? Greek and Russian: a genitive; any: a word with a capital. */
function belongsTo(folded: string, isCapital: boolean, head: string): boolean {
  if (isCapital) return true;
  if (roleKey(folded) !== null) return false;
  if (/^[α-ω]/.test(head)) return folded.length > 3 && GENITIVE.test(folded);
  if (/^[а-я]/.test(head)) return folded.length > 3 && RUSSIAN_GENITIVE.test(folded);
  return folded === "state" || folded === "affairs" || folded === "general";
}

/** Nothing but a blank, a hyphen or quote marks between two tokens. */
function isTight(part: ScannedPart, left: number, right: number): boolean {
  const a = part.tokens[left]?.end ?? 0;
  const b = part.tokens[right]?.start ?? 0;
  return b - a <= 3 && /^[\s\u00a0«»"“”„()-]*(?:['’]s\s)?$/u.test(part.text.slice(a, b));
}

const PORTFOLIOS: readonly (readonly [RegExp, string])[] = [
  [/εξωτερικ|foreign|иностран/, "foreign"],
  [/αμυν|defen[cs]e|оборон/, "defence"],
  [/εσωτερικ|interior|home|внутренних/, "interior"],
  [/οικονομικ|finance|treasury|финанс/, "finance"],
  [/υγει|health|здравоохран/, "health"],
  [/παιδει|education|просвещ|образован/, "education"],
  [/δικαιοσ|justice|юстици/, "justice"],
  [/πολιτισμ|culture|культур/, "culture"],
  [/μεταφορ|transport|транспорт/, "transport"],
  [/υποδομ|infrastructure/, "infrastructure"],
  [/ενεργει|energy|энергетик/, "energy"],
  [/περιβαλλον|environment/, "environment"],
  [/εργασι|labou?r|труда/, "labour"],
  [/μεταναστευσ|migration/, "migration"],
  [/αγροτικ|γεωργι|agricultur|rural|сельского/, "agriculture"],
  [/αναπτυξ|development/, "development"],
  [/ναυτιλι|shipping/, "shipping"],
  [/τουρισμ|tourism/, "tourism"],
  [/προστασι/, "citizen protection"],
];

/** English key of an office with its portfolio, the same in all languages: `foreign minister`, `former president`. */
export function normalizedTitle(key: string, title: string): string {
  const folded = fold(title);
  if (/^prime minister|премьер-министр/.test(folded)) return "prime minister";
  if (/^vice[ -]president|вице-президент/.test(folded)) return "vice president";
  if (/^deputy prime minister|вице-премьер/.test(folded)) return "deputy prime minister";
  if (/пресс-секретар|^press secretary/.test(folded)) return "spokesperson";
  if (
    key === "minister" ||
    key === "deputy minister" ||
    (key === "secretary" && /treasury|defen[cs]e|state/.test(folded))
  ) {
    const portfolio = PORTFOLIOS.find(([pattern]) => pattern.test(folded))?.[1];
    if (/secretary of state/.test(folded)) return "foreign minister";
    return portfolio === undefined ? key : `${portfolio} ${key === "secretary" ? "minister" : key}`;
  }
  if (/^(?:διευθυνων|διευθυνοντ|διευθυνουσα)|chief executive/.test(folded)) return "chief executive";
  if (key === "secretary" && /γενικ|general|генеральн/.test(folded)) return "secretary-general";
  return key;
}
