import type { Annotation } from "../annotation/types.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { UNDATED } from "../entities/Article.js";
import { ArticleEntity } from "../entities/ArticleEntity.js";
import { Mention } from "../entities/Mention.js";
import { Paragraph } from "../entities/Paragraph.js";
import { addCoMentions, removeCoMentions } from "../graph/coMentionEdges.js";
import { indexArticle } from "../graph/search.js";
import { textStarts } from "./parts.js";

/** Stores the parts of an article, its mentions and all edges that follow from them, and keeps every count exact. */
export async function storeGraph(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  annotation: Annotation,
  entityKeys: ReadonlyMap<string, number>,
): Promise<void> {
  const starts = textStarts(annotation.parts);
  await insertRows(
    sql,
    Paragraph,
    annotation.parts.map(({ part, text, sentences }, ordinal) => ({
      articleKey,
      ordinal,
      part,
      text,
      textStart: starts[ordinal],
      sentences: JSON.stringify(sentences.flatMap(({ start, end }) => [start, end])),
    })),
  );
  const keyOf = (entity: string | null): number | null =>
    entity === null ? null : (entityKeys.get(entity) ?? null);
  await insertRows(
    sql,
    Mention,
    annotation.mentions.map((mention) => ({
      articleKey,
      ordinal: mention.part,
      part: annotation.parts[mention.part]?.part,
      startOffset: mention.start,
      endOffset: mention.end,
      textStart: starts[mention.part],
      sentenceIndex: mention.sentence,
      surface: mention.surface,
      kind: mention.kind,
      entityKind: mention.type,
      entityKey: keyOf(mention.entity),
      lemma: mention.lemma,
      nerConfidence: mention.nerConfidence,
      linkConfidence: mention.linkConfidence,
      decidedBy: mention.decidedBy,
      sortDate,
    })),
  );
  const edges = annotation.entities.flatMap(({ entity, count, salience, isMain, parts }) => {
    const entityKey = keyOf(entity);
    return entityKey === null
      ? []
      : [{ entityKey, mentionCount: count, salience, isMain, parts: JSON.stringify(parts) }];
  });
  await insertRows(
    sql,
    ArticleEntity,
    edges.map((edge) => ({ articleKey, ...edge, sortDate })),
  );
  const rank = new Map(edges.map(({ entityKey }, index) => [entityKey, index]));
  const places = annotation.mentions
    .flatMap((mention) => {
      const entityKey = keyOf(mention.entity);
      return entityKey === null
        ? []
        : [{ entityKey, ordinal: mention.part, sentenceIndex: mention.sentence }];
    })
    .sort((a, b) => (rank.get(a.entityKey) ?? 0) - (rank.get(b.entityKey) ?? 0));
  await addCoMentions(sql, articleKey, sortDate, places);
  await countEntities(sql, edges, 1);
  const textOf = (...parts: string[]): string =>
    annotation.parts
      .filter(({ part }) => parts.includes(part))
      .map(({ text }) => text)
      .join("\n");
  await indexArticle(sql, {
    articleKey,
    headline: textOf("HEADLINE"),
    lead: textOf("LEAD", "TEASER"),
    body: textOf("BODY", "CAPTION"),
    entityKeys: places.map(({ entityKey }) => entityKey),
  });
}

/** Takes everything out again that `storeGraph` and the page's links put in for an article. */
export async function removeGraph(sql: Sql, articleKey: number, sortDate: number): Promise<void> {
  const edges = await sql.all<{ entityKey: number; mentionCount: number }>(
    `SELECT entity_key AS "entityKey", mention_count AS "mentionCount" FROM article_entity WHERE article_key = ?`,
    [articleKey],
  );
  await removeCoMentions(
    sql,
    articleKey,
    sortDate,
    edges.map(({ entityKey }) => entityKey),
  );
  for (const table of ["paragraph", "mention", "article_entity", "related_link"]) {
    await sql.all(`DELETE FROM ${table} WHERE article_key = ?`, [articleKey]);
  }
  await countEntities(sql, edges, -1);
}

/** Keeps the entities' counts and dates exact after edges were added or taken away. */
async function countEntities(
  sql: Sql,
  edges: readonly { entityKey: number; mentionCount: number }[],
  sign: 1 | -1,
): Promise<void> {
  if (edges.length === 0) return;
  await sql.all(
    `UPDATE entity SET article_count = article_count + ${sign}, mention_count = mention_count + v.p1 * ${sign}, ` +
      `first_mentioned_at = (SELECT min(x.sort_date) FROM article_entity x WHERE x.entity_key = entity.key AND x.sort_date > ${UNDATED}), ` +
      `last_mentioned_at = (SELECT max(x.sort_date) FROM article_entity x WHERE x.entity_key = entity.key AND x.sort_date > ${UNDATED}) ` +
      `FROM ${sql.numbers(2)} v WHERE entity.key = v.p0`,
    [JSON.stringify(edges.map(({ entityKey, mentionCount }) => [entityKey, mentionCount]))],
  );
}
