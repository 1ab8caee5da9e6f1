import { inflectPerson } from "../annotation/gazetteer/nameForms.js";
import { inflectRussian } from "../annotation/russian/inflectRussian.js";
import { canonicalNames } from "../annotation/things/canonicalNames.js";
import { fold } from "../annotation/text/fold.js";
import { phoneticKey } from "../annotation/text/phoneticKey.js";
import { romanize } from "../annotation/text/romanize.js";
import type { Annotation, AnnotatedMention } from "../annotation/types.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Entity } from "../entities/Entity.js";
import { EntityName } from "../entities/EntityName.js";
import type { EntityKind } from "../entities/enums.js";
import { globalId } from "../entities/globalId.js";
import { slugify, uniqueSlug } from "./identity.js";
import { prefixOfKind } from "./syncKnowledge.js";

/** How strongly the bare name of an entity that only articles know means it. */
const PRIOR = 0.5;
/** More spellings of one name tell nothing new. */
const MAX_NAMES = 60;

/** A name outside the knowledge base with the spellings that one article has of it. */
interface Thing {
  kind: EntityKind;
  surfaces: Set<string>;
}

/**
 * Entities for the names of an article that the knowledge base does not have: found by what their spellings share, or
 * made. Their preferred names follow from all spellings seen so far, whatever the order of the articles.
 * @returns key of the entity for each mention's thing
 */
export async function storeThings(
  sql: Sql,
  articleKey: number,
  annotation: Annotation,
): Promise<Map<string, number>> {
  const things = thingsOf(annotation.mentions);
  if (things.size === 0) return new Map();
  const parts = await splitsOf(sql, articleKey, [...things.keys()]);
  const nameOf = (thing: string): string => parts.get(thing) ?? thing;
  const stored = await entitiesOf(sql, [...things.keys()].map(nameOf));
  const seen = await spellingsOf(
    sql,
    [...stored.values()].map(({ key }) => key),
  );
  const changed = [...things].flatMap(([thing, { kind, surfaces }]) => {
    const entity = stored.get(nameOf(thing));
    const known = (entity && seen.get(entity.key)) ?? [];
    const all = [...new Set([...known, ...surfaces])].sort();
    const isNew = entity === undefined || (all.length > known.length && known.length < MAX_NAMES);
    return isNew ? [{ thing: nameOf(thing), kind, surfaces: all, slug: entity?.slug ?? null }] : [];
  });
  for (const { key, thing, slug } of await writeEntities(sql, changed)) stored.set(thing, { key, slug });
  await writeNames(
    sql,
    changed.map((item) => ({ ...item, key: stored.get(item.thing)?.key ?? 0 })),
  );
  const keys = new Map<string, number>();
  for (const thing of things.keys()) {
    const entity = stored.get(nameOf(thing));
    if (entity !== undefined) keys.set(thing, entity.key);
  }
  return keys;
}

/** Removes those of the entities that only articles knew and that no article mentions any more. */
export async function forgetThings(sql: Sql, entityKeys: readonly number[]): Promise<void> {
  if (entityKeys.length === 0) return;
  const unused =
    `SELECT key FROM entity WHERE ${sql.anyOf("key")} AND thing IS NOT NULL AND mention_count = 0 ` +
    "AND NOT EXISTS (SELECT 1 FROM revision_entity r WHERE r.entity_key = entity.key)";
  await sql.all(`DELETE FROM entity_name WHERE entity_key IN (${unused})`, [{ list: entityKeys }]);
  await sql.all(`DELETE FROM entity WHERE key IN (${unused})`, [{ list: entityKeys }]);
}

function thingsOf(mentions: readonly AnnotatedMention[]): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const { thing, entity, type, kind, surface } of mentions) {
    if (thing === null || entity !== null || type === null) continue;
    const known = things.get(thing) ?? { kind: type, surfaces: new Set() };
    if (kind !== "ROLE") known.surfaces.add(surface);
    things.set(thing, known);
  }
  return things;
}

/** What editors decided: that a name means another thing in this article. */
async function splitsOf(
  sql: Sql,
  articleKey: number,
  things: readonly string[],
): Promise<Map<string, string>> {
  const rows = await sql.all<{ thing: string; part: string }>(
    `SELECT s.thing, s.part FROM thing_split s JOIN article a ON a.id = s.article_id WHERE a.key = ? AND ${sql.anyOf("s.thing")}`,
    [articleKey, { list: things }],
  );
  return new Map(rows.map(({ thing, part }) => [thing, `${thing}#${part}`]));
}

async function entitiesOf(
  sql: Sql,
  things: readonly string[],
): Promise<Map<string, { key: number; slug: string }>> {
  const rows = await sql.all<{ key: number; thing: string; slug: string }>(
    `SELECT key, thing, slug FROM entity WHERE ${sql.anyOf("thing")}`,
    [{ list: things }],
  );
  return new Map(rows.map(({ key, thing, slug }) => [thing, { key, slug }]));
}

async function spellingsOf(sql: Sql, entityKeys: readonly number[]): Promise<Map<number, string[]>> {
  const seen = new Map<number, string[]>(entityKeys.map((key) => [key, []]));
  if (entityKeys.length === 0) return seen;
  const rows = await sql.all<{ entityKey: number; value: string }>(
    `SELECT entity_key AS "entityKey", value FROM entity_name WHERE ${sql.anyOf("entity_key")} AND decided_by = 'MODEL'`,
    [{ list: entityKeys }],
  );
  for (const { entityKey, value } of rows) seen.get(entityKey)?.push(value);
  return seen;
}

/** A thing with all its spellings; `slug` is null for one that has no entity yet. */
interface ChangedThing {
  thing: string;
  kind: EntityKind;
  surfaces: string[];
  slug: string | null;
}

/** Inserts new entities and gives known ones the names that follow from their spellings. */
async function writeEntities(
  sql: Sql,
  changed: readonly ChangedThing[],
): Promise<{ key: number; thing: string; slug: string }[]> {
  if (changed.length === 0) return [];
  const rows = changed.map(entityRow);
  const fresh = rows.filter((_, index) => changed[index]?.slug === null);
  const taken = await sql.all<{ slug: string }>(`SELECT slug FROM entity WHERE ${sql.anyOf("slug")}`, [
    { list: fresh.map(({ slug }) => slug) },
  ]);
  const slugs = new Set(taken.map(({ slug }) => slug));
  for (const row of fresh) {
    if (slugs.has(row.slug)) row.slug = uniqueSlug(row.slug, row.id);
    slugs.add(row.slug);
  }
  return insertRows(
    sql,
    Entity,
    rows,
    "ON CONFLICT (thing) DO UPDATE SET preferred_names = excluded.preferred_names, sort_name = excluded.sort_name",
    "key, thing, slug",
  );
}

function entityRow({ thing, kind, surfaces, slug }: ChangedThing) {
  const id = globalId(prefixOfKind[kind], `thing:${thing}`);
  const names = canonicalNames(kind, surfaces);
  const [first = thing] = Object.values(names);
  return {
    id,
    slug: slug ?? (slugify(names.en ?? romanize(fold(first))) || uniqueSlug("name", id)),
    kind,
    preferredNames: JSON.stringify(names),
    sortName: fold(names.en ?? first),
    descriptions: "{}",
    thing,
    prior: PRIOR,
    articleCount: 0,
    mentionCount: 0,
  };
}

async function writeNames(sql: Sql, changed: readonly (ChangedThing & { key: number })[]): Promise<void> {
  if (changed.length === 0) return;
  await sql.all(`DELETE FROM entity_name WHERE ${sql.anyOf("entity_key")}`, [
    { list: changed.map(({ key }) => key) },
  ]);
  await insertRows(
    sql,
    EntityName,
    changed.flatMap(({ key, kind, surfaces }) =>
      nameRows(key, kind, canonicalNames(kind, surfaces), surfaces),
    ),
  );
}

/** Case forms of a person's canonical name and of the family name alone, so that any of them finds the person. */
function caseForms(language: string, name: string): { value: string; grammaticalCase: string }[] {
  const [given = "", ...rest] = name.split(/\s+/u);
  const family = rest.at(-1);
  if (family === undefined || language === "en") return [];
  const isMale = language === "el" ? /ς$/u.test(given) : /[^аеиоуыэюяь]$/u.test(given);
  const gender = isMale ? "m" : "f";
  const inflected = (text: string) =>
    language === "el" ? inflectPerson(text, gender, family) : inflectRussian(text, gender, "SLAVIC");
  return [...inflected(name), ...inflected(family)].map((each) => ({
    value: each.form,
    grammaticalCase: each.case,
  }));
}

function nameRows(
  entityKey: number,
  kind: EntityKind,
  preferred: Record<string, string>,
  surfaces: readonly string[],
): object[] {
  const row = (
    value: string,
    language: string,
    kind: string,
    decidedBy: string,
    grammaticalCase: string | null = null,
  ): object => ({
    entityKey,
    value,
    folded: fold(value).trim(),
    phonetic: phoneticKey(value),
    language,
    kind,
    grammaticalCase,
    decidedBy,
  });
  const isPreferred = new Set(Object.values(preferred));
  const canonical = Object.entries(preferred).map(([language, value]) =>
    row(
      value,
      language,
      "PREFERRED",
      surfaces.includes(value) ? "MODEL" : "RULE",
      language === "en" ? null : "NOM",
    ),
  );
  const seen = surfaces.filter((surface) => !isPreferred.has(surface));
  const known = new Set([...isPreferred, ...seen]);
  const forms = new Map<string, object>();
  for (const [language, name] of kind === "PERSON" ? Object.entries(preferred) : []) {
    for (const { value, grammaticalCase } of caseForms(language, name)) {
      if (!known.has(value)) forms.set(value, row(value, language, "INFLECTED", "RULE", grammaticalCase));
    }
  }
  return [
    ...canonical,
    ...seen.map((surface) => row(surface, languageOf(surface), "INFLECTED", "MODEL")),
    ...forms.values(),
  ];
}

function languageOf(surface: string): string {
  if (/\p{Script=Greek}/u.test(surface)) return "el";
  return /\p{Script=Cyrillic}/u.test(surface) ? "ru" : "en";
}
