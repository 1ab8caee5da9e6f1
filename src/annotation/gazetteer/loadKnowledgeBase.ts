import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KnowledgeBase, KnowledgeEntity } from "../KnowledgeBase.js";
import {
  readCountryAddition,
  readDemonyms,
  readEntity,
  type CountryAddition,
  type PlaceDemonyms,
} from "./readEntity.js";

/** `knowledge/` beside both `src` and `dist`. */
const DEFAULT_DIRECTORY = fileURLToPath(new URL("../../../knowledge", import.meta.url));

const DEMONYMS = "demonyms.jsonl";
const COUNTRY_ADDITIONS = "countries-extra.jsonl";
/** Generated; an entity of the same id in a hand-written file wins. */
const GENERATED_PLACES = "places-cldr.jsonl";

/**
 * Reads all tables of a knowledge folder, joins demonyms and additions to their places and checks the whole.
 * @param more files of a user's own entities, in the format of the folder's; one with the id or the Wikidata item of an
 * entity that is there already only adds its names to that
 * @throws Error with file, line and reason when a line does not have the shape of its table, an id comes
 * twice, or a country or place that a line names does not exist.
 */
export function loadKnowledgeBase(
  directory: string = DEFAULT_DIRECTORY,
  more: readonly string[] = [],
): KnowledgeBase {
  if (!existsSync(directory)) throw new Error(`knowledge folder not found: ${directory}`);
  const files = readdirSync(directory)
    .filter((name) => name.endsWith(".jsonl"))
    .sort();
  const hash = createHash("sha256");
  const entities = new Map<string, { entity: KnowledgeEntity; where: string }>();
  const generated: { entity: KnowledgeEntity; where: string }[] = [];
  const demonyms: { line: PlaceDemonyms; where: string }[] = [];
  const additions: { line: CountryAddition; where: string }[] = [];
  for (const file of files) {
    const content = readFileSync(join(directory, file), "utf8");
    hash.update(file).update("\0").update(content).update("\0");
    for (const { value, where } of readLines(content, file)) {
      if (file === DEMONYMS) demonyms.push({ line: readDemonyms(value, where), where });
      else if (file === COUNTRY_ADDITIONS) additions.push({ line: readCountryAddition(value, where), where });
      else if (file === GENERATED_PLACES) generated.push({ entity: readEntity(value, where), where });
      else addUnique(entities, readEntity(value, where), where);
    }
  }
  for (const { entity, where } of generated) {
    const written = entities.get(entity.id)?.entity;
    if (!written) addUnique(entities, entity, where);
    else if (written.kind === "PLACE") completeFrom(written, entity);
  }
  if (more.length > 0) addMore(entities, more, hash);
  const all = [...entities.values()];
  const countries = countryIds(all.map((item) => item.entity));
  const place = (key: string, where: string): KnowledgeEntity => {
    const found = entities.get(countries.get(key) ?? key)?.entity;
    if (!found) throw new Error(`${where}: no place or country "${key}"`);
    return found;
  };
  for (const { line, where } of additions) addToCountry(place(line.key, where), line);
  for (const { line, where } of demonyms) addDemonyms(place(line.key, where), line);
  for (const { entity, where } of all) {
    if (entity.country !== null) place(entity.country, where);
    if (entity.within !== null) entity.within = place(entity.within, where).id;
    for (const role of entity.roles) {
      if (role.of === null || countries.has(role.of) || entities.has(role.of)) continue;
      throw new Error(`${where}: role of "${entity.id}" at unknown country or organization "${role.of}"`);
    }
  }
  return { version: hash.digest("hex"), entities: all.map((item) => item.entity) };
}

/** Checks a file of a user's own entities: a message with file, line and reason for each line that is wrong. */
export function checkKnowledgeFile(file: string): { entities: number; problems: string[] } {
  const problems: string[] = [];
  const ids = new Map<string, string>();
  let entities = 0;
  let number = 0;
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const where = `${file}:${String(++number)}`;
    if (line.trim() === "") continue;
    try {
      const { id } = readEntity(parse(line, where), where);
      const before = ids.get(id);
      if (before !== undefined) throw new Error(`${where}: id "${id}" is already used at ${before}`);
      ids.set(id, where);
      entities++;
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return { entities, problems };
}

function addMore(
  entities: Map<string, { entity: KnowledgeEntity; where: string }>,
  files: readonly string[],
  hash: ReturnType<typeof createHash>,
): void {
  const byItem = new Map<string, KnowledgeEntity>();
  for (const { entity } of entities.values()) if (entity.qid !== null) byItem.set(entity.qid, entity);
  for (const file of files) {
    const content = readFileSync(file, "utf8");
    hash.update(basename(file)).update("\0").update(content).update("\0");
    for (const { value, where } of readLines(content, file)) {
      const entity = readEntity(value, where);
      const known =
        entities.get(entity.id)?.entity ?? (entity.qid === null ? undefined : byItem.get(entity.qid));
      if (known) addNames(known, entity);
      else {
        entities.set(entity.id, { entity, where });
        if (entity.qid !== null) byItem.set(entity.qid, entity);
      }
    }
  }
}

/** What an entity is called elsewhere, as further names of the same thing. */
function addNames(known: KnowledgeEntity, { names, aliases, acronyms }: KnowledgeEntity): void {
  for (const [language, name] of Object.entries(names)) {
    if (known.names[language] === undefined) known.names[language] = name;
    else if (known.names[language] !== name) append(known.aliases, language, [name]);
  }
  for (const [language, list] of Object.entries(aliases)) append(known.aliases, language, list);
  for (const [language, list] of Object.entries(acronyms)) append(known.acronyms, language, list);
}

function* readLines(content: string, file: string): Generator<{ value: unknown; where: string }> {
  let number = 0;
  for (const line of content.split("\n")) {
    number++;
    if (line.trim() === "") continue;
    const where = `${file}:${String(number)}`;
    yield { value: parse(line, where), where };
  }
}

function parse(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Error(`${where}: not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function addUnique(
  entities: Map<string, { entity: KnowledgeEntity; where: string }>,
  entity: KnowledgeEntity,
  where: string,
): void {
  const known = entities.get(entity.id);
  if (known) throw new Error(`${where}: id "${entity.id}" is already used at ${known.where}`);
  entities.set(entity.id, { entity, where });
}

/** Hand-written places keep what they say; names in other languages and positions come from the generated line. */
function completeFrom(written: KnowledgeEntity, generated: KnowledgeEntity): void {
  written.names = { ...generated.names, ...written.names };
  written.latitude ??= generated.latitude;
  written.longitude ??= generated.longitude;
  written.qid ??= generated.qid;
  written.country ??= generated.country;
  written.within ??= generated.within;
  written.placeType ??= generated.placeType;
}

/** Place id by ISO code: the country or territory itself, not places inside it. */
function countryIds(entities: readonly KnowledgeEntity[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const entity of entities) {
    if (entity.kind !== "PLACE" || entity.country === null) continue;
    const isWhole =
      entity.placeType === "country" || (entity.placeType === "territory" && !ids.has(entity.country));
    if (isWhole) ids.set(entity.country, entity.id);
  }
  return ids;
}

function addToCountry(entity: KnowledgeEntity, line: CountryAddition): void {
  for (const [language, name] of Object.entries(line.names)) {
    const before = entity.names[language];
    entity.names[language] = name;
    if (before !== undefined && before !== name) append(entity.aliases, language, [before]);
  }
  for (const [language, aliases] of Object.entries(line.aliases)) {
    append(entity.aliases, language, aliases);
  }
  for (const [language, aliases] of Object.entries(entity.aliases)) {
    entity.aliases[language] = aliases.filter((alias) => alias !== entity.names[language]);
  }
  for (const [language, acronyms] of Object.entries(line.acronyms))
    append(entity.acronyms, language, acronyms);
  if (line.gender !== undefined) entity.gender = line.gender;
  if (line.plural !== undefined) entity.plural = line.plural;
  if (line.prior !== undefined) entity.prior = line.prior;
}

function addDemonyms(entity: KnowledgeEntity, line: PlaceDemonyms): void {
  for (const [language, words] of Object.entries(line.demonyms)) {
    const known = entity.demonyms[language];
    entity.demonyms[language] = {
      person: [...(known?.person ?? []), ...words.person],
      adjective: [...(known?.adjective ?? []), ...words.adjective],
    };
  }
}

function append(table: Record<string, string[]>, language: string, values: readonly string[]): void {
  table[language] = [...new Set([...(table[language] ?? []), ...values])];
}
