import type { Fetched } from "./fetch/Fetcher.js";

/** No site asks for a longer pause that is kept, and no failing one gets a longer one. */
const LONGEST_MS = 6 * 60 * 60 * 1000;
/** Addresses of one start do not all come due at once. */
const JITTER = 0.1;

interface Turn {
  dueAt: number;
  failures: number;
}

/**
 * When each address is asked again: every so often, later where its site asks for that, and with pauses that double while it
 * fails.
 */
export class FetchSchedule {
  private readonly turns = new Map<string, Turn>();

  /** @param random 0..1 */
  constructor(
    addresses: readonly string[],
    private readonly everyMs: number,
    private readonly random: () => number = Math.random,
  ) {
    for (const address of addresses) this.turns.set(address, { dueAt: 0, failures: 0 });
  }

  /** Addresses whose time has come. */
  due(now: number): string[] {
    return [...this.turns].filter(([, { dueAt }]) => dueAt <= now).map(([address]) => address);
  }

  /** When the next address comes due, milliseconds since 1970; infinity without addresses. */
  next(): number {
    return Math.min(...[...this.turns.values()].map(({ dueAt }) => dueAt), Infinity);
  }

  /** Notes an answer, and with it when the address is asked again. */
  note(address: string, answer: Fetched, now: number): void {
    const turn = this.turns.get(address);
    if (turn === undefined) return;
    turn.failures = "problem" in answer ? turn.failures + 1 : 0;
    const asked = (answer.waitSeconds ?? 0) * 1000;
    const pause = Math.min(LONGEST_MS, Math.max(asked, this.everyMs * 2 ** turn.failures));
    turn.dueAt = now + Math.max(this.everyMs, pause) * (1 + JITTER * (this.random() - 0.5));
  }
}
