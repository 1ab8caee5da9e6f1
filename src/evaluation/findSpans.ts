import { annotate } from "../annotation/annotate.js";
import type { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import type { Tagger } from "../annotation/tagger/Tagger.js";
import type { AnnotatedMention } from "../annotation/types.js";
import { joinTokens, type JoinedTokens } from "./joinTokens.js";
import type { LabelledSpan } from "./spansOfLabels.js";

/** The tables that annotation needs. */
export interface AnnotationTables {
  gazetteer: Gazetteer;
  tagger: Tagger;
}

/**
 * The names that annotation finds in the sentences of one document, as spans of their tokens. Roles and demonyms name nobody
 * and no place by name: they are left out, as are names of unknown type.
 */
export function findSpans(
  sentences: readonly (readonly string[])[],
  language: string,
  { gazetteer, tagger }: AnnotationTables,
): LabelledSpan[][] {
  const joined = sentences.map(joinTokens);
  const parts = joined.map(({ text }) => ({ part: "BODY" as const, text }));
  const found: LabelledSpan[][] = sentences.map(() => []);
  for (const mention of annotate(parts, language, gazetteer, tagger).mentions) {
    if (mention.kind === "ROLE" || mention.kind === "DEMONYM" || mention.type === null) continue;
    const sentence = joined[mention.part];
    const tokens = sentences[mention.part];
    const range = sentence && tokens && tokensOf(mention, sentence, tokens);
    if (range) found[mention.part]?.push({ ...range, type: mention.type });
  }
  return found;
}

/** The tokens of which a mention covers at least half. */
function tokensOf(
  { start, end }: AnnotatedMention,
  { starts }: JoinedTokens,
  tokens: readonly string[],
): { first: number; last: number } | null {
  let first = -1;
  let last = -1;
  for (const [index, from] of starts.entries()) {
    if (from >= end) break;
    const length = tokens[index]?.length ?? 0;
    const covered = Math.min(end, from + length) - Math.max(start, from);
    if (covered * 2 < length || covered <= 0) continue;
    if (first === -1) first = index;
    last = index;
  }
  return first === -1 ? null : { first, last };
}
