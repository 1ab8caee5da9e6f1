import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { crc32, gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openFile } from "../../src/ingestion/containers/openFile.js";
import {
  ingestInto,
  makeFolder,
  openKnowledgeDatabase,
  type TestDatabase,
} from "../fixtures/testDatabase.js";
import { dumpGraph } from "./dumpGraph.js";
import { htmlPage } from "./pages.js";

const page = (headline: string): string => htmlPage({ headline });

async function open(
  name: string,
  bytes: Buffer,
): Promise<{ names: string[]; texts: string[]; urls: (string | null)[]; bad: string[] }> {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, bytes);
  const found = {
    names: [] as string[],
    texts: [] as string[],
    urls: [] as (string | null)[],
    bad: [] as string[],
  };
  for await (const record of openFile(file)) {
    if ("problem" in record) found.bad.push(record.problem.code);
    else {
      found.names.push(record.name.slice(file.replace(/\.(?:t?gz)$/u, "").length));
      found.texts.push(record.bytes.toString());
      found.urls.push(record.url);
    }
  }
  return found;
}

/** A ZIP archive of stored files. */
function zip(files: Record<string, Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x800, 6);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 8, 6, 30);
    entry.writeUInt32LE(offset, 42);
    parts.push(head, title, bytes);
    directory.push(entry, title);
    offset += head.length + title.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

async function tar(files: Record<string, string>): Promise<Buffer> {
  const archive = pack();
  for (const [name, text] of Object.entries(files)) archive.entry({ name }, text);
  archive.finalize();
  const parts: Buffer[] = [];
  for await (const part of archive) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function warcRecord(
  url: string,
  body: Buffer | string,
  http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8",
  type = "response",
): Buffer {
  const block = Buffer.concat([Buffer.from(`${http}\r\n\r\n`), Buffer.from(body)]);
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from("\r\n\r\n"),
  ]);
}

describe("archives", () => {
  test("gzip, ZIP and tar hold documents, whatever their names", async () => {
    expect(await open("a.txt.gz", gzipSync("one"))).toMatchObject({ names: [""], texts: ["one"] });
    expect(
      await open(
        "b.zip",
        zip({
          "x/one.html": Buffer.from("one"),
          "../../../etc/two.html": Buffer.from("two"),
          "x/.hidden": Buffer.from("no"),
        }),
      ),
    ).toMatchObject({
      texts: ["one", "two"],
      bad: [],
    });
    const archive = await tar({ "x/one.html": "one", "two.html": "two" });
    expect(await open("c.tar", archive)).toMatchObject({
      names: ["!x/one.html", "!two.html"],
      texts: ["one", "two"],
    });
    expect(await open("d.tgz", gzipSync(archive))).toMatchObject({ texts: ["one", "two"], bad: [] });
    expect(await open("e.zip", zip({}).subarray(0, 10))).toMatchObject({ bad: ["BAD_ARCHIVE"] });
  });

  test("a gzip bomb is refused", async () => {
    const { bad, texts } = await open("bomb.gz", gzipSync(Buffer.alloc(80 * 1024 * 1024)));
    expect([bad, texts]).toEqual([["BAD_ARCHIVE"], []]);
  });
});

describe("web archives", () => {
  const records = ["one", "two", "three"].map((name) => warcRecord(`http://w.example/${name}`, name));

  test("give the documents of their answers, packed and not", async () => {
    const others = [
      warcRecord("http://w.example/gone", "x", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html"),
      warcRecord("http://w.example/p.jpg", "x", "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg"),
      warcRecord("http://w.example/q", "x", "GET / HTTP/1.1", "request"),
    ];
    const all = [...records, ...others];
    const expected = {
      texts: ["one", "two", "three"],
      urls: ["one", "two", "three"].map((name) => `http://w.example/${name}`),
      bad: [],
    };
    expect(await open("a.warc", Buffer.concat(all))).toMatchObject(expected);
    expect(await open("a.warc.gz", Buffer.concat(all.map((record) => gzipSync(record))))).toMatchObject(
      expected,
    );
    expect(
      await open(
        "a.wacz",
        zip({
          "datapackage.json": Buffer.from("{}"),
          "archive/data.warc.gz": Buffer.concat(all.map((record) => gzipSync(record))),
        }),
      ),
    ).toMatchObject(expected);
  });

  test("unpack answers that are chunked or packed", async () => {
    const chunked = warcRecord(
      "http://w.example/c",
      "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked",
    );
    const packed = warcRecord(
      "http://w.example/g",
      gzipSync("packed"),
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
    );
    expect((await open("a.warc", Buffer.concat([chunked, packed]))).texts).toEqual(["abcde", "packed"]);
  });

  test("lose one record for one damaged member, and say so", async () => {
    const members = Array.from({ length: 50 }, (_, index) =>
      gzipSync(warcRecord(`http://w.example/${index}`, `text ${index} ${"x".repeat(200)}`)),
    );
    for (const broken of [0, 7, 49]) {
      const damaged = members.map((member, index) => {
        if (index !== broken) return member;
        const copy = Buffer.from(member);
        copy.fill(0xff, 20, 60);
        return copy;
      });
      const { texts, bad } = await open("a.warc.gz", Buffer.concat(damaged));
      expect(texts).toHaveLength(49);
      expect(bad).toEqual(["BAD_ARCHIVE"]);
    }
    const cut = Buffer.concat(members);
    expect(await open("a.warc.gz", cut.subarray(0, cut.length - 30))).toMatchObject({ bad: ["BAD_ARCHIVE"] });
  });

  test("with a broken header are read from the next record on", async () => {
    const [one, two, three] = records as [Buffer, Buffer, Buffer];
    const broken = Buffer.from(two.toString().replace("WARC/1.0", "XXXX/1.0"));
    const { texts, bad } = await open("a.warc", Buffer.concat([one, broken, three]));
    expect(texts).toEqual(["one", "three"]);
    expect(bad).toEqual(["BAD_ARCHIVE"]);
  });
});

describe("taking archives in", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openKnowledgeDatabase();
  });
  afterAll(() => database.close());

  test("one item in four formats is one article, and the fullest stays", async () => {
    const folder = makeFolder();
    const address = "https://four.example/bridge";
    const title = "The bridge over the Tamar opens again";
    const text =
      "The bridge over the river opened on Wednesday after a year of works, and cars crossed it for the first time since last spring.";
    const html = `<html lang="en"><head><title>${title}</title><link rel="canonical" href="${address}"></head><body><article><h1>${title}</h1><p>${text}</p><p>${text.replace("bridge", "crossing")}</p></article></body></html>`;
    writeFileSync(
      path.join(folder, "a.xml"),
      `<rss version="2.0"><channel><title>Four</title><item><title>${title}</title><link>${address}</link><description>The bridge opened.</description></item></channel></rss>`,
    );
    writeFileSync(path.join(folder, "b.html"), html);
    writeFileSync(
      path.join(folder, "c.jsonl"),
      `${JSON.stringify({ title, url: address, text: "The bridge opened on Wednesday." })}\n${JSON.stringify({ title: "Another matter entirely", url: "https://four.example/other", text })}\n`,
    );
    writeFileSync(path.join(folder, "d.warc.gz"), gzipSync(warcRecord(address, html)));
    const report = await ingestInto(database, [folder]);
    expect(report).toMatchObject({ seen: 5, created: 2, updated: 1, quarantined: 0 });
    expect(report.created + report.updated + report.unchanged + report.duplicates + report.quarantined).toBe(
      report.seen,
    );
    const rows = await database.sql.all<{ format: string; url: string }>(
      "SELECT format, url FROM article WHERE is_stub = ? ORDER BY url",
      [false],
    );
    expect(rows).toEqual(
      [
        { format: "HTML", url: address },
        { format: "JSONL", url: "https://four.example/other" },
      ].map((row) => ({ ...row, format: row.format === "JSONL" ? "JSON" : row.format })),
    );
    const before = await dumpGraph(database.sql);
    expect(await ingestInto(database, [folder])).toMatchObject({ created: 0, updated: 0, quarantined: 0 });
    expect(await dumpGraph(database.sql)).toEqual(before);
  });

  test("a document of many records whose reading was cut off is read again", async () => {
    const folder = makeFolder();
    const file = path.join(folder, "many.jsonl");
    const record = (index: number): string =>
      JSON.stringify({
        title: `Council meeting number ${index} of the year`,
        url: `https://many.example/${index}`,
        text: page("x") && `The council met for the ${index}. time this year and spoke of roads.`,
      });
    writeFileSync(file, Array.from({ length: 5 }, (_, index) => record(index)).join("\n"));
    await ingestInto(database, [folder]);
    const raw = await database.sql.first<{ hash: string }>("SELECT hash FROM raw_document WHERE name = ?", [
      file,
    ]);
    // As a process that was killed after the third record leaves it.
    await database.write((sql) =>
      sql.all("UPDATE raw_document SET hash = ? WHERE hash = ?", [
        `${raw?.hash} unfinished`,
        raw?.hash ?? "",
      ]),
    );
    expect(await ingestInto(database, [folder])).toMatchObject({ seen: 5, unchanged: 5 });
    expect(await ingestInto(database, [folder])).toMatchObject({ seen: 1, unchanged: 1 });
    expect(readFileSync(file, "utf8")).toContain("number 4");
  });
});
