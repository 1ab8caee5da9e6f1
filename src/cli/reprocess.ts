import { Command } from "commander";
import { openDatabase } from "../db/openDatabase.js";
import { reprocess } from "../ingestion/reprocess.js";
import { openAnnotator } from "./openAnnotator.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

const PROGRESS_MS = 2_000;

/** `mitos reprocess`: builds the graph anew from the documents that were kept. */
export function reprocessCommand(): Command {
  const command = new Command("reprocess")
    .description("Build the graph anew from the documents that were kept, after an upgrade or new names.")
    .option("--json", "Print the report as JSON.")
    .action(run);
  return addSettings(command, [...databaseSettings, "knowledge"]);
}

async function run(flags: { json?: true }): Promise<void> {
  const config = configFrom({ ...flags });
  const database = await openDatabase({ ...config, isJob: true });
  try {
    let shown = Date.now();
    const report = await reprocess(database, openAnnotator(config), {
      onProgress: ({ documents }, total) => {
        if (Date.now() - shown < PROGRESS_MS) return;
        shown = Date.now();
        console.error(`${documents}/${total} documents`);
      },
    });
    if (flags.json) console.log(JSON.stringify(report, null, 2));
    else {
      for (const name of report.unreadable)
        console.error(`${name}: no page found any more; its article stays as it is.`);
      console.log(`${report.documents} documents: ${report.articles} articles built anew`);
    }
  } finally {
    await database.close();
  }
}
