import type { DocumentContext, ReadResult } from "../Page.js";
import { itemPage } from "./itemPage.js";
import { problem } from "./problem.js";

/** Columns of GKG 2.1 (https://data.gdeltproject.org/documentation/GDELT-Global_Knowledge_Graph_Codebook-V2.1.pdf), from 0. */
const COLUMNS = { id: 0, date: 1, source: 3, address: 4, themes: 7, image: 18, extras: 26 } as const;
const FEWEST_COLUMNS = 26;

/** Is a line a record of GDELT's Global Knowledge Graph? */
export function isGdeltRow(line: string): boolean {
  const columns = line.split("\t");
  return (
    columns.length >= FEWEST_COLUMNS &&
    /^\d{14}-T?\d+$/u.test(columns[COLUMNS.id] ?? "") &&
    /^\d{14}$/u.test(columns[COLUMNS.date] ?? "")
  );
}

/** Articles that GDELT saw: headline, address, outlet and time, without text; its themes become keywords. */
export function* readGdelt(text: string, context: DocumentContext): Generator<ReadResult> {
  void context;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const columns = line.replace(/\r$/u, "").split("\t");
    const address = columns[COLUMNS.address] ?? "";
    const extras = columns[COLUMNS.extras] ?? "";
    const headline = /<PAGE_TITLE>([\s\S]*?)<\/PAGE_TITLE>/u.exec(extras)?.[1] ?? null;
    const authors = /<PAGE_AUTHORS>([\s\S]*?)<\/PAGE_AUTHORS>/u.exec(extras)?.[1] ?? null;
    if (!isGdeltRow(line) || !/^https?:/u.test(address)) {
      yield {
        problem: problem(
          "BAD_TABLE",
          `Line ${index + 1} is no record of the Global Knowledge Graph.`,
          index + 1,
        ),
      };
      continue;
    }
    const name = columns[COLUMNS.source] ?? "";
    const image = columns[COLUMNS.image] ?? "";
    const result = itemPage(
      {
        format: "GDELT",
        url: address,
        headline,
        description: null,
        content: null,
        published: { time: timeOf(columns[COLUMNS.date] ?? ""), precision: "MINUTE" },
        modified: null,
        authors: authors === null ? [] : authors.split(";"),
        source: name === "" ? null : { name, url: URL.canParse(address) ? new URL("/", address).href : null },
        keywords: [
          ...new Set((columns[COLUMNS.themes] ?? "").split(";").map((theme) => theme.split(",")[0] ?? "")),
        ].slice(0, 20),
        images: /^https?:/u.test(image)
          ? [{ url: image, caption: null, creditText: null, altText: null, width: null, height: null }]
          : [],
        language: null,
      },
      "gdelt",
    );
    yield "problem" in result ? { problem: { ...result.problem, line: index + 1 } } : result;
  }
}

/** `20240317101500` in UTC. */
function timeOf(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(text) ?? [];
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}
