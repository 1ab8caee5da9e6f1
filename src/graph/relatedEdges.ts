import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import type { RelatedReasonKind } from "../entities/enums.js";
import { RelatedArticle } from "../entities/RelatedArticle.js";

/** Why two articles are related, as stored. */
export interface StoredReason {
  kind: RelatedReasonKind;
  /** 0..1. */
  weight: number;
  /** Keys of the shared entities, rarest first. */
  entities: number[];
}

/** Term of an article and its share of the article's unit vector. */
export interface TermWeight {
  term: string;
  weight: number;
}

const ENTITY_CANDIDATES = 40;
const TERM_CANDIDATES = 30;
const PROBED_ENTITIES = 12;
const PROBED_TERMS = 12;
const MAX_CANDIDATES = 60;
const MAX_RELATED = 12;
const LINK_WEIGHT = 0.5;
const MINIMUM = { entities: 0.1, text: 0.25, score: 0.2 };

/** Terms kept for each article. */
const TERMS_PER_ARTICLE = 24;

/** The terms that characterise a text: damped counts, headline words three times, as a unit vector. */
export function characteristicTerms(headline: readonly string[], text: readonly string[]): TermWeight[] {
  const counts = new Map<string, number>();
  for (const term of headline) counts.set(term, (counts.get(term) ?? 0) + 3);
  for (const term of text) counts.set(term, (counts.get(term) ?? 0) + 1);
  const top = [...counts]
    .filter(([term]) => term.length > 2)
    .map(([term, count]) => ({ term, weight: 1 + Math.log(count) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, TERMS_PER_ARTICLE);
  const length = Math.hypot(...top.map(({ weight }) => weight));
  return top.map(({ term, weight }) => ({ term, weight: weight / length }));
}

interface EdgeRow {
  articleKey: number;
  entityKey: number;
  salience: number;
  articleCount: number;
}

/**
 * Finds the articles related to one article and stores the edges in both directions, in place of those that the
 * article had. Reads a bounded number of candidates, however large the archive: articles linked in the page either
 * way, the newest that share its weightiest entities, and those that share its weightiest words.
 */
export async function relateArticle(
  sql: Sql,
  articleKey: number,
  terms: readonly TermWeight[],
): Promise<void> {
  await sql.all("DELETE FROM related_article WHERE article_key = ?", [articleKey]);
  await sql.all("DELETE FROM related_article WHERE related_key = ?", [articleKey]);
  const linked = await linkedArticles(sql, articleKey);
  const candidates = new Map<number, number>();
  const propose = (key: number): void => {
    if (key !== articleKey) candidates.set(key, (candidates.get(key) ?? 0) + 1);
  };
  for (const key of await entityCandidates(sql, articleKey)) propose(key);
  for (const key of await termCandidates(sql, terms)) propose(key);
  const chosen = [...candidates]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MAX_CANDIDATES)
    .map(([key]) => key);
  const keys = [...new Set([...linked, ...chosen])].filter((key) => key !== articleKey);
  if (keys.length === 0) return;

  const ownEdges = (await entityEdges(sql, [articleKey], null)).get(articleKey) ?? [];
  const edges = await entityEdges(
    sql,
    keys,
    ownEdges.map(({ entityKey }) => entityKey),
  );
  const vectors = await termVectors(
    sql,
    keys,
    terms.map(({ term }) => term),
  );
  const total = (await sql.first<{ count: number }>("SELECT count(*) AS count FROM article"))?.count ?? 1;
  const own = new Map(terms.map(({ term, weight }) => [term, weight]));
  const scored = keys.map((key) => {
    const reasons = [
      ...(linked.has(key) ? [{ kind: "LINKED_IN_SOURCE" as const, weight: LINK_WEIGHT, entities: [] }] : []),
      ...sharedEntities(ownEdges, edges.get(key) ?? [], total),
      ...similarText(own, vectors.get(key) ?? []),
    ];
    return { key, reasons, score: 1 - reasons.reduce((rest, { weight }) => rest * (1 - weight), 1) };
  });
  const kept = [
    ...scored.filter(({ key }) => linked.has(key)),
    ...scored
      .filter(({ key, score }) => !linked.has(key) && score >= MINIMUM.score)
      .sort((a, b) => b.score - a.score || b.key - a.key)
      .slice(0, MAX_RELATED),
  ];
  await insertRows(
    sql,
    RelatedArticle,
    kept.flatMap(({ key, score, reasons }) => [
      { articleKey, relatedKey: key, score, reasons: JSON.stringify(reasons) },
      { articleKey: key, relatedKey: articleKey, score, reasons: JSON.stringify(reasons) },
    ]),
  );
}

async function linkedArticles(sql: Sql, articleKey: number): Promise<Set<number>> {
  const rows = await sql.all<{ key: number }>(
    `SELECT target_key AS key FROM related_link WHERE article_key = ? UNION SELECT article_key AS key FROM related_link WHERE target_key = ?`,
    [articleKey, articleKey],
  );
  return new Set(rows.map(({ key }) => key).filter((key) => key !== articleKey));
}

async function entityCandidates(sql: Sql, articleKey: number): Promise<number[]> {
  const own = await sql.all<{ key: number }>(
    `SELECT x.entity_key AS key FROM article_entity x JOIN entity e ON e.key = x.entity_key WHERE x.article_key = ? ` +
      `ORDER BY x.salience / (1.0 + e.article_count) DESC, x.entity_key LIMIT ?`,
    [articleKey, PROBED_ENTITIES],
  );
  return newest(
    sql,
    own.map(({ key }) => key),
    "SELECT article_key AS key FROM article_entity WHERE entity_key = ? ORDER BY sort_date DESC, article_key DESC",
    ENTITY_CANDIDATES,
    PROBED_ENTITIES,
    0,
  );
}

function termCandidates(sql: Sql, terms: readonly TermWeight[]): Promise<number[]> {
  return newest(
    sql,
    terms.slice(0, PROBED_TERMS).map(({ term }) => term),
    "SELECT article_key AS key FROM article_term WHERE term = ? ORDER BY article_key DESC",
    TERM_CANDIDATES,
    PROBED_TERMS,
    "",
  );
}

/** The first rows of a query for each value, in one statement of constant text: missing values match nothing. */
async function newest(
  sql: Sql,
  values: readonly (string | number)[],
  query: string,
  limit: number,
  width: number,
  nothing: string | number,
): Promise<number[]> {
  if (values.length === 0) return [];
  const branch = `SELECT key FROM (${query} LIMIT ${limit}) t`;
  const padded = Array.from({ length: width }, (_, index) => values[index] ?? nothing);
  const rows = await sql.all<{ key: number }>(padded.map(() => branch).join(" UNION ALL "), padded);
  return rows.map(({ key }) => key);
}

/** Entities of articles, all or only some: what two articles do not share counts nothing, and is not read. */
async function entityEdges(
  sql: Sql,
  articles: readonly number[],
  only: readonly number[] | null,
): Promise<Map<number, EdgeRow[]>> {
  const rows = await sql.all<EdgeRow>(
    `SELECT x.article_key AS "articleKey", x.entity_key AS "entityKey", x.salience AS "salience", e.article_count AS "articleCount" ` +
      `FROM article_entity x JOIN entity e ON e.key = x.entity_key WHERE ${sql.anyOf("x.article_key")}` +
      (only === null ? "" : ` AND ${sql.anyOf("x.entity_key")}`),
    only === null ? [{ list: articles }] : [{ list: articles }, { list: only }],
  );
  return grouped(rows, (row) => row.articleKey);
}

async function termVectors(
  sql: Sql,
  articles: readonly number[],
  only: readonly string[],
): Promise<Map<number, TermWeight[]>> {
  const rows = await sql.all<TermWeight & { articleKey: number }>(
    `SELECT article_key AS "articleKey", term, weight FROM article_term WHERE ${sql.anyOf("term")} AND ${sql.anyOf("article_key")}`,
    [{ list: only }, { list: articles }],
  );
  return grouped(rows, (row) => row.articleKey);
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** Shared entities count by how much both articles are about them and by how rare they are: ln(N / df) / ln N. */
function sharedEntities(a: readonly EdgeRow[], b: readonly EdgeRow[], total: number): StoredReason[] {
  const other = new Map(b.map((row) => [row.entityKey, row]));
  const shared: { key: number; weight: number }[] = [];
  for (const row of a) {
    const match = other.get(row.entityKey);
    if (!match) continue;
    const rarity = Math.max(0, Math.log((total + 1) / (row.articleCount + 0.5)) / Math.log(total + 2));
    shared.push({ key: row.entityKey, weight: Math.sqrt(row.salience * match.salience) * rarity });
  }
  shared.sort((x, y) => y.weight - x.weight || x.key - y.key);
  const weight = shared.reduce((sum, entry) => sum + entry.weight, 0);
  if (weight < MINIMUM.entities) return [];
  return [
    {
      kind: "SHARED_ENTITIES",
      weight: Math.min(weight, 0.99),
      entities: shared.slice(0, 5).map(({ key }) => key),
    },
  ];
}

function similarText(own: ReadonlyMap<string, number>, other: readonly TermWeight[]): StoredReason[] {
  const cosine = other.reduce((sum, { term, weight }) => sum + weight * (own.get(term) ?? 0), 0);
  return cosine < MINIMUM.text
    ? []
    : [{ kind: "TEXT_SIMILARITY", weight: Math.min(cosine, 0.99), entities: [] }];
}
