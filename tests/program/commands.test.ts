import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { graphHash } from "../../src/graph/graphHash.js";
import { makeFolder, openSampleDatabase, sampleArchive } from "../fixtures/testDatabase.js";
import { builtProgram, root, runMitos } from "./builtProgram.js";

/** Environment of a program with an embedded database of its own, whatever database the tests run on. */
function own(): NodeJS.ProcessEnv {
  return { MITOS_DATA: makeFolder(), MITOS_DATABASE_URL: "", PORT: "0" };
}

const page = (headline: string): string => `${headline}

Ο Βλαντίμιρ Πούτιν έφτασε χθες στο Πεκίνο, όπου τον υποδέχθηκε ο υπουργός Εξωτερικών της Κίνας.

Οι συνομιλίες θα συνεχιστούν αύριο, όπως ανακοίνωσε το Κρεμλίνο, με θέμα την ενέργεια και το εμπόριο.
`;

function folderOf(files: Record<string, string | Buffer>): string {
  const folder = makeFolder();
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

test("ingest keeps the good pages, names the bad file and says so by its exit code; again it changes nothing", async () => {
  const env = own();
  const folder = folderOf({
    "good.txt": page("Ο Πούτιν στο Πεκίνο"),
    "bad.bin": Buffer.from([0, 1, 2, 3, 0]),
  });
  const first = await runMitos(["ingest", folder], env);
  expect(first.code).toBe(65);
  expect(first.stdout).toMatch(/^2 seen: 1 created, 1 quarantined \(/u);
  expect(first.stderr).toMatch(/bad\.bin: [A-Z_]+: .+\n {2}\S/u);
  const { stdout } = await runMitos(["ingest", "--json", path.join(folder, "good.txt")], env);
  expect(JSON.parse(stdout)).toMatchObject({ seen: 1, unchanged: 1, created: 0, issues: [] });
});

test("retry takes in what was refused, once it is mended", async () => {
  const env = own();
  const folder = folderOf({ "good.txt": page("Ο Πούτιν στο Πεκίνο"), "bad.txt": "Μόνο ένας τίτλος\n" });
  expect((await runMitos(["ingest", folder], env)).code).toBe(65);
  expect((await runMitos(["retry"], env)).code).toBe(65);
  writeFileSync(path.join(folder, "bad.txt"), page("Ο Πούτιν στη Μόσχα"));
  const mended = await runMitos(["retry"], env);
  expect(mended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 seen: 1 created \(/u) });
  const { stdout } = await runMitos(["check", "--hash"], env);
  expect(stdout).toMatch(/^The graph is whole\.\n[0-9a-f]{64}\n$/u);
  const again = await runMitos(["reprocess"], env);
  expect(again.stdout).toBe("2 documents: 2 articles built anew\n");
  expect((await runMitos(["check", "--hash"], env)).stdout).toBe(stdout);
});

test("standard input is read as a file is, also packed", async () => {
  const env = own();
  const lines = ["One council met", "Two councils met"].map((title, index) =>
    JSON.stringify({
      title,
      text: "They spoke of roads and schools for hours.",
      url: `https://in.example/${index}`,
    }),
  );
  const child = spawn(process.execPath, [builtProgram, "ingest", "-"], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  child.stdin.end(gzipSync(lines.join("\n")));
  let printed = "";
  child.stdout.on("data", (data: Buffer) => (printed += data.toString()));
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect({ code, printed }).toEqual({ code: 0, printed: expect.stringMatching(/^2 seen: 2 created/u) });
});

test("threads read what one thread reads", async () => {
  const env = own();
  const { code } = await runMitos(["ingest", sampleArchive], env);
  expect(code).toBe(0);
  const { stdout } = await runMitos(["check", "--hash", "--json"], env);
  // The suite's own sample was read in one thread.
  const sample = await openSampleDatabase();
  expect(JSON.parse(stdout)).toEqual({ faults: [], hash: await graphHash(sample.sql) });
});

test("query answers in this process; errors are in the answer and in the exit code", async () => {
  const env = own();
  const folder = folderOf({ "page.txt": page("Ο Πούτιν στο Πεκίνο") });
  await runMitos(["ingest", folder, "--source", "Δοκιμή", "--published-at", "2024-05-17"], env);
  const query =
    "query($name: String!) { person(name: $name) { articles { nodes { headline datePublished source { name } } } } }";
  const good = await runMitos(["query", query, "--variables", '{"name": "ΠΟΥΤΙΝ"}'], env);
  expect(good.code).toBe(0);
  expect(JSON.parse(good.stdout).data.person.articles.nodes).toEqual([
    {
      headline: "Ο Πούτιν στο Πεκίνο",
      datePublished: "2024-05-17T00:00:00.000Z",
      source: { name: "Δοκιμή" },
    },
  ]);
  const bad = await runMitos(["query", "{ articles(first: 0) { nodes { id } } }"], env);
  expect(bad.code).toBe(64);
  expect(JSON.parse(bad.stdout).errors[0].extensions.code).toBe("BAD_INPUT");
  expect(await runMitos(["query", "{ nothing }"], env)).toMatchObject({ code: 64 });
});

test.each([
  ["a path that is not there", ["ingest", "no/such/folder"], 66, "no/such/folder"],
  ["variables that are no JSON", ["query", "{ __typename }", "--variables", "{"], 64, "--variables"],
  ["a date that is none", ["ingest", ".", "--published-at", "yesterday"], 64, "--published-at"],
  ["a port that is none", ["serve", "--port", "many"], 78, "PORT"],
  ["a folder that cannot be", ["query", "{ __typename }", "--data", "package.json/x"], 69, "package.json"],
])("%s gives a clear line and its exit code", async (_, args, code, named) => {
  const outcome = await runMitos(args, own());
  expect(outcome.code).toBe(code);
  expect(outcome.stderr).toContain(named);
  expect(outcome.stderr).not.toMatch(/^\s+at /mu);
});

test("serve fills an empty database, answers, and ends cleanly on SIGTERM; the next start has it all", async () => {
  const env = own();
  const first = await serve(env);
  expect(first.output).toContain("sample archive");
  const count = await articleCount(first.url);
  expect(count).toBeGreaterThan(80);
  expect(await first.stop()).toBe(0);
  const second = await serve(env);
  expect(second.output).not.toContain("sample archive");
  expect(await articleCount(second.url)).toBe(count);
  const inUse = await runMitos(["serve", "--port", new URL(second.url).port], env);
  expect(inUse).toMatchObject({ code: 69, stderr: expect.stringContaining("--port") });
  expect(await second.stop()).toBe(0);
});

async function articleCount(url: string): Promise<number> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ articles { totalCount { value } } }" }),
  });
  return (await response.json()).data.articles.totalCount.value;
}

/** Starts `mitos serve` and waits until it says where it is. */
function serve(env: NodeJS.ProcessEnv): Promise<{ url: string; output: string; stop(): Promise<number> }> {
  const child = spawn(process.execPath, [builtProgram, "serve"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? -1)));
  let output = "";
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const url = /API +(http:\S+)\/graphql/u.exec(output)?.[1];
      if (url === undefined) return;
      resolve({
        url,
        output,
        stop() {
          child.kill("SIGTERM");
          return ended;
        },
      });
    });
    void ended.then((code) => reject(new Error(`serve ended with ${code}: ${output}`)));
  });
}
