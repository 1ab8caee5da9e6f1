import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { IngestQueue } from "../../src/ingestion/IngestQueue.js";
import { localPreparer } from "../../src/ingestion/Preparer.js";
import { dumpTables } from "../ingestion/dumpGraph.js";
import { htmlPage, textPage, writeFiles } from "../ingestion/pages.js";
import { readDocuments } from "../docs/markdown.js";
import {
  makeFolder,
  openKnowledgeDatabase,
  testAnnotator,
  type TestDatabase,
} from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let database: TestDatabase;
let queue: IngestQueue;
let server: TestServer;
let folder: string;

const tools = { openAnnotator: testAnnotator, openPreparer: () => localPreparer(testAnnotator()) };

beforeEach(async () => {
  folder = makeFolder();
  database = await openKnowledgeDatabase();
  queue = await IngestQueue.open(database, tools);
  server = await startTestServer(database, { ingestFolders: [folder] }, queue);
});
afterEach(async () => {
  await server.close();
  await queue.close();
  await database.close();
});

const PROGRESS = "progress { seen created updated unchanged duplicates failed total }";
const JOB = `id state source finishedAt ${PROGRESS} issues { totalCount { value } nodes { severity code message file hint } } articles { totalCount { value } nodes { id headline } }`;
const DOCUMENT = `mutation ($input: IngestDocumentInput!) { ingestDocument(input: $input) {
  outcome article { id headline url } job { ${JOB} } userErrors { code message path hint } } }`;
const START = `mutation ($input: StartIngestInput!) { startIngest(input: $input) { job { id state } userErrors { code message path hint } } }`;

const take = async (input: Record<string, unknown>) =>
  (await server.query(DOCUMENT, { input })).ingestDocument;
const start = async (input: Record<string, unknown>) => (await server.query(START, { input })).startIngest;
const jobOf = async (id: string) => {
  const { ingestJob } = await server.query(`query ($id: ID!) { ingestJob(id: $id) { ${JOB} } }`, { id });
  const { seen, created, updated, unchanged, duplicates, failed } = ingestJob.progress;
  expect(seen).toBe(created + updated + unchanged + duplicates + failed);
  return ingestJob;
};

/** Pages of different articles. */
function pages(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `page${String(index).padStart(3, "0")}.html`,
      htmlPage({ headline: `Harbour report number ${index}` }),
    ]),
  );
}

describe("ingestDocument", () => {
  const url = "https://harbour.example/shut";
  const html = htmlPage({ headline: "Harbour shut for a week" });

  test("an item in four formats becomes one article", async () => {
    const body = "The harbour of Piraeus stays shut for a week, the port authority said in Athens on Monday.";
    const documents = [
      html,
      JSON.stringify({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        headline: "Harbour shut for a week",
        articleBody: body,
        url,
      }),
      `<rss version="2.0"><channel><title>Harbour</title><item><title>Harbour shut for a week</title><link>${url}</link><description>${body}</description></item></channel></rss>`,
      JSON.stringify([{ title: "Harbour shut for a week", text: body, url }]),
    ];
    const ids = new Set<string>();
    for (const content of documents) {
      const { article, userErrors, outcome } = await take({ content, url });
      expect(userErrors).toEqual([]);
      expect(["CREATED", "UPDATED", "DUPLICATE"]).toContain(outcome);
      ids.add(article.id);
    }
    expect(ids.size).toBe(1);
    const { articles } = await server.query("{ articles { totalCount { value } } }");
    expect(articles.totalCount.value).toBe(1);
  });

  test("the same key has the same answer, and is done once", async () => {
    const first = await take({ content: html, url, idempotencyKey: "a" });
    expect(first).toMatchObject({ outcome: "CREATED", job: { progress: { seen: 1, created: 1 } } });
    const before = await dumpTables(database.sql);
    expect(await take({ content: html, url, idempotencyKey: "a" })).toEqual(first);
    const [one, two] = await Promise.all([
      take({ content: html, url, idempotencyKey: "b" }),
      take({ content: html, url, idempotencyKey: "b" }),
    ]);
    expect(one.job.id).toBe(two.job.id);
    expect(one).toMatchObject({ outcome: "UNCHANGED", article: first.article });
    // What was known by its bytes is found again by its job.
    expect(await take({ content: html, url, idempotencyKey: "b" })).toMatchObject({
      outcome: "UNCHANGED",
      article: first.article,
    });
    expect(await take({ content: "another", url, idempotencyKey: "a" })).toMatchObject({
      article: null,
      outcome: null,
      userErrors: [{ code: "IDEMPOTENCY_KEY_REUSED", path: ["input", "idempotencyKey"] }],
    });
    expect(await dumpTables(database.sql)).toEqual(before);
  });

  test("a repeated request waits while the first with its key is at work", async () => {
    const document = { content: html, url, idempotencyKey: "a" };
    const first = await take(document);
    const setState = (state: string): Promise<unknown> =>
      database.write((sql) => sql.all("UPDATE ingest_job SET state = ?", [state]));
    await setState("RUNNING");
    const repeated = take(document);
    expect(await Promise.race([repeated, setTimeout(300, "at work")])).toBe("at work");
    await setState("SUCCEEDED");
    expect(await repeated).toEqual(first);
  });

  test("a dry run says what would be, and changes nothing", async () => {
    const before = await dumpTables(database.sql);
    const dry = { content: html, url, dryRun: true };
    expect(await take(dry)).toMatchObject({ outcome: "CREATED", article: null, job: null, userErrors: [] });
    expect(await take({ ...dry, content: "<html></html>" })).toMatchObject({
      outcome: "REJECTED",
      userErrors: [{ code: "NO_HEADLINE" }],
    });
    expect(await dumpTables(database.sql)).toEqual(before);
    const { article } = await take({ content: html, url });
    expect(await take(dry)).toMatchObject({ outcome: "UNCHANGED" });
    const changed = htmlPage({ headline: "Harbour opens again" });
    expect(await take({ ...dry, content: changed })).toMatchObject({ outcome: "UPDATED", article });
  });

  test("a document that cannot be read is refused with a hint, and kept", async () => {
    const answer = await take({ content: "<html><body><p>x</p></body></html>" });
    expect(answer).toMatchObject({
      outcome: "REJECTED",
      article: null,
      job: { state: "SUCCEEDED", progress: { seen: 1, failed: 1 }, issues: { totalCount: { value: 1 } } },
    });
    const [error] = answer.userErrors;
    expect(error).toMatchObject({ code: "NO_HEADLINE", path: ["input", "content"] });
    expect(error.hint).toMatch(/\w/u);
    const kept = await database.sql.all(
      "SELECT d.size FROM ingest_issue i JOIN raw_document d ON d.key = i.raw_key",
    );
    expect(kept).toHaveLength(1);
  });

  test.for<[string, Record<string, unknown>, string, string]>([
    ["another format", { format: "RSS" }, "OTHER_FORMAT", "format"],
    ["an impossible time zone", { source: "Harbour", timeZone: "Mars" }, "BAD_INPUT", "timeZone"],
  ])("%s is refused before it begins", async ([, input, code, argument]) => {
    const answer = await take({ content: html, ...input });
    expect(answer).toMatchObject({
      article: null,
      job: null,
      userErrors: [{ code, path: ["input", argument] }],
    });
    const { ingestJobs } = await server.query("{ ingestJobs { totalCount { value } } }");
    expect(ingestJobs.totalCount.value).toBe(0);
  });

  test("outlet and time are those that the caller gives", async () => {
    await take({ content: html, url, source: "Harbour Wire", publishedAt: "2026-03-01T10:00:00Z" });
    const { articles } = await server.query("{ articles { nodes { datePublished source { name } } } }");
    expect(articles.nodes).toEqual([
      { datePublished: "2026-03-01T10:00:00.000Z", source: { name: "Harbour Wire" } },
    ]);
  });
});

describe("startIngest", () => {
  test("takes a folder in, and every number opens to its rows", async () => {
    writeFiles(
      { ...pages(5), "bad.html": "<html></html>", "left.txt": textPage({ headline: "Left out" }) },
      folder,
    );
    const { job, userErrors } = await start({ path: ".", include: ["*.html"] });
    expect(userErrors).toEqual([]);
    await queue.idle();
    const done = await jobOf(job.id);
    expect(done).toMatchObject({
      state: "SUCCEEDED",
      progress: { seen: 6, created: 5, failed: 1, total: 6 },
    });
    expect(done.issues.nodes).toHaveLength(done.progress.failed);
    expect(done.issues.totalCount.value).toBe(done.progress.failed);
    expect(done.articles.nodes).toHaveLength(done.progress.created);
    expect(done.articles.totalCount.value).toBe(done.progress.created);
    expect(done.issues.nodes[0]).toMatchObject({ severity: "ERROR", code: "NO_HEADLINE" });
  });

  test("a glob, an exclusion and a flat search choose files", async () => {
    mkdirSync(path.join(folder, "deep"));
    writeFiles(
      {
        "a1.html": htmlPage({ headline: "One harbour" }),
        "a2.html": htmlPage({ headline: "Two harbours" }),
        "deep/b.html": htmlPage({ headline: "Deep harbour" }),
      },
      folder,
    );
    const seen = async (input: Record<string, unknown>): Promise<number> => {
      const { job } = await start(input);
      await queue.idle();
      return (await jobOf(job.id)).progress.seen;
    };
    expect(await seen({ path: "**/*.html" })).toBe(3);
    expect(await seen({ path: ".", exclude: ["a1.*"] })).toBe(2);
    expect(await seen({ path: ".", recursive: false })).toBe(2);
    expect(await seen({ path: "deep" })).toBe(1);
  });

  test("nothing outside of the folders is read, by whatever way", async () => {
    const outside = writeFiles({ "secret.html": htmlPage({ headline: "Secret" }) });
    symlinkSync(outside, path.join(folder, "way-out"));
    for (const escape of [
      "..",
      "../x",
      outside,
      `${outside}/*.html`,
      "way-out",
      "way-out/secret.html",
      "/etc",
      "gone",
    ]) {
      const { job, userErrors } = await start({ path: escape });
      expect([escape, job, userErrors[0]?.code]).toEqual([escape, null, "NO_INPUT"]);
    }
    const { job } = await start({ path: "." });
    await queue.idle();
    expect((await jobOf(job.id)).progress.seen).toBe(0);
  });

  test.for<[string, Record<string, unknown>]>([
    ["neither path nor address", {}],
    ["both", { path: ".", feedUrl: "https://harbour.example/feed" }],
    ["a field that there is not", { path: ".", mapping: [{ field: "hat", column: "H" }] }],
  ])("%s is refused", async ([, input]) => {
    expect(await start(input)).toMatchObject({ job: null, userErrors: [{ code: "BAD_INPUT" }] });
  });

  test("columns are read as they are mapped", async () => {
    writeFiles(
      {
        "t.csv":
          "H;T;U\nHarbour shut;The harbour stays shut for a week, they said.;https://harbour.example/t\n",
      },
      folder,
    );
    const mapping = [
      { field: "headline", column: "H" },
      { field: "body", column: "T" },
      { field: "url", column: "U" },
    ];
    const { job } = await start({ path: "t.csv", mapping });
    await queue.idle();
    expect((await jobOf(job.id)).articles.nodes).toMatchObject([{ headline: "Harbour shut" }]);
  });

  test("the same key starts one job", async () => {
    writeFiles(pages(1), folder);
    const first = await start({ path: ".", idempotencyKey: "k" });
    expect((await start({ path: ".", idempotencyKey: "k" })).job.id).toBe(first.job.id);
    expect(await start({ path: ".", recursive: false, idempotencyKey: "k" })).toMatchObject({
      job: null,
      userErrors: [{ code: "IDEMPOTENCY_KEY_REUSED" }],
    });
  });

  test("an address of this computer is not fetched", async () => {
    const { job } = await start({ feedUrl: `${server.url}/feed.xml` });
    await queue.idle();
    expect(await jobOf(job.id)).toMatchObject({ progress: { seen: 1, failed: 1 } });
  });
});

test("the changes in docs/operating.md are made as it says", async () => {
  const operating = readDocuments().find(({ path: name }) => name === "docs/operating.md");
  const changes = operating?.blocks.filter(({ text }) => text.startsWith("mutation")) ?? [];
  expect(changes).toHaveLength(2);
  mkdirSync(path.join(folder, "2022"));
  writeFiles({ "2022/a.html": htmlPage({ headline: "Harbour of 2022" }) }, folder);
  for (const { text } of changes) {
    const data = await server.query(text, { content: htmlPage({ headline: "Harbour shut" }) });
    expect(Object.values(data)).toMatchObject([{ userErrors: [] }]);
  }
  await queue.idle();
  const { articles } = await server.query("{articles(filter: {duplicates: INCLUDE}) {nodes {headline}}}");
  const headlines = articles.nodes.map(({ headline }: { headline: string }) => headline);
  expect(headlines.sort()).toEqual(["Harbour of 2022", "Harbour shut"]);
});

describe("jobs", () => {
  test("are cancelled after the batch under way, or while they wait; a new one does the rest", async () => {
    writeFiles(pages(200), folder);
    const running = (await start({ path: "." })).job.id;
    const waiting = (await start({ path: ".", recursive: false })).job.id;
    const CANCEL = `mutation ($id: ID!) { cancelIngest(id: $id) { job { state } userErrors { code } } }`;
    const cancel = async (id: string) => (await server.query(CANCEL, { id })).cancelIngest;
    expect(await cancel(waiting)).toEqual({ job: { state: "CANCELLED" }, userErrors: [] });
    expect(await cancel(running)).toEqual({ job: { state: "CANCELLED" }, userErrors: [] });
    const { created } = (await jobOf(running)).progress;
    expect(created).toBeLessThan(200);
    expect(await cancel(running)).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
    expect(await cancel("J999")).toMatchObject({ job: null, userErrors: [{ code: "NOT_FOUND" }] });
    const { job } = await start({ path: "." });
    await queue.idle();
    expect((await jobOf(job.id)).progress).toMatchObject({ created: 200 - created, unchanged: created });
  });

  test("go on after a restart", async () => {
    writeFiles(pages(200), folder);
    const { job } = await start({ path: "." });
    while ((await server.query("{ articles { totalCount { value } } }")).articles.totalCount.value === 0);
    await queue.close();
    expect((await jobOf(job.id)).state).toBe("QUEUED");
    // One that was killed says that it runs.
    await database.write((sql) => sql.all("UPDATE ingest_job SET state = 'RUNNING'"));
    queue = await IngestQueue.open(database, tools);
    await queue.idle();
    const done = await jobOf(job.id);
    expect(done).toMatchObject({ state: "SUCCEEDED", progress: { seen: 200 } });
    expect(done.articles.totalCount.value).toBe(200);
  });

  test("what was refused is taken in after it was mended", async () => {
    writeFiles({ ...pages(2), "bad.html": "<html></html>" }, folder);
    const { job } = await start({ path: "." });
    await queue.idle();
    writeFileSync(path.join(folder, "bad.html"), htmlPage({ headline: "Mended harbour" }));
    const RETRY = `mutation ($id: ID!) { retryFailed(id: $id) { job { id } userErrors { code } } }`;
    const { retryFailed } = await server.query(RETRY, { id: job.id });
    await queue.idle();
    expect(await jobOf(retryFailed.job.id)).toMatchObject({
      progress: { seen: 1, created: 1 },
      articles: { nodes: [{ headline: "Mended harbour" }] },
    });
    const again = await server.query(RETRY, { id: retryFailed.job.id });
    expect(again.retryFailed).toMatchObject({ job: null, userErrors: [{ code: "CONFLICT" }] });
    // A refused document of the API is read from where it was kept.
    const refused = await take({ content: "<html></html>" });
    const { retryFailed: kept } = await server.query(RETRY, { id: refused.job.id });
    await queue.idle();
    expect((await jobOf(kept.job.id)).progress).toMatchObject({ seen: 1, failed: 1 });
  });

  test("what became a link out of the folders is not read, as a page or as a source.json", async () => {
    const outside = writeFiles({
      "secret.html": htmlPage({ headline: "Secret" }),
      "secret.txt": "top secret",
    });
    mkdirSync(path.join(folder, "deep"));
    writeFiles(
      { "bad.html": "<html></html>", "deep/good.html": htmlPage({ headline: "Good harbour" }) },
      folder,
    );
    symlinkSync(path.join(outside, "secret.txt"), path.join(folder, "deep/source.json"));
    const { job } = await start({ path: "." });
    await queue.idle();
    const first = await jobOf(job.id);
    expect(first).toMatchObject({ progress: { seen: 2, created: 1, failed: 1 } });
    expect(JSON.stringify(first)).not.toContain("secret");
    rmSync(path.join(folder, "bad.html"));
    symlinkSync(path.join(outside, "secret.html"), path.join(folder, "bad.html"));
    const RETRY = `mutation ($id: ID!) { retryFailed(id: $id) { job { id } } }`;
    const { retryFailed } = await server.query(RETRY, { id: job.id });
    await queue.idle();
    expect((await jobOf(retryFailed.job.id)).progress.seen).toBe(0);
    const { articles } = await server.query("{ articles { nodes { headline } } }");
    expect(articles.nodes).toEqual([{ headline: "Good harbour" }]);
  });

  test("articles are built anew, all or some, or only to see", async () => {
    writeFiles(pages(3), folder);
    await start({ path: "." });
    await queue.idle();
    const before = await dumpTables(database.sql);
    const REPROCESS = `mutation ($filter: ArticleFilter, $dryRun: Boolean!) { reprocess(filter: $filter, dryRun: $dryRun) { job { id } } }`;
    const run = async (filter: object | null, dryRun: boolean) => {
      const { reprocess } = await server.query(REPROCESS, { filter, dryRun });
      await queue.idle();
      return jobOf(reprocess.job.id);
    };
    expect(await run(null, true)).toMatchObject({ state: "SUCCEEDED", progress: { seen: 3, updated: 3 } });
    expect(await dumpTables(database.sql)).toEqual(before);
    expect(await run({ q: "number 1" }, false)).toMatchObject({ progress: { seen: 1, updated: 1 } });
    await database.write((sql) => sql.all("UPDATE mention SET surface = 'x'"));
    expect(await run(null, false)).toMatchObject({ progress: { seen: 3, updated: 3 } });
    expect(await database.sql.all("SELECT 1 FROM mention WHERE surface = 'x'")).toEqual([]);
  });

  test("are listed in pages, and a list costs the same number of statements at any length", async () => {
    for (let index = 0; index < 6; index++)
      await take({ content: "<html></html>", idempotencyKey: `${index}` });
    const LIST = `query ($n: Int!, $after: String) { ingestJobs(first: $n, after: $after) { totalCount { value }
      pageInfo { hasNextPage endCursor } nodes { ${JOB} } } }`;
    const ids: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const {
        ingestJobs,
      }: { ingestJobs: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await server.query(LIST, { n: 4, after });
      ids.push(...ingestJobs.nodes.map(({ id }) => id));
      ({ endCursor: after, hasNextPage: more } = ingestJobs.pageInfo);
    }
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
    const counts = [];
    for (const n of [2, 6]) counts.push((await server.statements(LIST, { n })).length);
    expect(counts).toEqual([6, 6]);
    const { node } = await server.query(`query ($id: ID!) { node(id: $id) { ... on IngestJob { state } } }`, {
      id: ids[0],
    });
    expect(node).toEqual({ state: "SUCCEEDED" });
    const { ingestJobs } = await server.query(
      "{ ingestJobs(states: [FAILED, RUNNING]) { totalCount { value } } }",
    );
    expect(ingestJobs.totalCount.value).toBe(0);
  });
});
