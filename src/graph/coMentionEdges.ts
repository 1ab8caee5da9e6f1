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

interface PairRow {
  aKey: number;
  bKey: number;
  sentences: number;
  paragraphs: number;
}

/** All pairs of entities of one article, in both directions, with how often they share a sentence and a paragraph. */
function pairsOf(places: readonly MentionPlace[]): PairRow[] {
  const paragraphs = new Map<number, Set<number>>();
  const sentences = new Map<number, Set<string>>();
  for (const { entityKey, ordinal, sentenceIndex } of places) {
    if (!paragraphs.has(entityKey)) {
      if (paragraphs.size === MAX_PAIRED_ENTITIES) continue;
      paragraphs.set(entityKey, new Set());
      sentences.set(entityKey, new Set());
    }
    paragraphs.get(entityKey)?.add(ordinal);
    sentences.get(entityKey)?.add(`${ordinal}.${sentenceIndex}`);
  }
  const keys = [...paragraphs.keys()];
  const pairs: PairRow[] = [];
  for (const [index, a] of keys.entries()) {
    for (const b of keys.slice(index + 1)) {
      const counts = {
        sentences: common(sentences.get(a), sentences.get(b)),
        paragraphs: common(paragraphs.get(a), paragraphs.get(b)),
      };
      pairs.push({ aKey: a, bKey: b, ...counts }, { aKey: b, bKey: a, ...counts });
    }
  }
  return pairs;
}

function common<Value>(a: ReadonlySet<Value> | undefined, b: ReadonlySet<Value> | undefined): number {
  let count = 0;
  for (const value of a ?? []) if (b?.has(value) === true) count++;
  return count;
}

/** Co-mentions that a transaction has not written yet. */
interface HeldPairs {
  rows: (PairRow & { articleKey: number; sortDate: number; order: number })[];
}

const held = new WeakMap<Sql, HeldPairs>();

/**
 * From now on the co-mentions of a transaction are held back; the function that is returned writes them all at once: rows in
 * the order of their table, and one change of each total.
 */
export function holdCoMentions(sql: Sql): () => Promise<void> {
  held.set(sql, { rows: [] });
  return async () => {
    await writeHeld(sql);
    held.delete(sql);
  };
}

async function writeHeld(sql: Sql): Promise<void> {
  const pairs = held.get(sql);
  if (pairs === undefined || pairs.rows.length === 0) return;
  const { rows } = pairs;
  pairs.rows = [];
  rows.sort((x, y) => x.order - y.order);
  await insertRows(
    sql,
    CoMention,
    rows.map(({ aKey, bKey, sentences, paragraphs, articleKey, sortDate }) => ({
      aKey,
      bKey,
      sentences,
      paragraphs,
      articleKey,
      sortDate,
    })),
  );
  await addToTotals(sql, rows, 1);
}

/** Adds the co-mentions of one article and its part of the totals. */
export async function addCoMentions(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  places: readonly MentionPlace[],
): Promise<void> {
  const pairs = pairsOf(places);
  const later = held.get(sql);
  if (later) {
    for (const { aKey, bKey, sentences, paragraphs } of pairs) {
      const order = aKey * KEYS + bKey;
      later.rows.push({ aKey, bKey, sentences, paragraphs, articleKey, sortDate, order });
    }
    return;
  }
  await insertRows(
    sql,
    CoMention,
    pairs.map((pair) => ({ ...pair, articleKey, sortDate })),
  );
  await addToTotals(sql, pairs, 1);
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
      `WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("b_key")} AND sort_date = ? AND article_key = ?`,
    [{ list: entityKeys }, { list: entityKeys }, sortDate, articleKey],
  );
  await addToTotals(sql, pairs, -1);
  await sql.all(
    `DELETE FROM co_mention WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("b_key")} AND sort_date = ? AND article_key = ?`,
    [{ list: entityKeys }, { list: entityKeys }, sortDate, articleKey],
  );
  await sql.all(
    `DELETE FROM co_mention_total WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("b_key")} AND articles = 0`,
    [{ list: entityKeys }, { list: entityKeys }],
  );
}

async function addToTotals(sql: Sql, pairs: readonly PairRow[], sign: 1 | -1): Promise<void> {
  const columns = ["articles", "paragraph_articles", "sentence_articles", "paragraphs", "sentences"];
  const totals = new Map<string, TotalRow>();
  for (const { aKey, bKey, paragraphs, sentences } of pairs) {
    const key = `${aKey} ${bKey}`;
    let total = totals.get(key);
    if (!total) {
      total = {
        aKey,
        bKey,
        articles: 0,
        paragraphArticles: 0,
        sentenceArticles: 0,
        paragraphs: 0,
        sentences: 0,
      };
      totals.set(key, total);
    }
    total.articles += sign;
    if (paragraphs > 0) total.paragraphArticles += sign;
    if (sentences > 0) total.sentenceArticles += sign;
    total.paragraphs += sign * paragraphs;
    total.sentences += sign * sentences;
  }
  await insertRows(
    sql,
    CoMentionTotal,
    [...totals.values()],
    `ON CONFLICT (a_key, b_key) DO UPDATE SET ${columns.map((name) => `${name} = co_mention_total.${name} + excluded.${name}`).join(", ")}`,
  );
}

interface TotalRow {
  aKey: number;
  bKey: number;
  articles: number;
  paragraphArticles: number;
  sentenceArticles: number;
  paragraphs: number;
  sentences: number;
}
