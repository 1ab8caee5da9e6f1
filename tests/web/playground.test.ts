import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.js";
import { createServer, type Server } from "../../src/server/createServer.js";
import { writeShareLink } from "../../src/web/playground/shareLink.js";
import { testTextAnnotator } from "../fixtures/testDatabase.js";
import { findChromium } from "./findChromium.js";
import { openSharedSample } from "./openSharedSample.js";
import { readQuestions, variablesOf } from "./readQuestions.js";
import { Visit } from "./Visit.js";

const executablePath = findChromium();
if (executablePath === null)
  console.log(
    "Skipped: the playground's tests need Chromium. Install it, or set CHROMIUM_PATH to its program.",
  );

/** No program of the browser's own may call out, and no name but the server's resolves. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
];

const questions = readQuestions();
const [firstQuestion] = questions;

describe.skipIf(executablePath === null)("playground", () => {
  let server: Server;
  let browser: Browser;
  let visits: Visit[] = [];

  beforeAll(async () => {
    if (!existsSync(path.resolve(import.meta.dirname, "../../dist/web/index.html")))
      throw new Error("There is no dist/web: run `npm run build` first.");
    const database = await openSharedSample();
    server = await createServer(database, { ...readConfig({}), port: 0 }, testTextAnnotator);
    browser = await chromium.launch({ ...(executablePath !== null && { executablePath }), args: ARGUMENTS });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(async () => {
    const ended = visits;
    visits = [];
    await Promise.all(ended.map((visit) => visit.end()));
    for (const visit of ended) {
      expect(visit.foreignRequests()).toEqual([]);
      expect(visit.requests).toContain(`${server.url}/graphql`);
      expect(visit.problems).toEqual([]);
    }
  });

  const start = async (
    ...options: Parameters<typeof Visit.start> extends [unknown, unknown, ...infer Rest] ? Rest : never
  ) => {
    const visit = await Visit.start(browser, server.url, ...options);
    visits.push(visit);
    return visit;
  };

  test("a first visit shows all questions, and the first one answered", async () => {
    const visit = await start();
    const answer = await visit.answerTo(() => visit.open());
    expect(answer.errors).toBeUndefined();
    const titles = await visit.page.locator(".mitos-gallery h3").allTextContents();
    expect(titles.length).toBeGreaterThanOrEqual(10);
    expect(titles).toEqual(questions.map(({ title }) => title));
    await expect.poll(() => visit.query()).toContain(`# ${firstQuestion!.title}`);
    await expect.poll(() => visit.result()).toContain('"data": {');
    await visit.page.locator(".mitos-cost", { hasText: /^cost [\d,]+ of 20,000/u }).waitFor();
  });

  test("a question opens in a tab of its own and shows its answer", async () => {
    const visit = await start();
    await visit.answerTo(() => visit.open());
    const question = questions.find(({ variables }) => variables !== "")!;
    const run = visit.page.getByRole("button", { name: `Run: ${question.title}` });
    const { data, errors } = await visit.answerTo(() => run.click());
    expect(errors).toBeUndefined();
    const [field] = Object.keys(data ?? {});
    await expect.poll(() => visit.result()).toContain(`"${field}": {`);
    expect(await visit.query()).toContain(`# ${question.title}`);
    expect(await visit.page.getByRole("tab").count()).toBe(2);
    const [variable] = Object.keys(variablesOf(question));
    await expect
      .poll(() => visit.page.locator(".graphiql-editor-tool").textContent())
      .toContain(`"${variable}"`);
  });

  test("questions can be narrowed to those of one kind of user", async () => {
    const visit = await start();
    await visit.answerTo(() => visit.open());
    await visit.page.getByRole("button", { name: "Operator", exact: true }).click();
    const own = questions.filter(({ audiences }) => audiences.includes("operator"));
    expect(await visit.page.locator(".mitos-gallery h3").allTextContents()).toEqual(
      own.map(({ title }) => title),
    );
  });

  test("the query builder adds a field that is ticked", async () => {
    const visit = await start();
    const query = `{ system { version } person(slug: "xi-jinping") { coMentions(first: 1, filter: { kinds: [PERSON] }) { nodes { slug } } } }`;
    await visit.answerTo(() => visit.open(writeShareLink({ query, variables: "" })));
    await visit.show("Query builder");
    await visit.page.locator(".graphiql-explorer-node input").first().waitFor();
    const focused = () => visit.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focused).toBe("Hide Query builder");
    await visit.page
      .locator(".graphiql-explorer-node .graphiql-explorer-field-view", { hasText: "database" })
      .click();
    await expect.poll(() => visit.query()).toContain("database");
    const execute = visit.page.locator(".graphiql-execute-button");
    const { data } = await visit.answerTo(() => execute.click());
    expect(data).toMatchObject({ system: { version: expect.any(String), database: expect.any(String) } });
  });

  test("the documentation finds a field by its name", async () => {
    const visit = await start();
    await visit.answerTo(() => visit.open());
    await visit.show("Documentation Explorer");
    await visit.page.getByRole("combobox").fill("coMentions");
    await visit.page.getByRole("option", { name: "Person.coMentions" }).click();
    await visit.page
      .locator(".graphiql-doc-explorer-content", { hasText: "Who or what stands near it" })
      .waitFor();
  });

  test("lists of an answer show as a table and are saved as CSV", async () => {
    const visit = await start();
    const query = `query Two { articles(first: 2) { nodes { headline wordCount source { name } } } }`;
    const { data } = await visit.answerTo(() => visit.open(writeShareLink({ query, variables: "" })));
    const { nodes } = data!.articles as {
      nodes: { headline: string; wordCount: number; source: { name: string } }[];
    };
    await visit.page.getByRole("button", { name: "Table", exact: true }).click();
    const table = visit.page.getByRole("region", { name: "Table of articles" });
    expect(await table.getByRole("columnheader").allTextContents()).toEqual([
      "headline",
      "wordCount",
      "source.name",
    ]);
    const cells = nodes.flatMap(({ headline, wordCount, source }) => [
      headline,
      String(wordCount),
      source.name,
    ]);
    expect(await table.getByRole("cell").allTextContents()).toEqual(cells);

    const saved = visit.page.waitForEvent("download");
    await visit.page.getByRole("button", { name: "Download CSV" }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("Two-articles.csv");
    const text = readFileSync(await download.path(), "utf8");
    expect(text.startsWith("\uFEFFheadline,wordCount,source.name\r\n")).toBe(true);
    expect(text.trimEnd().split("\r\n")).toHaveLength(3);
    expect(text).toContain(nodes[0]!.source.name);

    await visit.page.getByRole("button", { name: "JSON", exact: true }).click();
    await expect.poll(() => visit.result()).toContain('"articles": {');
  });

  test("a copied link shows the same question with its answer to another visitor", async () => {
    const question = questions.findLast(({ variables }) => variables !== "")!;
    const sender = await start({ permissions: ["clipboard-read", "clipboard-write"] });
    await sender.answerTo(() => sender.open());
    const run = sender.page.getByRole("button", { name: `Run: ${question.title}` });
    const { data } = await sender.answerTo(() => run.click());
    await sender.page.getByRole("button", { name: "Copy link to this query" }).click();
    await sender.page.getByRole("status").filter({ hasText: "Link copied" }).waitFor({ state: "attached" });
    const link = new URL(await sender.page.evaluate(() => navigator.clipboard.readText()));
    expect(link.origin).toBe(server.url);
    expect(link.hash).toBe(writeShareLink(question));

    const receiver = await start();
    const received = await receiver.answerTo(() => receiver.open(link.hash));
    expect(received.data).toEqual(data);
    await expect.poll(() => receiver.query()).toContain(`# ${question.title}`);
  });

  test("the address follows the query, and a visitor who comes back finds their tabs", async () => {
    const visit = await start();
    await visit.answerTo(() => visit.open());
    expect(new URL(visit.page.url()).hash).toBe("");
    const second = questions[1]!;
    await visit.answerTo(() => visit.page.getByRole("button", { name: `Run: ${second.title}` }).click());
    await expect.poll(() => new URL(visit.page.url()).hash).toBe(writeShareLink(second));
    // Who leaves at once finds the last tab, too.
    const third = questions[2]!;
    await visit.answerTo(() => visit.page.getByRole("button", { name: `Run: ${third.title}` }).click());
    await visit.page.goto("about:blank");
    await visit.open();
    expect(await visit.page.getByRole("tab").count()).toBe(3);
    await expect.poll(() => visit.query()).toContain(`# ${third.title}`);
  });

  test("an error can be read with its hint", async () => {
    const visit = await start();
    const query = "{ articles(first: 1000) { nodes { headline } } }";
    const { errors } = await visit.answerTo(() => visit.open(writeShareLink({ query, variables: "" })));
    expect(errors).toHaveLength(1);
    await expect.poll(() => visit.result()).toContain('"errors": [');
    await expect.poll(() => visit.result()).toContain('"hint": "');
  });

  test("a link to a broken query is shown, not run", async () => {
    const visit = await start();
    await visit.open(writeShareLink({ query: "{ articles { nodes { headline }", variables: "" }));
    await expect.poll(() => visit.query()).toContain("{ articles { nodes { headline }");
    expect(await visit.result()).toBe("");
  });

  test("a telephone shows questions, then query and answer below each other", async () => {
    const visit = await start({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      colorScheme: "dark",
    });
    await visit.answerTo(() => visit.open());
    const gallery = visit.page.locator(".mitos-gallery");
    expect((await gallery.boundingBox())?.width).toBeGreaterThan(300);
    const run = visit.page.getByRole("button", { name: `Run: ${questions[1]!.title}` });
    await visit.answerTo(() => run.tap());
    await gallery.waitFor({ state: "hidden" });
    const boxes = await Promise.all(
      [".graphiql-editors", ".graphiql-response", ".graphiql-sidebar"].map((each) =>
        visit.page.locator(each).boundingBox(),
      ),
    );
    const [editors, response, bar] = boxes.map((box) => box!);
    for (const { x, width } of [editors!, response!, bar!]) expect([x, width]).toEqual([0, 390]);
    expect(response!.y).toBeGreaterThanOrEqual(editors!.y + editors!.height);
    expect(response!.height).toBeGreaterThan(200);
    expect(bar!.y + bar!.height).toBeLessThanOrEqual(844);
    await expect.poll(() => visit.result()).toContain('"data": {');
  });

  test("the keyboard reaches and runs a question, and every control of ours has a name", async () => {
    const visit = await start();
    await visit.answerTo(() => visit.open());
    await visit.page
      .getByRole("button", { name: "Show Questions" })
      .or(visit.page.getByRole("button", { name: "Hide Questions" }))
      .focus();
    const focused = () => visit.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    const target = `Run: ${questions[1]!.title}`;
    for (let presses = 0; presses < 30 && (await focused()) !== target; presses++)
      await visit.page.keyboard.press("Tab");
    expect(await focused()).toBe(target);
    const { errors } = await visit.answerTo(() => visit.page.keyboard.press("Enter"));
    expect(errors).toBeUndefined();
    const names = await visit.page
      .locator(":is(.mitos-gallery, .mitos-footer) :is(button, select)")
      .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label") ?? each.textContent.trim()));
    expect(names.length).toBeGreaterThan(questions.length);
    expect(names).not.toContain("");
  });
});
