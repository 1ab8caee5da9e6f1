import type { Paragraph } from "../entities/Paragraph.js";
import type { SearchQuery } from "./search.js";
import { searchTerms } from "./searchTerms.js";

/** A range of a text that a query matched, UTF-16. */
export interface MatchedRange {
  start: number;
  end: number;
  /** Key of the entity that it names; null for a word. */
  entityKey: number | null;
}

/** A sentence with what the query matched in it. Offsets are UTF-16 in the paragraph's text. */
export interface Passage {
  paragraph: Paragraph;
  start: number;
  end: number;
  ranges: MatchedRange[];
}

/** Where an article mentions an entity. */
interface Place {
  ordinal: number;
  startOffset: number;
  endOffset: number;
  entityKey: number | null;
}

const MAX_PASSAGES = 3;

/**
 * The sentences of one article that show best why it matches: those with most different parts of the query first,
 * earlier ones before later ones; at most three, in text order.
 */
export function searchPassages(
  { units }: SearchQuery,
  paragraphs: readonly Paragraph[],
  mentions: readonly Place[],
): Passage[] {
  const unitOfTerm = new Map(units.flatMap(({ terms }, unit) => terms.map((term) => [term, unit])));
  const unitOfEntity = new Map(
    units.flatMap(({ entities }, unit) => entities.map(({ entity }) => [entity.key, unit])),
  );
  const scored: { passage: Passage; units: number; order: number }[] = [];
  for (const paragraph of paragraphs) {
    const named = mentions.filter(({ ordinal }) => ordinal === paragraph.ordinal);
    const ranges = named.map(({ startOffset, endOffset, entityKey }) => ({
      start: startOffset,
      end: endOffset,
      entityKey,
      unit: unitOfEntity.get(entityKey ?? 0) ?? 0,
    }));
    for (const { term, start, end } of searchTerms(paragraph.text)) {
      const unit = unitOfTerm.get(term);
      if (unit === undefined || ranges.some((range) => start < range.end && end > range.start)) continue;
      ranges.push({ start, end, entityKey: null, unit });
    }
    const bounds = JSON.parse(paragraph.sentences) as number[];
    for (let index = 0; index + 1 < bounds.length; index += 2) {
      const [from = 0, to = 0] = [bounds[index], bounds[index + 1]];
      const inside = ranges.filter(({ start, end }) => start >= from && end <= to);
      if (inside.length === 0) continue;
      scored.push({
        passage: { paragraph, start: from, end: to, ranges: inside.sort((a, b) => a.start - b.start) },
        units: new Set(inside.map(({ unit }) => unit)).size,
        order: scored.length,
      });
    }
  }
  return scored
    .sort((a, b) => b.units - a.units || a.order - b.order)
    .slice(0, MAX_PASSAGES)
    .sort((a, b) => a.order - b.order)
    .map(({ passage }) => passage);
}
