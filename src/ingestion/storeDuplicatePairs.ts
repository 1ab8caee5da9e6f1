import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { DuplicatePair } from "../entities/DuplicateGroup.js";
import {
  isSameText,
  mayBeSameText,
  shinglesOf,
  textOverlap,
  type Shingles,
} from "../graph/similarity/textOverlap.js";
import type { StoryIndex } from "../graph/stories/StoryIndex.js";
import { readSketch } from "./storeVector.js";

/** Articles whose words or beginnings are less alike than this are not compared run by run. */
const CANDIDATE = { words: 0.35, lead: 0.6 };

/** So many texts are kept in memory, about 2 kB each. */
const MOST_TEXTS = 4000;

/** Two articles with one text; the lower key first. */
export type Pair = readonly [number, number];

/**
 * Finds which of all articles have the text of some of them: pairs that were compared word by word.
 * @param articles new ones, and those whose text is another now
 * @param texts of articles that were read before, kept from call to call
 * @returns these articles, and those that they are or were a pair with: their groups are to be written anew
 */
export async function storeDuplicatePairs(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly number[],
  texts: Map<number, Shingles>,
): Promise<number[]> {
  if (texts.size > MOST_TEXTS) texts.clear();
  for (const key of articles) texts.delete(key);
  const old = await pairsWith(sql, articles);
  const found = await samePairs(sql, stories, articles, old, texts);
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

/** Pairs of these articles and others with one text; the lower key first. */
async function samePairs(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly number[],
  old: readonly Pair[],
  texts: Map<number, Shingles>,
): Promise<Pair[]> {
  // Those that were one text may be so still, though one of them has left the index.
  const candidates = new Map<string, Pair>(old.map((pair) => [pair.join(), pair]));
  for (const key of articles) {
    for (const { key: other, words, lead } of stories.articles.neighbours(key)) {
      if (words < CANDIDATE.words && lead < CANDIDATE.lead) continue;
      const pair: Pair = key < other ? [key, other] : [other, key];
      candidates.set(pair.join(), pair);
    }
  }
  const sketches = await sketchesOf(sql, [...candidates.values()].flat());
  const likely = [...candidates.values()].filter(([a, b]) => {
    const [first, second] = [sketches.get(a), sketches.get(b)];
    return first && second && mayBeSameText(first, second);
  });
  await readTexts(sql, likely.flat(), texts);
  return likely.filter(([a, b]) => {
    const [first, second] = [texts.get(a), texts.get(b)];
    return first && second && isSameText(first, second, textOverlap(first, second));
  });
}

async function sketchesOf(sql: Sql, articles: readonly number[]): Promise<Map<number, Shingles>> {
  const rows = await sql.all<{ articleKey: number; sketch: string }>(
    `SELECT article_key AS "articleKey", sketch FROM article_vector WHERE ${sql.anyOf("article_key")}`,
    [{ list: [...new Set(articles)] }],
  );
  return new Map(rows.map(({ articleKey, sketch }) => [articleKey, readSketch(sketch)]));
}

/** Lead and body of articles, as runs of words. */
export async function readTexts(
  sql: Sql,
  articles: readonly number[],
  texts: Map<number, Shingles>,
): Promise<void> {
  const missing = [...new Set(articles)].filter((key) => !texts.has(key));
  if (missing.length === 0) return;
  const rows = await sql.all<{ articleKey: number; text: string }>(
    `SELECT article_key AS "articleKey", text FROM paragraph WHERE ${sql.anyOf("article_key")} AND part IN ('LEAD', 'BODY') ORDER BY article_key, ordinal`,
    [{ list: missing }],
  );
  const whole = new Map<number, string[]>();
  for (const { articleKey, text } of rows) {
    const known = whole.get(articleKey);
    if (known) known.push(text);
    else whole.set(articleKey, [text]);
  }
  for (const [key, parts] of whole) texts.set(key, shinglesOf(parts.join("\n")));
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
