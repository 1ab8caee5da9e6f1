import { annotate } from "../annotation/annotate.js";
import { detectLanguage } from "../annotation/text/detectLanguage.js";
import type { TextPart } from "../annotation/types.js";
import type { ComparedArticle } from "../graph/similarity/articleTerms.js";
import type { AnnotationTables } from "./findSpans.js";
import type { LabelledArticle } from "./readStories.js";

/** An article of a labelled file as the graph compares it: with its language, and the entities that annotation finds in it. */
export function comparedArticle(
  { title, text, language: given, date }: LabelledArticle,
  { gazetteer, tagger }: AnnotationTables,
): ComparedArticle {
  const language = given?.slice(0, 2).toLowerCase() ?? detectLanguage(`${title}\n${text}`).language;
  const paragraphs = text.split(/\n+/).filter((line) => line.trim() !== "");
  const parts: TextPart[] = [
    { part: "HEADLINE", text: title },
    ...paragraphs.map((line): TextPart => ({ part: "BODY", text: line })),
  ];
  const entities = annotate(parts, language, gazetteer, tagger).entities.flatMap(
    ({ entity, thing, count }) => {
      const id = entity ?? thing;
      return id === null ? [] : [{ id, count }];
    },
  );
  return { title, text, language, date, entities };
}
