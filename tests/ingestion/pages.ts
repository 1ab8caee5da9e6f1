import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { makeFolder } from "../fixtures/testDatabase.js";

/** What a page of a test says; the rest is filled in. */
export interface TestPage {
  headline: string;
  /** Second headline with share words behind it (text dumps). */
  second?: string;
  paragraphs?: string[];
  published?: string;
  section?: string;
  byline?: string;
  agencies?: string;
  teasers?: TestTeaser[];
  /** Canonical address (HTML). */
  url?: string;
}

export interface TestTeaser {
  headline: string;
  /** As printed behind the section, where it is not the same. */
  again?: string;
  section?: string;
  lead?: string;
  byline?: string;
  /** HTML only. */
  url?: string;
}

const PARAGRAPHS = [
  "The harbour stayed shut for three hours on Tuesday morning because of a strong wind, the coast guard said.",
  "The first ships left shortly after noon, and by the evening all passengers had gone aboard, said the guard.",
];

/** A page as a crawler flattens it. */
export function textPage({
  headline,
  second,
  paragraphs = PARAGRAPHS,
  teasers = [],
  ...page
}: TestPage): string {
  const lines = [headline, ""];
  if (second !== undefined) lines.push(`${second} Facebook Twitter`);
  if (page.published !== undefined) lines.push(page.published);
  if (page.byline !== undefined) lines.push(page.byline);
  lines.push("", ...paragraphs.flatMap((text) => [text, ""]));
  if (page.agencies !== undefined) lines.push(`With reporting from ${page.agencies}`, "");
  if (page.section !== undefined) lines.push(page.section, "0", "");
  if (teasers.length > 0) lines.push("SEE ALSO", "");
  for (const { section = "World", ...teaser } of teasers) {
    lines.push(teaser.headline, "", `${section} / ${teaser.again ?? teaser.headline}`, "");
    if (teaser.lead !== undefined) lines.push(teaser.lead);
    if (teaser.byline !== undefined) lines.push(teaser.byline);
  }
  return `${lines.join("\n")}\n`;
}

/** A page as a browser saves it. */
export function htmlPage({ headline, paragraphs = PARAGRAPHS, teasers = [], ...page }: TestPage): string {
  const article = {
    "@type": "NewsArticle",
    headline,
    datePublished: page.published,
    articleSection: page.section,
    author: page.byline,
  };
  const links = teasers.map(
    ({ headline: title, url, lead }) =>
      `<li><a href="${url ?? "#"}">${title}</a>${lead === undefined ? "" : `<p>${lead}</p>`}</li>`,
  );
  return `<!doctype html><html lang="en"><head><title>${headline}</title>
    ${page.url === undefined ? "" : `<link rel="canonical" href="${page.url}">`}
    <script type="application/ld+json">${JSON.stringify(article)}</script></head>
    <body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}
    ${page.agencies === undefined ? "" : `<p>With reporting from ${page.agencies}</p>`}</article>
    ${links.length === 0 ? "" : `<section class="related"><h2>See also</h2><ul>${links.join("")}</ul></section>`}
    </body></html>`;
}

/** Writes files into a folder, a new one unless it is given; paths are relative to it. */
export function writeFiles(files: Record<string, string | Uint8Array>, folder = makeFolder()): string {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** `source.json` of an outlet. */
export function sourceFile(name: string, fields: object = {}): string {
  return JSON.stringify({ name, language: "en", ...fields });
}
