import { existsSync } from "node:fs";
import type { Database } from "../db/openDatabase.js";
import { insertRows } from "../db/rows.js";
import { IngestIssue } from "../entities/IngestIssue.js";
import type { ArticleFilter } from "../graph/articleFilter.js";
import type { RawRecord } from "./containers/RawRecord.js";
import { ingestDocument, type DocumentInput, type DocumentResult } from "./ingestDocument.js";
import type { FetcherOptions } from "./fetch/Fetcher.js";
import { isAddress, type FileSearch } from "./findFiles.js";
import { ingest, LATER, type Annotator } from "./ingest.js";
import { JobOwner } from "./JobOwner.js";
import { IngestJournal } from "./IngestJournal.js";
import type { Preparer } from "./Preparer.js";
import { reprocess } from "./reprocess.js";
import { unpackDocument } from "./packDocument.js";
import type { SourceContext } from "./SourceContext.js";

/** What a job has to do. Plain data: it waits in the database. */
export type Work =
  | {
      kind: "TAKE";
      paths: readonly string[];
      search: FileSearch;
      source: SourceContext | null;
      mapping: Readonly<Record<string, string>>;
    }
  | { kind: "RETRY"; jobKey: number }
  | { kind: "REPROCESS"; filter: ArticleFilter | null; isDryRun: boolean }
  | { kind: "DOCUMENT" };

/** What the queue works with; each is opened when it is first needed. */
export interface QueueTools {
  openAnnotator: () => Annotator;
  /** Reads in other threads: hostile input must not hold up this one. */
  openPreparer: () => Preparer;
  fetching?: FetcherOptions;
}

/** What a caller asks for: the work, under which name, and only once for each key. */
export interface Request {
  source: string;
  work: Work;
  idempotencyKey: string | null;
  requestHash: string | null;
}

/** A running job says so often that it is alive, and a queue without one looks for jobs that others left. */
const ROUND_MS = 10_000;

/** Ingests in the background of a server, one job after the other, in the order in which they were asked for. */
export class IngestQueue {
  private running: { jobKey: number; abort: AbortController } | null = null;
  private working: Promise<void> = Promise.resolve();
  private annotator: Annotator | null = null;
  private preparer: Preparer | null = null;
  private isClosed = false;

  private readonly owner = new JobOwner();
  private readonly round: NodeJS.Timeout;

  private constructor(
    private readonly database: Database,
    private readonly tools: QueueTools,
  ) {
    this.round = setInterval(() => void this.makeRound(), ROUND_MS).unref();
  }

  /** Opens the queue of a database; jobs whose process is gone go on. */
  static async open(database: Database, tools: QueueTools): Promise<IngestQueue> {
    const queue = new IngestQueue(database, tools);
    await queue.takeOver();
    queue.pump();
    return queue;
  }

  /** Says that the running job is alive, and looks for jobs that other processes left. */
  private async makeRound(): Promise<void> {
    try {
      const jobKey = this.running?.jobKey;
      if (jobKey === undefined) await this.takeOver();
      else
        await this.database.write((sql) =>
          sql.all("UPDATE ingest_job SET alive_at = ? WHERE key = ?", [Date.now(), jobKey]),
        );
      if (jobKey === undefined) this.pump();
    } catch {
      // The database is away: the next round may find it.
    }
  }

  /** Puts jobs whose process is gone back into the queue; a document's caller is gone too, and its job has failed. */
  private async takeOver(): Promise<void> {
    await this.database.write(async (sql) => {
      const running = await sql.all<{
        key: number;
        work: string;
        owner: string | null;
        aliveAt: number | null;
      }>(
        `SELECT key, work, owner, alive_at AS "aliveAt" FROM ingest_job WHERE state = 'RUNNING' AND work IS NOT NULL`,
      );
      const now = Date.now();
      const left = running.filter(({ owner, aliveAt }) => JobOwner.isGone(owner, aliveAt, now));
      for (const { key, work } of left) {
        if ((JSON.parse(work) as Work).kind === "DOCUMENT")
          await sql.all("UPDATE ingest_job SET state = 'FAILED', finished_at = ? WHERE key = ?", [now, key]);
        else await sql.all("UPDATE ingest_job SET state = 'QUEUED' WHERE key = ?", [key]);
      }
    });
  }

  /**
   * Puts a job at the end of the queue; one whose idempotency key came before with the same request is not put again.
   * @returns its key; null for an idempotency key that came with another request
   */
  async add({ work, ...request }: Request): Promise<number | null> {
    const key = await IngestJournal.queue(this.database, { ...request, work: JSON.stringify(work) }).catch(
      (error: unknown) => this.knownJob(request, error),
    );
    this.pump();
    return key;
  }

  /** The job that took an idempotency key; where there is none, the key was not why it could not be queued. */
  private async knownJob(
    { idempotencyKey, requestHash }: Omit<Request, "work">,
    reason: unknown,
  ): Promise<number | null> {
    const known = await this.database.sql.first<{ key: number; requestHash: string | null }>(
      `SELECT key, request_hash AS "requestHash" FROM ingest_job WHERE idempotency_key = ?`,
      [idempotencyKey],
    );
    if (known === null) throw reason;
    return known.requestHash === requestHash ? known.key : null;
  }

  /** Takes in one document while the caller waits. */
  ingestDocument(input: DocumentInput): Promise<DocumentResult> {
    const { database, owner } = this;
    return ingestDocument(
      { database, annotator: this.openAnnotator(), preparer: this.openPreparer(), owner: owner.name },
      input,
    );
  }

  /**
   * Ends a job: one that waits at once, a running one after the batch under way.
   * @returns false for one that is at an end, or that another process runs
   */
  async cancel(jobKey: number): Promise<boolean> {
    const waiting = await this.database.write((sql) =>
      sql.all<{ key: number }>(
        "UPDATE ingest_job SET state = 'CANCELLED', finished_at = ? WHERE key = ? AND state = 'QUEUED' RETURNING key",
        [Date.now(), jobKey],
      ),
    );
    if (waiting.length > 0) return true;
    if (this.running?.jobKey !== jobKey) return false;
    this.running.abort.abort();
    await this.working;
    return true;
  }

  /** Resolves when no job waits or runs. */
  async idle(): Promise<void> {
    for (let last: Promise<void> | null = null; last !== this.working;) {
      last = this.working;
      await last;
    }
  }

  /** Ends the batch under way; the job goes on when the queue is opened again. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.round);
    this.running?.abort.abort(LATER);
    await this.working;
    this.owner.end();
    await this.preparer?.close();
  }

  private openAnnotator(): Annotator {
    return (this.annotator ??= this.tools.openAnnotator());
  }

  private openPreparer(): Preparer {
    return (this.preparer ??= this.tools.openPreparer());
  }

  private pump(): void {
    this.working = this.working.then(() => this.workOff());
  }

  private async workOff(): Promise<void> {
    while (!this.isClosed) {
      const job = await this.claim();
      if (job === null) return;
      const abort = new AbortController();
      this.running = { jobKey: job.key, abort };
      try {
        await this.run(job.key, JSON.parse(job.work) as Work, abort.signal);
      } catch (error) {
        await this.fail(job.key, error as Error);
      } finally {
        this.running = null;
      }
    }
  }

  /** Takes the job that waits longest, before another process does. */
  private claim(): Promise<{ key: number; work: string } | null> {
    return this.database.write((sql) =>
      sql.first(
        "UPDATE ingest_job SET state = 'RUNNING', owner = ?, alive_at = ? WHERE state = 'QUEUED' AND key = " +
          "(SELECT min(key) FROM ingest_job WHERE state = 'QUEUED' AND work IS NOT NULL) RETURNING key, work",
        [this.owner.name, Date.now()],
      ),
    );
  }

  private async run(jobKey: number, work: Work, signal: AbortSignal): Promise<void> {
    if (work.kind === "REPROCESS") return this.rebuild(jobKey, work, signal);
    const input =
      work.kind === "RETRY"
        ? await refusedInput(this.database, work.jobKey)
        : work.kind === "TAKE"
          ? { ...work, records: [] }
          : null;
    if (input === null) return;
    await ingest(this.database, this.openAnnotator(), {
      ...input,
      publishedAt: null,
      preparer: this.openPreparer(),
      ...(this.tools.fetching && { fetching: this.tools.fetching }),
      jobKey,
      signal,
      pause: nextTurn,
    });
  }

  private async rebuild(
    jobKey: number,
    { filter, isDryRun }: Extract<Work, { kind: "REPROCESS" }>,
    signal: AbortSignal,
  ): Promise<void> {
    const journal = await IngestJournal.begin(this.database, jobKey);
    const { ledger, files } = journal;
    await reprocess(this.database, this.openAnnotator(), {
      preparer: this.openPreparer(),
      filter,
      isDryRun,
      signal,
      pause: nextTurn,
      onProgress: async ({ documents, articles, unreadable }, total) => {
        Object.assign(files, { done: documents, total });
        ledger.updated = articles;
        ledger.unchanged = unreadable.length;
        ledger.seen = articles + unreadable.length;
        await journal.note();
      },
      onUnreadable: (file, articleKey) =>
        journal.warn(
          {
            code: "NO_PAGE",
            message: "The readers find no page in the document any more.",
            hint: "Its article stays as it is. Please report it with the document.",
            file,
            line: null,
          },
          articleKey,
        ),
    });
    const ending = signal.reason === LATER ? "QUEUED" : "CANCELLED";
    await journal.finish(signal.aborted ? ending : "SUCCEEDED");
  }

  /** The job could not begin, or broke off: its last issue says why. */
  private async fail(jobKey: number, { message }: Error): Promise<void> {
    const hint = "What was stored before is in the graph; start it again.";
    await this.database
      .write(async (sql) => {
        await sql.all("UPDATE ingest_job SET state = 'FAILED', finished_at = ? WHERE key = ?", [
          Date.now(),
          jobKey,
        ]);
        const issue = { jobKey, severity: "ERROR", code: "JOB_FAILED", message, file: "", hint };
        await insertRows(sql, IngestIssue, [issue]);
      })
      // A database that is gone cannot note it.
      .catch(() => undefined);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What a job refused: its files, as they are now, and what was kept of those that are in no file. */
async function refusedInput(
  database: Database,
  jobKey: number,
): Promise<
  Pick<Extract<Work, { kind: "TAKE" }>, "search" | "source" | "mapping"> & {
    paths: string[];
    records: RawRecord[];
  }
> {
  const first = await firstWork(database, jobKey);
  const issues = await database.sql.all<{ file: string; content: string | null }>(
    "SELECT i.file, d.content FROM ingest_issue i LEFT JOIN raw_document d ON d.key = i.raw_key WHERE i.job_key = ? ORDER BY i.key",
    [jobKey],
  );
  const paths = new Set<string>();
  const records = new Map<string, RawRecord>();
  for (const { file, content } of issues) {
    // A place in an archive is named behind `!`.
    const container = file.split("!")[0] ?? file;
    const isDocument = first?.kind === "DOCUMENT";
    const named = isDocument
      ? undefined
      : [file, container].find((name) => isAddress(name) || existsSync(name));
    if (named !== undefined) paths.add(named);
    else if (content !== null) {
      const bytes = unpackDocument(content);
      records.set(file, { name: file, bytes, url: null, charset: null });
    }
  }
  // What bounded the first job bounds its repetition: a file may be a link by now.
  const { search, source, mapping } =
    first?.kind === "TAKE" ? first : { search: {}, source: null, mapping: {} };
  return { paths: [...paths], records: [...records.values()], search, source, mapping };
}

/** The work of a job; of a repetition, that of the job it repeats. Null for one of the command line. */
async function firstWork(database: Database, jobKey: number): Promise<Work | null> {
  for (let key = jobKey; ;) {
    const job = await database.sql.first<{ work: string | null }>(
      "SELECT work FROM ingest_job WHERE key = ?",
      [key],
    );
    const work = job?.work == null ? null : (JSON.parse(job.work) as Work);
    if (work?.kind !== "RETRY") return work;
    key = work.jobKey;
  }
}
