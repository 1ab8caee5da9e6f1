import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { CoMention, CoMentionTotal } from "../entities/CoMention.js";

/** Where one article mentions an entity. */
export interface MentionPlace {
  entityKey: number;
  ordinal: number;
  sentenceIndex: number;
}

/** An article that lists more entities than this pairs only the first ones: pairs grow with the square. */
const MAX_PAIRED_ENTITIES = 100;

/** More than there are entities: two keys in one number that sorts as they do. */
const KEYS = 2 ** 26;

/** A pair with its counts. */
interface PairRow {
  aKey: number;
  bKey: number;
  sentences: number;
  paragraphs: number;
}

/** Pairs of entities of one article that share a paragraph, smaller key first. */
function pairsOf(places: readonly MentionPlace[]): PairRow[] {
  const known = new Set<number>();
  const paragraphs = new Map<number, Map<number, Set<number>>>();
  for (const { entityKey, ordinal, sentenceIndex } of places) {
    if (!known.has(entityKey)) {
      if (known.size === MAX_PAIRED_ENTITIES) continue;
      known.add(entityKey);
    }
    const entities = getOrAdd(paragraphs, ordinal, () => new Map<number, Set<number>>());
    getOrAdd(entities, entityKey, () => new Set<number>()).add(sentenceIndex);
  }
  const pairs = new Map<number, PairRow>();
  for (const entities of paragraphs.values()) {
    const inOrder = [...entities].sort(([a], [b]) => a - b);
    for (const [index, [aKey, a]] of inOrder.entries()) {
      for (const [bKey, b] of inOrder.slice(index + 1)) {
        const pair = getOrAdd(pairs, orderOf(aKey, bKey), () => ({
          aKey,
          bKey,
          sentences: 0,
          paragraphs: 0,
        }));
        pair.paragraphs++;
        for (const sentence of a) if (b.has(sentence)) pair.sentences++;
      }
    }
  }
  return [...pairs.values()];
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

function orderOf(aKey: number, bKey: number): number {
  return aKey * KEYS + bKey;
}

/** Co-mentions of an article. */
interface ArticlePair extends PairRow {
  articleKey: number;
  sortDate: number;
}

/** Co-mentions that a transaction has not written yet. */
const held = new WeakMap<Sql, ArticlePair[]>();

/**
 * From now on the co-mentions of a transaction are held back; the function that is returned writes them all at once: rows in
 * the order of their table, and one change of each total.
 */
export function holdCoMentions(sql: Sql): () => Promise<void> {
  held.set(sql, []);
  return async () => {
    await writeHeld(sql);
    held.delete(sql);
  };
}

async function writeHeld(sql: Sql): Promise<void> {
  const pairs = held.get(sql);
  if (pairs === undefined || pairs.length === 0) return;
  held.set(sql, []);
  await writePairs(sql, pairs);
}

/** Adds the co-mentions of one article and its part of the totals. */
export async function addCoMentions(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  places: readonly MentionPlace[],
): Promise<void> {
  const pairs = pairsOf(places).map((pair) => ({ ...pair, articleKey, sortDate }));
  const later = held.get(sql);
  if (later) later.push(...pairs);
  else await writePairs(sql, pairs);
}

async function writePairs(sql: Sql, pairs: readonly ArticlePair[]): Promise<void> {
  await insertRows(sql, CoMention, inTableOrder(pairs));
  await addToTotals(sql, pairs, 1);
}

/** Rows in both directions, in the order of their table's key; few of many rows have a pair of their own, so only pairs are sorted. */
function inTableOrder<Row extends PairRow>(rows: readonly Row[]): Row[] {
  const byPair = new Map<number, Row[]>();
  const add = (row: Row): void => {
    getOrAdd(byPair, orderOf(row.aKey, row.bKey), () => []).push(row);
  };
  for (const row of rows) {
    add(row);
    add({ ...row, aKey: row.bKey, bKey: row.aKey });
  }
  return [...Float64Array.from(byPair.keys()).sort()].flatMap((pair) => byPair.get(pair) ?? []);
}

/** Takes the co-mentions of one article out again. `entityKeys`: the entities that it mentions. */
export async function removeCoMentions(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  entityKeys: readonly number[],
): Promise<void> {
  await writeHeld(sql);
  const pairs = await sql.all<PairRow>(
    `SELECT a_key AS "aKey", b_key AS "bKey", sentences, paragraphs FROM co_mention ` +
      `WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("b_key")} AND a_key < b_key AND sort_date = ? AND article_key = ?`,
    [{ list: entityKeys }, { list: entityKeys }, sortDate, articleKey],
  );
  if (pairs.length === 0) return;
  await addToTotals(sql, pairs, -1);
  await sql.all(
    `DELETE FROM co_mention WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("b_key")} AND sort_date = ? AND article_key = ?`,
    [{ list: entityKeys }, { list: entityKeys }, sortDate, articleKey],
  );
  await sql.all(
    `DELETE FROM co_mention_total WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("b_key")} AND paragraph_articles = 0`,
    [{ list: entityKeys }, { list: entityKeys }],
  );
}

/** What articles give to the totals of a pair. */
interface TotalRow extends PairRow {
  paragraphArticles: number;
  sentenceArticles: number;
}

const SUMS = ["paragraph_articles", "sentence_articles", "paragraphs", "sentences"];

/** `pairs` in one direction. */
async function addToTotals(sql: Sql, pairs: readonly PairRow[], sign: 1 | -1): Promise<void> {
  const totals = new Map<number, TotalRow>();
  for (const { aKey, bKey, paragraphs, sentences } of pairs) {
    const total = getOrAdd(totals, orderOf(aKey, bKey), () => ({
      aKey,
      bKey,
      paragraphArticles: 0,
      sentenceArticles: 0,
      paragraphs: 0,
      sentences: 0,
    }));
    total.paragraphArticles += sign;
    if (sentences > 0) total.sentenceArticles += sign;
    total.paragraphs += sign * paragraphs;
    total.sentences += sign * sentences;
  }
  await insertRows(
    sql,
    CoMentionTotal,
    inTableOrder([...totals.values()]),
    `ON CONFLICT (a_key, b_key) DO UPDATE SET ${SUMS.map((name) => `${name} = co_mention_total.${name} + excluded.${name}`).join(", ")}`,
  );
}
