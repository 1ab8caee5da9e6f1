import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSchema } from "../../src/schema/buildSchema.js";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase(), {
    maxCost: 10_000_000,
    maxNodes: 10_000_000,
    maxTokens: 1_000_000,
    maxAliases: 1_000_000,
    maxDepth: 100,
    maxBodyBytes: 10_000_000,
  });
});
afterAll(() => server.close());

const schema = buildSchema();

/** Arguments that queries and fields of the sample archive need. */
const ARGUMENTS: Record<string, string> = {
  interval: "MONTH",
  fields: "[SOURCE, SECTION, LANGUAGE, AUTHOR, INFO_SOURCE, PERSON, ORGANIZATION, PLACE]",
  q: '"Putin China"',
  prefix: '"Put"',
  text: '"Ο Βλαντίμιρ Πούτιν είπε: «Θα δούμε τι θα γίνει»."',
  names: '["Πούτιν", "Moscow"]',
  ids: '["A1"]',
  a: '"vladimir-putin"',
  b: '"china"',
};
/** Arguments without which a query of the root finds nothing. */
const ROOT: Record<string, string> = {
  node: '(id: "ARTICLE")',
  ingestJob: '(id: "J1")',
  article: '(id: "ARTICLE")',
  entity: '(slug: "vladimir-putin")',
  person: '(slug: "vladimir-putin")',
  organization: '(slug: "nato")',
  place: '(slug: "moscow")',
  story: '(id: "STORY")',
};

/** A selection of every field of a type, `depth` levels deep. */
function everything(type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const parts = schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name} ${everything(each, depth)}`);
    // Fragments on several types may not ask one name for two shapes, so the fields have the type's name before them.
    return `{ __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).map((field) => selection(type.name, field, depth));
  return `{ __typename ${fields.join(" ")} }`;
}

function selection(owner: string, field: GraphQLField<unknown, unknown>, depth: number): string {
  const target = getNamedType(field.type);
  if (!isLeafType(target) && depth === 0) return "";
  const needed = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
  const given = needed.map(({ name }) => `${name}: ${ARGUMENTS[name] ?? "MISSING"}`);
  if (field.args.some(({ name }) => name === "first")) given.push("first: 2");
  const args = owner === "Query" ? (ROOT[field.name] ?? null) : null;
  const text = args ?? (given.length === 0 ? "" : `(${given.join(", ")})`);
  return `${owner}_${field.name}: ${field.name}${text} ${everything(target, depth - 1)}`;
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {});

test.for(roots)("every field that is reached from Query.$name answers", async (root) => {
  const { articles } = await server.query(
    "{articles(first: 1, filter: {isStub: false, hasStory: true}, order: [{field: INGESTED_AT}]) { nodes { id story { id } } }}",
  );
  const [{ id, story }] = articles.nodes;
  const query = `{ ${selection("Query", root, 4).replace("ARTICLE", id).replace("STORY", story.id)} }`;
  const { data, errors } = await server.ask(query);
  expect(errors).toEqual([]);
  expect(data[`Query_${root.name}`]).not.toBe(null);
});
