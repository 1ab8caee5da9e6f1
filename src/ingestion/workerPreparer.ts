import { Worker } from "node:worker_threads";
import { problem } from "./readers/problem.js";
import { withWords, type DocumentToRead } from "./prepareDocument.js";
import type { Preparer } from "./Preparer.js";
import type { FromWorker, ToWorker, WorkerRecord, WorkerSettings } from "./workerMessages.js";

/** A record that takes longer is given up, with its thread. */
const DEADLINE_MS = 30_000;
/** Documents under way in a thread: as many as it reads while a batch is stored. */
const UNDERWAY = 256;

/** Of a thread: enough for its tables (60 MB) and the largest document; a higher limit lets garbage wait longer. */
const MEMORY = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 32 };

/** A document under way in a thread. */
interface Job {
  document: DocumentToRead;
  records: WorkerRecord[];
  isDone: boolean;
  /** Wakes whoever waits for records. */
  wake: () => void;
}

/** One thread with its documents, the first of which it works on. */
class Lane {
  readonly jobs = new Map<number, Job>();
  private worker: Worker;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(private readonly settings: WorkerSettings) {
    this.worker = this.start();
  }

  add(id: number, job: Job): void {
    this.jobs.set(id, job);
    this.post({ id, document: job.document });
    if (this.jobs.size === 1) this.watch();
  }

  post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.worker.terminate();
  }

  private start(): Worker {
    const worker = new Worker(new URL("./prepareWorker.js", import.meta.url), {
      workerData: this.settings,
      resourceLimits: MEMORY,
    });
    worker.on("message", (message: FromWorker) => this.take(message));
    worker.on("error", (error) => this.giveUp(`The reader failed: ${error.message}`));
    return worker;
  }

  private take({ id, records, isDone }: FromWorker): void {
    const job = this.jobs.get(id);
    if (!job) return;
    job.records.push(...records);
    job.isDone = isDone;
    if (isDone) this.jobs.delete(id);
    this.watch();
    job.wake();
  }

  private watch(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer =
      this.jobs.size === 0 ? null : setTimeout(() => this.giveUp("Reading it took too long."), DEADLINE_MS);
  }

  /** Ends the thread with the document that it hangs on, and gives the others to a new one. */
  private giveUp(message: string): void {
    if (this.isClosed) return;
    const [first, ...others] = [...this.jobs];
    const old = this.worker;
    old.removeAllListeners();
    void old.terminate();
    this.worker = this.start();
    this.jobs.clear();
    if (first) {
      const [, job] = first;
      job.records.push({ problem: problem("UNREADABLE_HTML", message) });
      job.isDone = true;
      job.wake();
    }
    for (const [id, job] of others) {
      // Records that were given on already are not given twice: a document whose records come in pieces is the first one.
      this.jobs.set(id, job);
      this.post({ id, document: job.document });
    }
    this.watch();
  }
}

/**
 * Prepares in threads of their own, each with its tables. A document on which one hangs or fails is refused, and reading
 * goes on in a new thread.
 * @param settings of each thread; where they only annotate, the calling thread counts the words
 */
export function workerPreparer(threads: number, settings: WorkerSettings): Preparer {
  const start = (): Lane[] => Array.from({ length: threads }, () => new Lane(settings));
  let lanes = start();
  let last = 0;
  const end = async (): Promise<void> => {
    const old = lanes;
    lanes = [];
    await Promise.all(old.map((lane) => lane.close()));
  };
  return {
    width: threads * UNDERWAY,
    async *prepare(document) {
      const id = ++last;
      const job: Job = { document, records: [], isDone: false, wake: () => undefined };
      if (lanes.length === 0) lanes = start();
      const lane = lanes.reduce((least, each) => (each.jobs.size < least.jobs.size ? each : least));
      lane.add(id, job);
      for (;;) {
        if (job.records.length === 0 && !job.isDone)
          await new Promise<void>((resolve) => (job.wake = resolve));
        const records = job.records.splice(0);
        for (const record of records)
          yield "problem" in record || "words" in record ? record : withWords(record);
        if (job.isDone && job.records.length === 0) return;
        if (records.length > 0 && !job.isDone) lane.post({ goOn: id });
      }
    },
    rest: async () => {
      if (lanes.every(({ jobs }) => jobs.size === 0)) await end();
    },
    close: end,
  };
}
