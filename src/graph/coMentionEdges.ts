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

/** Adds the co-mentions of one article and its part of the totals. */
export async function addCoMentions(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  places: readonly MentionPlace[],
): Promise<void> {
  const pairs = pairsOf(places);
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
  await insertRows(
    sql,
    CoMentionTotal,
    pairs.map((pair) => ({
      aKey: pair.aKey,
      bKey: pair.bKey,
      articles: sign,
      paragraphArticles: pair.paragraphs > 0 ? sign : 0,
      sentenceArticles: pair.sentences > 0 ? sign : 0,
      paragraphs: sign * pair.paragraphs,
      sentences: sign * pair.sentences,
    })),
    `ON CONFLICT (a_key, b_key) DO UPDATE SET ${columns.map((name) => `${name} = co_mention_total.${name} + excluded.${name}`).join(", ")}`,
  );
}
