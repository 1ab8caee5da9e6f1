import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Gazetteer } from "../gazetteer/Gazetteer.js";
import { Dictionary } from "./Dictionary.js";
import { FeatureTable } from "./FeatureTable.js";
import { Tagger } from "./Tagger.js";
import type { Dictionaries } from "./wordFacts.js";

/** `knowledge/` beside both `src` and `dist`. */
const DEFAULT_DIRECTORY = fileURLToPath(new URL("../../../knowledge", import.meta.url));

/** Reads the trained table and the dictionaries of a knowledge folder. @throws Error when a file is missing or damaged */
export function loadTagger(gazetteer: Gazetteer, directory: string = DEFAULT_DIRECTORY): Tagger {
  const table = FeatureTable.fromBytes(readFileSync(join(directory, "tagger.bin")));
  return new Tagger(table, gazetteer, loadDictionaries(directory));
}

/** Reads the spelling dictionaries of a knowledge folder. @throws Error when a file is missing or damaged */
export function loadDictionaries(directory: string = DEFAULT_DIRECTORY): Dictionaries {
  const read = (language: string): Dictionary =>
    Dictionary.fromBytes(readFileSync(join(directory, `words-${language}.bin`)));
  return { el: read("el"), en: read("en"), ru: read("ru") };
}
