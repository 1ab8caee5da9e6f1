import path from "node:path";
import { SingleBar } from "cli-progress";
import type { IngestOptions, IngestReport, Issue } from "../ingestion/ingest.js";

/** Shows how far an ingest is. */
export interface IngestProgress {
  update: NonNullable<IngestOptions["onProgress"]>;
  /** For the articles whose stories are found, which comes last. */
  placed: (placed: number, total: number) => void;
  end: () => void;
}

const LINE_EVERY_MS = 2_000;

/** A bar with rate and time left on a terminal, a plain line every two seconds elsewhere; on standard error. */
export function ingestProgress(stream: NodeJS.WriteStream = process.stderr): IngestProgress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function bar(stream: NodeJS.WriteStream): IngestProgress {
  const pace = paceMeter();
  const single = new SingleBar({
    stream,
    format: "{bar} {percentage} % · {what} · {rate}/s{left} · {file}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
  });
  let isRunning = false;
  return {
    update({ seen }, done, total, file, bytes) {
      // Files of one archive may be of any size; addresses have none before they are fetched.
      const [value, whole] = bytes.total > 0 ? [bytes.read, bytes.total] : [done, total];
      const payload = {
        ...pace("read", seen, value / whole),
        what: `${seen} records`,
        file: file === null ? "" : path.basename(file).slice(0, 40),
      };
      if (isRunning) single.update(value, payload);
      else single.start(whole, value, payload);
      isRunning = true;
    },
    placed(placed, total) {
      if (!isRunning) return;
      single.setTotal(total);
      const what = `${placed} articles in stories`;
      single.update(placed, { ...pace("placed", placed, placed / total), what, file: "" });
    },
    end: () => single.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): IngestProgress {
  const pace = paceMeter();
  let last = Date.now();
  const line = (text: string): void => {
    if (Date.now() - last < LINE_EVERY_MS) return;
    last = Date.now();
    stream.write(`${text}\n`);
  };
  return {
    update({ seen }, done, total, _file, bytes) {
      const part = bytes.total > 0 ? bytes.read / bytes.total : done / total;
      const { rate, left } = pace("read", seen, part);
      line(`${seen} records of ${done}/${total} files, ${Math.floor(100 * part)} %, ${rate}/s${left}`);
    },
    placed: (placed, total) => line(`${placed}/${total} articles in stories`),
    end: () => {},
  };
}

/** Rate and time left, for people. */
interface Pace {
  /** Whole things a second. */
  rate: number;
  /** Such as ` · 2m30s left`; empty as long as it cannot be told. */
  left: string;
}

/** Measures from the first call for each kind of work; `part` of it is done, 0..1. */
function paceMeter(): (kind: string, count: number, part: number) => Pace {
  const starts = new Map<string, { at: number; count: number; part: number }>();
  return (kind, count, part) => {
    const start = starts.get(kind) ?? { at: Date.now(), count, part };
    starts.set(kind, start);
    const seconds = (Date.now() - start.at) / 1000;
    const done = part - start.part;
    if (seconds < 1 || !(done > 0)) return { rate: 0, left: "" };
    const left = Math.ceil((seconds * (1 - part)) / done);
    const time = left < 60 ? `${left}s` : `${Math.floor(left / 60)}m${left % 60}s`;
    return { rate: Math.round((count - start.count) / seconds), left: ` · ${time} left` };
  };
}

/** The ledger in one line, such as `96 seen: 90 created, 6 unchanged (2.1 s, 46/s)`. */
export function summaryLine(report: IngestReport): string {
  const counts = (["created", "updated", "unchanged", "duplicates", "quarantined"] as const)
    .filter((name) => report[name] > 0)
    .map((name) => `${report[name]} ${name}`);
  const rate = Math.round(report.seen / Math.max(0.001, report.seconds));
  const what = counts.length === 0 ? "nothing to do" : counts.join(", ");
  return `${report.seen} seen: ${what} (${report.seconds.toFixed(1)} s, ${rate}/s)`;
}

/** A quarantined record in two lines: place, code and message; then what to do. */
export function issueLines({ file, line, code, message, hint }: Issue): string {
  const place = line === null ? file : `${file}:${line}`;
  return `${path.relative(process.cwd(), place)}: ${code}: ${message}\n  ${hint}`;
}
