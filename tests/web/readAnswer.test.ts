import { expect, test } from "vitest";
import { readAnswer } from "../../src/web/playground/readAnswer.js";

test("reads lists, cost and errors of an answer", () => {
  const answer = readAnswer(
    JSON.stringify({
      data: { list: [{ id: "1" }], other: null },
      errors: [{ message: "No such page.", path: ["other"] }],
      extensions: { cost: { cost: 1234, maxCost: 20000, nodes: 10, maxNodes: 10000 } },
    }),
  );
  expect(answer?.tables.map(({ name, rows }) => [name, rows])).toEqual([["list", [["1"]]]]);
  expect(answer?.cost).toBe("cost 1,234 of 20,000 · items 10 of 10,000");
  expect(answer?.errors).toEqual(["No such page."]);
});

test("what the server does not say is not made up", () => {
  expect(readAnswer('{"data": {"a": 1}}')).toEqual({ tables: [], cost: null, errors: [] });
  expect(readAnswer('{"extensions": {"cost": {"cost": 3}}}')?.cost).toBe("cost 3");
  expect(readAnswer('{"extensions": {"cost": {}}}')?.cost).toBeNull();
});

test("an empty pane, a message of the browser or half an answer is no answer", () => {
  for (const text of ["", "Failed to fetch", '{"data": {', "[]", "null", "3"])
    expect(readAnswer(text)).toBeNull();
});
