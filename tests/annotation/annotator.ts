import { annotate } from "../../src/annotation/annotate.js";
import { Gazetteer } from "../../src/annotation/gazetteer/Gazetteer.js";
import { loadKnowledgeBase } from "../../src/annotation/gazetteer/loadKnowledgeBase.js";
import { loadTagger } from "../../src/annotation/tagger/loadTagger.js";
import { detectLanguage } from "../../src/annotation/text/detectLanguage.js";
import type { KnowledgeEntity } from "../../src/annotation/KnowledgeBase.js";
import type { Annotation, AnnotatedMention, TextPart } from "../../src/annotation/types.js";

/** The knowledge base of the repo and its gazetteer, built once for all tests of this folder. */
export const knowledgeBase = loadKnowledgeBase();
export const gazetteer = Gazetteer.build(knowledgeBase);
export const tagger = loadTagger(gazetteer);

const byId = new Map(knowledgeBase.entities.map((entity) => [entity.id, entity]));

/** The entity of an id. @throws Error when there is none */
export function entityOf(id: string): KnowledgeEntity {
  const entity = byId.get(id);
  if (!entity) throw new Error(`no entity "${id}" in knowledge/`);
  return entity;
}

/** Annotates parts given as texts: one is a body paragraph, pairs name their part. */
export function annotateParts(...parts: (string | [TextPart["part"], string])[]): Annotation {
  const list = parts.map((part): TextPart => {
    const [name, text] = typeof part === "string" ? (["BODY", part] as const) : part;
    return { part: name, text };
  });
  return annotate(list, detectLanguage(list.map(({ text }) => text).join("\n")).language, gazetteer, tagger);
}

/** Mentions as «surface → entity KIND»; unlinked ones as «surface → ? TYPE KIND». */
export function mentionLines(mentions: readonly AnnotatedMention[]): string[] {
  return mentions.map(
    ({ surface, entity, kind, type }) => `${surface} → ${entity ?? `? ${type ?? "-"}`} ${kind}`,
  );
}

/** The mentions of one or more body paragraphs, as lines. */
export function lines(...paragraphs: string[]): string[] {
  return mentionLines(annotateParts(...paragraphs).mentions);
}
