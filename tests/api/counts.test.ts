import { afterAll, beforeAll, expect, test } from "vitest";
import { openSampleDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;
let slugs: string[];
let sources: string[];

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase(), { maxCost: 200_000, maxNodes: 100_000 });
  const data = await server.query(`{
    entities(first: 60) { nodes { slug } }
    sources(first: 100) { slug articles(first: 1) { totalCount { value } } }
  }`);
  slugs = data.entities.nodes.map(({ slug }: { slug: string }) => slug);
  sources = data.sources
    .filter(({ articles }: { articles: { totalCount: { value: number } } }) => articles.totalCount.value > 0)
    .map(({ slug }: { slug: string }) => slug);
});
afterAll(() => server.close());

/** Park–Miller generator: the same choices in every run. */
function chooser(seed: number): <Value>(values: readonly Value[]) => Value {
  let state = seed;
  return (values) => {
    state = (state * 48271) % 2147483647;
    return values[state % values.length]!;
  };
}

const RANGES = [
  {},
  { published: { from: "2022-09-01T00:00:00Z", to: "2022-11-01T00:00:00Z" } },
  { published: { from: "2023-01-01T00:00:00Z" } },
  { published: { to: "2022-09-20T00:00:00Z" } },
  { published: { last: "P50Y" } },
];

type Filter = Record<string, unknown>;

function articleFilter(choose: ReturnType<typeof chooser>): Filter {
  const one = (): Filter =>
    choose<() => Filter>([
      () => ({ languages: [choose(["el", "en", "ru"])] }),
      () => ({ sources: [choose(sources)] }),
      () => ({ mentions: { all: [choose(slugs), choose(slugs)] } }),
      () => ({
        mentions: { all: [choose(slugs), choose(slugs)], within: choose(["SENTENCE", "PARAGRAPH"]) },
      }),
      () => ({ mentions: { any: [choose(slugs), choose(slugs)], parts: ["HEADLINE"] } }),
      () => ({ mentions: { none: [choose(slugs)] } }),
      () => ({ about: { any: [choose(slugs)] } }),
      () => ({ mentions: { any: [choose(slugs)], minSalience: 0.1 } }),
      () => ({ isStub: choose([true, false]) }),
      () => ({ q: choose(["συμφωνία", "sanctions", "Πούτιν", "oil"]) }),
      () => ({ infoSources: [choose(["Reuters", "ape-mpe"])] }),
    ])();
  return choose<() => Filter>([
    () => ({ ...choose(RANGES) }),
    () => ({ ...choose(RANGES), ...one() }),
    () => ({ or: [one(), one()] }),
    () => ({ and: [one()], not: one() }),
    () => ({ ...choose(RANGES), not: one() }),
  ])();
}

/** All nodes of a connection, page by page. `query` has `$filter` and `$after`; `pick` finds the connection. */
async function walk<Node>(
  query: string,
  variables: Record<string, unknown>,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  pick: (data: any) => any,
): Promise<{ nodes: Node[]; total: number }> {
  const nodes: Node[] = [];
  for (let after: string | null = null; ;) {
    const connection = pick(await server.query(query, { ...variables, after }));
    nodes.push(...(connection.nodes as Node[]));
    if (connection.pageInfo.hasNextPage === false) return { nodes, total: connection.totalCount.value };
    after = connection.pageInfo.endCursor;
  }
}

const PAGE = "pageInfo { hasNextPage endCursor } totalCount { value }";
const seeds = (count: number): number[] => Array.from({ length: count }, (_, index) => index * 7919 + 17);

test.for(seeds(60))(
  "an entity's counts and timeline equal its lists under one filter (seed %i)",
  async (seed) => {
    const choose = chooser(seed);
    const variables = {
      slug: choose(slugs),
      filter: articleFilter(choose),
      interval: choose(["DAY", "WEEK", "MONTH", "YEAR"]),
      zone: choose(["UTC", "Europe/Athens", "Asia/Kathmandu", "America/New_York"]),
    };
    const { entity } = await server.query(
      `query ($slug: String, $filter: ArticleFilter, $interval: TimeInterval!, $zone: String!) {
      entity(slug: $slug) {
        articleCount(filter: $filter) { value precision }
        mentionCount(filter: $filter) { value }
        timeline(interval: $interval, filter: $filter, timeZone: $zone) { start end articleCount mentionCount corpusCount share }
      }
    }`,
      variables,
    );
    // A list leaves copies out unless it is asked for them; counts do not.
    const withCopies = { ...variables, filter: { ...variables.filter, duplicates: "INCLUDE" } };
    const articles = await walk<{ id: string; datePublished: string | null }>(
      `query ($slug: String, $filter: ArticleFilter, $after: String) {
      entity(slug: $slug) { articles(filter: $filter, first: 30, after: $after) { nodes { id datePublished } ${PAGE} } } }`,
      withCopies,
      (data) => data.entity.articles,
    );
    const mentions = await walk<{ article: { datePublished: string | null } }>(
      `query ($slug: String, $filter: ArticleFilter, $after: String) {
      entity(slug: $slug) { mentions(filter: {articles: $filter}, first: 100, after: $after) { nodes { article { datePublished } } ${PAGE} } } }`,
      variables,
      (data) => data.entity.mentions,
    );
    expect(entity.articleCount).toEqual({ value: articles.nodes.length, precision: "EXACT" });
    expect(articles.total).toBe(articles.nodes.length);
    expect(new Set(articles.nodes.map(({ id }) => id)).size).toBe(articles.nodes.length);
    expect(entity.mentionCount.value).toBe(mentions.nodes.length);
    expect(mentions.total).toBe(mentions.nodes.length);
    // Each bucket holds what the lists have of its time, and the buckets follow each other without gaps.
    const inside = (date: string | null, { start, end }: { start: string; end: string }): boolean =>
      date !== null && date >= start && date < end;
    for (const [index, bucket] of entity.timeline.entries()) {
      expect(bucket.articleCount).toBe(
        articles.nodes.filter(({ datePublished }) => inside(datePublished, bucket)).length,
      );
      expect(bucket.mentionCount).toBe(
        mentions.nodes.filter(({ article }) => inside(article.datePublished, bucket)).length,
      );
      expect(bucket.corpusCount).toBeGreaterThanOrEqual(bucket.articleCount);
      expect(bucket.share).toBe(bucket.corpusCount === 0 ? 0 : bucket.articleCount / bucket.corpusCount);
      if (index > 0) expect(bucket.start).toBe(entity.timeline[index - 1].end);
    }
    const dated = articles.nodes.filter(({ datePublished }) => datePublished !== null);
    const sum = entity.timeline.reduce(
      (total: number, bucket: { articleCount: number }) => total + bucket.articleCount,
      0,
    );
    expect(sum).toBe(dated.length);
  },
);

test.for(seeds(10))(
  "a timeline's corpusCount is the number of all articles of the bucket (seed %i)",
  async (seed) => {
    const choose = chooser(seed);
    const filter = choose([{}, { languages: ["el"] }, { isStub: false }, { sources: [choose(sources)] }]);
    const { entity } = await server.query(
      "query ($slug: String, $filter: ArticleFilter) { entity(slug: $slug) { timeline(interval: MONTH, filter: $filter) { start end corpusCount } } }",
      { slug: slugs[seed % 5], filter },
    );
    expect(entity.timeline.length).toBeGreaterThan(0);
    for (const { start, end, corpusCount } of entity.timeline) {
      const { articles } = await server.query(
        "query ($filter: ArticleFilter) { articles(filter: $filter, first: 1) { totalCount { value } } }",
        { filter: { ...filter, published: { from: start, to: end }, duplicates: "INCLUDE" } },
      );
      expect(corpusCount).toBe(articles.totalCount.value);
    }
  },
);

test.for(seeds(60))("a pair's counts, span and timeline equal its evidence (seed %i)", async (seed) => {
  const choose = chooser(seed);
  const a = choose(slugs);
  const b = choose(slugs.filter((slug) => slug !== a));
  const range = choose(RANGES);
  const base = choose([range, { ...range, sources: [choose(sources), choose(sources)] }]);
  const pairs: Record<string, Record<string, number> | null> = {};
  for (const within of ["SENTENCE", "PARAGRAPH", "ARTICLE"]) {
    const filter = { ...base, within };
    const { pair } = await server.query(
      `query ($a: ID!, $b: ID!, $filter: CoMentionFilter) { pair(a: $a, b: $b, filter: $filter) {
        node { slug } articleCount sentenceCount paragraphCount sourceCount firstSeen lastSeen npmi logLikelihood
        timeline(interval: MONTH) { start end articleCount mentionCount }
      } }`,
      { a, b, filter },
    );
    const evidence = await walk<{
      article: { id: string; datePublished: string | null; source: { id: string } | null };
      passage: { fragment: string; ranges: { text: string; entity: { slug: string } }[] };
      mentions: { entity: { slug: string } }[];
    }>(
      `query ($a: ID!, $b: ID!, $filter: CoMentionFilter, $after: String) { pair(a: $a, b: $b, filter: $filter) {
        evidence(first: 50, after: $after) {
          nodes { article { id datePublished source { id } } passage { fragment ranges { text entity { slug } } } mentions { entity { slug } } }
          ${PAGE}
        } } }`,
      { a, b, filter },
      (data) =>
        data.pair?.evidence ?? { nodes: [], pageInfo: { hasNextPage: false }, totalCount: { value: 0 } },
    );
    pairs[within] = pair;
    expect(evidence.total).toBe(evidence.nodes.length);
    if (pair === null) continue;
    expect(pair.node.slug).toBe(b);
    expect(evidence.nodes.length).toBeGreaterThan(0);
    const count =
      { SENTENCE: "sentenceCount", PARAGRAPH: "paragraphCount", ARTICLE: "articleCount" }[within] ?? "";
    expect(pair[count]).toBe(evidence.nodes.length);
    const articles = new Map(evidence.nodes.map(({ article }) => [article.id, article]));
    expect(pair.articleCount).toBe(articles.size);
    const known = [...articles.values()].flatMap(({ source }) => (source === null ? [] : [source.id]));
    expect(pair.sourceCount).toBe(new Set(known).size);
    const dates = evidence.nodes.flatMap(({ article }) => article.datePublished ?? []).sort();
    expect(pair.firstSeen).toBe(dates[0] ?? null);
    expect(pair.lastSeen).toBe(dates.at(-1) ?? null);
    for (const bucket of pair.timeline) {
      const inside = evidence.nodes.filter(
        ({ article: { datePublished } }) =>
          datePublished !== null && datePublished >= bucket.start && datePublished < bucket.end,
      );
      expect(bucket.mentionCount).toBe(inside.length);
      expect(bucket.articleCount).toBe(new Set(inside.map(({ article }) => article.id)).size);
    }
    expect(pair.npmi).toBeGreaterThanOrEqual(-1);
    expect(pair.npmi).toBeLessThanOrEqual(1);
    expect(pair.logLikelihood).toBeGreaterThanOrEqual(0);
    // The evidence proves it: both are among its mentions, and marked in the passage unless that is far shorter.
    for (const { passage, mentions } of evidence.nodes) {
      expect(new Set(mentions.map(({ entity }) => entity.slug))).toEqual(new Set([a, b]));
      const marked = passage.ranges.map(({ entity }) => entity.slug);
      expect(marked).toContain(a);
      if (within === "SENTENCE" && passage.fragment.length < 600) expect(marked).toContain(b);
    }
  }
  for (const [closer, wider] of [
    ["SENTENCE", "PARAGRAPH"],
    ["PARAGRAPH", "ARTICLE"],
  ] as const) {
    expect(pairs[closer]?.articleCount ?? 0).toBeLessThanOrEqual(pairs[wider]?.articleCount ?? 0);
  }
  // Both ways round.
  const { pair: other } = await server.query(
    "query ($a: ID!, $b: ID!, $filter: CoMentionFilter) { pair(a: $b, b: $a, filter: $filter) { articleCount sentenceCount paragraphCount npmi } }",
    { a, b, filter: { ...base, within: "SENTENCE" } },
  );
  if (other === null) expect(pairs.SENTENCE).toBe(null);
  else expect(pairs.SENTENCE).toMatchObject(other);
});

test.for(seeds(12))("co-mentions equal the pairs, and are all of them (seed %i)", async (seed) => {
  const choose = chooser(seed);
  const slug = choose(slugs);
  const filter = {
    ...choose(RANGES),
    within: choose(["SENTENCE", "PARAGRAPH", "ARTICLE"]),
    kinds: choose([null, ["PERSON"]]),
  };
  const list = await walk<{ slug: string }>(
    `query ($slug: String, $filter: CoMentionFilter, $after: String) { entity(slug: $slug) {
      coMentions(filter: $filter, first: 50, after: $after) { nodes { slug kind } ${PAGE} } } }`,
    { slug, filter },
    (data) => data.entity.coMentions,
  );
  expect(list.total).toBe(list.nodes.length);
  const { entity } = await server.query(
    `query ($slug: String, $filter: CoMentionFilter) { entity(slug: $slug) {
      coMentions(filter: $filter, first: 8) { edges { node { slug } articleCount sentenceCount paragraphCount } } } }`,
    { slug, filter },
  );
  for (const { node, ...counts } of entity.coMentions.edges) {
    const { pair } = await server.query(
      "query ($a: ID!, $b: ID!, $filter: CoMentionFilter) { pair(a: $a, b: $b, filter: $filter) { articleCount sentenceCount paragraphCount } }",
      { a: slug, b: node.slug, filter },
    );
    expect(counts).toEqual(pair);
  }
  for (const other of slugs.filter((each) => each !== slug).slice(0, 25)) {
    const { pair } = await server.query(
      "query ($a: ID!, $b: ID!, $filter: CoMentionFilter) { pair(a: $a, b: $b, filter: $filter) { node { kind } } }",
      { a: slug, b: other, filter },
    );
    const isWanted = pair !== null && (filter.kinds === null || filter.kinds.includes(pair.node.kind));
    expect(list.nodes.some((node) => node.slug === other)).toBe(isWanted);
  }
});

test.for(seeds(25))(
  "totalCount equals the walked list under any filter, and the filter holds for each (seed %i)",
  async (seed) => {
    const filter = articleFilter(chooser(seed));
    const { nodes, total } = await walk<{ id: string }>(
      `query ($filter: ArticleFilter, $after: String) { articles(filter: $filter, first: 40, after: $after) { nodes { id } ${PAGE} } }`,
      { filter: { ...filter, duplicates: "INCLUDE" } },
      (data) => data.articles,
    );
    expect(total).toBe(nodes.length);
    const rest = await walk<{ id: string }>(
      `query ($filter: ArticleFilter, $after: String) { articles(filter: $filter, first: 40, after: $after) { nodes { id } ${PAGE} } }`,
      { filter: { not: filter, duplicates: "INCLUDE" } },
      (data) => data.articles,
    );
    const { system } = await server.query("{system { corpus { articles } }}");
    // What the filter lets in and what it keeps out are all articles, none twice.
    expect(new Set([...nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(system.corpus.articles);
    expect(nodes.length + rest.nodes.length).toBe(system.corpus.articles);
  },
);

test.for(seeds(25))(
  "a list has one article of each text, the first of those that fit (seed %i)",
  async (seed) => {
    const choose = chooser(seed);
    const filter = articleFilter(choose);
    // Sources and entities that copies are of, so that some do not fit.
    const scope = choose([
      "articles",
      'entity(slug: "athens") { articles',
      'entity(slug: "united-states") { articles',
    ]);
    const fields = "nodes { id duplicateGroup { articles(first: 20) { nodes { id } } } }";
    const list = (
      duplicates: string | null,
    ): ReturnType<typeof walk<{ id: string; duplicateGroup: Group | null }>> =>
      walk(
        `query ($filter: ArticleFilter, $after: String) { ${scope}(filter: $filter, first: 50, after: $after) { ${fields} ${PAGE} } ${scope.includes("{") ? "}" : ""} }`,
        { filter: { ...filter, duplicates } },
        (data) => data.articles ?? data.entity.articles,
      );
    const [all, collapsed] = [await list("INCLUDE"), await list(null)];
    const [originals, copies] = [await list("ORIGINALS_ONLY"), await list("COPIES_ONLY")];
    const fitting = new Set(all.nodes.map(({ id }) => id));
    const idsOf = (group: Group | null): string[] => group?.articles.nodes.map(({ id }) => id) ?? [];
    const ids = (wanted: (id: string, group: string[]) => boolean): string[] =>
      all.nodes.filter(({ id, duplicateGroup }) => wanted(id, idsOf(duplicateGroup))).map(({ id }) => id);
    const firstFitting = (id: string, group: string[]): boolean =>
      group.length === 0 || group.find((each) => fitting.has(each)) === id;
    expect(collapsed.nodes.map(({ id }) => id)).toEqual(ids(firstFitting));
    expect(originals.nodes.map(({ id }) => id)).toEqual(
      ids((id, group) => group.length === 0 || group[0] === id),
    );
    expect(copies.nodes.map(({ id }) => id)).toEqual(ids((id, group) => group.length > 0 && group[0] !== id));
    for (const { nodes, total } of [all, collapsed, originals, copies]) expect(nodes).toHaveLength(total);
  },
);

interface Group {
  articles: { nodes: { id: string }[] };
}

test("an article's edges count its mentions, and their salience is all of it", async () => {
  const { nodes } = await walk<{
    mentions: { totalCount: { value: number } };
    linked: { totalCount: { value: number } };
    entities: {
      totalCount: { value: number };
      edges: {
        count: number;
        salience: number;
        firstMention: object;
        mentions: { totalCount: { value: number }; nodes: object[] };
      }[];
    };
  }>(
    `query ($after: String) { articles(first: 8, after: $after) { nodes {
      mentions(first: 1) { totalCount { value } }
      linked: mentions(first: 1, filter: {linked: true}) { totalCount { value } }
      entities(first: 100) { totalCount { value } edges { count salience firstMention { id } mentions(first: 20) { totalCount { value } nodes { id } } } }
    } ${PAGE} } }`,
    {},
    (data) => data.articles,
  );
  for (const { linked, entities } of nodes) {
    expect(entities.totalCount.value).toBe(entities.edges.length);
    for (const { count, mentions, firstMention } of entities.edges) {
      expect(mentions.totalCount.value).toBe(count);
      expect(mentions.nodes[0]).toEqual(firstMention);
    }
    expect(entities.edges.reduce((sum, { count }) => sum + count, 0)).toBe(linked.totalCount.value);
    if (entities.edges.length > 0) {
      expect(entities.edges.reduce((sum, { salience }) => sum + salience, 0)).toBeCloseTo(1, 6);
    }
  }
});

test("a name's occurrences are the mentions with its text", async () => {
  for (const slug of ["vladimir-putin", "china", "nato", "greece"]) {
    const { entity } = await server.query(
      "query ($slug: String) { entity(slug: $slug) { names { value occurrences } mentionCount { value } } }",
      { slug },
    );
    const seen = entity.names.filter(({ occurrences }: { occurrences: number }) => occurrences > 0);
    expect(seen.length).toBeGreaterThan(1);
    for (const { value, occurrences } of [...seen, ...entity.names.slice(0, 10)]) {
      const { entity: other } = await server.query(
        "query ($slug: String, $value: String) { entity(slug: $slug) { mentions(filter: {surface: $value}, first: 1) { totalCount { value } nodes { surface } } } }",
        { slug, value },
      );
      expect(other.mentions.totalCount.value).toBe(occurrences);
    }
  }
});
