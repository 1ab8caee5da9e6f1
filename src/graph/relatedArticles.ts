import { columnsOf } from "../db/rows.js";
import { Article } from "../entities/Article.js";
import type { RelatedReasonKind } from "../entities/enums.js";
import { totalOrder, type ListQuery } from "./list.js";

/** Why two articles are related, as stored. */
export interface StoredReason {
  kind: RelatedReasonKind;
  /** 0..1. */
  weight: number;
  /** Keys of the shared entities, rarest first. */
  entities: number[];
}

/** Which related articles. */
export interface RelatedFilter {
  /** Only edges with at least one of these reasons. */
  reasons: readonly RelatedReasonKind[] | null;
}

/** A related article with score and reasons. */
export interface RelatedRow extends Article {
  score: number;
  /** JSON array of `StoredReason`. */
  reasons: string;
}

/** Articles related to an article, best first. Parents are article keys. */
export function relatedList({ reasons }: RelatedFilter): ListQuery {
  const kinds = reasons === null ? null : [...new Set(reasons)];
  return {
    name: "related",
    select: `${columnsOf(Article, "a")}, x.score AS "score", x.reasons AS "reasons"`,
    base: "related_article x",
    lookups: "JOIN article a ON a.key = x.related_key",
    parent: ["x.article_key"],
    rowKey: "x.rowid",
    where:
      kinds === null
        ? []
        : [
            {
              // The kinds are constants of ours; as text they can only stand where a kind is written.
              text: kinds.map(() => "x.reasons LIKE ?").join(" OR ") || "1 = 0",
              values: kinds.map((kind) => `%"kind":"${kind}"%`),
            },
          ],
    order: totalOrder([{ sql: "x.score", type: "real", descending: true }], "x.related_key"),
  };
}
