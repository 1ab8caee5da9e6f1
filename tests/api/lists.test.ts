import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

/** Where a connection hangs, and what names its items. */
interface List {
  name: string;
  /** The query around the connection; `LIST` stands for its field with arguments and selection. */
  around: string;
  field: string;
  args?: string;
  /** Selection that tells items apart. */
  item: string;
  backward?: boolean;
}

const NEWEST = "articles(first: 1, filter: {isStub: false}, order: [{field: INGESTED_AT}])";
const person = 'person(slug: "vladimir-putin")';

const lists: List[] = [
  { name: "articles", around: "{LIST}", field: "articles", item: "node { id }", backward: true },
  {
    name: "articles by relevance",
    around: "{LIST}",
    field: "articles",
    args: 'filter: {q: "Putin"}, order: [{field: RELEVANCE}]',
    item: "node { id } score",
    backward: true,
  },
  {
    name: "articles by two fields in two directions",
    around: "{LIST}",
    field: "articles",
    args: "order: [{field: COMMENT_COUNT, direction: ASC}, {field: DATE_PUBLISHED, direction: DESC}]",
    item: "node { id }",
    backward: true,
  },
  {
    name: "mentions",
    around: "{LIST}",
    field: "mentions",
    args: 'filter: {entities: ["china"]}',
    item: "node { id }",
    backward: true,
  },
  {
    name: "entities",
    around: "{LIST}",
    field: "entities",
    args: "filter: {kinds: [PERSON]}",
    item: "node { id }",
    backward: true,
  },
  {
    name: "entities by name",
    around: "{LIST}",
    field: "entities",
    args: "filter: {kinds: [ORGANIZATION]}, order: [{field: NAME, direction: ASC}]",
    item: "node { id }",
    backward: true,
  },
  {
    name: "search",
    around: "{LIST}",
    field: "search",
    args: 'q: "Putin China"',
    item: "node { __typename ... on Node { id } }",
  },
  {
    name: "Entity.articles",
    around: `{${person} {LIST}}`,
    field: "articles",
    item: "node { id }",
    backward: true,
  },
  {
    name: "Entity.articles by salience",
    around: `{${person} {LIST}}`,
    field: "articles",
    args: "order: [{field: SALIENCE}]",
    item: "node { id }",
    backward: true,
  },
  {
    name: "Entity.mentions",
    around: `{${person} {LIST}}`,
    field: "mentions",
    item: "node { id }",
    backward: true,
  },
  { name: "Entity.coMentions", around: `{${person} {LIST}}`, field: "coMentions", item: "node { id }" },
  {
    name: "Entity.coMentions under a filter",
    around: `{${person} {LIST}}`,
    field: "coMentions",
    args: 'filter: {within: ARTICLE, published: {from: "2022-06-01T00:00:00Z"}}, order: [{field: SENTENCE_COUNT, direction: ASC}]',
    item: "node { id }",
  },
  {
    name: "CoMentionEdge.evidence",
    around: `{pair(a: "vladimir-putin", b: "russia", filter: {within: PARAGRAPH}) {LIST}}`,
    field: "evidence",
    item: "node { article { id } passage { fragment } mentions { id } }",
  },
  {
    name: "Source.articles",
    around: `{${NEWEST} {nodes {source {LIST}}}}`,
    field: "articles",
    item: "node { id }",
    backward: true,
  },
  {
    name: "Place.contains",
    around: `{place(slug: "russia") {LIST}}`,
    field: "contains",
    item: "node { id }",
  },
  {
    name: "Article.mentions",
    around: `{${NEWEST} {nodes {LIST}}}`,
    field: "mentions",
    item: "node { id }",
    backward: true,
  },
  {
    name: "Article.paragraphs",
    around: `{${NEWEST} {nodes {LIST}}}`,
    field: "paragraphs",
    item: "node { id }",
  },
  { name: "Article.entities", around: `{${NEWEST} {nodes {LIST}}}`, field: "entities", item: "node { id }" },
  { name: "Article.related", around: `{${NEWEST} {nodes {LIST}}}`, field: "related", item: "node { id }" },
  {
    name: "Section.articles",
    around: `{${NEWEST} {nodes {articleSection {LIST}}}}`,
    field: "articles",
    item: "node { id }",
    backward: true,
  },
  {
    name: "Author.articles",
    around: `{${NEWEST} {nodes {authors {LIST}}}}`,
    field: "articles",
    item: "node { id }",
    backward: true,
  },
  {
    name: "Article.linkedFrom",
    around: "{articles(first: 1, filter: {isStub: true}) {nodes {LIST}}}",
    field: "linkedFrom",
    item: "node { id }",
  },
  {
    name: "Paragraph.mentions",
    around: `{${NEWEST} {nodes {paragraphs(first: 1) {nodes {LIST}}}}}`,
    field: "mentions",
    item: "node { id }",
  },
  {
    name: "ArticleEntityEdge.mentions",
    around: `{${NEWEST} {nodes {entities(first: 1) {edges {LIST}}}}}`,
    field: "mentions",
    item: "node { id }",
  },
];

interface Page {
  edges: { cursor: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: { value: number; precision: string };
}

/** One page of a list; of the first parent where it has several. */
async function readPage(list: List, paging: string): Promise<Page> {
  const args = [list.args, paging].filter((part) => part !== undefined && part !== "").join(", ");
  const selection = `${list.field}(${args}) {
    edges { cursor ${list.item} }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount { value precision }
  }`;
  let value = await server.query(list.around.replace("LIST", `LIST: ${selection}`));
  for (;;) {
    if (value === null || value === undefined)
      throw new Error(`${list.name}: no parent in the sample archive`);
    if (Array.isArray(value)) value = value[0];
    else if ("LIST" in value) return value.LIST;
    else value = Object.values(value)[0];
  }
}

const LARGEST = 100;

/** The whole list in steps of `size`, in list order, with every page's flags checked. */
async function walk(list: List, size: number, direction: "first" | "last"): Promise<Page["edges"]> {
  const found: Page["edges"] = [];
  const [toward, flag, back] =
    direction === "first"
      ? (["after", "hasNextPage", "hasPreviousPage"] as const)
      : (["before", "hasPreviousPage", "hasNextPage"] as const);
  let cursor: string | null = null;
  for (let step = 0; step < 500; step++) {
    const { edges, pageInfo }: Page = await readPage(
      list,
      `${direction}: ${size}${cursor === null ? "" : `, ${toward}: "${cursor}"`}`,
    );
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    expect(pageInfo[back]).toBe(cursor !== null);
    if (direction === "first") found.push(...edges);
    else found.unshift(...edges);
    if (!pageInfo[flag]) return found;
    expect(edges).toHaveLength(size);
    cursor = direction === "first" ? pageInfo.endCursor : pageInfo.startCursor;
  }
  throw new Error(`${list.name} has no end`);
}

test.for(lists)("$name is one total order in both directions, without gaps or repeats", async (list) => {
  const { totalCount } = await readPage(list, "first: 1");
  expect(totalCount.precision).toBe("EXACT");
  const whole = await walk(list, LARGEST, "first");
  expect(whole).toHaveLength(totalCount.value);
  expect(whole.length).toBeGreaterThan(0);
  expect(new Set(whole.map((edge) => JSON.stringify(edge))).size).toBe(whole.length);
  const size = Math.max(1, Math.floor(whole.length / 4));
  expect(await walk(list, size, "first")).toEqual(whole);
  if (list.backward === true) expect(await walk(list, size, "last")).toEqual(whole);
});

test.for(lists)("$name refuses page sizes out of range, with the range", async (list) => {
  const sizes = [0, -1, 101].flatMap((size) => [
    `first: ${size}`,
    ...(list.backward === true ? [`last: ${size}`] : []),
  ]);
  for (const size of sizes) {
    const args = [list.args, size].filter((part) => part !== undefined).join(", ");
    const error = await server.refusal(
      list.around.replace("LIST", `${list.field}(${args}) { pageInfo { endCursor } }`),
    );
    expect(error.message).toBe(`${size.replace(":", " is")}.`);
    expect(error.extensions).toMatchObject({
      code: "BAD_INPUT",
      hint: "Give 1 to 100, and page on with after.",
    });
  }
});

test.for(lists)("$name refuses the cursor of another list, and what is none", async (list) => {
  const own = (await readPage(list, "first: 1")).edges[0]?.cursor;
  const others = await Promise.all(
    lists.filter(({ name }) => name !== list.name).map((other) => readPage(other, "first: 1")),
  );
  const cursors = others.flatMap(({ edges }) => edges.map(({ cursor }) => cursor));
  const foreign = new Set(cursors.filter((cursor) => !isSameList(cursor, own ?? "")));
  expect(foreign.size).toBeGreaterThan(10);
  for (const cursor of [...foreign, "", "nonsense", Buffer.from("[1,2]").toString("base64url")]) {
    const args = [list.args, `first: 1, after: "${cursor}"`].filter((part) => part !== undefined).join(", ");
    const error = await server.refusal(
      list.around.replace("LIST", `${list.field}(${args}) { pageInfo { endCursor } }`),
    );
    expect(error.extensions).toMatchObject({ code: "BAD_CURSOR", hint: expect.any(String) });
  }
});

/** Lists of one kind and order, such as the articles of two sources, take each other's cursors. */
function isSameList(a: string, b: string): boolean {
  const tag = (cursor: string): unknown => JSON.parse(Buffer.from(cursor, "base64url").toString())[0];
  return tag(a) === tag(b);
}

test("a cursor with values of another type is refused, not handed to the database", async () => {
  const { edges } = await readPage(lists[0]!, "first: 1");
  const [tag, date] = JSON.parse(Buffer.from(edges[0]!.cursor, "base64url").toString()) as [string, number];
  for (const values of [[date], [date, "x"], ["\0", 1], [1e300, 1], [null, 1], [[], {}], [date, 1, 1]]) {
    const cursor = Buffer.from(JSON.stringify([tag, ...values])).toString("base64url");
    const error = await server.refusal(`{articles(first: 1, after: "${cursor}") { nodes { id } }}`);
    expect(error.extensions?.code).toBe("BAD_CURSOR");
  }
});

test("first and last together are refused", async () => {
  const error = await server.refusal("{articles(first: 1, last: 1) { nodes { id } }}");
  expect(error).toMatchObject({
    message: "A list takes either first or last, not both.",
    extensions: { code: "BAD_INPUT" },
  });
});

test("a page has 20 items when no size is given", async () => {
  const { articles } = await server.query("{articles { nodes { id } }}");
  expect(articles.nodes).toHaveLength(20);
});

test("sources come by name, and continue after the last one", async () => {
  const found: { id: string; name: string }[] = [];
  for (let after: string | null = null; ;) {
    const { sources } = await server.query(
      "query ($after: ID) {sources(first: 7, after: $after) { id name }}",
      { after },
    );
    found.push(...sources);
    if (sources.length < 7) break;
    after = sources.at(-1).id;
  }
  const { system, all } = await server.query(
    "{all: sources(first: 100) { id name } system { corpus { sources } }}",
  );
  expect(found).toEqual(all);
  expect(found).toHaveLength(system.corpus.sources);
  const error = await server.refusal('{sources(after: "S0") { id }}');
  expect(error.extensions).toMatchObject({ code: "BAD_CURSOR", hint: expect.any(String) });
});
