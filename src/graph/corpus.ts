import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { FEWEST_ARTICLES } from "./storyList.js";

/** What is in the graph. */
export interface Corpus {
  articles: number;
  stubs: number;
  entities: number;
  mentions: number;
  /** Of two articles or more, as `storyList` lists them. */
  stories: number;
  quotations: number;
  sources: number;
  languages: string[];
  earliest: number | null;
  latest: number | null;
  lastIngest: number | null;
  linkedMentionShare: number;
}

interface Counts extends Omit<Corpus, "languages" | "linkedMentionShare"> {
  linked: number | null;
}

/** Counts of the whole graph, in two statements. `entities` are those that an article mentions. */
export async function corpusCounts(sql: Sql): Promise<Corpus> {
  const counts = await sql.first<Counts>(
    `SELECT (SELECT count(*) FROM article) AS articles,
      (SELECT count(*) FROM article WHERE is_stub = ?) AS stubs,
      (SELECT count(*) FROM entity WHERE article_count > 0) AS entities,
      (SELECT count(*) FROM mention) AS mentions,
      (SELECT count(*) FROM story WHERE article_count >= ${FEWEST_ARTICLES}) AS stories,
      (SELECT count(*) FROM quotation) AS quotations,
      (SELECT sum(mention_count) FROM entity) AS linked,
      (SELECT count(*) FROM source) AS sources,
      (SELECT min(sort_date) FROM article WHERE sort_date > ?) AS earliest,
      (SELECT max(sort_date) FROM article WHERE sort_date > ?) AS latest,
      (SELECT max(finished_at) FROM ingest_job) AS "lastIngest"`,
    [true, UNDATED, UNDATED],
  );
  const languages = await sql.all<{ language: string }>(
    "SELECT DISTINCT in_language AS language FROM article ORDER BY language",
  );
  const { linked, ...rest } = counts as Counts;
  return {
    ...rest,
    languages: languages.map(({ language }) => language),
    linkedMentionShare: rest.mentions === 0 ? 0 : (linked ?? 0) / rest.mentions,
  };
}
