import { columnsOf } from "../db/rows.js";
import { Role } from "../entities/Role.js";
import type { Condition, ListQuery } from "./list.js";

/** Whose roles: the person's, or all that an organization gives. */
export type RoleScope = "HOLDER" | "ORGANIZATION";

const DAY_MS = 86_400_000;

/**
 * Roles of a scope, the one seen last first.
 * @param asOf a day (UTC): only roles that were seen on or before it, and on or after it
 */
export function roleList(scope: RoleScope, asOf: Date | null): ListQuery {
  const where: Condition[] = [];
  if (asOf !== null) {
    const day = Math.floor(asOf.getTime() / DAY_MS) * DAY_MS;
    where.push({ text: "r.first_seen < ? AND r.last_seen >= ?", values: [day + DAY_MS, day] });
  }
  return {
    name: `roles ${scope}`,
    select: columnsOf(Role, "r"),
    base: "role r",
    parent: [scope === "HOLDER" ? "r.holder_key" : "r.organization_key"],
    rowKey: "r.key",
    where,
    order: [
      { sql: "r.last_seen", type: "bigint", descending: true },
      { sql: "r.key", type: "bigint", descending: true },
    ],
  };
}

/** The first place in each article that names a role, newest article first. Parents are role keys. */
export const roleEvidenceList: ListQuery = {
  name: "role evidence",
  select: `m.article_key AS "articleKey", m.ordinal AS "ordinal", m.sentence_index AS "sentenceIndex"`,
  base: "role_mention m",
  parent: ["m.role_key"],
  where: [
    {
      text:
        "NOT EXISTS (SELECT 1 FROM role_mention earlier WHERE earlier.role_key = m.role_key AND earlier.article_key = m.article_key " +
        "AND (earlier.ordinal, earlier.start_offset) < (m.ordinal, m.start_offset))",
      values: [],
    },
  ],
  order: [
    { sql: "m.sort_date", type: "bigint", descending: true },
    { sql: "m.article_key", type: "bigint", descending: true },
    { sql: "m.ordinal", type: "integer", descending: false },
    { sql: "m.start_offset", type: "integer", descending: false },
  ],
};
