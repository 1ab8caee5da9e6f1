import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import type { ArticleTraits } from "../entities/ArticleTraits.js";
import type { RelatedReasonKind } from "../entities/enums.js";
import { RelatedArticle } from "../entities/RelatedArticle.js";
import type { TermWeight } from "./characteristicTerms.js";

/** Why two articles are related, as stored. */
export interface StoredReason {
  kind: RelatedReasonKind;
  /** 0..1. */
  weight: number;
  /** Keys of the shared entities, rarest first. */
  entities: number[];
}

/** An entity of an article, and how much the article is about it. */
export interface EntityWeight {
  entityKey: number;
  /** 0..1. */
  salience: number;
}

/** What an article is compared by. */
export interface Traits {
  terms: readonly TermWeight[];
  entities: readonly EntityWeight[];
}

const ENTITY_CANDIDATES = 40;
const TERM_CANDIDATES = 30;
const PROBED_ENTITIES = 12;
const PROBED_TERMS = 12;
const MAX_CANDIDATES = 60;
const MAX_RELATED = 12;
const LINK_WEIGHT = 0.5;
const MINIMUM = { entities: 0.1, text: 0.25, score: 0.2 };

/**
 * Finds the articles related to one article and stores the edges in both directions, in place of those that the
 * article had. Reads a bounded number of candidates, however large the archive: articles linked in the page either
 * way, the newest that share its weightiest entities, and those that share its weightiest words.
 */
export async function relateArticle(sql: Sql, articleKey: number, own: Traits, isNew = false): Promise<void> {
  if (!isNew) {
    await sql.all("DELETE FROM related_article WHERE article_key = ?", [articleKey]);
    await sql.all("DELETE FROM related_article WHERE related_key = ?", [articleKey]);
  }
  const linked = await linkedArticles(sql, articleKey);
  const frequency = await articleCounts(sql, own.entities);
  const candidates = new Map<number, number>();
  const propose = (key: number): void => {
    if (key !== articleKey) candidates.set(key, (candidates.get(key) ?? 0) + 1);
  };
  for (const key of await entityCandidates(sql, own.entities, frequency)) propose(key);
  for (const key of await termCandidates(sql, own.terms)) propose(key);
  const chosen = [...candidates]
    .sort((a, b) => b[1] - a[1] || b[0] - a[0])
    .slice(0, MAX_CANDIDATES)
    .map(([key]) => key);
  const keys = [...new Set([...linked, ...chosen])].filter((key) => key !== articleKey);
  if (keys.length === 0) return;

  const total = (await sql.first<{ last: number }>("SELECT max(key) AS last FROM article"))?.last ?? 1;
  const words = new Map(own.terms.map(({ term, weight }) => [term, weight]));
  const rarity = new Map(own.entities.map((edge) => [edge.entityKey, rarityOf(edge, frequency, total)]));
  const traits = await traitsOf(sql, keys);
  const scored = keys.map((key) => {
    const other = traits.get(key);
    const reasons = [
      ...(linked.has(key) ? [{ kind: "LINKED_IN_SOURCE" as const, weight: LINK_WEIGHT, entities: [] }] : []),
      ...(other ? sharedEntities(rarity, other.entities) : []),
      ...(other ? similarText(words, other.terms) : []),
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

/** In how many articles each entity is. */
async function articleCounts(sql: Sql, entities: readonly EntityWeight[]): Promise<Map<number, number>> {
  if (entities.length === 0) return new Map();
  const rows = await sql.all<{ key: number; count: number }>(
    `SELECT key, article_count AS count FROM entity WHERE ${sql.anyOf("key")}`,
    [{ list: entities.map(({ entityKey }) => entityKey) }],
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

function entityCandidates(
  sql: Sql,
  entities: readonly EntityWeight[],
  frequency: ReadonlyMap<number, number>,
): Promise<number[]> {
  const weights = entities
    .map(({ entityKey, salience }) => ({
      entityKey,
      weight: salience / (1 + (frequency.get(entityKey) ?? 0)),
    }))
    .sort((a, b) => b.weight - a.weight || a.entityKey - b.entityKey);
  return newest(
    sql,
    weights.slice(0, PROBED_ENTITIES).map(({ entityKey }) => entityKey),
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

/** What each article is compared by, as it is stored. */
interface StoredTraits {
  /** Each term is followed by its weight. */
  terms: (string | number)[];
  /** Each key is followed by the entity's salience. */
  entities: number[];
}

async function traitsOf(sql: Sql, articles: readonly number[]): Promise<Map<number, StoredTraits>> {
  const rows = await sql.all<ArticleTraits>(
    `SELECT article_key AS "articleKey", terms, entities FROM article_traits WHERE ${sql.anyOf("article_key")}`,
    [{ list: articles }],
  );
  return new Map(
    rows.map(({ articleKey, terms, entities }) => [
      articleKey,
      {
        terms: JSON.parse(terms) as StoredTraits["terms"],
        entities: JSON.parse(entities) as StoredTraits["entities"],
      },
    ]),
  );
}

/** An entity of an article by how much the article is about it and how rare it is. */
interface RareEntity {
  salience: number;
  /** 0..1: ln(N / df) / ln N. */
  rarity: number;
}

function rarityOf(
  { entityKey, salience }: EntityWeight,
  frequency: ReadonlyMap<number, number>,
  total: number,
): RareEntity {
  const articles = frequency.get(entityKey) ?? 0;
  return {
    salience,
    rarity: Math.max(0, Math.log((total + 1) / (articles + 0.5)) / Math.log(total + 2)),
  };
}

/** Shared entities count by how much both articles are about them and by how rare they are. */
function sharedEntities(
  own: ReadonlyMap<number, RareEntity>,
  others: StoredTraits["entities"],
): StoredReason[] {
  const shared: { key: number; weight: number }[] = [];
  for (let at = 0; at < others.length; at += 2) {
    const key = others[at] ?? 0;
    const salience = others[at + 1] ?? 0;
    const match = own.get(key);
    if (match) shared.push({ key, weight: Math.sqrt(match.salience * salience) * match.rarity });
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

function similarText(own: ReadonlyMap<string, number>, others: StoredTraits["terms"]): StoredReason[] {
  let cosine = 0;
  for (let at = 0; at < others.length; at += 2)
    cosine += Number(others[at + 1]) * (own.get(String(others[at])) ?? 0);
  return cosine < MINIMUM.text
    ? []
    : [{ kind: "TEXT_SIMILARITY", weight: Math.min(cosine, 0.99), entities: [] }];
}
