import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

async function slugOf(field: string, args: Record<string, string>): Promise<string | null> {
  const [[name, value] = ["", ""]] = Object.entries(args);
  const type = name === "id" ? "ID" : "String";
  const data = await server.query(`query ($value: ${type}) { ${field}(${name}: $value) { slug } }`, {
    value,
  });
  return data[field]?.slug ?? null;
}

const spellings: [field: string, slug: string, names: string[]][] = [
  [
    "person",
    "vladimir-putin",
    [
      "Vladimir Putin",
      "putin",
      "PUTIN",
      "Poutin",
      "Πούτιν",
      "πουτιν",
      "ΠΟΥΤΙΝ",
      "Βλαντίμιρ Πούτιν",
      "Βλαδίμηρου Πούτιν",
      "Путин",
      "Путина",
      "Путину",
      "Владимиром Путиным",
      "  vladimir   putin ",
    ],
  ],
  ["person", "nikolai-patrushev", ["Patrushev", "Πατρούσεφ", "Patrousef", "Patroushev", "Патрушева"]],
  [
    "person",
    "kyriakos-mitsotakis",
    ["Μητσοτάκης", "Μητσοτάκη", "ΜΗΤΣΟΤΑΚΗ", "Κυριάκου Μητσοτάκη", "Mitsotakis"],
  ],
  ["place", "china", ["Κίνα", "Κίνας", "την Κίνα".slice(4), "China", "Китай", "Китая", "Китаем"]],
  ["place", "moscow", ["Μόσχα", "Μόσχας", "ΜΟΣΧΑΣ", "Moscow", "Москва", "Москвы", "Москве"]],
  ["place", "greece", ["Ελλάδα", "Ελλάδας", "Greece", "Греции"]],
  ["organization", "nato", ["NATO", "nato", "ΝΑΤΟ", "НАТО"]],
  ["entity", "ukraine", ["Ουκρανίας", "Ukraine", "Украины"]],
];

describe.for(spellings)("%s %s", ([field, slug, names]) => {
  test.for(names)("by the name %s", async (name) => {
    expect(await slugOf(field, { name })).toBe(slug);
  });

  test("by slug and ID", async () => {
    expect(await slugOf(field, { slug })).toBe(slug);
    const data = await server.query(`query ($slug: String) { ${field}(slug: $slug) { id } }`, { slug });
    expect(await slugOf(field, { id: data[field].id })).toBe(slug);
  });
});

test("an entity of another kind, and what nobody is called, are null", async () => {
  expect(await slugOf("person", { slug: "china" })).toBe(null);
  expect(await slugOf("place", { name: "Πούτιν" })).toBe(null);
  expect(await slugOf("organization", { id: "P00000000000" })).toBe(null);
  for (const name of ["Nobody Atall", "", " ", "!?", "court", "fire"])
    expect(await slugOf("entity", { name })).toBe(null);
});

test("none or two of id, slug and name are refused", async () => {
  for (const args of ["", '(slug: "china", name: "China")', '(id: "L1", slug: "china")']) {
    const error = await server.refusal(`{place${args} { id }}`);
    expect(error).toMatchObject({
      message: "Give exactly one of id, slug and name.",
      path: ["place"],
      extensions: { code: "BAD_INPUT" },
    });
  }
});

test("a name that fits several is null with AMBIGUOUS_NAME and the candidates, best first", async () => {
  const { data, errors } = await server.ask('{person(name: "Κλίντον") { id } system { version }}');
  expect(data).toMatchObject({ person: null, system: { version: expect.any(String) } });
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({
    message: '"Κλίντον" fits 2 entities.',
    path: ["person"],
    extensions: { code: "AMBIGUOUS_NAME", hint: "Ask for one of the candidates by its id." },
  });
  const candidates = errors[0]?.extensions?.candidates as {
    id: string;
    slug: string;
    kind: string;
    score: number;
  }[];
  expect(candidates.map(({ slug }) => slug).sort()).toEqual(["bill-clinton", "hillary-clinton"]);
  expect(candidates.map(({ score }) => score)).toEqual(
    candidates.map(({ score }) => score).sort((a, b) => b - a),
  );
  for (const { id, slug } of candidates) expect(await slugOf("person", { id })).toBe(slug);
});

test("names come in the wanted language and script", async () => {
  const { person } = await server.query(`{person(slug: "vladimir-putin") {
    name el: name(lang: "el") cyprus: name(lang: "el-CY") ru: name(lang: "ru") klingon: name(lang: "tlh")
    latin: name(lang: "el", script: "Latn") greek: name(script: "Grek")
    familyName el2: familyName(lang: "el")
    names(kinds: [INFLECTED], languages: ["ru"]) { value kind language }
  }}`);
  expect(person).toMatchObject({
    name: "Vladimir Putin",
    el: "Βλαντίμιρ Πούτιν",
    cyprus: "Βλαντίμιρ Πούτιν",
    ru: "Владимир Путин",
    klingon: "Vladimir Putin",
    latin: "Vladimir Putin",
    greek: "Βλαντίμιρ Πούτιν",
    familyName: "Putin",
    el2: "Πούτιν",
  });
  expect(person.names.length).toBeGreaterThan(2);
  for (const name of person.names) expect(name).toMatchObject({ kind: "INFLECTED", language: "ru" });
});

test("EntityFilter.q finds by any name, alone and with other conditions", async () => {
  const { entities, places } = await server.query(`{
    entities(filter: {q: "ΚΛΙΝΤΟΝ"}) { nodes { slug } }
    places: entities(filter: {q: "Κλίντον", kinds: [PLACE]}) { nodes { slug } }
  }`);
  expect(entities.nodes.map(({ slug }: { slug: string }) => slug).sort()).toEqual([
    "bill-clinton",
    "hillary-clinton",
  ]);
  expect(places.nodes).toEqual([]);
});

const suggestions: [prefix: string, slug: string][] = [
  ["put", "vladimir-putin"],
  ["Πούτ", "vladimir-putin"],
  ["ΠΟΥΤ", "vladimir-putin"],
  ["Πут".replace("Π", "П"), "vladimir-putin"],
  ["poutin", "vladimir-putin"],
  ["Μητσο", "kyriakos-mitsotakis"],
  ["beij", "beijing"],
];

test.for(suggestions)("suggest completes %s", async ([prefix, slug]) => {
  const { suggest } = await server.query(
    'query ($prefix: String!) { suggest(prefix: $prefix, first: 3, lang: "el") { text matchedName score entity { slug name(lang: "el") } } }',
    { prefix },
  );
  const hit = suggest.find(({ entity }: { entity: { slug: string } }) => entity.slug === slug);
  expect(hit).toMatchObject({ text: hit.entity.name, matchedName: expect.any(String) });
  expect(hit.score).toBeGreaterThan(0);
  expect(hit.score).toBeLessThanOrEqual(1);
});

test("suggest shows the name that was typed, keeps to the kinds, and says nothing to nothing", async () => {
  const { greek, people, nothing, few } = await server.query(`{
    greek: suggest(prefix: "ρωσ", types: [PLACE], first: 1) { matchedName entity { slug } }
    people: suggest(prefix: "a", types: [PERSON], first: 50) { entity { kind } }
    nothing: suggest(prefix: " ") { text }
    few: suggest(prefix: "m", first: 2) { text }
  }`);
  expect(greek).toEqual([{ matchedName: expect.stringMatching(/^Ρωσ/u), entity: { slug: "russia" } }]);
  expect(people.length).toBeGreaterThan(5);
  expect(people.every(({ entity }: { entity: { kind: string } }) => entity.kind === "PERSON")).toBe(true);
  expect(nothing).toEqual([]);
  expect(few).toHaveLength(2);
});
