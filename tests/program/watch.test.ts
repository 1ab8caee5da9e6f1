import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { makeFolder } from "../fixtures/testDatabase.js";
import { htmlPage, writeFiles } from "../ingestion/pages.js";
import { builtProgram, root, runMitos } from "./builtProgram.js";

test("watch takes in what is new and what changed, tells what is gone, and stops when asked to", async () => {
  const folder = writeFiles({ "a.html": htmlPage({ headline: "First harbour" }) });
  const env = { MITOS_DATA: makeFolder(), MITOS_DATABASE_URL: "" };
  const child = spawn(process.execPath, [builtProgram, "watch", folder, "--scan", "1s", "--json"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string) as Record<string, unknown>;
  try {
    expect(await next()).toMatchObject({ watching: [folder] });
    expect(await next()).toMatchObject({ seen: 1, created: 1 });
    writeFileSync(path.join(folder, "b.html"), htmlPage({ headline: "Second harbour" }));
    expect(await next()).toMatchObject({ seen: 1, created: 1 });
    writeFileSync(path.join(folder, "a.html"), htmlPage({ headline: "First harbour, by night" }));
    expect(await next()).toMatchObject({ seen: 1, created: 1 });
    rmSync(path.join(folder, "b.html"));
    expect(await next()).toMatchObject({ gone: path.join(folder, "b.html") });
    const exited = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    expect(await next()).toMatchObject({ stopped: true });
    expect(await exited).toBe(0);
  } finally {
    child.kill("SIGKILL");
  }
  const again = await runMitos(["watch", folder, "--once"], env);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 seen: 1 unchanged/u) });
}, 60_000);
