import { useMemo, useState } from "react";
import { readAnswer } from "./readAnswer.js";
import type { ResultTable } from "./resultTables.js";
import { TableView } from "./TableView.js";
import { toCsv } from "./toCsv.js";
import { useActiveTab } from "./useActiveTab.js";

/** Under the result: what it cost, and its lists as a table (which takes the place of the JSON) and as CSV. */
export function ResultFooter() {
  const { title, response } = useActiveTab();
  const answer = useMemo(() => readAnswer(response), [response]);
  const [asTable, setAsTable] = useState(false);
  const [chosen, setChosen] = useState("");

  if (answer === null) return null;
  const { tables, cost, errors } = answer;
  const table = tables.find(({ name }) => name === chosen) ?? tables[0];
  if (table === undefined && cost === null) return null;
  const isTable = asTable && table !== undefined;
  return (
    <>
      {isTable && <TableView table={table} />}
      <div className="mitos-footer">
        {table !== undefined && (
          <>
            <div className="mitos-switch" role="group" aria-label="Show the result as">
              <button type="button" aria-pressed={!asTable} onClick={() => setAsTable(false)}>
                JSON
              </button>
              <button type="button" aria-pressed={asTable} onClick={() => setAsTable(true)}>
                Table
              </button>
            </div>
            {tables.length > 1 && (
              <select
                aria-label="List"
                value={table.name}
                onChange={(event) => setChosen(event.target.value)}
              >
                {tables.map(({ name }) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            )}
            <span>
              {table.rows.length.toLocaleString("en")} {table.rows.length === 1 ? "row" : "rows"}
            </span>
            <button type="button" className="mitos-csv" onClick={() => download(table, title)}>
              Download CSV
            </button>
          </>
        )}
        {/* The table hides the JSON, where they are to be read. */}
        {isTable && errors.length > 0 && <span className="mitos-errors">Incomplete: {errors.join(" ")}</span>}
        {cost !== null && <span className="mitos-cost">{cost}</span>}
      </div>
    </>
  );
}

function download(table: ResultTable, title: string): void {
  const address = URL.createObjectURL(new Blob([toCsv(table)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${[title, table.name]
    .filter((part) => part !== "")
    .join(" ")
    .replace(/[^\w-]+/gu, "-")}.csv`;
  link.click();
  // The browser may begin to read only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
