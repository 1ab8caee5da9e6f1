import { setup } from "./setup.mjs";
import { closingLine } from "./support/closingLine.mjs";
import { startCluster } from "./support/postgresCluster.mjs";
import { EX_UNAVAILABLE, findPostgres } from "./support/postgresPrograms.mjs";
import { stopAll } from "./support/run.mjs";
import { runVitest } from "./support/vitest.mjs";

const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

async function main() {
  const programs = findPostgres();
  if (programs === null) {
    console.error(
      "No PostgreSQL here (initdb and postgres): install it, or use the embedded database alone.",
    );
    return EX_UNAVAILABLE;
  }
  const { installed, built } = await setup();
  if (!installed) return finish({ passed: 0, failed: 1, skipped: 0 });
  let signalled = null;
  for (const signal of Object.keys(SIGNALS)) {
    process.on(signal, () => {
      signalled = signal;
      stopAll(signal);
    });
  }
  const cluster = await startCluster(programs);
  try {
    if (signalled !== null) return SIGNALS[signalled];
    console.log(`PostgreSQL of ${programs} at ${cluster.url}`);
    const counts = await runVitest(process.argv.slice(2), {
      env: { ...process.env, MITOS_TEST_DATABASE_URL: cluster.url },
    });
    if (!built) counts.failed += 1;
    return signalled === null ? finish(counts) : SIGNALS[signalled];
  } finally {
    await cluster.stop();
  }
}

function finish(counts) {
  console.log(`\n${closingLine(counts)}`);
  return counts.failed > 0 ? 1 : 0;
}

process.exitCode = await main();
