import { createHash } from "node:crypto";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { JobState } from "../entities/enums.js";
import { IngestJob } from "../entities/IngestJob.js";
import { MitosError } from "../errors.js";
import { searchIn } from "../ingestion/ingestFolders.js";
import type { IngestQueue, Work } from "../ingestion/IngestQueue.js";
import { ForwardPaging, plainEdge, readPaging, toConnection } from "../schema/connection.js";
import type { Context } from "../schema/Context.js";
import { IngestJobConnection } from "../schema/ingestJobs.js";
import { ArticlePayload, IngestJobPayload } from "../schema/ingestPayloads.js";
import { ArticleFilterInput } from "../schema/inputs/ArticleFilterInput.js";
import { IngestDocumentInput, StartIngestInput } from "../schema/inputs/IngestInputs.js";
import type { IngestOutcome } from "../schema/enums.js";
import type { UserError } from "../schema/UserError.js";
import { jobKeyOf, toIngestJob } from "./toNodes.js";
import { outletOf } from "./outletOf.js";
import { readMapping } from "./readMapping.js";

/** Taking documents in. */
@Resolver()
export class IngestResolver {
  @Query(() => IngestJob, { nullable: true, description: "One job by its ID." })
  async ingestJob(
    @Arg("id", () => ID, { description: "Its ID." }) id: string,
    @Ctx() context: Context,
  ): Promise<IngestJob | null> {
    mayIngest(context);
    return loadJob(id, context);
  }

  @Query(() => IngestJobConnection, { description: "Jobs of the API and of the command line, newest first." })
  async ingestJobs(
    @Arg("states", () => [JobState], { nullable: true, description: "Only jobs in one of these states." })
    states: JobState[] | null,
    @Args(() => ForwardPaging) paging: ForwardPaging,
    @Ctx() context: Context,
  ): Promise<IngestJobConnection> {
    mayIngest(context);
    const { loaders, config } = context;
    const page = await loaders.ingestJobs.page([], states ?? null, readPaging(paging, config));
    return toConnection(
      page,
      () => loaders.ingestJobs.count([], states ?? null),
      (row, cursor) => plainEdge(toIngestJob(row), cursor),
    );
  }

  @Mutation(() => ArticlePayload, {
    description: "Takes one document in, and waits for it. It is read as any file is.",
  })
  async ingestDocument(
    @Arg("input", () => IngestDocumentInput, { description: "The document." }) input: IngestDocumentInput,
    @Ctx() context: Context,
  ): Promise<ArticlePayload> {
    const queue = queueOf(context);
    const source = await outletOf(input, context);
    if ("code" in source) return { article: null, outcome: null, job: null, userErrors: [source] };
    const { outcome, articleKey, jobKey, faults } = await queue.ingestDocument({
      content: input.content,
      format: input.format ?? null,
      url: input.url ?? null,
      source: source.context,
      publishedAt: input.publishedAt == null ? null : { time: +input.publishedAt, precision: "MINUTE" },
      isDryRun: input.dryRun,
      idempotencyKey: input.idempotencyKey ?? null,
    });
    const isRefused = faults.length > 0 && (jobKey !== null || input.dryRun);
    return {
      article: articleKey === null ? null : await context.loaders.articleByKey.load(articleKey),
      outcome: outcome === null ? (isRefused ? "REJECTED" : null) : (outcome.toUpperCase() as IngestOutcome),
      job: jobKey === null ? null : await jobByKey(jobKey, context),
      userErrors: faults.map(({ code, message, hint }) => ({
        code,
        message,
        hint,
        path: ["input", pathOf[code] ?? "content"],
      })),
    };
  }

  @Mutation(() => IngestJobPayload, { description: "Starts a job that takes in files or an address." })
  async startIngest(
    @Arg("input", () => StartIngestInput, { description: "What to take in." }) input: StartIngestInput,
    @Ctx() context: Context,
  ): Promise<IngestJobPayload> {
    const queue = queueOf(context);
    const { path, feedUrl, include, exclude, recursive, idempotencyKey } = input;
    if ((path == null) === (feedUrl == null)) {
      return refused("BAD_INPUT", "Give either path or feedUrl.", ["input"], null);
    }
    const source = await outletOf(input, context);
    if ("code" in source) return { job: null, userErrors: [source] };
    const mapping = readMapping(input.mapping ?? []);
    if ("code" in mapping) return { job: null, userErrors: [mapping] };
    const found = path == null ? null : searchIn(context.config.ingestFolders, path);
    if (found !== null && "message" in found) {
      return refused("NO_INPUT", found.message, ["input", "path"], found.hint);
    }
    const work: Work = {
      kind: "TAKE",
      paths: [found?.path ?? feedUrl ?? ""],
      search: {
        isRecursive: recursive,
        ...(include != null && { include }),
        ...(exclude != null && { exclude }),
        ...(found !== null && { within: found.within }),
      },
      source: source.context,
      mapping: mapping.columns,
    };
    return start(queue, context, path ?? feedUrl ?? "", work, idempotencyKey ?? null);
  }

  @Mutation(() => IngestJobPayload, {
    description: "Ends a job after the batch under way. What it stored stays in the graph.",
  })
  async cancelIngest(
    @Arg("id", () => ID, { description: "ID of the job." }) id: string,
    @Ctx() context: Context,
  ): Promise<IngestJobPayload> {
    const queue = queueOf(context);
    const job = await loadJob(id, context);
    if (job === null) return noJob(id);
    const isCancelled = await queue.cancel(job.key);
    context.loaders.ingestJobByKey.clear(job.key);
    const now = await jobByKey(job.key, context);
    if (isCancelled) return { job: now, userErrors: [] };
    const isOver = now?.finishedAt != null;
    const message = isOver ? "The job is at an end." : "The job runs in another process.";
    const hint = isOver ? null : "End it there: it is a `mitos ingest` of the command line.";
    return { job: now, userErrors: [{ code: "CONFLICT", message, path: ["id"], hint }] };
  }

  @Mutation(() => IngestJobPayload, {
    description: "Starts a job that takes in again what another one refused, after it was mended.",
  })
  async retryFailed(
    @Arg("id", () => ID, { description: "ID of the job with refused records." }) id: string,
    @Ctx() context: Context,
  ): Promise<IngestJobPayload> {
    const queue = queueOf(context);
    const job = await loadJob(id, context);
    if (job === null) return noJob(id);
    if (job.quarantined === 0) return refused("CONFLICT", "The job refused nothing.", ["id"], null);
    return start(queue, context, `retry ${job.source}`, { kind: "RETRY", jobKey: job.key }, null);
  }

  @Mutation(() => IngestJobPayload, {
    description: "Starts a job that builds articles anew from the documents that were kept.",
  })
  async reprocess(
    @Arg("filter", () => ArticleFilterInput, {
      nullable: true,
      description: "Which articles; all if not given.",
    })
    filter: ArticleFilterInput | null,
    @Arg("dryRun", () => Boolean, {
      defaultValue: false,
      description: "Read them again, and change nothing: the job's ledger says what would be.",
    })
    dryRun: boolean,
    @Ctx() context: Context,
  ): Promise<IngestJobPayload> {
    const queue = queueOf(context);
    const work: Work = { kind: "REPROCESS", filter: filter ?? null, isDryRun: dryRun };
    return start(queue, context, dryRun ? "reprocess, dry run" : "reprocess", work, null);
  }
}

/** Argument that a fault is about, where it is not the content. */
const pathOf: Readonly<Record<string, string>> = {
  OTHER_FORMAT: "format",
  IDEMPOTENCY_KEY_REUSED: "idempotencyKey",
};

/** @throws MitosError FORBIDDEN */
function mayIngest({ ingest: { refusal } }: Context): void {
  if (refusal !== null) throw refusal;
}

/** @throws MitosError FORBIDDEN, or BAD_INPUT where there is no queue */
function queueOf(context: Context): IngestQueue {
  mayIngest(context);
  const { queue } = context.ingest;
  if (queue === null) {
    throw new MitosError(
      "BAD_INPUT",
      "Only a running server takes documents in through the API.",
      "Use the commands ingest, retry and reprocess.",
    );
  }
  return queue;
}

function loadJob(id: string, context: Context): Promise<IngestJob | null> {
  const key = jobKeyOf(id);
  return key === null ? Promise.resolve(null) : jobByKey(key, context);
}

async function jobByKey(key: number, { loaders }: Context): Promise<IngestJob | null> {
  const row = await loaders.ingestJobByKey.load(key);
  return row && toIngestJob(row);
}

async function start(
  queue: IngestQueue,
  context: Context,
  source: string,
  work: Work,
  idempotencyKey: string | null,
): Promise<IngestJobPayload> {
  const requestHash = createHash("sha256").update(JSON.stringify(work)).digest("hex");
  const key = await queue.add({ source, work, idempotencyKey, requestHash });
  if (key !== null) return { job: await jobByKey(key, context), userErrors: [] };
  const message = "This idempotency key came with another request before.";
  const hint = "Take a new key for each request, and the old one only to repeat it.";
  return refused("IDEMPOTENCY_KEY_REUSED", message, ["input", "idempotencyKey"], hint);
}

function refused(code: string, message: string, path: string[], hint: string | null): IngestJobPayload {
  const error: UserError = { code, message, path, hint };
  return { job: null, userErrors: [error] };
}

function noJob(id: string): IngestJobPayload {
  return refused("NOT_FOUND", `There is no job "${id}".`, ["id"], "ingestJobs lists them.");
}
