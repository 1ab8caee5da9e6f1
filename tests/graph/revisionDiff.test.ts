import { expect, test } from "vitest";
import { revisionDiff, type RevisionText } from "../../src/graph/revisionDiff.js";

const texts = (...list: string[]): RevisionText[] =>
  list.map((text, index) => ({ part: index === 0 ? "HEADLINE" : "BODY", text }));

test("a text that changed is one change, a new one has no before, a lost one no after", () => {
  const before = texts(
    "Pier shut",
    "Divers found cracks in two pillars.",
    "The mayor was in Athens.",
    "Boats moor at the cargo dock.",
  );
  const after = texts(
    "Pier shut for weeks",
    "Divers found cracks in three pillars.",
    "Boats moor at the cargo dock.",
    "Work begins on Monday.",
  );
  expect(revisionDiff(before, after)).toEqual([
    { part: "HEADLINE", before: "Pier shut", after: "Pier shut for weeks" },
    {
      part: "BODY",
      before: "Divers found cracks in two pillars.",
      after: "Divers found cracks in three pillars.",
    },
    { part: "BODY", before: "The mayor was in Athens.", after: "" },
    { part: "BODY", before: "", after: "Work begins on Monday." },
  ]);
  expect(revisionDiff(before, before)).toEqual([]);
  expect(revisionDiff([], after)).toHaveLength(4);
});

test("a paragraph in place of another is its change, a lead is no change of a paragraph", () => {
  expect(revisionDiff(texts("A", "First words."), texts("A", "Quite another thing."))).toEqual([
    { part: "BODY", before: "First words.", after: "Quite another thing." },
  ]);
  expect(
    revisionDiff(
      [{ part: "LEAD", text: "The pier is shut." }],
      [{ part: "BODY", text: "The pier is shut." }],
    ),
  ).toEqual([
    { part: "BODY", before: "", after: "The pier is shut." },
    { part: "LEAD", before: "The pier is shut.", after: "" },
  ]);
});

test("the changes applied to one version give the other, whatever they are", () => {
  let state = 11;
  const random = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  const words = "pier boat mayor strike dock water light month union wage crane ship".split(" ");
  const sentence = (): string => Array.from({ length: 4 }, () => words[random(words.length)]).join(" ");
  for (let round = 0; round < 200; round++) {
    const before = texts("head", ...Array.from({ length: random(7) }, sentence));
    const after = before.flatMap((each): RevisionText[] => {
      const choice = random(5);
      if (choice === 0) return [];
      if (choice === 1) return [each, { part: "BODY", text: sentence() }];
      if (choice === 2) return [{ ...each, text: `${each.text} ${words[random(words.length)]}` }];
      return [each];
    });
    const changes = revisionDiff(before, after);
    const count = (list: readonly RevisionText[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const { part, text } of list)
        counts.set(`${part} ${text}`, (counts.get(`${part} ${text}`) ?? 0) + 1);
      return counts;
    };
    const applied = count(before);
    for (const { part, before: gone, after: come } of changes) {
      if (gone !== "") applied.set(`${part} ${gone}`, (applied.get(`${part} ${gone}`) ?? 0) - 1);
      if (come !== "") applied.set(`${part} ${come}`, (applied.get(`${part} ${come}`) ?? 0) + 1);
    }
    expect(new Map([...applied].filter(([, number]) => number !== 0))).toEqual(count(after));
  }
});
