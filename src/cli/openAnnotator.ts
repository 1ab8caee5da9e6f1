import { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import { loadKnowledgeBase } from "../annotation/gazetteer/loadKnowledgeBase.js";
import type { Annotator } from "../ingestion/ingest.js";

/** Loads the knowledge base and everything that annotation needs of it. */
export function openAnnotator(): Annotator {
  const knowledgeBase = loadKnowledgeBase();
  return { knowledgeBase, gazetteer: Gazetteer.build(knowledgeBase) };
}
