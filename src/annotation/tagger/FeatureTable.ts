import { FEATURE_VERSION } from "./features.js";
import { LABEL_COUNT } from "./labels.js";

/** Where scores of features come from: a finished table, or weights in training. */
export interface FeatureScores {
  /** Adds the scores of `count` features, one for every label, to `out` from `offset` on. */
  addScores(features: Int32Array, count: number, out: Float64Array, offset: number): void;
  /** LABEL_COUNT × LABEL_COUNT: score of a label (column) behind another (row). */
  readonly transitions: Float64Array;
}

/** A weight for every label of one feature. */
export interface WeightedFeature {
  /** Low `KEY_BITS` bits of the feature's hash. */
  key: number;
  weights: ArrayLike<number>;
}

/** Training and table tell features apart by so many bits of their hash. */
export const KEY_BITS = 21;

const MAGIC = 0x4d54_4147;
const FORMAT = 1;
/** Magic, format, feature version, labels, slot bits, scale, temperature. */
const HEADER = 4 * 7;
const EMPTY = 0xffff;
const KEY_MASK = (1 << KEY_BITS) - 1;

/**
 * Weights of the most telling features as 8-bit numbers in an open-addressing hash table: 16 bits of the key tell
 * whether a slot is a feature's own. Features that are not in it count nothing.
 */
export class FeatureTable implements FeatureScores {
  private constructor(
    private readonly checks: Uint16Array,
    private readonly weights: Int8Array,
    private readonly scale: number,
    readonly transitions: Float64Array,
    /** Scores are divided by it before they become probabilities. */
    readonly temperature: number,
  ) {}

  /** Builds a table of 2^`slotBits` slots; there must be fewer features than slots. */
  static of(
    features: readonly WeightedFeature[],
    transitions: Float64Array,
    temperature: number,
    slotBits: number,
  ): FeatureTable {
    const slots = 1 << slotBits;
    if (features.length >= slots) throw new Error("more features than slots");
    const checks = new Uint16Array(slots).fill(EMPTY);
    const weights = new Int8Array(slots * LABEL_COUNT);
    const scale = quantum(features);
    for (const feature of features) {
      let slot = feature.key & (slots - 1);
      while (checks[slot] !== EMPTY) slot = (slot + 1) & (slots - 1);
      checks[slot] = checkOf(feature.key);
      for (let label = 0; label < LABEL_COUNT; label++) {
        const steps = Math.round((feature.weights[label] ?? 0) / scale);
        weights[slot * LABEL_COUNT + label] = Math.max(-127, Math.min(127, steps));
      }
    }
    return new FeatureTable(checks, weights, scale, transitions, temperature);
  }

  /** The same weights with another temperature. */
  withTemperature(temperature: number): FeatureTable {
    return new FeatureTable(this.checks, this.weights, this.scale, this.transitions, temperature);
  }

  /** Reads what `toBytes` wrote. @throws Error when it is no such table or was made for other features */
  static fromBytes(bytes: Uint8Array): FeatureTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < HEADER || view.getUint32(0) !== MAGIC || view.getUint32(4) !== FORMAT)
      throw new Error("no table of tagger weights");
    if (view.getUint32(8) !== FEATURE_VERSION || view.getUint32(12) !== LABEL_COUNT)
      throw new Error("the table of tagger weights was made for other features: train it anew");
    const slots = 1 << view.getUint32(16);
    const pairs = LABEL_COUNT * LABEL_COUNT;
    if (bytes.length !== HEADER + 4 * pairs + slots * (2 + LABEL_COUNT))
      throw new Error("the table of tagger weights is cut off");
    const transitions = new Float64Array(pairs);
    for (let index = 0; index < pairs; index++) transitions[index] = view.getFloat32(HEADER + 4 * index);
    const checks = new Uint16Array(slots);
    const at = HEADER + 4 * pairs;
    for (let slot = 0; slot < slots; slot++) checks[slot] = view.getUint16(at + 2 * slot);
    // A copy: `slice` of a Buffer is none, and its memory begins elsewhere.
    const weights = new Int8Array(Uint8Array.from(bytes.subarray(at + 2 * slots)).buffer);
    return new FeatureTable(checks, weights, view.getFloat32(20), transitions, view.getFloat32(24));
  }

  /** The table as a file holds it; numbers are big-endian. */
  toBytes(): Uint8Array {
    const slots = this.checks.length;
    const at = HEADER + 4 * this.transitions.length;
    const bytes = new Uint8Array(at + slots * (2 + LABEL_COUNT));
    const view = new DataView(bytes.buffer);
    [MAGIC, FORMAT, FEATURE_VERSION, LABEL_COUNT, Math.log2(slots)].forEach((value, index) => {
      view.setUint32(4 * index, value);
    });
    view.setFloat32(20, this.scale);
    view.setFloat32(24, this.temperature);
    this.transitions.forEach((value, index) => {
      view.setFloat32(HEADER + 4 * index, value);
    });
    this.checks.forEach((value, slot) => {
      view.setUint16(at + 2 * slot, value);
    });
    bytes.set(new Uint8Array(this.weights.buffer), at + 2 * slots);
    return bytes;
  }

  addScores(features: Int32Array, count: number, out: Float64Array, offset: number): void {
    const { checks, weights, scale } = this;
    const mask = checks.length - 1;
    for (let index = 0; index < count; index++) {
      const key = (features[index] ?? 0) & KEY_MASK;
      const check = checkOf(key);
      let slot = key & mask;
      let found = checks[slot] ?? EMPTY;
      while (found !== EMPTY && found !== check) {
        slot = (slot + 1) & mask;
        found = checks[slot] ?? EMPTY;
      }
      if (found === EMPTY) continue;
      const from = slot * LABEL_COUNT;
      for (let label = 0; label < LABEL_COUNT; label++) {
        out[offset + label] = (out[offset + label] ?? 0) + (weights[from + label] ?? 0) * scale;
      }
    }
  }
}

/** The upper 16 bits of a key, never the mark of an empty slot. */
function checkOf(key: number): number {
  const check = (key >>> (KEY_BITS - 16)) & 0xffff;
  return check === EMPTY ? EMPTY - 1 : check;
}

/** Step of the 8-bit weights, so that all but one in a thousand fit. */
function quantum(features: readonly WeightedFeature[]): number {
  const sizes = features.map(({ weights }) =>
    Array.from(weights, Math.abs).reduce((a, b) => Math.max(a, b), 0),
  );
  sizes.sort((a, b) => a - b);
  return Math.max(1e-6, (sizes[Math.floor(sizes.length * 0.999)] ?? 0) / 127);
}
