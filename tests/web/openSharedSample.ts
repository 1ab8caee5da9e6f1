import type { Database } from "../../src/db/openDatabase.js";
import { openSampleDatabase } from "../fixtures/testDatabase.js";

/** The sample archive for a server that only reads: other test files go on using it. */
export async function openSharedSample(): Promise<Database> {
  const refuse = () =>
    Promise.reject(new Error("The sample archive is shared: read it only, and leave it open."));
  return { ...(await openSampleDatabase()), write: refuse, close: refuse };
}
