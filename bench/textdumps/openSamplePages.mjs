import { readFileSync } from "node:fs";
import path from "node:path";
import { findFiles } from "../../dist/ingestion/findFiles.js";
import { decode } from "../../dist/ingestion/readers/decode.js";
import { readDocument } from "../../dist/ingestion/readers/index.js";
import { pageLanguage } from "../../dist/ingestion/pageLanguage.js";

const ARCHIVE = path.resolve(import.meta.dirname, "../../examples/archive");
const SITES = { el: "Ο Κήρυκας", en: "Harbour Wire", ru: "Северная хроника" };
const SECTIONS = { el: "Ελλάδα", en: "Politics", ru: "Политика" };

/** The dated articles of the sample archive, in the shape that the layouts take. */
export async function openSamplePages() {
  const articles = [];
  for (const { file } of findFiles([ARCHIVE])) {
    const decoded = decode(readFileSync(file), {});
    for (const { page } of readDocument(decoded.text, {
      name: file,
      url: null,
      timeZone: "UTC",
      mapping: {},
    })) {
      if (page === undefined || page.paragraphs.length < 2 || page.lead === null) continue;
      const paragraphs = [page.lead, ...page.paragraphs];
      const { language } = pageLanguage(paragraphs.join("\n"), page.language, null);
      if (!(language in SITES)) continue;
      const date = new Date(
        page.datePublished?.time ?? Date.UTC(2019, articles.length % 12, 1 + (articles.length % 28)),
      )
        .toISOString()
        .slice(0, 10);
      articles.push({
        headline: page.headline,
        paragraphs,
        date,
        section: SECTIONS[language],
        language,
        site: SITES[language],
      });
    }
  }
  return articles;
}
