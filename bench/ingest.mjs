// Articles a second of `mitos ingest` over the sample archive, into a fresh embedded database each round.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openAnnotator } from "../dist/cli/openAnnotator.js";
import { openDatabase } from "../dist/db/openDatabase.js";
import { ingest } from "../dist/ingestion/ingest.js";
import { median } from "./support/median.mjs";

const ROUNDS = 5;

const annotator = openAnnotator(null);
const rates = [];
for (let round = 0; round <= ROUNDS; round++) {
  const dataDirectory = mkdtempSync(path.join(tmpdir(), "mitos-bench-"));
  const database = await openDatabase({ dataDirectory, databaseUrl: null });
  try {
    const paths = ["examples/archive"];
    const report = await ingest(database, annotator, { paths, source: null, publishedAt: null });
    // The first round warms up.
    if (round > 0) rates.push(report.seen / report.seconds);
  } finally {
    await database.close();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}
console.log(
  `ingest: ${median(rates).toFixed(0)} articles/s (median of ${ROUNDS}, ${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)})`,
);
