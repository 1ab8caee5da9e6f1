import path from "node:path";
import { annotate } from "../annotation/annotate.js";
import type { Database } from "../db/openDatabase.js";
import type { MitosError } from "../errors.js";
import { openFile } from "./containers/openFile.js";
import type { BadRecord, RawRecord } from "./containers/RawRecord.js";
import { knownValidators } from "./fetchedAddresses.js";
import type { Fetched, Fetcher } from "./fetch/Fetcher.js";
import { isAddress, type InputFile } from "./findFiles.js";
import type { PageDate, PageProblem } from "./Page.js";
import { teaserParts } from "./parts.js";
import type { AnnotationTables, PreparedRecord } from "./prepareDocument.js";
import type { Preparer } from "./Preparer.js";
import type { IngestJournal, Refused } from "./IngestJournal.js";
import { documentHash, knownDocument } from "./rawDocuments.js";
import type { PageSource, SourceContext, SourceContexts } from "./SourceContext.js";
import type { PageToStore, Part } from "./storeBatch.js";
import type { Outcome } from "./storePage.js";

/** What taking a file in needs. */
export interface Intake extends AnnotationTables {
  database: Database;
  /** Null for what is only tried. */
  journal: IngestJournal | null;
  preparer: Preparer;
  fetcher: Fetcher;
  /** Called with the number of bytes of each piece of a file that was read. */
  onRead?: (bytes: number) => void;
  /** Called with each answer of the web. */
  onFetched: (address: string, answer: Fetched) => void;
  /** Key of each knowledge base entity. */
  entityKeys: ReadonlyMap<string, number>;
  contexts: SourceContexts;
  /** Stands in for a missing `source.json`. */
  source: SourceContext | null;
  /** Publication time of pages that print none. */
  publishedAt: PageDate | null;
  /** Columns of tables by the field that they hold. */
  mapping: Readonly<Record<string, string>>;
}

/** What becomes of a record: nothing new, a refusal, or a page that is ready to be stored. */
export type Taken = Outcome | Refused | PageToStore;

/** Documents under way hold no more than this together, and one more. */
const MOST_BYTES = 16 * 1024 * 1024;

/** A document under way: it was known, or its records come. */
interface Underway {
  record: RawRecord;
  hash: string;
  source: SourceContext | null;
  known: Outcome | null;
  /** So many of its records the job took in before it was cut off. */
  entered: number;
  records: AsyncIterator<PreparedRecord> | null;
  first: Promise<IteratorResult<PreparedRecord>> | null;
}

/**
 * Reads a file, or every document of the archive that it is, and yields what becomes of each record, in order. Several
 * documents are read and annotated at once, as many as the preparer is wide.
 */
export async function* takeIn(
  intake: Intake,
  files: AsyncIterable<InputFile> | Iterable<InputFile>,
): AsyncGenerator<Taken> {
  const underway: (Underway | Refused)[] = [];
  for await (const input of files) {
    const context = contextOf(intake, input);
    if (context !== null && "problem" in context) {
      underway.push(context);
      continue;
    }
    for await (const record of recordsOf(intake, input)) {
      if (record === "unchanged") {
        while (underway.length > 0) yield* finish(intake, underway.shift());
        yield record;
        continue;
      }
      const item =
        "problem" in record
          ? { problem: record.problem, bytes: null, name: record.name }
          : await begin(intake, record, context);
      if (item !== null) underway.push(item);
      while (underway.length >= intake.preparer.width || bytesOf(underway) > MOST_BYTES)
        yield* finish(intake, underway.shift());
    }
  }
  while (underway.length > 0) yield* finish(intake, underway.shift());
}

async function* recordsOf(
  intake: Intake,
  { file, record }: InputFile,
): AsyncGenerator<RawRecord | BadRecord | "unchanged"> {
  if (record !== undefined) yield record;
  else if (isAddress(file)) yield* fetched(intake, file);
  else yield* openFile(file, intake.onRead);
}

async function* fetched(
  { database, fetcher, onFetched }: Intake,
  address: string,
): AsyncGenerator<RawRecord | BadRecord | "unchanged"> {
  const answer = await fetcher.fetch(address, await knownValidators(database.sql, address));
  onFetched(address, answer);
  if ("problem" in answer) yield { name: address, problem: answer.problem };
  else yield answer.record ?? "unchanged";
}

function bytesOf(underway: readonly (Underway | Refused)[]): number {
  return underway.reduce((sum, item) => sum + ("problem" in item ? 0 : item.record.bytes.length), 0);
}

/** Null for a document that the job took in whole before it was cut off. */
async function begin(
  intake: Intake,
  record: RawRecord,
  source: SourceContext | null,
): Promise<Underway | null> {
  const { publishedAt, mapping, preparer, database, journal } = intake;
  const { name, bytes, url } = record;
  const hash = recordHash(bytes, url, source, publishedAt);
  const entered = (await journal?.entered(hash, name)) ?? 0;
  if (entered === Infinity) return null;
  const known = await knownDocument(database.sql, hash, name);
  if (known !== null) return { record, hash, source, known, entered, records: null, first: null };
  const records = preparer.prepare({ ...record, source, publishedAt, mapping })[Symbol.asyncIterator]();
  const first = records.next();
  // Whoever waits for it sees the error.
  first.catch(() => undefined);
  return { record, hash, source, known, entered, records, first };
}

/** What a document is known by: its bytes, and what was known of it from outside. */
export function recordHash(
  bytes: Uint8Array,
  url: string | null,
  source: SourceContext | null,
  publishedAt: PageDate | null,
): string {
  return documentHash(bytes, url === null ? [source, publishedAt] : [source, publishedAt, url]);
}

async function* finish(intake: Intake, item: Underway | Refused | undefined): AsyncGenerator<Taken> {
  if (item === undefined) return;
  if ("problem" in item) {
    yield item;
    return;
  }
  const { record, records, known } = item;
  if (known !== null) yield known;
  if (records === null || item.first === null) return;
  let index = 0;
  for (let now = await item.first; now.done !== true; index++) {
    const next = await records.next();
    const part = { index, isLast: next.done === true };
    const { value } = now;
    if (index < item.entered) {
      // It is in the ledger.
    } else if ("problem" in value) {
      const { bytes, name } = record;
      yield { problem: value.problem, bytes, name, document: { hash: item.hash, part } };
    } else yield toStore(intake, item, value, part);
    now = next;
  }
}

function toStore(
  { gazetteer, tagger, entityKeys, publishedAt, mapping }: Intake,
  { record, hash, source }: Underway,
  { page, annotation, words, languageConfidence, packed }: Exclude<PreparedRecord, { problem: PageProblem }>,
  part: Part,
): PageToStore {
  const { name, bytes, url, charset } = record;
  return {
    name,
    bytes,
    packed,
    hash,
    facts: { url, charset, source, publishedAt, mapping },
    part,
    prepared: {
      page,
      annotation,
      words,
      languageConfidence,
      annotateTeaser: (teaser, language) => annotate(teaserParts(teaser), language, gazetteer, tagger),
      source: sourceOf(source, page.source),
      document: {
        name,
        hash: documentHash(
          part.index === 0 ? bytes : Buffer.from(hash),
          part.index === 0 ? name : [name, part.index],
        ),
      },
      entityKeys,
      now: Date.now(),
    },
  };
}

/** The outlet of a file's folder, or why its `source.json` cannot be used. */
function contextOf(
  { contexts, source }: Intake,
  { file, root, record }: InputFile,
): SourceContext | null | Refused {
  if (record !== undefined || isAddress(file)) return source;
  try {
    return contexts.find(path.dirname(file), root) ?? source;
  } catch (error) {
    const { message, hint } = error as MitosError;
    return {
      problem: { code: "BAD_SOURCE", message, hint: hint ?? "", line: null },
      bytes: null,
      name: file,
    };
  }
}

/** A page's outlet: as its folder says, else as the page itself says. */
export function sourceOf(
  context: SourceContext | null,
  stated: { name: string; url: string | null } | null,
): PageSource | null {
  if (context !== null) {
    const { name, kind, url, language } = context;
    return { name, kind, url, language };
  }
  return stated === null ? null : { ...stated, kind: null, language: null };
}
