import { afterAll, beforeAll, expect, test } from "vitest";
import { checkGraph } from "../../src/graph/checkGraph.js";
import { graphHash } from "../../src/graph/graphHash.js";
import { ingestInto, openKnowledgeDatabase, openSampleDatabase } from "../fixtures/testDatabase.js";
import { writeFiles } from "../ingestion/pages.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase());
});
afterAll(() => server.close());

/** Where did this text come from: which outlet was first, which copied the wire, what did each add or cut? */
const ORIGIN = `query ($url: URL!) { article(url: $url) { headline
  infoSources { source { name kind } role evidence { exact } }
  duplicateGroup { id agency { name } original { headline url datePublished source { name } }
    articles(first: 50) { totalCount { value } edges { similarity lagSeconds addedText { exact prefix suffix } removedText { exact }
      node { url datePublished articleBody source { name } } } } } } }`;

interface Edge {
  similarity: number;
  lagSeconds: number;
  addedText: { exact: string; prefix: string; suffix: string }[];
  removedText: { exact: string }[];
  node: { url: string; datePublished: string; articleBody: string; source: { name: string } };
}

test("an agency's text leads to all who took it over, with what each added and cut", async () => {
  const { article } = await server.query(ORIGIN, {
    url: "https://meridianpost.example/world/2024-12-08-assad-flees",
  });
  const { duplicateGroup: group } = article;
  expect(group.agency.name).toBe("Harbour Wire");
  expect(group.original).toMatchObject({
    headline: "Assad leaves Syria as rebels take Damascus",
    source: { name: "Harbour Wire" },
  });
  const edges = group.articles.edges as Edge[];
  expect(edges).toHaveLength(group.articles.totalCount.value);
  expect(edges.map(({ node }) => node.source.name)).toEqual([
    "Harbour Wire",
    "Северная хроника",
    "Meridian Post",
  ]);
  const [original, short, own] = edges;
  expect(original).toMatchObject({ similarity: 1, lagSeconds: 0, addedText: [], removedText: [] });
  expect(short).toMatchObject({ lagSeconds: 55 * 60, addedText: [] });
  expect(short?.removedText.map(({ exact }) => exact.split(" ")[0])).toEqual([
    "U.S.",
    "Turkish",
    "Assad,",
    "The",
  ]);
  expect(own?.lagSeconds).toBe(155 * 60);
  expect(own?.addedText.map(({ exact }) => exact)).toEqual([
    expect.stringMatching(/^David Lammy, .*United Kingdom\.$/u),
  ]);
  for (const { node, addedText, removedText, similarity } of edges) {
    for (const { exact, prefix, suffix } of addedText)
      expect(node.articleBody).toContain(prefix + exact + suffix);
    for (const { exact } of removedText) {
      expect(original?.node.articleBody).toContain(exact);
      expect(node.articleBody).not.toContain(exact);
    }
    expect(similarity).toBeGreaterThan(0.5);
    // Each leads to the same group.
    const other = await server.query(ORIGIN, { url: node.url });
    expect(other.article.duplicateGroup.id).toBe(group.id);
  }
  expect(
    await server.query(`{ node(id: "${group.id}") { __typename ... on DuplicateGroup { id } } }`),
  ).toEqual({
    node: { __typename: "DuplicateGroup", id: group.id },
  });
});

test("an agency that is only credited is told too; the older of the copies is the original", async () => {
  const { article } = await server.query(ORIGIN, {
    url: "https://www.kymata.example/ellada/2025-05-22-seismos-lasithi",
  });
  const { duplicateGroup: group } = article;
  expect(group.agency.name).toBe("ΑΠΕ-ΜΠΕ");
  expect(group.original.source.name).toBe("Παρατηρητής");
  const copy = (group.articles.edges as Edge[]).find(({ node }) => node.source.name === "Κύματα");
  expect(copy?.lagSeconds).toBe(95 * 60);
  expect(copy?.addedText).toMatchObject([
    { exact: "Στον Άγιο Νικόλαο οι ξενοδόχοι λένε ότι καμία κράτηση δεν ακυρώθηκε." },
  ]);
  expect(copy?.removedText.map(({ exact }) => exact)).toEqual([
    expect.stringMatching(/^Πριν από οκτώ ημέρες/u),
  ]);
});

test("an article with a text of its own is in no group", async () => {
  const { article } = await server.query(ORIGIN, {
    url: "https://paratiritis.example/diethni/2022-02-04-putin-xi-beijing-no-limits",
  });
  expect(article.duplicateGroup).toBe(null);
});

test("lists have one of each text, and related articles no five copies of one", async () => {
  const { collapsed, all, search, searchAll } = await server.query(`{
    collapsed: articles(first: 100, filter: {q: "Assad Damascus"}) { totalCount { value } nodes { headline } }
    all: articles(first: 100, filter: {q: "Assad Damascus", duplicates: INCLUDE}) { totalCount { value } nodes { headline duplicateGroup { id } related(first: 20) { nodes { duplicateGroup { id } } } } }
    search(q: "Assad Damascus", types: [ARTICLE]) { totalCount { value } nodes { ... on Article { headline } } }
    searchAll: search(q: "Assad Damascus", types: [ARTICLE], filter: {duplicates: INCLUDE}) { totalCount { value } }
  }`);
  expect(collapsed.nodes).toHaveLength(collapsed.totalCount.value);
  expect(all.totalCount.value).toBe(collapsed.totalCount.value + 2);
  expect(collapsed.nodes.map(({ headline }: { headline: string }) => headline)).toContain(
    "Assad leaves Syria as rebels take Damascus",
  );
  expect([search.totalCount.value, searchAll.totalCount.value]).toEqual([
    collapsed.totalCount.value,
    all.totalCount.value,
  ]);
  for (const { duplicateGroup, related } of all.nodes) {
    const groups = related.nodes
      .map((node: { duplicateGroup: { id: string } | null }) => node.duplicateGroup?.id)
      .filter((id: string | undefined) => id !== undefined && id !== duplicateGroup?.id);
    expect(new Set(groups).size).toBe(groups.length);
  }
});

test("a story counts copies, and says of each article whether it is one", async () => {
  const { article } = await server.query(
    `{ article(url: "https://harbourwire.example/world/2024-12-08-assad-leaves-damascus") { story {
      sources { source { name } articleCount copyCount } articles(filter: {duplicates: INCLUDE}) { edges { isCopy node { source { name } } } } } } }`,
  );
  const { sources, articles } = article.story;
  for (const { source, copyCount, articleCount } of sources) {
    const own = articles.edges.filter(
      ({ node }: { node: { source: { name: string } } }) => node.source.name === source.name,
    );
    expect(own).toHaveLength(articleCount);
    expect(own.filter(({ isCopy }: { isCopy: boolean }) => isCopy)).toHaveLength(copyCount);
  }
  const copies = sources.filter((each: { copyCount: number }) => each.copyCount > 0);
  expect(copies.map(({ source }: { source: { name: string } }) => source.name).sort()).toEqual([
    "Meridian Post",
    "Северная хроника",
  ]);
});

const REPORT = [
  "Two cranes of the port of Thessaloniki stood still on Monday because their operators had not been paid for three months.",
  "The operators' union said that it would not talk to the company before the wages of the winter were on their accounts.",
  "A spokesman for the port authority called the strike a matter between the company and its people, and opened pier six for ships with perishable goods.",
];
const OTHER =
  "Olive growers in Chalkidiki expect the smallest harvest for ten years after a spring without rain, their cooperative said, and prices at the presses have doubled since March.";

function line(outlet: string, text: string, hour: number): string {
  return JSON.stringify({
    url: `https://${outlet}.example/cranes`,
    title: `Cranes stand still in Thessaloniki (${outlet})`,
    text,
    date: `2024-04-08T${String(hour).padStart(2, "0")}:00:00Z`,
  });
}

test("groups grow, join and end as articles come and change, whatever the order", async () => {
  const whole = REPORT.join(" ");
  const lines = [
    line("a", whole, 8),
    line("b", `${whole} The mayor was in Athens.`, 9),
    line("c", REPORT.slice(0, 2).join(" "), 10),
    line("d", OTHER, 7),
  ];
  const [one, other] = [await openKnowledgeDatabase(), await openKnowledgeDatabase()];
  for (const [database, order] of [
    [one, lines],
    [other, [...lines].reverse()],
  ] as const) {
    for (const each of order) await ingestInto({ ...database }, [writeFiles({ "x.jsonl": `${each}\n` })]);
    expect(await checkGraph(database.sql)).toEqual([]);
  }
  expect(await graphHash(one.sql)).toBe(await graphHash(other.sql));
  const api = await startTestServer(one);
  const groupOf = async (outlet: string): Promise<{ id: string; urls: string[] } | null> => {
    const { article } = await api.query(
      `{ article(url: "https://${outlet}.example/cranes") { duplicateGroup { id articles { nodes { url } } } } }`,
    );
    const group = article.duplicateGroup;
    return (
      group && { id: group.id, urls: group.articles.nodes.map(({ url }: { url: string }) => url.slice(8, 9)) }
    );
  };
  const first = await groupOf("a");
  expect(first?.urls).toEqual(["a", "b", "c"]);
  expect(await groupOf("d")).toBe(null);
  // The original gets a text of its own: the others go on as the same group.
  await ingestInto(one, [
    writeFiles({ "x.jsonl": `${line("a", `${OTHER} Presses open in October.`, 8)}\n` }),
  ]);
  expect(await groupOf("b")).toEqual({ id: first?.id, urls: ["b", "c"] });
  expect((await groupOf("a"))?.urls).toEqual(["d", "a"]);
  // Two groups become one; the ID of the smaller leads there.
  const ended = await groupOf("d");
  await ingestInto(one, [
    writeFiles({ "x.jsonl": `${[line("a", `${whole} Again.`, 8), line("d", whole, 7)].join("\n")}\n` }),
  ]);
  const joined = await groupOf("d");
  expect(joined?.urls).toEqual(["d", "a", "b", "c"]);
  expect(await groupOf("c")).toEqual(joined);
  for (const id of [first?.id, ended?.id])
    expect(await api.query(`{ node(id: "${id}") { id } }`)).toEqual({ node: { id: joined?.id } });
  // All but one go: no group is left, and its ID leads nowhere.
  await ingestInto(one, [
    writeFiles({
      "x.jsonl": `${[line("a", `${OTHER} One.`, 8), line("b", "The lamps of the old pier were lit again.", 9), line("c", "Nobody came to the auction of the tug boats on Tuesday.", 10)].join("\n")}\n`,
    }),
  ]);
  expect(await groupOf("d")).toBe(null);
  expect(await api.query(`{ node(id: "${joined?.id}") { id } }`)).toEqual({ node: null });
  expect(await checkGraph(one.sql)).toEqual([]);
  await api.close();
  for (const database of [one, other]) await database.close();
});

test("a copy that has left the index, and one that another process changed, keep their place and measure", async () => {
  const whole = REPORT.join(" ");
  const database = await openKnowledgeDatabase();
  const small = { ...database, storyArticles: 20 };
  const take = (handle: typeof small, ...lines: string[]): Promise<unknown> =>
    ingestInto(handle, [writeFiles({ "x.jsonl": `${lines.join("\n")}\n` })]);
  await take(small, line("a", whole, 8), line("b", whole, 9));
  const later = Array.from({ length: 30 }, (_, index) =>
    JSON.stringify({
      url: `https://later.example/${index}`,
      title: `Council of town ${index} meets`,
      text: `The council of town ${index} spoke of road ${index * 3} and of school ${index * 7} for ${index + 2} hours.`,
      date: "2024-06-01T08:00:00Z",
    }),
  );
  await take(small, ...later);
  await take(small, line("b", `${whole} The mayor was in Athens.`, 9));
  // Another handle has an index and texts of its own.
  await take({ ...small }, line("a", `${whole} ${OTHER}`, 8));
  await take(small, line("b", `${whole} The mayor was away.`, 9));
  const found = await database.sql.all<{ rank: number; similarity: number }>(
    "SELECT rank, similarity FROM duplicate ORDER BY rank",
  );
  expect(found).toHaveLength(2);
  const fresh = await openKnowledgeDatabase();
  await take(
    { ...fresh, storyArticles: 20 },
    line("a", `${whole} ${OTHER}`, 8),
    line("b", `${whole} The mayor was away.`, 9),
  );
  expect(found).toEqual(await fresh.sql.all("SELECT rank, similarity FROM duplicate ORDER BY rank"));
  expect(await checkGraph(database.sql)).toEqual([]);
  for (const each of [database, fresh]) await each.close();
});

test("a copy of a text that has left the index is found", async () => {
  const database = await openKnowledgeDatabase();
  const small = { ...database, storyArticles: 10 };
  const take = (...lines: string[]): Promise<unknown> =>
    ingestInto(small, [writeFiles({ "x.jsonl": `${lines.join("\n")}\n` })]);
  await take(line("a", REPORT.join(" "), 8));
  const others = Array.from({ length: 40 }, (_, index) =>
    JSON.stringify({
      url: `https://later.example/${index}`,
      title: `Cranes of port ${index}`,
      text: `The cranes of port ${index} stood still for ${index + 2} hours, ${index * 7} ships waited and ${index * 3} sailors went ashore.`,
      date: `2024-06-${String(1 + (index % 28)).padStart(2, "0")}T08:00:00Z`,
    }),
  );
  for (let from = 0; from < others.length; from += 10) await take(...others.slice(from, from + 10));
  await take(
    line("b", `${REPORT.join(" ")} The mayor was in Athens.`, 9).replace("2024-04-08", "2024-07-08"),
  );
  const group = await database.sql.all<{ url: string; rank: number }>(
    "SELECT a.url, d.rank FROM duplicate d JOIN article a ON a.key = d.article_key ORDER BY d.rank",
  );
  expect(group).toEqual([
    { url: "https://a.example/cranes", rank: 0 },
    { url: "https://b.example/cranes", rank: 1 },
  ]);
  expect(await checkGraph(database.sql)).toEqual([]);
  await database.close();
});
