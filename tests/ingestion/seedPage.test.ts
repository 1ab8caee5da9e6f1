import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "../../src/ingestion/Page.js";
import { ingestInto, openKnowledgeDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { readFilePage } from "./readPage.js";

/** The page that Mitos was first built for lies beside the repository, not in it: it is somebody's text. */
const seeds = path.resolve(import.meta.dirname, "../../../shared/seeds");
const file = existsSync(seeds)
  ? path.join(seeds, readdirSync(seeds).find((name) => name.endsWith(".txt")) ?? "")
  : null;

describe.skipIf(file === null)("the seed page (skipped where ../shared/seeds is missing)", () => {
  let page: Page;
  let lines: string[];
  let database: TestDatabase;

  beforeAll(async () => {
    page = readFilePage(file ?? "");
    lines = readFileSync(file ?? "", "utf8")
      .split(/\r?\n/u)
      .map((line) => line.replace(/\s+/gu, " ").trim())
      .filter((line) => line !== "");
    database = await openKnowledgeDatabase();
    await ingestInto(database, [file ?? ""]);
  });
  afterAll(() => database.close());

  test("headline, second headline without share words, caption and its credit", () => {
    expect(page.headline).toBe(lines[0]);
    expect(page.alternativeHeadlines).toHaveLength(1);
    expect(lines[1]).toBe(`${page.alternativeHeadlines[0]} Facebook Twitter`);
    expect(page.images).toHaveLength(1);
    expect(page.images[0]).toMatchObject({ url: null, creditText: "Getty Images" });
    expect(lines[2]).toBe(`${page.images[0]?.caption} - Φωτ.: Getty Images.`);
    expect(page.commentCount).toBe(0);
  });

  test("lead and body are the lines between the count and the credits line, and nothing else", () => {
    const credits = lines.findIndex((line) => line.startsWith("Με πληροφορίες από"));
    expect(lines[3]).toBe("0");
    expect([page.lead, ...page.paragraphs]).toEqual(lines.slice(4, credits));
    expect(page.paragraphs.length).toBeGreaterThan(4);
  });

  test("agencies, section, no date, no byline", () => {
    expect(page.infoSources.map(({ name, role }) => [name, role])).toEqual([
      ["Getty Images", "PHOTO"],
      ["ΑΠΕ-ΜΠΕ", "ORIGINATOR"],
      ["Reuters", "ORIGINATOR"],
    ]);
    expect(page).toMatchObject({ section: "Διεθνή", datePublished: null, dateModified: null, byline: null });
  });

  test("seven teasers with headline, section, lead and byline", () => {
    expect(page.relatedLinks).toHaveLength(7);
    for (const { headline, alternativeHeadline, sectionName, description, byline } of page.relatedLinks) {
      const at = lines.indexOf(headline);
      expect(lines.slice(at, at + 4)).toEqual([
        headline,
        `${sectionName} / ${alternativeHeadline ?? headline}`,
        description,
        byline,
      ]);
      expect(sectionName).toBe("Διεθνή");
      expect(byline).toMatch(/ NEWSROOM$/u);
    }
    expect(page.relatedLinks.filter(({ alternativeHeadline }) => alternativeHeadline !== null)).toHaveLength(
      1,
    );
  });

  test("is stored as one article and seven stubs", async () => {
    const rows = await database.sql.all<{
      stub: boolean | number;
      section: string;
      precision: string;
      date: number | null;
    }>(
      `SELECT a.is_stub AS stub, c.name AS section, a.date_published AS date, a.date_published_precision AS precision
       FROM article a JOIN section c ON c.key = a.section_key ORDER BY a.key`,
    );
    expect(rows.map(({ stub }) => Boolean(stub))).toEqual([false, ...Array.from({ length: 7 }, () => true)]);
    for (const row of rows)
      expect(row).toMatchObject({ section: "Διεθνή", date: null, precision: "UNKNOWN" });
  });

  test("the names of the teasers are mentions of the stubs alone", async () => {
    const mentioned = async (isStub: boolean): Promise<Set<string>> => {
      const rows = await database.sql.all<{ names: string }>(
        `SELECT DISTINCT e.preferred_names AS names FROM mention m JOIN entity e ON e.key = m.entity_key
         JOIN article a ON a.key = m.article_key WHERE a.is_stub = ?`,
        [isStub],
      );
      return new Set(rows.map(({ names }) => (JSON.parse(names) as { el: string }).el));
    };
    const [page, stubs] = [await mentioned(false), await mentioned(true)];
    for (const name of ["Ντόναλντ Τραμπ", "Βολοντίμιρ Ζελένσκι"]) {
      expect(stubs, name).toContain(name);
      expect(page, name).not.toContain(name);
    }
    for (const name of ["Βλαντίμιρ Πούτιν", "Σι Τζινπίνγκ", "Νικολάι Πατρούσεφ", "Γιανγκ Γιετσί"]) {
      expect(page, name).toContain(name);
      expect(stubs, name).not.toContain(name);
    }
    const parts = await database.sql.all<{ part: string; stub: boolean | number }>(
      "SELECT DISTINCT m.part, a.is_stub AS stub FROM mention m JOIN article a ON a.key = m.article_key",
    );
    const partsOf = (isStub: boolean): string[] =>
      parts
        .filter(({ stub }) => Boolean(stub) === isStub)
        .map(({ part }) => part)
        .sort();
    expect(partsOf(false)).toEqual(["BODY", "CAPTION", "HEADLINE", "LEAD"]);
    expect(partsOf(true)).toEqual(["HEADLINE", "TEASER"]);
  });
});
