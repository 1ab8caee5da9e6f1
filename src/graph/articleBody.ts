import type { Paragraph } from "../entities/Paragraph.js";

/** Lead and body paragraphs of an article with a blank line between them: the text that article offsets count in. */
export function articleBody(texts: readonly Paragraph[]): string {
  return texts
    .filter(({ part }) => part === "LEAD" || part === "BODY")
    .map(({ text }) => text)
    .join("\n\n");
}
