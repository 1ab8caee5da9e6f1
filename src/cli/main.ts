import "reflect-metadata";
import { Command, CommanderError } from "commander";
import { packageVersion } from "../config.js";
import { errorCodes, exitCodeOf, MitosError } from "../errors.js";
import { checkCommand } from "./check.js";
import { evaluateCommand } from "./evaluate.js";
import { ingestCommand } from "./ingest.js";
import { kbCommand } from "./kb.js";
import { queryCommand } from "./query.js";
import { reprocessCommand } from "./reprocess.js";
import { retryCommand } from "./retry.js";
import { schemaCommand } from "./schema.js";
import { serveCommand } from "./serve.js";
import { joinCommand, splitCommand } from "./split.js";
import { watchCommand } from "./watch.js";

const program = new Command("mitos")
  .description("A GraphQL content graph for news.")
  .version(packageVersion, "-V, --version", "Print the version.")
  .helpOption("-h, --help", "Show this help.")
  .addHelpText("after", "\nSettings also come from the environment: see docs/configuration.md.")
  .showSuggestionAfterError()
  .exitOverride();
// A sub-command takes over what is set here when it is made, not when it is added.
for (const command of [
  serveCommand(),
  ingestCommand(),
  watchCommand(),
  retryCommand(),
  reprocessCommand(),
  queryCommand(),
  checkCommand(),
  splitCommand(),
  joinCommand(),
  kbCommand(),
  evaluateCommand(),
  schemaCommand(),
]) {
  program.addCommand(command.copyInheritedSettings(program));
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and returns the exit code (BSD sysexits). */
function report(error: unknown): number {
  // Commander has printed its own message, or the help or version that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : errorCodes.BAD_INPUT.exitCode;
  if (error instanceof MitosError) {
    console.error(`mitos: ${error.message}`);
    if (error.hint !== null) console.error(`  ${error.hint}`);
  } else {
    console.error(error instanceof Error ? error.stack : error);
    console.error("mitos: this is a fault of Mitos; please report it with the lines above.");
  }
  return exitCodeOf(error);
}
