import type { Reader } from "../Page.js";
import { cleanOrNull } from "./cleanText.js";
import { parseDate } from "./dates.js";
import { itemPage } from "./itemPage.js";
import { problem } from "./problem.js";
import { childOf, childrenOf, childText, descendantsOf, parseXml, xmlText } from "./xml.js";

/**
 * News sitemaps (https://www.google.com/schemas/sitemap-news/0.9): headline, outlet, time, keywords and address of each
 * article, without its text. Other sitemaps have no headlines.
 */
export const sitemapReader: Reader = {
  format: "SITEMAP",
  accepts(head) {
    return /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/iu.test(head);
  },
  *read(text, context) {
    const root = parseXml(text);
    const urls = [...descendantsOf(root, "url")];
    const isNews = urls.some((url) => childOf(url, "news:news", "n:news") !== undefined);
    if (!isNews) {
      yield {
        problem: problem("UNKNOWN_FORMAT", "The sitemap names pages, but tells nothing of their articles."),
      };
      return;
    }
    for (const url of urls) {
      const news = childOf(url, "news:news", "n:news");
      const publication = childOf(news, "news:publication", "n:publication");
      const name = childText(publication, "news:name", "n:name");
      const address = childText(url, "loc");
      const date = (value: string | null) => (value === null ? null : parseDate(value, context.timeZone));
      const site = address !== null && URL.canParse(address) ? new URL("/", address).href : null;
      yield itemPage(
        {
          format: "SITEMAP",
          url: address,
          headline: childText(news, "news:title", "n:title"),
          description: null,
          content: null,
          published: date(childText(news, "news:publication_date", "n:publication_date")),
          modified: date(childText(url, "lastmod")),
          source: name === null ? null : { name, url: site },
          keywords: (childText(news, "news:keywords", "n:keywords") ?? "").split(/\s*,\s*/u),
          images: childrenOf(url, "image:image").map((image) => ({
            url: childText(image, "image:loc"),
            caption: cleanOrNull(xmlText(childOf(image, "image:caption", "image:title"))),
            creditText: null,
            altText: null,
            width: null,
            height: null,
          })),
          language: childText(publication, "news:language", "n:language"),
        },
        "sitemap",
      );
    }
  },
};
