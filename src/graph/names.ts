import { fold } from "../annotation/text/fold.js";
import { phoneticKey } from "../annotation/text/phoneticKey.js";
import { spelling } from "../annotation/text/spelling.js";
import { columnsOf } from "../db/rows.js";
import type { Sql, SqlValue } from "../db/Sql.js";
import { Entity } from "../entities/Entity.js";
import type { EntityKind } from "../entities/enums.js";

/** An entity that a name may mean. */
export interface NameMatch {
  entity: Entity;
  /** The stored name form that matched. */
  matchedName: string;
  /** Folded form of the name that was asked for. */
  query: string;
  /** 0..1, best first: how well it fits, and how strongly the bare name means this entity. */
  score: number;
}

/** A name without capitals, marks and surplus blanks: how stored names are found. */
export function foldName(name: string): string {
  return fold(name).replace(/\s+/gu, " ").trim();
}

interface MatchRow extends Entity {
  value: string;
  folded: string;
  nameKind: string;
  phonetic: string;
}

/**
 * Entities by any of their names, in any case ending and any script, in one statement. An exact form (without
 * case and marks) beats one that only sounds alike.
 */
export async function findByNames(
  sql: Sql,
  names: readonly string[],
  kinds: readonly EntityKind[] | null = null,
): Promise<Map<string, NameMatch[]>> {
  const folded = [...new Set(names.map(foldName))].filter((name) => name !== "");
  if (folded.length === 0) return new Map();
  const keys = new Map(folded.map((name) => [name, phoneticKey(name)]));
  const kindCondition = kinds === null ? "" : ` AND ${sql.anyOf("e.kind")}`;
  const kindValues: SqlValue[] = kinds === null ? [] : [{ list: kinds }];
  const rows = await sql.all<MatchRow>(
    `SELECT ${columnsOf(Entity, "e")}, n.value AS "value", n.folded AS "folded", n.kind AS "nameKind", n.phonetic AS "phonetic" ` +
      `FROM entity_name n JOIN entity e ON e.key = n.entity_key WHERE (${sql.anyOf("n.folded")} OR ${sql.anyOf("n.phonetic")})${kindCondition}`,
    [{ list: folded }, { list: [...new Set(keys.values())].filter((key) => key !== "") }, ...kindValues],
  );
  const result = new Map<string, NameMatch[]>();
  for (const name of folded) {
    const best = new Map<number, NameMatch & { exact: boolean }>();
    for (const row of rows) {
      const exact = row.folded === name;
      if (!exact && row.phonetic !== keys.get(name)) continue;
      const slips = exact ? 0 : slipsBetween(row.folded, name);
      if (slips === null) continue;
      const spelled = exact ? 0.5 : Math.max(0, 0.4 - 0.15 * slips);
      const score = spelled + (row.nameKind === "PREFERRED" ? 0.25 : 0) + row.prior * 0.25;
      const known = best.get(row.key);
      if (!known || known.score < score)
        best.set(row.key, { entity: row, matchedName: row.value, query: name, exact, score });
    }
    const matches = [...best.values()].sort((a, b) => b.score - a.score || a.entity.key - b.entity.key);
    const exactOnly = matches.filter((match) => match.exact);
    if (matches.length > 0) result.set(name, exactOnly.length > 0 ? exactOnly : matches);
  }
  return result;
}

/** Letters of a spelling that another spelling of the same name may have otherwise. */
const LETTERS_PER_SLIP = 6;

/**
 * Letters in which two spellings of one name differ, such as Πατρούσεφ, Patrousef and Patroushev; null when they are
 * no such spellings. The sound key knows no vowels, so alone it would take "court" for Crete.
 */
function slipsBetween(a: string, b: string): number | null {
  const [one, other] = [spelling(a), spelling(b)];
  const distance = editDistance(one, other);
  return distance <= Math.floor(Math.min(one.length, other.length) / LETTERS_PER_SLIP) ? distance : null;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const [left = 0, above = 0, diagonal = 0] = [next[j], row[j + 1], row[j]];
      next.push(Math.min(left + 1, above + 1, diagonal + (a[i] === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The one entity that a list of matches clearly means, or null when two are too close. */
export function clearWinner(matches: readonly NameMatch[]): NameMatch | null {
  const [first, second] = matches;
  if (!first) return null;
  if (!second || first.score - second.score >= 0.1) return first;
  return null;
}

/** A shorter sound key begins too many names. */
const MIN_SOUNDS = 3;

/** Suggestions for the beginning of a name: names written so before those that only sound so, most mentioned first. */
export async function suggestNames(
  sql: Sql,
  prefix: string,
  kinds: readonly EntityKind[] | null,
  first: number,
): Promise<NameMatch[]> {
  const folded = foldName(prefix);
  if (folded === "") return [];
  const between = (text: string): SqlValue[] => [text, `${text}\u{10FFFF}`];
  const key = phoneticKey(folded);
  const sounds = key.length < MIN_SOUNDS ? [] : between(key);
  const where = `(n.folded >= ? AND n.folded < ?)${sounds.length === 0 ? "" : " OR (n.phonetic >= ? AND n.phonetic < ?)"}`;
  // The smallest text is the name to show: 0 before 1, then by name.
  const best = "min(CASE WHEN n.folded >= ? AND n.folded < ? THEN '0' ELSE '1' END || n.value)";
  const rows = await sql.all<Entity & { best: string }>(
    `SELECT ${columnsOf(Entity, "e")}, t.best AS "best" FROM (SELECT n.entity_key, ${best} AS best FROM entity_name n ` +
      `WHERE ${where} GROUP BY n.entity_key) t JOIN entity e ON e.key = t.entity_key${kinds === null ? "" : ` WHERE ${sql.anyOf("e.kind")}`} ` +
      `ORDER BY substr(t.best, 1, 1), e.article_count DESC, e.prior DESC, e.key LIMIT ?`,
    [...between(folded), ...between(folded), ...sounds, ...(kinds === null ? [] : [{ list: kinds }]), first],
  );
  const most = Math.max(1, ...rows.map((row) => row.articleCount));
  return rows.map((row) => ({
    entity: row,
    matchedName: row.best.slice(1),
    query: folded,
    score: (1 + row.articleCount) / (1 + most),
  }));
}
