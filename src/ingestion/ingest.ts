import type { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import type { Tagger } from "../annotation/tagger/Tagger.js";
import type { KnowledgeBase } from "../annotation/KnowledgeBase.js";
import type { Database } from "../db/openDatabase.js";
import { MitosError } from "../errors.js";
import { noteValidators } from "./fetchedAddresses.js";
import { Fetcher, type Fetched, type FetcherOptions, type Validators } from "./fetch/Fetcher.js";
import { collectGarbage } from "./collectGarbage.js";
import type { RawRecord } from "./containers/RawRecord.js";
import { findFiles, type FileSearch, type InputFile } from "./findFiles.js";
import { IngestJournal, type Issue, type Ledger } from "./IngestJournal.js";
import type { PageDate } from "./Page.js";
import { checkSource, SourceContexts, type SourceContext } from "./SourceContext.js";
import { syncKnowledge } from "./syncKnowledge.js";
import { localPreparer, type Preparer } from "./Preparer.js";
import { ReadProgress } from "./ReadProgress.js";
import { StoryWriter } from "./StoryWriter.js";
import { storeBatch } from "./storeBatch.js";
import { takeIn, type Intake, type Taken } from "./takeIn.js";

export type { Issue, Ledger } from "./IngestJournal.js";

/** The ledger of a finished ingestion, with every record that was not taken in. */
export interface IngestReport extends Ledger {
  jobKey: number;
  issues: Issue[];
  seconds: number;
}

/** What to take in, and what is known of it from outside. */
export interface IngestOptions {
  paths: readonly string[];
  /** Stands in for a missing `source.json`. */
  source: SourceContext | null;
  /** Publication time of pages that print none. */
  publishedAt: PageDate | null;
  /** Columns of tables and keys of JSON by the field that they hold, where they are not named as usual. */
  mapping?: Readonly<Record<string, string>>;
  /** Reads and annotates; in this thread if not given. */
  preparer?: Preparer;
  /** Called with each answer of the web. */
  onFetched?: (address: string, answer: Fetched) => void;
  /** How addresses among the paths are fetched. */
  fetching?: FetcherOptions;
  /** Which files under folders, and how deep. */
  search?: FileSearch;
  /** Documents that are not on disk, after the paths. */
  records?: readonly RawRecord[];
  /** A job that was queued before. */
  jobKey?: number;
  /** Ends the job after the batch under way: as CANCELLED, or as QUEUED where the reason is `LATER`. */
  signal?: AbortSignal;
  /** Called between pages, so that others of this thread have their turn. */
  pause?: () => Promise<void>;
  /** Called before each file, after each batch and at the end, where `file` is null. `done` and `total` are files. */
  onProgress?: (
    ledger: Ledger,
    done: number,
    total: number,
    file: string | null,
    bytes: { read: number; total: number },
  ) => void;
  /** Called while the stories of the articles are found, which comes last. */
  onPlaced?: (placed: number, total: number) => void;
}

/** Reason of an abort: the job is to begin again at the next start. */
export const LATER = "LATER";

/** What turns text into mentions. */
export interface Annotator {
  knowledgeBase: KnowledgeBase;
  gazetteer: Gazetteer;
  tagger: Tagger;
}

/**
 * Takes files into the graph: read, annotate, store; many pages in a transaction, each of which is whole or not there. The
 * same bytes again change nothing; a bad record is kept aside with its place, a code and a hint, and never stops its neighbours.
 * @throws MitosError NO_INPUT for a path that is not there, BAD_INPUT for an impossible `source`, UNAVAILABLE when the database cannot work
 */
export async function ingest(
  database: Database,
  annotator: Annotator,
  options: IngestOptions,
): Promise<IngestReport> {
  const source =
    options.source === null
      ? null
      : checkSource(
          options.source,
          (reason) => new MitosError("BAD_INPUT", `The outlet cannot be: ${reason}.`),
        );
  const files: InputFile[] = [
    ...findFiles(options.paths, options.search),
    ...(options.records ?? []).map((record) => ({ file: record.name, root: record.name, record })),
  ];
  const startedAt = Date.now();
  const entityKeys = await syncKnowledge(database, annotator.knowledgeBase);
  const journal =
    options.jobKey === undefined
      ? await IngestJournal.start(database, options.paths.join(", "), startedAt)
      : await IngestJournal.begin(database, options.jobKey);
  const fetcher = new Fetcher(options.fetching);
  const validators = new Map<string, Validators>();
  const { gazetteer, tagger } = annotator;
  const intake: Intake = {
    database,
    journal,
    gazetteer,
    tagger,
    preparer: options.preparer ?? localPreparer(annotator),
    fetcher,
    onFetched: (address, answer) => {
      if ("validators" in answer) validators.set(address, answer.validators);
      options.onFetched?.(address, answer);
    },
    entityKeys,
    contexts: new SourceContexts(options.search?.within),
    source,
    publishedAt: options.publishedAt,
    mapping: options.mapping ?? {},
  };
  const { ledger, files: count } = journal;
  count.total = files.length;
  const bytes = new ReadProgress(files);
  intake.onRead = (size) => bytes.note(count.done, size);
  const tell = (file: string | null): void =>
    options.onProgress?.(ledger, count.done, count.total, file, bytes);
  const { signal } = options;
  try {
    function* input(): Generator<InputFile> {
      for (const file of files) {
        if (signal?.aborted === true) return;
        tell(file.file);
        yield file;
        bytes.endFile(count.done);
        count.done++;
      }
    }
    for await (const batch of inBatches(takeIn(intake, input()), options.pause ? SHORT_BATCH : BATCH)) {
      await storeBatch(database, journal, batch, options.pause);
      tell(files[count.done]?.file ?? null);
      collectGarbage();
      if (signal?.aborted === true) break;
    }
    tell(null);
    // Finding stories takes memory too, and as many articles take a while.
    if (ledger.seen >= LONG) await intake.preparer.rest();
    await StoryWriter.of(database).place({
      ...(options.pause && { pause: options.pause }),
      ...(signal && { signal }),
      ...(options.onPlaced && { onProgress: options.onPlaced }),
    });
    const { issues } = journal;
    // What was refused is asked for again, though its site has nothing newer.
    for (const { file } of issues) validators.delete(file);
    if (signal?.aborted !== true) await database.write((sql) => noteValidators(sql, validators));
    const ending = signal?.reason === LATER ? "QUEUED" : "CANCELLED";
    await journal.finish(signal?.aborted === true ? ending : "SUCCEEDED");
    return { ...ledger, jobKey: journal.jobKey, issues, seconds: (Date.now() - startedAt) / 1000 };
  } catch (error) {
    // A database that is gone cannot note it: the first error is the one to show.
    await journal.finish("FAILED").catch(() => undefined);
    throw error;
  } finally {
    await fetcher.close();
  }
}

/** A job of so many records need not keep its threads while their stories are found: starting them again takes less. */
const LONG = 2000;

/** Pages are stored together until so many or so many bytes are ready, or so much time has passed. */
const BATCH = { pages: 256, bytes: 8 * 1024 * 1024, milliseconds: 1500 };
/** Where others wait for their turn: a document of theirs waits until the batch under way is stored. */
const SHORT_BATCH = { ...BATCH, pages: 32, milliseconds: 300 };

/** Records in their order, many at a time. */
async function* inBatches(taken: AsyncIterable<Taken>, limits: typeof BATCH): AsyncGenerator<Taken[]> {
  let waiting: Taken[] = [];
  let bytes = 0;
  let since = Date.now();
  for await (const item of taken) {
    waiting.push(item);
    if (typeof item === "object" && "prepared" in item && item.part.index === 0) bytes += item.bytes.length;
    const isFull =
      waiting.length >= limits.pages || bytes >= limits.bytes || Date.now() - since >= limits.milliseconds;
    if (!isFull) continue;
    yield waiting;
    waiting = [];
    bytes = 0;
    since = Date.now();
  }
  if (waiting.length > 0) yield waiting;
}
