import type { Gazetteer } from "../gazetteer/Gazetteer.js";
import { Look, Place, type DescribedText } from "./DescribedText.js";
import { Describer, type ScannedText } from "./Describer.js";
import { FeatureWriter } from "./features.js";
import type { FeatureScores } from "./FeatureTable.js";
import { beginLabel, isBegin, LABEL_COUNT, typeOfLabel, type SpanType } from "./labels.js";
import { Lattice } from "./Lattice.js";
import { WordFlag, type Dictionaries } from "./wordFacts.js";

/** A name that the tagger found: tokens `first..last` of a text, both included. */
export interface TaggedSpan {
  /** Index into the texts that were tagged. */
  text: number;
  first: number;
  last: number;
  type: SpanType;
  /** Probability in 0..1 that exactly these tokens are a name of this type. */
  confidence: number;
}

/** Scores of features, with the temperature that makes honest probabilities of them. */
export interface TaggerTable extends FeatureScores {
  readonly temperature: number;
}

/** A longer stretch of capitals is cut: no name is that long. */
const LONGEST_STRETCH = 512;
/** Less than half of what the best F1 is worth: a span below it costs more than it gives. */
const SURE_ENOUGH = 0.35;
/** Where capitals say nothing, everyday words are a name only from this confidence on, and one other word from that. */
const SURE_OF_WORDS = 0.6;
const SURE_OF_CAPITAL = 0.55;

/** Finds names in scanned texts by weighted features of every token and its neighbours. Not for two threads at once. */
export class Tagger {
  private readonly describer: Describer;
  private readonly writer = new FeatureWriter();
  private readonly lattice = new Lattice();
  private labels = new Uint8Array(LONGEST_STRETCH);

  constructor(
    private readonly table: TaggerTable,
    gazetteer: Gazetteer,
    dictionaries: Dictionaries,
  ) {
    this.describer = new Describer(gazetteer, dictionaries);
    this.lattice.setSteps(table.transitions, table.temperature);
  }

  /**
   * Tags the texts of one document; they explain each other's words. Spans are in text order, never overlap and stay in
   * one sentence. Time is linear in the number of tokens; only what stands near a capital is looked at.
   */
  tag(texts: readonly ScannedText[], language: string): TaggedSpan[] {
    const spans: TaggedSpan[] = [];
    this.describer.describe(texts, language).forEach((text, index) => {
      for (const { first, last } of stretchesOf(text)) this.tagStretch(text, index, first, last, spans);
    });
    return spans;
  }

  private tagStretch(
    text: DescribedText,
    index: number,
    first: number,
    last: number,
    spans: TaggedSpan[],
  ): void {
    const length = last - first + 1;
    const { lattice, writer, labels } = this;
    lattice.reset(length);
    for (let at = 0; at < length; at++) {
      const count = writer.write(text, first + at);
      this.table.addScores(writer.features, count, lattice.scores, at * LABEL_COUNT);
    }
    lattice.decode(length, this.table.transitions, labels);
    let isSummed = false;
    for (let at = 0; at < length; at++) {
      const label = labels[at] ?? 0;
      const type = typeOfLabel(label);
      if (type === null || !isBegin(label)) continue;
      let end = at;
      while (end + 1 < length && labels[end + 1] === label + 1) end++;
      if (!isSummed) lattice.sum(length, this.table.temperature);
      isSummed = true;
      const confidence = lattice.spanProbability(at, end, beginLabel(type), length);
      if (confidence < neededFor(text, first + at, first + end)) continue;
      spans.push({ text: index, first: first + at, last: first + end, type, confidence });
    }
  }
}

/** The confidence that the tokens `first..last` need to count as a name. */
function neededFor({ flags, looks, marks, places }: DescribedText, first: number, last: number): number {
  let isWords = true;
  for (let at = first; at <= last; at++) {
    const place = places[at] ?? 0;
    const look = (looks[at] ?? 0) & 15;
    const isMute =
      look === Look.CAPITALS_LINE ||
      look === Look.LOWER ||
      (place & (Place.STARTS_PHRASE | Place.TITLE_LINE)) !== 0;
    if (!isMute) return SURE_ENOUGH;
    if (((flags[at] ?? 0) & WordFlag.DICTIONARY_WORD) === 0) isWords = false;
  }
  if (isWords) return SURE_OF_WORDS;
  return first === last && marks[first] === 0 ? SURE_OF_CAPITAL : SURE_ENOUGH;
}

/** Neighbouring tokens of one sentence that may belong to names. */
export function* stretchesOf(text: DescribedText): Generator<{ first: number; last: number }> {
  let first = -1;
  for (let at = 0; at <= text.length; at++) {
    const goesOn =
      first >= 0 &&
      text.isActive[at] === 1 &&
      text.sentences[at] === text.sentences[first] &&
      at - first < LONGEST_STRETCH;
    if (goesOn) continue;
    if (first >= 0) yield { first, last: at - 1 };
    first = at < text.length && text.isActive[at] === 1 ? at : -1;
  }
}
