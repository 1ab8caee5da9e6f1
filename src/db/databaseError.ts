import { MitosError } from "../errors.js";

const BUSY = ["Another process is writing to the database.", "Try again when it has finished."] as const;
/**
 * What SQLite says when the statement is not to blame, but the database cannot work now. Its result codes would say
 * the same, but the driver leaves them out of the errors of statements that return rows.
 */
const SQLITE_STATES: readonly (readonly [says: string, message: string, hint: string])[] = [
  ["database is locked", ...BUSY],
  ["database table is locked", ...BUSY],
  [
    "attempt to write a readonly database",
    "The database may not be written to.",
    "Check the permissions of the folder MITOS_DATA.",
  ],
  ["disk I/O error", "The database's disk failed.", "Check the disk of the folder MITOS_DATA."],
  [
    "database disk image is malformed",
    "The database's file is damaged.",
    "Restore it, or delete it and ingest again.",
  ],
  [
    "database or disk is full",
    "The database's disk is full.",
    "Make room on the disk of the folder MITOS_DATA.",
  ],
  [
    "unable to open database file",
    "The database's file cannot be opened.",
    "Check the permissions of the folder MITOS_DATA.",
  ],
  ["file is not a database", "mitos.sqlite is no SQLite database.", "Point MITOS_DATA at another folder."],
];

/** PostgreSQL's: connection lost, server shutting down or starting, no room, too many connections, read-only. */
const POSTGRES_STATE = /^(?:08\w{3}|57P0\d|53\w{3}|25006)$/u;
const NETWORK = /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN)$/u;

/**
 * An error of the database's engine as the rest of the program sees it: MitosError UNAVAILABLE when the database
 * itself cannot work, so that the next statement would fail as well; any other error unchanged.
 */
export function toDatabaseError(error: unknown): unknown {
  const { driverError = error } = error as { driverError?: unknown };
  if (!(driverError instanceof Error)) return error;
  const { code } = driverError as { code?: unknown };
  if (code === "ERR_SQLITE_ERROR") {
    const state = SQLITE_STATES.find(([says]) => driverError.message.includes(says));
    return state === undefined ? error : new MitosError("UNAVAILABLE", state[1], state[2]);
  }
  const isLost =
    driverError.name === "QueryRunnerAlreadyReleasedError" ||
    /^Connection terminated|^Client has encountered a connection error/u.test(driverError.message);
  if (isLost || (typeof code === "string" && (POSTGRES_STATE.test(code) || NETWORK.test(code)))) {
    return new MitosError(
      "UNAVAILABLE",
      `The database cannot be reached: ${driverError.message}`,
      "Is the server of MITOS_DATABASE_URL running?",
    );
  }
  return error;
}
