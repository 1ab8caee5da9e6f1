import type { SqlValue } from "../db/Sql.js";
import { MitosError } from "../errors.js";

/** What a value of a cursor is: a whole number of 32 bits, one below 2^53, any number, or text. */
export type CursorType = "integer" | "bigint" | "real" | "text";

const fits: Record<CursorType, (value: unknown) => boolean> = {
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  bigint: (value) => Number.isSafeInteger(value),
  real: (value) => Number.isFinite(value),
  text: (value) => typeof value === "string" && !value.includes("\0"),
};

/** Opaque text for a row's place in a list. `list` names the list and its order: no other list takes the cursor. */
export function writeCursor(list: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([tagOf(list), ...values])).toString("base64url");
}

/**
 * The values that `writeCursor` wrote.
 * @throws MitosError BAD_CURSOR for the cursor of another list, and for what is none
 */
export function readCursor(list: string, types: readonly CursorType[], cursor: string): SqlValue[] {
  try {
    const [tag, ...values] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    const isOurs = tag === tagOf(list) && values.length === types.length;
    if (isOurs && types.every((type, index) => fits[type](values[index]))) return values as SqlValue[];
  } catch {
    // Falls through to the error below.
  }
  throw new MitosError(
    "BAD_CURSOR",
    "This cursor belongs to another list or order.",
    "Leave out after and before to start anew.",
  );
}

/** FNV-1a of the list's name. */
function tagOf(list: string): string {
  let hash = 2166136261;
  for (let index = 0; index < list.length; index++) {
    hash = Math.imul(hash ^ list.charCodeAt(index), 16777619);
  }
  return (hash >>> 0).toString(36);
}
