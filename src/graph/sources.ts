import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Source } from "../entities/Source.js";

/** Sources by folded name. `after` is the last one of the page before, null for the first page. */
export function sourcePage(sql: Sql, after: Source | null, first: number): Promise<Source[]> {
  return sql.all<Source>(
    `SELECT ${columnsOf(Source, "s")} FROM source s WHERE s.identity > ? ORDER BY s.identity LIMIT ?`,
    [after?.identity ?? "", first],
  );
}
