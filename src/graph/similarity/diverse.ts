/** Something to choose, with how well it fits, 0..1. */
export interface Choice {
  key: number;
  score: number;
}

/**
 * Chooses by maximal marginal relevance (Carbonell and Goldstein 1998): one after the other the item with the highest
 * λ · score − (1 − λ) · (greatest similarity to one already chosen). Ties fall to the lower key.
 * @param similarity of two items, 0..1
 * @param lambda 1 for the best alone, 0 for the most different
 */
export function diverse<Item extends Choice>(
  items: readonly Item[],
  limit: number,
  similarity: (a: number, b: number) => number,
  lambda = 0.75,
): Item[] {
  const chosen: Item[] = [];
  const left = items.map((item) => ({ item, nearest: 0 }));
  while (chosen.length < limit && left.length > 0) {
    let best = 0;
    const value = ({ item, nearest }: (typeof left)[number]): number =>
      lambda * item.score - (1 - lambda) * nearest;
    for (const [index, candidate] of left.entries()) {
      const other = left[best] as (typeof left)[number];
      const difference = value(candidate) - value(other);
      if (difference > 0 || (difference === 0 && candidate.item.key < other.item.key)) best = index;
    }
    const [taken] = left.splice(best, 1);
    if (taken === undefined) break;
    chosen.push(taken.item);
    for (const candidate of left)
      candidate.nearest = Math.max(candidate.nearest, similarity(taken.item.key, candidate.item.key));
  }
  return chosen;
}
