import { LABEL_COUNT, isBegin, mayFollow } from "./labels.js";

const L = LABEL_COUNT;
const IMPOSSIBLE = -1e9;

/**
 * Scores of all labels of the tokens of one stretch, and what follows from them: the best labels, and the
 * probabilities of a linear-chain conditional random field (Lafferty et al. 2001; forward and backward sums are
 * scaled as in Rabiner 1989). Before the first token stands an outside label. Its arrays are used again and again.
 */
export class Lattice {
  /** `scores[token * LABEL_COUNT + label]`; fill in before the calls. */
  scores = new Float64Array(0);
  /** Forward and backward sums; a token's products of both sum to 1. */
  forward = new Float64Array(0);
  backward = new Float64Array(0);
  /** exp of the scores, each token's divided by its largest. */
  potentials = new Float64Array(0);
  /** Sum by which the forward sums of each token were divided. */
  norms = new Float64Array(0);
  /** exp of the transitions; 0 where a label may not follow. */
  readonly steps = new Float64Array(L * L);
  private best = new Float64Array(0);
  private from = new Uint8Array(0);

  /** Makes room for the tokens of a stretch and sets their scores to 0. */
  reset(length: number): void {
    if (this.scores.length < length * L) {
      const size = length * L * 2;
      this.scores = new Float64Array(size);
      this.forward = new Float64Array(size);
      this.backward = new Float64Array(size);
      this.potentials = new Float64Array(size);
      this.norms = new Float64Array(length * 2);
      this.best = new Float64Array(size);
      this.from = new Uint8Array(size);
    }
    this.scores.fill(0, 0, length * L);
  }

  /** Writes the labels of the best path to `labels` (Viterbi 1967). */
  decode(length: number, transitions: Float64Array, labels: Uint8Array): void {
    const { scores, best, from } = this;
    for (let at = 0; at < length; at++) {
      for (let label = 0; label < L; label++) {
        let top = -Infinity;
        let source = 0;
        for (let before = 0; before < (at === 0 ? 1 : L); before++) {
          if (!mayFollow(before, label)) continue;
          const reached = at === 0 ? 0 : (best[(at - 1) * L + before] ?? 0);
          const score = reached + (transitions[before * L + label] ?? 0);
          if (score > top) {
            top = score;
            source = before;
          }
        }
        best[at * L + label] = Math.max(top, IMPOSSIBLE) + (scores[at * L + label] ?? 0);
        from[at * L + label] = source;
      }
    }
    let label = 0;
    for (let other = 1; other < L; other++) {
      if ((best[(length - 1) * L + other] ?? 0) > (best[(length - 1) * L + label] ?? 0)) label = other;
    }
    for (let at = length - 1; at >= 0; at--) {
      labels[at] = label;
      label = from[at * L + label] ?? 0;
    }
  }

  /** Sets `steps` from the scores of transitions. */
  setSteps(transitions: Float64Array, temperature: number): void {
    for (let before = 0; before < L; before++) {
      for (let label = 0; label < L; label++) {
        const score = transitions[before * L + label] ?? 0;
        this.steps[before * L + label] = mayFollow(before, label) ? Math.exp(score / temperature) : 0;
      }
    }
  }

  /** Computes forward and backward sums; call `setSteps` before. */
  sum(length: number, temperature: number): void {
    const { scores, potentials, forward, backward, norms, steps } = this;
    for (let at = 0; at < length; at++) {
      const row = at * L;
      let top = -Infinity;
      for (let label = 0; label < L; label++) top = Math.max(top, scores[row + label] ?? 0);
      let norm = 0;
      for (let label = 0; label < L; label++) {
        const potential = Math.exp(((scores[row + label] ?? 0) - top) / temperature);
        potentials[row + label] = potential;
        let reached = at === 0 ? (steps[label] ?? 0) : 0;
        if (at > 0) {
          for (let before = 0; before < L; before++) {
            reached += (forward[row - L + before] ?? 0) * (steps[before * L + label] ?? 0);
          }
        }
        const value = reached * potential;
        forward[row + label] = value;
        norm += value;
      }
      norms[at] = norm;
      for (let label = 0; label < L; label++) forward[row + label] = (forward[row + label] ?? 0) / norm;
    }
    backward.fill(1, (length - 1) * L, length * L);
    for (let at = length - 2; at >= 0; at--) {
      const next = (at + 1) * L;
      for (let label = 0; label < L; label++) {
        let sum = 0;
        for (let after = 0; after < L; after++) {
          sum +=
            (steps[label * L + after] ?? 0) * (potentials[next + after] ?? 0) * (backward[next + after] ?? 0);
        }
        backward[at * L + label] = sum / (norms[at + 1] ?? 1);
      }
    }
  }

  /** Probability that exactly the tokens `first..last` are a name whose first token has the label; call `sum` before. */
  spanProbability(first: number, last: number, begin: number, length: number): number {
    const { potentials, forward, backward, norms, steps } = this;
    const inner = isBegin(begin) ? begin + 1 : begin;
    let value = 0;
    if (first === 0) value = steps[begin] ?? 0;
    else {
      for (let before = 0; before < L; before++) {
        value += (forward[(first - 1) * L + before] ?? 0) * (steps[before * L + begin] ?? 0);
      }
    }
    value *= (potentials[first * L + begin] ?? 0) / (norms[first] ?? 1);
    let label = begin;
    for (let at = first + 1; at <= last; at++) {
      value *= ((steps[label * L + inner] ?? 0) * (potentials[at * L + inner] ?? 0)) / (norms[at] ?? 1);
      label = inner;
    }
    if (last === length - 1) return clamp(value);
    let ends = 0;
    const next = (last + 1) * L;
    for (let after = 0; after < L; after++) {
      if (after === inner) continue;
      ends +=
        (steps[label * L + after] ?? 0) * (potentials[next + after] ?? 0) * (backward[next + after] ?? 0);
    }
    return clamp((value * ends) / (norms[last + 1] ?? 1));
  }
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
