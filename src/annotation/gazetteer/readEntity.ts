import type { Demonyms, KnowledgeEntity, KnowledgeRole } from "../KnowledgeBase.js";
import type { EntityKind } from "../types.js";

/** One line of `demonyms.jsonl`. */
export interface PlaceDemonyms {
  /** ISO 3166 alpha-2 code or the id of a place. */
  key: string;
  demonyms: Record<string, Demonyms>;
}

/** One line of `countries-extra.jsonl`: what the generated table of countries lacks. */
export interface CountryAddition {
  /** ISO 3166 alpha-2 code or the id of a place. */
  key: string;
  names: Record<string, string>;
  aliases: Record<string, string[]>;
  acronyms: Record<string, string[]>;
  gender?: "m" | "f" | "n" | null;
  plural?: boolean;
  prior?: number;
}

const KINDS: readonly EntityKind[] = ["PERSON", "ORGANIZATION", "PLACE", "EVENT", "WORK", "OTHER"];

const ENTITY_KEYS = new Set(
  "id kind names aliases acronyms gender plural given family country within placeType subkind latitude longitude qid roles prior demonyms".split(
    " ",
  ),
);
const ADDITION_KEYS = new Set("place names aliases acronyms gender plural prior".split(" "));
const ROLE_KEYS = new Set("el en ru of from to".split(" "));
/** BCP 47, as far as our tables need it. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;
const DEMONYM_KEYS = new Set(["person", "adjective"]);

/** Checks one entity line and fills what it leaves out. @throws Error with `where` and the reason. */
export function readEntity(value: unknown, where: string): KnowledgeEntity {
  const line = record(value, where, "line", ENTITY_KEYS);
  const id = text(line.id, where, "id");
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new Error(`${where}: id "${id}" is not kebab-case`);
  const kind = KINDS.find((item) => item === line.kind);
  if (!kind) throw new Error(`${where}: kind ${JSON.stringify(line.kind)} is none of ${KINDS.join(", ")}`);
  const names = textTable(line.names, where, "names");
  if (Object.keys(names).length === 0) throw new Error(`${where}: names is empty`);
  const prior = optionalNumber(line.prior, where, "prior") ?? 0.5;
  if (prior < 0 || prior > 1) throw new Error(`${where}: prior ${String(prior)} is not in 0..1`);
  const qid = optionalText(line.qid, where, "qid");
  if (qid !== null && !/^Q[1-9]\d*$/.test(qid)) throw new Error(`${where}: qid "${qid}" is no Wikidata item`);
  const country = optionalText(line.country, where, "country");
  if (country !== null && !/^[A-Z]{2}$/.test(country)) {
    throw new Error(`${where}: country "${country}" is no ISO 3166 alpha-2 code`);
  }
  return {
    id,
    kind,
    names,
    aliases: listTable(line.aliases, where, "aliases"),
    acronyms: listTable(line.acronyms, where, "acronyms"),
    gender: gender(line.gender, where),
    plural: line.plural === true,
    given: textTable(line.given, where, "given"),
    family: textTable(line.family, where, "family"),
    country,
    within: optionalText(line.within, where, "within"),
    placeType: optionalText(line.placeType, where, "placeType"),
    subkind: optionalText(line.subkind, where, "subkind"),
    latitude: optionalNumber(line.latitude, where, "latitude"),
    longitude: optionalNumber(line.longitude, where, "longitude"),
    qid,
    roles: list(line.roles, where, "roles").map((item) => role(item, where)),
    prior,
    demonyms: demonymTable(line.demonyms, where),
  };
}

/** Checks one line of the demonym table. @throws Error with `where` and the reason. */
export function readDemonyms(value: unknown, where: string): PlaceDemonyms {
  const { place, ...languages } = record(value, where, "line");
  return { key: text(place, where, "place"), demonyms: demonymTable(languages, where) };
}

/** Checks one line of additions to a country. @throws Error with `where` and the reason. */
export function readCountryAddition(value: unknown, where: string): CountryAddition {
  const line = record(value, where, "line", ADDITION_KEYS);
  const addition: CountryAddition = {
    key: text(line.place, where, "place"),
    names: textTable(line.names, where, "names"),
    aliases: listTable(line.aliases, where, "aliases"),
    acronyms: listTable(line.acronyms, where, "acronyms"),
  };
  if (line.gender !== undefined) addition.gender = gender(line.gender, where);
  if (line.plural !== undefined) addition.plural = line.plural === true;
  const prior = optionalNumber(line.prior, where, "prior");
  if (prior !== null) addition.prior = prior;
  return addition;
}

function demonymTable(value: unknown, where: string): Record<string, Demonyms> {
  if (value === undefined || value === null) return {};
  const table: Record<string, Demonyms> = {};
  for (const [language, words] of languagesOf(value, where, "demonyms")) {
    const line = record(words, where, `demonyms.${language}`, DEMONYM_KEYS);
    table[language] = {
      person: texts(line.person ?? [], where, `demonyms.${language}.person`),
      adjective: texts(line.adjective ?? [], where, `demonyms.${language}.adjective`),
    };
  }
  return table;
}

function role(value: unknown, where: string): KnowledgeRole {
  const line = record(value, where, "roles", ROLE_KEYS);
  const result: KnowledgeRole = {
    el: text(line.el, where, "roles.el"),
    en: text(line.en, where, "roles.en"),
    of: optionalText(line.of, where, "roles.of"),
    from: optionalNumber(line.from, where, "roles.from"),
    to: optionalNumber(line.to, where, "roles.to"),
  };
  const russian = optionalText(line.ru, where, "roles.ru");
  if (russian !== null) result.ru = russian;
  return result;
}

function gender(value: unknown, where: string): "m" | "f" | "n" | null {
  if (value === undefined || value === null) return null;
  if (value === "m" || value === "f" || value === "n") return value;
  throw new Error(`${where}: gender ${JSON.stringify(value)} is none of "m", "f", "n", null`);
}

function record(
  value: unknown,
  where: string,
  name: string,
  keys?: ReadonlySet<string>,
): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error(`${where}: ${name} is not an object`);
  }
  const entries = Object.entries(value);
  const unknown = keys && entries.find(([entry]) => !keys.has(entry));
  if (unknown) throw new Error(`${where}: ${name} has an unknown field "${unknown[0]}"`);
  return Object.fromEntries(entries);
}

function list(value: unknown, where: string, name: string): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new Error(`${where}: ${name} is not a list`);
}

function text(value: unknown, where: string, name: string): string {
  if (typeof value === "string" && value.trim() !== "") return value.normalize("NFC");
  throw new Error(`${where}: ${name} is missing or not a text`);
}

function optionalText(value: unknown, where: string, name: string): string | null {
  return value === undefined || value === null ? null : text(value, where, name);
}

function optionalNumber(value: unknown, where: string, name: string): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Error(`${where}: ${name} is not a number`);
}

function texts(value: unknown, where: string, name: string): string[] {
  return list(value, where, name).map((item) => text(item, where, name));
}

function textTable(value: unknown, where: string, name: string): Record<string, string> {
  if (value === undefined || value === null) return {};
  return Object.fromEntries(
    languagesOf(value, where, name).map(([language, item]) => [
      language,
      text(item, where, `${name}.${language}`),
    ]),
  );
}

function listTable(value: unknown, where: string, name: string): Record<string, string[]> {
  if (value === undefined || value === null) return {};
  return Object.fromEntries(
    languagesOf(value, where, name).map(([language, item]) => [
      language,
      texts(item, where, `${name}.${language}`),
    ]),
  );
}

function languagesOf(value: unknown, where: string, name: string): [string, unknown][] {
  const entries = Object.entries(record(value, where, name)).filter(([, item]) => item !== null);
  const wrong = entries.find(([language]) => !LANGUAGE.test(language));
  if (wrong) throw new Error(`${where}: ${name} has "${wrong[0]}" where a language tag belongs`);
  return entries;
}
