import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "./fingerprint.mjs";
import { packageProgram, root, run, runNpm } from "./run.mjs";

const exists = (name) => existsSync(path.join(root, name));
const quietly = { capture: true, limitSeconds: 600 };

/**
 * What `npm test` checks besides the tests. A check returns null when all is well, what is wrong as a text, or
 * { skipped: reason }.
 * @type {{ name: string, check: () => Promise<null | string | { skipped: string }> }[]}
 */
export const checks = [
  { name: "types", check: types },
  { name: "lint", check: () => outcome([...packageProgram("eslint"), "."]) },
  {
    name: "format",
    check: () => outcome([...packageProgram("prettier"), "--check", "--log-level", "warn", "."]),
  },
  { name: "schema.graphql", check: schemaIsFresh },
  { name: "generated client", check: clientIsFresh },
];

async function outcome(command) {
  const { code, output } = await run(command, quietly);
  return code === 0 ? null : output;
}

async function types() {
  const tsc = packageProgram("@typescript/native", "tsc");
  const projects = ["tsconfig.json", "tests/tsconfig.json", "src/web/tsconfig.json"].filter(exists);
  const results = await Promise.all(projects.map((project) => outcome([...tsc, "--noEmit", "-p", project])));
  // The projects share files, and so their errors.
  const lines = new Set(results.flatMap((result) => result?.split("\n") ?? []));
  return lines.size === 0 ? null : [...lines].join("\n");
}

async function schemaIsFresh() {
  if (!exists("schema.graphql")) return { skipped: "no schema.graphql" };
  const { code, output } = await run([process.execPath, "dist/cli/main.js", "schema"], quietly);
  if (code !== 0) return output;
  const same = output.trimEnd() === readFileSync(path.join(root, "schema.graphql"), "utf8").trimEnd();
  return same
    ? null
    : "schema.graphql is out of date: write it anew with `node dist/cli/main.js schema > schema.graphql`.\n";
}

async function clientIsFresh() {
  const configs = ["codegen.ts", "codegen.yml"];
  if (!configs.some(exists)) return { skipped: `no ${configs.join(" or ")}` };
  const before = fingerprint(root, ["src/client/generated"]);
  const { code, output } = await runNpm(["run", "codegen"], quietly);
  if (code !== 0) return output;
  if (before === fingerprint(root, ["src/client/generated"])) return null;
  return "src/client/generated was out of date. It has now been generated anew: commit it.\n";
}
