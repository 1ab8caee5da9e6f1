import { MitosError } from "../errors.js";
import { readJsonLines, textField } from "./readJsonLines.js";
import { labelledArticle, type LabelledArticle } from "./readStories.js";

/** Two articles and how similar people found them. */
export interface ScoredPair {
  a: LabelledArticle;
  b: LabelledArticle;
  score: number;
}

/**
 * Reads a JSON Lines file of `{"a": {title, text, lang, date}, "b": {…}, "score": number}`; language and date may be missing.
 * @throws MitosError BAD_INPUT with file and line for what does not fit
 */
export function readPairs(text: string, file: string): ScoredPair[] {
  return readJsonLines(text, file).map(({ at, value }) => {
    const written = textField(value, ["score", "similarity"]);
    const score = Number(written);
    if (written === null || written.trim() === "" || !Number.isFinite(score))
      throw new MitosError("BAD_INPUT", `${at}: no score.`, "Give the similarity as a number in `score`.");
    const side = (name: "a" | "b"): LabelledArticle => {
      const article = value[name];
      if (typeof article !== "object" || article === null || Array.isArray(article))
        throw new MitosError(
          "BAD_INPUT",
          `${at}: no article “${name}”.`,
          "A pair has the articles `a` and `b`.",
        );
      return labelledArticle({ at: `${at} ${name}`, value: article as Record<string, unknown> });
    };
    return { a: side("a"), b: side("b"), score };
  });
}
