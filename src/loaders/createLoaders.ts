import DataLoader from "dataloader";
import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Article } from "../entities/Article.js";
import { Author } from "../entities/Author.js";
import { Entity } from "../entities/Entity.js";
import { EntityName } from "../entities/EntityName.js";
import { Image } from "../entities/Image.js";
import type { IssueSeverity, JobState } from "../entities/enums.js";
import type { IngestIssue } from "../entities/IngestIssue.js";
import { IngestJob } from "../entities/IngestJob.js";
import { InfoSourceCredit } from "../entities/InfoSourceCredit.js";
import type { EntityKind } from "../entities/enums.js";
import { Paragraph } from "../entities/Paragraph.js";
import { RelatedLink } from "../entities/RelatedLink.js";
import { Role } from "../entities/Role.js";
import { Section } from "../entities/Section.js";
import { Source } from "../entities/Source.js";
import type { ArticleFilter } from "../graph/articleFilter.js";
import {
  articleEntityList,
  type ArticleEntityFilter,
  type ArticleEntityRow,
} from "../graph/articleEntities.js";
import {
  articleList,
  articlesByUrl,
  type ArticleOrder,
  type ArticleRow,
  type ArticleScope,
} from "../graph/articles.js";
import {
  coMentionList,
  evidenceList,
  marginals,
  pairCounts,
  pairSpans,
  type CoMentionFilter,
  type CoMentionOrder,
  type CoMentionRow,
  type PairCounts,
  type PairSpan,
} from "../graph/coMentions.js";
import { corpusCounts } from "../graph/corpus.js";
import { containedPlaces, entityList, type EntityFilter, type EntityOrder } from "../graph/entities.js";
import type { Parent } from "../graph/list.js";
import { findByNames, foldName, suggestNames, type NameMatch } from "../graph/names.js";
import {
  mentionColumns,
  mentionList,
  type MentionFilter,
  type MentionRow,
  type MentionScope,
} from "../graph/mentions.js";
import {
  paragraphList,
  paragraphColumns,
  type ParagraphFilter,
  type ParagraphRow,
} from "../graph/paragraphs.js";
import {
  quotationColumns,
  quotationList,
  type QuotationFilter,
  type QuotationRow,
  type QuotationScope,
} from "../graph/quotations.js";
import { roleEvidenceList, roleList, type RoleScope } from "../graph/roles.js";
import { readSearchQuery, type SearchQuery } from "../graph/search.js";
import { searchCount, searchPage, type SearchArguments } from "../graph/searchPage.js";
import { issueList, jobArticleList, jobList } from "../graph/ingestJobs.js";
import { sharedArticles } from "../graph/sharedArticles.js";
import { sourcePage } from "../graph/sources.js";
import {
  surfaceCounts,
  surfaceExamples,
  type NameForm,
  type SurfaceCount,
  type SurfacePlace,
} from "../graph/surfaceCounts.js";
import { relatedList, type RelatedFilter, type RelatedRow } from "../graph/relatedArticles.js";
import { entityTimelines, pairTimelines, type TimeBucket, type TimeInterval } from "../graph/timeline.js";
import { ListLoader, many, one, WithArguments } from "./batchLoaders.js";
import { revisionLoaders } from "./revisionLoaders.js";
import { storyLoaders } from "./storyLoaders.js";

/** Where one piece of evidence stands: the first mention of the pair's first entity there. */
export interface EvidenceRow {
  articleKey: number;
  ordinal: number;
  sentenceIndex: number;
}

/** Which timeline. */
export interface TimelineArguments<Filter> {
  interval: TimeInterval;
  filter: Filter | null;
  timeZone: string;
}

/** Text of a paragraph by `articleKey.ordinal`. */
export const placeKey = (articleKey: number, ordinal: number): string => `${articleKey}.${ordinal}`;

/**
 * The loaders of one request. Each answers one question of the schema for many parents in one statement; nothing
 * outlives the request.
 */
export function createLoaders(sql: Sql) {
  const byColumn =
    <Row extends object>(table: abstract new () => Row, name: string, column: string) =>
    (values: readonly (string | number)[]): Promise<Row[]> =>
      sql.all<Row>(`SELECT ${columnsOf(table, "t")} FROM ${name} t WHERE ${sql.anyOf(`t.${column}`)}`, [
        { list: values },
      ]);

  const searchQuery = new DataLoader<string, SearchQuery>((texts) =>
    // One query that cannot be read must not spoil the others.
    Promise.all(texts.map((text) => readSearchQuery(sql, text).catch((error: unknown) => error as Error))),
  );
  /** The filter with its text query as it is read, once in a request. */
  const readOnce = async (filter: ArticleFilter | null): Promise<ArticleFilter | null> =>
    typeof filter?.q === "string" ? { ...filter, q: await searchQuery.load(filter.q) } : filter;

  return {
    ...storyLoaders(sql),
    ...revisionLoaders(sql),
    articleByKey: one<number, Article>(byColumn(Article, "article", "key"), (row) => row.key),
    articleById: one<string, Article>(byColumn(Article, "article", "id"), (row) => row.id),
    articleBySlug: one<string, Article>(byColumn(Article, "article", "slug"), (row) => row.slug),
    articleByUrl: one<string, Article & { wanted: string }>(
      (addresses) => articlesByUrl(sql, addresses),
      (row) => row.wanted,
    ),
    entityByKey: one<number, Entity>(byColumn(Entity, "entity", "key"), (row) => row.key),
    entityById: one<string, Entity>(byColumn(Entity, "entity", "id"), (row) => row.id),
    entityBySlug: one<string, Entity>(byColumn(Entity, "entity", "slug"), (row) => row.slug),
    sourceByKey: one<number, Source>(byColumn(Source, "source", "key"), (row) => row.key),
    sourceById: one<string, Source>(byColumn(Source, "source", "id"), (row) => row.id),
    sourceBySlug: one<string, Source>(byColumn(Source, "source", "slug"), (row) => row.slug),
    sectionByKey: one<number, Section>(byColumn(Section, "section", "key"), (row) => row.key),
    sectionById: one<string, Section>(byColumn(Section, "section", "id"), (row) => row.id),
    authorByKey: one<number, Author>(byColumn(Author, "author", "key"), (row) => row.key),
    authorById: one<string, Author>(byColumn(Author, "author", "id"), (row) => row.id),

    authorsByArticle: many<number, Author & { articleKey: number }>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(Author, "w")}, x.article_key AS "articleKey" FROM article_author x JOIN author w ON w.key = x.author_key WHERE ${sql.anyOf("x.article_key")} ORDER BY x.article_key, x.position`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    creditsByArticle: many<number, InfoSourceCredit>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(InfoSourceCredit, "c")} FROM info_source_credit c WHERE ${sql.anyOf("c.article_key")} ORDER BY c.article_key, c.position`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    imagesByArticle: many<number, Image>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(Image, "i")} FROM image i WHERE ${sql.anyOf("i.article_key")} ORDER BY i.article_key, i.position`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    linksByArticle: many<number, RelatedLink>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(RelatedLink, "l")} FROM related_link l WHERE ${sql.anyOf("l.article_key")} ORDER BY l.article_key, l.position`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    namesByEntity: many<number, EntityName>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(EntityName, "n")} FROM entity_name n WHERE ${sql.anyOf("n.entity_key")} ORDER BY n.entity_key, n.key`,
          [{ list: keys }],
        ),
      (row) => row.entityKey,
    ),
    /** How often, and when, an entity's mentions have exactly this text. */
    occurrences: new WithArguments<NameForm, null, SurfaceCount>((forms) => surfaceCounts(sql, forms)),
    /** The newest mention of an entity with exactly this text. */
    surfaceExamples: new WithArguments<NameForm, null, SurfacePlace | null>((forms) =>
      surfaceExamples(sql, forms),
    ),
    sharedArticles: (entities: readonly number[], others: readonly number[]) =>
      sharedArticles(sql, entities, others),
    entitiesByName: new WithArguments<string, readonly EntityKind[] | null, NameMatch[]>(
      async (names, kinds) => {
        const matches = await findByNames(sql, names, kinds);
        return names.map((name) => matches.get(foldName(name)) ?? []);
      },
    ),
    searchQuery,
    suggestions: new WithArguments<
      string,
      { kinds: readonly EntityKind[] | null; first: number },
      NameMatch[]
    >((prefixes, { kinds, first }) =>
      Promise.all(prefixes.map((prefix) => suggestNames(sql, prefix, kinds, first))),
    ),
    searchPage: (query: SearchQuery, args: SearchArguments, first: number, after: string | null) =>
      searchPage(sql, query, args, first, after),
    searchCount: (query: SearchQuery, args: SearchArguments) => searchCount(sql, query, args),
    sourcesAfter: (after: Source | null, first: number) => sourcePage(sql, after, first),
    corpus: () => corpusCounts(sql),
    /** All texts of an article, in order. */
    textsByArticle: many<number, Paragraph>(
      (keys) =>
        sql.all(
          `SELECT ${columnsOf(Paragraph, "p")} FROM paragraph p WHERE ${sql.anyOf("p.article_key")} ORDER BY p.article_key, p.ordinal`,
          [{ list: keys }],
        ),
      (row) => row.articleKey,
    ),
    paragraphByPlace: one<string, ParagraphRow>(
      async (places) => {
        const pairs = places.map((place) => place.split(".").map(Number));
        return sql.all(
          `SELECT ${paragraphColumns} FROM ${sql.numbers(2)} v CROSS JOIN paragraph p JOIN article a ON a.key = p.article_key WHERE p.article_key = v.p0 AND p.ordinal = v.p1`,
          [JSON.stringify(pairs)],
        );
      },
      (row) => placeKey(row.articleKey, row.ordinal),
    ),
    /** All mentions of a paragraph, in order. */
    mentionsByPlace: many<string, MentionRow>(
      async (places) => {
        const pairs = places.map((place) => place.split(".").map(Number));
        return sql.all(
          `SELECT ${mentionColumns} FROM ${sql.numbers(2)} v CROSS JOIN mention m JOIN article a ON a.key = m.article_key WHERE m.article_key = v.p0 AND m.ordinal = v.p1 ORDER BY m.article_key, m.ordinal, m.start_offset`,
          [JSON.stringify(pairs)],
        );
      },
      (row) => placeKey(row.articleKey, row.ordinal),
    ),
    /** Mentions in an article of any of the given entities, in text order. */
    mentionsOfEntities: new WithArguments<number, readonly number[], MentionRow[]>(
      async (articles, entities) => {
        const rows = await sql.all<MentionRow>(
          `SELECT ${mentionColumns} FROM mention m JOIN article a ON a.key = m.article_key WHERE ${sql.anyOf("m.article_key")} AND ${sql.anyOf("m.entity_key")} ORDER BY m.article_key, m.ordinal, m.start_offset`,
          [{ list: articles }, { list: entities }],
        );
        return articles.map((article) => rows.filter((row) => row.articleKey === article));
      },
    ),
    articles: new ListLoader<
      { scope: ArticleScope; filter: ArticleFilter | null; order: readonly ArticleOrder[] | null },
      ArticleRow
    >(sql, async ({ scope, filter, order }) => articleList(sql, scope, await readOnce(filter), order)),
    entities: new ListLoader<{ filter: EntityFilter | null; order: readonly EntityOrder[] | null }, Entity>(
      sql,
      ({ filter, order }) => entityList(sql, filter, order),
    ),
    containedPlaces: new ListLoader<null, Entity>(sql, () => containedPlaces),
    mentions: new ListLoader<{ scope: MentionScope; filter: MentionFilter | null }, MentionRow>(
      sql,
      ({ scope, filter }) => mentionList(sql, scope, filter),
    ),
    quotations: new ListLoader<{ scope: QuotationScope; filter: QuotationFilter | null }, QuotationRow>(
      sql,
      ({ scope, filter }) => quotationList(sql, scope, filter),
    ),
    quotationByPlace: one<string, QuotationRow>(
      async (places) => {
        const triples = places.map((place) => place.split(".").map(Number));
        return sql.all(
          `SELECT ${quotationColumns} FROM ${sql.numbers(3)} v CROSS JOIN quotation q JOIN article a ON a.key = q.article_key WHERE q.article_key = v.p0 AND q.ordinal = v.p1 AND q.start_offset = v.p2`,
          [JSON.stringify(triples)],
        );
      },
      (row) => `${placeKey(row.articleKey, row.ordinal)}.${row.startOffset}`,
    ),
    /** Sources of all articles that print the words of a hash. */
    sourcesByQuotation: many<string, Source & { hash: string }>(
      (hashes) =>
        sql.all(
          `SELECT DISTINCT ${columnsOf(Source, "s")}, q.hash AS "hash" FROM quotation q JOIN article a ON a.key = q.article_key JOIN source s ON s.key = a.source_key WHERE ${sql.anyOf("q.hash")} ORDER BY s.name, s.key`,
          [{ list: hashes }],
        ),
      (row) => row.hash,
    ),
    roles: new ListLoader<{ scope: RoleScope; asOf: Date | null }, Role>(sql, ({ scope, asOf }) =>
      roleList(scope, asOf),
    ),
    roleById: one<string, Role>(byColumn(Role, "role", "id"), (row) => row.id),
    roleEvidence: new ListLoader<null, EvidenceRow>(sql, () => roleEvidenceList),
    ingestJobByKey: one<number, IngestJob>(byColumn(IngestJob, "ingest_job", "key"), (row) => row.key),
    ingestJobs: new ListLoader<readonly JobState[] | null, IngestJob>(sql, (states) => jobList(sql, states)),
    ingestIssues: new ListLoader<IssueSeverity | null, IngestIssue>(sql, issueList),
    jobArticles: new ListLoader<null, Article>(sql, () => jobArticleList),
    paragraphs: new ListLoader<ParagraphFilter, ParagraphRow>(sql, (filter) => paragraphList(sql, filter)),
    articleEntities: new ListLoader<ArticleEntityFilter, ArticleEntityRow>(sql, (filter) =>
      articleEntityList(sql, filter),
    ),
    related: new ListLoader<RelatedFilter, RelatedRow>(sql, (filter) => relatedList(filter)),
    coMentions: new ListLoader<
      { filter: CoMentionFilter | null; order: readonly CoMentionOrder[] | null },
      CoMentionRow
    >(sql, ({ filter, order }) => coMentionList(sql, filter, order)),
    evidence: new ListLoader<{ filter: CoMentionFilter | null; direction: "ASC" | "DESC" }, EvidenceRow>(
      sql,
      ({ filter, direction }) => evidenceList(sql, filter, direction),
    ),
    pairCounts: new WithArguments<Parent, CoMentionFilter | null, PairCounts>((pairs, filter) =>
      pairCounts(sql, pairs, filter),
    ),
    pairSpans: new WithArguments<Parent, CoMentionFilter | null, PairSpan>((pairs, filter) =>
      pairSpans(sql, pairs, filter),
    ),
    marginals: new WithArguments<number, CoMentionFilter | null, { total: number; count: number }>(
      async (keys, filter) => {
        const { total, counts } = await marginals(sql, keys, filter);
        return keys.map((key) => ({ total, count: counts.get(key) ?? 0 }));
      },
    ),
    entityTimelines: new WithArguments<Parent, TimelineArguments<ArticleFilter>, TimeBucket[]>(
      (entities, { interval, filter, timeZone }) =>
        entityTimelines(sql, entities, interval, filter, timeZone),
    ),
    pairTimelines: new WithArguments<Parent, TimelineArguments<CoMentionFilter>, TimeBucket[]>(
      (pairs, { interval, filter, timeZone }) => pairTimelines(sql, pairs, interval, filter, timeZone),
    ),
  };
}

/** See `createLoaders`. */
export type Loaders = ReturnType<typeof createLoaders>;
