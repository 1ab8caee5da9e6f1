import { spawn } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFolder, sampleArchive } from "../fixtures/testDatabase.js";
import { builtProgram, root, runMitos } from "./builtProgram.js";

/** When the process is killed, in milliseconds after its first line of progress or its start. */
const MOMENTS = [800, 1_600, 2_400];

async function hashOf(env: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout } = await runMitos(["check", "--hash"], env);
  expect(stdout).toContain("The graph is whole.");
  expect(code).toBe(0);
  return stdout.trim().split("\n").at(-1) ?? "";
}

test("an ingest that is killed anywhere and run again gives the graph of a clean run", async () => {
  const folder = makeFolder();
  mkdirSync(folder, { recursive: true });
  cpSync(sampleArchive, folder, { recursive: true });
  const lines = Array.from({ length: 150 }, (_, index) =>
    JSON.stringify({
      title: `Ο Πούτιν και ο Σι μίλησαν για ${index}η φορά`,
      url: `https://kill.example/${index}`,
      date: "2024-01-01",
      text: `Ο Βλαντίμιρ Πούτιν και ο Σι Τζινπίνγκ μίλησαν στο Πεκίνο για ${index}η φορά, είπε το Κρεμλίνο.`,
    }),
  );
  writeFileSync(path.join(folder, "zz.jsonl"), `${lines.join("\n")}\n`);
  const clean = { MITOS_DATA: makeFolder(), MITOS_DATABASE_URL: "" };
  const first = await runMitos(["ingest", folder], clean);
  expect(first.code).toBe(0);
  const wanted = await hashOf(clean);
  for (const moment of MOMENTS) {
    const env = { MITOS_DATA: makeFolder(), MITOS_DATABASE_URL: "" };
    const child = spawn(process.execPath, [builtProgram, "ingest", folder], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: "ignore",
    });
    await new Promise((resolve) => setTimeout(resolve, moment));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    const again = await runMitos(["ingest", folder], env);
    expect(again.code).toBe(0);
    expect(await hashOf(env), `killed after ${moment} ms`).toBe(wanted);
  }
}, 180_000);
