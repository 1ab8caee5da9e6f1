import type { StoredReason } from "../graph/relatedArticles.js";
import type { RelatedReason } from "../schema/connections.js";

/** Reasons as they are stored with an edge between articles. */
export function readReasons(json: string): RelatedReason[] {
  return (JSON.parse(json) as StoredReason[]).map(({ kind, weight, entities }) => ({
    kind,
    weight,
    entityKeys: entities,
  }));
}
