import { insertRows } from "../db/rows.js";
import type { Sql, SqlList } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { globalId } from "../entities/globalId.js";
import { Story } from "../entities/Story.js";
import { StoryArticle } from "../entities/StoryArticle.js";
import { centralArticles, placement } from "../graph/stories/placement.js";
import type { StoryChange } from "../graph/stories/storyChange.js";
import type { StoryIndex } from "../graph/stories/StoryIndex.js";
import { slugify, uniqueSlug } from "./identity.js";

/** An article that was placed. */
export interface PlacedArticle {
  articleKey: number;
  sortDate: number;
}

interface Member {
  key: number;
  id: string;
  headline: string;
  language: string;
  sortDate: number;
}

/**
 * Writes what became of stories: where articles are now, new stories, and which story ended in which.
 * @param stories the index after the changes
 * @param placed articles that are new, or whose words or date are
 */
export async function storeStories(
  sql: Sql,
  stories: StoryIndex,
  changes: readonly StoryChange[],
  placed: readonly PlacedArticle[],
): Promise<void> {
  const articles = new Set(placed.map(({ articleKey }) => articleKey));
  const touched = new Set<number>();
  const merged = new Map<number, number>();
  for (const change of changes) {
    touched.add(change.story);
    if (change.kind === "SPLIT" || change.kind === "MERGED") touched.add(change.from);
    if (change.kind === "MERGED") merged.set(change.from, change.story);
    for (const article of change.articles) articles.add(article);
  }
  for (const key of articles) {
    const story = stories.story(key);
    if (story !== null) touched.add(story);
  }
  await placeArticles(sql, stories, [...articles], new Map(placed.map((each) => [each.articleKey, each])));
  await writeStories(sql, stories, [...touched]);
  for (const [from, story] of merged) await redirect(sql, from, endOf(story, merged));
}

/** The story that one led to which ended in a third leads to that one. */
function endOf(story: number, merged: ReadonlyMap<number, number>): number {
  let end = story;
  for (let next = merged.get(end); next !== undefined; next = merged.get(end)) end = next;
  return end;
}

async function placeArticles(
  sql: Sql,
  stories: StoryIndex,
  articles: readonly number[],
  placed: ReadonlyMap<number, PlacedArticle>,
): Promise<void> {
  const rows = articles.flatMap((articleKey) => {
    const storyKey = stories.story(articleKey);
    if (storyKey === null) return [];
    const sortDate = placed.get(articleKey)?.sortDate ?? stories.articles.dateOf(articleKey) ?? UNDATED;
    const { similarity, novelty } = stories.articles.has(articleKey)
      ? placement(stories, articleKey)
      : { similarity: 1, novelty: 1 };
    return [{ articleKey, storyKey, similarity, novelty, sortDate }];
  });
  await insertRows(
    sql,
    StoryArticle,
    rows,
    "ON CONFLICT (article_key) DO UPDATE SET story_key = excluded.story_key, similarity = excluded.similarity, " +
      "novelty = excluded.novelty, sort_date = excluded.sort_date",
  );
}

/** Counts, dates and titles of stories; those that have no row yet get one, with ID and slug of their first article. */
async function writeStories(sql: Sql, stories: StoryIndex, keys: readonly number[]): Promise<void> {
  const central = new Map(keys.map((key) => [key, centralArticles(stories, key)]));
  const known = await sql.all<{ key: number; titles: string }>(
    `SELECT key, titles FROM story WHERE ${sql.anyOf("key")}`,
    [{ list: keys }],
  );
  const titlesBefore = new Map(known.map(({ key, titles }) => [key, titles]));
  const firsts = new Map(
    keys
      .filter((key) => !titlesBefore.has(key))
      .map((key) => [key, firstOf(stories, stories.articlesOf(key))]),
  );
  const members = await membersOf(sql, [...[...central.values()].flat(), ...firsts.values()]);
  await insertRows(sql, Story, await newStories(sql, firsts, members));
  const titles = keys.map(
    (key) => titlesOf(central.get(key) ?? [], members) ?? titlesBefore.get(key) ?? "{}",
  );
  await sql.all(
    `UPDATE story SET titles = v.titles, central_key = v.central FROM ${titleTable(sql)} v WHERE story.key = v.key`,
    [JSON.stringify(keys.map((key, index) => [key, titles[index], central.get(key)?.[0] ?? null]))],
  );
  await sql.all(
    "UPDATE story SET started_at = s.started_at, last_updated_at = s.last_updated_at, article_count = s.articles, source_count = s.sources " +
      `FROM (SELECT x.story_key, coalesce(min(CASE WHEN x.sort_date > ${UNDATED} THEN x.sort_date END), ${UNDATED}) AS started_at, ` +
      "max(x.sort_date) AS last_updated_at, count(*) AS articles, count(DISTINCT a.source_key) AS sources " +
      `FROM story_article x JOIN article a ON a.key = x.article_key WHERE ${sql.anyOf("x.story_key")} GROUP BY x.story_key) s ` +
      "WHERE story.key = s.story_key",
    [{ list: keys }],
  );
  await writeEntities(sql, { list: keys });
}

/** Who and what the stories name, by the articles' own edges. */
async function writeEntities(sql: Sql, keys: SqlList): Promise<void> {
  await sql.all(`DELETE FROM story_entity WHERE ${sql.anyOf("story_key")}`, [keys]);
  const first = `row_number() OVER (PARTITION BY x.story_key, e.entity_key ORDER BY CASE WHEN e.sort_date > ${UNDATED} THEN 0 ELSE 1 END, e.sort_date, e.article_key)`;
  await sql.all(
    "INSERT INTO story_entity (story_key, entity_key, article_count, mention_count, salience, entered_at, entered_with, last_seen) " +
      "SELECT m.story_key, m.entity_key, count(*), sum(m.mention_count), sum(m.salience) / max(m.articles), " +
      "max(CASE WHEN m.n = 1 THEN m.sort_date END), max(CASE WHEN m.n = 1 THEN m.article_key END), max(m.sort_date) " +
      `FROM (SELECT x.story_key, e.entity_key, e.article_key, e.mention_count, e.salience, e.sort_date, s.article_count AS articles, ${first} AS n ` +
      "FROM story s JOIN story_article x ON x.story_key = s.key JOIN article_entity e ON e.article_key = x.article_key " +
      `WHERE ${sql.anyOf("s.key")}) m GROUP BY m.story_key, m.entity_key`,
    [keys],
  );
}

function titleTable(sql: Sql): string {
  return sql.dialect === "postgres"
    ? `(SELECT (value->>0)::bigint AS key, value->>1 AS titles, (value->>2)::bigint AS central FROM jsonb_array_elements(?::jsonb))`
    : `(SELECT value->>'$[0]' AS key, value->>'$[1]' AS titles, value->>'$[2]' AS central FROM json_each(?))`;
}

function firstOf(stories: StoryIndex, articles: readonly number[]): number {
  const time = (key: number): number => stories.articles.dateOf(key) ?? Infinity;
  return articles.reduce(
    (first, key) => (time(key) < time(first) || (time(key) === time(first) && key < first) ? key : first),
    articles[0] ?? 0,
  );
}

async function membersOf(sql: Sql, articles: readonly number[]): Promise<Map<number, Member>> {
  const rows = await sql.all<Member>(
    `SELECT key, id, headline, in_language AS "language", sort_date AS "sortDate" FROM article WHERE ${sql.anyOf("key")}`,
    [{ list: [...new Set(articles)] }],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

async function newStories(
  sql: Sql,
  firsts: ReadonlyMap<number, number>,
  members: ReadonlyMap<number, Member>,
): Promise<Story[]> {
  const wanted = [...firsts].flatMap(([key, article]) => {
    const first = members.get(article);
    return first === undefined
      ? []
      : [{ key, id: globalId("Y", first.id), identity: first.id, slug: slugify(first.headline) }];
  });
  const taken = new Set(
    (
      await sql.all<{ name: string }>(
        `SELECT id AS name FROM story WHERE ${sql.anyOf("id")} UNION SELECT slug AS name FROM story WHERE ${sql.anyOf("slug")}`,
        [{ list: wanted.map(({ id }) => id) }, { list: wanted.map(({ slug }) => slug) }],
      )
    ).map(({ name }) => name),
  );
  return wanted.map(({ key, identity, ...story }) => {
    // The article began a story before, which lives on without it.
    const id = taken.has(story.id) ? globalId("Y", `${identity} ${key}`) : story.id;
    const slug = taken.has(story.slug) ? uniqueSlug(story.slug, id) : story.slug;
    taken.add(id).add(slug);
    const empty = {
      titles: "{}",
      startedAt: UNDATED,
      lastUpdatedAt: UNDATED,
      articleCount: 0,
      sourceCount: 0,
    };
    return { key, id, slug, ...empty, centralKey: null, redirectKey: null };
  });
}

/** For each language the headline of the article that is most like the others; null when none is known. */
function titlesOf(central: readonly number[], members: ReadonlyMap<number, Member>): string | null {
  const titles: Record<string, string> = {};
  for (const key of central) {
    const member = members.get(key);
    if (member) titles[member.language] ??= member.headline;
  }
  return central.length === 0 ? null : JSON.stringify(titles);
}

/** A story that has ended leads to the one that it became part of, and so do those that led to it. */
async function redirect(sql: Sql, from: number, story: number): Promise<void> {
  await sql.all(
    "UPDATE story SET redirect_key = ?, article_count = 0, source_count = 0 WHERE key = ? OR redirect_key = ?",
    [story, from, from],
  );
}
