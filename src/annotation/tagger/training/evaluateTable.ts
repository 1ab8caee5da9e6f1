import { SpanScores } from "../SpanScores.js";
import type { FeatureTable } from "../FeatureTable.js";
import { Tagger } from "../Tagger.js";
import type { TaggedSpan } from "../Tagger.js";
import { labelledText, type LabelledText } from "./LabelledText.js";
import type { TaggedBlock } from "./readTaggedText.js";
import type { TrainingGround, TrainingSet } from "./trainTagger.js";

/** Temperatures that are tried. */
export const TEMPERATURES = [0.6, 0.8, 1, 1.2, 1.4, 1.7, 2, 2.4, 2.8];

/** How a table does on sentences that it was not trained on. */
export interface HeldOutResult {
  scores: SpanScores;
  /** Lines with a mistake, the names in them marked: gold, then found. */
  mistakes: string[];
  /** For every temperature tried the negative log-likelihood that a found name is right, summed. */
  losses: number[];
  /** Found names and right ones by tenth of confidence. */
  calibration: { found: number; correct: number; confidence: number }[];
}

/**
 * Cuts the blocks of a file into chunks of neighbouring blocks with at least `lines` lines, so that an article or a list of
 * likenesses never is on both sides.
 */
export function chunksOf(blocks: readonly TaggedBlock[], lines: number): TaggedBlock[][] {
  const chunks: TaggedBlock[][] = [];
  let chunk: TaggedBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    chunk.push(block);
    size += block.length;
    if (size < lines) continue;
    chunks.push(chunk);
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) chunks.push(chunk);
  return chunks;
}

/** Tags sentences and compares. */
export function evaluateTable(
  table: FeatureTable,
  { language, blocks }: TrainingSet,
  ground: TrainingGround,
): HeldOutResult {
  const result: HeldOutResult = {
    scores: new SpanScores(),
    mistakes: [],
    losses: TEMPERATURES.map(() => 0),
    calibration: Array.from({ length: 10 }, () => ({ found: 0, correct: 0, confidence: 0 })),
  };
  const taggers = TEMPERATURES.map((temperature) => taggerOf(table.withTemperature(temperature), ground));
  const tagger = taggerOf(table, ground);
  for (const block of blocks) {
    const texts = block.map(labelledText);
    const found = tagger.tag(texts, language);
    texts.forEach((text, index) => {
      addText(
        result,
        text,
        found.filter((span) => span.text === index),
      );
    });
    taggers.forEach((each, index) => {
      for (const span of each.tag(texts, language)) {
        const chance = isRight(texts[span.text], span) ? span.confidence : 1 - span.confidence;
        result.losses[index] = (result.losses[index] ?? 0) - Math.log(Math.max(1e-6, chance));
      }
    });
  }
  return result;
}

function taggerOf(table: FeatureTable, { gazetteer, dictionaries }: TrainingGround): Tagger {
  return new Tagger(table, gazetteer, dictionaries);
}

function isRight(text: LabelledText | undefined, span: TaggedSpan): boolean {
  return (text?.spans ?? []).some(
    ({ first, last, type }) => first === span.first && last === span.last && type === span.type,
  );
}

function addText(result: HeldOutResult, text: LabelledText, found: readonly TaggedSpan[]): void {
  result.scores.add(text.spans, found);
  for (const span of found) {
    const tenth = result.calibration[Math.min(9, Math.floor(span.confidence * 10))];
    if (!tenth) continue;
    tenth.found++;
    tenth.confidence += span.confidence;
    if (isRight(text, span)) tenth.correct++;
  }
  const isFlawless = text.spans.length === found.length && found.every((span) => isRight(text, span));
  if (!isFlawless) result.mistakes.push(`${marked(text, text.spans)}\n  ${marked(text, found)}`);
}

function marked(text: LabelledText, spans: readonly { first: number; last: number; type: string }[]): string {
  let line = "";
  let end = 0;
  for (const { first, last, type } of spans) {
    const start = text.tokens[first]?.start ?? 0;
    const to = text.tokens[last]?.end ?? start;
    const letter = type === "PLACE" ? "L" : type === "OTHER" ? "M" : type.slice(0, 1);
    line += `${text.text.slice(end, start)}[${letter} ${text.text.slice(start, to)}]`;
    end = to;
  }
  return line + text.text.slice(end);
}
