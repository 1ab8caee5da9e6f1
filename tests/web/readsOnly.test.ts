import { expect, test } from "vitest";
import { readsOnly } from "../../src/web/playground/readsOnly.js";

test("only queries run without being asked to", () => {
  expect(readsOnly("{ a }")).toBe(true);
  expect(readsOnly("query A { ...F } fragment F on Query { a } query B { b }")).toBe(true);
  expect(readsOnly("query A { a } mutation B { b }")).toBe(false);
  expect(readsOnly("subscription { a }")).toBe(false);
  expect(readsOnly("{ a ")).toBe(false);
});
