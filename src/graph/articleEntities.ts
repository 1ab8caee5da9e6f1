import { columnsOf } from "../db/rows.js";
import type { Sql } from "../db/Sql.js";
import { Entity } from "../entities/Entity.js";
import type { EntityKind } from "../entities/enums.js";
import { totalOrder, type Condition, type ListQuery } from "./list.js";

/** Which entities of an article. */
export interface ArticleEntityFilter {
  kinds: readonly EntityKind[] | null;
  minSalience: number | null;
}

/** An entity of an article with what the edge knows. */
export interface ArticleEntityRow extends Entity {
  articleKey: number;
  count: number;
  salience: number;
  isMain: boolean | number;
  /** JSON array. */
  parts: string;
}

/** Entities of an article, the most salient first. Parents are article keys. */
export function articleEntityList(sql: Sql, { kinds, minSalience }: ArticleEntityFilter): ListQuery {
  const where: Condition[] = [];
  if (kinds !== null) where.push({ text: sql.anyOf("e.kind"), values: [{ list: kinds }] });
  if (minSalience !== null) where.push({ text: "x.salience >= ?", values: [minSalience] });
  const join = "JOIN entity e ON e.key = x.entity_key";
  return {
    name: "entities of an article",
    select: `${columnsOf(Entity, "e")}, x.article_key AS "articleKey", x.mention_count AS "count", x.salience AS "salience", x.is_main AS "isMain", x.parts AS "parts"`,
    base: "article_entity x",
    ...(kinds === null ? { lookups: join } : { joins: join }),
    parent: ["x.article_key"],
    where,
    order: totalOrder([{ sql: "x.salience", type: "real", descending: true }], "x.entity_key"),
  };
}
