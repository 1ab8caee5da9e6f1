import { createHash } from "node:crypto";
import { fold } from "../annotation/text/fold.js";
import type { Annotation } from "../annotation/types.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { globalId } from "../entities/globalId.js";
import { Quotation } from "../entities/Quotation.js";
import { Role, RoleMention } from "../entities/Role.js";

/** Where an article's rows go, and the entity of each of its mentions (by index; null where there is none). */
export interface SpeechContext {
  articleKey: number;
  sortDate: number;
  /** Offset of each part in `articleBody`. */
  starts: readonly number[];
  entityOf: (mention: number) => number | null;
}

/** Stores what the article says that people said. */
export async function storeQuotations(
  sql: Sql,
  annotation: Annotation,
  context: SpeechContext,
): Promise<void> {
  const { articleKey, sortDate, starts, entityOf } = context;
  await insertRows(
    sql,
    Quotation,
    annotation.quotations.map(({ part, sentence, start, end, speaker, cue, confidence }) => {
      const text = annotation.parts[part]?.text.slice(start, end) ?? "";
      return {
        articleKey,
        ordinal: part,
        part: annotation.parts[part]?.part,
        startOffset: start,
        endOffset: end,
        textStart: starts[part],
        sentenceIndex: sentence,
        text,
        folded: foldedWords(text),
        hash: createHash("sha256").update(foldedWords(text)).digest("base64url").slice(0, 16),
        speakerKey: speaker === null ? null : entityOf(speaker),
        speakerText: speaker === null ? null : (annotation.mentions[speaker]?.surface ?? null),
        cue,
        confidence,
        sortDate,
      };
    }),
  );
}

/** The words of a text without case, marks and punctuation, one blank between them. */
function foldedWords(text: string): string {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}

/** Stores the offices that the article gives people; of people without an entity none. */
export async function storeRoles(sql: Sql, annotation: Annotation, context: SpeechContext): Promise<void> {
  const { articleKey, sortDate, entityOf } = context;
  const found = annotation.roles.flatMap((role) => {
    const holderKey = entityOf(role.holder);
    return holderKey === null
      ? []
      : [
          {
            ...role,
            holderKey,
            organizationKey: role.organization === null ? null : entityOf(role.organization),
            countryKey: role.country === null ? null : entityOf(role.country),
          },
        ];
  });
  if (found.length === 0) return;
  const ids = await idsOf(sql, [
    ...new Set(
      found.flatMap(({ holderKey, organizationKey, countryKey }) => [holderKey, organizationKey, countryKey]),
    ),
  ]);
  const rows = found.map((role) => {
    const name = (key: number | null): string => (key === null ? "" : (ids.get(key) ?? ""));
    const identity = [role.holderKey, role.organizationKey, role.countryKey].map(name);
    return { ...role, id: globalId("R", [...identity, role.normalizedTitle].join("|")) };
  });
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  const stored = await insertRows<{ key: number; id: string }>(
    sql,
    Role,
    unique.map(({ id, holderKey, organizationKey, countryKey, normalizedTitle, title }) => ({
      id,
      holderKey,
      organizationKey,
      countryKey,
      normalizedTitle,
      title,
      articleCount: 0,
      firstSeen: null,
      lastSeen: UNDATED,
    })),
    "ON CONFLICT (id) DO UPDATE SET id = excluded.id",
    "key, id",
  );
  const keys = new Map(stored.map(({ key, id }) => [id, key]));
  await insertRows(
    sql,
    RoleMention,
    rows.map(({ id, part, start, end, sentence, title }) => ({
      roleKey: keys.get(id),
      articleKey,
      ordinal: part,
      startOffset: start,
      endOffset: end,
      sentenceIndex: sentence,
      title,
      sortDate,
    })),
    "ON CONFLICT DO NOTHING",
  );
  await countRoles(sql, [...keys.values()], 1);
}

/** Takes the quotations and roles of an article out again. */
export async function removeSpeech(sql: Sql, articleKey: number): Promise<void> {
  const roles = await sql.all<{ key: number }>(
    `SELECT DISTINCT role_key AS key FROM role_mention WHERE article_key = ?`,
    [articleKey],
  );
  for (const table of ["quotation", "role_mention"]) {
    await sql.all(`DELETE FROM ${table} WHERE article_key = ?`, [articleKey]);
  }
  await countRoles(
    sql,
    roles.map(({ key }) => key),
    -1,
  );
}

async function idsOf(sql: Sql, keys: readonly (number | null)[]): Promise<Map<number, string>> {
  const rows = await sql.all<{ key: number; id: string }>(
    `SELECT key, id FROM entity WHERE ${sql.anyOf("key")}`,
    [{ list: keys.filter((key) => key !== null) }],
  );
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** Keeps counts, dates and titles of roles exact after an article came or went; a role that no article names is gone. */
async function countRoles(sql: Sql, keys: readonly number[], sign: 1 | -1): Promise<void> {
  if (keys.length === 0) return;
  if (sign < 0) {
    await sql.all(
      `DELETE FROM role WHERE ${sql.anyOf("key")} AND NOT EXISTS (SELECT 1 FROM role_mention m WHERE m.role_key = role.key)`,
      [{ list: keys }],
    );
  }
  await sql.all(
    `UPDATE role SET article_count = article_count + ${sign}, ` +
      `first_seen = (SELECT min(m.sort_date) FROM role_mention m WHERE m.role_key = role.key AND m.sort_date > ${UNDATED}), ` +
      `last_seen = (SELECT max(m.sort_date) FROM role_mention m WHERE m.role_key = role.key), ` +
      `title = (SELECT m.title FROM role_mention m WHERE m.role_key = role.key ORDER BY m.sort_date DESC, m.title LIMIT 1) ` +
      `WHERE ${sql.anyOf("key")}`,
    [{ list: keys }],
  );
}
