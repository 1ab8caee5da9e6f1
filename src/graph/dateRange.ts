import { DateTime, Duration } from "luxon";
import { UNDATED } from "../entities/Article.js";
import { MitosError } from "../errors.js";
import type { Condition } from "./list.js";

/** Half-open range of times, or a window that ends now. */
export interface DateRange {
  /** Inclusive. */
  from?: Date | null;
  /** Exclusive. */
  to?: Date | null;
  /** ISO 8601 duration before now, for example `P7D`; not together with `from`. */
  last?: string | null;
}

/**
 * Conditions that keep `column` (milliseconds) within the range. Undated rows are in no range.
 * @throws MitosError BAD_INPUT for a duration that is none, or `last` together with `from`
 */
export function dateConditions(
  column: string,
  range: DateRange | null | undefined,
  now = Date.now(),
): Condition[] {
  if (!range) return [];
  const conditions: Condition[] = [];
  if (range.last != null) {
    if (range.from != null)
      throw new MitosError("BAD_INPUT", "A date range has either from or last, not both.");
    conditions.push({ text: `${column} >= ?`, values: [startOfWindow(range.last, now)] });
  }
  if (range.from != null) conditions.push({ text: `${column} >= ?`, values: [range.from.getTime()] });
  if (range.to != null) {
    // An upper bound alone must not let undated rows in: they sort as the oldest.
    conditions.push({
      text: `${column} > ? AND ${column} < ?`,
      values: [UNDATED, range.to.getTime()],
    });
  }
  return conditions;
}

function startOfWindow(text: string, now: number): number {
  const duration = Duration.fromISO(text);
  const end = DateTime.fromMillis(now, { zone: "utc" });
  if (!duration.isValid || end.minus(duration) >= end) {
    throw new MitosError(
      "BAD_INPUT",
      `"${text.slice(0, 100)}" is no ISO 8601 duration.`,
      "Write for example P7D, P2Y or PT12H.",
    );
  }
  const start = end.minus(duration);
  // Before the oldest time that there is: no bound at all.
  return start.isValid ? start.toMillis() : UNDATED + 1;
}
