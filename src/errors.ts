/**
 * Every way in which Mitos says no. API errors carry the code in `extensions.code`; the command line prints it
 * and exits with `exitCode` (BSD sysexits where one fits).
 */
export const errorCodes = {
  /** The caller's arguments do not fit: correct them and call again. */
  BAD_INPUT: { exitCode: 64 },
  /** A pagination cursor from another list or order. */
  BAD_CURSOR: { exitCode: 64 },
  /** A name that fits more than one entity; the candidates are in the extensions. */
  AMBIGUOUS_NAME: { exitCode: 64 },
  /** The query asks for more than one request may cost. */
  QUERY_TOO_LARGE: { exitCode: 64 },
  /** Some input records were quarantined; everything else was kept. */
  INCOMPLETE: { exitCode: 65 },
  /** The caller may not do this. */
  FORBIDDEN: { exitCode: 77 },
  /** A path that is not there or cannot be read. */
  NO_INPUT: { exitCode: 66 },
  /** The database cannot be reached. */
  UNAVAILABLE: { exitCode: 69 },
  /** The database was made by a newer Mitos. */
  SCHEMA_TOO_NEW: { exitCode: 78 },
  /** A setting has an unusable value. */
  BAD_SETTING: { exitCode: 78 },
  /** A fault of ours. */
  INTERNAL: { exitCode: 70 },
} as const;

/** Code of an error. */
export type ErrorCode = keyof typeof errorCodes;

/** An expected failure, with a message fit for the person who caused it and a hint on what to do. */
export class MitosError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly hint: string | null = null,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "MitosError";
  }
}

/** Exit code for any thrown value. */
export function exitCodeOf(error: unknown): number {
  return error instanceof MitosError ? errorCodes[error.code].exitCode : errorCodes.INTERNAL.exitCode;
}
