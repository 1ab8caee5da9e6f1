import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { builtProgram, parseHelp, readHelp, root, runMitos } from "./builtProgram.js";

// A circle of imports can pass under vitest and crash under node: these tests start the program itself.

test("--version prints the version of package.json", async () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  expect(await runMitos(["--version"])).toMatchObject({ code: 0, stdout: expect.stringContaining(version) });
});

test("--help names the commands", async () => {
  const { commands } = await readHelp();
  expect(commands).toEqual(expect.arrayContaining(["serve", "ingest"]));
});

test("each command has a help that says how it is used", async () => {
  const { commands } = await readHelp();
  const names = commands.filter((name) => name !== "help");
  const outcomes = await Promise.all(names.map((name) => runMitos([name, "--help"])));
  for (const [index, outcome] of outcomes.entries()) {
    expect(outcome).toMatchObject({ code: 0, stderr: "" });
    expect(outcome.stdout).toMatch(new RegExp(`^Usage: mitos ${names[index]}\\b`, "u"));
  }
});

test.each([
  ["an unknown command", ["no-such-command"], "no-such-command"],
  ["an unknown option", ["--no-such-option"], "--no-such-option"],
  ["a command's unknown option", ["serve", "--no-such-option"], "--no-such-option"],
])("%s is named, with exit code 64 and no stack", async (_, args, named) => {
  const { code, stdout, stderr } = await runMitos(args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
  expect(stderr).toContain(named);
  expect(stderr).not.toMatch(/^\s+at /mu);
});

test("the program can be started by its own name", () => {
  expect(readFileSync(builtProgram, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/u);
  if (process.platform !== "win32") expect(statSync(builtProgram).mode & 0o111).not.toBe(0);
});

test("a help text is read", () => {
  const text = [
    "Usage: mitos serve [options]",
    "",
    "Options:",
    "  -p, --port <number>  Port to listen on",
    "                       --wrapped text",
    "  --data <folder>      Folder",
    "",
    "Commands:",
    "  serve [options]      Starts",
    "  help [command]       Shows",
  ].join("\n");
  expect(parseHelp(text)).toMatchObject({ commands: ["serve", "help"], options: ["-p", "--port", "--data"] });
});
