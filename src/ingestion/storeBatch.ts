import type { Database } from "../db/openDatabase.js";
import type { Sql } from "../db/Sql.js";
import { MitosError } from "../errors.js";
import { insertRows } from "../db/rows.js";
import { IngestJobArticle } from "../entities/IngestJobArticle.js";
import { holdCoMentions } from "../graph/coMentionEdges.js";
import { finishDocument, keepDocument, unfinished, type DocumentFacts } from "./rawDocuments.js";
import { storePage, type Outcome, type PreparedPage, type Stored } from "./storePage.js";
import type { Refusal } from "./takeIn.js";

/** A page with the document that it is from, ready to be stored. */
export interface PageToStore {
  name: string;
  bytes: Buffer;
  /** The bytes as they are kept; null for another page of the same document. */
  packed: string | null;
  /** Of the document. */
  hash: string;
  facts: DocumentFacts;
  /** Where the page stands among the records of its document. */
  part: { index: number; isLast: boolean };
  prepared: Omit<PreparedPage, "rawKey">;
}

/**
 * Stores pages in one transaction: what they have in common is written once. Where one of them cannot be stored, each is tried
 * alone, so that only that one is refused.
 * @param jobKey whose articles they are
 * @param pause called after each page, so that others of this thread have their turn
 * @returns what became of each, in order
 * @throws MitosError when the database cannot work
 */
export async function storeBatch(
  database: Database,
  pages: readonly PageToStore[],
  jobKey: number,
  pause?: () => Promise<void>,
): Promise<(Outcome | Refusal)[]> {
  try {
    return await database.write(async (sql) => {
      const flush = holdCoMentions(sql);
      const stored: Stored[] = [];
      for (const page of pages) {
        stored.push(await storeOne(sql, page));
        await pause?.();
      }
      await flush();
      const rows = stored.map(({ outcome, articleKey }) => ({ jobKey, articleKey, outcome }));
      await insertRows(sql, IngestJobArticle, rows, "ON CONFLICT DO NOTHING");
      return stored.map(({ outcome }) => outcome);
    });
  } catch (error) {
    // A database that is gone stops all.
    if (error instanceof MitosError) throw error;
    const [only, another] = pages;
    if (only && another === undefined) return [refusal(only, error as Error)];
    const outcomes: (Outcome | Refusal)[] = [];
    for (const page of pages) outcomes.push(...(await storeBatch(database, [page], jobKey, pause)));
    return outcomes;
  }
}

/** Stores one page with its document, within the caller's transaction. */
export async function storeOne(
  sql: Sql,
  { name, bytes, packed, hash, facts, part, prepared }: PageToStore,
): Promise<Stored> {
  const isAlone = part.index === 0 && part.isLast;
  const rawKey = await keepDocument(sql, isAlone ? hash : unfinished(hash), name, bytes, facts, packed);
  const stored = await storePage(sql, { ...prepared, rawKey });
  if (part.isLast && !isAlone) await finishDocument(sql, hash);
  return stored;
}

function refusal({ name, bytes }: PageToStore, { message }: Error): Refusal {
  const hint = "This is a fault of Mitos: please report it with the file.";
  return { problem: { code: "NOT_STORED", message, hint, line: null }, bytes, name };
}
