import type { NamePool } from "./NamePool.js";
import type { Segment, TaggedBlock } from "./readTaggedText.js";

/** How often texts are changed; probabilities in 0..1. */
export interface AugmentOptions {
  /** That names of a block are exchanged; then each with `exchangeName`. */
  exchange: number;
  exchangeName: number;
  /** That a line is written in capitals, or every word of it with one. */
  capitals: number;
  title: number;
  /** That blanks stand before punctuation, as in corpora. */
  tokenised: number;
}

/** A block with other names in it and in another spelling; the types of the names stay. */
export function augment(
  block: TaggedBlock,
  pool: NamePool,
  options: AugmentOptions,
  random: () => number,
): TaggedBlock {
  const isExchanging = random() < options.exchange;
  const isTokenised = random() < options.tokenised;
  return block.map((line) => {
    let changed = line;
    if (isExchanging) changed = exchange(changed, pool, options.exchangeName, random);
    if (random() < options.capitals) changed = mapText(changed, capitals);
    else if (random() < options.title) changed = titled(changed);
    return isTokenised ? tokenised(changed) : changed;
  });
}

function exchange(line: Segment[], pool: NamePool, rate: number, random: () => number): Segment[] {
  const others = new Map<string, string>();
  return line.map((segment, index) => {
    if (segment.type === null || random() >= rate) return segment;
    const text = others.get(segment.text) ?? pool.other(segment, line[index - 1], random);
    others.set(segment.text, text);
    return { text, type: segment.type };
  });
}

function mapText(line: Segment[], change: (text: string) => string): Segment[] {
  return line.map(({ text, type }) => ({ text: change(text), type }));
}

/** Capitals have no tonos; the dialytika stays. */
function capitals(text: string): string {
  return text
    .toUpperCase()
    .normalize("NFD")
    .replace(/\u0301/gu, "")
    .normalize("NFC");
}

/** Only English heads its news so. */
function titled(line: Segment[]): Segment[] {
  if (line.some(({ text }) => /[^\p{Script=Latin}\p{P}\p{N}\p{S}\s]/u.test(text))) return line;
  return mapText(line, (text) =>
    text.replace(/(?<![\p{L}'’])\p{Ll}(?=\p{L}{3})/gu, (letter) => letter.toUpperCase()),
  );
}

/** Blanks around punctuation, but not inside words, abbreviations and numbers; in names too. */
function tokenised(line: Segment[]): Segment[] {
  return mapText(line, (text) =>
    text
      .replace(/[«»“”"()!?;…]/gu, " $& ")
      .replace(/(?<!\d)[,:]|[,:](?!\d)/gu, " $&")
      .replace(/(?<=\p{L}{3}|\d)\.(?=\s|$)/gu, " .")
      .replace(/(?<=\p{L})['’]s\b/gu, " $&")
      .replace(/ {2,}/gu, " "),
  ).map((segment) => (segment.type === null ? segment : { ...segment, text: segment.text.trim() }));
}
