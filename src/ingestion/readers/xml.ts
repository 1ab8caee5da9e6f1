import { Parser } from "htmlparser2";
import { cleanOrNull } from "./cleanText.js";

/** An element of an XML document; names are in small letters, with their prefix. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (XmlElement | string)[];
}

/** More nested than any feed; what is deeper is left out. */
const MAX_DEPTH = 200;

/**
 * Parses XML as the world writes it: a tag that is not closed, an unknown entity or a stray `&` spoil only their own element.
 * Entities that a document declares are never expanded.
 */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let tooDeep = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MAX_DEPTH) {
          tooDeep++;
          return;
        }
        const element = { name: name.toLowerCase(), attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(data) {
        const children = open.at(-1)?.children;
        const last = children?.at(-1);
        if (children && typeof last === "string") children[children.length - 1] = last + data;
        else children?.push(data);
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep--;
        else if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** Child elements of a name, in order. */
export function childrenOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== "string" && names.includes(child.name),
  );
}

/** First child element of the first of these names that there is. */
export function childOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined {
  for (const name of names) {
    const found = childrenOf(element, name)[0];
    if (found) return found;
  }
  return undefined;
}

/** The descendant elements of a name, in order, those inside each other too. */
export function* descendantsOf(element: XmlElement, ...names: readonly string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    if (names.includes(child.name)) yield child;
    yield* descendantsOf(child, ...names);
  }
}

/** All text of an element, as it is. */
export function xmlText(element: XmlElement | undefined): string {
  return (element?.children ?? [])
    .map((child) => (typeof child === "string" ? child : xmlText(child)))
    .join("");
}

/** Clean text of the first child of these names; null for none. */
export function childText(element: XmlElement | undefined, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = cleanOrNull(xmlText(childOf(element, name)));
    if (text !== null) return text;
  }
  return null;
}

/** The content of an element as markup: XHTML inside a feed. */
export function innerMarkup({ children }: XmlElement): string {
  return children
    .map((child) => {
      if (typeof child === "string") return escape(child);
      const name = child.name.replace(/^.*:/u, "");
      const attributes = Object.entries(child.attributes)
        .map(([key, value]) => ` ${key}="${escape(value)}"`)
        .join("");
      return `<${name}${attributes}>${innerMarkup(child)}</${name}>`;
    })
    .join("");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
