import type { Annotation } from "../annotation/types.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { ArticleRevision, RevisionEntity } from "../entities/ArticleRevision.js";
import type { KnownArticle } from "./findArticle.js";
import { storeThings } from "./storeThings.js";

/** A version of an article that is not its newest, as its page says it. */
export interface OlderVersion {
  contentHash: string;
  headline: string;
  modifiedAt: number | null;
  observedAt: number;
  rawKey: number;
}

/** An occurrence of a name in a text of a version, and the entity. */
interface VersionMention {
  ordinal: number;
  start: number;
  end: number;
  entityKey: number | null;
}

/** Whether the texts of an article are these. */
export async function hasTexts(
  sql: Sql,
  articleKey: number,
  texts: readonly { part: string; text: string }[],
): Promise<boolean> {
  const own = await textsOf(sql, articleKey);
  return (
    own.length === texts.length &&
    own.every(({ part, text }, index) => part === texts[index]?.part && text === texts[index]?.text)
  );
}

function textsOf(sql: Sql, articleKey: number): Promise<{ part: string; text: string }[]> {
  return sql.all("SELECT part, text FROM paragraph WHERE article_key = ? ORDER BY ordinal", [articleKey]);
}

/** Keeps the version that an article has now, before it is written anew. */
export async function keepVersion(sql: Sql, { key, contentHash }: KnownArticle): Promise<void> {
  const article = await sql.first<{
    headline: string;
    observedAt: number;
    modifiedAt: number | null;
    rawKey: number | null;
  }>(
    `SELECT headline, ingested_at AS "observedAt", date_modified AS "modifiedAt", raw_key AS "rawKey" FROM article WHERE key = ?`,
    [key],
  );
  if (article === null) return;
  const texts = await textsOf(sql, key);
  const mentions = await sql.all<VersionMention>(
    `SELECT ordinal, start_offset AS start, end_offset AS "end", entity_key AS "entityKey" FROM mention ` +
      "WHERE article_key = ? ORDER BY ordinal, start_offset",
    [key],
  );
  await insertVersion(sql, { articleKey: key, contentHash, ...article }, texts, mentions);
}

/** Keeps a version that came after a newer one. */
export async function keepOlder(
  sql: Sql,
  articleKey: number,
  version: OlderVersion,
  annotation: Annotation,
  entityKeys: ReadonlyMap<string, number>,
): Promise<void> {
  const thingKeys = await storeThings(sql, articleKey, annotation);
  const mentions = annotation.mentions.map(({ part, start, end, entity, thing }): VersionMention => {
    const entityKey = entity === null ? thingKeys.get(thing ?? "") : entityKeys.get(entity);
    return { ordinal: part, start, end, entityKey: entityKey ?? null };
  });
  await insertVersion(sql, { articleKey, ...version }, annotation.parts, mentions);
}

async function insertVersion(
  sql: Sql,
  version: Omit<ArticleRevision, "texts" | "mentions">,
  texts: readonly { part: string; text: string }[],
  mentions: readonly VersionMention[],
): Promise<void> {
  const keys = [...new Set(mentions.flatMap(({ entityKey }) => entityKey ?? []))];
  const entities = await sql.all<{ key: number; id: string }>(
    `SELECT key, id FROM entity WHERE ${sql.anyOf("key")}`,
    [{ list: keys }],
  );
  const ids = new Map(entities.map(({ key, id }) => [key, id]));
  const row = {
    ...version,
    texts: JSON.stringify(texts.map(({ part, text }) => [part, text])),
    mentions: JSON.stringify(
      mentions.map(({ ordinal, start, end, entityKey }) => [
        ordinal,
        start,
        end,
        ids.get(entityKey ?? 0) ?? null,
      ]),
    ),
  };
  await insertRows(sql, ArticleRevision, [row], "ON CONFLICT DO NOTHING");
  const { articleKey, contentHash } = version;
  await insertRows(
    sql,
    RevisionEntity,
    keys.map((entityKey) => ({ entityKey, articleKey, contentHash })),
    "ON CONFLICT DO NOTHING",
  );
}

/** The document of an older version with this content, if the article had it; null else. */
export async function knownVersion(
  sql: Sql,
  articleKey: number,
  contentHash: string,
): Promise<{ name: string | null } | null> {
  return sql.first(
    "SELECT d.name FROM article_revision r LEFT JOIN raw_document d ON d.key = r.raw_key WHERE r.article_key = ? AND r.content_hash = ?",
    [articleKey, contentHash],
  );
}

/** Forgets an older version that is the article's newest again. */
export async function forgetVersion(sql: Sql, articleKey: number, contentHash: string): Promise<void> {
  for (const table of ["article_revision", "revision_entity"])
    await sql.all(`DELETE FROM ${table} WHERE article_key = ? AND content_hash = ?`, [
      articleKey,
      contentHash,
    ]);
}
