import { describe, expect, test } from "vitest";
import { readCursor, writeCursor } from "../../src/graph/cursor.js";
import { logLikelihood, npmi } from "../../src/graph/coMentions.js";
import { dateConditions } from "../../src/graph/dateRange.js";
import { localizedName } from "../../src/graph/localizedName.js";
import { highlight } from "../../src/schema/Highlight.js";

describe("npmi", () => {
  test("is 0 at chance, 1 for inseparable and −1 for strangers", () => {
    expect(npmi(10, 100, 100, 1000)).toBeCloseTo(0, 12);
    expect(npmi(50, 50, 50, 1000)).toBeCloseTo(1, 12);
    expect(npmi(0, 50, 50, 1000)).toBe(-1);
    expect(npmi(1000, 1000, 1000, 1000)).toBe(1);
  });

  test("equals ln(p(a,b) / p(a)p(b)) / −ln p(a,b) on a table by hand", () => {
    // p(a,b) = 0.04, p(a) = 0.1, p(b) = 0.2: ln 2 / ln 25
    expect(npmi(4, 10, 20, 100)).toBeCloseTo(Math.log(2) / Math.log(25), 12);
  });
});

describe("logLikelihood", () => {
  test("is 0 at chance and grows with the evidence", () => {
    expect(logLikelihood(10, 100, 100, 1000)).toBeCloseTo(0, 9);
    expect(logLikelihood(20, 100, 100, 1000)).toBeGreaterThan(10);
    expect(logLikelihood(40, 200, 200, 2000)).toBeCloseTo(2 * logLikelihood(20, 100, 100, 1000), 9);
  });

  test("equals G² of a table by hand", () => {
    // Observed 12 8 / 5 75 of 100; expected by the margins.
    const observed = [12, 8, 5, 75];
    const expected = [(20 * 17) / 100, (20 * 83) / 100, (80 * 17) / 100, (80 * 83) / 100];
    const sum = observed.reduce(
      (total, count, index) => total + count * Math.log(count / expected[index]!),
      0,
    );
    expect(logLikelihood(12, 20, 17, 100)).toBeCloseTo(2 * sum, 9);
  });
});

describe("dateConditions", () => {
  const now = Date.parse("2024-03-31T12:00:00Z");
  const start = (last: string): string => {
    const [condition] = dateConditions("t", { last }, now);
    return new Date(condition?.values[0] as number).toISOString();
  };

  test.for([
    ["P7D", "2024-03-24T12:00:00.000Z"],
    ["PT12H", "2024-03-31T00:00:00.000Z"],
    ["P2W", "2024-03-17T12:00:00.000Z"],
    // February has no 31st.
    ["P1M", "2024-02-29T12:00:00.000Z"],
    ["P1Y2M", "2023-01-31T12:00:00.000Z"],
    ["P1DT1M", "2024-03-30T11:59:00.000Z"],
  ] as const)("%s before now", ([last, wanted]) => {
    expect(start(last)).toBe(wanted);
  });

  test("a window longer than time itself bounds nothing, but keeps undated articles out", () => {
    const [condition] = dateConditions("t", { last: "P999999Y" }, now);
    expect(condition?.values[0]).toBeGreaterThan(-8_640_000_000_000_000);
    expect(condition?.values[0]).toBeLessThan(Date.parse("1000-01-01T00:00:00Z"));
  });

  test.for(["", "P", "7 days", "P-7D", "-P7D", "P7", "PT", "P0D", "p7d7", "P1X"])(
    "%s is no duration",
    (last) => {
      expect(() => dateConditions("t", { last }, now)).toThrow("is no ISO 8601 duration");
    },
  );
});

describe("cursors", () => {
  test("come back as they were written, for the same list only", () => {
    const values = [-8_640_000_000_000_000, 0.1 + 0.2, "ΠΑΣΟΚ", 7];
    const types = ["bigint", "real", "text", "integer"] as const;
    const cursor = writeCursor("list", values);
    expect(cursor).toMatch(/^[\w-]+$/u);
    expect(readCursor("list", types, cursor)).toEqual(values);
    expect(() => readCursor("another list", types, cursor)).toThrow("belongs to another list");
    expect(() => readCursor("list", ["integer", "real", "text", "integer"], cursor)).toThrow();
    expect(() => readCursor("list", types.slice(1), cursor)).toThrow();
  });
});

describe("localizedName", () => {
  const entity = { slug: "x", preferredNames: JSON.stringify({ el: "Ναντσάνγκ", ru: "Наньчан" }) };

  test("falls back from region to language, to any, and romanises where no name is in Latin", () => {
    expect(localizedName(entity, "el-GR")).toBe("Ναντσάνγκ");
    expect(localizedName(entity, "en")).toBe("Ναντσάνγκ");
    expect(localizedName(entity, "el", "Cyrl")).toBe("Наньчан");
    expect(localizedName(entity, null, "Latn")).toBe("Nantsangk");
    expect(localizedName({ slug: "nameless", preferredNames: "{}" }, "en")).toBe("nameless");
  });
});

describe("highlight", () => {
  const none = { entity: null };

  test("cuts a passage without an end around the first mark, never through a character", () => {
    const text = `${"😀".repeat(1000)}Nanping${"😀".repeat(1000)}`;
    const { fragment, ranges } = highlight("BODY", text, 0, text.length, [
      { start: 2000, end: 2007, ...none },
    ]);
    expect(fragment.length).toBeLessThanOrEqual(601);
    expect(fragment.isWellFormed()).toBe(true);
    expect(ranges).toHaveLength(1);
    expect(fragment.slice(ranges[0]!.start, ranges[0]!.end)).toBe("Nanping");
  });

  test("escapes text and marks, and leaves marks outside the passage out", () => {
    const text = `<i>"A" & 'B'</i> C`;
    const { html, ranges } = highlight("BODY", text, 0, 16, [
      { start: 4, end: 5, ...none },
      { start: 17, end: 18, ...none },
    ]);
    expect(html()).toBe("&#60;i&#62;&#34;<mark>A</mark>&#34; &#38; &#39;B&#39;&#60;/i&#62;");
    expect(ranges).toHaveLength(1);
  });
});
