import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { holdCoMentions } from "../graph/coMentionEdges.js";

/** How often an article mentions an entity. */
export interface EntityEdge {
  entityKey: number;
  mentionCount: number;
}

/** What articles add to an entity; dates in milliseconds since 1970, null where all are undated. */
interface Addition {
  articles: number;
  mentions: number;
  first: number | null;
  last: number | null;
}

/** Additions that a transaction has not written yet, by entity. */
const held = new WeakMap<Sql, Map<number, Addition>>();

/**
 * From now on what articles add to the counts of entities and of co-mentions is held back in a transaction; the function that is
 * returned writes it all at once, each entity and each pair one time.
 */
export function holdCounts(sql: Sql): () => Promise<void> {
  const flushCoMentions = holdCoMentions(sql);
  held.set(sql, new Map());
  return async () => {
    await flushCoMentions();
    await writeHeld(sql);
    held.delete(sql);
  };
}

async function writeHeld(sql: Sql): Promise<void> {
  const additions = held.get(sql);
  if (additions === undefined || additions.size === 0) return;
  held.set(sql, new Map());
  await writeAdditions(sql, additions);
}

/** Keeps the counts and dates of entities exact after an article with these edges came. */
export async function addToEntities(sql: Sql, edges: readonly EntityEdge[], sortDate: number): Promise<void> {
  const later = held.get(sql);
  const additions = later ?? new Map<number, Addition>();
  const date = sortDate <= UNDATED ? null : sortDate;
  for (const { entityKey, mentionCount } of edges) {
    const addition = additions.get(entityKey);
    if (addition === undefined) {
      additions.set(entityKey, { articles: 1, mentions: mentionCount, first: date, last: date });
      continue;
    }
    addition.articles++;
    addition.mentions += mentionCount;
    if (date === null) continue;
    addition.first = Math.min(addition.first ?? date, date);
    addition.last = Math.max(addition.last ?? date, date);
  }
  if (later === undefined && additions.size > 0) await writeAdditions(sql, additions);
}

/** What articles that come add: the dates of the others need not be read. */
async function writeAdditions(sql: Sql, additions: ReadonlyMap<number, Addition>): Promise<void> {
  const farther = (column: string, value: string, sign: "<" | ">"): string =>
    `${column} = CASE WHEN ${value} IS NULL OR ${column} ${sign} ${value} THEN ${column} ELSE ${value} END`;
  await sql.all(
    `UPDATE entity SET article_count = article_count + v.p1, mention_count = mention_count + v.p2, ` +
      `${farther("first_mentioned_at", "v.p3", "<")}, ${farther("last_mentioned_at", "v.p4", ">")} ` +
      `FROM ${sql.numbers(5)} v WHERE entity.key = v.p0`,
    [
      JSON.stringify(
        [...additions].map(([key, { articles, mentions, first, last }]) => [
          key,
          articles,
          mentions,
          first,
          last,
        ]),
      ),
    ],
  );
}

/** Keeps the counts and dates of entities exact after an article with these edges went, whose rows are taken out already. */
export async function takeFromEntities(sql: Sql, edges: readonly EntityEdge[]): Promise<void> {
  await writeHeld(sql);
  if (edges.length === 0) return;
  await sql.all(
    `UPDATE entity SET article_count = article_count - 1, mention_count = mention_count - v.p1, ` +
      `first_mentioned_at = (SELECT min(x.sort_date) FROM article_entity x WHERE x.entity_key = entity.key AND x.sort_date > ${UNDATED}), ` +
      `last_mentioned_at = (SELECT max(x.sort_date) FROM article_entity x WHERE x.entity_key = entity.key AND x.sort_date > ${UNDATED}) ` +
      `FROM ${sql.numbers(2)} v WHERE entity.key = v.p0`,
    [JSON.stringify(edges.map(({ entityKey, mentionCount }) => [entityKey, mentionCount]))],
  );
}
