import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { DuplicatePair } from "../entities/DuplicateGroup.js";
import { isSameText, textOverlap } from "../graph/similarity/textOverlap.js";
import type { StoryIndex } from "../graph/stories/StoryIndex.js";
import { readShingles } from "./storeVector.js";

/** Articles whose words or beginnings are less alike than this are not compared run by run. */
const CANDIDATE = { words: 0.35, lead: 0.6 };

/** Articles of a min-hash that are looked at, and those of all min-hashes of an article that it is compared with. */
const MIN_HASH = { newest: 32, candidates: 8 };

/** Two articles with one text; the lower key first. */
export type Pair = readonly [number, number];

/**
 * Finds which of all articles have the text of some of them: pairs that were compared word by word.
 * @param articles new ones, and those whose text is another now
 * @returns these articles, and those that they are or were a pair with: their groups are to be written anew
 */
export async function storeDuplicatePairs(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly number[],
): Promise<number[]> {
  const old = await pairsWith(sql, articles);
  const found = await samePairs(sql, stories, articles, old);
  const list = { list: articles };
  if (old.length > 0)
    await sql.all(`DELETE FROM duplicate_pair WHERE ${sql.anyOf("a_key")} OR ${sql.anyOf("b_key")}`, [
      list,
      list,
    ]);
  await insertRows(
    sql,
    DuplicatePair,
    found.map(([aKey, bKey]) => ({ aKey, bKey })),
    "ON CONFLICT DO NOTHING",
  );
  return [...new Set([...articles, ...old.flat(), ...found.flat()])];
}

/**
 * Pairs of these articles and others with one text. Min-hashes find copies however far away; of articles that they find none for, such as
 * excerpts, those that are alike by their words are compared.
 */
async function samePairs(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly number[],
  old: readonly Pair[],
): Promise<Pair[]> {
  // Those that were one text may be so still.
  const found = await compared(sql, [...old, ...(await pairsByMinHash(sql, articles))]);
  const isFound = new Set(found.flat());
  const alike = articles
    .filter((key) => !isFound.has(key))
    .flatMap((key) =>
      stories.articles
        .neighbours(key)
        .filter(({ words, lead }) => words >= CANDIDATE.words || lead >= CANDIDATE.lead)
        .map((neighbour): Pair => [key, neighbour.key]),
    );
  return [...found, ...(await compared(sql, alike))];
}

/** Those of some pairs that have one text, the lower key first; each once. */
async function compared(sql: Sql, pairs: readonly Pair[]): Promise<Pair[]> {
  if (pairs.length === 0) return [];
  const candidates = new Map<string, Pair>();
  for (const [a, b] of pairs) candidates.set(a < b ? `${a} ${b}` : `${b} ${a}`, a < b ? [a, b] : [b, a]);
  const shingles = await readShingles(sql, [...candidates.values()].flat());
  return [...candidates.values()].filter(([a, b]) => {
    const [first, second] = [shingles.get(a), shingles.get(b)];
    return first && second && isSameText(first, second, textOverlap(first, second));
  });
}

/**
 * Pairs that share a min-hash, of one of these articles and any other; for each article those that share most. Of a run of words that
 * many articles have, such as a notice, only the newest ones are looked at.
 */
async function pairsByMinHash(sql: Sql, articles: readonly number[]): Promise<Pair[]> {
  const own = await sql.all<{ hash: number; articleKey: number }>(
    `SELECT hash, article_key AS "articleKey" FROM article_min_hash WHERE ${sql.anyOf("article_key")}`,
    [{ list: articles }],
  );
  const hashes = [...new Set(own.map(({ hash }) => hash))].sort((a, b) => a - b);
  const all = await sql.all<{ hash: number; articleKey: number }>(
    `SELECT v.p0 AS hash, o.article_key AS "articleKey" FROM ${sql.numbers(1)} v JOIN article_min_hash o ON o.hash = v.p0 ` +
      `AND o.article_key IN (SELECT x.article_key FROM article_min_hash x WHERE x.hash = v.p0 ORDER BY x.article_key DESC LIMIT ${MIN_HASH.newest})`,
    [JSON.stringify(hashes.map((hash) => [hash]))],
  );
  const having = new Map<number, number[]>();
  for (const { hash, articleKey } of all) {
    const keys = having.get(hash);
    if (keys) keys.push(articleKey);
    else having.set(hash, [articleKey]);
  }
  const shared = new Map<number, Map<number, number>>();
  for (const { hash, articleKey } of own) {
    const counts = shared.get(articleKey) ?? new Map<number, number>();
    shared.set(articleKey, counts);
    for (const other of having.get(hash) ?? [])
      if (other !== articleKey) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
  return [...shared].flatMap(([key, counts]) =>
    [...counts]
      .sort((a, b) => b[1] - a[1] || Math.abs(a[0] - key) - Math.abs(b[0] - key) || a[0] - b[0])
      .slice(0, MIN_HASH.candidates)
      .map(([other]): Pair => [key, other]),
  );
}

/** Pairs of one text that one of these articles is in. */
async function pairsWith(sql: Sql, articles: readonly number[]): Promise<Pair[]> {
  const list = { list: articles };
  const rows = await sql.all<{ a: number; b: number }>(
    `SELECT a_key AS a, b_key AS b FROM duplicate_pair WHERE ${sql.anyOf("a_key")} OR ${sql.anyOf("b_key")}`,
    [list, list],
  );
  return rows.map(({ a, b }) => [a, b]);
}
