import { readdirSync } from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { root, run } from "./support/run.mjs";

/** Runs the named benchmarks of bench/, or all of them; options behind the names are theirs. */
const all = readdirSync(path.join(root, "bench"))
  .filter((name) => name.endsWith(".mjs"))
  .map((name) => name.replace(/\.mjs$/u, ""));
const given = process.argv.slice(2);
const firstOption = given.findIndex((argument) => argument.startsWith("-"));
const wanted = firstOption === -1 ? given : given.slice(0, firstOption);
const options = firstOption === -1 ? [] : given.slice(firstOption);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  process.exit(64);
}
const { installed, built } = await setup();
process.exitCode = installed && built ? 0 : 1;
for (const name of process.exitCode === 0 ? (wanted.length > 0 ? wanted : all) : []) {
  const { code } = await run([process.execPath, path.join(root, "bench", `${name}.mjs`), ...options]);
  if (code !== 0) process.exitCode = code;
}
