import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

/** A process on another computer that has not been heard of for so long is taken for gone. */
const SILENCE_MS = 60_000;

/** Owners in this process: one that began under the same number and is not here is gone. */
const here = new Set<string>();

/** Who runs jobs: several servers may share a database. */
export class JobOwner {
  /** Computer, process and a random part. */
  readonly name = [hostname(), process.pid, randomUUID()].join(" ");

  constructor() {
    here.add(this.name);
  }

  /** It runs no jobs any more. */
  end(): void {
    here.delete(this.name);
  }

  /** Whether the owner of a running job is gone, so that another may take it. `aliveAt` is when it was last heard of; null for never. */
  static isGone(name: string | null, aliveAt: number | null, now: number): boolean {
    if (name === null) return true;
    const [host, pid] = name.split(" ");
    if (host !== hostname()) return aliveAt === null || now - aliveAt > SILENCE_MS;
    return Number(pid) === process.pid ? !here.has(name) : !isAlive(Number(pid));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user is there, and may not be asked.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
