/**
 * Average-link agglomerative clustering (Sokal and Michener 1958): the two groups with the highest mean over all their pairs become one,
 * as long as that mean is above 0. Ties fall to the lower index, so that the result depends on the order of the items only where
 * means are equal.
 * @param affinity symmetric: above 0 for items that belong together
 * @returns for each item the lowest index of its group
 */
export function averageLink(size: number, affinity: (a: number, b: number) => number): number[] {
  const sums = Array.from({ length: size }, () => new Float64Array(size));
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) setBoth(sums, a, b, affinity(a, b));
  }
  const counts = new Array<number>(size).fill(1);
  const groups = Array.from({ length: size }, (_, index) => index);
  const alive = new Set(groups);
  const best = groups.map((a) => bestPartner(a, alive, sums, counts));
  for (;;) {
    let first = -1;
    for (const a of alive) {
      if ((best[a]?.mean ?? 0) > (first === -1 ? 0 : (best[first]?.mean ?? 0))) first = a;
    }
    const second = first === -1 ? -1 : (best[first]?.partner ?? -1);
    if (first === -1 || second === -1) break;
    const [kept, gone] = first < second ? [first, second] : [second, first];
    for (const other of alive) {
      if (other !== kept && other !== gone)
        setBoth(sums, kept, other, (sums[kept]?.[other] ?? 0) + (sums[gone]?.[other] ?? 0));
    }
    counts[kept] = (counts[kept] ?? 0) + (counts[gone] ?? 0);
    alive.delete(gone);
    for (const [item, group] of groups.entries()) if (group === gone) groups[item] = kept;
    for (const a of alive) {
      const partner = best[a]?.partner;
      const mean = a === kept ? -Infinity : meanOf(a, kept, sums, counts);
      if (a === kept || partner === kept || partner === gone) best[a] = bestPartner(a, alive, sums, counts);
      else if (mean > (best[a]?.mean ?? -Infinity)) best[a] = { partner: kept, mean };
    }
  }
  return groups;
}

interface Partner {
  partner: number;
  mean: number;
}

function bestPartner(
  a: number,
  alive: ReadonlySet<number>,
  sums: readonly Float64Array[],
  counts: readonly number[],
): Partner {
  let found: Partner = { partner: -1, mean: -Infinity };
  for (const b of alive) {
    const mean = b === a ? -Infinity : meanOf(a, b, sums, counts);
    if (mean > found.mean) found = { partner: b, mean };
  }
  return found;
}

function meanOf(a: number, b: number, sums: readonly Float64Array[], counts: readonly number[]): number {
  return (sums[a]?.[b] ?? 0) / ((counts[a] ?? 1) * (counts[b] ?? 1));
}

function setBoth(sums: readonly Float64Array[], a: number, b: number, value: number): void {
  const rowA = sums[a];
  const rowB = sums[b];
  if (rowA) rowA[b] = value;
  if (rowB) rowB[a] = value;
}
