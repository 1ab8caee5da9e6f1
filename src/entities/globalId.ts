import { createHash } from "node:crypto";
import type { NodePrefix } from "./Node.js";

/**
 * Global ID from what makes a thing this thing: first letter for the type, then 64 bits of SHA-256 in base64url.
 * The same thing gets the same ID in every database, so clients' caches survive a rebuild.
 */
export function globalId(prefix: NodePrefix, identity: string): string {
  const hash = createHash("sha256").update(`${prefix}:${identity}`).digest().subarray(0, 8);
  return prefix + hash.toString("base64url");
}

/** Global ID of a paragraph: its article's and its ordinal. */
export function paragraphId(articleId: string, ordinal: number): string {
  return `G${articleId.slice(1)}.${ordinal}`;
}

/** Global ID of a mention: its article's, the ordinal of its paragraph and the start in that. */
export function mentionId(articleId: string, ordinal: number, start: number): string {
  return `M${articleId.slice(1)}.${ordinal}.${start}`;
}

/** Global ID of a quotation: its article's, the ordinal of its paragraph and the start in that. */
export function quotationId(articleId: string, ordinal: number, start: number): string {
  return `Q${articleId.slice(1)}.${ordinal}.${start}`;
}

/** Reads a paragraph's, mention's or quotation's ID back; null when it is none. */
export function parsePartId(id: string): { articleId: string; ordinal: number; start: number | null } | null {
  const match = /^[GMQ]([\w-]{11})\.(\d{1,6})(?:\.(\d{1,9}))?$/u.exec(id);
  if (!match?.[1]) return null;
  return {
    articleId: `A${match[1]}`,
    ordinal: Number(match[2]),
    start: match[3] === undefined ? null : Number(match[3]),
  };
}

/** Global ID of a version of an article: the article's, and the start of the hash of its content. */
export function revisionId(articleId: string, contentHash: string): string {
  return `V${articleId.slice(1)}.${contentHash.slice(0, 12)}`;
}

/** Reads a version's ID back; null when it is none. */
export function parseRevisionId(id: string): { articleId: string; hash: string } | null {
  const match = /^V([\w-]{11})\.([0-9a-f]{12})$/u.exec(id);
  return match?.[1] && match[2] ? { articleId: `A${match[1]}`, hash: match[2] } : null;
}
