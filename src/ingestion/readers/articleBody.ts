import { Readability } from "@mozilla/readability";
import { parseByline } from "./byline.js";
import { parseCreditsLine } from "./creditsLine.js";
import { textOf, type HtmlDocument, type HtmlElement } from "./html.js";
import { inlineTeaserOf, isPageFurniture, tagsOf } from "./pageLine.js";
import { splitPhotoCredit } from "./photoCredit.js";
import { parseDateLine } from "./dates.js";
import { textBlocks } from "./textBlocks.js";
import { withoutEdges } from "./withoutEdges.js";

/** Short news are articles too; readability's own threshold makes it fall back to the whole page. */
const SHORTEST_ARTICLE = 200;
const LONGEST_CREDIT = 200;
/** A line of its own below a picture: "Ann Roe / Getty Images". */
const PHOTO_SIGNED =
  /^\(?[^.!?;]{2,60}\s?[/|]\s?(?:Getty(?: Images)?|AFP|AP|Reuters|EPA|Shutterstock|iStock|TASS|ТАСС|ΑΠΕ-ΜΠΕ)\)?$/iu;

/** The text of an article as readability finds it. */
export interface ArticleBody {
  /** Without what belongs to the page. */
  paragraphs: string[];
  /** Lines above the first paragraph that are none: often the date and the byline of a page without markup. */
  above: string[];
}

/** Reads the body of a page's article. The document is changed. */
export function readArticleBody(document: HtmlDocument): ArticleBody {
  // Readability takes «CAIRO —» for a byline by its class, and removes it from its paragraph.
  for (const place of document.querySelectorAll("[class*=dateline]")) {
    if (parseDateLine(textOf(place), "UTC") === null) place.removeAttribute("class");
  }
  const readability = new Readability<HtmlElement>(...readable(document), {
    charThreshold: SHORTEST_ARTICLE,
    disableJSONLD: true,
    serializer: (node) => node as never,
  });
  const content = readability.parse()?.content ?? null;
  const blocks = content === null ? [] : textBlocks(content);
  const isText = new Set(articleParagraphs(blocks.map(({ text }) => text)));
  const paragraphs = withoutEdges(blocks.filter(({ text }) => isText.has(text))).map(({ text }) => text);
  const texts = blocks.map(({ text }) => text);
  return { paragraphs, above: texts.slice(0, Math.max(0, texts.indexOf(paragraphs[0] ?? ""))) };
}

/** Its type asks for a browser's document, which is more than it uses. */
function readable(document: unknown): [never] {
  return [document as never];
}

/** Leaves out the lines that pages put between and behind the paragraphs. */
export function articleParagraphs(texts: readonly string[]): string[] {
  return texts.filter((text) => !isPageFurniture(text) && !isFact(text));
}

function isFact(text: string): boolean {
  return (
    parseCreditsLine(text) !== null ||
    parseDateLine(text, "UTC")?.rest === "" ||
    parseByline(text, false) !== null ||
    inlineTeaserOf(text) !== null ||
    tagsOf(text) !== null ||
    PHOTO_SIGNED.test(text) ||
    (text.length < LONGEST_CREDIT && splitPhotoCredit(text).creditText !== null)
  );
}
