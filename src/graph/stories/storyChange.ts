/** What became of a story when an article came in, or when stories were looked over again. Keys are article keys. */
export type StoryChange =
  | { kind: "CREATED"; story: number; articles: number[] }
  | { kind: "JOINED"; story: number; articles: number[] }
  /** The articles went over to `story` from one that lives on. */
  | { kind: "SPLIT"; story: number; from: number; articles: number[] }
  /** All of `from` is now in `story`; `from` is no more, and its ID leads to `story`. */
  | { kind: "MERGED"; story: number; from: number; articles: number[] };

/** Which story each article is in: before a change null for a new article. */
export type Assignment = ReadonlyMap<number, number | null>;

/**
 * Gives groups of articles the IDs of the stories that they continue: a story goes on in the group that has most of its articles, and a
 * group of several stories takes the ID of the one that gives most; among equals the older ID. Other groups get new IDs.
 * @param before story of each article of the groups; all articles of these stories are in the groups
 * @param next makes a new ID
 */
export function continueStories(
  groups: readonly (readonly number[])[],
  before: Assignment,
  next: () => number,
): { after: Map<number, number>; changes: StoryChange[] } {
  const ties: { group: number; story: number; count: number }[] = [];
  for (const [group, keys] of groups.entries()) {
    const counts = new Map<number, number>();
    for (const key of keys) {
      const story = before.get(key) ?? null;
      if (story !== null) counts.set(story, (counts.get(story) ?? 0) + 1);
    }
    for (const [story, count] of counts) ties.push({ group, story, count });
  }
  ties.sort((a, b) => b.count - a.count || a.story - b.story || a.group - b.group);
  const idOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { group, story } of ties) {
    if (idOf.has(group) || taken.has(story)) continue;
    idOf.set(group, story);
    taken.add(story);
  }
  const after = new Map<number, number>();
  const changes: StoryChange[] = [];
  for (const [group, keys] of groups.entries()) {
    const known = idOf.get(group);
    const story = known ?? next();
    for (const key of keys) after.set(key, story);
    for (const [from, articles] of bySource(keys, before)) {
      if (from === story) continue;
      if (from === null) changes.push({ kind: known === undefined ? "CREATED" : "JOINED", story, articles });
      else changes.push({ kind: taken.has(from) ? "SPLIT" : "MERGED", story, from, articles });
    }
  }
  return { after, changes };
}

function bySource(keys: readonly number[], before: Assignment): Map<number | null, number[]> {
  const sources = new Map<number | null, number[]>();
  for (const key of keys) {
    const from = before.get(key) ?? null;
    const list = sources.get(from);
    if (list) list.push(key);
    else sources.set(from, [key]);
  }
  return sources;
}
