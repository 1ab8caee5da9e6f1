import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { FetchedAddress } from "../entities/FetchedAddress.js";
import type { Validators } from "./fetch/Fetcher.js";

/** What is known of an address since its document was taken in; null for a new one. */
export function knownValidators(sql: Sql, address: string): Promise<Validators | null> {
  return sql.first<Validators>(
    `SELECT etag, last_modified AS "lastModified" FROM fetched_address WHERE address = ?`,
    [address],
  );
}

/** Notes validators of documents that are in the graph now: they are not asked for again while nothing changes. */
export async function noteValidators(sql: Sql, fetched: ReadonlyMap<string, Validators>): Promise<void> {
  await insertRows(
    sql,
    FetchedAddress,
    [...fetched].map(([address, validators]) => ({ address, ...validators, fetchedAt: Date.now() })),
    "ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, fetched_at = excluded.fetched_at",
  );
}
