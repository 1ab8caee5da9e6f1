import { afterAll, beforeAll, expect, test } from "vitest";
import { columnsOf, insertRows } from "../../src/db/rows.js";
import { Article } from "../../src/entities/Article.js";
import { ArticleEntity } from "../../src/entities/ArticleEntity.js";
import { Property } from "../../src/entities/Property.js";
import { RelatedLink } from "../../src/entities/RelatedLink.js";
import { Section } from "../../src/entities/Section.js";
import { openTestDatabase, type TestDatabase } from "../fixtures/testDatabase.js";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const plain = (rows: readonly unknown[]): object[] => rows.map((row) => ({ ...(row as object) }));

test("texts come back as they went in", async () => {
  const texts = [
    "",
    " ",
    `'single' "double" \`back\``,
    "back\\slash \\n \\u0041",
    "tab\tline\nreturn\r\u2028\u2029",
    '{"json": [1, null]}',
    "null",
    "12",
    "?",
    "$1 %s",
    "Ο Βλαντίμιρ Πούτιν, ΰ",
    "😀👩‍👩‍👧 𝔘",
    "\u0001\u001f\u007f\ufeff",
    "a".repeat(200_000),
  ];
  const rows = texts.map((value, index) => ({ name: `text${String(index).padStart(2, "0")}`, value }));
  await database.write((sql) => insertRows(sql, Property, rows));
  const stored = await database.sql.all(
    `SELECT ${columnsOf(Property, "p")} FROM property p WHERE name LIKE 'text%' ORDER BY name`,
  );
  expect(plain(stored)).toEqual(rows);
});

test("numbers, booleans and nulls keep their kind", async () => {
  const row = {
    articleKey: 1,
    entityKey: 2,
    mentionCount: 3,
    salience: 0.1 + 0.2,
    isMain: true,
    parts: "[]",
    sortDate: -8_640_000_000_000_000,
  };
  const link = {
    articleKey: 1,
    position: 0,
    headline: "h",
    description: null,
    sectionName: null,
    byline: null,
    url: null,
    targetKey: 2 ** 52,
    matchScore: null,
  };
  await database.write(async (sql) => {
    await insertRows(sql, ArticleEntity, [row, { ...row, entityKey: 4, isMain: false, salience: 1e-17 }]);
    await insertRows(sql, RelatedLink, [link]);
  });
  const [first, second] = await database.sql.all<ArticleEntity>(
    `SELECT ${columnsOf(ArticleEntity, "x")} FROM article_entity x ORDER BY entity_key`,
  );
  expect({ ...first, isMain: Boolean(first?.isMain) }).toEqual(row);
  expect(Boolean(second?.isMain)).toBe(false);
  expect(second?.salience).toBe(1e-17);
  const stored = await database.sql.all(`SELECT ${columnsOf(RelatedLink, "l")} FROM related_link l`);
  expect(plain(stored)).toEqual([link]);
});

test("any number of rows travels in one statement of the same text", async () => {
  const texts: string[] = [];
  const end = database.observe((text) => texts.push(text));
  const rows = (count: number, prefix: string): object[] =>
    Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}`, value: "" }));
  await database.write((sql) => insertRows(sql, Property, rows(1, "one")));
  await database.write((sql) => insertRows(sql, Property, rows(3000, "many")));
  await database.write((sql) => insertRows(sql, Property, []));
  end();
  expect(texts).toHaveLength(2);
  expect(texts[0]).toBe(texts[1]);
  const row = await database.sql.first<{ n: number }>(
    "SELECT count(*) AS n FROM property WHERE name LIKE 'many%'",
  );
  expect(row?.n).toBe(3000);
});

test("a conflict does what is asked for, and RETURNING names the rows", async () => {
  const rows = await database.write(async (sql) => {
    const section = { id: "C1", name: "World", identity: "world", sourceKey: 0 };
    const [first] = await insertRows<{ key: number }>(sql, Section, [section], "", "key");
    const [again] = await insertRows<{ key: number; name: string }>(
      sql,
      Section,
      [{ ...section, name: "The world" }],
      "ON CONFLICT (id) DO UPDATE SET name = excluded.name",
      "key, name",
    );
    const ignored = await insertRows(sql, Section, [section], "ON CONFLICT DO NOTHING", "key");
    return { first, again, ignored };
  });
  expect(rows.again).toEqual(expect.objectContaining({ key: rows.first?.key, name: "The world" }));
  expect(rows.ignored).toEqual([]);
});

test("an unknown column or class is an error that names it", async () => {
  const insert = (table: abstract new () => object, row: object): Promise<unknown> =>
    database.write((sql) => insertRows(sql, table, [row]));
  await expect(insert(Article, { colour: "red" })).rejects.toThrow("Article has no column colour");
  await expect(insert(Date, { name: "x" })).rejects.toThrow("Date is no table");
});
