import type { HtmlDocument, HtmlElement, HtmlNode } from "./html.js";
import { INLINE, isElement, UNSEEN } from "./html.js";
import { cleanText } from "./cleanText.js";
import { articleRun, sumOfWeights } from "./articleRun.js";
import { bareText } from "./pageLine.js";
import { readTextArticle, type TextArticle } from "./textArticle.js";
import type { TextLine } from "./textLines.js";
import { splitTextParts } from "./textParts.js";
import { isTeaser } from "./withoutEdges.js";
import { withoutFrame } from "./withoutFrame.js";

/** What the lines of a page say of its article, without regard to its elements. */
export interface UnmarkedPage extends TextArticle {
  /** Is this as good a body as that one, by the sentences in them? */
  isBetterThan(paragraphs: readonly string[]): boolean;
}

/** So much more another body must have. */
const BETTER = 1.3;

/**
 * Reads a page as a text dump is read: for pages whose elements say nothing, as those that lay everything out in tables. Null where no
 * paragraph is found.
 * @param title of the page, as it stands
 */
export function readUnmarkedPage(
  document: HtmlDocument,
  title: string,
  timeZone: string,
): UnmarkedPage | null {
  const lines: TextLine[] = [
    ...(title === "" ? [] : [{ text: title, number: 1, afterBlank: true }]),
    ...elementLines(document.body),
  ];
  if (articleRun(lines) === null) return null;
  const cropped = withoutFrame(lines, timeZone, true);
  if (cropped === lines) return null;
  const article = readTextArticle(splitTextParts(cropped), timeZone);
  const known = new Set(lines.filter(({ isLink }) => isLink !== true).map(({ text }) => bareText(text)));
  return {
    ...article,
    isBetterThan: (paragraphs) => {
      // Text that is no line of the page was put together from several: from teasers, as a rule.
      const sure = paragraphs.filter((text) => known.has(bareText(text)));
      return weightOf(sure) <= BETTER * weightOf(article.paragraphs);
    },
  };
}

function weightOf(paragraphs: readonly string[]): number {
  return sumOfWeights(paragraphs.map((text, index) => ({ text, number: index, afterBlank: true })));
}

/** The lines of an element as a reader sees them; each break begins a line. */
function elementLines(element: HtmlElement): TextLine[] {
  const lines: TextLine[] = [];
  let text = "";
  let linked = 0;
  let strong = 0;
  const flush = (): void => {
    const line = cleanText(text);
    const letters = text.replace(/\s/gu, "").length;
    if (line !== "") {
      lines.push({
        text: line,
        number: lines.length + 1,
        afterBlank: true,
        ...((linked >= letters * 0.9 || isTeaser({ text: line, linked: linked / letters })) && {
          isLink: true,
        }),
        ...(strong >= letters * 0.9 && { isHeading: true }),
      });
    }
    text = "";
    linked = 0;
    strong = 0;
  };
  const visit = (node: HtmlNode, isLink: boolean, isStrong: boolean): void => {
    if (!isElement(node)) {
      const piece = node.textContent ?? "";
      const letters = piece.replace(/\s/gu, "").length;
      text += piece;
      if (isLink) linked += letters;
      if (isStrong) strong += letters;
      return;
    }
    const tag = node.tagName.toUpperCase();
    if (UNSEEN.has(tag) || tag === "SELECT" || tag === "BUTTON") return;
    if (tag === "BR") {
      flush();
      return;
    }
    const isInline = INLINE.has(tag);
    if (!isInline) flush();
    const isHere = isStrong || isStrongElement(node, tag);
    for (const child of node.childNodes)
      if (child.nodeType === 1 || child.nodeType === 3) visit(child, isLink || tag === "A", isHere);
    if (!isInline) flush();
  };
  visit(element, false, false);
  flush();
  return lines;
}

function isStrongElement(element: HtmlElement, tag: string): boolean {
  if (/^(?:H[1-4]|B|STRONG)$/u.test(tag)) return true;
  if (tag === "FONT") return /^(?:[4-7]|\+[1-4])$/u.test(element.getAttribute("size") ?? "");
  return /(?:^|[\s_-])(?:title|headline|titlos|hl|head)(?:$|[\s_-])/u.test(
    (element.getAttribute("class") ?? "").toLowerCase(),
  );
}
