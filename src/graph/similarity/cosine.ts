import type { SparseVector, TermSpace } from "./TermSpace.js";

/**
 * Cosine of two vectors with weights (1 + ln count) · rarity (Salton and Buckley 1988), rarities taken from the space as it is now; one walk over
 * both lists.
 */
export function cosine(a: SparseVector, b: SparseVector, space: TermSpace, scale: number): number {
  const { ids: idsA, weights: weightsA } = a;
  const { ids: idsB, weights: weightsB } = b;
  let dot = 0;
  for (let i = a.from, j = b.from; i < a.to && j < b.to;) {
    const idA = idsA[i] ?? 0;
    const idB = idsB[j] ?? 0;
    if (idA === idB) {
      const rarity = space.rarity(idA, scale);
      dot += (weightsA[i] ?? 0) * rarity * ((weightsB[j] ?? 0) * rarity);
    }
    if (idA <= idB) i++;
    if (idB <= idA) j++;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(space.squareOf(a, scale) * space.squareOf(b, scale));
}
