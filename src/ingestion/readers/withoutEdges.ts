import type { TextBlock } from "./textBlocks.js";

/** A block of so many letters is a paragraph whatever it ends with. */
const LONG = 140;
const FEWEST_LETTERS = 6;
/** A teaser is no longer than this. */
const LONGEST_TEASER = 220;
/** What stands above the text of an article is at most so many blocks. */
const MOST_ABOVE = 12;
const LINKED = 0.9;
/** «RELATED: …», "VIDEO: …": a label and a link. */
const LABELLED = /^[\p{Lu}][\p{Lu}\s'’-]{2,30}:\s/u;
const HALF_LINKED = 0.5;
/** The end of a sentence, the sign of its writer or agency behind it: "… (dpa)". */
const SENTENCE_END = /[.!?;…。！？؟][»”"’')\]]*(?:\s*[([][^()[\]]{1,40}[)\]])?$/u;

/**
 * Leaves out the blocks of a body that are links to other articles, and what is no sentence before its first paragraph
 * and behind its last one: labels, names of boxes, buttons. A body without paragraphs stays as it is.
 */
export function withoutEdges(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const own = blocks.filter((block) => !isTeaser(block));
  const first = own.findIndex(isParagraph);
  if (first < 0) return own.length > 0 ? own : blocks;
  const last = own.findLastIndex((block) => isParagraph(block) || isListItem(block));
  return own.slice(first > MOST_ABOVE ? 0 : first, last + 1);
}

/** Is a block a link to another article? `linked` is the share of its letters that are links. */
export function isTeaser({ text, linked }: Pick<TextBlock, "text" | "linked">): boolean {
  if (text.length > LONGEST_TEASER) return false;
  return linked >= LINKED || (linked >= HALF_LINKED && LABELLED.test(text));
}

function isParagraph({ text, tag }: TextBlock): boolean {
  if (text.length >= LONG) return true;
  // "9:25 p.m." ends like a sentence, and is none.
  return (
    !/^H[1-6]$/u.test(tag) &&
    SENTENCE_END.test(text) &&
    (text.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS
  );
}

/** Lists of figures and of names end an article too. */
function isListItem({ tag, linked }: TextBlock): boolean {
  return tag === "LI" && linked < HALF_LINKED;
}
