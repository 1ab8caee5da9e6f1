// Quality of stories and related articles on our gold stories (bench/stories/gold.jsonl), what the order of arrival changes, and the cost of
// one article in a small and a large archive. Usage: npm run bench:stories [-- --quality | --cost] [--small 2000] [--large 200000] [--errors 20]
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { openAnnotator } from "../dist/cli/openAnnotator.js";
import { bCubed } from "../dist/evaluation/bCubed.js";
import { comparedArticle } from "../dist/evaluation/comparedArticle.js";
import { evaluateRelated, evaluateStories } from "../dist/evaluation/evaluateStories.js";
import { readStories } from "../dist/evaluation/readStories.js";
import { articleTerms } from "../dist/graph/similarity/articleTerms.js";
import { backgroundFrequencies } from "../dist/graph/similarity/backgroundFrequencies.js";
import { INDEX_LIMITS } from "../dist/graph/stories/ArticleIndex.js";
import { StoryIndex } from "../dist/graph/stories/StoryIndex.js";
import { median } from "./support/median.mjs";
import { syntheticTerms } from "./support/syntheticTerms.mjs";

const { values } = parseArgs({
  options: {
    quality: { type: "boolean", default: false },
    cost: { type: "boolean", default: false },
    small: { type: "string", default: "2000" },
    large: { type: "string", default: "200000" },
    errors: { type: "string", default: "0" },
  },
});
const background = backgroundFrequencies();
if (!values.cost) quality();
if (!values.quality) cost();

function quality() {
  const tables = openAnnotator(null);
  const lines = readStories(
    readFileSync(new URL("stories/gold.jsonl", import.meta.url), "utf8"),
    "gold.jsonl",
  );
  for (const language of ["en", "el", "all"]) {
    const some = lines.filter((line) => language === "all" || line.language === language);
    for (const dated of [true, false]) {
      const rows = dated ? some : some.map((line) => ({ ...line, date: null }));
      const { arrived, settled, mistakes } = evaluateStories(rows, tables);
      const { precisionAtOne, meanAveragePrecision } = evaluateRelated(rows, tables);
      const figures = [
        settled.precision,
        settled.recall,
        settled.f1,
        arrived.f1,
        precisionAtOne,
        meanAveragePrecision,
      ];
      console.log(
        `${language.padEnd(3)} ${dated ? "dated  " : "undated"} ${String(rows.length).padStart(4)} articles: BCubed ${figures
          .slice(0, 3)
          .map((value) => value.toFixed(3))
          .join(
            " ",
          )} (as they arrive ${figures[3].toFixed(3)}), related p@1 ${figures[4].toFixed(3)} MAP ${figures[5].toFixed(3)}`,
      );
      if (language !== "all" || !dated) continue;
      for (const { kind, name, parts } of mistakes.slice(0, Number(values.errors)))
        console.log(
          `    ${kind} ${name}: ${parts.map((part) => `${part.articles} ${part.name}`).join(" | ")}`,
        );
    }
  }
  order(lines.map((line) => articleTerms(comparedArticle(line, tables), background)));
}

/** How far ten shuffles differ from the order of the file. */
function order(terms) {
  const run = (keys) => {
    const stories = new StoryIndex(background);
    for (const key of keys) stories.add(key, terms[key]);
    const labels = () => terms.map((_, key) => String(stories.story(key)));
    const arrived = labels();
    stories.settle();
    return { arrived, settled: labels() };
  };
  const keys = terms.map((_, key) => key);
  const first = run(keys);
  let state = 42;
  const scores = Array.from({ length: 10 }, () => {
    const shuffled = [...keys];
    for (let index = keys.length - 1; index > 0; index--) {
      const other = (state = (state * 48_271) % 2_147_483_647) % (index + 1);
      [shuffled[index], shuffled[other]] = [shuffled[other], shuffled[index]];
    }
    const other = run(shuffled);
    return {
      arrived: bCubed(first.arrived, other.arrived).f1,
      settled: bCubed(first.settled, other.settled).f1,
    };
  });
  const least = (name) => Math.min(...scores.map((score) => score[name])).toFixed(3);
  console.log(
    `ten shuffles agree with the order of the file: as they arrive BCubed F1 ≥ ${least("arrived")}, looked over ≥ ${least("settled")}`,
  );
}

/** Milliseconds for one article, with archives of synthetic articles in events of about five, 400 a day. */
function cost() {
  const [small, large] = [Number(values.small), Number(values.large)];
  const stories = new StoryIndex(background, { ...INDEX_LIMITS, articles: large + 10_000 });
  globalThis.gc?.();
  const before = process.memoryUsage();
  const used = ({ heapUsed, arrayBuffers }) => heapUsed + arrayBuffers;
  const make = syntheticTerms(7);
  const times = new Map();
  const measured = 1_000;
  for (let key = 0; key < large + measured; key++) {
    const terms = make(key);
    const start = performance.now();
    stories.add(key, terms);
    const time = performance.now() - start;
    for (const size of [small, large]) {
      if (key >= size && key < size + measured) times.set(size, [...(times.get(size) ?? []), time]);
    }
  }
  globalThis.gc?.();
  const bytes = used(process.memoryUsage()) - used(before);
  const mean = (size) => times.get(size).reduce((sum, time) => sum + time, 0) / measured;
  for (const size of [small, large])
    console.log(
      `one article into ${size}: mean ${mean(size).toFixed(2)} ms, median ${median(times.get(size)).toFixed(2)} ms`,
    );
  console.log(
    `ratio of the means ${(mean(large) / mean(small)).toFixed(2)}; ${(bytes / large / 1_000).toFixed(1)} kB of memory an article`,
  );
}
