import type { DocumentContext, PageDate, PageImage, ReadResult } from "../Page.js";
import { cleanOrNull } from "./cleanText.js";
import { parseDate } from "./dates.js";
import { itemPage } from "./itemPage.js";
import { childOf, childrenOf, childText, xmlText, type XmlElement } from "./xml.js";

const NO_DATE = /^0000-/u;

/** The published posts and pages of a WordPress export; attachments become the pictures of their posts. */
export function* wordPressItems(
  channel: XmlElement,
  items: readonly XmlElement[],
  context: DocumentContext,
): Generator<ReadResult> {
  const site = childText(channel, "wp:base_blog_url", "link");
  const name = childText(channel, "title");
  const authors = new Map(
    childrenOf(channel, "wp:author").map((author) => [
      childText(author, "wp:author_login") ?? "",
      childText(author, "wp:author_display_name") ?? childText(author, "wp:author_login") ?? "",
    ]),
  );
  const attachments = new Map<string, XmlElement>();
  for (const item of items) {
    if (childText(item, "wp:post_type") === "attachment")
      attachments.set(childText(item, "wp:post_id") ?? "", item);
  }
  for (const item of items) {
    const type = childText(item, "wp:post_type") ?? "post";
    const status = childText(item, "wp:status") ?? "publish";
    if (!["post", "page"].includes(type) || status !== "publish") continue;
    const terms = (domain: string): string[] =>
      childrenOf(item, "category")
        .filter(({ attributes }) => attributes["domain"] === domain)
        .flatMap((term) => cleanOrNull(xmlText(term)) ?? []);
    const creator = childText(item, "dc:creator");
    yield itemPage(
      {
        format: "WXR",
        url: childText(item, "link"),
        base: site,
        headline: childText(item, "title"),
        description: textOrNull(xmlText(childOf(item, "excerpt:encoded"))),
        content: paragraphsOf(xmlText(childOf(item, "content:encoded"))),
        published:
          utc(childText(item, "wp:post_date_gmt")) ??
          local(childText(item, "wp:post_date", "pubdate"), context.timeZone),
        modified: utc(childText(item, "wp:post_modified_gmt")),
        authors: creator === null ? [] : [authors.get(creator) ?? creator],
        source: name === null ? null : { name, url: site },
        section: terms("category")[0] ?? null,
        keywords: terms("post_tag"),
        images: picturesOf(item, attachments),
        language: childText(channel, "language"),
        commentCount: childrenOf(item, "wp:comment").length || null,
      },
      "wxr",
    );
  }
}

/** WordPress writes paragraphs apart by blank lines and adds the tags when it shows them; comments of its editor are markup. */
function paragraphsOf(content: string): string | null {
  const text = content.replace(/<!--[\s\S]*?-->|\[\/?[a-z_-]+[^\]]*\]/gu, "");
  if (text.trim() === "") return null;
  return /<p[\s>]/iu.test(text)
    ? text
    : text
        .split(/\n\s*\n/u)
        .map((part) => `<p>${part}</p>`)
        .join("");
}

function picturesOf(item: XmlElement, attachments: ReadonlyMap<string, XmlElement>): PageImage[] {
  const thumbnail = childrenOf(item, "wp:postmeta").find(
    (meta) => childText(meta, "wp:meta_key") === "_thumbnail_id",
  );
  const id = childText(item, "wp:post_id");
  const own = attachments.get(childText(thumbnail, "wp:meta_value") ?? "");
  const others = [...attachments.values()].filter(
    (each) => id !== null && childText(each, "wp:post_parent") === id,
  );
  return [...new Set(own ? [own, ...others] : others)].flatMap((picture) => {
    const url = childText(picture, "wp:attachment_url");
    if (url === null) return [];
    const caption = textOrNull(xmlText(childOf(picture, "excerpt:encoded")));
    return [{ url, caption, creditText: null, altText: null, width: null, height: null }];
  });
}

function utc(text: string | null): PageDate | null {
  return text === null || NO_DATE.test(text) ? null : parseDate(text, "UTC");
}

function local(text: string | null, timeZone: string): PageDate | null {
  return text === null || NO_DATE.test(text) ? null : parseDate(text, timeZone);
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}
