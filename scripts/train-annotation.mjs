import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { setup } from "./setup.mjs";
import { root } from "./support/run.mjs";
import { selfTrainedBlocks } from "./support/selfTrainedBlocks.mjs";

/**
 * Trains the tagger on training/ and writes knowledge/tagger.bin. The same sentences, knowledge base and options give the
 * same file.
 *
 *   npm run train:annotation                     holds out a fifth to fit the confidences, then trains on everything
 *   npm run train:annotation -- --check          cross-validates in five parts and writes nothing
 *   npm run train:annotation -- --check --files  the parts are the files, so that no section is on both sides
 *   npm run train:annotation -- --curve          the same part held out, trained on ever more of the rest
 *   --mistakes 20                                shows held-out sentences with mistakes
 *   --set rate=0.1                               another training option, any number of times
 *   --set rounds=1                               self-training: then once more with what it is sure of in the sample archive
 */
/** Rounds of training on what the tagger is sure of in texts without marks: none, as they did not help (docs/evaluation.md). */
const SELF_TRAINING_ROUNDS = 0;
const FOLDS = 5;
const CHUNK_LINES = 40;
const THREADS = 2;
const LANGUAGES = ["el", "en", "ru"];
const TYPES = ["PERSON", "PLACE", "ORGANIZATION"];

if (isMainThread) {
  const { built } = await setup();
  process.exitCode = built ? await main() : 1;
} else {
  parentPort.postMessage(await runTask(workerData));
}

async function main() {
  const { values } = parseArgs({
    options: {
      check: { type: "boolean", default: false },
      files: { type: "boolean", default: false },
      curve: { type: "boolean", default: false },
      "keep-going": { type: "boolean", default: false },
      languages: { type: "string", default: LANGUAGES.join(",") },
      mistakes: { type: "string", default: "0" },
      set: { type: "string", multiple: true, default: [] },
    },
  });
  const start = performance.now();
  const { chunks, problems } = await readTraining(values.files, values.languages.split(","));
  for (const problem of problems) console.error(problem);
  if (chunks.length === 0) problems.push("no sentences");
  if (problems.length > 0 && !values["keep-going"]) {
    console.error("Nothing was trained; --keep-going leaves these lines out.");
    return 1;
  }
  const changes = Object.fromEntries(values.set.map((item) => item.split("=")));
  const options = Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, Number(value)]));
  const folds = [...new Set(chunks.map(({ fold }) => fold))];
  const tasks = [];
  if (values.curve) {
    for (const part of [0.06, 0.125, 0.25, 0.5, 1]) tasks.push({ heldOut: folds[0], part, options, chunks });
  } else {
    for (const heldOut of values.check ? folds : folds.slice(0, 1))
      tasks.push({ heldOut, part: 1, options, chunks });
    if (!values.check) tasks.push({ heldOut: null, part: 1, options, chunks });
  }
  const results = await inThreads(tasks);
  const tested = results.filter((result) => result.heldOut !== null);
  if (values.curve)
    for (const result of tested) console.log(`${result.lines} lines: ${line(result.languages)}`);
  else printTables(tested, Number(values.mistakes));
  const temperature = await bestTemperature(tested);
  console.log(`Temperature ${temperature}`);
  const final = results.find((result) => result.heldOut === null);
  if (final) {
    const { FeatureTable } = await load("annotation/tagger/FeatureTable.js");
    const bytes = FeatureTable.fromBytes(final.bytes).withTemperature(temperature).toBytes();
    const file = path.join(root, "knowledge/tagger.bin");
    writeFileSync(file, bytes);
    console.log(`Wrote ${path.relative(root, file)}: ${bytes.length} bytes, trained on ${final.lines} lines`);
  }
  console.log(`${((performance.now() - start) / 1000).toFixed(0)} s`);
  return 0;
}

/** All sentences in chunks, each in a fold. */
async function readTraining(byFile, languages) {
  const { readTaggedText } = await load("annotation/tagger/training/readTaggedText.js");
  const { chunksOf } = await load("annotation/tagger/training/evaluateTable.js");
  const chunks = [];
  const problems = [];
  for (const language of languages) {
    const folder = path.join(root, "training", language);
    const names = existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith(".txt"))
          .sort()
      : [];
    for (const name of names) {
      const file = readTaggedText(
        readFileSync(path.join(folder, name), "utf8"),
        `training/${language}/${name}`,
      );
      problems.push(...file.problems);
      chunksOf(file.blocks, CHUNK_LINES).forEach((blocks, index) => {
        chunks.push({ language, blocks, fold: byFile ? `${language}/${name}` : index % FOLDS });
      });
    }
  }
  return { chunks, problems };
}

/** Trains on every chunk but those of one fold, and tries the table on these. */
async function runTask({ heldOut, part, options, chunks }) {
  const { trainTagger, TRAINING_OPTIONS } = await load("annotation/tagger/training/trainTagger.js");
  const { evaluateTable } = await load("annotation/tagger/training/evaluateTable.js");
  const { loadKnowledgeBase } = await load("annotation/gazetteer/loadKnowledgeBase.js");
  const { Gazetteer } = await load("annotation/gazetteer/Gazetteer.js");
  const { loadDictionaries } = await load("annotation/tagger/loadTagger.js");
  const knowledge = loadKnowledgeBase();
  const ground = { knowledge, gazetteer: Gazetteer.build(knowledge), dictionaries: loadDictionaries() };
  const blocksOf = (language, isWanted) =>
    chunks.filter((chunk) => chunk.language === language && isWanted(chunk)).flatMap(({ blocks }) => blocks);
  const sets = LANGUAGES.map((language) => {
    const blocks = blocksOf(language, ({ fold }) => fold !== heldOut);
    return { language, blocks: blocks.filter((_, index) => (index * 0.618034) % 1 < part) };
  });
  const lines = sets.reduce((sum, { blocks }) => sum + blocks.flat().length, 0);
  const { rounds = SELF_TRAINING_ROUNDS, ...changed } = options;
  let table = trainTagger(sets, ground, { ...TRAINING_OPTIONS, ...changed });
  for (let round = 0; round < rounds; round++) {
    const own = await selfTrainedBlocks(table, ground);
    const more = sets.map(({ language, blocks }) => ({ language, blocks: [...blocks, ...own[language]] }));
    table = trainTagger(more, ground, { ...TRAINING_OPTIONS, ...changed });
  }
  const languages = LANGUAGES.flatMap((language) => {
    const blocks = heldOut === null ? [] : blocksOf(language, ({ fold }) => fold === heldOut);
    if (blocks.length === 0) return [];
    const result = evaluateTable(table, { language, blocks }, ground);
    const counts = Object.fromEntries(
      result.scores.types().map((type) => [type, result.scores.count([type])]),
    );
    return [{ ...result, scores: null, language, counts }];
  });
  return { heldOut, lines, languages, bytes: heldOut === null ? table.toBytes() : null };
}

/** Runs tasks in worker threads, a few at a time; results in order. */
async function inThreads(tasks) {
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < tasks.length) {
      const at = next++;
      results[at] = await new Promise((resolve, reject) => {
        const worker = new Worker(new URL(import.meta.url), { workerData: tasks[at] });
        worker.once("message", resolve);
        worker.once("error", reject);
      });
    }
  };
  await Promise.all(Array.from({ length: THREADS }, work));
  return results;
}

function printTables(results, mistakes) {
  for (const language of LANGUAGES) {
    const own = results.flatMap((result) => result.languages.filter((each) => each.language === language));
    if (own.length === 0) continue;
    const total = sumCounts(own);
    console.log(`\n${language}, held out`);
    console.log(row("all three", total, TYPES));
    for (const type of [...TYPES, "OTHER"]) console.log(row(type, total, [type]));
    const parts = results.flatMap((result) =>
      result.languages
        .filter((each) => each.language === language)
        .map((each) => `${result.heldOut} ${rates(each.counts, TYPES)[2].toFixed(1)}`),
    );
    console.log(`by part: ${parts.join(", ")}`);
    const tenths = Array.from({ length: 10 }, (_, at) => own.map(({ calibration }) => calibration[at]));
    const sums = tenths.map((list) =>
      ["found", "correct", "confidence"].map((key) => list.reduce((sum, item) => sum + item[key], 0)),
    );
    console.log(
      `confidence → right: ${sums.map(([n, c, p]) => (n ? `${(p / n).toFixed(2)}→${(c / n).toFixed(2)} (${n})` : "-")).join(" ")}`,
    );
    const all = own.flatMap((each) => each.mistakes);
    for (let at = 0; at < Math.min(mistakes, all.length); at++)
      console.log(all[Math.floor((at * all.length) / mistakes)]);
  }
}

function sumCounts(own) {
  const total = {};
  for (const { counts } of own) {
    for (const [type, count] of Object.entries(counts)) {
      total[type] ??= { gold: 0, found: 0, correct: 0 };
      for (const key of Object.keys(count)) total[type][key] += count[key];
    }
  }
  return total;
}

function rates(counts, types) {
  const sum = (key) => types.reduce((total, type) => total + (counts[type]?.[key] ?? 0), 0);
  const [gold, found, correct] = ["gold", "found", "correct"].map(sum);
  const precision = found > 0 ? (100 * correct) / found : 0;
  const recall = gold > 0 ? (100 * correct) / gold : 0;
  return [
    precision,
    recall,
    precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
    gold,
  ];
}

function row(name, counts, types) {
  const [precision, recall, f1, gold] = rates(counts, types);
  const cells = [precision, recall, f1].map((value) => value.toFixed(1).padStart(6));
  return `${name.padEnd(14)} precision ${cells[0]}  recall ${cells[1]}  F1 ${cells[2]}  of ${gold}`;
}

function line(languages) {
  return languages
    .map(({ language, counts }) => `${language} ${rates(counts, TYPES)[2].toFixed(1)}`)
    .join("  ");
}

async function bestTemperature(results) {
  const { TEMPERATURES } = await load("annotation/tagger/training/evaluateTable.js");
  const all = results.flatMap(({ languages }) => languages.map(({ losses }) => losses));
  const sums = TEMPERATURES.map((_, at) => all.reduce((sum, losses) => sum + losses[at], 0));
  return TEMPERATURES[sums.indexOf(Math.min(...sums))] ?? 1;
}

function load(name) {
  return import(new URL(`../dist/${name}`, import.meta.url));
}
