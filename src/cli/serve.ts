import { fileURLToPath } from "node:url";
import { Command } from "commander";
import type { Config, SettingName } from "../config.js";
import { openDatabase, type Database } from "../db/openDatabase.js";
import { ingest } from "../ingestion/ingest.js";
import { IngestQueue } from "../ingestion/IngestQueue.js";
import { createServer } from "../server/createServer.js";
import { ingestProgress, summaryLine } from "./ingestProgress.js";
import { lazyTextAnnotator, openAnnotator } from "./openAnnotator.js";
import { preparerFor, threadPreparer } from "./preparerFor.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

const SAMPLE_ARCHIVE = fileURLToPath(new URL("../../examples/archive", import.meta.url));
const serverSettings = [
  "host",
  "port",
  ...databaseSettings,
  "knowledge",
  "maxDepth",
  "maxTokens",
  "maxCost",
  "maxNodes",
  "maxAliases",
  "maxPageSize",
  "maxBodyBytes",
  "ingestToken",
  "ingestFolders",
] as const satisfies readonly SettingName[];

/** `mitos serve`: API and playground; an empty database is filled with the sample archive first. */
export function serveCommand(): Command {
  const command = new Command("serve")
    .description("Serve the API and the playground; fill an empty database with the sample archive first.")
    .option("--no-sample", "Leave an empty database empty.")
    .action(serve);
  return addSettings(command, serverSettings);
}

async function serve(options: { sample: boolean }): Promise<void> {
  const config = configFrom({ ...options });
  const stopped = terminationSignal();
  const database = await openDatabase(config);
  try {
    if (options.sample) await fillEmpty(database, config);
    const queue = await IngestQueue.open(database, {
      openAnnotator: () => openAnnotator(config),
      openPreparer: () => threadPreparer(config),
    });
    const server = await createServer(database, config, lazyTextAnnotator(config), queue);
    console.log(`Mitos is running on ${database.description}.`);
    console.log(`  Playground  ${server.url}/`);
    console.log(`  API         ${server.url}/graphql`);
    console.log("Stop with Ctrl-C.");
    await stopped;
    await server.close();
    await queue.close();
  } finally {
    await database.close();
  }
}

/** Fills a database that never held anything, and goes on where an earlier filling was cut off. */
async function fillEmpty(database: Database, config: Config): Promise<void> {
  const [job] = await database.sql.all<{ source: string; state: string }>(
    "SELECT source, state FROM ingest_job ORDER BY key DESC LIMIT 1",
  );
  if (job !== undefined && (job.source !== SAMPLE_ARCHIVE || job.state === "SUCCEEDED")) return;
  console.log("The database is empty: taking in the sample archive …");
  const progress = ingestProgress();
  const annotator = openAnnotator(config);
  const preparer = preparerFor([SAMPLE_ARCHIVE], annotator, config);
  const report = await ingest(database, annotator, {
    preparer,
    paths: [SAMPLE_ARCHIVE],
    source: null,
    publishedAt: null,
    onProgress: progress.update,
    onPlaced: progress.placed,
  }).finally(async () => {
    progress.end();
    await preparer.close();
  });
  console.log(summaryLine(report));
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function terminationSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
