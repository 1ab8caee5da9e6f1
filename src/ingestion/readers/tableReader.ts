import { parse } from "csv-parse/sync";
import type { DocumentContext, Reader, ReadResult } from "../Page.js";
import { readGdelt, isGdeltRow } from "./gdelt.js";
import { readValue } from "./jsonReader.js";
import { problem } from "./problem.js";
import { columnsOf, readRecord } from "./records.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** JSON Lines: one object a line, of any kind that the JSON reader knows. */
export const jsonLinesReader: Reader = {
  format: "JSONL",
  accepts(head) {
    const lines = head.split("\n").filter((line) => line.trim() !== "");
    const [first = "", second] = lines;
    if (!/^\s*\{/u.test(first)) return false;
    return isJson(first) && (second === undefined || /^\s*\{/u.test(second)) && lines.length > 1;
  },
  *read(text, context) {
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      yield* withLine(readLine(line, context), index + 1);
    }
  },
};

/** The pages of one line of JSON Lines. */
export function* readLine(line: string, context: DocumentContext): Generator<ReadResult> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    yield { problem: problem("BAD_JSON", (error as Error).message) };
    return;
  }
  yield* readValue(value, context);
}

function* withLine(results: Iterable<ReadResult>, line: number): Generator<ReadResult> {
  for (const result of results) {
    yield "problem" in result
      ? { problem: { ...result.problem, line: result.problem.line ?? line } }
      : result;
  }
}

/** CSV and TSV with a heading of column names, usual or mapped; and the tables of GDELT's Global Knowledge Graph. */
export const tableReader: Reader = {
  format: "CSV",
  accepts(head, name) {
    const [first = ""] = head.split("\n");
    if (isGdeltRow(first)) return true;
    const delimiter = delimiterOf(first);
    if (delimiter === null) return false;
    const names = cells(first, delimiter);
    const isNamed = /\.(?:csv|tsv)$/iu.test(name);
    return (columnsOf(names, {}).has("headline") && (isNamed || columnsOf(names, {}).size > 1)) || isNamed;
  },
  *read(text, context) {
    const [first = ""] = text.split("\n", 1);
    if (isGdeltRow(first)) {
      yield* readGdelt(text, context);
      return;
    }
    const delimiter = delimiterOf(first) ?? ",";
    let rows: { record: Record<string, string>; info: { lines: number } }[];
    try {
      rows = parse(text, {
        columns: (names: string[]) => names.map((name, index) => name.trim() || `column ${index + 1}`),
        delimiter,
        bom: true,
        info: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      }) as unknown as typeof rows;
    } catch (error) {
      yield { problem: problem("BAD_TABLE", (error as Error).message) };
      return;
    }
    const names = Object.keys(rows[0]?.record ?? {});
    if (rows.length === 0) yield { problem: problem("NO_TEXT", "The table has no rows.") };
    else if (!columnsOf(names, context.mapping ?? {}).has("headline")) {
      yield {
        problem: problem(
          "NO_COLUMNS",
          `None of the columns is a headline: ${names.slice(0, 12).join(", ")}.`,
          1,
        ),
      };
    } else
      for (const { record, info } of rows) yield* withLine([readRecord(record, "CSV", context)], info.lines);
  },
};

function delimiterOf(line: string): string | null {
  const counts = DELIMITERS.map((delimiter): [string, number] => [
    delimiter,
    line.split(delimiter).length - 1,
  ]);
  const [best] = counts.sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] > 0 ? best[0] : null;
}

function cells(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/gu, ""));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
