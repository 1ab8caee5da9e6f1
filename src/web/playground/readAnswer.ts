import { resultTables, type ResultTable } from "./resultTables.js";

/** What the footer shows of an answer. */
export interface Answer {
  tables: ResultTable[];
  /** What the server says the answer cost, such as `cost 12 of 20,000 · items 3 of 10,000`; null where it does not. */
  cost: string | null;
  /** Messages of the answer's errors. */
  errors: string[];
}

/** Reads the text of the result pane; null unless it is an answer. */
export function readAnswer(text: string): Answer | null {
  if (text === "") return null;
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(answer)) return null;
  const { data, extensions, errors } = answer;
  return {
    tables: resultTables(data ?? null),
    cost: isRecord(extensions) ? costOf(extensions.cost) : null,
    errors: (Array.isArray(errors) ? errors : []).filter(isRecord).map(({ message }) => String(message)),
  };
}

/** Reads `extensions.cost` of the server: cost and list items, each with its limit. */
function costOf(cost: unknown): string | null {
  if (!isRecord(cost)) return null;
  const parts = [part("cost", cost.cost, cost.maxCost), part("items", cost.nodes, cost.maxNodes)];
  return parts.filter((each) => each !== null).join(" · ") || null;
}

function part(name: string, value: unknown, limit: unknown): string | null {
  if (typeof value !== "number") return null;
  return `${name} ${format(value)}${typeof limit === "number" ? ` of ${format(limit)}` : ""}`;
}

function format(number: number): string {
  return number.toLocaleString("en");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
