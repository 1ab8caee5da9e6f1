import type { ScannedPart } from "../spots.js";
import type { AnnotatedMention } from "../types.js";
import { caselessKey, nameWords, thingKey } from "./thingKey.js";

/** What a name means that others of the article adopt. */
type Meaning = Pick<
  AnnotatedMention,
  "surface" | "entity" | "thing" | "lemma" | "type" | "candidates" | "linkConfidence"
>;

/**
 * Coreference among the names of one scope that the gazetteer could not decide: full names get the key of their thing; a
 * family name, given name or acronym alone adopts the full name. Mentions are in text order and are changed.
 */
export function shareThings(parts: readonly ScannedPart[], mentions: AnnotatedMention[]): void {
  for (const mention of mentions) {
    if (mention.reason === "UNKNOWN" && mention.type !== null && mention.kind !== "DEMONYM") {
      mention.thing = thingKey(mention.type, mention.surface);
    }
  }
  adoptAcronyms(parts, mentions);
  adoptFullNames(mentions);
}

/** «Παναγιώτης Κοτρώνης … ο Κοτρώνης»: the last one named with that family name, else the only one with that word. */
function adoptFullNames(mentions: AnnotatedMention[]): void {
  const all = new Map<string, { first: AnnotatedMention; identities: Set<string> }>();
  const isFull = ({ type, surface }: AnnotatedMention): boolean =>
    type === "PERSON" && nameWords(surface).length > 1;
  const keysOf = (mention: AnnotatedMention): string[] => {
    const words = nameWords(mention.surface);
    return [...new Set([words.at(-1) ?? "", words[0] ?? ""].map(caselessKey))];
  };
  for (const mention of mentions.filter(isFull)) {
    for (const key of keysOf(mention)) {
      const named = all.get(key) ?? { first: mention, identities: new Set() };
      named.identities.add(identityOf(mention));
      all.set(key, named);
    }
  }
  const earlier = new Map<string, AnnotatedMention>();
  for (const mention of mentions) {
    if (isFull(mention)) {
      earlier.set(keysOf(mention)[0] ?? "", mention);
      continue;
    }
    const isOpen = mention.entity === null && mention.thing === null && mention.kind === "NAME";
    if (!isOpen || (mention.type !== null && mention.type !== "PERSON")) continue;
    const [word] = nameWords(mention.surface);
    if (word === undefined || /\s/.test(mention.surface.trim())) continue;
    const key = caselessKey(word);
    const named = all.get(key);
    const known = earlier.get(key) ?? (named?.identities.size === 1 ? named.first : undefined);
    // Candidates tell that the gazetteer knows others of this name: only a person it does not know may take it.
    if (known && (mention.candidates.length === 0 || known.entity === null)) adopt(mention, known);
  }
}

function identityOf({ entity, thing }: AnnotatedMention): string {
  return entity ?? thing ?? "";
}

function adopt(mention: AnnotatedMention, known: Meaning): void {
  mention.kind = "COREFERENCE";
  mention.type = known.type;
  mention.entity = known.entity;
  mention.thing = known.thing;
  mention.lemma = known.lemma ?? known.surface;
  mention.candidates = known.candidates;
  mention.linkConfidence = known.linkConfidence;
  mention.reason = "NAMED_IN_FULL";
}

/** «Ελληνική Εταιρεία Μελετών (ΕΕΜ) … η ΕΕΜ»: an acronym that the text itself explains. */
function adoptAcronyms(parts: readonly ScannedPart[], mentions: AnnotatedMention[]): void {
  const byIndex = new Map(parts.map((part) => [part.index, part]));
  const explained = new Map<string, AnnotatedMention>();
  mentions.forEach((mention, index) => {
    const full = mentions[index - 1];
    if (mention.kind !== "ACRONYM" || !full || full.part !== mention.part) return;
    const text = byIndex.get(mention.part)?.text ?? "";
    if (!/^\s?\($/u.test(text.slice(full.end, mention.start)) || text[mention.end] !== ")") return;
    if (isAcronymOf(mention.surface, full.surface)) explained.set(mention.surface, full);
  });
  if (explained.size === 0) return;
  for (const mention of mentions) {
    const full =
      mention.kind === "ACRONYM" && mention.entity === null ? explained.get(mention.surface) : undefined;
    if (!full) continue;
    mention.type = full.type;
    mention.entity = full.entity;
    mention.thing = full.thing;
    mention.lemma = full.lemma;
    mention.candidates = full.candidates;
    mention.linkConfidence = full.linkConfidence;
    mention.reason = "NAMED_IN_FULL";
  }
}

/** Each letter of the acronym begins a word of the name, in order; small words may be left out. */
function isAcronymOf(acronym: string, name: string): boolean {
  const words = nameWords(name);
  let at = 0;
  for (const letter of nameWords(acronym).join("")) {
    while (at < words.length && words[at]?.startsWith(letter) !== true) at++;
    if (at === words.length) return false;
    at++;
  }
  return true;
}
