import { annotate } from "./annotate.js";
import type { Gazetteer } from "./gazetteer/Gazetteer.js";
import type { Tagger } from "./tagger/Tagger.js";
import { detectLanguage } from "./text/detectLanguage.js";
import type { AnnotatedMention, AnnotatedQuotation, TextPart } from "./types.js";

/** What was found in one text; offsets are UTF-16 in the whole of it. */
export interface AnnotatedText {
  language: string;
  /** In text order. */
  mentions: AnnotatedMention[];
  /** In text order; `speaker` is an index into the mentions. */
  quotations: AnnotatedQuotation[];
}

/** Annotates a text with tables that are loaded already; null finds the language out. */
export type TextAnnotator = (text: string, language: string | null) => AnnotatedText;

/** Annotates a text whose lines are paragraphs, as an article is annotated. */
export function annotateText(
  text: string,
  language: string | null,
  gazetteer: Gazetteer,
  tagger: Tagger,
): AnnotatedText {
  const starts: number[] = [];
  const parts: TextPart[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    starts.push(start);
    parts.push({ part: "BODY", text: line });
    start += line.length + 1;
  }
  const found = annotate(parts, language ?? detectLanguage(text).language, gazetteer, tagger);
  const moved = <Item extends { part: number; start: number; end: number }>(item: Item): Item => {
    const shift = starts[item.part] ?? 0;
    return { ...item, start: item.start + shift, end: item.end + shift };
  };
  return {
    language: found.language,
    mentions: found.mentions.map(moved),
    quotations: found.quotations.map(moved),
  };
}
