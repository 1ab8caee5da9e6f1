import type { SpanType } from "../labels.js";

/** A piece of a line: a name with its type, or what stands between names. */
export interface Segment {
  text: string;
  type: SpanType | null;
}

/** Lines that follow each other: perhaps one article. */
export type TaggedBlock = Segment[][];

/** A file of training/ after reading. */
export interface TaggedFile {
  blocks: TaggedBlock[];
  /** What is wrong, each with file and line; these lines are left out. */
  problems: string[];
}

const TYPES: Readonly<Record<string, SpanType>> = { P: "PERSON", L: "PLACE", O: "ORGANIZATION", M: "OTHER" };
const MARK = /\[([A-Z]) ([^[\]]*)\]/gu;

/** Reads sentences with marked names; training/README.md tells the format. `name` is for messages. */
export function readTaggedText(content: string, name: string): TaggedFile {
  const blocks: TaggedBlock[] = [];
  const problems: string[] = [];
  let block: TaggedBlock = [];
  content.split(/\r?\n/u).forEach((raw, index) => {
    const line = raw.trim();
    if (line.startsWith("#")) return;
    if (line === "") {
      if (block.length > 0) blocks.push(block);
      block = [];
      return;
    }
    const segments = readLine(line);
    if (typeof segments === "string") problems.push(`${name}:${String(index + 1)}: ${segments}`);
    else block.push(segments);
  });
  if (block.length > 0) blocks.push(block);
  return { blocks, problems };
}

/** The segments of a line, or what is wrong with it. */
function readLine(line: string): Segment[] | string {
  const segments: Segment[] = [];
  let end = 0;
  const addPlain = (text: string): void => {
    if (text !== "") segments.push({ text, type: null });
  };
  for (const match of line.matchAll(MARK)) {
    const [all, letter = "", text = ""] = match;
    const type = TYPES[letter];
    if (!type) return `no type has the letter ${letter}`;
    if (text.trim() === "" || text !== text.trim()) return `a name is empty or has blanks around it: ${all}`;
    addPlain(line.slice(end, match.index));
    segments.push({ text, type });
    end = match.index + all.length;
  }
  addPlain(line.slice(end));
  const stray = segments.find((segment) => segment.type === null && /[[\]]/u.test(segment.text));
  return stray ? `a square bracket that marks no name: ${stray.text.trim()}` : segments;
}
