import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { expect, test } from "vitest";
import { IngestJournal } from "../../src/ingestion/IngestJournal.js";
import { IngestQueue } from "../../src/ingestion/IngestQueue.js";
import { JobOwner } from "../../src/ingestion/JobOwner.js";
import { localPreparer } from "../../src/ingestion/Preparer.js";
import { openKnowledgeDatabase, testAnnotator } from "../fixtures/testDatabase.js";

const NOTHING = JSON.stringify({ kind: "TAKE", paths: [], search: {}, source: null, mapping: {} });

test("a queue takes over the jobs of processes that are gone, and no others", async () => {
  const database = await openKnowledgeDatabase();
  const { pid: ended } = spawnSync(process.execPath, ["--version"]);
  const [now, long] = [Date.now(), Date.now() - 3_600_000];
  const jobs: Record<string, { owner: string | null; aliveAt: number | null; work?: string }> = {
    "of this process": { owner: new JobOwner().name, aliveAt: long },
    "of this process's number, before": { owner: `${hostname()} ${process.pid} before`, aliveAt: now },
    "of a process that ended": { owner: `${hostname()} ${ended} x`, aliveAt: now },
    "of a process that lives": { owner: `${hostname()} ${process.ppid} x`, aliveAt: long },
    "of another computer": { owner: "elsewhere.example 1 x", aliveAt: now },
    "of another computer, silent": { owner: "elsewhere.example 1 x", aliveAt: long },
    "of an older program": { owner: null, aliveAt: null },
    "a document whose server ended": {
      owner: `${hostname()} ${ended} x`,
      aliveAt: now,
      work: '{"kind":"DOCUMENT"}',
    },
    "a document of a server that lives": {
      owner: new JobOwner().name,
      aliveAt: now,
      work: '{"kind":"DOCUMENT"}',
    },
  };
  for (const [source, { owner, aliveAt, work = NOTHING }] of Object.entries(jobs)) {
    const job = { source, work, idempotencyKey: null, requestHash: null };
    const key = await IngestJournal.queue(database, { ...job, state: "RUNNING" });
    await database.write((sql) =>
      sql.all("UPDATE ingest_job SET owner = ?, alive_at = ? WHERE key = ?", [owner, aliveAt, key]),
    );
  }
  const queue = await IngestQueue.open(database, {
    openAnnotator: testAnnotator,
    openPreparer: () => localPreparer(testAnnotator()),
  });
  await queue.idle();
  const after = await database.sql.all<{ source: string; state: string }>(
    "SELECT source, state FROM ingest_job",
  );
  expect(Object.fromEntries(after.map(({ source, state }) => [source, state]))).toEqual({
    "of this process": "RUNNING",
    "of this process's number, before": "SUCCEEDED",
    "of a process that ended": "SUCCEEDED",
    "of a process that lives": "RUNNING",
    "of another computer": "RUNNING",
    "of another computer, silent": "SUCCEEDED",
    "of an older program": "SUCCEEDED",
    "a document whose server ended": "FAILED",
    "a document of a server that lives": "RUNNING",
  });
  await queue.close();
  await database.close();
});
