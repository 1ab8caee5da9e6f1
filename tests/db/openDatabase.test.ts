import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync } from "@photostructure/sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/db/openDatabase.js";
import type { Sql } from "../../src/db/Sql.js";
import {
  makeDatabasePlace,
  makeFolder,
  openTestDatabase,
  type TestDatabase,
} from "../fixtures/testDatabase.js";

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

const put = (sql: Sql, name: string, value = ""): Promise<unknown> =>
  sql.all("INSERT INTO property (name, value) VALUES (?, ?)", [name, value]);

async function names(sql: Sql): Promise<string[]> {
  return (await sql.all<{ name: string }>("SELECT name FROM property ORDER BY name")).map(({ name }) => name);
}

describe("the writer", () => {
  test("runs transactions one after the other, in the order in which they were asked for", async () => {
    const log: string[] = [];
    const transaction = (name: string, milliseconds: number): Promise<void> =>
      database.write(async (sql) => {
        log.push(`${name} begins`);
        await put(sql, name);
        await sleep(milliseconds);
        log.push(`${name} ends`);
      });
    await Promise.all([transaction("a", 20), transaction("b", 0), transaction("c", 5)]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
    expect(await names(database.sql)).toEqual(["a", "b", "c"]);
  });

  test("rolls back what failed, and that alone", async () => {
    const results = await Promise.allSettled([
      database.write((sql) => put(sql, "kept")),
      database.write(async (sql) => {
        await put(sql, "lost");
        throw new Error("changed my mind");
      }),
      database.write(async (sql) => {
        await put(sql, "lost too");
        await put(sql, "kept");
      }),
      database.write((sql) => put(sql, "kept as well")),
    ]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected", "fulfilled"]);
    expect((results[1] as PromiseRejectedResult).reason).toEqual(new Error("changed my mind"));
    expect(await names(database.sql)).toEqual(["kept", "kept as well"]);
  });

  test("returns what the work returns, and sees its own rows", async () => {
    const seen = await database.write(async (sql) => {
      await put(sql, "own");
      return names(sql);
    });
    expect(seen).toEqual(["own"]);
  });

  test("hides its rows from readers until it commits", async () => {
    let during: string[] = [];
    await database.write(async (sql) => {
      await put(sql, "fresh");
      during = await names(database.sql);
    });
    expect(during).toEqual([]);
    expect(await names(database.sql)).toEqual(["fresh"]);
  });

  test("is waited for when the database closes", async () => {
    const place = await makeDatabasePlace();
    const first = await openDatabase(place.settings);
    const written = first.write(async (sql) => {
      await sleep(20);
      await put(sql, "late");
    });
    await first.close();
    await written;
    const second = await openDatabase(place.settings);
    expect(await names(second.sql)).toEqual(["late"]);
    await second.close();
    await place.remove();
  });
});

describe("a database that is opened again", () => {
  test("keeps its rows and is not migrated twice", async () => {
    await database.write((sql) => put(sql, "kept"));
    const done = await database.sql.all("SELECT name FROM migrations");
    const again = await openDatabase(database.settings);
    expect(await names(again.sql)).toEqual(["kept"]);
    expect(await again.sql.all("SELECT name FROM migrations")).toEqual(done);
    await again.close();
  });

  test("is refused when a newer program made its schema", async () => {
    await database.write((sql) =>
      sql.all("INSERT INTO migrations (timestamp, name) VALUES (?, ?)", [
        4_000_000_000_000,
        "Later4000000000000",
      ]),
    );
    await expect(openDatabase(database.settings)).rejects.toMatchObject({
      code: "SCHEMA_TOO_NEW",
      message: expect.stringContaining("Later4000000000000"),
      hint: expect.any(String),
    });
  });

  test("says which engine it is", () => {
    expect(database.description).toMatch(
      database.settings.databaseUrl === null ? /^SQLite 3\./u : /^PostgreSQL \d/u,
    );
  });
});

const isSqlite = (process.env.MITOS_TEST_DATABASE_URL ?? "") === "";

describe.runIf(isSqlite)("on SQLite", () => {
  test("readers cannot write", async () => {
    await expect(put(database.sql, "no")).rejects.toMatchObject({ code: "UNAVAILABLE" });
    expect(await names(database.sql)).toEqual([]);
  });

  test("another process's transaction is waited for, and both are kept", async () => {
    const file = path.join(database.settings.dataDirectory, "mitos.sqlite");
    const program = `
      const { DatabaseSync } = require("@photostructure/sqlite");
      const other = new DatabaseSync(process.argv[1]);
      other.exec("BEGIN IMMEDIATE; INSERT INTO property (name, value) VALUES ('theirs', '')");
      process.stdout.write("begun");
      setTimeout(() => { other.exec("COMMIT"); other.close(); }, 200);
    `;
    const other = spawn(process.execPath, ["-e", program, file], {
      cwd: path.resolve(import.meta.dirname, "../.."),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exited = once(other, "exit");
    await once(other.stdout, "data");
    await database.write((sql) => put(sql, "ours"));
    expect(await exited).toEqual([0, null]);
    expect(await names(database.sql)).toEqual(["ours", "theirs"]);
  });

  test("a lock that is not given up is UNAVAILABLE, and the writer works again afterwards", async () => {
    await database.dataSource.query("PRAGMA busy_timeout = 20");
    const other = new DatabaseSync(path.join(database.settings.dataDirectory, "mitos.sqlite"));
    other.exec("BEGIN IMMEDIATE");
    await expect(database.write((sql) => put(sql, "ours"))).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "Another process is writing to the database.",
    });
    other.exec("ROLLBACK");
    other.close();
    await database.write((sql) => put(sql, "ours"));
    expect(await names(database.sql)).toEqual(["ours"]);
  });

  test("a folder that cannot be made is UNAVAILABLE", async () => {
    const file = path.join(makeFolder(), "file");
    writeFileSync(file, "");
    const opened = openDatabase({ dataDirectory: path.join(file, "data"), databaseUrl: null });
    await expect(opened).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: expect.stringContaining(file),
    });
  });

  test("a file that is no database is UNAVAILABLE and stays as it is", async () => {
    const folder = path.join(makeFolder(), "data");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "mitos.sqlite"), "Dear diary, today I was not a database. ".repeat(30));
    const opened = openDatabase({ dataDirectory: folder, databaseUrl: null });
    await expect(opened).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "mitos.sqlite is no SQLite database.",
    });
  });
});

describe.runIf(!isSqlite)("on PostgreSQL", () => {
  test("several that open a new database at once all find its schema", async () => {
    const place = await makeDatabasePlace();
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(place.settings)));
    for (const each of opened) expect(await names(each.sql)).toEqual([]);
    for (const each of opened) await each.close();
    await place.remove();
  });

  test("two writers on one database take turns", async () => {
    const other = await openDatabase(database.settings);
    const add = async (sql: Sql): Promise<void> => {
      const row = await sql.first<{ value: string }>("SELECT value FROM property WHERE name = 'n'");
      await sleep(5);
      if (row === null) await put(sql, "n", "1");
      else await sql.all("UPDATE property SET value = ? WHERE name = 'n'", [String(Number(row.value) + 1)]);
    };
    await Promise.all([database, other, database, other, database].map((each) => each.write(add)));
    const row = await database.sql.first<{ value: string }>("SELECT value FROM property WHERE name = 'n'");
    expect(row?.value).toBe("5");
    await other.close();
  });

  test("a writer whose connection was cut works again afterwards", async () => {
    const cut = database.write(async (sql) => {
      await put(sql, "lost");
      const row = await sql.first<{ pid: number }>("SELECT pg_backend_pid() AS pid");
      await database.sql.all("SELECT pg_terminate_backend(?)", [row?.pid ?? 0]);
      await put(sql, "lost too");
    });
    await expect(cut).rejects.toMatchObject({ code: "UNAVAILABLE" });
    await database.write((sql) => put(sql, "kept"));
    expect(await names(database.sql)).toEqual(["kept"]);
  });

  test("a connection that was cut between two transactions is no trouble", async () => {
    const pid = await database.write((sql) => sql.first<{ pid: number }>("SELECT pg_backend_pid() AS pid"));
    await database.sql.all("SELECT pg_terminate_backend(?)", [pid?.pid ?? 0]);
    const isGone = async (): Promise<boolean> =>
      (await database.sql.first("SELECT 1 AS a FROM pg_stat_activity WHERE pid = ?", [pid?.pid ?? 0])) ===
      null;
    while (!(await isGone())) await sleep(5);
    await sleep(50);
    await database.write((sql) => put(sql, "kept"));
    expect(await names(database.sql)).toEqual(["kept"]);
  });

  test("a server that is not there is UNAVAILABLE", async () => {
    const opened = openDatabase({ dataDirectory: "", databaseUrl: "postgres://nobody@127.0.0.1:1/none" });
    await expect(opened).rejects.toMatchObject({
      code: "UNAVAILABLE",
      hint: "Is the server of MITOS_DATABASE_URL running?",
    });
  });
});
