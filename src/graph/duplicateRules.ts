import { UNDATED } from "../entities/Article.js";

/** An article with the text of others, as far as it says which was first. */
export interface Copy {
  key: number;
  id: string;
  sortDate: number;
  /** Its outlet is an agency. */
  isAgency: boolean;
}

/** Copies of one text, the original first: an agency's before those who take it over, the older before the newer, undated ones last. */
export function inOrigin<Item extends Copy>(copies: readonly Item[]): Item[] {
  const time = ({ sortDate }: Item): number => (sortDate <= UNDATED ? Infinity : sortDate);
  return [...copies].sort((a, b) => {
    if (a.isAgency !== b.isAgency) return a.isAgency ? -1 : 1;
    if (time(a) !== time(b)) return time(a) - time(b);
    return a.id < b.id ? -1 : 1;
  });
}

/** Sets of keys that hang together by pairs; keys without a pair are none. */
export function components(pairs: readonly (readonly [number, number])[]): number[][] {
  const parent = new Map<number, number>();
  const root = (key: number): number => {
    let found = key;
    for (;;) {
      const next = parent.get(found) ?? found;
      if (next === found) return found;
      // Each step leads on to the one behind the next, so that the way is short the next time.
      parent.set(found, parent.get(next) ?? next);
      found = next;
    }
  };
  for (const [a, b] of pairs) {
    for (const key of [a, b]) if (!parent.has(key)) parent.set(key, key);
    parent.set(root(a), root(b));
  }
  const groups = new Map<number, number[]>();
  for (const key of parent.keys()) {
    const group = groups.get(root(key));
    if (group) group.push(key);
    else groups.set(root(key), [key]);
  }
  return [...groups.values()];
}
