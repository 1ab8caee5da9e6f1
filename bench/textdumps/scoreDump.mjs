import { readDocument } from "../../dist/ingestion/readers/index.js";

/** Reads a dump as `mitos ingest` does: its page, or why there is none. */
export function readDump(text, name = "dump.txt") {
  for (const result of readDocument(text, { name, url: null, timeZone: "UTC", mapping: {} }))
    return "page" in result
      ? { page: result.page, problem: null }
      : { page: null, problem: result.problem.code };
  return { page: null, problem: "NOTHING" };
}

/** F1 over the words of the body, with their number; exact title; day. */
export function scoreDump(article, { page, problem }) {
  const wanted = countsOf(article.paragraphs);
  const read = countsOf(page === null ? [] : [page.lead ?? "", ...page.paragraphs]);
  let common = 0;
  for (const [word, count] of read) common += Math.min(count, wanted.get(word) ?? 0);
  const size = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const f1 = common === 0 ? 0 : (2 * common) / (size(wanted) + size(read));
  const time = page?.datePublished?.time;
  return {
    page,
    problem,
    f1,
    isTitle: page?.headline === article.headline,
    isDay: time !== undefined && new Date(time).toISOString().slice(0, 10) === article.date,
  };
}

function countsOf(texts) {
  const counts = new Map();
  for (const word of texts
    .join(" ")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
