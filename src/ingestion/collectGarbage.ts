import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The tables take 60 MB, and what is under way as much again. */
const LARGE_HEAP = 180 * 1024 * 1024;

let collect: (() => void) | null = null;

/**
 * Gives memory of a long job back when this thread's heap has grown large: the engine itself lets it grow to a part of the
 * computer's memory before it looks for garbage, and its limit can only be set when the process starts.
 */
export function collectGarbage(): void {
  if (process.memoryUsage().heapTotal < LARGE_HEAP) return;
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
  }
  collect();
}
