import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FetchSchedule } from "../../src/ingestion/FetchSchedule.js";
import { FolderScan } from "../../src/ingestion/FolderScan.js";
import { ingestInto, makeFolder, openKnowledgeDatabase } from "../fixtures/testDatabase.js";
import { htmlPage } from "./pages.js";

describe("a folder", () => {
  test("gives a file when it stood still between two looks, and again when it changed", () => {
    const folder = makeFolder();
    const file = path.join(folder, "a.html");
    const scan = new FolderScan([folder], {});
    writeFileSync(file, "half");
    expect(scan.look()).toEqual({ settled: [], gone: [] });
    writeFileSync(file, "half and half");
    expect(scan.look().settled).toEqual([]);
    expect(scan.look().settled).toEqual([file]);
    expect(scan.look().settled).toEqual([]);
    utimesSync(file, new Date(), new Date(Date.now() + 5_000));
    expect(scan.look().settled).toEqual([]);
    expect(scan.look().settled).toEqual([file]);
    rmSync(file);
    expect(scan.look()).toEqual({ settled: [], gone: [file] });
  });

  test("that is away has no files, and gives them when it is back", () => {
    const folder = path.join(makeFolder(), "drive");
    const scan = new FolderScan([folder], {});
    expect(scan.look(false)).toEqual({ settled: [], gone: [] });
  });
});

describe("the schedule of an address", () => {
  const record = { name: "", bytes: Buffer.of(), url: null, charset: null };
  const fresh = { record, validators: { etag: null, lastModified: null }, waitSeconds: null };
  const failed = {
    problem: { code: "NOT_FETCHED" as const, message: "", hint: "", line: null },
    waitSeconds: null,
  };
  const dueAfter = (...answers: Parameters<FetchSchedule["note"]>[1][]): number => {
    const schedule = new FetchSchedule(["a"], 60_000, () => 0.5);
    for (const answer of answers) schedule.note("a", answer, 0);
    return schedule.next() / 60_000;
  };

  test("begins at once, and follows what was asked for", () => {
    const schedule = new FetchSchedule(["a", "b"], 60_000, () => 0.5);
    expect(schedule.due(1)).toEqual(["a", "b"]);
    schedule.note("a", fresh, 0);
    expect(schedule.due(1)).toEqual(["b"]);
    expect(schedule.due(60_000)).toEqual(["a", "b"]);
    expect(dueAfter(fresh)).toBe(1);
  });

  test("waits longer where the site asks for it or fails, but never for more than six hours", () => {
    expect(dueAfter({ ...fresh, waitSeconds: 600 })).toBe(10);
    expect(dueAfter({ ...fresh, waitSeconds: 10 })).toBe(1);
    expect(dueAfter(failed, failed)).toBe(4);
    expect(dueAfter(failed, failed, fresh)).toBe(1);
    expect(dueAfter({ ...failed, waitSeconds: 900 })).toBe(15);
    expect(dueAfter(...Array.from({ length: 30 }, () => failed))).toBe(360);
  });
});

describe("conditional requests", () => {
  let server: Server;
  let address: string;
  let headline = "Harbour shut";
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === "/robots.txt") {
        response.writeHead(404).end();
        return;
      }
      const condition = request.headers["if-none-match"];
      asked.push(condition);
      const etag = `"${headline.length}"`;
      if (condition === etag) response.writeHead(304).end();
      else response.writeHead(200, { "content-type": "text/html", etag }).end(htmlPage({ headline }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news`;
  });
  afterAll(() => server.close());

  test("ask only for what is newer, and for what was refused once more", async () => {
    const database = await openKnowledgeDatabase();
    const fetching = { isAllowed: () => true, pauseMilliseconds: 0 };
    const take = () => ingestInto(database, [address], { fetching });
    try {
      expect(await take()).toMatchObject({ seen: 1, created: 1 });
      expect(await take()).toMatchObject({ seen: 1, unchanged: 1 });
      headline = "Harbour open again";
      expect(await take()).toMatchObject({ seen: 1, updated: 1 });
      headline = "";
      expect(await take()).toMatchObject({ seen: 1, quarantined: 1 });
      expect(await take()).toMatchObject({ seen: 1, quarantined: 1 });
      expect(asked).toEqual([undefined, '"12"', '"12"', '"18"', '"18"']);
    } finally {
      await database.close();
    }
  });
});
