import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Article } from "../entities/Article.js";
import { IssueSeverity } from "../entities/enums.js";
import { IngestIssue } from "../entities/IngestIssue.js";
import { IngestJob } from "../entities/IngestJob.js";
import { ForwardPaging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import { ArticleConnection } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";
import { IngestIssueConnection, IngestProgress } from "../schema/ingestJobs.js";

/** Fields of a job. */
@Resolver(() => IngestJob)
export class IngestJobResolver {
  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: "When it began; null while it waits.",
  })
  startedAt(@Root() { startedAt }: IngestJob): Date | null {
    return startedAt === 0 ? null : new Date(startedAt);
  }

  @FieldResolver(() => IngestProgress, { description: "How far it is." })
  progress(@Root() job: IngestJob): IngestProgress {
    const { seen, created, updated, unchanged, duplicates, quarantined, filesDone, filesTotal } = job;
    const seconds = job.startedAt === 0 ? 0 : ((job.finishedAt ?? Date.now()) - job.startedAt) / 1000;
    const isUnderway = job.state === "RUNNING" && filesTotal !== null && filesDone > 0;
    return {
      seen,
      created,
      updated,
      unchanged,
      duplicates,
      failed: quarantined,
      total: filesTotal,
      perSecond: seconds > 0 && seen > 0 ? seen / seconds : null,
      etaSeconds: isUnderway ? Math.ceil((seconds / filesDone) * (filesTotal - filesDone)) : null,
    };
  }

  @FieldResolver(() => IngestIssueConnection, { description: "What it has to say, in the order it came up." })
  async issues(
    @Root() job: IngestJob,
    @Arg("severity", () => IssueSeverity, { nullable: true, description: "Only these." })
    severity: IssueSeverity | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<IngestIssueConnection> {
    const page = await loaders.ingestIssues.page([job.key], severity ?? null, readPaging(paging, config));
    return toConnection(page, () => loaders.ingestIssues.count([job.key], severity ?? null), plainEdge);
  }

  @FieldResolver(() => ArticleConnection, {
    description: "Articles that it made or changed, in the order in which they came into the graph.",
  })
  async articles(
    @Root() job: IngestJob,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() { loaders, config }: Context,
  ): Promise<ArticleConnection> {
    const page = await loaders.jobArticles.page([job.key], null, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.jobArticles.count([job.key], null),
      (row, cursor) => ({ node: row, cursor, score: null, highlights: () => Promise.resolve([]) }),
    );
  }
}

/** Fields of an issue. */
@Resolver(() => IngestIssue)
export class IngestIssueResolver {
  @FieldResolver(() => Article, {
    nullable: true,
    description: "The article that it is about, if there is one.",
  })
  article(@Root() { articleKey }: IngestIssue, @Ctx() { loaders }: Context): Promise<Article | null> {
    return articleKey === null ? Promise.resolve(null) : loaders.articleByKey.load(articleKey);
  }
}
