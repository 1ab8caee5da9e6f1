import type { Gazetteer } from "../annotation/gazetteer/Gazetteer.js";
import type { Tagger } from "../annotation/tagger/Tagger.js";
import type { KnowledgeBase } from "../annotation/KnowledgeBase.js";
import type { Database } from "../db/openDatabase.js";
import { MitosError } from "../errors.js";
import { findFiles, type InputFile } from "./findFiles.js";
import { IngestJournal, type Issue, type Ledger } from "./IngestJournal.js";
import type { PageDate } from "./Page.js";
import { checkSource, SourceContexts, type SourceContext } from "./SourceContext.js";
import { syncKnowledge } from "./syncKnowledge.js";
import { takeIn, type Intake } from "./takeIn.js";

export type { Issue, Ledger } from "./IngestJournal.js";

/** The ledger of a finished ingestion, with every record that was not taken in. */
export interface IngestReport extends Ledger {
  jobKey: number;
  issues: Issue[];
  seconds: number;
}

/** What to take in, and what is known of it from outside. */
export interface IngestOptions {
  paths: readonly string[];
  /** Stands in for a missing `source.json`. */
  source: SourceContext | null;
  /** Publication time of pages that print none. */
  publishedAt: PageDate | null;
  /** Columns of tables and keys of JSON by the field that they hold, where they are not named as usual. */
  mapping?: Readonly<Record<string, string>>;
  /** Called before each file and at the end, where `file` is null. */
  onProgress?: (ledger: Ledger, done: number, total: number, file: string | null) => void;
}

/** What turns text into mentions. */
export interface Annotator {
  knowledgeBase: KnowledgeBase;
  gazetteer: Gazetteer;
  tagger: Tagger;
}

/**
 * Takes files into the graph: read, annotate, store; one transaction for each page. The same bytes again change
 * nothing; a bad record is kept aside with its place, a code and a hint, and never stops its neighbours.
 * @throws MitosError NO_INPUT for a path that is not there, BAD_INPUT for an impossible `source`, UNAVAILABLE when the database cannot work
 */
export async function ingest(
  database: Database,
  annotator: Annotator,
  options: IngestOptions,
): Promise<IngestReport> {
  const source =
    options.source === null
      ? null
      : checkSource(
          options.source,
          (reason) => new MitosError("BAD_INPUT", `The outlet cannot be: ${reason}.`),
        );
  const files = findFiles(options.paths);
  const startedAt = Date.now();
  const ledger: Ledger = { seen: 0, created: 0, updated: 0, unchanged: 0, duplicates: 0, quarantined: 0 };
  const entityKeys = await syncKnowledge(database, annotator.knowledgeBase);
  const journal = await IngestJournal.start(database, options.paths.join(", "), startedAt);
  const { gazetteer, tagger } = annotator;
  const { publishedAt } = options;
  const intake: Intake = {
    database,
    gazetteer,
    tagger,
    entityKeys,
    contexts: new SourceContexts(),
    source,
    publishedAt,
    mapping: options.mapping ?? {},
  };
  try {
    const issues: Issue[] = [];
    for (const [done, input] of files.entries()) {
      options.onProgress?.(ledger, done, files.length, input.file);
      issues.push(...(await takeInto(ledger, journal, intake, input)));
    }
    options.onProgress?.(ledger, files.length, files.length, null);
    await journal.finish("SUCCEEDED", ledger);
    return { ...ledger, jobKey: journal.jobKey, issues, seconds: (Date.now() - startedAt) / 1000 };
  } catch (error) {
    // A database that is gone cannot note it: the first error is the one to show.
    await journal.finish("FAILED", ledger).catch(() => undefined);
    throw error;
  }
}

/** Takes one file in and counts what became of its records; returns those that were quarantined. */
async function takeInto(
  ledger: Ledger,
  journal: IngestJournal,
  intake: Intake,
  input: InputFile,
): Promise<Issue[]> {
  const issues: Issue[] = [];
  for await (const result of takeIn(intake, input)) {
    if (typeof result === "string") {
      ledger[result === "duplicate" ? "duplicates" : result]++;
    } else {
      const issue = { ...result.problem, file: result.name };
      await journal.quarantine(issue, result.bytes);
      issues.push(issue);
      ledger.quarantined++;
    }
    ledger.seen++;
  }
  return issues;
}
