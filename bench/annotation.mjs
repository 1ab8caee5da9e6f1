// Quality of annotation on our gold articles (bench/annotation/gold), its speed, memory and start.
// Usage: npm run bench:annotation [-- --mistakes names|links|wrong-links|coreference|roles|role-organizations|quotations] [--language el] [--json]
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { goldFiles, readGold } from "./annotation/readGold.mjs";
import { none, rates, scoreArticle } from "./annotation/scoreArticle.mjs";
import { median } from "./support/median.mjs";

const { values } = parseArgs({
  options: {
    mistakes: { type: "string" },
    language: { type: "string" },
    json: { type: "boolean", default: false },
    quality: { type: "boolean", default: false },
  },
});

const started = performance.now();
const { openAnnotator } = await import("../dist/cli/openAnnotator.js");
const { annotate } = await import("../dist/annotation/annotate.js");
const memoryBefore = memory();
const imported = performance.now();
const { gazetteer, tagger } = openAnnotator(null);
const loaded = performance.now();
const memoryAfter = memory();

const articles = goldFiles()
  .map(readGold)
  .filter(({ language }) => values.language === undefined || language === values.language);
const results = articles.map((gold) => ({
  gold,
  ...scoreArticle(gold, annotate(gold.parts, gold.language, gazetteer, tagger)),
}));
if (values.mistakes !== undefined) {
  for (const mistake of results.flatMap(({ mistakes }) => mistakes)) {
    if (mistake.kind !== values.mistakes) continue;
    console.log(`${mistake.article}: ${mistake.gold}  →  ${mistake.found}\n    ${mistake.context}`);
  }
} else {
  const report = {
    articles: articles.length,
    quality: Object.fromEntries(
      [...new Set(articles.map(({ language }) => language)), "all"].map((language) => [
        language,
        total(results.filter(({ gold }) => language === "all" || gold.language === language)),
      ]),
    ),
    ...(values.quality ? {} : { cost: cost() }),
  };
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else print(report);
}

function total(rows) {
  const sum = (pick) => {
    const all = {};
    for (const { score } of rows) {
      for (const [key, value] of Object.entries(pick(score))) {
        if (typeof value === "number") all[key] = (all[key] ?? 0) + value;
      }
    }
    return all;
  };
  const names = Object.fromEntries(
    ["PERSON", "PLACE", "ORGANIZATION"].map((type) => [type, sum(({ names: scores }) => scores[type])]),
  );
  const overall = none();
  for (const counts of Object.values(names)) {
    for (const key of Object.keys(overall)) overall[key] += counts[key];
  }
  const links = sum((score) => score.links);
  const bCubed = sum((score) => score.coreference.bCubed);
  const precision = (100 * bCubed.precision) / bCubed.found;
  const recall = (100 * bCubed.recall) / bCubed.gold;
  const organizations = sum((score) => score.roles.organizations);
  return {
    names: Object.fromEntries(
      Object.entries({ ...names, overall }).map(([type, counts]) => [type, { ...rates(counts), ...counts }]),
    ),
    linkingAccuracy: (100 * links.right) / links.linkable,
    wrongLinks: (100 * links.wrong) / links.mentions,
    coreferenceBCubed: { precision, recall, f1: (2 * precision * recall) / (precision + recall) },
    coreferencePairs: rates(sum((score) => score.coreference.pairs)),
    roles: rates(sum((score) => score.roles)),
    roleOrganizations: (100 * organizations.right) / organizations.both,
    quotationsWithSpeaker: rates(sum((score) => score.quotations)),
    quotationSpans: rates(sum((score) => score.quotations.spans)),
    about: rates(sum((score) => score.about)),
  };
}

function cost() {
  const small = articles.filter(({ language }) => language === "el").flatMap(({ parts }) => parts);
  const partsOf = (bytes) => {
    const parts = [];
    let size = 0;
    for (let at = 0; size < bytes; at++) {
      const part = small[at % small.length];
      parts.push(part);
      size += Buffer.byteLength(part.text);
    }
    return parts;
  };
  const time = (parts) => {
    const start = performance.now();
    annotate(parts, "el", gazetteer, tagger);
    return performance.now() - start;
  };
  const each = () => {
    const start = performance.now();
    for (const { parts, language } of articles) annotate(parts, language, gazetteer, tagger);
    return performance.now() - start;
  };
  const bytes = articles
    .flatMap(({ parts }) => parts)
    .reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const tenth = partsOf(100_000);
  const whole = partsOf(1_000_000);
  for (let warm = 0; warm < 5; warm++) each();
  const runs = Array.from({ length: 5 }, () => ({
    articles: each(),
    tenth: time(tenth),
    whole: time(whole),
  }));
  return {
    megabytesPerSecond: bytes / 1_000 / median(runs.map((run) => run.articles)),
    oneMegabyteToTenth: median(runs.map((run) => run.whole)) / median(runs.map((run) => run.tenth)),
    importMilliseconds: imported - started,
    loadMilliseconds: loaded - imported,
    tablesMegabytes: memoryAfter - memoryBefore,
  };
}

/** Resident megabytes after a collection, if node was started with --expose-gc. */
function memory() {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1_000_000;
}

function print({ articles: count, quality, cost: costs }) {
  console.log(`${count} gold articles; precision, recall and F1 in percent\n`);
  const languages = Object.keys(quality);
  const row = (name, pick) =>
    console.log(name.padEnd(34) + languages.map((language) => pick(quality[language]).padStart(22)).join(""));
  const three = ({ precision, recall, f1 }) =>
    `${precision.toFixed(1)} ${recall.toFixed(1)} ${Number.isNaN(f1) ? "–" : f1.toFixed(1)}`;
  console.log("".padEnd(34) + languages.map((language) => language.padStart(22)).join(""));
  for (const type of ["PERSON", "PLACE", "ORGANIZATION", "overall"]) {
    row(`names: ${type.toLowerCase()} (strict)`, ({ names }) => three(names[type]));
  }
  row("linkable mentions linked right, %", ({ linkingAccuracy }) => linkingAccuracy.toFixed(1));
  row("wrong links, % of all mentions", ({ wrongLinks }) => wrongLinks.toFixed(1));
  row("coreference in the article, B³", ({ coreferenceBCubed }) => three(coreferenceBCubed));
  row("coreference in the article, pairs", ({ coreferencePairs }) => three(coreferencePairs));
  row("roles with their holder", ({ roles }) => three(roles));
  row("  of these with organization, %", ({ roleOrganizations }) => roleOrganizations.toFixed(1));
  row("quotations with speaker", ({ quotationsWithSpeaker }) => three(quotationsWithSpeaker));
  row("  words alone", ({ quotationSpans }) => three(quotationSpans));
  row("what the article is about", ({ about }) => three(about));
  if (!costs) return;
  console.log(`
speed: ${costs.megabytesPerSecond.toFixed(2)} MB/s (UTF-8, article by article, median of 5)
1 MB takes ${costs.oneMegabyteToTenth.toFixed(1)} times as long as 100 kB
start: ${costs.importMilliseconds.toFixed(0)} ms import, ${costs.loadMilliseconds.toFixed(0)} ms tables; ${costs.tablesMegabytes.toFixed(0)} MB more memory`);
}
