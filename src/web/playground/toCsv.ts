import type { Cell, ResultTable } from "./resultTables.js";

/** A table as CSV (RFC 4180), in UTF-8 with the mark that spreadsheets need to see it is. */
export function toCsv({ columns, rows }: ResultTable): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}

function field(cell: Cell): string {
  // A text from a page must not become a spreadsheet's formula.
  const text = typeof cell === "string" && /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : String(cell ?? "");
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
