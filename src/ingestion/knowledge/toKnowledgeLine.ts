import type { EntityKind } from "../../annotation/types.js";
import { claimsOf, idOf, itemsOf, valuesOf, yearOf, type WikidataItem } from "./WikidataItem.js";
import { wikidataKinds, type WikidataKind } from "./wikidataKinds.js";

/** Which items become entities. */
export interface ItemFilter {
  kinds: ReadonlySet<EntityKind>;
  /** BCP 47 tags; names in other languages are left out, an item without any of these too. */
  languages: readonly string[];
  minimumSitelinks: number;
  /** Classes besides those that we know. */
  classes: ReadonlyMap<string, WikidataKind>;
  /** ISO 3166 alpha-2 code by Wikidata id of a country. */
  countries: ReadonlyMap<string, string>;
}

/** An office that a person holds or held: Wikidata ids of the office and, if it says so, years. */
export interface HeldOffice {
  office: string;
  from: number | null;
  to: number | null;
}

/** A line of a knowledge file, before its id is given and its offices have names. */
export interface KnowledgeDraft {
  line: Record<string, unknown> & { kind: EntityKind; names: Record<string, string>; qid: string };
  offices: HeldOffice[];
}

const MALE = new Set(["Q6581097", "Q2449503"]);
const FEMALE = new Set(["Q6581072", "Q1052281"]);
/** A label in a script of another language is no name in this one. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  el: /\p{Script=Greek}/u,
  ru: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  zh: /\p{Script=Han}/u,
};
const MAX_ALIASES = 8;
const MAX_OFFICES = 12;

/** What an item says, as a line of a knowledge file; null when the filter leaves it out. */
export function toKnowledgeLine(item: WikidataItem, filter: ItemFilter): KnowledgeDraft | null {
  const sitelinks = Object.keys(item.sitelinks ?? {}).length;
  if (sitelinks < filter.minimumSitelinks) return null;
  const found = kindOf(item, filter);
  if (found === null || !filter.kinds.has(found.kind)) return null;
  const names = namesOf(item, filter.languages);
  if (Object.keys(names).length === 0) return null;
  const { aliases, acronyms } = aliasesOf(item, filter.languages, names);
  const line: KnowledgeDraft["line"] = { kind: found.kind, names, qid: item.id };
  if (Object.keys(aliases).length > 0) line.aliases = aliases;
  if (Object.keys(acronyms).length > 0) line.acronyms = acronyms;
  const gender = itemsOf(item, "P21")[0];
  if (gender !== undefined && MALE.has(gender)) line.gender = "m";
  if (gender !== undefined && FEMALE.has(gender)) line.gender = "f";
  const country = itemsOf(item, found.kind === "PERSON" ? "P27" : "P17")
    .map((id) => filter.countries.get(id))
    .find((code) => code !== undefined);
  if (country !== undefined) line.country = country;
  if (found.kind === "PLACE") {
    if (found.type !== null) line.placeType = found.type;
    const [position] = valuesOf(item, "P625") as { latitude?: number; longitude?: number }[];
    if (typeof position?.latitude === "number") line.latitude = position.latitude;
    if (typeof position?.longitude === "number") line.longitude = position.longitude;
  } else if (found.type !== null) line.subkind = found.type;
  line.prior = priorOf(sitelinks);
  return { line, offices: found.kind === "PERSON" ? officesOf(item) : [] };
}

function kindOf(item: WikidataItem, { classes }: ItemFilter): WikidataKind | null {
  for (const id of itemsOf(item, "P31")) {
    const kind = classes.get(id) ?? wikidataKinds.get(id);
    if (kind) return kind;
  }
  return null;
}

function namesOf({ labels }: WikidataItem, languages: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const language of languages) {
    const name = labels?.[language]?.value.trim() ?? "";
    if (name !== "" && (SCRIPTS[language]?.test(name) ?? true)) names[language] = name.normalize("NFC");
  }
  return names;
}

function aliasesOf(
  { aliases }: WikidataItem,
  languages: readonly string[],
  names: Readonly<Record<string, string>>,
): { aliases: Record<string, string[]>; acronyms: Record<string, string[]> } {
  const found: { aliases: Record<string, string[]>; acronyms: Record<string, string[]> } = {
    aliases: {},
    acronyms: {},
  };
  for (const language of languages) {
    const all = (aliases?.[language] ?? [])
      .map(({ value }) => value.trim().normalize("NFC"))
      .filter((value) => value !== "" && value !== names[language] && /\p{L}{2}/u.test(value));
    const acronyms = all.filter((value) => /^\p{Lu}{2,6}$/u.test(value));
    const others = all.filter(
      (value) => !acronyms.includes(value) && (SCRIPTS[language]?.test(value) ?? true),
    );
    if (others.length > 0) found.aliases[language] = [...new Set(others)].slice(0, MAX_ALIASES);
    if (acronyms.length > 0) found.acronyms[language] = [...new Set(acronyms)].slice(0, MAX_ALIASES);
  }
  return found;
}

function officesOf(item: WikidataItem): HeldOffice[] {
  return claimsOf(item, "P39")
    .flatMap(({ mainsnak, qualifiers }) => {
      const office = idOf(mainsnak?.datavalue?.value);
      return office === null
        ? []
        : [{ office, from: yearOf(qualifiers?.P580), to: yearOf(qualifiers?.P582) }];
    })
    .slice(0, MAX_OFFICES);
}

/** Of 20 editions .46, of 200 .65; below what links a bare family name. */
function priorOf(sitelinks: number): number {
  return Math.round(Math.min(0.65, 0.2 + 0.2 * Math.log10(sitelinks + 1)) * 100) / 100;
}
