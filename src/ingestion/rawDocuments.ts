import { createHash } from "node:crypto";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { RawDocument } from "../entities/RawDocument.js";
import { packDocument } from "./packDocument.js";
import type { PageDate } from "./Page.js";
import type { SourceContext } from "./SourceContext.js";

/** SHA-256 of a document's bytes and of what was known of it from outside. */
export function documentHash(bytes: Uint8Array, context: unknown): string {
  return createHash("sha256").update(bytes).update(JSON.stringify(context)).digest("hex");
}

/**
 * What is known of a document: `unchanged` when it is the newest of its name, `duplicate` when another name had it;
 * null when it must be read, as it is new or its file was another in between.
 */
export async function knownDocument(
  sql: Sql,
  hash: string,
  name: string,
): Promise<"unchanged" | "duplicate" | null> {
  const known = await sql.first<{ name: string; newest: number }>(
    "SELECT d.name, (SELECT max(x.key) FROM raw_document x WHERE x.name = d.name) - d.key AS newest FROM raw_document d WHERE d.hash = ?",
    [hash],
  );
  if (known === null) return null;
  if (known.name !== name) return "duplicate";
  return known.newest === 0 ? "unchanged" : null;
}

/** What is known of a document from outside: its outlet, address and charset, and how its columns are named. */
export interface DocumentFacts {
  url: string | null;
  charset: string | null;
  source: SourceContext | null;
  publishedAt: PageDate | null;
  mapping: Readonly<Record<string, string>>;
}

/** Keeps a document as it came, once, with what is known of it from outside. Returns its key. `packed` are its bytes, packed. */
export async function keepDocument(
  sql: Sql,
  hash: string,
  name: string,
  bytes: Uint8Array,
  facts: DocumentFacts | null = null,
  packed: string | null = null,
): Promise<number> {
  const known = await keptDocument(sql, hash);
  if (known !== null) return known;
  const [row] = await insertRows<{ key: number }>(
    sql,
    RawDocument,
    [
      {
        hash,
        name,
        size: bytes.length,
        content: packed ?? packDocument(bytes),
        seenAt: Date.now(),
        context: facts === null ? null : JSON.stringify(facts),
      },
    ],
    "",
    "key",
  );
  if (!row) throw new Error("The document was not inserted");
  return row.key;
}

/** Key of a document that is kept under a hash, or null. */
export async function keptDocument(sql: Sql, hash: string): Promise<number | null> {
  const known = await sql.first<{ key: number }>("SELECT key FROM raw_document WHERE hash = ?", [hash]);
  return known?.key ?? null;
}

/** Hash under which a document is kept while not all of its records are stored: it is read again after a crash. */
export function unfinished(hash: string): string {
  return `${hash} unfinished`;
}

/** All records of a document are stored: the next time it is known. */
export async function finishDocument(sql: Sql, hash: string): Promise<void> {
  await sql.all("UPDATE raw_document SET hash = ? WHERE hash = ?", [hash, unfinished(hash)]);
}
