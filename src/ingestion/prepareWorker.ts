import { parentPort, workerData } from "node:worker_threads";
import { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import { loadKnowledgeBase } from "../annotation/gazetteer/loadKnowledgeBase.js";
import { loadTagger } from "../annotation/tagger/loadTagger.js";
import { annotateDocument, prepareDocument, type DocumentToRead } from "./prepareDocument.js";
import type { FromWorker, ToWorker, WorkerRecord, WorkerSettings } from "./workerMessages.js";

/** A document with more records gives them piece by piece, so that not all are in memory at once. */
const RECORDS_AT_ONCE = 32;

const { knowledge, onlyAnnotates } = workerData as WorkerSettings;
const gazetteer = Gazetteer.build(loadKnowledgeBase(undefined, [...knowledge]));
const tables = { gazetteer, tagger: loadTagger(gazetteer) };
const waiting = new Map<number, () => void>();
let previous: Promise<void> = Promise.resolve();

parentPort?.on("message", (message: ToWorker) => {
  if ("goOn" in message) waiting.get(message.goOn)?.();
  else previous = previous.then(() => work(message.id, message.document));
});

async function work(id: number, document: DocumentToRead): Promise<void> {
  // Bytes lose their class on the way between threads.
  const { buffer, byteOffset, byteLength } = document.bytes;
  const whole = { ...document, bytes: Buffer.from(buffer, byteOffset, byteLength) };
  const records = onlyAnnotates ? annotateDocument(whole, tables) : prepareDocument(whole, tables);
  let piece: WorkerRecord[] = [];
  for (;;) {
    const next = records.next();
    const isDone = next.done === true;
    if (!isDone) piece.push(next.value);
    if (!isDone && piece.length < RECORDS_AT_ONCE) continue;
    parentPort?.postMessage({ id, records: piece, isDone } satisfies FromWorker);
    piece = [];
    if (isDone) return;
    await new Promise<void>((resolve) => waiting.set(id, resolve));
    waiting.delete(id);
  }
}
