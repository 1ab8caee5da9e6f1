/**
 * Pearson's product-moment correlation of two lists (Pearson 1895): covariance divided by both standard deviations, in -1..1; 0 where a
 * list does not vary.
 * @throws RangeError if the lists differ in length
 */
export function pearsonCorrelation(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError("Both lists must have the same length.");
  const meanX = mean(x);
  const meanY = mean(y);
  let both = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (const [index, value] of x.entries()) {
    const dx = value - meanX;
    const dy = (y[index] ?? 0) - meanY;
    both += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  }
  return squaresX === 0 || squaresY === 0 ? 0 : both / Math.sqrt(squaresX * squaresY);
}

/** Spearman's rank correlation (Spearman 1904): Pearson's of the ranks, equal values sharing the mean of their ranks. */
export function spearmanCorrelation(x: readonly number[], y: readonly number[]): number {
  return pearsonCorrelation(ranks(x), ranks(y));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const found = new Array<number>(values.length).fill(0);
  let from = 0;
  while (from < order.length) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    for (let place = from; place < to; place++) found[order[place] ?? 0] = (from + to - 1) / 2;
    from = to;
  }
  return found;
}
