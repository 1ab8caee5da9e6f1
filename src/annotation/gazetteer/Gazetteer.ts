import type { KnowledgeBase, KnowledgeEntity } from "../KnowledgeBase.js";
import { fold } from "../text/fold.js";
import { scan, type Token } from "../text/scan.js";
import { STOP_WORDS } from "../text/stopWords.js";
import { demonymForms } from "./demonymForms.js";
import { inflect, inflectPerson } from "./nameForms.js";
import { SpellingIndex } from "./SpellingIndex.js";

/** How an entry of the gazetteer names its entity; SPELLING is a full name that only sounds like one it knows. */
export type EntryRole =
  | "FULL"
  | "ALIAS"
  | "INITIAL"
  | "FAMILY"
  | "GIVEN"
  | "ACRONYM"
  | "DEMONYM_PERSON"
  | "DEMONYM_ADJECTIVE"
  | "SPELLING";

/** One form of one name. */
export interface Entry {
  entity: KnowledgeEntity;
  role: EntryRole;
  /** Nominative as the knowledge base writes it. */
  lemma: string;
  language: string;
  /** NOM, GEN …; null where the form has no case. */
  grammaticalCase: string | null;
  /** For every token of the form: does it begin with a capital? */
  capitals: readonly boolean[];
}

/** Entries whose form covers the tokens from `first` to `last` (both included). */
export interface Match {
  first: number;
  last: number;
  entries: Entry[];
}

interface Node {
  next: Map<string, Node> | null;
  entries: Entry[] | null;
}

const ROLE_ORDER: readonly EntryRole[] = [
  "FULL",
  "ALIAS",
  "INITIAL",
  "ACRONYM",
  "FAMILY",
  "DEMONYM_PERSON",
  "DEMONYM_ADJECTIVE",
  "GIVEN",
];
const GREEK_DIGRAPH = /^(μπ|ντ|γκ|τζ|τσ)/;
/** Greek, Latin and Cyrillic words with one blank between them: no scanner is needed to tell them apart. */
const PLAIN_WORDS = /^(?! )(?!.* {2})(?!.* $)(?:(?=[ A-\u052f\u1f00-\u1fff])[\p{L} ])+$/u;
/** A club's name with the letters that print leaves out: "FC Barcelona", "Liverpool FC". */
const CLUB_NAME = /^(?:FC|AC|AS) (.+)$|^(.+) (?:FC|CF|B\.C\.)$/u;
/** A name of one letter says nothing. */
const MIN_NAME_LENGTH = 2;

/** All name forms of a knowledge base in a trie over folded words. Immutable after `build`. */
export class Gazetteer {
  private readonly root: Node = { next: null, entries: null };
  private readonly givenNames = new Set<string>();
  private readonly spellings = new SpellingIndex();
  private readonly entities = new Map<string, KnowledgeEntity>();

  private constructor(knowledge: KnowledgeBase) {
    for (const entity of knowledge.entities) {
      this.entities.set(entity.id, entity);
      if (entity.placeType === "country" && entity.country !== null)
        this.entities.set(entity.country, entity);
      this.addEntity(entity);
    }
  }

  /** Entity of an id, or country of an ISO 3166 alpha-2 code. */
  entity(id: string): KnowledgeEntity | undefined {
    return this.entities.get(id);
  }

  /** Builds the trie; takes some hundred milliseconds for thousands of entities, so build once. */
  static build(knowledge: KnowledgeBase): Gazetteer {
    return new Gazetteer(knowledge);
  }

  /** Is this folded word the given name of someone in the knowledge base? */
  isGivenName(folded: string): boolean {
    return this.givenNames.has(folded);
  }

  /** An entry for a person whose full name sounds like this and is written nearly like it; null when there is none. */
  soundingLike(name: string): Entry | null {
    const entity = this.spellings.find(name);
    if (!entity) return null;
    const lemma = Object.values(entity.names)[0] ?? name;
    return { entity, role: "SPELLING", lemma, language: "und", grammaticalCase: null, capitals: [] };
  }

  /**
   * The longest form that starts at a token and passes `accepts`; null when there is none. Entries that do
   * not pass are left out, the others are in order of role.
   */
  longest(
    tokens: readonly Token[],
    first: number,
    text: string,
    accepts: (entry: Entry, first: number, last: number) => boolean,
  ): Match | null {
    let node = this.root;
    let best: Match | null = null;
    for (let at = first; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token || (at > first && !isNameGap(text, tokens[at - 1], token))) break;
      if (token.sentence !== tokens[first]?.sentence) break;
      const next = node.next?.get(token.folded);
      if (!next) break;
      node = next;
      if (node.entries) {
        const last = at;
        const entries = node.entries.filter((entry) => accepts(entry, first, last));
        if (entries.length > 0) best = { first, last, entries };
      }
    }
    if (best) best.entries.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
    return best;
  }

  private addEntity(entity: KnowledgeEntity): void {
    for (const [language, name] of Object.entries(entity.names)) this.addName(entity, name, language, "FULL");
    for (const [language, aliases] of Object.entries(entity.aliases)) {
      for (const alias of aliases) this.addName(entity, alias, language, "ALIAS");
    }
    const short = entity.subkind === "club" ? CLUB_NAME.exec(entity.names.en ?? "") : null;
    if (short) this.addName(entity, short[1] ?? short[2] ?? "", "en", "ALIAS");
    for (const [language, acronyms] of Object.entries(entity.acronyms)) {
      for (const acronym of acronyms) {
        this.add(entity, acronym, { role: "ACRONYM", lemma: acronym, language, case: null });
      }
    }
    for (const [language, demonyms] of Object.entries(entity.demonyms)) {
      for (const { form, lemma, isAdjective } of demonymForms(demonyms, language)) {
        const role = isAdjective ? "DEMONYM_ADJECTIVE" : "DEMONYM_PERSON";
        this.add(entity, form, { role, lemma, language, case: null });
      }
    }
    if (entity.kind === "PERSON") this.addPersonParts(entity);
  }

  private addName(entity: KnowledgeEntity, name: string, language: string, role: "FULL" | "ALIAS"): void {
    const isOneWord = !/[\s-]/.test(name.trim());
    const acronym = entity.acronyms[language]?.includes(name) === true;
    if (acronym || (/^\p{Lu}{2,5}$/u.test(name) && isOneWord)) {
      this.add(entity, name, { role: "ACRONYM", lemma: name, language, case: null });
      return;
    }
    for (const { form, case: grammaticalCase } of inflect(entity, name, language)) {
      this.add(entity, form, { role, lemma: name, language, case: grammaticalCase });
      if (entity.kind === "PERSON") this.spellings.add(entity, form);
    }
  }

  private addPersonParts(entity: KnowledgeEntity): void {
    for (const [language, name] of Object.entries(entity.names)) {
      const words = name.trim().split(/\s+/);
      const family = entity.family[language] ?? (words.length > 1 ? words.at(-1) : undefined);
      const given = entity.given[language] ?? (words.length > 1 ? words[0] : undefined);
      if (family !== undefined && given !== undefined) {
        for (const both of [`${given} ${family}`, ...(language === "ru" ? [`${family} ${given}`] : [])]) {
          if (both !== name) this.addName(entity, both, language, "FULL");
        }
      }
      if (family !== undefined && family !== name && fold(family).length >= MIN_NAME_LENGTH) {
        for (const item of this.inflectPart(entity, family, language, family)) {
          this.add(entity, item.form, { role: "FAMILY", lemma: name, language, case: item.case });
          if (given === undefined) continue;
          for (const initial of initials(given)) {
            this.add(entity, `${initial}. ${item.form}`, {
              role: "INITIAL",
              lemma: name,
              language,
              case: item.case,
            });
          }
        }
      }
      if (given !== undefined && given !== name && fold(given).length >= MIN_NAME_LENGTH) {
        for (const item of this.inflectPart(entity, given, language, family ?? "")) {
          this.add(entity, item.form, { role: "GIVEN", lemma: name, language, case: item.case });
          this.givenNames.add(fold(item.form));
        }
      }
    }
  }

  private inflectPart(
    entity: KnowledgeEntity,
    part: string,
    language: string,
    family: string,
  ): { form: string; case: string }[] {
    if (language === "el") return inflectPerson(part, entity.gender, family);
    return inflect(entity, part, language);
  }

  private add(
    entity: KnowledgeEntity,
    form: string,
    about: { role: EntryRole; lemma: string; language: string; case: string | null },
  ): void {
    const { words, capitals } = formTokens(form);
    if (words.length === 0) return;
    let node = this.root;
    for (const word of words) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (!next) {
        next = { next: null, entries: null };
        node.next.set(word, next);
      }
      node = next;
    }
    node.entries ??= [];
    const known = node.entries.find((entry) => entry.entity === entity);
    if (known) {
      // One entry for an entity at a node: the strongest role, the nominative before other cases.
      const isStronger = ROLE_ORDER.indexOf(about.role) < ROLE_ORDER.indexOf(known.role);
      if (!isStronger) return;
      node.entries.splice(node.entries.indexOf(known), 1);
    }
    node.entries.push({
      entity,
      role: about.role,
      lemma: about.lemma,
      language: about.language,
      grammaticalCase: about.case,
      capitals,
    });
  }
}

/**
 * May these two neighbours belong to one name? Blanks, hyphens, ampersands, quotes («ЧВК «Вагнер»»), the sign of a
 * Greek numeral, and the full stop of an initial.
 */
function isNameGap(text: string, left: Token | undefined, right: Token): boolean {
  if (!left) return false;
  const length = right.start - left.end;
  if (length === 0) return true;
  if (length > 3) return false;
  for (let at = left.end; at < right.start; at++) {
    const character = text[at] ?? "";
    if (character === ".") {
      if (left.end - left.start > 3) return false;
    } else if (!/[\s\-–—'’΄ʹ′&/«»"“”„]/.test(character) || character === "\n") return false;
  }
  return true;
}

function formTokens(form: string): { words: string[]; capitals: boolean[] } {
  // Most forms are plain words, and there are some hundred thousand of them.
  if (PLAIN_WORDS.test(form)) {
    const isOne = !form.includes(" ");
    const words = form.split(" ");
    const folded = words.map(fold);
    return {
      words: folded,
      capitals: words.map(
        (word, index) => /^\p{Lu}/u.test(word) && (isOne || !STOP_WORDS.has(folded[index] ?? "")),
      ),
    };
  }
  const tokens = scan(form).tokens;
  return {
    words: tokens.map((token) => token.folded),
    capitals: tokens.map((token) => token.isCapital && !STOP_WORDS.has(token.folded)),
  };
}

function initials(given: string): string[] {
  const first = given[0];
  if (first === undefined || !/\p{Lu}/u.test(first)) return [];
  const digraph = GREEK_DIGRAPH.exec(fold(given));
  return digraph ? [first, given.slice(0, 2)] : [first];
}
