import { Command } from "commander";
import { openDatabase } from "../db/openDatabase.js";
import { errorCodes } from "../errors.js";
import { checkGraph } from "../graph/checkGraph.js";
import { graphHash } from "../graph/graphHash.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

interface CheckFlags {
  hash?: true;
  json?: true;
}

/** `mitos check`: is the graph whole, and what is its content's hash? */
export function checkCommand(): Command {
  const command = new Command("check")
    .description(
      "Check the graph: that nothing leads nowhere, every count equals its rows, every offset its words.",
    )
    .option("--hash", "Print a hash of the content too, the same whatever the order of rows and keys.")
    .option("--json", "Print the result as JSON.")
    .addHelpText("after", "\nExit code 65: something is wrong.")
    .action(run);
  return addSettings(command, databaseSettings);
}

async function run(flags: CheckFlags): Promise<void> {
  const database = await openDatabase(configFrom({ ...flags }));
  try {
    const faults = await checkGraph(database.sql, (check) => {
      if (!flags.json && process.stderr.isTTY) console.error(`  ${check} …`);
    });
    const hash = flags.hash ? await graphHash(database.sql) : null;
    if (flags.json) console.log(JSON.stringify({ faults, hash }, null, 2));
    else {
      for (const { check, count, examples } of faults)
        console.log(`wrong: ${check}: ${count} rows, such as ${examples.join(", ")}`);
      if (faults.length === 0) console.log("The graph is whole.");
      if (hash !== null) console.log(hash);
    }
    if (faults.length > 0) process.exitCode = errorCodes.INCOMPLETE.exitCode;
  } finally {
    await database.close();
  }
}
