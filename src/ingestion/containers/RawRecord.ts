import type { PageProblem } from "../Page.js";

/** A document as its container holds it. */
export interface RawRecord {
  /** File, and behind `!` the place in it, as shown to people. */
  name: string;
  bytes: Buffer;
  /** Address that the container gives; null for none. */
  url: string | null;
  /** Charset that a header names; null for none. */
  charset: string | null;
}

/** A place in a container that could not be read; what stands around it was. */
export interface BadRecord {
  name: string;
  problem: PageProblem;
}

/** Largest document; a longer one is refused, wherever it comes from. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
