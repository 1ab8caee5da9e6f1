import { nameForms } from "../annotation/gazetteer/nameForms.js";
import type { KnowledgeBase, KnowledgeEntity } from "../annotation/KnowledgeBase.js";
import { fold } from "../annotation/text/fold.js";
import { phoneticKey } from "../annotation/text/phoneticKey.js";
import type { Database } from "../db/openDatabase.js";
import { insertRows } from "../db/rows.js";
import { Entity } from "../entities/Entity.js";
import { EntityName } from "../entities/EntityName.js";
import { globalId } from "../entities/globalId.js";
import type { NodePrefix } from "../entities/Node.js";
import { Property } from "../entities/Property.js";

/** Letter of an entity's global ID, by its kind. */
export const prefixOfKind: Record<KnowledgeEntity["kind"], NodePrefix> = {
  PERSON: "P",
  ORGANIZATION: "O",
  PLACE: "L",
  EVENT: "T",
  WORK: "T",
  OTHER: "T",
};

/** Changes when the tables are filled from the knowledge base in another way. */
const FORMAT = "2";
const PROPERTY = "knowledge";

/**
 * Brings the entities and names of the knowledge base into the database, when it holds another version. Entities
 * keep their keys and IDs; names that the knowledge base gave are replaced.
 * @returns key of each knowledge base entity
 */
export async function syncKnowledge(database: Database, base: KnowledgeBase): Promise<Map<string, number>> {
  const version = `${FORMAT}:${base.version}`;
  const known = await database.sql.first<{ value: string }>("SELECT value FROM property WHERE name = ?", [
    PROPERTY,
  ]);
  if (known?.value !== version) {
    await database.write(async (sql) => {
      await insertRows(
        sql,
        Entity,
        base.entities.map((entity) => entityRow(entity, base)),
        // A thing whose kind was corrected keeps its slug and gets the ID of its kind.
        `ON CONFLICT (slug) DO UPDATE SET ${updatedColumns.map((name) => `${name} = excluded.${name}`).join(", ")}`,
      );
      const keys = await keysById(sql.all.bind(sql), base);
      const countryKeys = countries(base, keys);
      await sql.all("DELETE FROM entity_name WHERE decided_by = 'GAZETTEER'");
      await insertRows(
        sql,
        EntityName,
        base.entities.flatMap((entity) =>
          nameForms(entity).map((form) => ({
            entityKey: keys.get(entity.id),
            value: form.value,
            folded: fold(form.value).trim(),
            phonetic: phoneticKey(form.value),
            language: form.language,
            kind: form.kind,
            grammaticalCase: form.grammaticalCase,
            decidedBy: "GAZETTEER",
          })),
        ),
      );
      const places = base.entities.map((entity) => [
        keys.get(entity.id) ?? 0,
        (entity.country === null ? undefined : countryKeys.get(entity.country)) ?? 0,
        (entity.within === null ? undefined : (keys.get(entity.within) ?? countryKeys.get(entity.within))) ??
          0,
      ]);
      await sql.all(
        `UPDATE entity SET country_key = nullif(v.p1, 0), contained_in_key = nullif(nullif(v.p2, 0), v.p0) FROM ${sql.numbers(3)} v WHERE entity.key = v.p0`,
        [JSON.stringify(places)],
      );
      await insertRows(
        sql,
        Property,
        [{ name: PROPERTY, value: version }],
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
      );
    });
  }
  return keysById(database.sql.all.bind(database.sql), base);
}

async function keysById(all: Database["sql"]["all"], base: KnowledgeBase): Promise<Map<string, number>> {
  const ids = new Set(base.entities.map(({ id }) => id));
  const rows = await all<{ key: number; slug: string }>("SELECT key, slug FROM entity");
  return new Map(rows.filter(({ slug }) => ids.has(slug)).map(({ slug, key }) => [slug, key]));
}

function countries(base: KnowledgeBase, keys: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    base.entities
      .filter(
        (entity) => entity.kind === "PLACE" && entity.placeType === "country" && entity.country !== null,
      )
      .map((entity) => [entity.country ?? "", keys.get(entity.id) ?? 0]),
  );
}

const updatedColumns = [
  "id",
  "kind",
  "preferred_names",
  "sort_name",
  "descriptions",
  "wikidata",
  "given_names",
  "family_names",
  "acronym",
  "country_code",
  "latitude",
  "longitude",
  "prior",
];

function entityRow(entity: KnowledgeEntity, base: KnowledgeBase): object {
  return {
    id: globalId(prefixOfKind[entity.kind], `knowledge:${entity.id}`),
    slug: entity.id,
    kind: entity.kind,
    preferredNames: JSON.stringify(entity.names),
    sortName: fold(entity.names.en ?? entity.names.el ?? entity.id),
    descriptions: JSON.stringify(descriptions(entity, base)),
    wikidata: entity.qid,
    givenNames: Object.keys(entity.given).length > 0 ? JSON.stringify(entity.given) : null,
    familyNames: Object.keys(entity.family).length > 0 ? JSON.stringify(entity.family) : null,
    acronym: entity.acronyms.en?.[0] ?? entity.acronyms.el?.[0] ?? null,
    countryCode: entity.country,
    latitude: entity.latitude,
    longitude: entity.longitude,
    prior: entity.prior,
  };
}

const namesById = new WeakMap<KnowledgeBase, Map<string, Record<string, string>>>();

function descriptions(entity: KnowledgeEntity, base: KnowledgeBase): Record<string, string> {
  let names = namesById.get(base);
  if (!names) {
    names = new Map(base.entities.map((other) => [other.id, other.names]));
    for (const other of base.entities) {
      if (other.placeType === "country" && other.country !== null) names.set(other.country, other.names);
    }
    namesById.set(base, names);
  }
  // The office held now, else the last one.
  const role = entity.roles.toSorted((a, b) => (b.to ?? Infinity) - (a.to ?? Infinity))[0];
  const where = names.get(role?.of ?? entity.country ?? "");
  const result: Record<string, string> = {};
  for (const language of ["el", "en", "ru"] as const) {
    const what = role?.[language];
    const text = [what, where?.[language]].filter((part) => part !== undefined).join(", ");
    if (text !== "" && (role !== undefined || where !== entity.names)) result[language] = text;
  }
  return result;
}
