import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingestInto, openTestDatabase, type TestDatabase } from "../fixtures/testDatabase.js";
import { startTestServer, type TestServer } from "./testServer.js";

let database: TestDatabase;
let server: TestServer;

const PAGE = `<!doctype html><html lang="en"><head><title>🎈 Putin calls Xi</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"🎈 Putin calls Xi Jinping 𝄞",
"datePublished":"2023-05-04T10:00:00Z","url":"https://positions.example/call","publisher":{"@type":"Organization","name":"Positions"}}</script></head>
<body><article><h1>🎈 Putin calls Xi Jinping 𝄞</h1>
<p>😀😀 Vladimir Putin called Xi Jinping on Thursday, the Kremlin said — the 🌍 call lasted an hour, and “both” spoke of Ukraine &amp; trade &lt;b&gt;.</p>
<p>Ο Βλαντίμιρ Πούτιν 👩‍👩‍👧‍👦 μίλησε από τη Μόσχα 🇬🇷🇨🇳 για την Κίνα, είπε ο Ντμίτρι Πεσκόφ.</p>
<p>𠮷野家 𝒳 and then China answered; a third paragraph names Beijing 🏛️ and Moscow once more, so that offsets must add up.</p>
</article></body></html>`;

beforeAll(async () => {
  database = await openTestDatabase();
  const file = path.join(database.settings.dataDirectory, "page.html");
  writeFileSync(file, PAGE);
  const report = await ingestInto(database, [file]);
  expect(report.created).toBe(1);
  server = await startTestServer(database);
});
afterAll(async () => {
  await server.close();
  await database.close();
});

/** Cuts a text by offsets in a unit. */
const slices: Record<string, (text: string, start: number, end: number) => string> = {
  UTF16: (text, start, end) => text.slice(start, end),
  CODE_POINT: (text, start, end) => [...text].slice(start, end).join(""),
  UTF8: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
};

interface Position {
  start: number;
  end: number;
  unit: string;
}

const UNITS = Object.keys(slices);

test("mentions and paragraphs stand where their positions say, in every unit and frame", async () => {
  const positions = (frames: string[]): string =>
    UNITS.flatMap((unit) =>
      frames.map(
        (frame) => `${unit}_${frame}: position(unit: ${unit}, relativeTo: ${frame}) { start end unit }`,
      ),
    ).join(" ");
  const { articles } = await server.query(`{articles(first: 1) { nodes {
    headline articleBody
    paragraphs(parts: [HEADLINE, LEAD, BODY, CAPTION]) { nodes { index part text ${UNITS.map((unit) => `${unit}: position(unit: ${unit}) { start end unit }`).join(" ")} } }
    mentions(first: 100) { nodes {
      surface part paragraphIndex ${positions(["ARTICLE", "PARAGRAPH"])}
      quote(contextChars: 5) { prefix exact suffix } sentence { fragment ranges { start end text } }
    } }
  } }}`);
  const [article] = articles.nodes;
  const paragraphs = article.paragraphs.nodes as ({ index: number; part: string; text: string } & Record<
    string,
    Position
  >)[];
  const texts = new Map(paragraphs.map(({ index, text }) => [index, text]));
  expect(paragraphs.length).toBeGreaterThanOrEqual(4);
  expect(article.articleBody).toMatch(/\u{1F600}/u);
  for (const paragraph of paragraphs) {
    const frame = ["LEAD", "BODY"].includes(paragraph.part) ? article.articleBody : paragraph.text;
    for (const unit of UNITS) {
      const { start, end, unit: given } = paragraph[unit] as Position;
      expect(given).toBe(unit);
      expect(slices[unit]!(frame, start, end)).toBe(paragraph.text);
    }
  }
  const mentions = article.mentions.nodes;
  const surfaces = mentions.map(({ surface }: { surface: string }) => surface);
  expect(surfaces).toEqual(
    expect.arrayContaining(["Vladimir Putin", "Xi Jinping", "Βλαντίμιρ Πούτιν", "Beijing", "Moscow"]),
  );
  for (const mention of mentions) {
    const paragraph = texts.get(mention.paragraphIndex) ?? "";
    const isInBody = ["LEAD", "BODY"].includes(mention.part);
    const frames = { ARTICLE: isInBody ? article.articleBody : paragraph, PARAGRAPH: paragraph };
    for (const unit of UNITS) {
      for (const [frame, text] of Object.entries(frames)) {
        const { start, end } = mention[`${unit}_${frame}`];
        expect(slices[unit]!(text, start, end)).toBe(mention.surface);
      }
    }
    const { start, end } = mention.UTF16_PARAGRAPH;
    expect(mention.quote).toEqual({
      exact: mention.surface,
      prefix: paragraph.slice(Math.max(0, start - 5), start).toWellFormed(),
      suffix: paragraph.slice(end, end + 5).toWellFormed(),
    });
    const { fragment, ranges } = mention.sentence;
    expect(paragraph).toContain(fragment);
    expect(ranges).toHaveLength(1);
    expect(fragment.slice(ranges[0].start, ranges[0].end)).toBe(mention.surface);
  }
});

test("highlights count UTF-16 and escape what the page says", async () => {
  const { search } = await server.query(
    '{search(q: "Ukraine trade") { edges { highlights { fragment html ranges { start end text } } } }}',
  );
  const highlights = search.edges.flatMap((edge: { highlights: object[] }) => edge.highlights);
  const [first] = highlights.filter(({ fragment }: { fragment: string }) => fragment.includes("😀"));
  expect(first.ranges.map(({ text }: { text: string }) => text)).toEqual(["Ukraine", "trade"]);
  for (const { start, end, text } of first.ranges) expect(first.fragment.slice(start, end)).toBe(text);
  expect(first.html).toContain("<mark>Ukraine</mark> &#38; <mark>trade</mark> &#60;b&#62;");
});

test("a body that is cut has no half character", async () => {
  const { articles } = await server.query(
    "{articles { nodes { articleBody cut: articleBody(maxChars: 1) none: articleBody(maxChars: 0) } }}",
  );
  const [{ articleBody, cut, none }] = articles.nodes;
  expect(articleBody.codePointAt(0)).toBe(0x1f600);
  expect(cut.isWellFormed()).toBe(true);
  expect(none).toBe("");
});
