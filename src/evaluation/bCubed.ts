/** Precision, recall and their harmonic mean, in 0..1. */
export interface ClusterScore {
  precision: number;
  recall: number;
  f1: number;
  items: number;
  /** Clusters of the reference and of the answer. */
  gold: number;
  found: number;
}

/**
 * BCubed (Bagga and Baldwin 1998; Amigó et al. 2009, "A comparison of extrinsic clustering evaluation metrics"): for each
 * item the share of the items in its found cluster that are of its gold cluster (precision), and the share of its gold
 * cluster that is in its found cluster (recall), the item itself counted; then the mean over all items. F1 is the harmonic mean
 * of the two means.
 * @param gold cluster of each item
 * @param found cluster of the same items, in the same order
 * @throws RangeError if the lists differ in length
 */
export function bCubed(gold: readonly string[], found: readonly string[]): ClusterScore {
  if (gold.length !== found.length) throw new RangeError("Both clusterings must name the same items.");
  const goldSizes = new Map<string, number>();
  const foundSizes = new Map<string, number>();
  const both = new Map<string, number>();
  const pair = (index: number): string => JSON.stringify([gold[index], found[index]]);
  for (const index of gold.keys()) {
    count(goldSizes, gold[index] ?? "");
    count(foundSizes, found[index] ?? "");
    count(both, pair(index));
  }
  let precision = 0;
  let recall = 0;
  for (const index of gold.keys()) {
    const shared = both.get(pair(index)) ?? 0;
    precision += shared / (foundSizes.get(found[index] ?? "") ?? 1);
    recall += shared / (goldSizes.get(gold[index] ?? "") ?? 1);
  }
  const items = gold.length;
  precision = items === 0 ? 0 : precision / items;
  recall = items === 0 ? 0 : recall / items;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    items,
    gold: goldSizes.size,
    found: foundSizes.size,
  };
}

/** Scores of several sets as of one set in which no two sets share a cluster: the means over all their items. */
export function bCubedTogether(scores: readonly ClusterScore[]): ClusterScore {
  const sum = (value: (score: ClusterScore) => number): number =>
    scores.reduce((total, score) => total + value(score), 0);
  const items = sum((score) => score.items);
  const precision = items === 0 ? 0 : sum((score) => score.precision * score.items) / items;
  const recall = items === 0 ? 0 : sum((score) => score.recall * score.items) / items;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    items,
    gold: sum((score) => score.gold),
    found: sum((score) => score.found),
  };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
