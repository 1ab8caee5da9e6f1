import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The tables take 60 MB, and what is under way as much again. */
const LARGE_HEAP = 180 * 1024 * 1024;
/** What a heap may grow by since it was looked through: looking through takes as long for little garbage as for much. */
const GROWTH = 32 * 1024 * 1024;

let collect: (() => void) | null = null;
/** Bytes that were in use after the last time. */
let left = 0;

/**
 * Gives memory of a long job back when this thread's heap has grown large: the engine itself lets it grow to a part of the
 * computer's memory before it looks for garbage, and its limit can only be set when the process starts.
 */
export function collectGarbage(): void {
  const { heapTotal, heapUsed } = process.memoryUsage();
  if (heapTotal < LARGE_HEAP || heapUsed < left + GROWTH) return;
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
  left = process.memoryUsage().heapUsed;
}
