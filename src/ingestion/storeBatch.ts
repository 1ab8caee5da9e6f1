import type { Database } from "../db/openDatabase.js";
import type { Sql } from "../db/Sql.js";
import { MitosError } from "../errors.js";
import { holdCounts } from "./entityCounts.js";
import type { Entry, IngestJournal, Refused } from "./IngestJournal.js";
import {
  finishDocument,
  keepDocument,
  keptDocument,
  unfinished,
  type DocumentFacts,
} from "./rawDocuments.js";
import { storePage, type PreparedPage, type Stored } from "./storePage.js";
import type { Taken } from "./takeIn.js";

/** Where a record stands among those of its document. */
export interface Part {
  index: number;
  isLast: boolean;
}

/** A page with the document that it is from, ready to be stored. */
export interface PageToStore {
  name: string;
  bytes: Buffer;
  /** The bytes as they are kept; null for another page of the same document. */
  packed: string | null;
  /** Of the document. */
  hash: string;
  facts: DocumentFacts;
  part: Part;
  prepared: Omit<PreparedPage, "rawKey">;
}

/**
 * Takes records into the graph and into the job's ledger, in one transaction: what pages have in common is written once. Where
 * one of them cannot be stored, each is tried alone, so that only that one is refused.
 * @param pause called after each page, so that others of this thread have their turn
 * @throws MitosError when the database cannot work
 */
export async function storeBatch(
  database: Database,
  journal: IngestJournal,
  batch: readonly Taken[],
  pause?: () => Promise<void>,
): Promise<void> {
  try {
    const noted = await database.write(async (sql) => {
      const flush = holdCounts(sql);
      const entries: Entry[] = [];
      for (const item of batch) {
        entries.push(await entryOf(sql, item));
        await pause?.();
      }
      await flush();
      return journal.enter(sql, entries);
    });
    journal.take(noted);
  } catch (error) {
    // A database that is gone stops all.
    if (error instanceof MitosError) throw error;
    const [only, another] = batch;
    if (only === undefined) return;
    if (another !== undefined) for (const item of batch) await storeBatch(database, journal, [item], pause);
    else if (isToStore(only)) await storeBatch(database, journal, [refusal(only, error as Error)], pause);
    else throw error;
  }
}

async function entryOf(sql: Sql, item: Taken): Promise<Entry> {
  if (typeof item === "string") return { outcome: item, articleKey: null, document: null };
  if (isToStore(item)) {
    const { outcome, articleKey, rawKey } = await storeOne(sql, item);
    return { outcome, articleKey, document: { rawKey, records: item.part.index + 1 } };
  }
  const { document } = item;
  if (document === undefined) return { refused: item, document: null };
  const { hash, part } = document;
  const rawKey = await keptDocument(sql, unfinished(hash));
  if (rawKey === null) return { refused: item, document: null };
  if (part.isLast && part.index > 0) await finishDocument(sql, hash);
  return { refused: item, document: { rawKey, records: part.index + 1 } };
}

function isToStore(item: Taken): item is PageToStore {
  return typeof item === "object" && "prepared" in item;
}

/** Stores one page with its document, within the caller's transaction. */
export async function storeOne(
  sql: Sql,
  { name, bytes, packed, hash, facts, part, prepared }: PageToStore,
): Promise<Stored & { rawKey: number }> {
  const isAlone = part.index === 0 && part.isLast;
  const rawKey = await keepDocument(sql, isAlone ? hash : unfinished(hash), name, bytes, facts, packed);
  const stored = await storePage(sql, { ...prepared, rawKey });
  if (part.isLast && !isAlone) await finishDocument(sql, hash);
  return { ...stored, rawKey };
}

function refusal({ name, bytes, hash, part }: PageToStore, { message }: Error): Refused {
  const hint = "This is a fault of Mitos: please report it with the file.";
  const problem = { code: "NOT_STORED", message, hint, line: null };
  return { problem, bytes, name, document: { hash, part } };
}
