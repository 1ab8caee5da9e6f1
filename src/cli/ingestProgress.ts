import path from "node:path";
import { SingleBar } from "cli-progress";
import type { IngestReport, Issue, Ledger } from "../ingestion/ingest.js";

/** Shows how far an ingest is. */
export interface IngestProgress {
  update: (ledger: Ledger, done: number, total: number, file: string | null) => void;
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
  const started = Date.now();
  const single = new SingleBar({
    stream,
    format: "{bar} {value}/{total} {what} · {rate}/s · {eta_formatted} left · {file}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    etaBuffer: 100,
  });
  let isRunning = false;
  let placedSince: number | null = null;
  return {
    update(_ledger, done, total, file) {
      const rate = Math.round(done / Math.max(0.001, (Date.now() - started) / 1000));
      const payload = { what: "files", rate, file: file === null ? "" : path.basename(file).slice(0, 40) };
      if (isRunning) single.update(done, payload);
      else single.start(total, done, payload);
      isRunning = true;
    },
    placed(placed, total) {
      if (!isRunning) return;
      if (placedSince === null) placedSince = Date.now();
      const rate = Math.round(placed / Math.max(0.001, (Date.now() - placedSince) / 1000));
      single.setTotal(total);
      single.update(placed, { what: "articles in stories", rate, file: "" });
    },
    end: () => single.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): IngestProgress {
  let last = Date.now();
  const line = (text: string): void => {
    if (Date.now() - last < LINE_EVERY_MS) return;
    last = Date.now();
    stream.write(`${text}\n`);
  };
  return {
    update: (_ledger, done, total) => line(`${done}/${total} files`),
    placed: (placed, total) => line(`${placed}/${total} articles in stories`),
    end: () => {},
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
