import type { PageProblem } from "./Page.js";
import type { AnnotatedPage, DocumentToRead, PreparedRecord } from "./prepareDocument.js";

/** What a thread is told: a document, or to go on with one whose first records were taken. */
export type ToWorker = { id: number; document: DocumentToRead } | { goOn: number };

/** What a thread begins with. */
export interface WorkerSettings {
  /** Files of further names. */
  knowledge: readonly string[];
  /** It reads and annotates alone; what follows from that the thread that writes does. */
  onlyAnnotates: boolean;
}

/** What a thread has made of a record. */
export type WorkerRecord = PreparedRecord | AnnotatedPage | { problem: PageProblem };

/** What a thread answers: the next records of a document. */
export interface FromWorker {
  id: number;
  records: WorkerRecord[];
  isDone: boolean;
}
