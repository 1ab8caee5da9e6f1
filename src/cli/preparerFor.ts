import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Config } from "../config.js";
import { findFiles } from "../ingestion/findFiles.js";
import type { Annotator } from "../ingestion/ingest.js";
import { localPreparer, type Preparer } from "../ingestion/Preparer.js";
import { workerPreparer } from "../ingestion/workerPreparer.js";
import { knowledgeFiles } from "./openAnnotator.js";

/** Less is done before a thread has loaded its tables. */
const WORTH_THREADS = { files: 50, bytes: 1024 * 1024 };
const MOST_THREADS = 8;

/**
 * Threads for a long job, one less than there are processors, as this one writes; none for a short job.
 * @throws MitosError NO_INPUT for a path that is not there
 */
export function preparerFor(
  paths: readonly string[],
  annotator: Annotator,
  config: Pick<Config, "knowledge" | "dataDirectory">,
): Preparer {
  const files = findFiles(paths);
  const isLong =
    files.length >= WORTH_THREADS.files || files.some(({ file }) => sizeOf(file) >= WORTH_THREADS.bytes);
  if (!isLong) return localPreparer(annotator);
  const threads = threadCount();
  // Beside a single one this thread has time left; beside several it is the one that the others wait for.
  return workerPreparer(threads, { knowledge: knowledgeFiles(config), onlyAnnotates: threads === 1 });
}

/** Threads that read and annotate beside a server, which shall have time to answer. */
export function threadPreparer(config: Pick<Config, "knowledge" | "dataDirectory">): Preparer {
  return workerPreparer(threadCount(), { knowledge: knowledgeFiles(config), onlyAnnotates: false });
}

/** One less than there are processors, as this one writes. */
function threadCount(): number {
  return Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
