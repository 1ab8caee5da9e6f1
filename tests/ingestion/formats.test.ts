import { describe, expect, test } from "vitest";
import type { Page, PageProblem } from "../../src/ingestion/Page.js";
import { readDocument } from "../../src/ingestion/readers/index.js";

function read(
  text: string,
  name = "input",
  mapping: Record<string, string> = {},
): { pages: Page[]; problems: PageProblem[] } {
  const results = [...readDocument(text, { name, url: null, timeZone: "Europe/Athens", mapping })];
  return {
    pages: results.flatMap((result) => ("page" in result ? result.page : [])),
    problems: results.flatMap((result) => ("problem" in result ? result.problem : [])),
  };
}

const when = (page: Page | undefined): string | null =>
  page?.datePublished == null ? null : new Date(page.datePublished.time).toISOString();

const BODY =
  "Οι κάτοικοι του χωριού άνοιξαν μόνοι τους τον δρόμο, που έκλεισε από το χιόνι το πρωί της Τρίτης.";

describe("feeds", () => {
  test("RSS 2.0 with its modules; a broken item leaves its neighbours alone", () => {
    const { pages, problems } = read(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Κύματα</title><link>https://kymata.example/</link><language>el</language><copyright>© Κύματα</copyright>
<item><title>Άνοιξε ο δρόμος &amp; το σχολείο</title><link>https://kymata.example/dromos?utm_source=rss</link>
<guid isPermaLink="false">123</guid><pubDate>Tue, 19 Mar 2024 10:15:00 +0200</pubDate><dc:creator><![CDATA[Μαρία Ρήγα και Νίκος Παππάς]]></dc:creator>
<category>Ελλάδα</category><category>Καιρός</category><description><![CDATA[<p>Χιόνι ως το γόνατο. <a href="x">Διαβάστε περισσότερα</a></p>]]></description>
<content:encoded><![CDATA[<figure><img src="a.jpg"/><figcaption>Χιόνια</figcaption></figure><p>${BODY}</p><p>Το σχολείο θα ανοίξει την Πέμπτη.</p>]]></content:encoded>
<media:content url="https://kymata.example/xioni.jpg" medium="image" width="1200" height="800"><media:description>Το χωριό</media:description><media:credit>Νίκος Παππάς</media:credit></media:content></item>
<item><link>https://kymata.example/untitled</link><description>Χωρίς τίτλο</description></item>
<item><title>Δεύτερη είδηση</title><link>https://kymata.example/deyteri</link><description>Μόνο περίληψη & τίποτε άλλο.</description><pubDate>not a date</pubDate></item>
</channel></rss>`);
    expect(problems.map(({ code }) => code)).toEqual(["NO_HEADLINE"]);
    const [first, second] = pages;
    expect(first).toMatchObject({
      format: "RSS",
      url: "https://kymata.example/dromos",
      headline: "Άνοιξε ο δρόμος & το σχολείο",
      lead: "Χιόνι ως το γόνατο.",
      paragraphs: [BODY, "Το σχολείο θα ανοίξει την Πέμπτη."],
      section: "Ελλάδα",
      keywords: ["Ελλάδα", "Καιρός"],
      language: "el",
      source: { name: "Κύματα", url: "https://kymata.example/" },
      authors: [
        { name: "Μαρία Ρήγα", kind: "PERSON" },
        { name: "Νίκος Παππάς", kind: "PERSON" },
      ],
      images: [
        {
          url: "https://kymata.example/xioni.jpg",
          caption: "Το χωριό",
          creditText: "Νίκος Παππάς",
          width: 1200,
          height: 800,
        },
      ],
      copyrightNotice: "© Κύματα",
    });
    expect(when(first)).toBe("2024-03-19T08:15:00.000Z");
    expect(second).toMatchObject({
      lead: "Μόνο περίληψη & τίποτε άλλο.",
      paragraphs: [],
      datePublished: null,
    });
  });

  test("Atom with XHTML, relative links and several authors", () => {
    const { pages } =
      read(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Harbour &amp;amp; Wire</title>
<link rel="self" href="https://harbour.example/feed"/><link href="https://harbour.example/"/><author><name>News desk</name></author>
<entry><title type="text">Bridge &lt;reopens&gt;</title><link rel="alternate" type="text/html" href="/bridge"/><id>tag:harbour.example,2024:1</id>
<published>2024-05-01T08:00:00Z</published><updated>2024-05-01T09:30:00Z</updated><author><name>Ann Roe</name></author><author><name>Ben Okri</name></author>
<category term="transport" label="Transport"/><summary>The bridge is open again after a year.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Cars crossed the bridge on Wednesday for the first time in a year.</p><p>Trains follow in June.</p></div></content></entry></feed>`);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({
      format: "ATOM",
      url: "https://harbour.example/bridge",
      lead: "The bridge is open again after a year.",
      paragraphs: [
        "Cars crossed the bridge on Wednesday for the first time in a year.",
        "Trains follow in June.",
      ],
      authors: [{ name: "Ann Roe" }, { name: "Ben Okri" }],
      keywords: ["Transport"],
      source: { name: "Harbour & Wire", url: "https://harbour.example/" },
    });
    expect(pages[0]?.dateModified?.time).toBe(Date.parse("2024-05-01T09:30:00Z"));
  });

  test("RDF site summary and JSON Feed", () => {
    const rdf =
      read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://a.example/"><title>A</title><link>https://a.example/</link></channel>
<item rdf:about="https://a.example/1"><title>One</title><link>https://a.example/1</link><description>First of all.</description><dc:date>2024-01-02T03:04:05+00:00</dc:date><dc:creator>Ann Roe</dc:creator></item></rdf:RDF>`);
    expect(rdf.pages[0]).toMatchObject({
      headline: "One",
      lead: "First of all.",
      authors: [{ name: "Ann Roe" }],
    });
    expect(when(rdf.pages[0])).toBe("2024-01-02T03:04:05.000Z");
    const json = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Severnaya",
        home_page_url: "https://s.example/",
        language: "ru",
        items: [
          {
            id: "1",
            url: "https://s.example/1",
            title: "Мост открыт",
            content_html: "<p>Мост через реку открыли в среду.</p>",
            date_published: "2024-05-01T10:00:00+03:00",
            authors: [{ name: "Иван Петров" }],
            tags: ["транспорт"],
          },
        ],
      }),
    );
    expect(json.pages[0]).toMatchObject({
      format: "JSON_FEED",
      headline: "Мост открыт",
      language: "ru",
      keywords: ["транспорт"],
    });
  });

  test("entities that a feed declares are not expanded", () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 20 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index || ""};`.repeat(10)}">`).join("")}]>
<rss><channel><title>T</title><item><title>Quiet &a20; news</title><description>Nothing happened today.</description></item></channel></rss>`;
    const { pages } = read(bomb);
    expect(pages[0]?.headline.length).toBeLessThan(100);
  });
});

describe("exchange formats", () => {
  test("news sitemaps", () => {
    const { pages, problems } =
      read(`<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://p.example/a</loc><news:news><news:publication><news:name>Παρατηρητής</news:name><news:language>el</news:language></news:publication><news:publication_date>2024-02-03</news:publication_date><news:title>Χιόνια στα ορεινά</news:title><news:keywords>καιρός, χιόνι</news:keywords></news:news></url>
<url><loc>https://p.example/b</loc></url></urlset>`);
    expect(pages[0]).toMatchObject({
      format: "SITEMAP",
      headline: "Χιόνια στα ορεινά",
      keywords: ["καιρός", "χιόνι"],
      lead: null,
      source: { name: "Παρατηρητής" },
    });
    expect(problems).toHaveLength(1);
    expect(read("<urlset><url><loc>https://p.example/</loc></url></urlset>").problems[0]?.code).toBe(
      "UNKNOWN_FORMAT",
    );
  });

  test("NewsML-G2 with NITF, whatever the prefix", () => {
    const { pages } =
      read(`<?xml version="1.0"?><g2:newsMessage xmlns:g2="http://iptc.org/std/nar/2006-10-01/"><g2:itemSet>
<g2:newsItem guid="urn:newsml:wire.example:1" xml:lang="en"><g2:itemMeta><g2:itemClass qcode="ninat:text"/><g2:provider qcode="nprov:HW"><g2:name>Harbour Wire</g2:name></g2:provider><g2:versionCreated>2024-04-05T10:00:00Z</g2:versionCreated><g2:firstCreated>2024-04-05T09:00:00Z</g2:firstCreated></g2:itemMeta>
<g2:contentMeta><g2:headline>Ferry service resumes</g2:headline><g2:by>By Ann Roe</g2:by><g2:language tag="en-GB"/><g2:keyword>ferries</g2:keyword></g2:contentMeta>
<g2:contentSet><g2:inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>The ferry sailed on Friday after a week in dock.</p><p>Fares stay the same.</p></body.content></body></nitf></g2:inlineXML></g2:contentSet></g2:newsItem></g2:itemSet></g2:newsMessage>`);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({
      format: "NEWSML_G2",
      headline: "Ferry service resumes",
      lead: "The ferry sailed on Friday after a week in dock.",
      paragraphs: ["Fares stay the same."],
      authors: [{ name: "Ann Roe" }],
      source: { name: "Harbour Wire" },
      keywords: ["ferries"],
    });
    expect(when(pages[0])).toBe("2024-04-05T09:00:00.000Z");
  });

  test("ninjs of three generations, and what breaks it", () => {
    const one = {
      uri: "http://wire.example/1",
      type: "text",
      headline: "Ferry resumes",
      body_html: "<p>It sailed.</p>",
      versioncreated: "2024-04-05T10:00:00Z",
      byline: "Ann Roe",
      language: "en",
    };
    const two = {
      uri: "http://wire.example/2",
      type: "text",
      headlines: [{ role: "main", value: "Ferry resumes" }],
      bodies: [{ contenttype: "text/plain", value: "It sailed." }],
      by: "Ann Roe",
      versioncreated: "2024-04-05T10:00:00Z",
    };
    const three = {
      uri: "http://wire.example/3",
      type: "text",
      headlines: [{ value: "Ferry resumes" }],
      bodies: [{ contentType: "text/html", value: "<p>It sailed.</p>" }],
      by: "Ann Roe",
      versionCreated: "2024-04-05T10:00:00Z",
    };
    for (const item of [one, two, three]) {
      const { pages, problems } = read(JSON.stringify(item));
      expect(problems).toEqual([]);
      expect(pages[0]).toMatchObject({
        format: "NINJS",
        url: item.uri,
        headline: "Ferry resumes",
        lead: "It sailed.",
        authors: [{ name: "Ann Roe" }],
      });
      expect(when(pages[0])).toBe("2024-04-05T10:00:00.000Z");
    }
    const picture = {
      uri: "http://wire.example/4",
      type: "picture",
      description_text: "The ferry leaves the dock",
      renditions: { main: { href: "http://wire.example/4.jpg", width: 800, height: 600 } },
    };
    expect(read(JSON.stringify(picture)).pages[0]).toMatchObject({
      headline: "The ferry leaves the dock",
      images: [{ url: "http://wire.example/4.jpg", width: 800 }],
    });
    for (const [change, message] of [
      [{ type: "essay" }, "type is"],
      [{ version: 2 }, "version is no text"],
      [{ person: "Ann" }, "person is no list"],
      [{ urgency: 12 }, "urgency is not"],
      [{ hedline: "x" }, "hedline is no property"],
      [{ associations: { a: { uri: "x:1", type: "essay" } } }, "associations.a.type is"],
    ] as const) {
      const { pages, problems } = read(JSON.stringify({ ...one, ...change }));
      expect(pages).toEqual([]);
      expect(problems[0]).toMatchObject({ code: "BAD_NINJS" });
      expect(problems[0]?.message).toContain(message);
    }
  });

  test("JSON-LD in a file of its own", () => {
    const { pages } = read(
      JSON.stringify({
        "@context": "https://schema.org",
        "@graph": [
          {
            "@type": "NewsArticle",
            headline: "Ferry resumes",
            url: "https://h.example/f",
            articleBody: "It sailed on Friday.\n\nFares stay.",
            datePublished: "2024-04-05T10:00:00Z",
            author: { "@id": "#ann" },
          },
          { "@type": "Person", "@id": "#ann", name: "Ann Roe" },
        ],
      }),
    );
    expect(pages[0]).toMatchObject({
      format: "JSON_LD",
      headline: "Ferry resumes",
      lead: "It sailed on Friday.",
      paragraphs: ["Fares stay."],
      authors: [{ name: "Ann Roe" }],
    });
  });

  test("WordPress exports: published posts only, with names of authors, paragraphs and pictures", () => {
    const { pages } =
      read(`<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog</title><link>https://b.example</link><language>el</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[mriga]]></wp:author_login><wp:author_display_name><![CDATA[Μαρία Ρήγα]]></wp:author_display_name></wp:author>
<item><title>Το πρώτο άρθρο</title><link>https://b.example/1</link><dc:creator>mriga</dc:creator><content:encoded><![CDATA[<!-- wp:paragraph -->Πρώτη παράγραφος του άρθρου.

Δεύτερη παράγραφος.]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date_gmt>2023-01-01 09:00:00</wp:post_date_gmt><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><category domain="category">Πολιτισμός</category><category domain="post_tag">θέατρο</category></item>
<item><title>Πρόχειρο</title><wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
<item><title>εικόνα</title><wp:post_id>7</wp:post_id><wp:post_parent>1</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://b.example/7.jpg</wp:attachment_url></item></channel></rss>`);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({
      format: "WXR",
      lead: "Πρώτη παράγραφος του άρθρου.",
      paragraphs: ["Δεύτερη παράγραφος."],
      authors: [{ name: "Μαρία Ρήγα" }],
      section: "Πολιτισμός",
      keywords: ["θέατρο"],
      images: [{ url: "https://b.example/7.jpg" }],
    });
    expect(when(pages[0])).toBe("2023-01-01T09:00:00.000Z");
  });
});

describe("tables", () => {
  test("JSON Lines: a bad line is named and its neighbours are read", () => {
    const { pages, problems } = read(
      `{"title":"One","text":"First text of the day.","date":"2024-01-01","author":"Ann Roe, Ben Okri"}\n{"title":"Two"\n{"title":"Three","text":"Third.","published_at":1704103200,"__proto__":{"title":"x"}}\n`,
      "a.jsonl",
    );
    expect(pages.map(({ headline }) => headline)).toEqual(["One", "Three"]);
    expect(pages[0]?.authors.map(({ name }) => name)).toEqual(["Ann Roe", "Ben Okri"]);
    expect(when(pages[1])).toBe("2024-01-01T10:00:00.000Z");
    expect(problems).toMatchObject([{ code: "BAD_JSON", line: 2 }]);
  });

  test("CSV with usual names, other delimiters, line breaks in quotes; and mapped columns", () => {
    const { pages } = read(
      'Title;Body;Date;URL\n"A; B";"First line.\nSecond line.";2024-03-01 10:00;https://c.example/1\n',
      "a.csv",
    );
    expect(pages[0]).toMatchObject({
      headline: "A; B",
      lead: "First line.",
      paragraphs: ["Second line."],
      url: "https://c.example/1",
    });
    expect(when(pages[0])).toBe("2024-03-01T08:00:00.000Z");
    expect(read("K1,K2\nx,y\n", "a.csv").problems[0]?.code).toBe("NO_COLUMNS");
    expect(
      read("K1,K2\nx,Some text of it.\n", "a.csv", { headline: "K1", body: "K2" }).pages[0],
    ).toMatchObject({ headline: "x", lead: "Some text of it." });
  });

  test("GDELT's Knowledge Graph", () => {
    const row = Array.from({ length: 27 }, () => "");
    row[0] = "20240317101500-1";
    row[1] = "20240317101500";
    row[3] = "g.example";
    row[4] = "https://g.example/a";
    row[7] = "TAX_FNCACT;LEADER,12";
    row[26] = "<PAGE_TITLE>Talks go on</PAGE_TITLE>";
    const { pages, problems } = read(`${row.join("\t")}\nbroken\tline\n`, "x.gkg.csv");
    expect(pages[0]).toMatchObject({
      format: "GDELT",
      headline: "Talks go on",
      source: { name: "g.example" },
      url: "https://g.example/a",
    });
    expect(problems).toMatchObject([{ code: "BAD_TABLE", line: 2 }]);
  });
});

describe("hostile documents", () => {
  const nested = (open: string, close: string, times: number): string =>
    open.repeat(times) + close.repeat(times);

  test.each([
    ["lists in lists", nested("[", "]", 50_000)],
    ["objects in objects", nested('{"items":', "}", 20_000).replace(":}", ":1}")],
    ["tags in tags", `<rss><channel>${nested("<item><title>", "</title></item>", 20_000)}</channel></rss>`],
    ["a feed of nothing but brackets", `<rss><channel>${"<item>".repeat(200_000)}`],
    [
      "prototype keys",
      '[{"__proto__":{"title":"x"},"constructor":{"name":"y"},"title":"A title of its own","text":"Some text."}]',
    ],
    ["NUL and half surrogates", '{"title":"A\\u0000b \\ud800","text":"Some text that is long enough."}'],
    ["a table of one endless line", `title,text\n"${"x".repeat(3_000_000)}`],
  ])("%s", (_, text) => {
    const { pages, problems } = read(text, "hostile");
    expect(pages.length + problems.length).toBeGreaterThan(0);
    for (const { headline } of pages) expect(headline.isWellFormed()).toBe(true);
    expect(({} as Record<string, unknown>)["title"]).toBeUndefined();
  });
});
