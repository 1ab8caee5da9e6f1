import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { packageProgram, run } from "./run.mjs";

/**
 * Runs vitest with its usual output and counts.
 * @param {string[]} args for vitest, such as the folder of the tests
 * @param {{ env?: NodeJS.ProcessEnv, limitSeconds?: number }} [options]
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>} a run without any test has one failure
 */
export async function runVitest(args, options = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "mitos-vitest-"));
  try {
    const file = path.join(folder, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await run([...packageProgram("vitest"), "run", ...reporters, ...args], options);
    const counts = countTests(readReport(file));
    // Such as an unhandled rejection: no test failed, and yet the run did.
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
    if (counts.passed + counts.failed === 0) {
      console.error("No test ran.");
      counts.failed = 1;
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { testResults: [] };
  }
}

/** Counts a vitest JSON report; a file that failed before its first test is one failure. */
export function countTests({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    for (const test of assertionResults) {
      if (test.status === "passed") counts.passed += 1;
      else if (test.status === "failed") counts.failed += 1;
      else counts.skipped += 1;
    }
    if (status === "failed" && !assertionResults.some((test) => test.status === "failed")) counts.failed += 1;
  }
  return counts;
}
