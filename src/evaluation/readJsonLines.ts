import { MitosError } from "../errors.js";

/** One object of a JSON Lines file. */
export interface JsonLine {
  /** File and line, from 1, for messages: `pairs.jsonl:3`. */
  at: string;
  value: Record<string, unknown>;
}

/**
 * Reads a JSON Lines file of objects; blank lines are left out.
 * @throws MitosError BAD_INPUT with file and line for a line that is no JSON object, and for a file without one
 */
export function readJsonLines(text: string, file: string): JsonLine[] {
  const lines: JsonLine[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === "") continue;
    const at = `${file}:${index + 1}`;
    lines.push({ at, value: objectOf(line, at) });
  }
  if (lines.length === 0)
    throw new MitosError("BAD_INPUT", `${file}: no lines in it.`, "One JSON object a line is wanted.");
  return lines;
}

function objectOf(line: string, at: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MitosError("BAD_INPUT", `${at}: no JSON: ${reason}`, "One JSON object a line is wanted.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new MitosError("BAD_INPUT", `${at}: no JSON object.`, "One JSON object a line is wanted.");
  return value as Record<string, unknown>;
}

/** The first of some fields that has a text or number; null where none has. */
export function textField(value: Record<string, unknown>, names: readonly string[]): string | null {
  for (const name of names) {
    const field = value[name];
    if (typeof field === "string") return field;
    if (typeof field === "number") return String(field);
  }
  return null;
}
