import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { checkKnowledgeFile, loadKnowledgeBase } from "../annotation/gazetteer/loadKnowledgeBase.js";
import type { EntityKind } from "../annotation/types.js";
import { errorCodes, MitosError } from "../errors.js";
import { importKnowledge, type ImportReport } from "../ingestion/knowledge/importKnowledge.js";
import type { WikidataKind } from "../ingestion/knowledge/wikidataKinds.js";
import { knowledgeFolder } from "./openAnnotator.js";
import { addSettings, configFrom } from "./settingOptions.js";

interface ImportFlags {
  kinds: EntityKind[];
  class: Map<string, WikidataKind>;
  languages: string[];
  minSitelinks: number;
  limit?: number;
  out?: string;
  json?: true;
}

const KINDS: readonly EntityKind[] = ["PERSON", "ORGANIZATION", "PLACE", "EVENT", "WORK", "OTHER"];
const PROGRESS_MS = 2_000;
const MAX_PRINTED = 20;

/** `mitos kb`: the names that annotation knows. */
export function kbCommand(): Command {
  const kb = new Command("kb").description("Add to the names that annotation knows.");
  const importer = new Command("import")
    .description("Take names from a Wikidata JSON dump (plain or .gz; - reads standard input).")
    .argument("<dump>", "The dump: one item a line.")
    .option("--kinds <list>", "PERSON, ORGANIZATION, PLACE, EVENT.", kinds, KINDS.slice(0, 4))
    .option(
      "--class <pair>",
      "A further class and its kind, such as Q33506=ORGANIZATION; again for more.",
      classes,
      new Map(),
    )
    .option("--languages <list>", "Languages of names.", words, ["el", "en", "ru"])
    .option("--min-sitelinks <n>", "Only what so many Wikipedias and sister sites have.", count, 20)
    .option("--limit <n>", "Stop after so many entities.", count)
    .option("--out <file>", "File to write [default: knowledge/wikidata.jsonl in the data folder].")
    .option("--json", "Print the report as JSON.")
    .addHelpText("after", "\nExit code 65: some lines could not be read, everything else was imported.")
    .action(runImport);
  kb.addCommand(addSettings(importer, ["dataDirectory"]).copyInheritedSettings(kb));
  kb.addCommand(
    new Command("check")
      .description("Check files of names: every line that is wrong, with its reason.")
      .argument("<file...>", "JSON Lines files in the format of docs/knowledge-base.md.")
      .action(runCheck)
      .copyInheritedSettings(kb),
  );
  return kb;
}

async function runImport(dump: string, flags: ImportFlags): Promise<void> {
  if (dump !== "-" && !existsSync(dump)) throw new MitosError("NO_INPUT", `${dump} is not there.`);
  const out =
    flags.out ?? path.join(knowledgeFolder(configFrom({ ...flags }).dataDirectory), "wikidata.jsonl");
  mkdirSync(path.dirname(path.resolve(out)), { recursive: true });
  const started = Date.now();
  let shown = started;
  const report = await importKnowledge(dump === "-" ? process.stdin : dump, loadKnowledgeBase(), {
    filter: {
      kinds: new Set(flags.kinds),
      languages: flags.languages,
      minimumSitelinks: flags.minSitelinks,
      classes: flags.class,
    },
    out,
    limit: flags.limit ?? null,
    onProgress: (now) => {
      if (Date.now() - shown < PROGRESS_MS) return;
      shown = Date.now();
      console.error(progressLine(now, started));
    },
  });
  if (flags.json) console.log(JSON.stringify({ ...report, out }, null, 2));
  else {
    for (const { line, code, message } of report.issues.slice(0, MAX_PRINTED)) {
      console.error(`${dump}:${line}: ${code}: ${message}`);
    }
    console.log(`${progressLine(report, started)}\n${out}`);
  }
  if (report.bad > 0) process.exitCode = errorCodes.INCOMPLETE.exitCode;
}

function progressLine({ seen, written, known, bad }: ImportReport, started: number): string {
  const rate = Math.round(seen / Math.max(0.001, (Date.now() - started) / 1000));
  return `${seen} items seen: ${written} written, ${known} known already, ${bad} bad lines (${rate}/s)`;
}

function runCheck(files: string[]): void {
  for (const file of files) {
    if (!existsSync(file)) throw new MitosError("NO_INPUT", `${file} is not there.`);
    const { entities, problems } = checkKnowledgeFile(file);
    for (const problem of problems) console.error(problem);
    console.log(`${file}: ${entities} entities, ${problems.length} lines with problems`);
    if (problems.length > 0) process.exitCode = errorCodes.INCOMPLETE.exitCode;
  }
}

function kinds(value: string): EntityKind[] {
  return words(value).map((name) => {
    const kind = KINDS.find((each) => each === name.toUpperCase());
    if (!kind) throw new InvalidArgumentError(`Write kinds among ${KINDS.join(", ")}.`);
    return kind;
  });
}

function classes(value: string, before: Map<string, WikidataKind>): Map<string, WikidataKind> {
  const [id = "", name = "", more] = value.split("=");
  const [kind] = kinds(name);
  if (!/^Q\d+$/u.test(id) || !kind || more !== undefined)
    throw new InvalidArgumentError("Write Q33506=ORGANIZATION.");
  return new Map([...before, [id, { kind, type: null }]]);
}

function words(value: string): string[] {
  return value
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function count(value: string): number {
  const parsed = Number(value);
  if (!Number.isInteger(parsed) || parsed < 0) throw new InvalidArgumentError("Write a whole number.");
  return parsed;
}
