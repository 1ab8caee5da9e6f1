import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Duplicate, DuplicateGroup, DuplicatePair } from "../entities/DuplicateGroup.js";
import { globalId } from "../entities/globalId.js";
import { components, inOrigin, type Copy } from "../graph/duplicateRules.js";
import { continueStories } from "../graph/stories/storyChange.js";
import {
  isSameText,
  mayBeSameText,
  shinglesOf,
  textOverlap,
  type Shingles,
} from "../graph/similarity/textOverlap.js";
import { readSketch } from "./storeVector.js";
import type { StoryIndex } from "../graph/stories/StoryIndex.js";

/** Articles whose words or beginnings are less alike than this are not compared run by run. */
const CANDIDATE = { words: 0.35, lead: 0.6 };

/** So many texts are kept in memory, about 2 kB each. */
const MOST_TEXTS = 4000;

type Pair = readonly [number, number];

interface Member extends Copy {
  sourceKey: number | null;
  groupKey: number | null;
  /** What it had, and to which original. */
  similarity: number | null;
  originalKey: number | null;
}

/**
 * Finds which of all articles have the text of some of them, and groups them: pairs that were compared word by word, and what
 * hangs together by them.
 * @param articles new ones, and those whose text is another now
 * @param texts of articles that were read before, kept from call to call
 */
export async function storeDuplicates(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly number[],
  texts: Map<number, Shingles>,
): Promise<void> {
  if (texts.size > MOST_TEXTS) texts.clear();
  for (const key of articles) texts.delete(key);
  const old = await pairsWith(sql, articles);
  const found = await samePairs(sql, stories, articles, old, texts);
  if (old.length === 0 && found.length === 0) return;
  const list = { list: articles };
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
  const near = [...new Set([...articles, ...old.flat(), ...found.flat()])];
  const members = await membersOf(sql, near);
  const pairs = await pairsOf(sql, [...members.keys()]);
  for (const key of articles) {
    const member = members.get(key);
    if (member) member.similarity = null;
  }
  await writeGroups(sql, members, components(pairs), texts);
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
async function readTexts(sql: Sql, articles: readonly number[], texts: Map<number, Shingles>): Promise<void> {
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
  texts: Map<number, Shingles>,
): Promise<void> {
  await sql.all(`DELETE FROM duplicate WHERE ${sql.anyOf("article_key")}`, [{ list: [...members.keys()] }]);
  const sorted = groups
    .map((keys) => inOrigin(keys.flatMap((key) => members.get(key) ?? [])))
    .filter(({ length }) => length > 1);
  const keysOf = (copies: readonly Member[]): number[] => copies.map(({ key }) => key);
  const toCompare = sorted.flatMap((copies) => {
    const others = copies.filter((copy) => !isCompared(copy, copies[0]));
    return others.length === 0 ? [] : keysOf([...copies.slice(0, 1), ...others]);
  });
  await readTexts(sql, toCompare, texts);
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
    await writeGroup(sql, key, original, copies, texts);
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
  texts: ReadonlyMap<number, Shingles>,
): Promise<void> {
  await sql.all(
    "UPDATE duplicate_group SET original_key = ?, agency_key = ?, redirect_key = NULL WHERE key = ?",
    [original.key, await agencyOf(sql, copies), groupKey],
  );
  const whole = texts.get(original.key) ?? new Uint32Array();
  await insertRows(
    sql,
    Duplicate,
    copies.map((copy, rank) => ({
      articleKey: copy.key,
      groupKey,
      rank,
      similarity: isCompared(copy, original)
        ? copy.similarity
        : textOverlap(whole, texts.get(copy.key) ?? new Uint32Array()).jaccard,
    })),
  );
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
