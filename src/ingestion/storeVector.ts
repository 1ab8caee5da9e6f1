import { randomInt } from "node:crypto";
import type { Sql } from "../db/Sql.js";
import { insertRows } from "../db/rows.js";
import { ArticleMinHash } from "../entities/ArticleMinHash.js";
import { ArticleVector } from "../entities/ArticleVector.js";
import { StoryPending } from "../entities/StoryPending.js";
import { minHashesOf, type Shingles } from "../graph/similarity/textOverlap.js";
import type { ArticleTerms, WeightedTerm } from "../graph/similarity/articleTerms.js";

const LARGEST_TOKEN = 2 ** 47;

/**
 * Stores what an article is compared by, in place of what it had, and that its story is to be found anew.
 * @param isNew it has nothing to be replaced
 */
export async function storeVector(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  { language, words, lead, names }: ArticleTerms,
  shingles: Shingles,
  entityKeys: ReadonlyMap<string, number>,
  isNew = false,
): Promise<void> {
  const row = {
    articleKey,
    language,
    vectors: JSON.stringify([words, lead, names].map(flat)),
    shingles: Buffer.from(shingles.buffer, shingles.byteOffset, shingles.byteLength).toString("base64"),
    entityKeys: JSON.stringify(Object.fromEntries(entityKeys)),
  };
  await insertRows(
    sql,
    ArticleVector,
    [row],
    "ON CONFLICT (article_key) DO UPDATE SET language = excluded.language, vectors = excluded.vectors, shingles = excluded.shingles, entity_keys = excluded.entity_keys",
  );
  if (!isNew) await sql.all("DELETE FROM article_min_hash WHERE article_key = ?", [articleKey]);
  await insertRows(
    sql,
    ArticleMinHash,
    minHashesOf(shingles).map((hash) => ({ hash, articleKey })),
  );
  await insertRows(
    sql,
    StoryPending,
    [{ articleKey, token: randomInt(LARGEST_TOKEN), sortDate }],
    "ON CONFLICT (article_key) DO UPDATE SET token = excluded.token, sort_date = excluded.sort_date",
  );
}

/** The terms of a stored row; `date` in milliseconds since 1970. */
export function readVector(
  { language, vectors }: Pick<ArticleVector, "language" | "vectors">,
  date: number | null,
): ArticleTerms {
  const [words, lead, names] = (JSON.parse(vectors) as (string | number)[][]).map(paired);
  return { language, date, words: words ?? [], lead: lead ?? [], names: names ?? [] };
}

/** The runs of words of articles, by their keys. */
export async function readShingles(sql: Sql, articles: readonly number[]): Promise<Map<number, Shingles>> {
  const rows = await sql.all<{ articleKey: number; shingles: string }>(
    `SELECT article_key AS "articleKey", shingles FROM article_vector WHERE ${sql.anyOf("article_key")}`,
    [{ list: [...new Set(articles)] }],
  );
  return new Map(rows.map(({ articleKey, shingles }) => [articleKey, unpacked(shingles)]));
}

function unpacked(base64: string): Shingles {
  const bytes = Buffer.from(base64, "base64");
  // Numbers of 32 bits begin at every fourth byte, those of a small buffer anywhere.
  return new Uint32Array(Uint8Array.from(bytes).buffer);
}

/** Three digits are enough to compare by, and are read faster than sixteen. */
function flat(terms: readonly WeightedTerm[]): (string | number)[] {
  return terms.flatMap(([term, weight]) => [term, Math.round(weight * 1000) / 1000]);
}

function paired(list: readonly (string | number)[]): WeightedTerm[] {
  const terms: WeightedTerm[] = [];
  for (let at = 0; at < list.length; at += 2) terms.push([String(list[at]), Number(list[at + 1])]);
  return terms;
}
