import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import {
  buildSchema as parseSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLSchema,
} from "graphql";
import { expect, test } from "vitest";
import { buildSchema } from "../../src/schema/buildSchema.js";

const schema = buildSchema();
const RELEASED = new URL("../fixtures/released/schema.graphql", import.meta.url);

async function breakingChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<string[]> {
  const changes = await diff(before, after);
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}

/**
 * The released schema is a copy of schema.graphql as clients were promised it. Additions and deprecations pass. What
 * breaks clients does not: take it back, or release a version that may break them, with the copy made anew
 * (`cp schema.graphql tests/fixtures/released/schema.graphql`) and the changelog saying what to do.
 */
test("nothing that clients of the released schema use is broken", async () => {
  const released = parseSchema(readFileSync(RELEASED, "utf8"));
  expect(await breakingChanges(released, schema)).toEqual([]);
});

test("a field that goes, a type that changes and an argument that becomes required would be seen", async () => {
  const text = readFileSync(RELEASED, "utf8");
  const edits: [from: RegExp, to: string, message: RegExp][] = [
    [/^ {2}headline: String!$/mu, "  heading: String!", /removed/u],
    [/^ {2}wordCount: Int!$/mu, "  wordCount: String!", /changed (?:type )?from/u],
    [/^ {4}slug: String$/mu, "    slug: String!", /changed (?:type )?from/u],
    [/^ {2}SENTENCE$/mu, "  PHRASE", /removed/u],
  ];
  for (const [from, to, message] of edits) {
    expect(text).toMatch(from);
    const changed = parseSchema(text.replace(from, to));
    expect((await breakingChanges(parseSchema(text), changed)).join()).toMatch(message);
  }
});

test("every type, field, argument, value and input has a description in plain words", () => {
  const all: [place: string, description: string | null | undefined][] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || isScalarType(type)) continue;
    all.push([type.name, type.description]);
    if (isEnumType(type)) {
      for (const value of type.getValues()) all.push([`${type.name}.${value.name}`, value.description]);
    }
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        all.push([`${type.name}.${field.name}`, field.description]);
        const args = "args" in field ? field.args : [];
        for (const arg of args) all.push([`${type.name}.${field.name}(${arg.name})`, arg.description]);
      }
    }
  }
  expect(all.length).toBeGreaterThan(400);
  const bad = all.filter(([, text]) => text == null || !/^\P{Ll}.*[.:]$/su.test(text) || text.length > 250);
  expect(bad).toEqual([]);
});

test("every field of the issue's list is there", () => {
  const fields = (type: string): string[] => {
    const found = schema.getType(type);
    return isObjectType(found) || isInterfaceType(found) ? Object.keys(found.getFields()) : [];
  };
  expect(fields("Query")).toEqual(
    expect.arrayContaining([
      ..."node nodes article articles entity person place organization entities".split(" "),
      ..."mentions search suggest pair system sources".split(" "),
    ]),
  );
  expect(fields("Article")).toEqual(
    expect.arrayContaining(
      "paragraphs mentions entities related relatedLinks linkedFrom images infoSources".split(" "),
    ),
  );
  for (const type of ["Entity", "Person", "Organization", "Place", "Topic"]) {
    expect(fields(type)).toEqual(
      expect.arrayContaining("names articles mentions coMentions timeline".split(" ")),
    );
  }
  expect(fields("CoMentionEdge")).toContain("evidence");
});
