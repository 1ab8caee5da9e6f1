import { spawn, type ChildProcess } from "node:child_process";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { makeFolder } from "../fixtures/testDatabase.js";
import { writeFiles } from "../ingestion/pages.js";
import { builtProgram, root, runMitos } from "./builtProgram.js";

const LINES = 300;
const env = { MITOS_DATA: makeFolder(), MITOS_DATABASE_URL: "", PORT: "0", MITOS_INGEST_TOKEN: "" };
let server: ChildProcess | null = null;

afterEach(() => {
  server?.kill("SIGKILL");
});

/** Starts the program; answers the address of its API. */
function serve(): Promise<string> {
  const child = spawn(process.execPath, [builtProgram, "serve", "--no-sample"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  server = child;
  return new Promise((resolve, reject) => {
    let printed = "";
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const address = /API +(http\S+)\n/u.exec(printed)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

function stop(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => server?.once("exit", resolve));
  server?.kill(signal);
  return ended;
}

interface Job {
  id: string;
  state: string;
  progress: { seen: number; created: number; unchanged: number };
}

async function ask<Data>(address: string, query: string): Promise<Data> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: object[] };
  expect(errors).toBe(undefined);
  return data;
}

/** Asks for the job until it is as wanted. */
async function jobWhen(address: string, id: string, isWanted: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const query = `{ingestJob(id: "${id}") {id state progress {seen created unchanged}}}`;
    const { ingestJob } = await ask<{ ingestJob: Job }>(address, query);
    if (isWanted(ingestJob)) return ingestJob;
  }
}

test("a job goes on by itself when its server was killed or stopped, and nothing is lost or twice", async () => {
  const lines = Array.from({ length: LINES }, (_, index) =>
    JSON.stringify({
      title: `Putin and Xi spoke for the ${index}th time`,
      url: `https://serve.example/${index}`,
      date: "2024-01-01",
      text: `Vladimir Putin and Xi Jinping spoke in Beijing for the ${index}th time, and NATO listened, said the Kremlin.`,
    }),
  );
  writeFiles({ "long.jsonl": `${lines.join("\n")}\n` }, path.join(env.MITOS_DATA, "inbox"));
  let address = await serve();
  const { startIngest } = await ask<{ startIngest: { job: Job } }>(
    address,
    'mutation {startIngest(input: {path: "long.jsonl"}) {job {id}}}',
  );
  const { id } = startIngest.job;
  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    const { articles: before } = await ask<{ articles: { totalCount: { value: number } } }>(
      address,
      "{articles {totalCount {value}}}",
    );
    for (let now = before.totalCount.value; now === before.totalCount.value && now < LINES;) {
      const { articles } = await ask<{ articles: typeof before }>(address, "{articles {totalCount {value}}}");
      now = articles.totalCount.value;
    }
    expect(await stop(signal)).toBe(signal === "SIGTERM" ? 0 : null);
    address = await serve();
  }
  const done = await jobWhen(address, id, ({ state }) => state !== "QUEUED" && state !== "RUNNING");
  expect(done).toMatchObject({ state: "SUCCEEDED", progress: { seen: LINES, created: LINES, unchanged: 0 } });
  expect(await ask(address, `{ingestJob(id: "${id}") {articles {totalCount {value}}}}`)).toEqual({
    ingestJob: { articles: { totalCount: { value: LINES } } },
  });
  expect(await ask(address, "{articles {totalCount {value}}}")).toEqual({
    articles: { totalCount: { value: LINES } },
  });
  expect(await stop("SIGTERM")).toBe(0);
  expect((await runMitos(["check"], env)).stdout).toContain("The graph is whole.");
}, 120_000);
