const HASHES = 4;

/** A set of folded words that may, rarely, claim a word that it does not hold; never the other way round. */
export class BloomFilter {
  /** @param bits one bit per place, eight places a byte */
  constructor(readonly bits: Uint8Array) {}

  /** A filter for these words; `bitsPerWord` 6 claims about one word of eighteen wrongly, 10 one of eighty. */
  static of(words: ReadonlySet<string>, bitsPerWord: number): BloomFilter {
    const bits = new Uint8Array(Math.max(1, Math.ceil((words.size * bitsPerWord) / 8)));
    for (const word of words) {
      for (const at of placesOf(word, bits.length * 8))
        bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
    }
    return new BloomFilter(bits);
  }

  /** Is the word in the set? */
  has(word: string): boolean {
    return placesOf(word, this.bits.length * 8).every(
      (at) => ((this.bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0,
    );
  }
}

/** The bits that stand for a word. */
function placesOf(word: string, size: number): number[] {
  const hash = hashText(word);
  const step = mix(hash) | 1;
  return Array.from({ length: HASHES }, (_, count) => ((hash + Math.imul(count, step)) >>> 0) % size);
}

/** FNV-1a over UTF-16 units from `from` to `to`, 32 bits (Fowler, Noll, Vo; public domain). */
export function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let index = from; index < to; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Spreads the bits of a 32-bit number (the finalizer of MurmurHash3; public domain). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
