import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Article } from "../entities/Article.js";
import type { IssueSeverity, JobState } from "../entities/enums.js";
import { IngestIssue } from "../entities/IngestIssue.js";
import { IngestJob } from "../entities/IngestJob.js";
import type { ListQuery } from "./list.js";

/** Jobs, the newest first. */
export function jobList(sql: Sql, states: readonly JobState[] | null): ListQuery {
  return {
    name: "ingest jobs",
    select: columnsOf(IngestJob, "j"),
    base: "ingest_job j",
    where: states === null ? [] : [{ text: sql.anyOf("j.state"), values: [{ list: states }] }],
    order: [{ sql: "j.key", type: "bigint", descending: true }],
  };
}

/** Issues of jobs, in the order in which they came up. Parents are job keys. */
export function issueList(severity: IssueSeverity | null): ListQuery {
  return {
    name: "ingest issues",
    select: columnsOf(IngestIssue, "i"),
    base: "ingest_issue i",
    rowKey: "i.key",
    parent: ["i.job_key"],
    where: severity === null ? [] : [{ text: "i.severity = ?", values: [severity] }],
    order: [{ sql: "i.key", type: "bigint", descending: false }],
  };
}

/** Articles that jobs made or changed, in the order in which they first came into the graph. Parents are job keys. */
export const jobArticleList: ListQuery = {
  name: "articles of a job",
  select: columnsOf(Article, "a"),
  driver: "ingest_job_article x",
  base: "article a",
  rowKey: "a.key",
  parent: ["x.job_key"],
  where: [{ text: "a.key = x.article_key AND x.outcome IN ('created', 'updated')", values: [] }],
  order: [{ sql: "a.key", type: "bigint", driverSql: "x.article_key", descending: false }],
};
