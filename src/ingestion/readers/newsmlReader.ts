import type { DocumentContext, PageImage, PageInfoSource, Reader, ReadResult } from "../Page.js";
import { cleanOrNull } from "./cleanText.js";
import { parseDate } from "./dates.js";
import { itemPage } from "./itemPage.js";
import { problem } from "./problem.js";
import {
  childOf,
  childrenOf,
  childText,
  descendantsOf,
  innerMarkup,
  parseXml,
  xmlText,
  type XmlElement,
} from "./xml.js";

/** NewsML-G2 (IPTC): news items alone, in a message or in a package; text as NITF, XHTML or plain data; and NITF alone. */
export const newsmlReader: Reader = {
  format: "NEWSML_G2",
  accepts(head) {
    return /<(?:\w+:)?(?:newsItem|newsMessage|packageItem|nitf)[\s>]/u.test(head);
  },
  *read(text, context) {
    const root = withoutPrefixes(parseXml(text));
    const items = [...descendantsOf(root, "newsitem")];
    const pictures = new Map(
      items.filter((item) => classOf(item) !== "text").map((item) => [item.attributes["guid"] ?? "", item]),
    );
    const texts = items.filter((item) => classOf(item) === "text");
    const documents = items.length > 0 ? [] : [...descendantsOf(root, "nitf")];
    if (texts.length + documents.length === 0) {
      const [only] = items;
      yield only
        ? readItem(only, pictures, context)
        : { problem: problem("NO_TEXT", "The message has no news item with text.") };
    }
    for (const item of texts) yield readItem(item, pictures, context);
    for (const nitf of documents) yield readNitf(nitf, context);
  },
};

function readItem(
  item: XmlElement,
  pictures: ReadonlyMap<string, XmlElement>,
  context: DocumentContext,
): ReadResult {
  const meta = childOf(item, "itemmeta");
  const content = childOf(item, "contentmeta");
  const set = childOf(item, "contentset");
  const nitf = set ? [...descendantsOf(set, "nitf")][0] : undefined;
  const html = set ? [...descendantsOf(set, "html", "body")][0] : undefined;
  const data = childText(set, "inlinedata");
  const body = nitf
    ? nitfBody(nitf)
    : html
      ? innerMarkup(html)
      : data === null
        ? null
        : xmlText(childOf(set, "inlinedata"));
  const date = (value: string | null) => (value === null ? null : parseDate(value, context.timeZone));
  const nameOf = (element: XmlElement): string =>
    childText(element, "name") ?? element.attributes["literal"] ?? cleanOrNull(xmlText(element)) ?? "";
  const provider = childOf(meta, "provider");
  const providerName = provider ? nameOf(provider) || codeOf(provider) : "";
  const descriptions = childrenOf(content, "description");
  const summary =
    descriptions.find(({ attributes }) =>
      /summary|abstract|description/u.test(attributes["role"] ?? "description"),
    ) ?? descriptions[0];
  const language = childOf(content, "language")?.attributes["tag"] ?? item.attributes["xml:lang"] ?? null;
  const bylines = childrenOf(content, "by").flatMap(
    (by) => cleanOrNull(xmlText(by))?.replace(/^(?:by|von|par|με την?)\s+/iu, "") ?? [],
  );
  const creators = childrenOf(content, "creator")
    .map(nameOf)
    .filter((name) => name !== "");
  const guid = item.attributes["guid"] ?? null;
  const link = childrenOf(meta, "link").find(({ attributes }) =>
    /alternate|web/u.test(attributes["rel"] ?? ""),
  )?.attributes["href"];
  return itemPage(
    {
      format: "NEWSML_G2",
      url: link ?? (guid !== null && /^https?:/iu.test(guid) ? guid : null),
      headline:
        childText(content, "headline") ??
        childText(meta, "title") ??
        (nitf ? nitfHeadline(nitf) : null) ??
        childText(content, "slugline"),
      alternativeHeadlines: childrenOf(content, "headline").map(xmlText),
      description: summary ? xmlText(summary) : null,
      content: body,
      published: date(
        childText(meta, "firstcreated") ??
          childText(content, "contentcreated") ??
          childText(meta, "versioncreated"),
      ),
      modified: date(childText(meta, "versioncreated") ?? childText(content, "contentmodified")),
      authors: bylines.length > 0 ? bylines : creators,
      source: providerName === "" ? null : { name: providerName, url: null },
      section: childrenOf(meta, "service").map(nameOf)[0] || null,
      keywords: [
        ...childrenOf(content, "keyword").map(xmlText),
        ...childrenOf(content, "subject")
          .filter(
            ({ attributes }) =>
              !/cpnat:(?:person|organi[sz]ation|poi|geoArea)/iu.test(attributes["type"] ?? ""),
          )
          .map((subject) => childText(subject, "name") ?? ""),
      ],
      images: imagesOf(item, pictures),
      language,
      infoSources: childrenOf(content, "infosource").flatMap((source): PageInfoSource[] => {
        const name = nameOf(source) || codeOf(source);
        return name === "" ? [] : [{ name, role: "ORIGINATOR", evidence: name }];
      }),
      copyrightNotice: childText(childOf(item, "rightsinfo"), "copyrightnotice"),
    },
    "newsml-g2",
  );
}

function readNitf(nitf: XmlElement, context: DocumentContext): ReadResult {
  const head = childOf(nitf, "head");
  const docdata = childOf(head, "docdata");
  const issued =
    childOf(docdata, "date.issue")?.attributes["norm"] ??
    childOf(docdata, "date.release")?.attributes["norm"] ??
    null;
  const bodyHead = childOf(childOf(nitf, "body"), "body.head");
  const holder = childOf(docdata, "doc.copyright")?.attributes["holder"] ?? null;
  return itemPage(
    {
      format: "NEWSML_G2",
      url: null,
      headline: nitfHeadline(nitf) ?? childText(head, "title"),
      description: childText(bodyHead, "abstract"),
      content: nitfBody(nitf),
      published: issued === null ? null : parseDate(compactTime(issued), context.timeZone),
      modified: null,
      authors: childrenOf(bodyHead, "byline").flatMap(
        (byline) =>
          childText(byline, "person") ?? cleanOrNull(xmlText(byline))?.replace(/^by\s+/iu, "") ?? [],
      ),
      source: holder === null ? null : { name: holder, url: null },
      language: nitf.attributes["xml:lang"] ?? null,
    },
    "nitf",
  );
}

/** `20240317T101500+0200` as ISO 8601 with its marks. */
function compactTime(text: string): string {
  return text.replace(
    /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2}))?/u,
    (_, year: string, month: string, day: string, hour?: string, minute?: string, second?: string) =>
      `${year}-${month}-${day}${hour === undefined ? "" : `T${hour}:${minute}:${second}`}`,
  );
}

function nitfHeadline(nitf: XmlElement): string | null {
  const head = childOf(childOf(nitf, "body"), "body.head");
  return childText(childOf(head, "hedline"), "hl1") ?? childText(head, "hedline");
}

function nitfBody(nitf: XmlElement): string | null {
  const content = [...descendantsOf(nitf, "body.content")][0];
  if (!content) return null;
  const paragraphs = [...descendantsOf(content, "p", "hl2")].map(
    (each) => `<p>${escapeText(cleanOrNull(xmlText(each)) ?? "")}</p>`,
  );
  return paragraphs.length > 0 ? paragraphs.join("") : xmlText(content);
}

function imagesOf(item: XmlElement, pictures: ReadonlyMap<string, XmlElement>): PageImage[] {
  const links = [...descendantsOf(item, "link", "itemref")].flatMap(
    ({ attributes }) => pictures.get(attributes["residref"] ?? "") ?? [],
  );
  const own = classOf(item) === "text" ? links : [item, ...links];
  return [...new Set(own)].flatMap((picture) => {
    const remote = [...descendantsOf(picture, "remotecontent")].find(
      ({ attributes }) => attributes["href"] !== undefined,
    );
    const content = childOf(picture, "contentmeta");
    const href = remote?.attributes["href"];
    if (href === undefined) return [];
    const size = (name: string): number | null => Number(remote?.attributes[name]) || null;
    const creator = childOf(content, "creator");
    return [
      {
        url: URL.canParse(href) ? href : null,
        caption: childText(content, "description"),
        creditText: childText(content, "creditline") ?? childText(creator, "name"),
        altText: null,
        width: size("width"),
        height: size("height"),
      },
    ];
  });
}

/** `text`, `picture` and others of IPTC's news item natures; an item that does not say is text. */
function classOf(item: XmlElement): string {
  const code = childOf(childOf(item, "itemmeta"), "itemclass")?.attributes["qcode"] ?? "ninat:text";
  return code.replace(/^.*:/u, "").toLowerCase();
}

/** The name in a code such as `nprov:AFP`. */
function codeOf({ attributes }: XmlElement): string {
  const code = attributes["qcode"] ?? attributes["uri"] ?? "";
  return code.replace(/^.*[:/]/u, "");
}

/** Namespace prefixes are free in XML; those of languages stay. */
function withoutPrefixes(element: XmlElement): XmlElement {
  return {
    ...element,
    name: element.name.replace(/^(?!xml:)[\w-]+:/u, ""),
    children: element.children.map((child) => (typeof child === "string" ? child : withoutPrefixes(child))),
  };
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
