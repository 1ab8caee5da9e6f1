import { annotateText, type TextAnnotator } from "../annotation/annotateText.js";
import { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import { loadKnowledgeBase } from "../annotation/gazetteer/loadKnowledgeBase.js";
import { loadTagger } from "../annotation/tagger/loadTagger.js";
import type { Annotator } from "../ingestion/ingest.js";

/** An annotator of texts that loads its tables when it is first used, so that a server starts at once. */
export function lazyTextAnnotator(): TextAnnotator {
  let annotator: Annotator | null = null;
  return (text, language) => {
    annotator ??= openAnnotator();
    return annotateText(text, language, annotator.gazetteer, annotator.tagger);
  };
}

/** Loads the knowledge base and everything that annotation needs of it. */
export function openAnnotator(): Annotator {
  const knowledgeBase = loadKnowledgeBase();
  const gazetteer = Gazetteer.build(knowledgeBase);
  return { knowledgeBase, gazetteer, tagger: loadTagger(gazetteer) };
}
