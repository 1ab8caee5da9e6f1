import type { FeatureScores, WeightedFeature } from "../FeatureTable.js";
import { KEY_BITS } from "../FeatureTable.js";
import { LABEL_COUNT } from "../labels.js";
import { Lattice } from "../Lattice.js";

const L = LABEL_COUNT;
const KEY_MASK = (1 << KEY_BITS) - 1;

/** How fast and how firmly weights are learnt. */
export interface TrainerOptions {
  rate: number;
  /** Weight of the squared weights in what is minimised. */
  decay: number;
}

/** Weights of a conditional random field, learnt by AdaGrad (Duchi et al. 2011), one stretch of tokens at a time. */
export class WeightTrainer implements FeatureScores {
  readonly transitions = new Float64Array(L * L);
  private readonly weights = new Float32Array((KEY_MASK + 1) * L);
  private readonly squares = new Float32Array((KEY_MASK + 1) * L).fill(1e-4);
  private readonly transitionSquares = new Float64Array(L * L).fill(1e-2);
  private readonly lattice = new Lattice();
  private readonly gradient = new Float64Array(L * L);
  private readonly tokenGradient = new Float64Array(L);

  constructor(private readonly options: TrainerOptions) {}

  addScores(features: Int32Array, count: number, out: Float64Array, offset: number): void {
    this.score(features, 0, count, out, offset);
  }

  /**
   * Learns one stretch: the features of its tokens behind each other, where each token's begin (one entry more than
   * tokens), and the labels. Returns the negative logarithm of the likelihood before.
   */
  learn(features: Int32Array, starts: Int32Array, labels: Uint8Array): number {
    const { length } = labels;
    const { lattice, transitions } = this;
    lattice.reset(length);
    for (let at = 0; at < length; at++) {
      this.score(features, starts[at] ?? 0, starts[at + 1] ?? 0, lattice.scores, at * L);
    }
    lattice.setSteps(transitions, 1);
    lattice.sum(length, 1);
    let loss = 0;
    this.gradient.fill(0);
    for (let at = 0; at < length; at++) {
      const gold = labels[at] ?? 0;
      for (let label = 0; label < L; label++) {
        const row = at * L + label;
        const marginal = (lattice.forward[row] ?? 0) * (lattice.backward[row] ?? 0);
        if (label === gold) loss -= Math.log(Math.max(marginal, 1e-12));
        this.tokenGradient[label] = marginal - (label === gold ? 1 : 0);
      }
      this.stepFeatures(features, starts[at] ?? 0, starts[at + 1] ?? 0);
      this.addTransitionGradient(at, at === 0 ? 0 : (labels[at - 1] ?? 0), gold);
    }
    this.stepTransitions();
    return loss;
  }

  /** The features whose largest weight counts most, at most `limit`. */
  strongest(limit: number): WeightedFeature[] {
    const sized: { key: number; size: number }[] = [];
    for (let key = 0; key <= KEY_MASK; key++) {
      let size = 0;
      for (let label = 0; label < L; label++) size += (this.weights[key * L + label] ?? 0) ** 2;
      if (size > 1e-5) sized.push({ key, size });
    }
    sized.sort((a, b) => b.size - a.size);
    return sized
      .slice(0, limit)
      .map(({ key }) => ({ key, weights: this.weights.slice(key * L, (key + 1) * L) }));
  }

  private score(features: Int32Array, from: number, to: number, out: Float64Array, offset: number): void {
    const { weights } = this;
    for (let index = from; index < to; index++) {
      const row = ((features[index] ?? 0) & KEY_MASK) * L;
      for (let label = 0; label < L; label++) {
        out[offset + label] = (out[offset + label] ?? 0) + (weights[row + label] ?? 0);
      }
    }
  }

  private stepFeatures(features: Int32Array, from: number, to: number): void {
    const { weights, squares, tokenGradient } = this;
    const { rate, decay } = this.options;
    for (let label = 0; label < L; label++) {
      const slope = tokenGradient[label] ?? 0;
      if (Math.abs(slope) < 1e-4) continue;
      for (let index = from; index < to; index++) {
        const at = ((features[index] ?? 0) & KEY_MASK) * L + label;
        const weight = weights[at] ?? 0;
        const step = slope + decay * weight;
        const square = (squares[at] ?? 0) + step * step;
        squares[at] = square;
        weights[at] = weight - (rate * step) / Math.sqrt(square);
      }
    }
  }

  private addTransitionGradient(at: number, goldBefore: number, gold: number): void {
    const { forward, backward, potentials, norms, steps } = this.lattice;
    const row = at * L;
    for (let label = 0; label < L; label++) {
      const behind = ((potentials[row + label] ?? 0) * (backward[row + label] ?? 0)) / (norms[at] ?? 1);
      for (let before = 0; before < (at === 0 ? 1 : L); before++) {
        const reached = at === 0 ? 1 : (forward[row - L + before] ?? 0);
        const index = before * L + label;
        this.gradient[index] = (this.gradient[index] ?? 0) + reached * (steps[index] ?? 0) * behind;
      }
    }
    const index = goldBefore * L + gold;
    this.gradient[index] = (this.gradient[index] ?? 0) - 1;
  }

  private stepTransitions(): void {
    for (let index = 0; index < L * L; index++) {
      const slope = this.gradient[index] ?? 0;
      const square = (this.transitionSquares[index] ?? 0) + slope * slope;
      this.transitionSquares[index] = square;
      this.transitions[index] =
        (this.transitions[index] ?? 0) - (this.options.rate * slope) / Math.sqrt(square);
    }
  }
}
