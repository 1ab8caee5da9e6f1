import { describe, expect, test } from "vitest";
import { parseDateLine } from "../../src/ingestion/readers/dates.js";
import { parseByline } from "../../src/ingestion/readers/byline.js";
import { readPage } from "./readPage.js";

const PARAGRAPHS = [
  "The harbour of Vathi will be closed to ferries for two weeks while divers repair the eastern pier, the port authority said.",
  "Traders on the quay asked for help with the rent, as most of their customers arrive by sea in that month of the year.",
  "A bus will take passengers to the small port of Karlovasi, where the boats are to moor until the work is done. (pk)",
];

function pageOf(above: string, below = "", between = "", tag = "article"): string {
  return `<html><head><title>Harbour of Vathi closed for two weeks</title></head><body>
    <div class="top"><a href="/">Front page</a> <a href="/sea">The sea</a></div>
    <h1>Harbour of Vathi closed for two weeks</h1>${above}
    <${tag} class="story">${PARAGRAPHS.map((text) => `<p>${text}</p>`).join(between)}${below}</${tag}>
  </body></html>`;
}

function bodyOf(html: string): string[] {
  const { lead, paragraphs } = readPage(html, "page.html");
  return [...(lead === null ? [] : [lead]), ...paragraphs];
}

describe("a headline in the lines of a page", () => {
  const MENU = ["The sea", "Ports", "Markets", "Weather", "Letters", "Search", "Sign in"];

  test.each([
    ["that ends with a full stop", "Ferries for Vathi: what the islands ask of the ministry in the U.S.", []],
    [
      "that stands far above the text",
      "Harbour of Vathi closed for two weeks",
      Array.from({ length: 60 }, (_, at) => `Tide ${at}`),
    ],
  ])("%s is the one that the title repeats", (_name, headline, between) => {
    const lines = [
      `${headline} | The Daily Example`,
      ...MENU,
      headline,
      ...between,
      "Vathi harbour",
      ...PARAGRAPHS,
      ...MENU,
    ];
    expect(readPage(lines.join("\n"), "page.txt").headline).toBe(headline);
  });
});

test.each(["5 comments", "Tags: harbour, ferries"])(
  "comments below «%s» are no text, though they are longer",
  (head) => {
    const comments = Array.from(
      { length: 30 },
      (_, at) =>
        `I have taken that boat for ${at + 20} years and never has anybody asked me what I think of the pier. Nobody will.`,
    );
    const lines = [
      "Harbour of Vathi closed for two weeks",
      "",
      ...PARAGRAPHS,
      ...PARAGRAPHS.map((text) => `${text} Again.`),
    ];
    const menu = ["The sea", "Ports", "Markets", "Weather", "Letters", "Search", "Sign in"];
    const page = readPage([...menu, ...lines, head, ...comments, ...menu].join("\n"), "page.txt");
    expect([page.lead, ...page.paragraphs]).toEqual(lines.slice(2));
  },
);

describe("pages in other languages", () => {
  test.each([
    ["Polish", "<p>Fot. Jan Kowalski</p>", "<p>Czytaj także</p><p>Tagi: port, prom</p>"],
    ["Chinese", "<p>来源：海港日报</p>", "<p>责任编辑：王小明</p>"],
    ["French", "<p>Par Anne Dupont</p>", "<p>Lire aussi : Les boulangers se lèvent avant les pêcheurs</p>"],
  ])("what a %s page prints around a text is no part of it", (_language, above, below) => {
    const html = pageOf("", below).replace("<p>The harbour", `${above}<p>The harbour`);
    expect(bodyOf(html)).toEqual(PARAGRAPHS);
  });

  test("an agency that signs beside others stays", () => {
    expect(parseByline("By Anna Roe, PAP", true)?.authors).toEqual([
      { name: "Anna Roe", kind: "PERSON" },
      { name: "PAP", kind: "AGENCY" },
    ]);
  });
});

describe("what stands around a text is no part of it", () => {
  test.each([
    ["a label", "<div class='story2'><p>Exclusive</p></div>", "", ""],
    [
      "a call that is called a subtitle",
      "<div class='share-flyout'><p class='flyout-subtitle'>Let your friends know which pages you have just been reading here</p></div>",
      "",
      "",
    ],
    [
      "a hidden form",
      "<div style='display:none'><p>Choose the towns of which you want to hear each morning.</p></div>",
      "",
      "",
    ],
    [
      "a summary of other pages",
      "",
      "",
      "<div class='summary'><a href='/a'>Tomatoes are dear on the island this year</a> <a href='/b'>The night of the museums</a></div>",
    ],
    [
      "a teaser between paragraphs",
      "",
      "",
      "<p>ON THE ISLAND: <a href='/c'>The bakers who rise before the fishermen do</a></p>",
    ],
    ["a linked line behind the text", "", "<p><a href='/d'>See all pictures of the pier.</a></p>", ""],
    ["a button behind the text", "", "<p>Recommend to a friend</p><h3>More of the day</h3>", ""],
    ["a call to follow", "", "<p>Follow Anna Roe on Twitter.</p>", ""],
    [
      "the writer's life",
      "<div class='author-bio'><p>Anna Roe writes about ships and ports. She lives by the sea.</p></div>",
      "",
      "",
    ],
  ])("%s", (_name, above, below, between) => {
    expect(bodyOf(pageOf(above, below, between))).toEqual(PARAGRAPHS);
  });

  test.each(["a label", "a hidden form", "a linked line", "a labelled link"])(
    "%s, without an article element",
    (what) => {
      const [above, below, between] = {
        "a label": ["<p>Exclusive</p>", "", ""],
        "a hidden form": [
          "<div hidden><p>Choose the towns of which you want to hear each morning.</p></div>",
          "",
          "",
        ],
        "a linked line": ["", "<p><a href='/d'>See all pictures of the pier.</a></p>", ""],
        "a labelled link": [
          "",
          "",
          "<p>ON THE ISLAND: <a href='/c'>The bakers who rise before the fishermen do</a></p>",
        ],
      }[what] as [string, string, string];
      expect(bodyOf(pageOf(above, below, between, "div"))).toEqual(PARAGRAPHS);
    },
  );

  test("a picture's caption and credit in a box of their own belong to the picture", () => {
    const page = readPage(
      pageOf(
        "<div class='leadPhoto'><div class='photo'><img src='http://example.com/pier.jpg'><p class='caption'>Divers at the pier on Monday</p></div></div>",
      ),
      "page.html",
    );
    expect([page.lead, ...page.paragraphs]).toEqual(PARAGRAPHS);
    expect(page.images).toMatchObject([
      { url: "http://example.com/pier.jpg", caption: "Divers at the pier on Monday" },
    ]);
  });

  test("a signed line below a picture is no paragraph", () => {
    expect(bodyOf(pageOf("", "", "<p>Anna Roe / Getty Images</p>"))).toEqual(PARAGRAPHS);
  });

  test("a list at the end stays, and a heading between paragraphs", () => {
    const html = pageOf(
      "",
      "<ul><li>Vathi: no boats</li><li>Karlovasi: six boats a day</li></ul>",
      "<h2>What it costs</h2>",
    );
    expect(bodyOf(html)).toEqual([
      PARAGRAPHS[0],
      "What it costs",
      PARAGRAPHS[1],
      "What it costs",
      PARAGRAPHS[2],
      "Vathi: no boats",
      "Karlovasi: six boats a day",
    ]);
  });

  test("the place where a text was written stays in front of it", () => {
    const html = pageOf("").replace("<p>The harbour", '<p><span class="dateline">VATHI —</span> The harbour');
    expect(bodyOf(html)).toEqual([`VATHI — ${PARAGRAPHS[0]}`, ...PARAGRAPHS.slice(1)]);
  });

  test("a time above the text is no lead", () => {
    expect(bodyOf(pageOf("").replace("<p>The harbour", "<p>9:25 p.m.</p><p>The harbour"))).toEqual(
      PARAGRAPHS,
    );
  });

  test("a standfirst right below the heading is the lead", () => {
    const text = "Two weeks without ferries: what travellers to the island have to know before they leave";
    expect(readPage(pageOf(`<p class="summary">${text}</p>`), "page.html").lead).toBe(text);
  });
});

describe("dates as pages print them", () => {
  test.each([
    ["posted Aug 18th 2010 7:30PM", "2010-08-18T19:30:00.000Z", ""],
    ["Updated: August 13, 2010, 5:02 PM ET", "2010-08-13T21:02:00.000Z", ""],
    ["12:05 AM PST March 3, 2014", "2014-03-03T08:05:00.000Z", ""],
    ["8:42 a.m. EDT Friday, October 3, 2014", "2014-10-03T12:42:00.000Z", ""],
    ["10:45, 12 Μαρτίου 2019", "2019-03-12T10:45:00.000Z", ""],
    ["Τρίτη 12 Μαρτίου 2019 - 10:45", "2019-03-12T10:45:00.000Z", ""],
    ["By Anna Roe Tuesday, Aug. 17, 2010", "2010-08-17T00:00:00.000Z", "By Anna Roe"],
    ["15 sierpnia 2015, 14:30", "2015-08-15T14:30:00.000Z", ""],
    ["12 de agosto de 2013", "2013-08-12T00:00:00.000Z", ""],
    ["3. März 2021 um 09:15", "2021-03-03T09:15:00.000Z", ""],
    ["2015年8月15日 10:30", "2015-08-15T10:30:00.000Z", ""],
  ])("%s", (line, time, rest) => {
    const dates = parseDateLine(line, "UTC");
    const date = dates?.published ?? dates?.modified;
    expect([new Date(date?.time ?? 0).toISOString(), dates?.rest]).toEqual([time, rest]);
  });
});

describe("the date of a page that marks none", () => {
  const DAY = Date.parse("2019-03-12T00:00:00+02:00");

  test("is the one printed beside the heading, with or without the writer", () => {
    const page = readPage(pageOf("<p><b>Anna Roe</b> 12 March 2019, 10:45</p>"), "page.html");
    expect(page.datePublished).toEqual({
      time: Date.parse("2019-03-12T10:45:00+02:00"),
      precision: "MINUTE",
    });
  });

  test("is no date in a sentence", () => {
    const page = readPage(pageOf("<ul><li>The pier was built on March 12, 1935</li></ul>"), "page.html");
    expect(page.datePublished).toBeNull();
  });

  test("is the day in its address, and says so", () => {
    const page = readPage(pageOf(""), "page.html", "http://example.com/2019/03/12/harbour-closed");
    expect(page.datePublished).toEqual({ time: DAY, precision: "DAY" });
    expect(page.fields).toContainEqual({ field: "datePublished", from: "address", confidence: 0.6 });
  });

  test("is that of the change where no other is printed", () => {
    const page = readPage(pageOf('<div class="date">Updated: 12 March 2019, 10:45</div>'), "page.html");
    expect(page.datePublished).toEqual(page.dateModified);
    expect(page.fields).toContainEqual({ field: "datePublished", from: "modified", confidence: 0.5 });
  });

  test("takes the time of the day from what is printed where the facts for machines have the day only", () => {
    const meta = '<meta property="article:published_time" content="2019-03-12">';
    const page = readPage(
      pageOf('<div class="date">12 March 2019, 10:45</div>').replace("<head>", `<head>${meta}`),
      "page.html",
    );
    expect(page.datePublished?.precision).toBe("MINUTE");
  });
});

describe("names of a byline", () => {
  test.each([
    ["By Anna Roe, The Daily Example", ["Anna Roe"]],
    ["By Anna Roe, MPH", ["Anna Roe"]],
    ["By Anna Roe, TDE", ["Anna Roe"]],
    ["Anna Roe —", ["Anna Roe"]],
    ["By Anna Roe, Reuters", ["Anna Roe", "Reuters"]],
  ])("%s", (line, names) => {
    expect(parseByline(line, true, "The Daily Example")?.authors.map(({ name }) => name)).toEqual(names);
  });

  test("authors that are stated for machines stay as they are", () => {
    const stated = {
      "@type": "NewsArticle",
      headline: "Harbour of Vathi closed for two weeks",
      publisher: { name: "The Daily Example" },
      author: [{ name: "Anna Roe" }, { name: "The Daily Example" }],
    };
    const script = `<script type="application/ld+json">${JSON.stringify(stated)}</script>`;
    const page = readPage(pageOf("").replace("<head>", `<head>${script}`), "page.html");
    expect(page.authors.map(({ name }) => name)).toEqual(["Anna Roe", "The Daily Example"]);
  });

  test("an address of a site is a desk", () => {
    expect(parseByline("example.com", true)?.authors).toEqual([{ name: "example.com", kind: "DESK" }]);
  });
});
