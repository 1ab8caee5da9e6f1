import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Database } from "../db/openDatabase.js";
import type { RawRecord } from "./containers/RawRecord.js";
import { Fetcher } from "./fetch/Fetcher.js";
import { ingest, type Annotator } from "./ingest.js";
import { IngestJournal } from "./IngestJournal.js";
import type { PageDate, SourceFormat } from "./Page.js";
import type { Preparer } from "./Preparer.js";
import { SourceContexts, type SourceContext } from "./SourceContext.js";
import { storeOne } from "./storeBatch.js";
import type { Outcome } from "./storePage.js";
import { syncKnowledge } from "./syncKnowledge.js";
import { recordHash, takeIn } from "./takeIn.js";

/** A document, and what is known of it from outside. */
export interface DocumentInput {
  content: string;
  /** What it must be; any format if null. */
  format: SourceFormat | null;
  url: string | null;
  source: SourceContext | null;
  publishedAt: PageDate | null;
  /** Say what would become of it, and change nothing. */
  isDryRun: boolean;
  /** The same key with the same document has the same answer, and is done once. */
  idempotencyKey: string | null;
}

/** Why a document, or a record of it, was refused. */
export interface DocumentFault {
  code: string;
  message: string;
  hint: string;
  line: number | null;
}

/** What became of a document. */
export interface DocumentResult {
  /** Of its first record; null when it was refused. */
  outcome: Outcome | null;
  articleKey: number | null;
  /** Null for a dry run, and for a request that was refused before it began. */
  jobKey: number | null;
  faults: DocumentFault[];
}

/** What taking a document in needs. */
export interface DocumentTools {
  database: Database;
  annotator: Annotator;
  preparer: Preparer;
  /** Names this process in the job. */
  owner: string;
}

/** Takes one document in, as a job of its own in the ledger. */
export async function ingestDocument(tools: DocumentTools, input: DocumentInput): Promise<DocumentResult> {
  const { database, annotator, preparer, owner } = tools;
  const { idempotencyKey, isDryRun, format, source, publishedAt } = input;
  const record = recordOf(input);
  const hash = recordHash(record.bytes, record.url, source, publishedAt);
  const requestHash = createHash("sha256")
    .update(JSON.stringify({ ...input, idempotencyKey: null }))
    .digest("hex");
  if (idempotencyKey !== null) {
    const known = await answerOf(database, idempotencyKey, requestHash, hash);
    if (known !== null) return known;
  }
  if (isDryRun || format !== null) {
    const tried = await tryDocument(tools, input, record);
    if (isDryRun || tried.faults.some(({ code }) => code === "OTHER_FORMAT")) return tried;
  }
  let jobKey: number;
  try {
    const work = JSON.stringify({ kind: "DOCUMENT" });
    const job = { source: record.name, work, idempotencyKey, requestHash, owner, aliveAt: Date.now() };
    jobKey = await IngestJournal.queue(database, { ...job, state: "RUNNING" });
  } catch (error) {
    // Another request with this key came between.
    const known =
      idempotencyKey === null ? null : await answerOf(database, idempotencyKey, requestHash, hash);
    if (known === null) throw error;
    return known;
  }
  await ingest(database, annotator, { paths: [], records: [record], source, publishedAt, preparer, jobKey });
  return resultOf(database, jobKey, hash);
}

function recordOf({ content, url }: DocumentInput): RawRecord {
  const bytes = Buffer.from(content, "utf8");
  const name = url ?? `document:${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`;
  // Whatever charset the text says that it has: it came as text.
  return { name, bytes, url, charset: "utf-8" };
}

/** A repeated request waits so long for the first. */
const PATIENCE = { milliseconds: 60_000, between: 20 };

/** What was answered to a key, or will be: while its job runs, this waits for it. Null for a new key. */
async function answerOf(
  database: Database,
  idempotencyKey: string,
  requestHash: string,
  hash: string,
): Promise<DocumentResult | null> {
  const find = (): Promise<{ key: number; requestHash: string; state: string } | null> =>
    database.sql.first(
      `SELECT key, request_hash AS "requestHash", state FROM ingest_job WHERE idempotency_key = ?`,
      [idempotencyKey],
    );
  let job = await find();
  const end = Date.now() + PATIENCE.milliseconds;
  while (job?.state === "RUNNING" && job.requestHash === requestHash && Date.now() < end) {
    await setTimeout(PATIENCE.between);
    job = await find();
  }
  if (job === null) return null;
  if (job.requestHash === requestHash) return resultOf(database, job.key, hash);
  const fault = {
    code: "IDEMPOTENCY_KEY_REUSED",
    message: "This idempotency key came with another request before.",
    hint: "Take a new key for each request, and the old one only to repeat it.",
    line: null,
  };
  return { outcome: null, articleKey: null, jobKey: null, faults: [fault] };
}

/** @param hash of the document: its job does not read one that is known */
async function resultOf(database: Database, jobKey: number, hash: string): Promise<DocumentResult> {
  const { sql } = database;
  const faults = await sql.all<DocumentFault>(
    "SELECT code, message, hint, line FROM ingest_issue WHERE job_key = ? ORDER BY key",
    [jobKey],
  );
  const stored = await sql.first<{ outcome: Outcome; articleKey: number }>(
    `SELECT outcome, article_key AS "articleKey" FROM ingest_job_article WHERE job_key = ? ORDER BY article_key LIMIT 1`,
    [jobKey],
  );
  if (stored !== null) return { ...stored, jobKey, faults };
  const known = await sql.first<{ key: number; duplicates: number }>(
    "SELECT a.key, j.duplicates FROM ingest_job j JOIN raw_document d ON d.hash = ? JOIN article a ON a.raw_key = d.key " +
      "WHERE j.key = ? AND j.unchanged + j.duplicates > 0 ORDER BY a.key LIMIT 1",
    [hash, jobKey],
  );
  if (known === null) return { outcome: null, articleKey: null, jobKey, faults };
  const outcome = known.duplicates > 0 ? "duplicate" : "unchanged";
  // A repeated request finds the article by its job.
  await database.write((writer) =>
    writer.all(
      "INSERT INTO ingest_job_article (job_key, article_key, outcome) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      [jobKey, known.key, outcome],
    ),
  );
  return { outcome, articleKey: known.key, jobKey, faults };
}

/** Ends a transaction that must leave nothing behind. */
class Undone extends Error {
  constructor(readonly result: { outcome: Outcome; articleKey: number | null }) {
    super("undone");
  }
}

/** What would become of a document. */
async function tryDocument(
  { database, annotator, preparer }: DocumentTools,
  { format, source, publishedAt, isDryRun }: DocumentInput,
  record: RawRecord,
): Promise<DocumentResult> {
  const fetcher = new Fetcher();
  const intake = {
    ...annotator,
    database,
    journal: null,
    preparer,
    fetcher,
    onFetched: () => undefined,
    entityKeys: await syncKnowledge(database, annotator.knowledgeBase),
    contexts: new SourceContexts(),
    source,
    publishedAt,
    mapping: {},
  };
  const result: DocumentResult = { outcome: null, articleKey: null, jobKey: null, faults: [] };
  try {
    for await (const item of takeIn(intake, [{ file: record.name, root: record.name, record }])) {
      if (typeof item === "string") {
        result.outcome ??= item;
        continue;
      }
      if ("problem" in item) {
        result.faults.push(item.problem);
        continue;
      }
      const found = item.prepared.page.format;
      if (format !== null && found !== format) {
        const hint = "Leave the format away: it is found by the content.";
        const message = `The document is ${found}, not ${format}.`;
        result.faults.push({ code: "OTHER_FORMAT", message, hint, line: null });
        return result;
      }
      if (!isDryRun || result.outcome !== null) continue;
      const undone = await database
        .write(async (sql) => {
          const { outcome, articleKey } = await storeOne(sql, item);
          throw new Undone({ outcome, articleKey: outcome === "created" ? null : articleKey });
        })
        .catch((error: unknown) => error);
      if (!(undone instanceof Undone)) throw undone;
      Object.assign(result, undone.result);
    }
    return result;
  } finally {
    await fetcher.close();
  }
}
