import type { Sql } from "../db/Sql.js";
import { many, one } from "./batchLoaders.js";

/** An older version of an article, without its texts. */
export interface StoredVersion {
  articleKey: number;
  contentHash: string;
  observedAt: number;
  modifiedAt: number | null;
  headline: string;
}

/** Texts and mentions of an older version, as `ArticleRevision` keeps them. */
export interface StoredContent {
  articleKey: number;
  contentHash: string;
  texts: string;
  mentions: string;
}

/** Loaders of the versions of articles; see `createLoaders`. */
export function revisionLoaders(sql: Sql) {
  return {
    /** Older versions, the oldest first. */
    versionsByArticle: many<number, StoredVersion>(
      (keys) =>
        sql.all(
          `SELECT article_key AS "articleKey", content_hash AS "contentHash", observed_at AS "observedAt", modified_at AS "modifiedAt", headline ` +
            `FROM article_revision WHERE ${sql.anyOf("article_key")} ` +
            // A version that states no change is the one before all changes.
            "ORDER BY article_key, CASE WHEN modified_at IS NULL THEN 0 ELSE 1 END, modified_at, observed_at, content_hash",
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    /** By article key and hash with a blank between them. */
    versionContent: one<string, StoredContent>(
      (places) =>
        sql.all(
          `SELECT article_key AS "articleKey", content_hash AS "contentHash", texts, mentions FROM article_revision ` +
            `WHERE ${sql.anyOf("article_key")} AND ${sql.anyOf("content_hash")}`,
          [
            { list: [...new Set(places.map((place) => Number(place.split(" ")[0])))] },
            { list: [...new Set(places.map((place) => place.split(" ")[1] ?? ""))] },
          ],
        ),
      (row) => `${row.articleKey} ${row.contentHash}`,
    ),
    /** Occurrences of names in the newest version of an article, in text order. */
    currentMentions: many<
      number,
      { articleKey: number; ordinal: number; start: number; end: number; entity: string | null }
    >(
      (keys) =>
        sql.all(
          `SELECT m.article_key AS "articleKey", m.ordinal, m.start_offset AS start, m.end_offset AS "end", e.id AS entity FROM mention m ` +
            `LEFT JOIN entity e ON e.key = m.entity_key WHERE ${sql.anyOf("m.article_key")} ORDER BY m.article_key, m.ordinal, m.start_offset`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
  };
}
