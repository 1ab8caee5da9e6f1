import { MitosError } from "../errors.js";
import { readJsonLines, textField, type JsonLine } from "./readJsonLines.js";

/** An article of a labelled file, as written there. */
export interface LabelledArticle {
  title: string;
  text: string;
  /** Language tag; null to find it out. */
  language: string | null;
  /** Milliseconds since 1970; null where the file has none. */
  date: number | null;
}

/** An article with the cluster that people put it in. */
export interface StoryLine extends LabelledArticle {
  id: string;
  cluster: string;
}

/**
 * Reads a JSON Lines file of articles with their gold cluster: `id`, `title`, `text`, `date`, `language`, `cluster`. Other common
 * names of these fields are known (`headline`, `body`, `lang`, `event`, `story`, `label`). Id, title, date and language may be missing.
 * @throws MitosError BAD_INPUT with file and line for what does not fit
 */
export function readStories(text: string, file: string): StoryLine[] {
  const seen = new Set<string>();
  return readJsonLines(text, file).map((line, index) => {
    const cluster = textField(line.value, ["cluster", "event", "story", "label", "gold"]);
    if (cluster === null)
      throw new MitosError("BAD_INPUT", `${line.at}: no cluster.`, "Name it in the field `cluster`.");
    const id = textField(line.value, ["id", "key", "url"]) ?? String(index);
    if (seen.has(id))
      throw new MitosError(
        "BAD_INPUT",
        `${line.at}: a second article with the id “${id}”.`,
        "Ids are unique.",
      );
    seen.add(id);
    return { id, cluster, ...labelledArticle(line) };
  });
}

/** The article of a line. @throws MitosError BAD_INPUT for one without text, or with a date that is none */
export function labelledArticle({ at, value }: JsonLine): LabelledArticle {
  const title = textField(value, ["title", "headline"]) ?? "";
  const text = textField(value, ["text", "body", "content", "articleBody"]) ?? "";
  if (`${title}${text}`.trim() === "")
    throw new MitosError("BAD_INPUT", `${at}: neither title nor text.`, "Name them `title` and `text`.");
  return {
    title,
    text,
    language: textField(value, ["lang", "language", "inLanguage"]),
    date: dateOf(value, at),
  };
}

function dateOf(value: Record<string, unknown>, at: string): number | null {
  const written = textField(value, ["date", "published", "publishedAt", "datePublished"])?.trim();
  if (written === undefined || written === "") return null;
  // Seconds or milliseconds since 1970, or 20261126.
  if (/^\d{9,10}$/.test(written)) return Number(written) * 1_000;
  if (/^\d{12,13}$/.test(written)) return Number(written);
  // Without a time zone: universal time, so that a measurement is the same everywhere.
  const isLocal = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(written);
  const withDashes = written.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const date = Date.parse(isLocal ? `${written.replace(" ", "T")}Z` : withDashes);
  if (Number.isNaN(date))
    throw new MitosError(
      "BAD_INPUT",
      `${at}: “${written}” is no date.`,
      "Write dates as 2026-11-26 or 2026-11-26T08:30:00Z.",
    );
  return date;
}
