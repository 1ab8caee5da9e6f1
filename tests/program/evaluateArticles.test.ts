import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../fixtures/testDatabase.js";
import { runMitos } from "./builtProgram.js";

const env = { MITOS_DATA: makeFolder(), MITOS_DATABASE_URL: "" };

function fileOf(name: string, lines: readonly unknown[]): string {
  const file = path.join(makeFolder(), name);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return file;
}

const fire = {
  title: "Wildfire near Volos",
  text: "Firefighters from Volos fought a wildfire.",
  date: "2026-07-01",
};
const budget = {
  title: "Lisbon passes budget",
  text: "Deputies in Lisbon passed the budget.",
  date: "2026-03-01",
};
const stories = fileOf("stories.jsonl", [
  { id: 1, ...fire, cluster: "fire" },
  { id: 2, ...fire, title: "Volos wildfire spreads", cluster: "fire" },
  { id: 3, ...budget, cluster: "budget" },
  { id: 4, ...budget, title: "Budget passed in Lisbon", cluster: "budget" },
]);
const pairs = fileOf("pairs.jsonl", [
  { a: fire, b: { ...fire, title: "Volos wildfire spreads" }, score: 4 },
  { a: fire, b: budget, score: 1 },
]);

test("evaluate measures stories, related articles and similarity, as text and as JSON", async () => {
  const files = ["--stories", stories, "--related", stories, "--similarity", pairs];
  const text = await runMitos(["evaluate", ...files], env);
  expect(text.code).toBe(0);
  expect(text.stdout).toContain("4 articles (0 without a date) in 2 clusters");
  expect(text.stdout).toMatch(/looked over +BCubed precision 1\.0000 {2}recall 1\.0000 {2}F1 1\.0000/u);
  expect(text.stdout).toContain("precision@1 1.0000  MAP 1.0000");
  expect(text.stdout).toMatch(/en +2 pairs {2}Pearson 1\.0000/u);
  const json = await runMitos(["evaluate", "--json", ...files], env);
  expect(JSON.parse(json.stdout)).toMatchObject([
    { measure: "stories", settled: { f1: 1, items: 4 }, settings: { limits: {}, evidence: {} } },
    { measure: "related", precisionAtOne: 1, queries: 4 },
    { measure: "similarity", scores: [{ languages: "all", pairs: 2 }, { languages: "en" }] },
  ]);
});

test("what does not fit is refused with file and line", async () => {
  const bad = fileOf("bad.jsonl", [{ title: "x", cluster: 1 }, { title: "y" }]);
  const refused = await runMitos(["evaluate", "--stories", bad], env);
  expect(refused).toMatchObject({ code: 64, stderr: expect.stringContaining(`${bad}:2: no cluster.`) });
  expect((await runMitos(["evaluate"], env)).code).toBe(64);
  expect((await runMitos(["evaluate", "a.conll", "--stories", stories], env)).code).toBe(64);
  expect((await runMitos(["evaluate", "--stories", path.join(makeFolder(), "none.jsonl")], env)).code).toBe(
    66,
  );
});
