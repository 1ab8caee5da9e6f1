import { expect, test } from "vitest";
import { resultTables } from "../../src/web/playground/resultTables.js";

test("makes a table of a connection's nodes, nested things as columns", () => {
  const data = {
    articles: {
      totalCount: { value: 2 },
      nodes: [
        { headline: "A", source: { name: "Wire" }, wordCount: 3 },
        { headline: "B", source: null, wordCount: 4 },
      ],
    },
  };
  expect(resultTables(data)).toEqual([
    {
      name: "articles",
      columns: ["headline", "source.name", "wordCount"],
      rows: [
        ["A", "Wire", 3],
        ["B", null, 4],
      ],
    },
  ]);
});

test("puts what an edge says beside its node, without the cursor", () => {
  const edges = [{ cursor: "x", score: 0.5, count: 2, node: { slug: "a", count: 9 } }];
  expect(resultTables({ person: { articles: { edges } } })).toEqual([
    { name: "person.articles", columns: ["slug", "count", "score", "edge.count"], rows: [["a", 9, 0.5, 2]] },
  ]);
});

test("finds each outermost list; lists inside become one cell of names", () => {
  const data = {
    a: { people: [{ name: "X" }], empty: { nodes: [] } },
    b: {
      nodes: [
        { id: "1", languages: ["el", "en"], entities: { nodes: [{ id: "7", name: "Y" }, { name: "Z" }] } },
      ],
    },
  };
  expect(resultTables(data)).toEqual([
    { name: "a.people", columns: ["name"], rows: [["X"]] },
    { name: "b", columns: ["id", "languages", "entities"], rows: [["1", "el, en", "Y; Z"]] },
  ]);
});

test("a nested thing is called by its own best name, else by that of what is in it", () => {
  const list = [
    {
      links: [{ url: "https://outlet.example/a", headline: "A", source: { name: "Wire" } }],
      evidence: [{ id: "9", passage: { fragment: "One sentence." }, article: { headline: "B" } }],
    },
  ];
  expect(resultTables({ list })[0]?.rows).toEqual([["A", "One sentence."]]);
});

test("says all of a nested thing that has no name", () => {
  const data = { list: [{ ranges: [{ start: 1, end: 4 }] }] };
  expect(resultTables(data)).toEqual([{ name: "list", columns: ["ranges"], rows: [["1 4"]] }]);
});

test("has no table for an answer without lists of things", () => {
  for (const data of [null, {}, { system: { version: "1", languages: ["el"] } }, { article: null }])
    expect(resultTables(data)).toEqual([]);
});
