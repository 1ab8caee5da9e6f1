import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { root } from "./support/run.mjs";

/**
 * Makes knowledge/words-*.bin from the spelling dictionaries `dictionary-el`, `dictionary-en` and `dictionary-ru`:
 * which words are everyday words, and which are written with a capital only. See knowledge/LICENCES.md.
 */
const BITS_PER_WORD = { el: 7, en: 10, ru: 5 };

const { built } = await setup();
if (!built) process.exit(1);
const { Dictionary } = await import(new URL("../dist/annotation/tagger/Dictionary.js", import.meta.url));
const { fold } = await import(new URL("../dist/annotation/text/fold.js", import.meta.url));

for (const [language, bits] of Object.entries(BITS_PER_WORD)) {
  const words = new Set();
  const names = new Set();
  for (const form of formsOf(language)) {
    if (/^\p{Ll}[\p{L}\p{M}]+$/u.test(form)) words.add(fold(form));
    else if (/^\p{Lu}[\p{Ll}\p{M}]+$/u.test(form)) names.add(fold(form));
  }
  for (const word of words) names.delete(word);
  const bytes = Dictionary.of(words, names, bits).toBytes();
  writeFileSync(path.join(root, "knowledge", `words-${language}.bin`), bytes);
  console.log(`${language}: ${words.size} words, ${names.size} names, ${bytes.length} bytes`);
}

/** Every form that a Hunspell dictionary accepts with one suffix, one prefix or both. */
function* formsOf(language) {
  const folder = path.join(root, "node_modules", `dictionary-${language}`);
  const rules = readRules(readFileSync(path.join(folder, "index.aff"), "utf8"));
  for (const line of readFileSync(path.join(folder, "index.dic"), "utf8").split(/\r?\n/u).slice(1)) {
    const [word = "", flags = ""] = line.trim().split("/");
    if (word === "") continue;
    yield word;
    const used = [...flags].flatMap((flag) => rules.get(flag) ?? []);
    const prefixes = used.filter((rule) => rule.isPrefix && rule.condition.test(word));
    for (const prefix of prefixes) yield apply(word, prefix);
    for (const suffix of used.filter((rule) => !rule.isPrefix && rule.condition.test(word))) {
      const form = apply(word, suffix);
      yield form;
      for (const prefix of prefixes) if (prefix.isCrossing && suffix.isCrossing) yield apply(form, prefix);
    }
  }
}

function readRules(text) {
  const rules = new Map();
  const crossing = new Map();
  for (const line of text.split(/\r?\n/u)) {
    const [kind, flag, strip, add = "", condition] = line.trim().split(/\s+/u);
    if (kind !== "PFX" && kind !== "SFX") continue;
    if (condition === undefined || (!crossing.has(kind + flag) && /^\d+$/u.test(add))) {
      crossing.set(kind + flag, strip === "Y");
      continue;
    }
    const isPrefix = kind === "PFX";
    const rule = {
      isPrefix,
      isCrossing: crossing.get(kind + flag) === true,
      strip: strip === "0" ? 0 : strip.length,
      add: add.split("/")[0].replace(/^0$/u, ""),
      condition: new RegExp(isPrefix ? `^${condition}` : `${condition}$`, "u"),
    };
    if (!rules.has(flag)) rules.set(flag, []);
    rules.get(flag).push(rule);
  }
  return rules;
}

function apply(word, { isPrefix, strip, add }) {
  if (isPrefix) return add + word.slice(strip);
  return word.slice(0, word.length - strip) + add;
}
