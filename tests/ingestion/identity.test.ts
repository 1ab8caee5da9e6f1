import { describe, expect, test } from "vitest";
import { articleSlug, isOnSite, nameKey, pageIdentities, slugify } from "../../src/ingestion/identity.js";
import { readPage } from "./readPage.js";
import { htmlPage, textPage } from "./pages.js";

test("names that differ in case, accents and marks only have one key", () => {
  expect(nameKey("ΑΠΕ – ΜΠΕ")).toBe(nameKey("απε-μπε"));
  expect(nameKey("«Πούτιν»: Ο πόλεμος;")).toBe(nameKey("ΠΟΥΤΙΝ, ο πολεμοσ"));
  expect(nameKey("Reuters")).not.toBe(nameKey("Reuter"));
});

describe("slugs", () => {
  test.each([
    ["https://news.example/world/2024/harbour-shut.html?x=1", "harbour-shut"],
    ["https://news.example/%CE%B5%CE%BB%CE%BB%CE%AC%CE%B4%CE%B1/123456/", "ellada"],
    ["https://news.example/%E1%EB%E2%FE/article.php", "article"],
    ["https://news.example/%E0%A4%A", "headline"],
    ["https://news.example/12345", "headline"],
    ["/world/relative", "headline"],
    [null, "headline"],
  ])("of %s", (url, slug) => {
    expect(articleSlug(url, "Headline!")).toBe(slug);
  });

  test("are Latin letters, digits and hyphens, at most 80, never empty", () => {
    expect(slugify("Ο Σι Τζινπίνγκ στη Μόσχα: «Νέα εποχή»")).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    expect(slugify("Щедрый вечер")).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
    expect(slugify("word ".repeat(50)).length).toBeLessThanOrEqual(80);
    expect(slugify("…—!")).toBe("untitled");
  });
});

describe("identities of a page", () => {
  test("its address in any spelling", () => {
    const own = (url: string): string[] =>
      pageIdentities(readPage(htmlPage({ headline: "Harbour shut", url }), "a.html"), "news", "d").own;
    expect(own("https://www.news.example/a/?b=2&a=1&utm_medium=x#part")).toEqual(
      own("http://news.example/a?a=1&b=2"),
    );
    expect(own("https://news.example/a?id=1")).not.toEqual(own("https://news.example/a?id=2"));
    expect(own("https://NEWS.example/a")).toEqual(own("https://news.example/a"));
  });

  test("without an address, source, headline and day", () => {
    const own = (headline: string, published?: string, source = "news"): string =>
      pageIdentities(
        readPage(textPage(published === undefined ? { headline } : { headline, published })),
        source,
        "d",
      ).own[0] ?? "";
    expect(own("Harbour shut", "1 May 2021, 10:00")).toBe(own("HARBOUR SHUT!", "1 May 2021, 18:00"));
    const all = [
      own("Harbour shut"),
      own("Harbour open"),
      own("Harbour shut", "1 May 2021"),
      own("Harbour shut", undefined, "other"),
    ];
    expect(new Set(all).size).toBe(4);
  });
});

test("an address is on a site, on its sister sites, or elsewhere", () => {
  const sites = ["https://www.news.example/world", null];
  expect(isOnSite("https://news.example/a", sites)).toBe(true);
  expect(isOnSite("https://sport.news.example/a", sites)).toBe(true);
  expect(isOnSite("https://oldnews.example/a", sites)).toBe(false);
  expect(isOnSite("/a", sites)).toBe(true);
  expect(isOnSite("https://other.example/a", [null, null])).toBe(true);
});
