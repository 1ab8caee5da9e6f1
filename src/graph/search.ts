import type { Sql } from "../db/Sql.js";
import { MitosError } from "../errors.js";
import type { Condition } from "./list.js";
import { searchTerms, type SearchWords } from "./searchTerms.js";
import { findByNames, foldName, type NameMatch } from "./names.js";

/** One part of a text query that every result must match: words, or any of the entities that they name. */
export interface SearchUnit {
  /** The words as the reader typed them. */
  text: string;
  /** Analysed words, all of them needed. */
  terms: string[];
  entities: NameMatch[];
}

/** How a text query was read. */
export interface SearchQuery {
  /** As the reader typed it. */
  text: string;
  units: SearchUnit[];
}

const MAX_TERMS = 16;
const MAX_NAME_WORDS = 5;

/**
 * Reads a text query: the longest runs of words that name an entity stand for that entity in any spelling, the
 * other words for themselves. All parts must match. Words after the sixteenth are left out.
 * @throws MitosError BAD_INPUT when nothing in it can be searched for
 */
export async function readSearchQuery(sql: Sql, q: string | SearchQuery): Promise<SearchQuery> {
  return typeof q === "string" ? interpret(sql, q) : q;
}

async function interpret(sql: Sql, q: string): Promise<SearchQuery> {
  const terms = searchTerms(q).slice(0, MAX_TERMS);
  if (terms.length === 0) {
    throw new MitosError(
      "BAD_INPUT",
      "The query has no word to search for.",
      "Give at least one letter or digit.",
    );
  }
  const runText = (from: number, to: number): string => q.slice(terms[from]?.start, terms[to]?.end);
  const runs: string[] = [];
  for (let from = 0; from < terms.length; from++) {
    for (let to = from; to < Math.min(terms.length, from + MAX_NAME_WORDS); to++)
      runs.push(runText(from, to));
  }
  const names = await findByNames(sql, runs);
  const units: SearchUnit[] = [];
  for (let from = 0; from < terms.length;) {
    let to = Math.min(terms.length, from + MAX_NAME_WORDS) - 1;
    while (to > from && !names.has(foldName(runText(from, to)))) to--;
    const text = runText(from, to);
    units.push({
      text,
      terms: terms.slice(from, to + 1).map(({ term }) => term),
      entities: names.get(foldName(text)) ?? [],
    });
    from = to + 1;
  }
  return { text: q, units };
}

/** Word that stands in the search index for each mention of an entity. */
function entityTerm(key: number): string {
  return `e${key}x`;
}

/** The query in the index's own language. Only analysed words ([a-z0-9]) reach it, never the reader's text. */
function matchText(sql: Sql, { units }: SearchQuery): string {
  const sqlite = sql.dialect === "sqlite";
  const word = (term: string): string => (sqlite ? `"${term}"` : `'${term}'`);
  const and = sqlite ? " AND " : " & ";
  const or = sqlite ? " OR " : " | ";
  return units
    .map((unit) => {
      const words = `(${unit.terms.map(word).join(and)})`;
      const entities = unit.entities.map((match) => word(entityTerm(match.entity.key)));
      return `(${[words, ...entities].join(or)})`;
    })
    .join(and);
}

/** Condition on table alias `a`: the article matches the query. */
export function searchCondition(sql: Sql, query: SearchQuery): Condition {
  return {
    text:
      sql.dialect === "sqlite"
        ? "a.key IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)"
        : "a.key IN (SELECT article_key FROM article_search WHERE terms @@ to_tsquery('simple', ?))",
    values: [matchText(sql, query)],
  };
}

/** Join that keeps the matching articles of alias `a`, each with a column `r.score`, the higher the better. */
export function rankJoin(sql: Sql, query: SearchQuery): Condition {
  const text = matchText(sql, query);
  return sql.dialect === "sqlite"
    ? {
        text: "JOIN (SELECT rowid AS article_key, -bm25(article_search, 10.0, 4.0, 1.0, 2.0) AS score FROM article_search WHERE article_search MATCH ?) r ON r.article_key = a.key",
        values: [text],
      }
    : {
        text: `JOIN (SELECT article_key, ts_rank('{0.1, 0.2, 0.4, 1.0}', terms, q)::float8 AS score FROM article_search CROSS JOIN to_tsquery('simple', ?) q WHERE terms @@ q) r ON r.article_key = a.key`,
        values: [text],
      };
}

/**
 * Puts one article into the search index, in place of what it had there.
 * @param entityKeys one for each mention
 * @param isNew it has nothing there
 */
export async function indexArticle(
  sql: Sql,
  articleKey: number,
  { headline, lead, body }: SearchWords,
  entityKeys: readonly number[],
  isNew = false,
): Promise<void> {
  const fields = [headline, lead, body, entityKeys.map(entityTerm).join(" ")];
  if (sql.dialect === "sqlite") {
    if (!isNew) await sql.all("DELETE FROM article_search WHERE rowid = ?", [articleKey]);
    await sql.all("INSERT INTO article_search (rowid, headline, lead, body, names) VALUES (?, ?, ?, ?, ?)", [
      articleKey,
      ...fields,
    ]);
    return;
  }
  await sql.all(
    `INSERT INTO article_search (article_key, terms) VALUES (?, setweight(to_tsvector('simple', ?), 'A') ||
      setweight(to_tsvector('simple', ?), 'B') || setweight(to_tsvector('simple', ?), 'D') || setweight(to_tsvector('simple', ?), 'C'))
      ON CONFLICT (article_key) DO UPDATE SET terms = excluded.terms`,
    [articleKey, ...fields],
  );
}
