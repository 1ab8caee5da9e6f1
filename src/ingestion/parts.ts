import type { TextPart } from "../annotation/types.js";
import type { Page, PageLink } from "./Page.js";

/** The texts of a page that its mentions come from: headline, lead, body, captions; nothing else of the page. */
export function pageParts(page: Page): TextPart[] {
  return [
    { part: "HEADLINE", text: page.headline },
    ...(page.lead === null ? [] : [{ part: "LEAD" as const, text: page.lead }]),
    ...page.paragraphs.map((text) => ({ part: "BODY" as const, text })),
    ...page.images.flatMap(({ caption }) =>
      caption === null ? [] : [{ part: "CAPTION" as const, text: caption }],
    ),
  ];
}

/** All that is known of a teaser's article. */
export function teaserParts(link: Pick<PageLink, "headline" | "description">): TextPart[] {
  return [
    { part: "HEADLINE", text: link.headline },
    ...(link.description === null ? [] : [{ part: "TEASER" as const, text: link.description }]),
  ];
}

/** What stands between two paragraphs of `articleBody`. */
const PARAGRAPH_BREAK = "\n\n";

/** Offsets of the parts in the text that the API shows them in: lead and body follow each other in `articleBody`. */
export function textStarts(parts: readonly TextPart[]): number[] {
  let next = 0;
  return parts.map(({ part, text }) => {
    if (part !== "LEAD" && part !== "BODY") return 0;
    const start = next;
    next += text.length + PARAGRAPH_BREAK.length;
    return start;
  });
}
