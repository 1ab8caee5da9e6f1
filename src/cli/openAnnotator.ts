import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { annotateText, type TextAnnotator } from "../annotation/annotateText.js";
import { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import { loadKnowledgeBase } from "../annotation/gazetteer/loadKnowledgeBase.js";
import { loadTagger } from "../annotation/tagger/loadTagger.js";
import type { Config } from "../config.js";
import { MitosError } from "../errors.js";
import type { Annotator } from "../ingestion/ingest.js";

/** Where further names are. */
type KnowledgeConfig = Pick<Config, "knowledge" | "dataDirectory">;

/** An annotator of texts that loads its tables when it is first used, so that a server starts at once. */
export function lazyTextAnnotator(config: KnowledgeConfig): TextAnnotator {
  let annotator: Annotator | null = null;
  return (text, language) => {
    annotator ??= openAnnotator(config);
    return annotateText(text, language, annotator.gazetteer, annotator.tagger);
  };
}

/**
 * Loads the knowledge base, with the names that the user adds, and everything that annotation needs of it.
 * @param config null for the shipped names alone
 * @throws MitosError BAD_SETTING for a file of names that is missing or wrong
 */
export function openAnnotator(config: KnowledgeConfig | null): Annotator {
  const files = config === null ? [] : knowledgeFiles(config);
  try {
    const knowledgeBase = loadKnowledgeBase(undefined, files);
    const gazetteer = Gazetteer.build(knowledgeBase);
    return { knowledgeBase, gazetteer, tagger: loadTagger(gazetteer) };
  } catch (error) {
    if (files.length === 0 || !(error instanceof Error)) throw error;
    throw new MitosError(
      "BAD_SETTING",
      error.message,
      "`mitos kb check FILE` lists all that is wrong in a file.",
    );
  }
}

/** Folder of a data folder in which names of the user are looked for. */
export function knowledgeFolder(dataDirectory: string): string {
  return path.join(dataDirectory, "knowledge");
}

/** The files of further names that a configuration names. @throws MitosError BAD_SETTING for one that is not there */
export function knowledgeFiles({ knowledge, dataDirectory }: KnowledgeConfig): string[] {
  const place = knowledge ?? knowledgeFolder(dataDirectory);
  if (!existsSync(place)) {
    if (knowledge === null) return [];
    throw new MitosError(
      "BAD_SETTING",
      `MITOS_KNOWLEDGE: ${place} is not there.`,
      "Name a .jsonl file or a folder of them.",
    );
  }
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .map((name) => path.join(place, name));
}
