import { spawn } from "node:child_process";
import { readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

const children = new Set();

/**
 * Runs a command and waits for its end.
 * @param {string[]} command program and arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, limitSeconds?: number, shell?: boolean }} [options]
 *   `capture` keeps the output instead of showing it; at `limitSeconds` the command is killed
 * @returns {Promise<{ code: number, output: string }>} a command that cannot start or is killed has a code too
 */
export function run([program, ...args], options = {}) {
  const { cwd = root, env = process.env, capture = false, limitSeconds = 1200, shell = false } = options;
  return new Promise((resolve) => {
    const stdio = capture ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(program, args, { cwd, env, stdio, shell });
    let output = "";
    const end = (code, why = "") => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output: output + why });
    };
    children.add(child);
    const timer = setTimeout(() => {
      output += `\nStopped: it took more than ${limitSeconds} s.\n`;
      child.kill("SIGKILL");
      // Its own children may hold the output open: do not wait for them.
      setTimeout(() => end(1), 1000).unref();
    }, limitSeconds * 1000);
    for (const stream of capture ? [child.stdout, child.stderr] : []) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => (output += text));
    }
    child.on("error", (error) => end(127, `${program}: ${error.message}\n`));
    child.on("close", (code, signal) => end(code ?? 1, signal === null ? "" : `Ended by ${signal}.\n`));
  });
}

/** Sends a signal to every command that `run` is waiting for. */
export function stopAll(signal = "SIGTERM") {
  for (const child of children) child.kill(signal);
}

/** The command line of a package's program; works on every system, unlike the links in node_modules/.bin. */
export function packageProgram(packageName, program = packageName) {
  const folder = path.join(root, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return [process.execPath, path.join(folder, typeof bin === "string" ? bin : bin[program])];
}

/** Runs npm, the one that started us where one did. */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && npm.endsWith("npm-cli.js")) return run([process.execPath, npm, ...args], options);
  return run(["npm", ...args], { ...options, shell: process.platform === "win32" });
}

/** "3.2 s" since `start`, a value of performance.now(). */
export function since(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** Whether the module is the program that was started, and not imported. */
export function isProgram(moduleUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(moduleUrl);
}
