import type { Database } from "../db/openDatabase.js";
import { insertRows } from "../db/rows.js";
import type { JobState } from "../entities/enums.js";
import { IngestIssue } from "../entities/IngestIssue.js";
import { IngestJob } from "../entities/IngestJob.js";
import type { PageProblem } from "./Page.js";
import { documentHash, keepDocument } from "./rawDocuments.js";

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
export function emptyLedger(): Ledger {
  return { seen: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, quarantined: 0 };
}

/** A record that was not taken in. */
export interface Issue extends PageProblem {
  file: string;
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
}

/** The ledger of a running job is noted this often. */
const NOTE_MS = 1000;

/** The record of one ingestion in the database. A job that says RUNNING and has no process any more was killed. */
export class IngestJournal {
  private notedAt = Date.now();

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

  /** Notes that a job that waited, or was cut off, begins from the start. */
  static async begin(database: Database, jobKey: number): Promise<IngestJournal> {
    await database.write(async (sql) => {
      await sql.all("DELETE FROM ingest_issue WHERE job_key = ?", [jobKey]);
      await sql.all(
        "UPDATE ingest_job SET state = 'RUNNING', started_at = ?, seen = 0, created = 0, updated = 0, unchanged = 0, duplicates = 0, quarantined = 0, files_done = 0 WHERE key = ?",
        [Date.now(), jobKey],
      );
    });
    return new IngestJournal(database, jobKey);
  }

  /** Keeps a bad record and why it is bad. `bytes` is null when the file could not be read or is too large to keep. */
  async quarantine({ code, message, file, line, hint }: Issue, bytes: Uint8Array | null): Promise<void> {
    await this.database.write(async (sql) => {
      const rawKey =
        bytes === null ? null : await keepDocument(sql, documentHash(bytes, "quarantine"), file, bytes);
      const row = { jobKey: this.jobKey, severity: "ERROR", code, message, file, line, hint, rawKey };
      await insertRows(sql, IngestIssue, [row]);
    });
  }

  /** Notes what a person should look at, of an article that is in the graph. */
  async warn({ code, message, file, line, hint }: Issue, articleKey: number | null): Promise<void> {
    const row = { jobKey: this.jobKey, severity: "WARNING", code, message, file, line, hint, articleKey };
    await this.database.write((sql) => insertRows(sql, IngestIssue, [row]));
  }

  /** Notes how far the job is, if it was not noted a moment ago. */
  async note(ledger: Ledger, files: FileCount): Promise<void> {
    if (Date.now() - this.notedAt < NOTE_MS) return;
    this.notedAt = Date.now();
    await this.write("RUNNING", ledger, files);
  }

  /** Notes the end of the job and its ledger; QUEUED when it is to go on later. */
  finish(state: JobState, ledger: Ledger, files: FileCount): Promise<void> {
    return this.write(state, ledger, files);
  }

  private async write(state: JobState, ledger: Ledger, { done, total }: FileCount): Promise<void> {
    const { seen, created, updated, unchanged, duplicates, quarantined } = ledger;
    const finishedAt = state === "RUNNING" || state === "QUEUED" ? null : Date.now();
    await this.database.write((sql) =>
      sql.all(
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
          done,
          total,
          this.jobKey,
        ],
      ),
    );
  }
}

async function insertJob(database: Database, fields: Partial<IngestJob>): Promise<number> {
  const row = { ...emptyLedger(), filesDone: 0, ...fields };
  const [job] = await database.write((sql) => insertRows<{ key: number }>(sql, IngestJob, [row], "", "key"));
  if (!job) throw new Error("The job was not inserted");
  return job.key;
}
