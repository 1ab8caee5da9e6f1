import { setTimeout as sleep } from "node:timers/promises";
import { Command, InvalidArgumentError } from "commander";
import { openDatabase } from "../db/openDatabase.js";
import { errorCodes } from "../errors.js";
import { FetchSchedule } from "../ingestion/FetchSchedule.js";
import { isAddress } from "../ingestion/findFiles.js";
import { FolderScan } from "../ingestion/FolderScan.js";
import { ingest, type IngestReport } from "../ingestion/ingest.js";
import { issueLines, summaryLine } from "./ingestProgress.js";
import { addSourceOptions, searchOf, sourceOf, type SourceFlags } from "./sourceOptions.js";
import { openAnnotator } from "./openAnnotator.js";
import { preparerFor } from "./preparerFor.js";
import { addSettings, configFrom, databaseSettings } from "./settingOptions.js";

interface WatchFlags extends SourceFlags {
  every: number;
  scan: number;
  once?: true;
}

/** `mitos watch`: follows folders and addresses. */
export function watchCommand(): Command {
  const command = new Command("watch")
    .description("Follow folders and addresses: take in what is new or changed, until it is stopped.")
    .argument("<path...>", "Folders, files, globs, and addresses of feeds, sitemaps and pages.")
    .option(
      "--every <time>",
      "How often addresses are asked, such as 90s, 15m or 2h; sites may ask for less.",
      duration,
      duration("15m"),
    )
    .option("--scan <time>", "How often folders are looked at.", duration, duration("5s"))
    .option("--once", "Look once, and end.")
    .action(run);
  return addSettings(addSourceOptions(command), [...databaseSettings, "knowledge"]);
}

async function run(paths: string[], flags: WatchFlags): Promise<void> {
  const config = configFrom({ ...flags });
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
  const folders = paths.filter((path) => !isAddress(path));
  const scan = new FolderScan(folders, searchOf(flags));
  const schedule = new FetchSchedule(paths.filter(isAddress), flags.every);
  const isOnce = flags.once === true;
  const database = await openDatabase({ ...config, isJob: true });
  const annotator = openAnnotator(config);
  const preparer = preparerFor(isOnce ? folders : [], annotator, config);
  const say = (line: string, data: object): void =>
    console.log(flags.json ? JSON.stringify({ at: new Date().toISOString(), ...data }) : line);
  say(`Watching ${paths.join(", ")}.${isOnce ? "" : " Stop with Ctrl-C."}`, { watching: paths });
  try {
    while (!stopped.signal.aborted) {
      const { settled, gone } = scan.look(!isOnce);
      for (const file of gone) say(`${file} is gone; its article stays.`, { gone: file });
      const due = [...settled, ...schedule.due(Date.now())];
      if (due.length > 0) {
        const report = await ingest(database, annotator, {
          paths: due,
          preparer,
          source: sourceOf(flags),
          publishedAt: flags.publishedAt ?? null,
          mapping: flags.map,
          signal: stopped.signal,
          onFetched: (address, answer) => schedule.note(address, answer, Date.now()),
        });
        tell(report, flags.json === true, say);
        if (isOnce && report.quarantined > 0) process.exitCode = errorCodes.INCOMPLETE.exitCode;
      }
      if (isOnce) break;
      const pause = Math.min(folders.length > 0 ? flags.scan : Infinity, schedule.next() - Date.now());
      await sleep(Math.max(0, pause), null, { signal: stopped.signal }).catch(() => undefined);
    }
  } finally {
    await preparer.close();
    await database.close();
  }
  if (!isOnce) say("Stopped.", { stopped: true });
}

function tell(report: IngestReport, isJson: boolean, say: (line: string, data: object) => void): void {
  for (const issue of isJson ? [] : report.issues) console.error(issueLines(issue));
  say(`${new Date().toLocaleTimeString("en-GB")}  ${summaryLine(report)}`, report);
}

/** Milliseconds. */
function duration(text: string): number {
  const match = /^(\d{1,6})(s|m|h)$/u.exec(text);
  const unit = { s: 1000, m: 60_000, h: 3_600_000 }[match?.[2] ?? ""];
  if (unit === undefined || Number(match?.[1]) === 0)
    throw new InvalidArgumentError("Write a number with s, m or h, such as 15m.");
  return Number(match?.[1]) * unit;
}
