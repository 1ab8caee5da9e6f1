import { cleanText } from "./cleanText.js";
import { INLINE, isElement, UNSEEN, type HtmlElement } from "./html.js";

/** A block of text of a page as a reader sees it. */
export interface TextBlock {
  text: string;
  /** Share of its letters that are links, 0 to 1. */
  linked: number;
  /** Name of the innermost element around it that is no part of a line, such as `P` or `H2`. */
  tag: string;
}

const TEXT = 3;

/** The blocks of an element in order: paragraphs, headings, list items, parts between double line breaks. */
export function textBlocks(element: HtmlElement): TextBlock[] {
  const blocks: TextBlock[] = [];
  let buffer = "";
  let linked = 0;
  let breaks = 0;
  const flush = (tag: string): void => {
    const text = cleanText(buffer);
    if (text !== "") blocks.push({ text, linked: linked / lettersOf(buffer), tag });
    buffer = "";
    linked = 0;
  };
  const visit = (parent: HtmlElement, tag: string, isLink: boolean): void => {
    for (const node of parent.childNodes) {
      if (node.nodeType === TEXT) {
        const text = node.textContent ?? "";
        if (text.trim() !== "") breaks = 0;
        buffer += text;
        if (isLink) linked += lettersOf(text);
      } else if (isElement(node)) {
        const name = node.tagName.toUpperCase();
        if (name === "BR") {
          if (++breaks > 1) flush(tag);
          buffer += " ";
        } else if (!UNSEEN.has(name)) {
          const isInline = INLINE.has(name);
          if (!isInline) flush(tag);
          visit(node, isInline ? tag : name, isLink || name === "A");
          if (!isInline) flush(name);
        }
      }
    }
  };
  visit(element, element.tagName.toUpperCase(), false);
  flush(element.tagName.toUpperCase());
  return blocks;
}

/** Texts of the blocks of an element, see {@link textBlocks}. */
export function blockTexts(element: HtmlElement): string[] {
  return textBlocks(element).map(({ text }) => text);
}

function lettersOf(text: string): number {
  return text.replace(/\s/gu, "").length;
}
