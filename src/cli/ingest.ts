import { Command } from "commander";
import type { Config } from "../config.js";
import { openDatabase, type Database } from "../db/openDatabase.js";
import { errorCodes } from "../errors.js";
import { ingest } from "../ingestion/ingest.js";
import { ingestProgress, issueLines, summaryLine } from "./ingestProgress.js";
import { openAnnotator } from "./openAnnotator.js";
import { preparerFor } from "./preparerFor.js";
import { savedInput } from "./savedInput.js";
import { addSourceOptions, searchOf, sourceOf, type SourceFlags } from "./sourceOptions.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

const MAX_PRINTED = 20;

/** `mitos ingest`: takes files into the graph. */
export function ingestCommand(): Command {
  const command = new Command("ingest")
    .description(
      "Take pages, feeds, tables and archives of them into the graph. Running it again changes nothing.",
    )
    .argument("<path...>", "Files, folders, archives, globs and addresses; - reads standard input.")
    .addHelpText("after", "\nExit code 65: some records were quarantined, everything else is in the graph.")
    .action(run);
  return addSettings(addSourceOptions(command), [...databaseSettings, "knowledge"]);
}

async function run(paths: string[], flags: SourceFlags): Promise<void> {
  const config = configFrom({ ...flags });
  const input = await savedInput(paths);
  try {
    const database = await openDatabase({ ...config, isJob: true });
    try {
      await ingestInto(database, config, input.paths, flags);
    } finally {
      await database.close();
    }
  } finally {
    input.remove();
  }
}

/** Takes paths into a database, with progress, and prints the report; the exit code says whether records were refused. */
export async function ingestInto(
  database: Database,
  config: Config,
  paths: readonly string[],
  flags: Omit<SourceFlags, "timeZone"> & { timeZone?: string },
): Promise<void> {
  const progress = ingestProgress();
  const annotator = openAnnotator(config);
  const preparer = preparerFor(paths, annotator, config);
  const report = await ingest(database, annotator, {
    preparer,
    paths,
    source: sourceOf({ timeZone: "UTC", ...flags }),
    publishedAt: flags.publishedAt ?? null,
    mapping: flags.map,
    search: searchOf(flags),
    onProgress: progress.update,
    onPlaced: progress.placed,
  }).finally(async () => {
    progress.end();
    await preparer.close();
  });
  if (flags.json) {
    console.log(JSON.stringify(report, null, 2));
  } else {
    for (const issue of report.issues.slice(0, MAX_PRINTED)) console.error(issueLines(issue));
    const more = report.issues.length - MAX_PRINTED;
    if (more > 0) console.error(`… and ${more} more; --json lists them all.`);
    console.log(summaryLine(report));
  }
  if (report.quarantined > 0) process.exitCode = errorCodes.INCOMPLETE.exitCode;
}
