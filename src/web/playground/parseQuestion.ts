/** A named, runnable question of the gallery. */
export interface Question {
  /** File name without its ending, such as `01-newest`; unique. */
  id: string;
  title: string;
  description: string;
  /** Keys of the kinds of user it is for, lower case. */
  audiences: string[];
  /** The operation, with title and description as its first comment. */
  query: string;
  /** JSON text for the variables editor; "" for none. */
  variables: string;
}

const SETTING = /^(for|variables)\s*:\s*(.*)$/iu;

/**
 * Reads a file of examples/operations. Total: whatever the file lacks is made up from its name.
 * @param path of the file
 * @param text that begins with `# Title`, `# Description` lines, `# for: …` and perhaps `# variables: {…}`
 */
export function parseQuestion(path: string, text: string): Question {
  const id = (path.split("/").pop() ?? path).replace(/\.graphql$/u, "");
  const lines = text
    .replace(/^\uFEFF/u, "")
    .trim()
    .split(/\r?\n/u);
  const end = lines.findIndex((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  const comments = lines
    .slice(0, end === -1 ? lines.length : end)
    .map((line) => line.replace(/^\s*#\s?/u, "").trimEnd());
  const prose: string[] = [];
  const settings = { for: "", variables: "" };
  let open: "variables" | null = null;
  for (const line of comments) {
    const setting = SETTING.exec(line.trim());
    const key = setting?.[1]?.toLowerCase();
    if (key === "for") {
      settings.for = setting?.[2] ?? "";
    } else if (key === "variables") {
      settings.variables = setting?.[2] ?? "";
    } else if (open !== null) {
      settings.variables += `\n${line}`;
    } else if (line.trim() !== "") {
      prose.push(line.trim());
    }
    // Long variables go on over several comment lines until they are whole.
    open = settings.variables !== "" && prettyJson(settings.variables) === null ? "variables" : null;
  }
  const [title = titleFromName(id), ...description] = prose;
  const operation = end === -1 ? "" : lines.slice(end).join("\n").trim();
  return {
    id,
    title,
    description: description.join(" "),
    audiences: settings.for
      .toLowerCase()
      .split(/[,;]/u)
      .map((word) => word.trim())
      .filter((word) => word !== ""),
    query: [...[title, ...description].map((line) => `# ${line}`), operation].join("\n") + "\n",
    variables: prettyJson(settings.variables) ?? settings.variables.trim(),
  };
}

function prettyJson(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}

function titleFromName(id: string): string {
  const words = id.replace(/^\d+[-_.\s]*/u, "").replace(/[-_]+/gu, " ");
  return words === "" ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
