import type { ReactNode } from "react";
import { markedParts } from "./markedParts.js";
import type { Cell, ResultTable } from "./resultTables.js";

/** A list of the answer as a table; addresses are links. */
export function TableView({ table }: { table: ResultTable }) {
  return (
    // Focusable, so that the keyboard can scroll it.
    <div className="mitos-table" tabIndex={0} role="region" aria-label={`Table of ${table.name}`}>
      <table>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={table.columns[column]} className={typeof cell === "number" ? "mitos-number" : ""}>
                  <CellView cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellView({ cell }: { cell: Cell }) {
  if (cell === null) return <span className="mitos-null">–</span>;
  const text = String(cell);
  if (/^https?:\/\/\S+$/u.test(text)) {
    return (
      <a href={text} target="_blank" rel="noreferrer">
        {text.replace(/^https?:\/\/(?:www\.)?/u, "")}
      </a>
    );
  }
  return <span title={text.length > 80 ? markedParts(text).join("") : undefined}>{withMarks(text)}</span>;
}

function withMarks(text: string): ReactNode[] {
  return markedParts(text).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
