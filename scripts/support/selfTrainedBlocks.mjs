import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./run.mjs";

/** A sentence is learnt from where every name in it is at least this sure. */
const SURE = 0.9;

/**
 * Sentences of the sample archive, marked by a tagger itself, where it is sure of every name: blocks for training, by language.
 * @param {import("../../dist/annotation/tagger/FeatureTable.js").FeatureTable} table
 * @param {{gazetteer: object, dictionaries: object}} ground
 */
export async function selfTrainedBlocks(table, ground) {
  const load = (name) => import(new URL(`../../dist/${name}`, import.meta.url));
  const { Tagger } = await load("annotation/tagger/Tagger.js");
  const { scan } = await load("annotation/text/scan.js");
  const { detectLanguage } = await load("annotation/text/detectLanguage.js");
  const { findFiles } = await load("ingestion/findFiles.js");
  const { decode } = await load("ingestion/readers/decode.js");
  const { readDocument } = await load("ingestion/readers/index.js");
  const tagger = new Tagger(table, ground.gazetteer, ground.dictionaries);
  const blocks = { el: [], en: [], ru: [] };
  for (const { file } of findFiles([path.join(root, "examples/archive")])) {
    const decoded = decode(readFileSync(file));
    if (!("text" in decoded)) continue;
    for (const result of readDocument(decoded.text, { name: file, url: null, timeZone: "UTC" })) {
      if (!("page" in result)) continue;
      const { headline, lead, paragraphs } = result.page;
      const texts = [headline, lead ?? "", ...paragraphs].map((text) => ({ ...scan(text), text }));
      const { language } = detectLanguage(texts.map(({ text }) => text).join("\n"));
      if (blocks[language] === undefined) continue;
      const spans = tagger.tag(texts, language);
      const block = texts.flatMap((text, index) =>
        sureSentences(
          text,
          spans.filter((span) => span.text === index),
        ),
      );
      if (block.length > 0) blocks[language].push(block);
    }
  }
  return blocks;
}

function sureSentences({ text, tokens, sentences }, spans) {
  return sentences.flatMap(({ start, end }, sentence) => {
    const own = spans.filter(({ first }) => tokens[first].sentence === sentence);
    if (own.length === 0 || own.some(({ confidence }) => confidence < SURE)) return [];
    const segments = [];
    let at = start;
    for (const { first, last, type } of own) {
      if (tokens[first].start > at) segments.push({ text: text.slice(at, tokens[first].start), type: null });
      segments.push({ text: text.slice(tokens[first].start, tokens[last].end), type });
      at = tokens[last].end;
    }
    if (at < end) segments.push({ text: text.slice(at, end), type: null });
    return [segments];
  });
}
