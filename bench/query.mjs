// Requests a second, time and SQL statements of three operations over HTTP, on the sample archive.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lazyTextAnnotator, openAnnotator } from "../dist/cli/openAnnotator.js";
import { readConfig } from "../dist/config.js";
import { openDatabase } from "../dist/db/openDatabase.js";
import { ingest } from "../dist/ingestion/ingest.js";
import { createServer } from "../dist/server/createServer.js";
import { median } from "./support/median.mjs";

const REQUESTS = 400;
const CONNECTIONS = 8;

const operations = {
  "mobile feed": `{ articles(first: 20) { nodes { id headline datePublished source { name }
    primaryImage { caption } entities(first: 5) { nodes { id name(lang: "el") } } } } }`,
  "entity page": `{ person(slug: "vladimir-putin") { name articleCount { value }
    coMentions(first: 10) { edges { articleCount node { id name } } }
    articles(first: 10) { nodes { id headline source { name } } } } }`,
  "one node": `{ entity(slug: "vladimir-putin") { id name kind } }`,
};

const dataDirectory = mkdtempSync(path.join(tmpdir(), "mitos-bench-"));
const config = readConfig({ ...process.env, PORT: "0", MITOS_DATA: dataDirectory });
const database = await openDatabase({ ...config, databaseUrl: null });
const server = await createServer(database, config, lazyTextAnnotator(config));
try {
  await ingest(database, openAnnotator(config), {
    paths: ["examples/archive"],
    source: null,
    publishedAt: null,
  });
  for (const [name, query] of Object.entries(operations)) await measure(name, query);
} finally {
  await server.close();
  await database.close();
  rmSync(dataDirectory, { recursive: true, force: true });
}

async function measure(name, query) {
  let statements = 0;
  const stop = database.observe(() => statements++);
  await ask(query);
  stop();
  for (let warm = 0; warm < 50; warm++) await ask(query);
  const times = [];
  let left = REQUESTS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (left-- > 0) {
        const sent = performance.now();
        await ask(query);
        times.push(performance.now() - sent);
      }
    }),
  );
  const rate = REQUESTS / ((performance.now() - start) / 1000);
  console.log(
    `${name}: ${rate.toFixed(0)} requests/s, median ${median(times).toFixed(1)} ms at ${CONNECTIONS} connections, ${statements} SQL statements`,
  );
}

async function ask(query) {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  if (errors) throw new Error(errors[0].message);
}
