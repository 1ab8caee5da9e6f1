import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Share of ordinary articles of a language that have a term, by term. */
export type BackgroundFrequencies = ReadonlyMap<string, number>;

/** What is assumed of a term that no table has. */
export const UNKNOWN_FREQUENCY = 0.0004;

let loaded: BackgroundFrequencies | null = null;

/**
 * How many ordinary articles have each term, from `knowledge/background-*.tsv` (term, articles in ten thousand): a small archive
 * cannot tell by itself which words are common. Read once.
 */
export function backgroundFrequencies(): BackgroundFrequencies {
  return (loaded ??= read(["en", "el", "ru"]));
}

function read(languages: readonly string[]): BackgroundFrequencies {
  const shares = new Map<string, number>();
  for (const language of languages) {
    const file = fileURLToPath(new URL(`../../../knowledge/background-${language}.tsv`, import.meta.url));
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const [term = "", count = "0"] = line.split("\t");
      // A term of two languages is as common as in the one that has it most.
      if (term !== "" && !term.startsWith("//"))
        shares.set(term, Math.max(shares.get(term) ?? 0, Number(count) / 10_000));
    }
  }
  return shares;
}
