import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Fetcher } from "../../src/ingestion/fetch/Fetcher.js";
import { isPublicAddress } from "../../src/ingestion/fetch/publicAddress.js";
import { ingestInto, openKnowledgeDatabase } from "../fixtures/testDatabase.js";

const text =
  "The bridge over the river opened on Wednesday after a year of works, and cars crossed it for the first time.";
const page = `<html lang="en"><head><title>Bridge opens</title></head><body><article><h1>The bridge opens again</h1><p>${text}</p><p>${text.replace("bridge", "crossing")}</p></article></body></html>`;

let server: Server;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(`${path} ${request.headers["user-agent"] ?? ""}`);
    if (path === "/robots.txt") response.end("User-agent: *\nDisallow: /private\n");
    else if (path === "/news")
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    else if (path === "/moved") response.writeHead(301, { location: "/news" }).end();
    else if (path === "/away")
      response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end();
    else if (path === "/file") response.writeHead(302, { location: "file:///etc/passwd" }).end();
    else if (path === "/loop") response.writeHead(302, { location: "/loop" }).end();
    else if (path === "/endless") {
      response.writeHead(200);
      const piece = Buffer.alloc(1024 * 1024);
      const more = (): void => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("addresses that are not public are refused", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "192.168.0.1",
    "172.16.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "fe80::1",
    "fc00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "not an address",
  ])("%s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  test.each(["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])("%s is public", (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test("in any spelling, by name, and nothing is sent", async () => {
    const before = asked.length;
    const fetcher = new Fetcher({ pauseMilliseconds: 0 });
    const port = new URL(origin).port;
    for (const address of [
      `${origin}/news`,
      `http://localhost:${port}/news`,
      `http://2130706433:${port}/news`,
      `http://0x7f.1:${port}/news`,
      `http://[::1]:${port}/news`,
      `http://[::ffff:127.0.0.1]:${port}/news`,
      `http://user:secret@example.com/`,
    ]) {
      expect(await fetcher.fetch(address), address).toMatchObject({
        problem: { code: "NOT_FETCHED" },
      });
    }
    expect(asked.length).toBe(before);
    await fetcher.close();
  });
});

describe("a fetcher that may ask this machine", () => {
  const fetcher = new Fetcher({ isAllowed: (address) => address === "127.0.0.1", pauseMilliseconds: 0 });
  afterAll(() => fetcher.close());
  const problemOf = async (path: string): Promise<string> => {
    const result = await fetcher.fetch(`${origin}${path}`);
    return "problem" in result ? result.problem.message : "no problem";
  };

  test("follows redirects, names itself and asks robots.txt once", async () => {
    asked.length = 0;
    expect(await fetcher.fetch(`${origin}/moved`)).toMatchObject({
      record: { name: `${origin}/moved`, url: `${origin}/news`, charset: "utf-8" },
    });
    expect(await fetcher.fetch(`${origin}/news`)).toMatchObject({ record: { bytes: Buffer.from(page) } });
    expect(asked.filter((line) => line.startsWith("/robots.txt"))).toHaveLength(1);
    expect(asked.every((line) => line.includes("Mitos/"))).toBe(true);
  });

  test("obeys robots.txt, is not led into the network, and bounds redirects and size", async () => {
    expect(await problemOf("/private/x")).toContain("robots.txt");
    expect(await problemOf("/away")).toContain("169.254.169.254 is not on the public internet");
    expect(await problemOf("/loop")).toContain("redirects");
    expect(await problemOf("/file")).toContain("file:");
    expect(await problemOf("/gone")).toContain("404");
    expect(await problemOf("/endless")).toContain("64 MB");
  });
});

test("an address is taken in as a file is; one that fails is refused", async () => {
  const database = await openKnowledgeDatabase();
  const fetching = { isAllowed: (address: string) => address === "127.0.0.1", pauseMilliseconds: 0 };
  const report = await ingestInto(database, [`${origin}/news`, `${origin}/gone`], { fetching });
  expect(report).toMatchObject({
    seen: 2,
    created: 1,
    quarantined: 1,
    issues: [{ code: "NOT_FETCHED", file: `${origin}/gone` }],
  });
  const [article] = await database.sql.all("SELECT headline, url FROM article");
  expect(article).toEqual({ headline: "The bridge opens again", url: `${origin}/news` });
  expect(await ingestInto(database, [`${origin}/moved`], { fetching })).toMatchObject({
    created: 0,
    updated: 0,
  });
  await database.close();
});
