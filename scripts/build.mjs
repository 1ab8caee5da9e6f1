import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprint, readStamp } from "./support/fingerprint.mjs";
import { withLock } from "./support/lock.mjs";
import { isProgram, packageProgram, root, run, since } from "./support/run.mjs";

const dist = path.join(root, "dist");
const stamp = path.join(dist, ".mitos-build");
const program = path.join(dist, "cli/main.js");
const SHEBANG = "#!/usr/bin/env node\n";

/** Made by the one who installs or builds; others wait. */
export const lockFolder = path.join(root, ".cache/setup.lock");

function inputs() {
  return fingerprint(root, [
    "src",
    "examples/operations",
    "schema.graphql",
    "tsconfig.json",
    "package-lock.json",
    "scripts/build.mjs",
  ]);
}

/** Whether dist/ was built from the present sources. */
export function isBuilt() {
  const built = readStamp(stamp);
  return built !== "" && built === inputs();
}

/**
 * Builds dist/ anew: compiled TypeScript, and the web application in dist/web. The caller holds the lock.
 * @returns {Promise<boolean>} whether everything was built
 */
export async function build() {
  const start = performance.now();
  // Before compiling: a file that changes meanwhile makes the next build necessary.
  const hash = inputs();
  rmSync(dist, { recursive: true, force: true });
  const compiled = await run([...packageProgram("@typescript/native", "tsc"), "-p", "tsconfig.json"]);
  const web = existsSync(path.join(root, "src/web/index.html"));
  const bundled = web ? await run(viteBuild(), { capture: true }) : { code: 0, output: "" };
  if (bundled.code !== 0) console.error(bundled.output);
  if (existsSync(program)) makeExecutable();
  const failed = [compiled.code !== 0 && "TypeScript", bundled.code !== 0 && "web"].filter(Boolean);
  if (failed.length > 0) {
    console.error(`Build failed: ${failed.join(", ")} (${since(start)})`);
    return false;
  }
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`Built dist/${web ? "" : " without web (no src/web/index.html)"} (${since(start)})`);
  return true;
}

function viteBuild() {
  const source = ["src/web", "--config", "src/web/vite.config.ts"];
  const target = ["--outDir", path.join(dist, "web"), "--emptyOutDir", "--logLevel", "warn"];
  return [...packageProgram("vite"), "build", ...source, ...target];
}

function makeExecutable() {
  const text = readFileSync(program, "utf8");
  if (!text.startsWith("#!")) writeFileSync(program, SHEBANG + text);
  chmodSync(program, 0o755);
}

if (isProgram(import.meta.url)) {
  const done = await withLock(lockFolder, build, () => console.log("Waiting for another build …"));
  process.exitCode = done ? 0 : 1;
}
