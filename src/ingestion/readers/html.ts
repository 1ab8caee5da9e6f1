import { parseHTML } from "linkedom";
import { cleanText } from "./cleanText.js";

/** The part of the DOM that the HTML reader uses. The browser's types would let code use what linkedom has not. */
export interface HtmlNode {
  nodeType: number;
  textContent: string | null;
  childNodes: Iterable<HtmlNode>;
  previousSibling: HtmlNode | null;
}

/** An element of a page. */
export interface HtmlElement extends HtmlNode {
  tagName: string;
  children: Iterable<HtmlElement>;
  parentElement: HtmlElement | null;
  nextElementSibling: HtmlElement | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  closest(selector: string): HtmlElement | null;
  contains(other: HtmlElement): boolean;
  removeAttribute(name: string): void;
  append(child: HtmlNode): void;
  remove(): void;
}

/** A parsed page. */
export interface HtmlDocument {
  documentElement: HtmlElement;
  body: HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

const ELEMENT = 1;
const TEXT = 3;
/** Elements that no reader sees. */
export const UNSEEN = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "SVG", "HEAD"]);
/** Elements that stand in a line of text. */
export const INLINE = new Set(
  "A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);

/** Parses a page; what stands outside the body, as in pages without one, is moved into it. */
export function parseHtml(text: string): HtmlDocument {
  const html = /<html[\s>]/iu.test(text)
    ? text
    : `<!doctype html><html><head></head><body>${text}</body></html>`;
  const { document } = parseHTML(html) as unknown as { document: HtmlDocument };
  const { body } = document;
  for (const child of [...document.documentElement.children]) {
    if (child !== body && child.tagName !== "HEAD") body.append(child);
  }
  return document;
}

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT;
}

/** Visible text of an element in one line. */
export function textOf(element: HtmlNode | null): string {
  return element === null ? "" : cleanText(rawText(element));
}

function rawText(node: HtmlNode): string {
  if (node.nodeType === TEXT) return node.textContent ?? "";
  if (!isElement(node)) return "";
  const tag = node.tagName.toUpperCase();
  if (UNSEEN.has(tag)) return "";
  if (tag === "BR") return " ";
  let text = "";
  for (const child of node.childNodes) text += rawText(child);
  return INLINE.has(tag) ? text : ` ${text} `;
}

/** Class names and id of an element in one string, small letters. */
export function marksOf(element: HtmlElement): string {
  return `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.toLowerCase();
}

/** Address in a page, absolute where the page's own is known, without fragment and tracking parameters; null for none. */
export function absoluteUrl(href: string | null | undefined, base: string | null): string | null {
  const value = href?.trim() ?? "";
  if (value === "" || /^(?:#|javascript:|mailto:|tel:|data:|blob:)/iu.test(value)) return null;
  try {
    const url = new URL(value, base ?? undefined);
    if (!/^https?:$/u.test(url.protocol)) return null;
    url.hash = "";
    for (const name of [...url.searchParams.keys()]) {
      if (/^(?:utm_|fbclid$|gclid$)/u.test(name)) url.searchParams.delete(name);
    }
    return url.href;
  } catch {
    return base === null ? cleanText(value) : null;
  }
}
