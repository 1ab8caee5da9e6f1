import type { Database } from "../db/openDatabase.js";
import type { Sql } from "../db/Sql.js";
import { MitosError } from "../errors.js";
import { holdCoMentions } from "../graph/coMentionEdges.js";
import { finishDocument, keepDocument, unfinished, type DocumentFacts } from "./rawDocuments.js";
import { storePage, type Outcome, type PreparedPage } from "./storePage.js";
import type { Refusal } from "./takeIn.js";

/** A page with the document that it is from, ready to be stored. */
export interface PageToStore {
  name: string;
  bytes: Buffer;
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
 * @returns what became of each, in order
 * @throws MitosError when the database cannot work
 */
export async function storeBatch(
  database: Database,
  pages: readonly PageToStore[],
): Promise<(Outcome | Refusal)[]> {
  try {
    return await database.write(async (sql) => {
      const flush = holdCoMentions(sql);
      const outcomes: Outcome[] = [];
      for (const page of pages) outcomes.push(await storeOne(sql, page));
      await flush();
      return outcomes;
    });
  } catch (error) {
    // A database that is gone stops all.
    if (error instanceof MitosError) throw error;
    const [only, another] = pages;
    if (only && another === undefined) return [refusal(only, error as Error)];
    const outcomes: (Outcome | Refusal)[] = [];
    for (const page of pages) outcomes.push(...(await storeBatch(database, [page])));
    return outcomes;
  }
}

async function storeOne(
  sql: Sql,
  { name, bytes, hash, facts, part, prepared }: PageToStore,
): Promise<Outcome> {
  const isAlone = part.index === 0 && part.isLast;
  const rawKey = await keepDocument(sql, isAlone ? hash : unfinished(hash), name, bytes, facts);
  const outcome = await storePage(sql, { ...prepared, rawKey });
  if (part.isLast && !isAlone) await finishDocument(sql, hash);
  return outcome;
}

function refusal({ name, bytes }: PageToStore, { message }: Error): Refusal {
  const hint = "This is a fault of Mitos: please report it with the file.";
  return { problem: { code: "NOT_STORED", message, hint, line: null }, bytes, name };
}
