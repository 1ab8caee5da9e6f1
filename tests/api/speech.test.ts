import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSampleDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;
let database: Pick<TestDatabase, "sql">;

beforeAll(async () => {
  const sample = await openSampleDatabase();
  database = sample;
  server = await startTestServer(sample, { maxCost: 1_000_000, maxNodes: 1_000_000 });
});
afterAll(() => server.close());

const PAGE = "totalCount { value } pageInfo { hasNextPage endCursor }";

describe("quotations", () => {
  test("stand in the text where their position says", async () => {
    const { quotations } = await server.query(`{ quotations(first: 100) { totalCount { value } nodes {
      text part position { start end } article { articleBody }
    } } }`);
    expect(quotations.totalCount.value).toBe(quotations.nodes.length);
    expect(quotations.nodes.length).toBeGreaterThan(10);
    const inBody = quotations.nodes.filter(
      ({ part }: { part: string }) => part === "BODY" || part === "LEAD",
    );
    expect(inBody.length).toBeGreaterThan(5);
    for (const { text, position, article } of inBody) {
      expect(article.articleBody.slice(position.start, position.end)).toBe(text);
    }
  });

  test("of the articles and of the speakers are those of the archive", async () => {
    const { quotations } = await server.query(
      `{ quotations(first: 100) { ${PAGE} nodes { id speaker { id } article { id } } } }`,
    );
    const nodes: { id: string; speaker: { id: string } | null; article: { id: string } }[] = quotations.nodes;
    expect(quotations.totalCount.value).toBe(nodes.length);
    const groups = (key: (node: (typeof nodes)[number]) => string | null): Map<string, string[]> => {
      const found = new Map<string, string[]>();
      for (const node of nodes) {
        const name = key(node);
        if (name !== null) found.set(name, [...(found.get(name) ?? []), node.id]);
      }
      return found;
    };
    const listed = async (ids: string[]): Promise<Map<string, string[]>> => {
      const data = await server.query(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Article { quotations(first: 100) { ${PAGE} nodes { id } } }
          ... on Entity { quotations(first: 100) { ${PAGE} nodes { id } } } } }`,
        { ids },
      );
      return new Map(
        data.nodes.map(({ id, quotations: own }: { id: string; quotations: typeof quotations }) => {
          expect(own.totalCount.value).toBe(own.nodes.length);
          return [id, own.nodes.map((node: { id: string }) => node.id).sort()];
        }),
      );
    };
    for (const wanted of [
      groups(({ article }) => article.id),
      groups(({ speaker }) => speaker?.id ?? null),
    ]) {
      expect(wanted.size).toBeGreaterThan(3);
      const found = await listed([...wanted.keys()]);
      for (const [id, ids] of wanted) expect(found.get(id)).toEqual(ids.sort());
    }
  });

  test("are found by speaker, by whom they name, by words in another case, by source and time", async () => {
    const ids = async (filter: string): Promise<string[]> => {
      const { quotations } = await server.query(
        `{ quotations(first: 100, filter: ${filter}) { ${PAGE} nodes { text speaker { slug } } } }`,
      );
      expect(quotations.totalCount.value).toBe(quotations.nodes.length);
      return quotations.nodes.map(({ text }: { text: string }) => text);
    };
    const said = await ids('{speakers: ["panagiotis-kotronis"]}');
    expect(said).toContain("Μας υποσχέθηκαν νερό και μας έφεραν εργολάβους");
    expect(said).toContain("We were promised water and they brought us contractors");
    expect(await ids('{speakers: ["panagiotis-kotronis"], q: "εργολάβων"}')).toEqual(
      said.filter((text) => text.includes("εργολάβους")),
    );
    expect(await ids('{speakers: ["panagiotis-kotronis"], published: {to: "2020-01-01T00:00:00Z"}}')).toEqual(
      [],
    );
    expect(await ids('{speakers: ["panagiotis-kotronis"], sources: ["meridian-post"]}')).toEqual([
      "We were promised water and they brought us contractors",
    ]);
    expect(await ids("{direct: false}")).toEqual([]);
  });

  test("that are printed in several papers name them all", async () => {
    const { person } =
      await server.query(`{ person(slug: "panagiotis-kotronis") { quotations(first: 20) { nodes {
      text reportedBy { slug } article { source { slug } }
    } } } }`);
    const same = person.quotations.nodes.filter(({ text }: { text: string }) =>
      text.startsWith("Μας υποσχέθηκαν"),
    );
    const papers = same.map(({ article }: { article: { source: { slug: string } } }) => article.source.slug);
    for (const { reportedBy } of same) {
      expect(new Set(reportedBy.map(({ slug }: { slug: string }) => slug))).toEqual(new Set(papers));
    }
  });

  test("can be asked for again by their ID", async () => {
    const { quotations } = await server.query("{ quotations(first: 3) { nodes { id text } } }");
    for (const quotation of quotations.nodes) {
      const { node } = await server.query(
        "query ($id: ID!) { node(id: $id) { ... on Quotation { id text } } }",
        {
          id: quotation.id,
        },
      );
      expect(node).toEqual(quotation);
    }
  });
});

describe("roles", () => {
  test("count the articles of their evidence and span its dates", async () => {
    const { entities } =
      await server.query(`{ entities(first: 60, filter: {kinds: [PERSON]}) { nodes { ... on Person {
      name roles(first: 15) { ${PAGE} nodes { id title normalizedTitle articleCount firstSeen lastSeen organization { name }
        evidence(first: 60) { ${PAGE} nodes { passage { fragment } article { id datePublished } } } } } } } } }`);
    let seen = 0;
    for (const { roles } of entities.nodes) {
      expect(roles.totalCount.value).toBeGreaterThanOrEqual(roles.nodes.length);
      for (const role of roles.nodes) {
        seen++;
        const rows: {
          article: { id: string; datePublished: string | null };
          passage: { fragment: string };
        }[] = role.evidence.nodes;
        expect(role.evidence.totalCount.value).toBe(rows.length);
        expect(role.articleCount).toBe(new Set(rows.map(({ article }) => article.id)).size);
        const dates = rows.flatMap(({ article }) => article.datePublished ?? []).sort();
        expect(role.firstSeen).toBe(dates[0] ?? null);
        expect(role.lastSeen).toBe(dates.at(-1) ?? null);
        for (const { passage } of rows) expect(passage.fragment.length).toBeGreaterThan(0);
      }
    }
    expect(seen).toBeGreaterThan(20);
  });

  test("say which office somebody held when, and who held an organization's offices", async () => {
    const { person } = await server.query(`{ person(name: "Πατρούσεφ") { roles(first: 20) { nodes {
      normalizedTitle organization { slug } evidence(first: 2) { nodes { passage { fragment } article { url } } } } } } }`);
    const secretary = person.roles.nodes.find(
      ({
        normalizedTitle,
        organization,
      }: {
        normalizedTitle: string;
        organization: { slug: string } | null;
      }) => normalizedTitle === "secretary" && organization?.slug === "russian-security-council",
    );
    expect(secretary.evidence.nodes.length).toBeGreaterThan(0);
    const { organization } = await server.query(
      '{ organization(slug: "russian-security-council") { officeHolders(first: 20) { nodes { holder { slug } normalizedTitle } } } }',
    );
    expect(organization.officeHolders.nodes).toContainEqual({
      holder: { slug: "nikolai-patrushev" },
      normalizedTitle: "secretary",
    });
  });
});

const nested: [name: string, statements: number, query: string][] = [
  [
    "quotations with their speakers' offices",
    11,
    `query ($n: Int!) { quotations(first: $n) { totalCount { value } nodes { text cue speakerText position(unit: CODE_POINT) { start }
      speaker { name ... on Person { roles(first: 2) { nodes { title } } } } reportedBy { name }
      mentions(first: $n) { nodes { surface } }
      article { headline infoSources { role source { name } } } } } }`,
  ],
  [
    "people with roles, evidence and quotations",
    9,
    `query ($n: Int!) { entities(first: $n, filter: {kinds: [PERSON]}) { nodes { name quotations(first: $n) { nodes { text } }
      ... on Person { roles(first: $n) { totalCount { value } nodes { title organization { name } evidence(first: $n) { nodes { passage { fragment } article { headline } } } } } } } } }`,
  ],
  [
    "mentions with why they are linked",
    5,
    `query ($n: Int!) { mentions(first: $n) { nodes { surface grammaticalCase roleText explanation candidates { score features { name } entity { name } } entity { name } } } }`,
  ],
];

test.for(nested)("%s sends at most %i statements, however many items", async ([, most, query]) => {
  const [few, many] = [await server.statements(query, { n: 3 }), await server.statements(query, { n: 12 })];
  for (const text of few) expect(many).toContain(text);
  const slack = database.sql.dialect === "postgres" ? 1.5 : 1;
  expect(many.length).toBeLessThanOrEqual(most * slack);
});
