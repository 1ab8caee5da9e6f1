import { expect, test } from "vitest";
import { checkGraph } from "../../src/graph/checkGraph.js";
import { graphHash } from "../../src/graph/graphHash.js";
import { ingestInto, openKnowledgeDatabase, sampleArchive } from "../fixtures/testDatabase.js";
import { writeFiles } from "../ingestion/pages.js";
import { jsonLines, reports } from "./reports.js";

test("stories are the same whether reports come in one by one, in another process, or all at once", async () => {
  const pages = reports();
  const [once, each] = [await openKnowledgeDatabase(), await openKnowledgeDatabase()];
  await ingestInto(once, [writeFiles(jsonLines(pages))]);
  for (const page of [...pages].reverse()) {
    // Another handle has an index of its own, as another process would.
    await ingestInto({ ...each }, [writeFiles(jsonLines([page]))]);
  }
  expect(await graphHash(each.sql)).toBe(await graphHash(once.sql));
  expect(await each.sql.all("SELECT count(*) AS count FROM story_pending")).toEqual([{ count: 0 }]);
  for (const database of [once, each]) {
    expect(await checkGraph(database.sql)).toEqual([]);
    await database.close();
  }
});

/** Stories as lists of the IDs of their articles. */
async function partition({ sql }: Awaited<ReturnType<typeof openKnowledgeDatabase>>): Promise<string[][]> {
  const rows = await sql.all<{ story: number; id: string }>(
    "SELECT x.story_key AS story, a.id FROM story_article x JOIN article a ON a.key = x.article_key ORDER BY a.id",
  );
  const groups = new Map<number, string[]>();
  for (const { story, id } of rows) groups.set(story, [...(groups.get(story) ?? []), id]);
  return [...groups.values()];
}

test("an archive larger than the index is placed in parts, the oldest first, in stories as good", async () => {
  const [whole, parts] = [await openKnowledgeDatabase(), await openKnowledgeDatabase()];
  await ingestInto(whole, [sampleArchive]);
  // A bound below the archive: it is never looked over as a whole.
  const small = { ...parts, storyArticles: 100 };
  await ingestInto(small, [sampleArchive]);
  const [expected, found] = [await partition(whole), await partition(parts)];
  expect(found.flat().length).toBe(expected.flat().length);
  const same = found.filter((group) => expected.some((other) => other.join() === group.join()));
  expect(same.flat().length / found.flat().length).toBeGreaterThan(0.8);
  expect(await checkGraph(parts.sql)).toEqual([]);
  for (const database of [whole, parts]) await database.close();
});

test("articles older than all of a full index come to the stories of their own time", async () => {
  const pages = reports();
  const later = Array.from({ length: 60 }, (_, index) => ({
    url: `https://later.example/${index}`,
    title: `Council of town ${index} meets`,
    text: `The council of town ${index} spoke of road ${index * 3} and of school ${index * 7} for ${index + 2} hours.`,
    date: `2024-06-${String(1 + (index % 28)).padStart(2, "0")}T08:00:00Z`,
  }));
  const more = { ...later[59]!, url: "https://more.example/59", title: "Town 59: the council has met" };
  const [whole, parts] = [await openKnowledgeDatabase(), await openKnowledgeDatabase()];
  await ingestInto(whole, [writeFiles(jsonLines([...pages, ...later, more]))]);
  const small = { ...parts, storyArticles: 40 };
  const take = (...some: object[]): Promise<unknown> => ingestInto(small, [writeFiles(jsonLines(some))]);
  await take(pages[0]!, pages[3]!);
  await take(...later);
  // One alone, several together, and then a new one: the index of the newest articles is still right.
  await take(pages[1]!);
  await take(pages[2]!, pages[4]!, pages[5]!);
  await take(more);
  const [expected, found] = [await partition(whole), await partition(parts)];
  expect(found.flat()).toHaveLength(pages.length + later.length + 1);
  const ids = new Map(
    (await parts.sql.all<{ id: string; url: string }>("SELECT id, url FROM article")).map(({ id, url }) => [
      url,
      id,
    ]),
  );
  for (const event of [pages.slice(0, 3), pages.slice(3)]) {
    const story = event.map(({ url }) => ids.get(url)).sort();
    expect(expected).toContainEqual(story);
    expect(found).toContainEqual(story);
  }
  const pair = [later[59]!, more].map(({ url }) => ids.get(url));
  expect(found.some((story) => pair.every((id) => story.includes(id ?? "")))).toBe(true);
  const keys = await parts.sql.all<{ key: number }>("SELECT key FROM story ORDER BY key");
  expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
  expect(await checkGraph(parts.sql)).toEqual([]);
  for (const database of [whole, parts]) await database.close();
});
