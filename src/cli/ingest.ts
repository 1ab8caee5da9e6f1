import { Command, InvalidArgumentError } from "commander";
import type { Config } from "../config.js";
import { openDatabase, type Database } from "../db/openDatabase.js";
import { errorCodes } from "../errors.js";
import type { FileSearch } from "../ingestion/findFiles.js";
import { ingest } from "../ingestion/ingest.js";
import type { PageDate } from "../ingestion/Page.js";
import { recordFields } from "../ingestion/readers/records.js";
import type { SourceContext } from "../ingestion/SourceContext.js";
import { ingestProgress, issueLines, summaryLine } from "./ingestProgress.js";
import { openAnnotator } from "./openAnnotator.js";
import { preparerFor } from "./preparerFor.js";
import { savedInput } from "./savedInput.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

interface IngestFlags {
  source?: string;
  sourceUrl?: string;
  language?: string;
  timeZone: string;
  publishedAt?: PageDate;
  map: Record<string, string>;
  include?: string[];
  exclude?: string[];
  recursive?: boolean;
  json?: true;
}

const MAX_PRINTED = 20;

/** `mitos ingest`: takes files into the graph. */
export function ingestCommand(): Command {
  const command = new Command("ingest")
    .description(
      "Take pages, feeds, tables and archives of them into the graph. Running it again changes nothing.",
    )
    .argument("<path...>", "Files, folders, archives, globs and addresses; - reads standard input.")
    .option("--source <name>", "Outlet of pages whose folder has no source.json.")
    .option("--source-url <url>", "Address of that outlet.")
    .option("--language <tag>", "Language of that outlet (BCP 47), for texts too short to tell.")
    .option("--time-zone <name>", "Time zone of dates that print none (IANA).", timeZone, "UTC")
    .option("--published-at <date>", "Publication time of pages that print none (ISO 8601).", pageDate)
    .option(
      "--map <pairs>",
      `Columns of tables: headline=TITLE,body=TEXT; fields: ${recordFields.join(", ")}.`,
      mapping,
      {},
    )
    .option("--include <glob...>", "Only files below folders that match one of these: --include '*.html'.")
    .option("--exclude <glob...>", "No files below folders that match one of these.")
    .option("--no-recursive", "Do not look into folders in folders.")
    .option("--json", "Print the report as JSON.")
    .addHelpText("after", "\nExit code 65: some records were quarantined, everything else is in the graph.")
    .action(run);
  return addSettings(command, [...databaseSettings, "knowledge"]);
}

async function run(paths: string[], flags: IngestFlags): Promise<void> {
  const config = configFrom({ ...flags });
  const input = await savedInput(paths);
  try {
    const database = await openDatabase(config);
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
  flags: Omit<IngestFlags, "timeZone"> & { timeZone?: string },
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

function searchOf({ include, exclude, recursive = true }: Partial<IngestFlags>): FileSearch {
  return { isRecursive: recursive, ...(include && { include }), ...(exclude && { exclude }) };
}

function sourceOf({
  source,
  sourceUrl,
  language,
  timeZone: zone,
}: Pick<IngestFlags, "source" | "sourceUrl" | "language" | "timeZone">): SourceContext | null {
  if (source === undefined) return null;
  return {
    name: source,
    url: sourceUrl ?? null,
    language: language ?? null,
    kind: "PUBLISHER",
    timeZone: zone,
  };
}

function mapping(value: string, before: Record<string, string>): Record<string, string> {
  const pairs = value.split(",").map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  for (const [field, column] of pairs) {
    if (!recordFields.some((name) => name === field) || column === "") {
      throw new InvalidArgumentError(
        `Write pairs such as headline=TITLE; the fields are ${recordFields.join(", ")}.`,
      );
    }
  }
  return { ...before, ...(Object.fromEntries(pairs) as Record<string, string>) };
}

function timeZone(value: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return value;
  } catch {
    throw new InvalidArgumentError("Write an IANA name such as Europe/Athens.");
  }
}

function pageDate(value: string): PageDate {
  const time = Date.parse(value);
  if (Number.isNaN(time))
    throw new InvalidArgumentError("Write for example 2022-09-19 or 2022-09-19T14:30+03:00.");
  return { time, precision: /T\d/u.test(value) ? "MINUTE" : "DAY" };
}
