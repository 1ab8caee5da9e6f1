import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../program/builtProgram.js";

/** A document, and the places in it that a test can check. */
export interface Document {
  /** Path from the folder of package.json. */
  path: string;
  text: string;
  blocks: Block[];
  /** Targets of links and images, outside code. */
  links: string[];
}

/** A fenced block. */
export interface Block {
  language: string;
  text: string;
  line: number;
}

/** README.md and the other documents beside it, and all of docs/. */
export function readDocuments(): Document[] {
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const docs = readdirSync(path.join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.split(path.sep).join("/")}`);
  return [...top, ...docs].sort().map((name) => parse(name, readFileSync(path.join(root, name), "utf8")));
}

/** Finds the blocks and links of a Markdown text. */
export function parse(name: string, text: string): Document {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { fence: string; block: Block } | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const fence = /^\s*(`{3,}|~{3,})\s*([\w-]*)/u.exec(line);
    if (open === null && fence?.[1] !== undefined) {
      open = { fence: fence[1], block: { language: fence[2] ?? "", text: "", line: index + 1 } };
    } else if (open !== null && line.trim() === open.fence) {
      blocks.push(open.block);
      open = null;
    } else if (open !== null) {
      open.block.text += `${line}\n`;
    } else {
      prose.push(line);
    }
  }
  const withoutCode = prose.join("\n").replace(/`[^`\n]*`/gu, "");
  const inline = [...withoutCode.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/gu)];
  const references = [...withoutCode.matchAll(/^\[[^\]]+\]:\s+(\S+)/gmu)];
  return { path: name, text, blocks, links: [...inline, ...references].map((match) => match[1] ?? "") };
}

/** The anchors that a Markdown text's headings make, as GitHub names them. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#{1,6}\s+(.*)$/gmu)].map((match) =>
    (match[1] ?? "")
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/gu, "-"),
  );
}
