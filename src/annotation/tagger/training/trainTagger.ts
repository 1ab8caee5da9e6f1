import type { KnowledgeBase } from "../../KnowledgeBase.js";
import type { Gazetteer } from "../../gazetteer/Gazetteer.js";
import type { DescribedText } from "../DescribedText.js";
import { Describer } from "../Describer.js";
import { FeatureWriter } from "../features.js";
import { FeatureTable, type WeightedFeature } from "../FeatureTable.js";
import { stretchesOf } from "../Tagger.js";
import { WordFlag, type Dictionaries } from "../wordFacts.js";
import { augment, type AugmentOptions } from "./augment.js";
import { labelledText } from "./LabelledText.js";
import { NamePool } from "./NamePool.js";
import { randomOf, shuffled } from "./random.js";
import type { TaggedBlock } from "./readTaggedText.js";
import { WeightTrainer, type TrainerOptions } from "./WeightTrainer.js";

/** Blocks of one language. */
export interface TrainingSet {
  language: string;
  blocks: TaggedBlock[];
}

/** What training starts from besides the sentences. */
export interface TrainingGround {
  knowledge: KnowledgeBase;
  gazetteer: Gazetteer;
  dictionaries: Dictionaries;
}

/** Everything that decides how a table comes out; the same options and sentences give the same table. */
export interface TrainingOptions extends TrainerOptions, AugmentOptions {
  seed: number;
  epochs: number;
  /** That all a block's names are taken from the gazetteer, and each token's from it, and each word unread. */
  hideBlock: number;
  hideMark: number;
  hideWord: number;
  /** That what other places of a word tell is hidden in a block. */
  hideEvidence: number;
  /** Features that are kept, and 2^slotBits places for them. */
  features: number;
  slotBits: number;
}

/** The options that `npm run train:annotation` uses; chosen by cross-validation. */
export const TRAINING_OPTIONS: TrainingOptions = {
  seed: 1,
  epochs: 16,
  rate: 0.06,
  decay: 1e-5,
  exchange: 0.5,
  exchangeName: 0.6,
  capitals: 0.04,
  title: 0.04,
  tokenised: 0.4,
  hideBlock: 0.15,
  hideMark: 0.15,
  hideWord: 0.15,
  hideEvidence: 0.4,
  features: 110_000,
  slotBits: 17,
};

/** Stands for a word that is hidden. */
const HIDDEN_WORD = 0x3c6ef372;

/** Learns weights from sentences and packs them into a table; `report` gets the mean loss of a token after each round. */
export function trainTagger(
  sets: readonly TrainingSet[],
  ground: TrainingGround,
  options: TrainingOptions,
  report: (epoch: number, loss: number) => void = () => undefined,
): FeatureTable {
  const random = randomOf(options.seed);
  const describer = new Describer(ground.gazetteer, ground.dictionaries);
  const trainer = new WeightTrainer(options);
  const pools = new Map(
    sets.map(({ language, blocks }) => [language, new NamePool(language, ground.knowledge, blocks)]),
  );
  const items = sets.flatMap(({ language, blocks }) => blocks.map((block) => ({ language, block })));
  const learner = new StretchLearner(trainer);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    learner.loss = 0;
    learner.tokens = 0;
    for (const { language, block } of shuffled(items, random)) {
      const pool = pools.get(language);
      const lines = pool ? augment(block, pool, options, random) : block;
      const texts = lines.map(labelledText);
      const described = describer.describe(texts, language);
      const isUnknown = random() < options.hideBlock;
      const isAlone = random() < options.hideEvidence;
      described.forEach((text, index) => {
        hide(text, isUnknown, isAlone, options, random);
        learner.learn(text, texts[index]?.labels ?? new Uint8Array(0));
      });
    }
    report(epoch, learner.loss / Math.max(1, learner.tokens));
  }
  const features: WeightedFeature[] = trainer.strongest(options.features);
  return FeatureTable.of(features, trainer.transitions, 1, options.slotBits);
}

/** Takes knowledge away, so that the tagger learns to do without it. */
function hide(
  text: DescribedText,
  isUnknown: boolean,
  isAlone: boolean,
  options: TrainingOptions,
  random: () => number,
): void {
  if (isAlone) text.evidence.fill(0);
  let isMarkHidden = false;
  for (let at = 0; at < text.length; at++) {
    // The places of one form are hidden together.
    const isInside = ((text.marks[at] ?? 0) & 7) === 2 || ((text.marks[at] ?? 0) & 7) === 3;
    if (!isInside) isMarkHidden = isUnknown || random() < options.hideMark;
    if (isMarkHidden) {
      text.marks[at] = 0;
      text.flags[at] =
        (text.flags[at] ?? 0) & ~(random() < 0.5 ? WordFlag.GIVEN | WordFlag.DICTIONARY_NAME : 0);
    }
    if (text.looks[at] !== 0 && random() < options.hideWord) text.words[at] = HIDDEN_WORD;
  }
}

class StretchLearner {
  loss = 0;
  tokens = 0;
  private readonly writer = new FeatureWriter();
  private features = new Int32Array(1 << 16);

  constructor(private readonly trainer: WeightTrainer) {}

  learn(text: DescribedText, labels: Uint8Array): void {
    for (const { first, last } of stretchesOf(text)) {
      const length = last - first + 1;
      const starts = new Int32Array(length + 1);
      let end = 0;
      for (let at = 0; at < length; at++) {
        const count = this.writer.write(text, first + at);
        if (end + count > this.features.length) this.features = grown(this.features);
        this.features.set(this.writer.features.subarray(0, count), end);
        end += count;
        starts[at + 1] = end;
      }
      const gold = labels.slice(first, last + 1);
      // A name that reaches in from outside the stretch begins here.
      if (gold[0] !== undefined && gold[0] > 0 && (gold[0] & 1) === 0) gold[0]--;
      for (let at = 1; at < length; at++) {
        const label = gold[at] ?? 0;
        if (label > 0 && (label & 1) === 0 && gold[at - 1] !== label && gold[at - 1] !== label - 1)
          gold[at] = label - 1;
      }
      this.loss += this.trainer.learn(this.features, starts, gold);
      this.tokens += length;
    }
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
