import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Duplicate, DuplicateGroup } from "../entities/DuplicateGroup.js";
import { globalId } from "../entities/globalId.js";
import { components, inOrigin, type Copy } from "../graph/duplicateRules.js";
import { textOverlap } from "../graph/similarity/textOverlap.js";
import { continueStories } from "../graph/stories/storyChange.js";
import type { Pair } from "./storeDuplicatePairs.js";
import { readShingles } from "./storeVector.js";

interface Member extends Copy {
  sourceKey: number | null;
  groupKey: number | null;
  /** What it had, and to which original. */
  similarity: number | null;
  originalKey: number | null;
}

/**
 * Groups articles anew by the pairs that are stored: a group is what hangs together by them.
 * @param articles all whose pairs are others now
 * @param changed those whose text is another now
 */
export async function storeDuplicateGroups(
  sql: Sql,
  articles: readonly number[],
  changed: ReadonlySet<number>,
): Promise<void> {
  const members = await membersOf(sql, articles);
  const pairs = await pairsOf(sql, [...members.keys()]);
  for (const member of members.values()) if (changed.has(member.key)) member.similarity = null;
  await writeGroups(sql, members, components(pairs));
}

/**
 * Articles in pieces that can be grouped one after the other: what hangs together by pairs, or was one group, is in one piece.
 * @param articles those whose pairs are others now, and all that they are or were a pair with
 * @param size of a piece, or more where more hang together
 */
export async function duplicatePieces(
  sql: Sql,
  articles: readonly number[],
  size: number,
): Promise<number[][]> {
  const list = { list: articles };
  const pairs = await sql.all<{ a: number; b: number }>(
    // With the plus the second list filters rows; looking up all pairs of two lists would be quadratic.
    `SELECT a_key AS a, b_key AS b FROM duplicate_pair WHERE ${sql.anyOf("a_key")} AND ${sql.anyOf("+b_key")}`,
    [list, list],
  );
  const grouped = await sql.all<{ key: number; groupKey: number }>(
    `SELECT article_key AS key, group_key AS "groupKey" FROM duplicate WHERE ${sql.anyOf("article_key")}`,
    [list],
  );
  const ties: Pair[] = pairs.map(({ a, b }) => [a, b]);
  // The others of a group are not needed: it is one piece.
  const firstOf = new Map<number, number>();
  for (const { key, groupKey } of grouped) {
    const first = firstOf.get(groupKey);
    if (first === undefined) firstOf.set(groupKey, key);
    else ties.push([first, key]);
  }
  const tied = components(ties);
  const isTied = new Set(tied.flat());
  const pieces: number[][] = [[]];
  for (const keys of [...tied, ...articles.filter((key) => !isTied.has(key)).map((key) => [key])]) {
    let piece = pieces.at(-1) ?? [];
    if (piece.length >= size) pieces.push((piece = []));
    for (const key of keys) piece.push(key);
  }
  return pieces;
}

/** These articles with all that are in a group with one of them. */
async function membersOf(sql: Sql, articles: readonly number[]): Promise<Map<number, Member>> {
  const list = { list: articles };
  const rows = await sql.all<Omit<Member, "isAgency"> & { kind: string | null }>(
    `SELECT a.key, a.id, a.sort_date AS "sortDate", a.source_key AS "sourceKey", s.kind, d.group_key AS "groupKey", ` +
      `d.similarity, g.original_key AS "originalKey" FROM article a LEFT JOIN source s ON s.key = a.source_key ` +
      `LEFT JOIN duplicate d ON d.article_key = a.key LEFT JOIN duplicate_group g ON g.key = d.group_key ` +
      `WHERE ${sql.anyOf("a.key")} OR d.group_key IN (SELECT o.group_key FROM duplicate o WHERE ${sql.anyOf("o.article_key")})`,
    [list, list],
  );
  return new Map(rows.map(({ kind, ...row }) => [row.key, { ...row, isAgency: kind === "AGENCY" }]));
}

async function pairsOf(sql: Sql, articles: readonly number[]): Promise<Pair[]> {
  const rows = await sql.all<{ a: number; b: number }>(
    `SELECT a_key AS a, b_key AS b FROM duplicate_pair WHERE ${sql.anyOf("a_key")}`,
    [{ list: articles }],
  );
  return rows.map(({ a, b }) => [a, b]);
}

/** Writes the groups of some articles anew: a group lives on where most of its articles are, and one that has ended leads there. */
async function writeGroups(
  sql: Sql,
  members: ReadonlyMap<number, Member>,
  groups: readonly number[][],
): Promise<void> {
  await sql.all(`DELETE FROM duplicate WHERE ${sql.anyOf("article_key")}`, [{ list: [...members.keys()] }]);
  const sorted = groups
    .map((keys) => inOrigin(keys.flatMap((key) => members.get(key) ?? [])))
    .filter(({ length }) => length > 1);
  const keysOf = (copies: readonly Member[]): number[] => copies.map(({ key }) => key);
  const before = new Map([...members.values()].map(({ key, groupKey }) => [key, groupKey]));
  let unnamed = 0;
  // New groups are numbered below 0 until they have a row.
  const { after, changes } = continueStories(sorted.map(keysOf), before, () => --unnamed);
  const lasting = new Set<number>();
  const rowOf = new Map<number, number>();
  for (const copies of sorted) {
    const [original] = copies;
    if (original === undefined) continue;
    const number = after.get(original.key) ?? 0;
    const key = number < 0 ? await newGroup(sql, original) : number;
    rowOf.set(number, key);
    lasting.add(key);
    await writeGroup(sql, key, original, copies);
  }
  for (const change of changes) {
    const key = rowOf.get(change.story);
    if (change.kind !== "MERGED" || key === undefined) continue;
    await sql.all("UPDATE duplicate_group SET redirect_key = ? WHERE key = ? OR redirect_key = ?", [
      key,
      change.from,
      change.from,
    ]);
    lasting.add(change.from);
  }
  const gone = {
    list: [...new Set(before.values())].filter((key) => key !== null && !lasting.has(key)) as number[],
  };
  await sql.all(`DELETE FROM duplicate_group WHERE ${sql.anyOf("key")} OR ${sql.anyOf("redirect_key")}`, [
    gone,
    gone,
  ]);
}

async function writeGroup(
  sql: Sql,
  groupKey: number,
  original: Member,
  copies: readonly Member[],
): Promise<void> {
  await sql.all(
    "UPDATE duplicate_group SET original_key = ?, agency_key = ?, redirect_key = NULL WHERE key = ?",
    [original.key, await agencyOf(sql, copies), groupKey],
  );
  const compared = await similarities(
    sql,
    original.key,
    copies.filter((copy) => !isCompared(copy, original)).map(({ key }) => key),
  );
  await insertRows(
    sql,
    Duplicate,
    copies.map(({ key, similarity }, rank) => ({
      articleKey: key,
      groupKey,
      rank,
      similarity: compared.get(key) ?? similarity,
    })),
  );
}

/** Read together. */
const TEXTS = 200;

/** Part of the runs of words of the original and each copy that both have. */
async function similarities(
  sql: Sql,
  original: number,
  copies: readonly number[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (let from = 0; from < copies.length; from += TEXTS) {
    const piece = copies.slice(from, from + TEXTS);
    const shingles = await readShingles(sql, [original, ...piece]);
    const whole = shingles.get(original) ?? new Uint32Array();
    for (const key of piece)
      found.set(key, textOverlap(whole, shingles.get(key) ?? new Uint32Array()).jaccard);
  }
  return found;
}

/** Whether a copy was compared with this original before, and neither was changed since. */
function isCompared({ originalKey, similarity }: Member, original: Member | undefined): boolean {
  return similarity !== null && originalKey === original?.key && original.similarity !== null;
}

async function newGroup(sql: Sql, original: Member): Promise<number> {
  const id = globalId("D", original.id);
  const taken = await sql.first("SELECT 1 AS taken FROM duplicate_group WHERE id = ?", [id]);
  const last = await sql.first<{ last: number | null }>("SELECT max(key) AS last FROM duplicate_group");
  const [row] = await insertRows<{ key: number }>(
    sql,
    DuplicateGroup,
    [
      {
        // The article was the original of a group before, which lives on without it.
        id: taken === null ? id : globalId("D", `${original.id} ${Number(last?.last ?? 0) + 1}`),
        originalKey: original.key,
        agencyKey: null,
        redirectKey: null,
      },
    ],
    "",
    "key",
  );
  if (!row) throw new Error("The group was not inserted");
  return row.key;
}

/** The outlet of the original, if that is an agency; else the agency that most of the copies credit. */
async function agencyOf(sql: Sql, copies: readonly Member[]): Promise<number | null> {
  const [original] = copies;
  if (original?.isAgency === true) return original.sourceKey;
  const credited = await sql.first<{ key: number }>(
    "SELECT c.source_key AS key FROM info_source_credit c JOIN source s ON s.key = c.source_key " +
      `WHERE c.role <> 'PHOTO' AND s.kind = 'AGENCY' AND ${sql.anyOf("c.article_key")} ` +
      "GROUP BY c.source_key, s.name ORDER BY count(DISTINCT c.article_key) DESC, s.name LIMIT 1",
    [{ list: copies.map(({ key }) => key) }],
  );
  return credited?.key ?? null;
}
