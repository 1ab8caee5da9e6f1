import type { Database } from "../db/openDatabase.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import type { JobState } from "../entities/enums.js";
import { IngestIssue } from "../entities/IngestIssue.js";
import { IngestJob } from "../entities/IngestJob.js";
import type { PageProblem } from "./Page.js";
import { IngestJobArticle } from "../entities/IngestJobArticle.js";
import { IngestJobDocument } from "../entities/IngestJobDocument.js";
import { documentHash, keepDocument, unfinished } from "./rawDocuments.js";
import type { Part } from "./storeBatch.js";
import type { Outcome } from "./storePage.js";

/** What became of the records: seen = created + updated + unchanged + duplicates + quarantined. */
export interface Ledger {
  seen: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  quarantined: number;
}

/** A ledger of nothing. */
function emptyLedger(): Ledger {
  return { seen: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, quarantined: 0 };
}

/** Why a record was not taken in, and where it is. */
export interface Issue extends PageProblem {
  file: string;
}

/** A record that was not taken in; with its bytes, where they could be read. */
export interface Refused {
  problem: PageProblem;
  bytes: Uint8Array | null;
  /** File, and the place in an archive. */
  name: string;
  /** The document that it is a record of, by its hash. */
  document?: { hash: string; part: Part };
}

/** What became of a record. `document` is the one that it is from, where that is kept, and how many of its records are in. */
export type Entry = { document: { rawKey: number; records: number } | null } & (
  { outcome: Outcome; articleKey: number | null } | { refused: Refused }
);

/** What a transaction wrote of a job. */
export interface Noted {
  ledger: Ledger;
  issues: Issue[];
}

/** How many of the files that a job was given are done. */
export interface FileCount {
  done: number;
  total: number;
}

/** A job that a server was asked for. */
export interface QueuedJob {
  /** RUNNING for one that does not wait until a queue takes it. */
  state?: "QUEUED" | "RUNNING";
  source: string;
  /** What is to be done, as JSON. */
  work: string;
  idempotencyKey: string | null;
  requestHash: string | null;
  /** The process that runs it, and when it was last heard of. */
  owner?: string;
  aliveAt?: number;
}

/** The ledger of a running job that stores nothing itself is noted this often. */
const NOTE_MS = 1000;

/** The record of one ingestion in the database. A job that says RUNNING and has no process any more was killed. */
export class IngestJournal {
  readonly ledger = emptyLedger();
  /** Records that were not taken in. */
  readonly issues: Issue[] = [];
  /** How many of the files that the job was given are done. */
  readonly files: FileCount = { done: 0, total: 0 };
  private notedAt = Date.now();
  /** The job was cut off before: some of its documents are in. */
  private isResumed = false;
  /** A document that the input names twice is left out once. */
  private readonly leftOut = new Set<number>();

  private constructor(
    private readonly database: Database,
    readonly jobKey: number,
  ) {}

  /** Notes that a job has begun. `source` is what the user named. */
  static async start(database: Database, source: string, startedAt: number): Promise<IngestJournal> {
    const key = await insertJob(database, { state: "RUNNING", source, startedAt });
    return new IngestJournal(database, key);
  }

  /** Notes a job for later. Returns its key. */
  static queue(database: Database, job: QueuedJob): Promise<number> {
    return insertJob(database, { state: "QUEUED", startedAt: 0, ...job });
  }

  /** Notes that a job that waited begins, or that one that was cut off goes on, with the ledger of what it had stored. */
  static async begin(database: Database, jobKey: number): Promise<IngestJournal> {
    const journal = new IngestJournal(database, jobKey);
    await database.write(async (sql) => {
      // Documents of which nothing is stored are read, and refused, again.
      await sql.all(
        "DELETE FROM ingest_issue WHERE job_key = ? AND NOT EXISTS (SELECT 1 FROM ingest_job_document x " +
          "JOIN raw_document d ON d.key = x.raw_key WHERE x.job_key = ingest_issue.job_key AND d.name = ingest_issue.file)",
        [jobKey],
      );
      journal.issues.push(
        ...(await sql.all<Issue>(
          "SELECT code, message, file, line, hint FROM ingest_issue WHERE job_key = ? AND severity = 'ERROR' ORDER BY key",
          [jobKey],
        )),
      );
      const stored = await sql.first<Ledger>(
        "SELECT count(*) AS seen, sum(created) AS created, sum(updated) AS updated, sum(unchanged) AS unchanged, " +
          "sum(duplicates) AS duplicates FROM ingest_job_document WHERE job_key = ?",
        [jobKey],
      );
      journal.isResumed = Number(stored?.seen) > 0;
      for (const outcome of ["created", "updated", "unchanged", "duplicates"] as const)
        journal.ledger[outcome] = Number(stored?.[outcome] ?? 0);
      journal.ledger.quarantined = journal.issues.length;
      journal.ledger.seen = sumOf(journal.ledger);
      await writeJob(sql, journal, "RUNNING", journal.ledger);
      await sql.all("UPDATE ingest_job SET started_at = ? WHERE key = ?", [Date.now(), jobKey]);
    });
    return journal;
  }

  /** How many records of a document the job took in before it was cut off; `Infinity` for all. */
  async entered(hash: string, name: string): Promise<number> {
    if (!this.isResumed) return 0;
    const known = await this.database.sql.first<{ rawKey: number; records: number; hash: string }>(
      `SELECT d.key AS "rawKey", x.records, d.hash FROM raw_document d JOIN ingest_job_document x ON x.raw_key = d.key ` +
        "WHERE d.hash IN (?, ?) AND d.name = ? AND x.job_key = ?",
      [hash, unfinished(hash), name, this.jobKey],
    );
    if (known === null || this.leftOut.has(known.rawKey)) return 0;
    this.leftOut.add(known.rawKey);
    return known.hash === hash ? Infinity : known.records;
  }

  /**
   * Writes what became of records into the job, within the transaction that stores them: its ledger, articles, documents and
   * issues are of the same moment as the graph. Give the answer to `take` when the transaction is done.
   */
  async enter(sql: Sql, entries: readonly Entry[]): Promise<Noted> {
    const ledger = { ...this.ledger };
    const issues: Issue[] = [];
    const articles = [];
    const documents = new Map<number, IngestJobDocument>();
    for (const entry of entries) {
      const document = entry.document && documentOf(documents, this.jobKey, entry.document);
      ledger.seen++;
      if ("refused" in entry) {
        ledger.quarantined++;
        issues.push(await this.quarantine(sql, entry.refused));
        continue;
      }
      const { outcome, articleKey } = entry;
      const column = outcome === "duplicate" ? "duplicates" : outcome;
      ledger[column]++;
      if (document !== null) document[column]++;
      if (articleKey !== null) articles.push({ jobKey: this.jobKey, articleKey, outcome });
    }
    await insertRows(sql, IngestJobArticle, articles, "ON CONFLICT DO NOTHING");
    await insertRows(sql, IngestJobDocument, [...documents.values()], ADD_UP);
    await writeJob(sql, this, "RUNNING", ledger);
    return { ledger, issues };
  }

  /** Takes over what a transaction has written. */
  take({ ledger, issues }: Noted): void {
    Object.assign(this.ledger, ledger);
    this.issues.push(...issues);
  }

  /** Keeps a bad record and why it is bad. */
  private async quarantine(sql: Sql, { problem, bytes, name }: Refused): Promise<Issue> {
    const rawKey =
      bytes === null ? null : await keepDocument(sql, documentHash(bytes, "quarantine"), name, bytes);
    const { code, message, line, hint } = problem;
    const issue = { code, message, file: name, line, hint };
    await insertRows(sql, IngestIssue, [{ jobKey: this.jobKey, severity: "ERROR", ...issue, rawKey }]);
    return issue;
  }

  /** Notes what a person should look at, of an article that is in the graph. */
  async warn({ code, message, file, line, hint }: Issue, articleKey: number | null): Promise<void> {
    const row = { jobKey: this.jobKey, severity: "WARNING", code, message, file, line, hint, articleKey };
    await this.database.write((sql) => insertRows(sql, IngestIssue, [row]));
  }

  /** Notes how far the job is, if it was not noted a moment ago. */
  async note(): Promise<void> {
    if (Date.now() - this.notedAt < NOTE_MS) return;
    this.notedAt = Date.now();
    await this.finish("RUNNING");
  }

  /** Notes the end of the job and its ledger; QUEUED when it is to go on later. */
  async finish(state: JobState): Promise<void> {
    await this.database.write((sql) => writeJob(sql, this, state, this.ledger));
  }
}

const ADD_UP =
  "ON CONFLICT (job_key, raw_key) DO UPDATE SET records = excluded.records, " +
  ["created", "updated", "unchanged", "duplicates"]
    .map((column) => `${column} = ingest_job_document.${column} + excluded.${column}`)
    .join(", ");

function documentOf(
  documents: Map<number, IngestJobDocument>,
  jobKey: number,
  { rawKey, records }: NonNullable<Entry["document"]>,
): IngestJobDocument {
  const known = documents.get(rawKey);
  if (known) return Object.assign(known, { records });
  const row = { jobKey, rawKey, records, created: 0, updated: 0, unchanged: 0, duplicates: 0 };
  documents.set(rawKey, row);
  return row;
}

function sumOf({ created, updated, unchanged, duplicates, quarantined }: Ledger): number {
  return created + updated + unchanged + duplicates + quarantined;
}

async function writeJob(
  sql: Sql,
  { jobKey, files }: IngestJournal,
  state: JobState,
  { seen, created, updated, unchanged, duplicates, quarantined }: Ledger,
): Promise<void> {
  const finishedAt = state === "RUNNING" || state === "QUEUED" ? null : Date.now();
  await sql.all(
    "UPDATE ingest_job SET state = ?, finished_at = ?, seen = ?, created = ?, updated = ?, unchanged = ?, duplicates = ?, quarantined = ?, files_done = ?, files_total = ? WHERE key = ?",
    [
      state,
      finishedAt,
      seen,
      created,
      updated,
      unchanged,
      duplicates,
      quarantined,
      files.done,
      files.total,
      jobKey,
    ],
  );
}

async function insertJob(database: Database, fields: Partial<IngestJob>): Promise<number> {
  const row = { ...emptyLedger(), filesDone: 0, ...fields };
  const [job] = await database.write((sql) => insertRows<{ key: number }>(sql, IngestJob, [row], "", "key"));
  if (!job) throw new Error("The job was not inserted");
  return job.key;
}
