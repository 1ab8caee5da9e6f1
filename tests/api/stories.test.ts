import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkGraph } from "../../src/graph/checkGraph.js";
import { ingestInto, openKnowledgeDatabase, openSampleDatabase } from "../fixtures/testDatabase.js";
import { writeFiles } from "../ingestion/pages.js";
import { jsonLines, reports } from "./reports.js";
import { startTestServer, type TestServer } from "./testServer.js";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await openSampleDatabase(), { maxCost: 1_000_000, maxNodes: 1_000_000 });
});
afterAll(() => server.close());

/** A government reshuffle in Moscow, told by five outlets in three languages in May 2024. */
const RESHUFFLE = `story(slug: "shoygu-vozglavit-sovbez-vmesto-patrusheva-ministrom-oborony-stanet-belousov")`;

interface Bucket {
  value: string;
  count: number;
}

describe("a story", () => {
  test("has articles of several languages, and says so in each", async () => {
    const { story } = await server.query(`{ ${RESHUFFLE} {
      el: title(lang: "el") en: title(lang: "en-GB") fr: title(lang: "fr") languages status startedAt lastUpdatedAt
      articles(first: 50) { totalCount { value } nodes { headline inLanguage datePublished story { slug } } }
      summary(sentences: 2) { passage { fragment } article { headline inLanguage } }
    } }`);
    const { nodes } = story.articles;
    expect(nodes).toHaveLength(story.articles.totalCount.value);
    expect(nodes.length).toBeGreaterThan(4);
    expect(new Set(nodes.map((node: { inLanguage: string }) => node.inLanguage))).toEqual(
      new Set(story.languages),
    );
    expect([...story.languages].sort()).toEqual(["el", "en", "ru"]);
    for (const node of nodes) expect(node.story.slug).toContain("shoygu");
    const headlines = nodes.map((node: { headline: string }) => node.headline);
    for (const title of [story.el, story.en, story.fr]) expect(headlines).toContain(title);
    expect(story.el).toMatch(/\p{Script=Greek}/u);
    const dates = nodes.map((node: { datePublished: string }) => node.datePublished).sort();
    expect([story.startedAt, story.lastUpdatedAt]).toEqual([dates[0], dates.at(-1)]);
    expect(story.status).toBe("CLOSED");
    expect(story.summary).toHaveLength(2);
    expect(story.summary[0].article.headline).toBe(story.fr);
  });

  test("is found by ID, slug, filter and entity", async () => {
    const { stories, person } = await server.query(`{
      stories(filter: {q: "Шойгу Белоусов", languages: ["ru"]}) { totalCount { value } nodes { id slug } }
      person(slug: "sergei-shoigu") { stories(first: 50) { totalCount { value } nodes { id entities(first: 100, kinds: [PERSON]) { nodes { slug } } } } }
    }`);
    const [{ id, slug }] = stories.nodes;
    expect(stories.totalCount.value).toBe(stories.nodes.length);
    const again = await server.query(
      `{ story(id: "${id}") { slug } node(id: "${id}") { __typename ... on Story { slug } } }`,
    );
    expect(again).toEqual({ story: { slug }, node: { __typename: "Story", slug } });
    const told = person.stories.nodes as { id: string; entities: { nodes: { slug: string }[] } }[];
    expect(told.map((each) => each.id)).toContain(id);
    expect(told).toHaveLength(person.stories.totalCount.value);
    for (const { entities } of told)
      expect(entities.nodes.map((each) => each.slug)).toContain("sergei-shoigu");
    const refused = await server.refusal("{ story { id } }");
    expect(refused.extensions).toMatchObject({ code: "BAD_INPUT" });
    expect(await server.query('{ story(slug: "no-such-story") { id } }')).toEqual({ story: null });
  });

  test("lists are in the order asked for, page by page, under their filters", async () => {
    const all: { id: string; articles: { totalCount: { value: number } } }[] = [];
    for (let after: string | null = null; ;) {
      const { stories } = await server.query(
        `query ($after: String) { stories(first: 7, after: $after, order: [{field: ARTICLE_COUNT}]) {
          totalCount { value } pageInfo { hasNextPage endCursor } nodes { id articles(first: 1, filter: {duplicates: INCLUDE}) { totalCount { value } } } } }`,
        { after },
      );
      all.push(...stories.nodes);
      after = stories.pageInfo.endCursor;
      if (stories.pageInfo.hasNextPage === true) continue;
      expect(all).toHaveLength(stories.totalCount.value);
      break;
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const counts = all.map(({ articles }) => articles.totalCount.value);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts.at(-1)).toBe(2);
    const { large, alone, between, closed, active } = await server.query(`{
      large: stories(filter: {minArticles: 4}) { totalCount { value } }
      alone: stories(filter: {minArticles: 1}, first: 100) { totalCount { value } nodes { articles(first: 1) { totalCount { value } } } }
      between: stories(filter: {active: {from: "2024-05-01T00:00:00Z", to: "2024-06-01T00:00:00Z"}}) { nodes { startedAt lastUpdatedAt } }
      closed: stories(filter: {status: [CLOSED]}) { totalCount { value } }
      active: stories(filter: {status: [ACTIVE, DORMANT]}) { totalCount { value } }
    }`);
    expect(large.totalCount.value).toBe(counts.filter((count) => count >= 4).length);
    expect(alone.totalCount.value).toBeGreaterThan(all.length);
    expect(closed.totalCount.value + active.totalCount.value).toBe(all.length);
    expect(between.nodes.length).toBeGreaterThan(0);
    for (const { startedAt, lastUpdatedAt } of between.nodes) {
      expect(startedAt < "2024-06-01").toBe(true);
      expect(lastUpdatedAt >= "2024-05-01").toBe(true);
    }
  });

  test("every article of the archive but the stubs is in one story, and filters find it there", async () => {
    const { full, told, alone, mine } = await server.query(`{
      full: articles(filter: {isStub: false}, first: 100) { totalCount { value } nodes { story { id } } }
      told: articles(filter: {hasStory: true}) { totalCount { value } }
      alone: articles(filter: {hasStory: false, isStub: false}) { totalCount { value } }
      mine: articles(filter: {stories: ["shoygu-vozglavit-sovbez-vmesto-patrusheva-ministrom-oborony-stanet-belousov"]}) { totalCount { value } }
    }`);
    expect(full.nodes.every(({ story }: { story: object | null }) => story !== null)).toBe(true);
    expect(told.totalCount.value + alone.totalCount.value).toBe(full.totalCount.value);
    expect(told.totalCount.value).toBeGreaterThan(60);
    const { story } = await server.query(`{ ${RESHUFFLE} { articles { totalCount { value } } } }`);
    expect(mine.totalCount.value).toBe(story.articles.totalCount.value);
  });

  test("who entered it, when, and with which article", async () => {
    const { story } = await server.query(`{ ${RESHUFFLE} {
      entities(kinds: [PERSON, ORGANIZATION], enteredAt: {from: "2024-05-13T00:00:00Z"}, order: [{field: FIRST_MENTIONED}], first: 50) {
        totalCount { value }
        edges { enteredAt lastSeen articleCount salience enteredWith { headline datePublished }
          evidence { passage { fragment ranges { text entity { slug } } } article { headline } }
          node { slug kind name(lang: "el") } }
      }
      articles(first: 50, order: [{field: DATE_PUBLISHED, direction: ASC}]) { edges {
        similarity novelty newEntities { slug } decidedBy reasons { kind explanation(lang: "el") }
        node { headline datePublished entities(first: 100) { nodes { slug } } } } }
    } }`);
    const { edges, totalCount } = story.entities;
    expect(edges).toHaveLength(totalCount.value);
    expect(edges.length).toBeGreaterThan(0);
    const articles = story.articles.edges as {
      similarity: number;
      novelty: number;
      newEntities: { slug: string }[];
      reasons: { kind: string; explanation: string }[];
      node: { headline: string; datePublished: string; entities: { nodes: { slug: string }[] } };
    }[];
    const times: string[] = [];
    for (const { node, enteredAt, enteredWith, articleCount, evidence, lastSeen } of edges) {
      const naming = articles.filter((edge) =>
        edge.node.entities.nodes.some(({ slug }) => slug === node.slug),
      );
      expect(naming).toHaveLength(articleCount);
      expect(naming[0]?.node.headline).toBe(enteredWith.headline);
      expect([naming[0]?.node.datePublished, naming.at(-1)?.node.datePublished]).toEqual([
        enteredAt,
        lastSeen,
      ]);
      expect(evidence.article.headline).toBe(enteredWith.headline);
      const named = evidence.passage.ranges.map((range: { entity: { slug: string } }) => range.entity.slug);
      expect(named).toContain(node.slug);
      times.push(enteredAt);
    }
    expect(times).toEqual([...times].sort().reverse());
    expect(times.every((time) => time >= "2024-05-13")).toBe(true);
    expect(articles[0]).toMatchObject({ novelty: 1 });
    for (const { similarity, novelty, reasons } of articles) {
      expect(similarity).toBeGreaterThan(0.3);
      expect(novelty).toBeGreaterThan(0);
      expect(reasons.map(({ kind }) => kind)).toContain("SHARED_STORY");
      expect(reasons.some(({ explanation }) => explanation === "Αφορούν το ίδιο γεγονός.")).toBe(true);
    }
    // The first article brings all whom it names.
    const [first] = articles;
    for (const { slug } of first?.newEntities ?? [])
      expect(first?.node.entities.nodes.map((each) => each.slug)).toContain(slug);
  });

  test("how outlets cover it: share, lag, and who is named by one only", async () => {
    const { story } = await server.query(`{ ${RESHUFFLE} { startedAt
      sources(first: 20) { source { slug name } articleCount lagSeconds firstPublished onlyHere { slug } }
      articles(first: 50) { totalCount { value } facets(fields: [SOURCE, PERSON, LANGUAGE], top: 50) { field otherCount buckets { value label count selected } }
        nodes { datePublished source { slug } entities(first: 100) { nodes { slug kind } } } }
      greek: articles(filter: {languages: ["el"]}) { totalCount { value } facets(fields: [SOURCE, LANGUAGE], top: 1) { field otherCount buckets { value count selected } } nodes { source { slug } } }
    } }`);
    const { nodes, facets } = story.articles;
    const bySource = new Map<string, typeof nodes>();
    for (const node of nodes)
      bySource.set(node.source.slug, [...(bySource.get(node.source.slug) ?? []), node]);
    expect(story.sources).toHaveLength(bySource.size);
    for (const { source, articleCount, firstPublished, lagSeconds, onlyHere } of story.sources) {
      const own = bySource.get(source.slug);
      expect(own).toHaveLength(articleCount);
      const first = own.map((node: { datePublished: string }) => node.datePublished).sort()[0];
      expect(firstPublished).toBe(first);
      expect(lagSeconds).toBe((Date.parse(first) - Date.parse(story.startedAt)) / 1000);
      for (const { slug } of onlyHere) {
        const sources = nodes.filter((node: { entities: { nodes: { slug: string }[] } }) =>
          node.entities.nodes.some((entity) => entity.slug === slug),
        );
        expect(new Set(sources.map((node: { source: { slug: string } }) => node.source.slug))).toEqual(
          new Set([source.slug]),
        );
      }
    }
    expect(story.sources.some(({ onlyHere }: { onlyHere: object[] }) => onlyHere.length > 0)).toBe(true);
    const people: Record<string, number> = {};
    for (const node of nodes) {
      for (const { slug, kind } of node.entities.nodes)
        if (kind === "PERSON") people[slug] = (people[slug] ?? 0) + 1;
    }
    const bucketsOf = (field: string): Bucket[] =>
      facets.find((facet: { field: string }) => facet.field === field).buckets;
    expect(Object.fromEntries(bucketsOf("PERSON").map(({ value, count }) => [value, count]))).toEqual(people);
    expect(Object.fromEntries(bucketsOf("SOURCE").map(({ value, count }) => [value, count]))).toEqual(
      Object.fromEntries([...bySource].map(([slug, own]) => [slug, own.length])),
    );
    const [sources, languages] = story.greek.facets;
    expect(languages).toEqual({
      field: "LANGUAGE",
      otherCount: 0,
      buckets: [{ value: "el", count: story.greek.totalCount.value, selected: true }],
    });
    expect(sources.buckets).toHaveLength(1);
    const outlets = story.greek.nodes.map((node: { source: { slug: string } }) => node.source.slug);
    expect(sources.otherCount).toBe(new Set(outlets).size - 1);
  });

  test("what came before and after it, from both sides", async () => {
    const { stories } =
      await server.query(`{ stories(first: 100, filter: {minArticles: 1}) { nodes { id startedAt
      precededBy { score story { id startedAt } reasons { kind explanation } } followedBy { score story { id } reasons { kind } } } } }`);
    const pairs = (name: "precededBy" | "followedBy"): string[] =>
      stories.nodes.flatMap((story: Record<string, { story: { id: string } }[]> & { id: string }) =>
        (story[name] ?? []).map((link) =>
          name === "precededBy" ? `${link.story.id} ${story.id}` : `${story.id} ${link.story.id}`,
        ),
      );
    expect(pairs("followedBy").sort()).toEqual(pairs("precededBy").sort());
    expect(pairs("followedBy").length).toBeGreaterThan(3);
    for (const { startedAt, precededBy } of stories.nodes) {
      for (const { story, reasons } of precededBy) {
        expect(story.startedAt < startedAt).toBe(true);
        expect(reasons.map(({ kind }: { kind: string }) => kind)).toContain("FOLLOWS");
      }
    }
    // The mutiny, and two months later the death of its leader.
    const { story } = await server.query(
      `{ story(slug: "prigozhin-razvernul-kolonny-vagnera-shedshie-na-moskvu") { followedBy { story { title(lang: "en") } reasons { kind explanation(lang: "el") } } } }`,
    );
    expect(story.followedBy[0].story.title).toMatch(/Prigozhin .*jet crashes/u);
  });

  test("its timeline counts its articles, its quotations stand in them", async () => {
    const { story } =
      await server.query(`{ ${RESHUFFLE} { timeline(interval: DAY) { articleCount mentionCount }
      places { slug } quotations(first: 50) { totalCount { value } nodes { text article { story { slug } } } }
      articles(first: 50) { totalCount { value } nodes { mentions(first: 1) { totalCount { value } } } } } }`);
    const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
    expect(sum(story.timeline.map((bucket: { articleCount: number }) => bucket.articleCount))).toBe(
      story.articles.totalCount.value,
    );
    expect(sum(story.timeline.map((bucket: { mentionCount: number }) => bucket.mentionCount))).toBe(
      sum(
        story.articles.nodes.map(
          (node: { mentions: { totalCount: { value: number } } }) => node.mentions.totalCount.value,
        ),
      ),
    );
    expect(story.places.map((place: { slug: string }) => place.slug)).toContain("russia");
    expect(story.quotations.nodes).toHaveLength(story.quotations.totalCount.value);
    for (const { article } of story.quotations.nodes) expect(article.story.slug).toContain("shoygu");
  });
});

test("related articles say why, in Greek and in English, and lead to other events too", async () => {
  const { articles } =
    await server.query(`{ articles(first: 100, filter: {isStub: false}) { nodes { headline story { id }
    related(first: 20) { edges { score reasons { kind weight explanation(lang: "el") english: explanation } node { headline story { id } } } } } } }`);
  const kinds = new Set<string>();
  for (const { story, related } of articles.nodes) {
    for (const { reasons, node } of related.edges) {
      expect(reasons.length).toBeGreaterThan(0);
      const own = reasons.map(({ kind }: { kind: string }) => kind);
      expect(own.includes("SHARED_STORY")).toBe(node.story?.id === story.id);
      for (const { kind, explanation, english } of reasons) {
        kinds.add(kind);
        expect(explanation).toMatch(/^\p{Script=Greek}/u);
        expect(english).toMatch(/^[A-Z]/u);
      }
    }
  }
  expect(kinds).toContain("FOLLOWS");
  for (const kind of ["SHARED_STORY", "SHARED_ENTITIES", "TEXT_SIMILARITY", "LINKED_IN_SOURCE"])
    expect(kinds).toContain(kind);
});

test("a story that becomes part of another leads there; one article that changes goes over", async () => {
  const database = await openKnowledgeDatabase();
  const pages = reports();
  const other = {
    url: "https://d.example/x",
    title: "Vineyard owners of Nemea count the damage of the hail",
    text: "Hail destroyed a third of the harvest around Nemea on Sunday. Growers asked the ministry for help. The winery of Papaioannou lost forty hectares.",
    date: "2024-03-01T10:00:00Z",
  };
  await ingestInto(database, [writeFiles(jsonLines([...pages, other]))]);
  const api = await startTestServer(database);
  const storyOf = async (
    url: string,
  ): Promise<{ id: string; slug: string; articles: { totalCount: { value: number } } }> =>
    (
      await api.query(
        `{ article(url: "${url}") { story { id slug articles(filter: {duplicates: INCLUDE}) { totalCount { value } } } } }`,
      )
    ).article.story;
  const [ferry, bank, hail] = [
    await storyOf(pages[0]!.url),
    await storyOf(pages[3]!.url),
    await storyOf(other.url),
  ];
  expect([ferry, bank, hail].map(({ articles }) => articles.totalCount.value)).toEqual([3, 3, 1]);
  expect(new Set([ferry.id, bank.id, hail.id]).size).toBe(3);
  // The page turns out to be on the ferry.
  const { title, text } = pages[1]!;
  await ingestInto(database, [writeFiles(jsonLines([{ ...other, title, text: `${text} More follows.` }]))]);
  expect((await storyOf(other.url)).id).toBe(ferry.id);
  expect(
    await api.query(
      `{ story(id: "${hail.id}") { id } node(id: "${hail.id}") { id } bySlug: story(slug: "${hail.slug}") { id } }`,
    ),
  ).toEqual({
    story: { id: ferry.id },
    node: { id: ferry.id },
    bySlug: { id: ferry.id },
  });
  expect((await api.query("{ stories { totalCount { value } } }")).stories.totalCount.value).toBe(2);
  expect(await checkGraph(database.sql)).toEqual([]);
  await api.close();
  await database.close();
});
