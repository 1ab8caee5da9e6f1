import type { DocumentToRead, PreparedRecord } from "./prepareDocument.js";

/** What a thread is told: a document, or to go on with one whose first records were taken. */
export type ToWorker = { id: number; document: DocumentToRead } | { goOn: number };

/** What a thread answers: the next records of a document. */
export interface FromWorker {
  id: number;
  records: PreparedRecord[];
  isDone: boolean;
}
