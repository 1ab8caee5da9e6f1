import type { SparseVector, TermSpace } from "./TermSpace.js";

/**
 * Cosine of two vectors with weights (1 + ln count) · rarity (Salton and Buckley 1988), rarities taken from the space as it is now; one walk over
 * both lists.
 */
export function cosine(a: SparseVector, b: SparseVector, space: TermSpace, scale: number): number {
  let dot = 0;
  let normA = 0;
  let normB = 0;
  let i = a.from;
  let j = b.from;
  while (i < a.to || j < b.to) {
    const idA = i < a.to ? (a.ids[i] ?? 0) : Infinity;
    const idB = j < b.to ? (b.ids[j] ?? 0) : Infinity;
    const rarity = space.rarity(Math.min(idA, idB), scale);
    const weightA = idA <= idB ? (a.weights[i] ?? 0) * rarity : 0;
    const weightB = idB <= idA ? (b.weights[j] ?? 0) * rarity : 0;
    normA += weightA * weightA;
    normB += weightB * weightB;
    dot += weightA * weightB;
    if (idA <= idB) i++;
    if (idB <= idA) j++;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(normA * normB);
}
