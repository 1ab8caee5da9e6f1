import path from "node:path";
import { pathToFileURL } from "node:url";
import { setup } from "./setup.mjs";
import { root } from "./support/run.mjs";

const PARENT_CHECK_MS = 250;

/** npm passes signals to the shell between it and us, which ends and leaves us behind: end in its place. */
function endWithNpm() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MS);
  timer.unref();
}

if (process.env.npm_lifecycle_event === "start") endWithNpm();
const { installed, built } = await setup();
if (installed && built) {
  // In this process, not a child: signals reach the server itself, and its exit code is ours.
  const program = path.join(root, "dist/cli/main.js");
  process.argv.splice(1, process.argv.length, program, "serve", ...process.argv.slice(2));
  await import(pathToFileURL(program).href);
} else {
  process.exitCode = 1;
}
