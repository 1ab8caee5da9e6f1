import { detectLanguage } from "../annotation/text/detectLanguage.js";
import { findSpans, type AnnotationTables } from "./findSpans.js";
import { joinTokens } from "./joinTokens.js";
import { Mistakes } from "./Mistakes.js";
import type { ConllDocument, ConllFile } from "./readConll.js";
import { Score } from "./Score.js";
import { spansOfLabels, type LabelledSpan, type LabelMap } from "./spansOfLabels.js";

/** How much of a file annotation sees at once: as the file marks it, or each sentence alone, or the whole file. */
export type ContextOf = "document" | "sentence" | "file";

/** How a file is evaluated. */
export interface EvaluationOptions {
  typeOf: LabelMap;
  /** Types that count; names of other types are left out on both sides. */
  types: ReadonlySet<string>;
  /** Language tag; null finds it out from the file. */
  language: string | null;
  context: ContextOf;
}

/** What an evaluation of one file gave. */
export interface Evaluation {
  language: string;
  sentences: number;
  score: Score;
  mistakes: Mistakes;
}

/** So many sentences in a row are read as one document where the file marks none. */
const SENTENCES_TOGETHER = 20;
const CHARACTERS_FOR_LANGUAGE = 20_000;

/**
 * Compares the labels of a file with the names that annotation finds in it, or with a second column of labels when the
 * tables are null.
 */
export function evaluateConll(
  file: ConllFile,
  { typeOf, types, language: given, context }: EvaluationOptions,
  tables: AnnotationTables | null,
): Evaluation {
  const score = new Score();
  const mistakes = new Mistakes();
  for (const type of types) score.types.set(type, { gold: 0, found: 0, correct: 0 });
  const language = given ?? languageOf(file);
  const counts = (spans: readonly LabelledSpan[]): LabelledSpan[] =>
    spans.filter(({ type }) => types.has(type));
  let sentences = 0;
  for (const document of documentsOf(file, context)) {
    const words = document.map((sentence) => sentence.map(({ text }) => text));
    const found = tables
      ? findSpans(words, language, tables)
      : document.map((sentence) =>
          spansOfLabels(
            sentence.map(({ predicted }) => predicted ?? "O"),
            typeOf,
          ),
        );
    for (const [index, sentence] of document.entries()) {
      const wanted = counts(
        spansOfLabels(
          sentence.map(({ gold }) => gold),
          typeOf,
        ),
      );
      const given = counts(found[index] ?? []);
      score.add(sentence.length, wanted, given);
      mistakes.add(words[index] ?? [], wanted, given);
      sentences++;
    }
  }
  return { language, sentences, score, mistakes };
}

function documentsOf({ documents, hasDocuments }: ConllFile, context: ContextOf): ConllDocument[] {
  if (context === "sentence") return documents.flatMap((document) => document.map((sentence) => [sentence]));
  if (context === "file") return [documents.flat()];
  if (hasDocuments) return documents;
  const sentences = documents.flat();
  const groups: ConllDocument[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_TOGETHER) {
    groups.push(sentences.slice(at, at + SENTENCES_TOGETHER));
  }
  return groups;
}

function languageOf({ documents }: ConllFile): string {
  let text = "";
  for (const sentence of documents.flat()) {
    if (text.length > CHARACTERS_FOR_LANGUAGE) break;
    text += `${joinTokens(sentence.map((token) => token.text)).text}\n`;
  }
  return detectLanguage(text).language;
}
