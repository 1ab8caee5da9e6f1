import { execFile, execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { root } from "./builtProgram.js";

/** A compiler that copies; it says in a file that it ran. */
const COMPILER = `#!/usr/bin/env node
const { appendFileSync, cpSync } = require("node:fs");
appendFileSync("compiled.log", "x");
cpSync("src", "dist", { recursive: true });
`;
const PROGRAM = `console.log(process.argv.slice(2).join(" ")); process.exitCode = 3;\n`;

const base = mkdtempSync(path.join(tmpdir(), "mitos-setup-"));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(path.join(base, "package-"));
  cpSync(path.join(root, "scripts"), path.join(folder, "scripts"), { recursive: true });
  write(
    "compiler/package.json",
    JSON.stringify({ name: "@typescript/native", version: "1.0.0", bin: { tsc: "tsc" } }),
  );
  write("compiler/tsc", COMPILER);
  write("src/cli/main.js", PROGRAM);
  const compiler = { "@typescript/native": "file:compiler" };
  write("package.json", JSON.stringify({ name: "tiny", type: "module", devDependencies: compiler }));
  execFileSync("npm", ["install", "--package-lock-only", "--offline", "--ignore-scripts"], {
    cwd: folder,
    stdio: "pipe",
  });
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}

function start(
  script: string,
  args: string[] = [],
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const command = [path.join(folder, "scripts", script), ...args];
    execFile(process.execPath, command, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}

function timesCompiled(): number {
  return readFileSync(path.join(folder, "compiled.log"), "utf8").length;
}

test("setup installs and builds once, then only what changed, and is silent when nothing did", async () => {
  const first = await start("setup.mjs");
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(first.stdout).toMatch(/Installed packages \([\d.]+ s\)\nBuilt dist\/ .*\([\d.]+ s\)\n$/u);
  expect(await start("setup.mjs")).toEqual({ code: 0, stdout: "", stderr: "" });

  appendFileSync(path.join(folder, "src/cli/main.js"), "// changed\n");
  const second = await start("setup.mjs");
  expect(second.stdout).toMatch(/^Built dist\/ .*\n$/u);
  expect(timesCompiled()).toBe(2);

  rmSync(path.join(folder, "node_modules"), { recursive: true });
  expect((await start("setup.mjs")).stdout).toMatch(/Installed packages/u);
});

test("packages that npm installed by itself are not installed again", async () => {
  execFileSync("npm", ["install", "--offline", "--ignore-scripts"], { cwd: folder, stdio: "pipe" });
  expect((await start("setup.mjs")).stdout).toMatch(/^Built dist\/ .*\n$/u);
});

test("of several processes one installs and builds, the others wait for it", async () => {
  const outcomes = await Promise.all([1, 2, 3].map(() => start("setup.mjs")));
  expect(outcomes.map(({ code, stderr }) => `${code}${stderr}`)).toEqual(["0", "0", "0"]);
  expect(timesCompiled()).toBe(1);
  expect(outcomes.filter(({ stdout }) => stdout.startsWith("Waiting"))).toHaveLength(2);
  expect(existsSync(path.join(folder, ".cache/setup.lock"))).toBe(false);
});

test("the lock of a dead process is taken over", async () => {
  // No process has this number: it is above every system's largest.
  write(".cache/setup.lock/owner", `99999999 ${hostname()}`);
  expect(await start("setup.mjs")).toMatchObject({ code: 0, stderr: "" });
});

test("a build that fails says so, and the next one starts afresh", async () => {
  write("compiler/tsc", `${COMPILER}process.exitCode = 2;\n`);
  expect(await start("setup.mjs")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Build failed: TypeScript"),
  });
  write("dist/stale.js", "");
  write("compiler/tsc", COMPILER);
  expect(await start("setup.mjs")).toMatchObject({ code: 0 });
  expect(existsSync(path.join(folder, "dist/stale.js"))).toBe(false);
});

test("start sets up, then serves with its arguments and ends with the server's exit code", async () => {
  const { code, stdout } = await start("start.mjs", ["--port", "0"]);
  expect(code).toBe(3);
  expect(stdout).toMatch(/\nserve --port 0\n$/u);
});
