import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, isBuilt, lockFolder } from "./build.mjs";
import { fingerprint, readStamp } from "./support/fingerprint.mjs";
import { withLock } from "./support/lock.mjs";
import { isProgram, root, runNpm, since } from "./support/run.mjs";

const OLDEST_NODE = [20, 19];
const modules = path.join(root, "node_modules");
const stamp = path.join(modules, ".mitos-setup");

/**
 * Installs and builds what is missing or out of date; quick and silent where nothing is.
 * @returns {Promise<{ installed: boolean, built: boolean }>} what is in order now
 */
export async function setup() {
  if (!checkNode()) return { installed: false, built: false };
  if (isInstalled() && isBuilt()) return { installed: true, built: true };
  return withLock(
    lockFolder,
    async () => {
      const installed = isInstalled() || (await install());
      return { installed, built: installed && (isBuilt() || (await build())) };
    },
    () => console.log("Waiting for another process that installs or builds …"),
  );
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const fits = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (!fits)
    console.error(`Mitos needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  return fits;
}

function lockHash() {
  return `${fingerprint(root, ["package-lock.json"])} ${process.platform} ${process.arch}`;
}

function isInstalled() {
  if (readStamp(stamp) === lockHash()) return true;
  if (!isInstalledByHand()) return false;
  writeFileSync(stamp, lockHash());
  return true;
}

/** Whether `npm install` was used and left exactly what package-lock.json lists: no reason to start again. */
function isInstalledByHand() {
  const wanted = lockedPackages(path.join(root, "package-lock.json"));
  const present = lockedPackages(path.join(modules, ".package-lock.json"));
  if (wanted === null || present === null) return false;
  const same = ([name, entry]) =>
    present[name] === undefined
      ? name === "" || entry.optional === true
      : present[name].version === entry.version && present[name].integrity === entry.integrity;
  return Object.entries(wanted).every(same) && Object.keys(present).every((name) => name in wanted);
}

function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return null;
  }
}

async function install() {
  const start = performance.now();
  console.log("Installing packages …");
  // No package needs its install script: binaries come ready-made, so the same is installed everywhere.
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  const { code, output } = await runNpm(args, { capture: true });
  if (code !== 0) {
    console.error(`${output}npm ci failed with code ${code} (${since(start)})`);
    return false;
  }
  writeFileSync(stamp, lockHash());
  console.log(`Installed packages (${since(start)})`);
  return true;
}

if (isProgram(import.meta.url)) {
  const { installed, built } = await setup();
  process.exitCode = installed && built ? 0 : 1;
}
