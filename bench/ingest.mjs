// Articles a second of `mitos ingest` into a fresh embedded database, with all edges: the sample archive, and generated
// articles of 4 kB. Usage: npm run bench:ingest [-- --articles 20000]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { openAnnotator } from "../dist/cli/openAnnotator.js";
import { preparerFor } from "../dist/cli/preparerFor.js";
import { openDatabase } from "../dist/db/openDatabase.js";
import { ingest } from "../dist/ingestion/ingest.js";
import { goldFiles, readGold } from "./annotation/readGold.mjs";
import { median } from "./support/median.mjs";
import { newsLines, peakMegabytes } from "./support/newsLines.mjs";

const ROUNDS = 3;
const { values } = parseArgs({ options: { articles: { type: "string", default: "2000" } } });

const annotator = openAnnotator(null);
const folder = mkdtempSync(path.join(tmpdir(), "mitos-bench-"));
const generated = path.join(folder, "news.jsonl");
writeFileSync(generated, newsLines(goldFiles(), readGold, Number(values.articles)));
try {
  await measure("sample archive", "examples/archive");
  await measure(`${values.articles} articles of 4 kB`, generated);
  console.log(`${availableParallelism()} processors, peak memory ${peakMegabytes()} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The first round warms up. */
async function measure(name, input) {
  const rates = [];
  let statements = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const dataDirectory = mkdtempSync(path.join(folder, "data-"));
    const config = { dataDirectory, databaseUrl: null, knowledge: null };
    const database = await openDatabase({ ...config, isJob: true });
    const preparer = preparerFor([input], annotator, config);
    const stop = database.observe(() => statements++);
    statements = 0;
    const report = await ingest(database, annotator, {
      preparer,
      paths: [input],
      source: null,
      publishedAt: null,
    });
    stop();
    if (round > 0) rates.push(report.seen / report.seconds);
    statements /= report.seen;
    await preparer.close();
    await database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
  const range = `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`;
  console.log(
    `${name}: ${median(rates).toFixed(0)} articles/s (median of ${ROUNDS}, ${range}), ${statements.toFixed(0)} statements each`,
  );
}
