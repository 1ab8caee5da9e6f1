import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../fixtures/testDatabase.js";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe("the few differences between SQLite and PostgreSQL", () => {
  test("anyOf matches each value of a list, none of an empty one", async () => {
    const { sql } = database;
    const chosen = async (list: (string | number)[]): Promise<unknown[]> => {
      const text = `SELECT v.p0 AS n FROM ${sql.numbers(1)} v WHERE ${sql.anyOf("v.p0")} ORDER BY n`;
      return (await sql.all<{ n: number }>(text, ["[[1],[2],[3]]", { list }])).map(({ n }) => n);
    };
    expect(await chosen([3, 1, 7])).toEqual([1, 3]);
    expect(await chosen([])).toEqual([]);
  });

  test("anyOf compares texts as they are, whatever is in them", async () => {
    const { sql } = database;
    const odd = [`"quoted"`, "back\\slash", "{a,b}", "NULL", "Πούτιν, Σι", "😀", ""];
    await database.write(async (write) => {
      for (const [index, value] of odd.entries()) {
        await write.all("INSERT INTO property (name, value) VALUES (?, ?)", [`odd${index}`, value]);
      }
    });
    const found = async (list: string[]): Promise<string[]> => {
      const text = `SELECT value FROM property WHERE name LIKE 'odd%' AND ${sql.anyOf("value")} ORDER BY name`;
      return (await sql.all<{ value: string }>(text, [{ list }])).map(({ value }) => value);
    };
    expect(await found(odd)).toEqual(odd);
    expect(await found(["back", "quoted", "null"])).toEqual([]);
  });

  test("floorDivide rounds down on both sides of 1970", async () => {
    const { sql } = database;
    const text = `SELECT v.p0 AS n, ${sql.floorDivide("v.p0", 1000)} AS s FROM ${sql.numbers(1)} v ORDER BY n`;
    const rows = await sql.all<{ n: number; s: number }>(text, ["[[-1001],[-1000],[-1],[0],[999],[1000]]"]);
    expect(rows.map(({ s }) => s)).toEqual([-2, -1, -1, 0, 0, 1]);
    expect(rows.every(({ s }) => Number.isInteger(s))).toBe(true);
  });

  test("numbers is a table of the parameter's rows with their index", async () => {
    const { sql } = database;
    const time = -8_640_000_000_000_000;
    const text = `SELECT v.i, v.p0, v.p1 FROM ${sql.numbers(2)} v ORDER BY v.i`;
    const rows = await sql.all<Record<string, number>>(text, [
      JSON.stringify([
        [5, time],
        [4, 2 ** 52],
      ]),
    ]);
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { i: 0, p0: 5, p1: time },
      { i: 1, p0: 4, p1: 2 ** 52 },
    ]);
    expect(await sql.all(text, ["[]"])).toEqual([]);
  });

  test("greatest is the larger of two expressions of a row", async () => {
    const { sql } = database;
    const row = await sql.first<{ n: number }>(
      `SELECT ${sql.greatest("v.p0", "v.p1")} AS n FROM ${sql.numbers(2)} v`,
      ["[[3, 8]]"],
    );
    expect(row?.n).toBe(8);
  });

  test("statements that change rows return those of RETURNING, and none without it", async () => {
    const rows = await database.write(async (write) => [
      await write.all("INSERT INTO property (name, value) VALUES (?, ?) RETURNING name", ["r", "1"]),
      await write.all("UPDATE property SET value = ? WHERE name = ? RETURNING value", ["2", "r"]),
      await write.all("UPDATE property SET value = ? WHERE name = ?", ["3", "r"]),
      await write.all("DELETE FROM property WHERE name = ? RETURNING value", ["r"]),
      await write.all("DELETE FROM property WHERE name = ?", ["r"]),
    ]);
    expect(rows.map((each) => each.map((row) => ({ ...(row as object) })))).toEqual([
      [{ name: "r" }],
      [{ value: "2" }],
      [],
      [{ value: "3" }],
      [],
    ]);
  });

  test("first is null where there is no row", async () => {
    expect(await database.sql.first("SELECT name FROM property WHERE name = ?", ["none"])).toBeNull();
  });

  test("a fault in a statement is thrown as the engine says it", async () => {
    await expect(database.sql.all("SELECT 1 FROM nowhere")).rejects.toThrow(/nowhere/u);
  });

  test("an observer sees the statements until it ends", async () => {
    const seen: string[] = [];
    const end = database.observe((text) => seen.push(text));
    await database.sql.all("SELECT 1 AS a");
    await database.write((write) => write.all("SELECT 2 AS b"));
    end();
    await database.sql.all("SELECT 3 AS c");
    expect(seen).toEqual(["SELECT 1 AS a", "SELECT 2 AS b"]);
  });
});
