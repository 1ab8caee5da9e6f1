import {
  prepareDocument,
  type AnnotationTables,
  type DocumentToRead,
  type PreparedRecord,
} from "./prepareDocument.js";

/** Reads and annotates documents, here or in other threads; records come in order. */
export interface Preparer {
  prepare(document: DocumentToRead): AsyncIterable<PreparedRecord>;
  /** So many documents may be under way at once. */
  readonly width: number;
  /** Gives back the memory of threads that have nothing to do; they start again when there is something. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Prepares in this thread. */
export function localPreparer(tables: AnnotationTables): Preparer {
  return {
    width: 1,

    async *prepare(document) {
      yield* prepareDocument(document, tables);
    },
    rest: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
