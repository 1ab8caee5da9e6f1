import { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import { loadKnowledgeBase } from "../annotation/gazetteer/loadKnowledgeBase.js";
import { loadTagger } from "../annotation/tagger/loadTagger.js";
import type { Annotator } from "../ingestion/ingest.js";

/** Loads the knowledge base and everything that annotation needs of it. */
export function openAnnotator(): Annotator {
  const knowledgeBase = loadKnowledgeBase();
  const gazetteer = Gazetteer.build(knowledgeBase);
  return { knowledgeBase, gazetteer, tagger: loadTagger(gazetteer) };
}
