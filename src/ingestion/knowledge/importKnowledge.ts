import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { pipeline, type Readable, type Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type { KnowledgeBase } from "../../annotation/KnowledgeBase.js";
import { MitosError } from "../../errors.js";
import { slugify } from "../identity.js";
import { longLines, type Line } from "../longLines.js";
import { toKnowledgeLine, type ItemFilter, type KnowledgeDraft } from "./toKnowledgeLine.js";
import { itemsOf, type WikidataItem } from "./WikidataItem.js";

/** A line of the dump that could not be read. */
export interface ImportIssue {
  line: number;
  code: "NOT_JSON" | "NO_ITEM" | "TOO_LONG";
  message: string;
}

/** What an import did. */
export interface ImportReport {
  /** Lines with an item on them. */
  seen: number;
  written: number;
  /** Left out by the filter. */
  filtered: number;
  /** Items that the shipped knowledge base has already. */
  known: number;
  bad: number;
  /** The first bad lines. */
  issues: ImportIssue[];
}

/** What is imported, and where to. */
export interface ImportOptions {
  filter: Omit<ItemFilter, "countries">;
  /** File that is written when the whole dump was read. */
  out: string;
  /** Stop after so many entities; null for no limit. */
  limit: number | null;
  onProgress?: (report: Readonly<ImportReport>) => void;
}

/** Classes of offices: position, public office. */
const OFFICE_CLASSES = new Set(["Q4164871", "Q294414"]);
const MAX_ISSUES = 100;
/** No item of Wikidata is near this; a longer line is no dump. */
const LONGEST_LINE = 64 * 1024 * 1024;
const PROGRESS_EVERY = 1_000;

/**
 * Reads a Wikidata JSON dump line by line and writes the items that the filter keeps as a knowledge file. Bad lines are
 * counted and reported, never stop it. Memory holds the ids that were written and the names of offices, not the items.
 *
 * @param source path of the dump (`.json`, `.gz`), or a stream
 * @throws {MitosError} NO_INPUT when the dump cannot be read
 */
export async function importKnowledge(
  source: string | Readable,
  base: KnowledgeBase,
  { filter, out, limit, onProgress }: ImportOptions,
): Promise<ImportReport> {
  const report: ImportReport = { seen: 0, written: 0, filtered: 0, known: 0, bad: 0, issues: [] };
  const countries = new Map<string, string>();
  const knownIds = new Set<string>();
  const ids = new Set<string>();
  for (const entity of base.entities) {
    ids.add(entity.id);
    if (entity.qid === null) continue;
    knownIds.add(entity.qid);
    if (entity.placeType === "country" && entity.country !== null) countries.set(entity.qid, entity.country);
  }
  const offices = new Map<string, Record<string, string>>();
  const draftFile = `${out}.part`;
  const drafts = createWriteStream(draftFile);
  try {
    for await (const line of linesOf(source)) {
      const item = readItem(line, report);
      if (item === null) continue;
      report.seen++;
      if (report.seen % PROGRESS_EVERY === 0) onProgress?.(report);
      if (itemsOf(item, "P31").some((id) => OFFICE_CLASSES.has(id)))
        offices.set(item.id, labelsOf(item, filter.languages));
      const draft = toKnowledgeLine(item, { ...filter, countries });
      if (draft === null) report.filtered++;
      else if (knownIds.has(item.id)) report.known++;
      else {
        knownIds.add(item.id);
        await write(drafts, `${JSON.stringify({ id: newId(draft, ids), ...draft })}\n`);
        report.written++;
        if (limit !== null && report.written >= limit) break;
      }
    }
    drafts.end();
    await finished(drafts);
    await finishLines(draftFile, `${out}.new`, offices);
    renameSync(`${out}.new`, out);
  } finally {
    drafts.destroy();
    rmSync(draftFile, { force: true });
    rmSync(`${out}.new`, { force: true });
  }
  onProgress?.(report);
  return report;
}

async function* linesOf(source: string | Readable): AsyncGenerator<Line> {
  const input = typeof source === "string" ? createReadStream(source) : source;
  const isPacked = typeof source === "string" && source.endsWith(".gz");
  // An error of either ends the reading of the last one, which throws it.
  const stream = isPacked ? pipeline(input, createGunzip(), () => undefined) : input;
  try {
    yield* longLines(stream, LONGEST_LINE);
  } catch (error) {
    const name = typeof source === "string" ? source : "standard input";
    throw new MitosError(
      "NO_INPUT",
      `${name}: ${error instanceof Error ? error.message : String(error)}`,
      "Give a Wikidata JSON dump, plain or .gz; unpack others into `mitos kb import -`.",
    );
  } finally {
    input.destroy();
  }
}

/** The item on a line; null for the brackets of the array and, after noting why, for a bad line. */
function readItem({ number, text }: Line, report: ImportReport): WikidataItem | null {
  const bad = (code: ImportIssue["code"], message: string): null => {
    report.bad++;
    if (report.issues.length < MAX_ISSUES) report.issues.push({ line: number, code, message });
    return null;
  };
  if (text === null) return bad("TOO_LONG", `longer than ${LONGEST_LINE} characters`);
  const json = text.trim().replace(/,$/u, "");
  if (json === "" || json === "[" || json === "]") return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return bad("NOT_JSON", error instanceof Error ? error.message : String(error));
  }
  const id = typeof value === "object" && value !== null ? (value as { id?: unknown }).id : undefined;
  if (typeof id !== "string" || !/^[QPL]\d+/u.test(id)) return bad("NO_ITEM", "no id such as Q42 in it");
  return value as WikidataItem;
}

function labelsOf({ labels }: WikidataItem, languages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    [...new Set([...languages, "en"])].flatMap((language) => {
      const label = labels?.[language]?.value;
      return label === undefined ? [] : [[language, label] as const];
    }),
  );
}

/** A readable id that no other entity has: of the English name or the first one; with the Wikidata id where that is taken. */
function newId({ line }: KnowledgeDraft, ids: Set<string>): string {
  const name = line.names.en ?? Object.values(line.names)[0] ?? "";
  const slug = slugify(name);
  const qid = line.qid.toLowerCase();
  const id = slug === "untitled" ? qid : ids.has(slug) ? `${slug}-${qid}` : slug;
  ids.add(id);
  return id;
}

/** Writes the drafts with the names of their offices, which may stand anywhere in a dump. */
async function finishLines(
  from: string,
  to: string,
  offices: ReadonlyMap<string, Record<string, string>>,
): Promise<void> {
  const output = createWriteStream(to);
  for await (const text of createInterface({ input: createReadStream(from), crlfDelay: Infinity })) {
    const { id, line, offices: held } = JSON.parse(text) as KnowledgeDraft & { id: string };
    const roles = held.flatMap(({ office, from: first, to: last }) => {
      const names = offices.get(office);
      const english = names?.en;
      if (names === undefined || english === undefined) return [];
      const russian = names.ru === undefined ? {} : { ru: names.ru };
      return [{ el: names.el ?? english, en: english, ...russian, of: null, from: first, to: last }];
    });
    await write(output, `${JSON.stringify({ id, ...line, ...(roles.length > 0 ? { roles } : {}) })}\n`);
  }
  output.end();
  await finished(output);
}

async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await new Promise((resolve) => stream.once("drain", resolve));
}
