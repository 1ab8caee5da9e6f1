import type { AnnotatedMention, Annotation } from "../annotation/types.js";
import { insertRows } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { ArticleEntity } from "../entities/ArticleEntity.js";
import { Mention } from "../entities/Mention.js";
import { Paragraph } from "../entities/Paragraph.js";
import { addCoMentions, removeCoMentions } from "../graph/coMentionEdges.js";
import { indexArticle } from "../graph/search.js";
import type { ArticleWords } from "./articleWords.js";
import { addToEntities, takeFromEntities } from "./entityCounts.js";
import { textStarts } from "./parts.js";
import { removeSpeech, storeQuotations, storeRoles } from "./speech.js";
import { forgetThings, storeThings } from "./storeThings.js";
import { storeVector } from "./storeVector.js";

/** What a mention or an edge means. */
type Meaning = Pick<AnnotatedMention, "entity" | "thing">;

/** Of a link to an entity that only articles know, where its span is sure: two people may have one name. */
const THING_CONFIDENCE = 0.8;

/**
 * Stores the parts of an article, its mentions and all edges that follow from them, and keeps every count exact.
 * @param isNew the article has no words in the search index yet
 */
export async function storeGraph(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  annotation: Annotation,
  words: ArticleWords,
  entityKeys: ReadonlyMap<string, number>,
  isNew = false,
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
  const thingKeys = await storeThings(sql, articleKey, annotation);
  const keyOf = ({ entity, thing }: Meaning): number | null =>
    (entity === null ? thingKeys.get(thing ?? "") : entityKeys.get(entity)) ?? null;
  const roleOf = new Map(annotation.roles.map(({ holder, title }) => [holder, title]));
  await insertRows(
    sql,
    Mention,
    annotation.mentions.map((mention, index) => ({
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
      entityKey: keyOf(mention),
      lemma: mention.lemma,
      grammaticalCase: mention.grammaticalCase,
      candidates: JSON.stringify(mention.candidates),
      reason: mention.reason,
      roleText: roleOf.get(index) ?? null,
      nerConfidence: mention.nerConfidence,
      linkConfidence:
        mention.linkConfidence ?? (keyOf(mention) === null ? null : THING_CONFIDENCE * mention.nerConfidence),
      decidedBy: mention.decidedBy,
      sortDate,
    })),
  );
  const edges = annotation.entities.flatMap(({ count, salience, isMain, parts, ...meaning }) => {
    const entityKey = keyOf(meaning);
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
      const entityKey = keyOf(mention);
      return entityKey === null
        ? []
        : [{ entityKey, ordinal: mention.part, sentenceIndex: mention.sentence }];
    })
    .sort((a, b) => (rank.get(a.entityKey) ?? 0) - (rank.get(b.entityKey) ?? 0));
  await addCoMentions(sql, articleKey, sortDate, places);
  await addToEntities(sql, edges, sortDate);
  const speech = {
    articleKey,
    sortDate,
    starts,
    entityOf: (index: number): number | null => {
      const mention = annotation.mentions[index];
      return mention === undefined ? null : keyOf(mention);
    },
  };
  await storeQuotations(sql, annotation, speech);
  await storeRoles(sql, annotation, speech);
  const names = places.map(({ entityKey }) => entityKey);
  await indexArticle(sql, articleKey, words, names, isNew);
  if (words.terms !== null) {
    const named = annotation.entities.flatMap((meaning): [string, number][] => {
      const entityKey = keyOf(meaning);
      return entityKey === null ? [] : [[meaning.entity ?? meaning.thing ?? "", entityKey]];
    });
    await storeVector(sql, articleKey, sortDate, words.terms, words.shingles, new Map(named), isNew);
  }
}

/** Takes everything out again that `storeGraph` and, unless they are kept, the page's links put in for an article. */
export async function removeGraph(
  sql: Sql,
  articleKey: number,
  sortDate: number,
  keepsLinks = false,
): Promise<void> {
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
  const tables = ["paragraph", "mention", "article_entity", ...(keepsLinks ? [] : ["related_link"])];
  for (const table of tables) {
    await sql.all(`DELETE FROM ${table} WHERE article_key = ?`, [articleKey]);
  }
  await takeFromEntities(sql, edges);
  await removeSpeech(sql, articleKey);
  await forgetThings(
    sql,
    edges.map(({ entityKey }) => entityKey),
  );
}
