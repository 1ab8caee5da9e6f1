import type { Database } from "../db/openDatabase.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { ThingSplit } from "../entities/ThingSplit.js";
import { MitosError } from "../errors.js";
import { reannotate, type AnnotationTools } from "./reannotate.js";

/** An entity with what names it. */
export interface NamedThing {
  id: string;
  slug: string;
}

/** What a split or join did. */
export interface SplitReport {
  /** The entity that the articles belong to now. */
  entity: NamedThing;
  /** Slugs of the articles. */
  articles: string[];
}

interface FoundThing extends NamedThing {
  key: number;
  thing: string;
}

interface FoundArticle {
  key: number;
  id: string;
  slug: string;
}

/**
 * Says that a name outside the knowledge base means somebody else in these articles than in the others: they get an entity
 * of their own, now and whenever they are read again.
 *
 * @param entity id or slug of an entity that only articles know
 * @param articles ids, slugs or addresses
 * @throws MitosError BAD_INPUT for an entity of the knowledge base, and for articles that do not mention it
 */
export async function splitThing(
  database: Database,
  tools: AnnotationTools,
  entity: string,
  articles: readonly string[],
): Promise<SplitReport> {
  return database.write(async (sql) => {
    const found = await findThing(sql, entity);
    const chosen = await findArticles(sql, found, articles);
    const all = await sql.all<{ key: number }>(
      "SELECT article_key AS key FROM article_entity WHERE entity_key = ?",
      [found.key],
    );
    if (all.length === chosen.length) {
      throw new MitosError(
        "BAD_INPUT",
        `${found.slug} is in no other article.`,
        "Name only some of its articles.",
      );
    }
    const name = baseOf(found.thing);
    const part = await freePart(sql, name);
    await sql.all(`DELETE FROM thing_split WHERE thing = ? AND ${sql.anyOf("article_id")}`, [
      name,
      { list: chosen.map(({ id }) => id) },
    ]);
    await insertRows(
      sql,
      ThingSplit,
      chosen.map(({ id }) => ({ thing: name, articleId: id, part, decidedAt: Date.now() })),
    );
    for (const { key } of chosen) await reannotate(sql, key, tools);
    return { entity: await thingNamed(sql, `${name}#${part}`), articles: chosen.map(({ slug }) => slug) };
  });
}

/**
 * Takes a split back: these articles, or all of the entity, mean again whom the name means elsewhere.
 *
 * @param entity id or slug of an entity that a split made
 * @param articles ids, slugs or addresses; none for all
 * @throws MitosError BAD_INPUT for an entity that no split made
 */
export async function joinThing(
  database: Database,
  tools: AnnotationTools,
  entity: string,
  articles: readonly string[],
): Promise<SplitReport> {
  return database.write(async (sql) => {
    const found = await findThing(sql, entity);
    const name = baseOf(found.thing);
    const part = found.thing.slice(name.length + 1);
    if (part === "") {
      throw new MitosError(
        "BAD_INPUT",
        `${found.slug} was not split off.`,
        "Name the entity that the split made.",
      );
    }
    const rows = await sql.all<FoundArticle>(
      "SELECT a.key, a.id, a.slug FROM thing_split s JOIN article a ON a.id = s.article_id WHERE s.thing = ? AND s.part = ? ORDER BY a.key",
      [name, part],
    );
    const wanted = articles.length === 0 ? null : await findArticles(sql, found, articles);
    const chosen = wanted ?? rows;
    await sql.all(`DELETE FROM thing_split WHERE thing = ? AND part = ? AND ${sql.anyOf("article_id")}`, [
      name,
      part,
      { list: chosen.map(({ id }) => id) },
    ]);
    for (const { key } of chosen) await reannotate(sql, key, tools);
    return { entity: await thingNamed(sql, name), articles: chosen.map(({ slug }) => slug) };
  });
}

function baseOf(thing: string): string {
  return thing.split("#")[0] ?? thing;
}

async function findThing(sql: Sql, reference: string): Promise<FoundThing> {
  const entity = await sql.first<{ key: number; id: string; slug: string; thing: string | null }>(
    "SELECT key, id, slug, thing FROM entity WHERE id = ? OR slug = ?",
    [reference, reference],
  );
  if (entity === null) {
    throw new MitosError("BAD_INPUT", `There is no entity "${reference}".`, "Give an entity's id or slug.");
  }
  const { thing } = entity;
  if (thing === null) {
    throw new MitosError(
      "BAD_INPUT",
      `${entity.slug} is in the knowledge base, which says who it is.`,
      "Only entities that Mitos found in articles can be taken apart.",
    );
  }
  return { ...entity, thing };
}

async function findArticles(
  sql: Sql,
  entity: FoundThing,
  references: readonly string[],
): Promise<FoundArticle[]> {
  const list = { list: [...references] };
  const rows = await sql.all<FoundArticle & { url: string | null }>(
    `SELECT a.key, a.id, a.slug, a.url FROM article a JOIN article_entity x ON x.article_key = a.key ` +
      `WHERE x.entity_key = ? AND (${sql.anyOf("a.id")} OR ${sql.anyOf("a.slug")} OR ${sql.anyOf("a.url")}) ORDER BY a.key`,
    [entity.key, list, list, list],
  );
  const missing = references.find(
    (each) => !rows.some(({ id, slug, url }) => [id, slug, url].includes(each)),
  );
  if (missing !== undefined || rows.length === 0) {
    throw new MitosError(
      "BAD_INPUT",
      `No article "${missing ?? ""}" mentions ${entity.slug}.`,
      "Give ids, slugs or addresses of articles that mention it.",
    );
  }
  return rows;
}

async function freePart(sql: Sql, thing: string): Promise<string> {
  const rows = await sql.all<{ part: string }>("SELECT part FROM thing_split WHERE thing = ?", [thing]);
  return String(Math.max(1, ...rows.map(({ part }) => Number(part))) + 1);
}

async function thingNamed(sql: Sql, thing: string): Promise<NamedThing> {
  const entity = await sql.first<NamedThing>("SELECT id, slug FROM entity WHERE thing = ?", [thing]);
  if (entity === null) throw new MitosError("INTERNAL", `No entity for ${thing} after annotation.`);
  return { id: entity.id, slug: entity.slug };
}
