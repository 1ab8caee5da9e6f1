import { InvalidArgumentError, type Command } from "commander";
import type { FileSearch } from "../ingestion/findFiles.js";
import type { PageDate } from "../ingestion/Page.js";
import { recordFields } from "../ingestion/readers/records.js";
import type { SourceContext } from "../ingestion/SourceContext.js";

/** What the user says of the documents, and which of them count. */
export interface SourceFlags {
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

/** Gives a command that takes documents in the flags of `SourceFlags`. */
export function addSourceOptions(command: Command): Command {
  return command
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
    .option("--json", "Print the report as JSON.");
}

/** Which files under folders the flags mean. */
export function searchOf({
  include,
  exclude,
  recursive = true,
}: Pick<SourceFlags, "include" | "exclude" | "recursive">): FileSearch {
  return { isRecursive: recursive, ...(include && { include }), ...(exclude && { exclude }) };
}

/** The outlet that the flags name; null for none. */
export function sourceOf({
  source,
  sourceUrl,
  language,
  timeZone: zone,
}: Pick<SourceFlags, "source" | "sourceUrl" | "language" | "timeZone">): SourceContext | null {
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
