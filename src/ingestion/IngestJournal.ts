import type { Database } from "../db/openDatabase.js";
import { insertRows } from "../db/rows.js";
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

/** A record that was not taken in. */
export interface Issue extends PageProblem {
  file: string;
}

/** The record of one ingestion in the database. A job that says RUNNING and has no process any more was killed. */
export class IngestJournal {
  private constructor(
    private readonly database: Database,
    readonly jobKey: number,
  ) {}

  /** Notes that a job has begun. `source` is what the user named. */
  static async start(database: Database, source: string, startedAt: number): Promise<IngestJournal> {
    const none: Ledger = { seen: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, quarantined: 0 };
    const [row] = await database.write((sql) =>
      insertRows<{ key: number }>(
        sql,
        IngestJob,
        [{ state: "RUNNING", source, startedAt, ...none }],
        "",
        "key",
      ),
    );
    if (!row) throw new Error("The job was not inserted");
    return new IngestJournal(database, row.key);
  }

  /** Keeps a bad record and why it is bad. `bytes` is null when the file could not be read or is too large to keep. */
  async quarantine({ code, message, file, line, hint }: Issue, bytes: Uint8Array | null): Promise<void> {
    await this.database.write(async (sql) => {
      const rawKey =
        bytes === null ? null : await keepDocument(sql, documentHash(bytes, "quarantine"), file, bytes);
      await insertRows(sql, IngestIssue, [{ jobKey: this.jobKey, code, message, file, line, hint, rawKey }]);
    });
  }

  /** Notes the end of the job and its ledger. */
  async finish(state: "SUCCEEDED" | "FAILED", ledger: Ledger): Promise<void> {
    const { seen, created, updated, unchanged, duplicates, quarantined } = ledger;
    await this.database.write((sql) =>
      sql.all(
        "UPDATE ingest_job SET state = ?, finished_at = ?, seen = ?, created = ?, updated = ?, unchanged = ?, duplicates = ?, quarantined = ? WHERE key = ?",
        [state, Date.now(), seen, created, updated, unchanged, duplicates, quarantined, this.jobKey],
      ),
    );
  }
}
