import { readFileSync } from "node:fs";
import path from "node:path";
import type { ApolloServer } from "@apollo/server";
import { buildSchema, Kind, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.js";
import type { Context } from "../../src/schema/Context.js";
import { createApollo } from "../../src/server/createApollo.js";
import { contextFactory } from "../../src/server/createServer.js";
import { questionGroups } from "../../src/web/playground/questionGroups.js";
import { readsOnly } from "../../src/web/playground/readsOnly.js";
import { testTextAnnotator } from "../fixtures/testDatabase.js";
import { openSharedSample } from "./openSharedSample.js";
import { readQuestions, variablesOf } from "./readQuestions.js";

const questions = readQuestions();
const config = readConfig({});
const schema = buildSchema(readFileSync(path.resolve(import.meta.dirname, "../../schema.graphql"), "utf8"));

let apollo: ApolloServer<Context>;
let makeContext: () => Promise<Context>;

beforeAll(async () => {
  const database = await openSharedSample();
  makeContext = contextFactory(database, config, testTextAnnotator);
  apollo = createApollo(config);
});

afterAll(() => apollo.stop());

test("there are at least ten questions, some for each kind of user, each with its own name", () => {
  expect(questions.length).toBeGreaterThanOrEqual(10);
  expect(questionGroups(questions).map(({ name }) => name)).toEqual(["Mobile", "Web", "Analyst", "Operator"]);
  const distinct = (values: string[]) => expect(new Set(values).size).toBe(questions.length);
  distinct(questions.map(({ title }) => title));
  distinct(questions.map(({ query }) => operationName(query)));
});

describe.each(questions.map((question) => [question.id, question] as const))("%s", (_, question) => {
  test("has a title, a description and one named query that is valid", () => {
    expect(question.title).not.toBe("");
    expect(question.description).not.toBe("");
    expect(readsOnly(question.query)).toBe(true);
    expect(operationName(question.query)).toMatch(/^[A-Z]\w+$/u);
    expect(validate(schema, parse(question.query))).toEqual([]);
  });

  test("finds something in the sample archive", async () => {
    const { body } = await apollo.executeOperation(
      { query: question.query, variables: variablesOf(question) },
      { contextValue: await makeContext() },
    );
    if (body.kind !== "single") throw new Error("The answer came in parts.");
    expect(body.singleResult.errors).toBeUndefined();
    const data = JSON.parse(JSON.stringify(body.singleResult.data)) as Record<string, unknown>;
    expect(Object.keys(data)).not.toEqual([]);
    expect(emptyPlaces(data)).toEqual([]);
  });
});

function operationName(query: string): string {
  const [operation, ...more] = parse(query).definitions.filter(
    ({ kind }) => kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION || more.length > 0) throw new Error("Not one operation.");
  return operation.name?.value ?? "";
}

/** Paths of what was asked for and not found: null at the top, and empty lists, but for those within an item of a list. */
function emptyPlaces(data: Record<string, unknown>): string[] {
  const missing = Object.keys(data).filter((key) => data[key] === null);
  return [...missing, ...emptyLists(data, [])];
}

function emptyLists(value: unknown, at: string[]): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [at.join(".")] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => emptyLists(child, [...at, key]));
}
