import { existsSync } from "node:fs";
import { Command } from "commander";
import { openDatabase } from "../db/openDatabase.js";
import { ingestInto } from "./ingest.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

/** `mitos retry`: takes in again what the last ingest had to refuse. */
export function retryCommand(): Command {
  const command = new Command("retry")
    .description("Take in again the files of which the last ingest refused records, after they were mended.")
    .option("--json", "Print the report as JSON.")
    .action(run);
  return addSettings(command, [...databaseSettings, "knowledge"]);
}

async function run(flags: { json?: true }): Promise<void> {
  const config = configFrom({ ...flags });
  const database = await openDatabase({ ...config, isJob: true });
  try {
    const issues = await database.sql.all<{ file: string }>(
      "SELECT DISTINCT file FROM ingest_issue WHERE job_key = (SELECT max(job_key) FROM ingest_issue) ORDER BY file",
    );
    // A place in an archive is named behind `!`.
    const files = [
      ...new Set(issues.map(({ file }) => (existsSync(file) ? file : (file.split("!")[0] ?? file)))),
    ];
    const there = files.filter((file) => existsSync(file));
    for (const file of files) if (!there.includes(file)) console.error(`${file} is not there any more.`);
    if (there.length === 0) console.log("Nothing to retry.");
    else await ingestInto(database, config, there, { map: {}, ...flags });
  } finally {
    await database.close();
  }
}
