import { setup } from "./setup.mjs";
import { checks } from "./support/checks.mjs";
import { closingLine } from "./support/closingLine.mjs";
import { since } from "./support/run.mjs";
import { runVitest } from "./support/vitest.mjs";

const total = { passed: 0, failed: 0, skipped: 0 };
const table = [];

function record(name, counts, start) {
  for (const key of Object.keys(total)) total[key] += counts[key] ?? 0;
  table.push([
    counts.failed > 0 ? "✗" : counts.passed > 0 ? "✓" : "–",
    name,
    since(start),
    closingLine(counts),
  ]);
}

function one(result) {
  return { passed: 0, failed: 0, skipped: 0, [result]: 1 };
}

async function runCheck({ name, check }) {
  const start = performance.now();
  const problem = await check().catch((error) => `${error.stack}\n`);
  if (problem === null) {
    console.log(`✓ ${name} (${since(start)})`);
    record(name, one("passed"), start);
  } else if (typeof problem === "string") {
    console.log(`✗ ${name} (${since(start)})\n${problem}`);
    record(name, one("failed"), start);
  } else {
    console.log(`– ${name}: skipped, ${problem.skipped}`);
    record(`${name}: ${problem.skipped}`, one("skipped"), start);
  }
}

const start = performance.now();
const { installed, built } = await setup();
record("setup", one(built ? "passed" : "failed"), start);
if (installed) {
  for (const check of checks) await runCheck(check);
  const testStart = performance.now();
  record("tests", await runVitest(process.argv.slice(2)), testStart);
}

console.log();
const width = Math.max(...table.map(([, name]) => name.length));
for (const [mark, name, time, counts] of table) {
  console.log(
    `${mark} ${name.padEnd(width)}  ${time.padStart(8)}  ${name === "tests" ? counts : ""}`.trimEnd(),
  );
}
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;
