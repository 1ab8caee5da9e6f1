import { Place, type DescribedText } from "./DescribedText.js";

/** Changes with every change of the features: a table of another version does not fit. */
export const FEATURE_VERSION = 1;

/** No token has more features. */
const MAX_FEATURES = 256;

const BEFORE_SENTENCE = 0x51ed270b;
const BEHIND_SENTENCE = 0x2f1b3c6d;

/** Writes the features of tokens as 32-bit hashes; two of different templates hardly ever meet. */
export class FeatureWriter {
  readonly features = new Int32Array(MAX_FEATURES);
  private count = 0;

  /** Writes the features of token `at` to `features`; how many. */
  write(text: DescribedText, at: number): number {
    this.count = 0;
    const sentence = text.sentences[at];
    const word = (index: number): number => {
      if (index < 0 || (index < at && text.sentences[index] !== sentence)) return BEFORE_SENTENCE;
      if (index >= text.length || text.sentences[index] !== sentence) return BEHIND_SENTENCE;
      return text.words[index] ?? 0;
    };
    const isInside = (index: number): boolean =>
      index >= 0 && index < text.length && text.sentences[index] === sentence;
    const isBefore = isInside(at - 1);
    const isBehind = isInside(at + 1);
    const facts = text.facts[at];
    const before = isBefore ? text.facts[at - 1] : undefined;
    const behind = isBehind ? text.facts[at + 1] : undefined;
    if (!facts) return 0;

    const { language } = text;
    const look = text.looks[at] ?? 0;
    const lookBefore = isBefore ? (text.looks[at - 1] ?? 0) + 1 : 0;
    const lookBehind = isBehind ? (text.looks[at + 1] ?? 0) + 1 : 0;
    const place = text.places[at] ?? 0;
    const mark = text.marks[at] ?? 0;
    const markBefore = isBefore ? (text.marks[at - 1] ?? 0) : 0;
    const markBehind = isBehind ? (text.marks[at + 1] ?? 0) : 0;
    const flags = text.flags[at] ?? 0;
    const own = word(at);
    const previous = word(at - 1);
    const next = word(at + 1);
    const gap = text.gaps[at] ?? 0;
    const gapBehind = text.gaps[at + 1] ?? 0;

    this.add(1, language);
    this.add(2, own);
    this.add(3, previous);
    this.add(4, next);
    this.add(5, word(at - 2));
    this.add(6, word(at + 2));
    this.add(7, pair(previous, own));
    this.add(8, pair(own, next));
    this.add(9, pair(previous, look));
    this.add(10, pair(next, look));
    this.add(11, pair(word(at - 2), previous));
    for (let size = 0; size < 4; size++) {
      const prefix = facts.prefixes[size] ?? 0;
      const suffix = facts.suffixes[size] ?? 0;
      if (prefix !== 0) this.add(12 + size, pair(prefix, look));
      if (suffix !== 0) this.add(16 + size, pair(suffix, look));
    }
    this.add(20, pair(look, language));
    this.add(21, pair(look, lookBefore));
    this.add(22, pair(look, lookBehind));
    this.add(23, pair(pair(lookBefore, look), lookBehind));
    if (before) {
      this.add(24, before.suffixes[2]);
      this.add(25, before.suffixes[1]);
      this.add(26, pair(before.suffixes[1], facts.suffixes[1]));
      this.add(27, pair(previous, facts.suffixes[1]));
      this.add(28, pair(text.flags[at - 1] ?? 0, look));
    }
    if (behind) {
      this.add(29, behind.suffixes[2]);
      this.add(30, pair(facts.suffixes[1], behind.suffixes[1]));
      this.add(31, pair(text.flags[at + 1] ?? 0, look));
    }
    this.add(32, pair(gap, look));
    this.add(33, pair(gapBehind, look));
    this.add(34, pair(gap, gapBehind));
    this.add(35, pair(place, look));
    this.add(36, pair(flags, place & (Place.STARTS_PHRASE | Place.TITLE_LINE)));
    this.addBits(40, flags, place & Place.STARTS_PHRASE ? look + 32 : look);
    if (isBefore) this.addBits(72, text.flags[at - 1] ?? 0, 0);
    if (isBehind) this.addBits(104, text.flags[at + 1] ?? 0, 0);
    if (isInside(at - 2)) this.addBits(136, text.flags[at - 2] ?? 0, 0);

    if (mark !== 0) {
      this.add(170, mark);
      this.add(171, pair(mark, look));
      this.add(172, pair(mark, pair(place & Place.STARTS_PHRASE, flags)));
      this.add(173, pair(mark, language));
      this.add(174, pair(mark, previous));
      this.add(175, (mark >> 3) & 15);
    }
    this.add(176, pair(mark, pair(markBefore, look)));
    this.add(177, pair(mark, pair(markBehind, look)));
    if (markBefore !== 0) this.add(178, pair(markBefore, pair(gap, look)));
    if (markBehind !== 0) this.add(179, pair(markBehind, pair(gapBehind, look)));

    const evidence = text.evidence[at] ?? 0;
    this.addBits(180, evidence, place & Place.STARTS_PHRASE);
    this.add(196, pair(evidence, place & Place.STARTS_PHRASE));

    const first = text.runFirst[at] ?? -1;
    if (first >= 0) this.addRun(text, at, first, text.runLast[at] ?? at, word);
    return this.count;
  }

  /** What stands around the run of capitals, and how it begins and ends, tells more than the direct neighbours. */
  private addRun(
    text: DescribedText,
    at: number,
    first: number,
    last: number,
    word: (index: number) => number,
  ): void {
    const position = Math.min(at - first, 3) + 4 * Math.min(last - at, 3);
    const left = word(first - 1);
    const right = word(last + 1);
    this.add(200, position);
    this.add(201, pair(left, position === 0 ? 0 : 1));
    this.add(202, pair(right, position === 0 ? 0 : 1));
    this.add(203, pair(text.flags[first] ?? 0, position));
    this.add(204, pair(text.flags[last] ?? 0, position));
    this.add(205, pair(text.words[first] ?? 0, at === first ? 0 : 1));
    this.add(206, pair(text.words[last] ?? 0, at === last ? 0 : 1));
    this.add(207, pair(text.gaps[first] ?? 0, text.gaps[last + 1] ?? 0));
    this.add(208, pair(left, position));
    this.add(209, pair(left, right));
    this.add(210, pair(text.facts[first]?.suffixes[1] ?? 0, text.facts[last]?.suffixes[1] ?? 0));
    this.add(211, pair(text.facts[last]?.suffixes[2] ?? 0, position));
    this.add(212, pair(left, text.facts[at]?.suffixes[1] ?? 0));
    this.add(213, pair(left, word(first - 2)));
    if (first > 0) this.addBits(214, text.flags[first - 1] ?? 0, position === 0 ? 0 : 1);
    if (first > 1) this.addBits(246, text.flags[first - 2] ?? 0, position === 0 ? 0 : 1);
    this.add(278, pair(text.marks[first] ?? 0, pair(text.marks[last] ?? 0, position)));
  }

  private addBits(template: number, bits: number, value: number): void {
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      this.add(template + 31 - Math.clz32(rest & -rest), value);
    }
  }

  private add(template: number, value: number): void {
    let hash = Math.imul(value + Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    this.features[this.count++] = hash ^ (hash >>> 14);
  }
}

function pair(a: number, b: number): number {
  const mixed = Math.imul(a, 0x01000193) ^ Math.imul(b, 0x27d4eb2f);
  return mixed ^ (mixed >>> 15);
}
