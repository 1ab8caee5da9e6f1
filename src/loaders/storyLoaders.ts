import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { DuplicateGroup } from "../entities/DuplicateGroup.js";
import { Story } from "../entities/Story.js";
import type { ArticleFilter } from "../graph/articleFilter.js";
import { duplicateList, type DuplicateRow } from "../graph/duplicateList.js";
import { storyFacets, type FacetField, type FacetRow } from "../graph/facets.js";
import type { Parent } from "../graph/list.js";
import { storyList, type StoryFilter, type StoryOrder, type StoryScope } from "../graph/storyList.js";
import {
  namedByOne,
  storyEntityList,
  storyLinks,
  storySources,
  type OnlyHereRow,
  type StoryEntityFilter,
  type StoryEntityRow,
  type StoryLinkRow,
  type StorySourceRow,
} from "../graph/storyParts.js";
import { storyTimelines, type TimeBucket, type TimeInterval } from "../graph/timeline.js";
import { ListLoader, many, one, WithArguments } from "./batchLoaders.js";

const MOST_NEW_ENTITIES = 20;
const MOST_SENTENCES = 10;

/** Loaders of stories and near-duplicates; see `createLoaders`. */

export function storyLoaders(sql: Sql) {
  /** By a column; a story that has ended gives the one that it became part of. */
  const byColumn =
    (column: "id" | "slug") =>
    (values: readonly string[]): Promise<(Story & { wanted: string })[]> =>
      sql.all(
        `SELECT ${columnsOf(Story, "s")}, w.${column} AS "wanted" FROM story w JOIN story s ON s.key = coalesce(w.redirect_key, w.key) WHERE ${sql.anyOf(`w.${column}`)}`,
        [{ list: values }],
      );
  return {
    storyById: one<string, Story & { wanted: string }>(byColumn("id"), (row) => row.wanted),
    storyBySlug: one<string, Story & { wanted: string }>(byColumn("slug"), (row) => row.wanted),
    storyByKey: one<number, Story>(
      (keys) =>
        sql.all(`SELECT ${columnsOf(Story, "s")} FROM story s WHERE ${sql.anyOf("s.key")}`, [{ list: keys }]),
      (row) => row.key,
    ),
    storyByArticle: one<number, Story & { articleKey: number }>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(Story, "s")}, x.article_key AS "articleKey" FROM story_article x JOIN story s ON s.key = x.story_key WHERE ${sql.anyOf("x.article_key")}`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    stories: new ListLoader<
      { scope: StoryScope; filter: StoryFilter | null; order: readonly StoryOrder[] | null },
      Story
    >(sql, ({ scope, filter, order }) => storyList(sql, scope, filter, order)),
    storyEntities: new ListLoader<StoryEntityFilter, StoryEntityRow>(sql, (filter) =>
      storyEntityList(sql, filter),
    ),
    storySources: many<number, StorySourceRow>(
      (keys) => storySources(sql, keys),
      (row) => row.storyKey,
    ),
    storyNamesByOne: many<number, OnlyHereRow>(
      (keys) => namedByOne(sql, keys),
      (row) => row.storyKey,
    ),
    storyLinks: many<number, StoryLinkRow>(
      (keys) => storyLinks(sql, keys),
      (row) => row.storyKey,
    ),
    /** First paragraphs that tell a story: of its central article, then of those of its language, and of others, that say most that is new. */
    storySummaries: many<number, { storyKey: number; articleKey: number; ordinal: number }>(
      (keys) =>
        sql.all(
          `SELECT t.* FROM (SELECT u.*, row_number() OVER (PARTITION BY u."storyKey" ORDER BY u.rank, u.novelty DESC, u."articleKey") AS n FROM ` +
            `(SELECT x.story_key AS "storyKey", x.article_key AS "articleKey", x.novelty, CASE WHEN x.article_key = s.central_key THEN 0 WHEN a.in_language = c.in_language THEN 1 ELSE 2 END AS rank, ` +
            `(SELECT min(p.ordinal) FROM paragraph p WHERE p.article_key = x.article_key AND p.part IN ('LEAD', 'BODY')) AS ordinal ` +
            `FROM story s JOIN article c ON c.key = s.central_key JOIN story_article x ON x.story_key = s.key ` +
            `JOIN article a ON a.key = x.article_key WHERE ${sql.anyOf("s.key")}) u ` +
            `WHERE u.ordinal IS NOT NULL) t WHERE t.n <= ${MOST_SENTENCES} ORDER BY t."storyKey", t.n`,
          [{ list: keys }],
        ),
      (row) => row.storyKey,
    ),
    storyLanguages: many<number, { storyKey: number; language: string }>(
      (keys) =>
        sql.all(
          `SELECT x.story_key AS "storyKey", a.in_language AS "language" FROM story_article x JOIN article a ON a.key = x.article_key WHERE ${sql.anyOf("x.story_key")} GROUP BY x.story_key, a.in_language ORDER BY x.story_key, count(*) DESC, a.in_language`,
          [{ list: keys }],
        ),
      (row) => row.storyKey,
    ),
    /** Entities that entered a story with an article, the most salient first. */
    newEntitiesByArticle: many<number, { articleKey: number; entityKey: number }>(
      (keys) =>
        sql.all(
          `SELECT t."articleKey", t."entityKey" FROM (SELECT e.entered_with AS "articleKey", e.entity_key AS "entityKey", ` +
            `row_number() OVER (PARTITION BY e.entered_with ORDER BY e.salience DESC, e.entity_key) AS n FROM story_entity e WHERE ${sql.anyOf("e.entered_with")}) t ` +
            `WHERE t.n <= ${MOST_NEW_ENTITIES} ORDER BY t."articleKey", t.n`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    /** What ties an article most strongly to another one of its story. */
    tiesInStory: one<number, { articleKey: number; reasons: string }>(
      (keys) =>
        sql.all(
          `SELECT t."articleKey", t.reasons FROM (SELECT r.article_key AS "articleKey", r.reasons, ` +
            `row_number() OVER (PARTITION BY r.article_key ORDER BY r.score DESC, r.related_key) AS n FROM related_article r ` +
            `JOIN story_article x ON x.article_key = r.article_key JOIN story_article y ON y.article_key = r.related_key AND y.story_key = x.story_key ` +
            `WHERE ${sql.anyOf("r.article_key")}) t WHERE t.n = 1`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    groupByArticle: one<number, DuplicateGroup & { articleKey: number }>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(DuplicateGroup, "g")}, d.article_key AS "articleKey" FROM duplicate d JOIN duplicate_group g ON g.key = d.group_key WHERE ${sql.anyOf("d.article_key")}`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    /** A group that has ended gives the one that it became part of. */
    groupById: one<string, DuplicateGroup & { wanted: string }>(
      (ids) =>
        sql.all(
          `SELECT ${columnsOf(DuplicateGroup, "g")}, w.id AS "wanted" FROM duplicate_group w JOIN duplicate_group g ON g.key = coalesce(w.redirect_key, w.key) WHERE ${sql.anyOf("w.id")}`,
          [{ list: ids }],
        ),
      (row) => row.wanted,
    ),
    duplicates: new ListLoader<null, DuplicateRow>(sql, () => duplicateList),
    storyFacets: new WithArguments<number, { field: FacetField; filter: ArticleFilter | null }, FacetRow[]>(
      async (stories, { field, filter }) => {
        const rows = await storyFacets(sql, stories, field, filter);
        return stories.map((key) => rows.filter(({ story }) => story === key));
      },
    ),
    storyTimelines: new WithArguments<Parent, { interval: TimeInterval; timeZone: string }, TimeBucket[]>(
      (stories, { interval, timeZone }) => storyTimelines(sql, stories, interval, timeZone),
    ),
  };
}
