import { recordFields } from "../ingestion/readers/records.js";
import type { ColumnInput } from "../schema/inputs/IngestInputs.js";
import type { UserError } from "../schema/UserError.js";

/** Columns by field; or what is wrong with them. */
export function readMapping(pairs: readonly ColumnInput[]): { columns: Record<string, string> } | UserError {
  const wrong = pairs.find(({ field }) => !recordFields.some((name) => name === field));
  if (wrong) {
    return {
      code: "BAD_INPUT",
      message: `There is no field "${wrong.field}".`,
      path: ["input", "mapping"],
      hint: `The fields are ${recordFields.join(", ")}.`,
    };
  }
  return { columns: Object.fromEntries(pairs.map(({ field, column }) => [field, column])) };
}
