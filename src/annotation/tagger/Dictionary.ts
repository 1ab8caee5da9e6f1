import { BloomFilter } from "./BloomFilter.js";

const MAGIC = 0x574f5244;
const HEADER = 12;

/** The words of a spelling dictionary of one language: everyday words, and those that it writes with a capital only. */
export class Dictionary {
  constructor(
    private readonly words: BloomFilter,
    private readonly names: BloomFilter,
  ) {}

  /** Compiles the dictionary of a language from its folded word forms. */
  static of(words: ReadonlySet<string>, names: ReadonlySet<string>, bitsPerWord: number): Dictionary {
    return new Dictionary(BloomFilter.of(words, bitsPerWord), BloomFilter.of(names, 12));
  }

  /** Reads what `toBytes` wrote. @throws Error when it is not such a table */
  static fromBytes(bytes: Uint8Array): Dictionary {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const isTable = bytes.length >= HEADER && view.getUint32(0) === MAGIC;
    const split = isTable ? HEADER + view.getUint32(4) : 0;
    if (!isTable || split + view.getUint32(8) !== bytes.length) throw new Error("no table of words");
    return new Dictionary(
      new BloomFilter(bytes.subarray(HEADER, split)),
      new BloomFilter(bytes.subarray(split)),
    );
  }

  /** The table as a file holds it: magic number, two lengths, two filters. */
  toBytes(): Uint8Array {
    const { bits: words } = this.words;
    const { bits: names } = this.names;
    const bytes = new Uint8Array(HEADER + words.length + names.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, MAGIC);
    view.setUint32(4, words.length);
    view.setUint32(8, names.length);
    bytes.set(words, HEADER);
    bytes.set(names, HEADER + words.length);
    return bytes;
  }

  /** Is this folded word an everyday word? Some wrong yeses, no wrong noes. */
  isWord(folded: string): boolean {
    return this.words.has(folded);
  }

  /** Is this folded word always written with a capital? Rare wrong yeses. */
  isName(folded: string): boolean {
    return this.names.has(folded);
  }
}
