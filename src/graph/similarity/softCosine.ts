import { termIds, type SparseVector, type TermSpace } from "./TermSpace.js";

const GRAM = 4;

/**
 * Cosine of two articles' words in which words that are spelled alike count as partly equal: every word stands for its groups of four
 * letters (after McNamee and Mayfield 2004, "Character n-gram tokenization"), with the weight of its rarity. Compounds, endings that no stemmer
 * knows, and names and words that languages share meet so.
 */
export function softCosine(a: SparseVector, b: SparseVector, space: TermSpace, scale: number): number {
  const first = gramsOf(a, space, scale);
  const second = gramsOf(b, space, scale);
  let dot = 0;
  for (const [gram, weight] of first) dot += weight * (second.get(gram) ?? 0);
  return dot === 0 ? 0 : dot / (norm(first) * norm(second));
}

function gramsOf(vector: SparseVector, space: TermSpace, scale: number): Map<string, number> {
  const grams = new Map<string, number>();
  for (const [index, id] of termIds(vector).entries()) {
    const word = `_${space.term(id)}_`;
    const count = Math.max(1, word.length - GRAM + 1);
    const weight = ((vector.weights[vector.from + index] ?? 0) * space.rarity(id, scale)) / Math.sqrt(count);
    for (let at = 0; at < count; at++) {
      const gram = word.slice(at, at + GRAM);
      grams.set(gram, (grams.get(gram) ?? 0) + weight);
    }
  }
  return grams;
}

function norm(vector: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const weight of vector.values()) sum += weight * weight;
  return Math.sqrt(sum);
}
