import type { Entity } from "../entities/Entity.js";
import { logLikelihood, npmi, type CoMentionFilter, type PairCounts } from "../graph/coMentions.js";
import type { CoMentionEdge } from "../schema/connections.js";
import type { Context } from "../schema/Context.js";

/** The edge from entity `aKey` to `node`; what needs further statements is only read when it is asked for. */
export function coMentionEdge(
  { loaders }: Context,
  aKey: number,
  node: Entity,
  { articleCount, sentenceCount, paragraphCount }: PairCounts,
  filter: CoMentionFilter | null,
  cursor: string,
): CoMentionEdge {
  const pair = [aKey, node.key];
  const spans = () => loaders.pairSpans.load(pair, filter);
  const measured = async (measure: typeof npmi): Promise<number> => {
    const [a, b] = await Promise.all(pair.map((key) => loaders.marginals.load(key, filter)));
    return measure(articleCount, a?.count ?? 0, b?.count ?? 0, a?.total ?? 0);
  };
  return {
    node,
    cursor,
    aKey,
    filter,
    articleCount,
    sentenceCount,
    paragraphCount,
    firstSeen: async () => (await spans()).firstSeen,
    lastSeen: async () => (await spans()).lastSeen,
    sourceCount: async () => (await spans()).sourceCount,
    npmi: () => measured(npmi),
    logLikelihood: () => measured(logLikelihood),
  };
}
