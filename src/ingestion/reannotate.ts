import { annotate } from "../annotation/annotate.js";
import type { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import type { Tagger } from "../annotation/tagger/Tagger.js";
import type { ArticlePart } from "../annotation/types.js";
import type { Sql } from "../db/Sql.js";
import { articleWords } from "./articleWords.js";
import { removeGraph, storeGraph } from "./storeGraph.js";

/** What annotation needs, and the key of each knowledge base entity. */
export interface AnnotationTools {
  gazetteer: Gazetteer;
  tagger: Tagger;
  entityKeys: ReadonlyMap<string, number>;
}

/** Annotates an article again from its stored text, in place of what it had; its links and its text stay. */
export async function reannotate(
  sql: Sql,
  articleKey: number,
  { gazetteer, tagger, entityKeys }: AnnotationTools,
): Promise<void> {
  const article = await sql.first<{
    sortDate: number;
    inLanguage: string;
    isStub: boolean;
  }>(
    `SELECT sort_date AS "sortDate", in_language AS "inLanguage", is_stub AS "isStub" FROM article WHERE key = ?`,
    [articleKey],
  );
  if (article === null) return;
  const parts = await sql.all<{ part: ArticlePart; text: string }>(
    "SELECT part, text FROM paragraph WHERE article_key = ? ORDER BY ordinal",
    [articleKey],
  );
  const annotation = annotate(parts, article.inLanguage, gazetteer, tagger);
  await removeGraph(sql, articleKey, article.sortDate, true);
  const words = articleWords(annotation, Boolean(article.isStub));
  await storeGraph(sql, articleKey, article.sortDate, annotation, words, entityKeys);
}
