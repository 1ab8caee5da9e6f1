import { describe, expect, test } from "vitest";
import { readPage, readRecord } from "./readPage.js";

const LEAD =
  "The harbour of Piraeus stayed shut for three hours on Tuesday morning because of a strong north wind.";
const BODY =
  "The first ships left shortly after noon for the Cyclades and for Crete, the coast guard said in Athens.";
const URL = "https://news.example/world/harbour.html";

/** A page with these elements in its head, above its paragraphs and below them. */
function html(head: string, above = "", below = ""): string {
  return `<!doctype html><html lang="en"><head><title>Harbour shut | News</title>${head}</head>
    <body><article><h1>Harbour shut</h1>${above}<p>${LEAD}</p><p>${BODY}</p>${below}</article></body></html>`;
}

function jsonLd(fields: object): string {
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: "Harbour shut",
    ...fields,
  };
  return `<script type="application/ld+json">${JSON.stringify(article)}</script>`;
}

describe("what is read from where", () => {
  test("JSON-LD counts more than OpenGraph, and that more than the text; each field says whence it is", () => {
    const page = readPage(
      html(
        `${jsonLd({ datePublished: "2024-01-02T03:04:05Z" })}
         <meta property="article:published_time" content="2020-01-01"><meta property="article:section" content="World">`,
        `<div class="kicker">Local</div>`,
      ),
    );
    expect(page.datePublished).toEqual({ time: Date.parse("2024-01-02T03:04:05Z"), precision: "SECOND" });
    expect(page.section).toBe("World");
    const from = Object.fromEntries(page.fields.map((field) => [field.field, field.from]));
    expect(from).toMatchObject({
      headline: "json-ld",
      datePublished: "json-ld",
      section: "og",
      language: "visible",
    });
  });

  test("a date is as exact as it is printed", () => {
    const precision = (date: string): string | undefined =>
      readPage(html(jsonLd({ datePublished: date }))).datePublished?.precision;
    expect(precision("2024-01-02T03:04:05+02:00")).toBe("SECOND");
    expect(precision("2024-01-02T03:04")).toBe("MINUTE");
    expect(precision("2024-01-02")).toBe("DAY");
    expect(precision("2024-01")).toBe("MONTH");
    expect(precision("soon")).toBeUndefined();
  });

  test("a date of a teaser is not the page's", () => {
    const teaser = `<section class="related"><h2>Related</h2><a href="/b">The harbour of Rafina opens</a>
      <time datetime="2021-05-05">5 May 2021</time></section>`;
    expect(readPage(html("", "", teaser)).datePublished).toBeNull();
  });

  test("broken JSON-LD is mended, or the page is read without it", () => {
    const broken = (script: string): string => `<script type="application/ld+json">${script}</script>`;
    const mended = html(
      broken('{"@type": "NewsArticle", "headline": "Harbour shut", "articleSection": "Ships",}'),
    );
    expect(readPage(mended).section).toBe("Ships");
    expect(readPage(html(broken('{"@type": "NewsArticle", "headline')))).toMatchObject({
      headline: "Harbour shut",
      section: null,
      lead: LEAD,
      paragraphs: [BODY],
    });
  });

  test("captions are no paragraphs, and credits are no captions", () => {
    const figure = `<figure><img src="a.jpg" width="80"><figcaption>Ships in line. Photo: Ann Roe</figcaption></figure>`;
    const page = readPage(html("", figure), "harbour.html", URL);
    expect(page.images).toEqual([
      {
        url: "https://news.example/world/a.jpg",
        caption: "Ships in line.",
        creditText: "Ann Roe",
        altText: null,
        width: 80,
        height: null,
      },
    ]);
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
  });

  test("share rows, newsletter calls, copyright, tags and credits are no paragraphs", () => {
    const page = readPage(
      html(
        "",
        `<p>Facebook Twitter</p>`,
        `<p>With reporting from Reuters</p><p>Tags: ports, weather</p><p>Sign up for our evening letter</p>
         <p>© 2024 News</p>`,
      ),
    );
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
    expect(page.infoSources).toEqual([
      { name: "Reuters", role: "ORIGINATOR", evidence: "With reporting from Reuters" },
    ]);
  });

  test("links of see-also blocks are absolute and without tracking; lists of every page are left out", () => {
    const page = readPage(
      html(
        "",
        "",
        `<div><h3>Related articles</h3><ul><li><a href="../b.html?utm_source=x#top">The harbour of Rafina opens</a></li></ul></div>
         <div><h3>Most read</h3><ul><li><a href="/c.html">Ten breakfasts for people in a hurry</a></li></ul></div>`,
      ),
      "harbour.html",
      URL,
    );
    expect(page.relatedLinks.map(({ headline, url }) => [headline, url])).toEqual([
      ["The harbour of Rafina opens", "https://news.example/b.html"],
    ]);
    expect(page.paragraphs).toEqual([BODY]);
  });
});

describe("odd text", () => {
  test("NUL, half surrogates and invisible characters of JSON and entities reach no field", () => {
    const head = `<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour \\u0000shut\\ud800",
      "author": "Ann\\udc00 Roe", "keywords": ["po\\u0000rts"], "articleSection": "\\u200bShips\\u0007",
      "url": "https://news.example/\\ud800", "image": "pi\\u0000c.jpg"}</script>
      <meta property="og:title" content="Har&#0;bour&#xD800; shut today">`;
    const below = `<p>A&#0;B &#xDFFF; ${BODY}</p>
      <aside class="related"><a href="x&#0;&#xD800;">The harbour&#0; of Rafina opens</a></aside>`;
    const page = readPage(html(head, "", below));
    const texts = JSON.stringify(page);
    expect(texts).not.toMatch(/\\u0000|\\u0007|\\ud[89a-f]|\u200b/iu);
    expect(texts.isWellFormed()).toBe(true);
    expect(page.headline).toBe("Harbour shut\ufffd");
    expect(page.keywords).toEqual(["ports"]);
    expect(page.section).toBe("Ships");
    expect(page.relatedLinks).toHaveLength(1);
  });
});

describe("what is no article", () => {
  test.each([
    ["a page cut off in its head", html(jsonLd({})).slice(0, 160), "NO_TEXT"],
    ["a page cut off before its paragraphs", html("").slice(0, html("").indexOf("<p>")), "NO_TEXT"],
    ["a page without a heading", `<html><body><p>${LEAD}</p><p>${BODY}</p></body></html>`, "NO_HEADLINE"],
    ["tags without end", `<html><body>${"<div>".repeat(2000)}<p>${LEAD}</p>`, "TOO_DEEP"],
    ["a page of many megabytes", html("", `<!-- ${"x".repeat(9_000_000)} -->`), "TOO_LARGE"],
    ["a page of very many elements", html("", "<i></i>".repeat(100_001)), "TOO_LARGE"],
  ])("%s", (_name, text, code) => {
    expect(readRecord(text, "page.html")).toEqual({
      problem: expect.objectContaining({
        code,
        message: expect.any(String),
        hint: expect.stringMatching(/\w/u),
      }),
    });
  });

  test("a page with thousands of links is read, and its list is cut", () => {
    const links = Array.from(
      { length: 3000 },
      (_, n) => `<li><a href="/a${n}">The headline of article ${n}</a></li>`,
    );
    const page = readPage(html("", "", `<section class="related"><ul>${links.join("")}</ul></section>`));
    expect(page.relatedLinks.length).toBeGreaterThan(10);
    expect(page.relatedLinks.length).toBeLessThan(500);
    expect(page.paragraphs).toEqual([BODY]);
  });
});
