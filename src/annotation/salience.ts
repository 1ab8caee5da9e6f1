import type { AnnotatedMention, ArticlePart, EntitySalience, TextPart } from "./types.js";

const WEIGHT: Readonly<Record<ArticlePart, number>> = {
  HEADLINE: 4,
  LEAD: 2.5,
  BODY: 1,
  CAPTION: 1.5,
  TEASER: 0.05,
  BYLINE: 0.05,
};
const MAX_MAIN = 6;

interface Weight {
  entity: string | null;
  thing: string | null;
  count: number;
  weight: number;
  parts: Set<ArticlePart>;
}

/**
 * How much an article is about each of its entities and things, best first. The headline, the lead and captions
 * weigh more than the body, early paragraphs more than late ones, and every further mention less than the
 * one before; names in teasers hardly count. Salience is in 0..1 and sums to 1.
 */
export function salience(
  parts: readonly TextPart[],
  mentions: readonly AnnotatedMention[],
): EntitySalience[] {
  const weights = new Map<string, Weight>();
  let bodyBefore = 0;
  const decay = parts.map((part) => (part.part === "BODY" ? 0.6 + 0.4 / (1 + bodyBefore++ / 3) : 1));
  for (const mention of mentions) {
    const part = parts[mention.part];
    const id = mention.entity ?? mention.thing;
    if (id === null || !part) continue;
    const known = weights.get(id) ?? {
      entity: mention.entity,
      thing: mention.entity === null ? mention.thing : null,
      count: 0,
      weight: 0,
      parts: new Set<ArticlePart>(),
    };
    const repeated = 1 / (1 + known.count * 0.15);
    known.weight +=
      WEIGHT[part.part] *
      (decay[mention.part] ?? 1) *
      repeated *
      (mention.linkConfidence ?? mention.nerConfidence);
    known.count++;
    known.parts.add(part.part);
    weights.set(id, known);
  }
  const total = [...weights.values()].reduce((sum, item) => sum + item.weight, 0);
  const ranked = [...weights]
    .map(([id, item]) => ({
      id,
      entity: item.entity,
      thing: item.thing,
      count: item.count,
      salience: total > 0 ? item.weight / total : 0,
      isMain: false,
      parts: [...item.parts],
    }))
    .sort((a, b) => b.salience - a.salience || (a.id < b.id ? -1 : 1));
  const top = ranked[0]?.salience ?? 0;
  for (const item of ranked.slice(0, MAX_MAIN)) {
    const isAnnounced = item.parts.includes("HEADLINE") || item.parts.includes("LEAD");
    const isInArticle = item.parts.some((part) => part !== "TEASER" && part !== "BYLINE");
    item.isMain = isInArticle && (isAnnounced ? item.salience >= top * 0.2 : item.salience >= top * 0.5);
  }
  return ranked.map(({ id: _, ...item }) => item);
}
