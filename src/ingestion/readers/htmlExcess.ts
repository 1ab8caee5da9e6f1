import type { PageProblem } from "../Page.js";
import { problem } from "./problem.js";

const MAX_BYTES = 8 * 1024 * 1024;
const MAX_NESTING = 600;
/** Of a live blog of a whole day some 30,000. */
const MAX_ELEMENTS = 100_000;
/** Levels of all elements together: what selectors and texts cost. A large page has some hundred thousand. */
const MAX_LEVELS = 3_000_000;
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const RAW = /^(?:script|style|textarea|title)$/u;
/** Elements that end by themselves when one of their kind begins. */
const SELF_ENDING = new Set("p li dt dd option tr td th thead tbody tfoot".split(" "));
const TAG = /<(\/?)([a-z][a-z0-9-]*)|<!--/giu;

/**
 * What makes a page too much to parse, or null: found in one pass over its tags, because parsers and readability take
 * minutes for a megabyte of nested elements.
 */
export function findHtmlExcess(html: string): PageProblem | null {
  if (Buffer.byteLength(html) > MAX_BYTES) return problem("TOO_LARGE", "The page has more than 8 MB.");
  const open: string[] = [];
  const counts = new Map<string, number>();
  let elements = 0;
  let levels = 0;
  const pop = (): string | undefined => {
    const name = open.pop();
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 1) - 1);
    return name;
  };
  const pattern = new RegExp(TAG);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const name = match[2]?.toLowerCase();
    if (name === undefined) {
      const end = html.indexOf("-->", pattern.lastIndex);
      if (end < 0) return null;
      pattern.lastIndex = end + 3;
      continue;
    }
    if (match[1] === "/") {
      if ((counts.get(name) ?? 0) > 0) while (pop() !== name);
      continue;
    }
    elements++;
    levels += open.length;
    if (elements > MAX_ELEMENTS)
      return problem("TOO_LARGE", `The page has more than ${MAX_ELEMENTS} elements.`);
    if (levels > MAX_LEVELS) return problem("TOO_DEEP", "The page has too many nested elements.");
    if (VOID.has(name)) continue;
    if (SELF_ENDING.has(name) && open.at(-1) === name) pop();
    open.push(name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (open.length > MAX_NESTING)
      return problem("TOO_DEEP", `The tags nest more than ${MAX_NESTING} levels deep.`);
    if (RAW.test(name)) skipRaw(html, name, pattern);
  }
  return null;
}

/** Moves on to the end tag of an element whose content is no markup. */
function skipRaw(html: string, name: string, pattern: RegExp): void {
  const end = new RegExp(`</${name}`, "giu");
  end.lastIndex = pattern.lastIndex;
  pattern.lastIndex = end.exec(html)?.index ?? html.length;
}
