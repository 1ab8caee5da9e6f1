import { fold } from "../../annotation/text/fold.js";
import type { FieldProvenance } from "../Page.js";
import type { HtmlFacts } from "./htmlFacts.js";
import { isSameText, wordOverlap } from "./pageLine.js";
import { weigh } from "./weigh.js";

const SHORTEST_DESCRIPTION = 40;

/** Lead and the paragraphs after it. */
export interface Lead {
  lead: string | null;
  paragraphs: string[];
}

/**
 * Chooses the lead: the visible standfirst, else a description that the body does not have already, else the first
 * paragraph.
 */
export function chooseLead(
  fields: FieldProvenance[],
  standfirst: string | null,
  layers: readonly (readonly ["json-ld" | "og", HtmlFacts])[],
  paragraphs: readonly string[],
  headline: string,
): Lead {
  const body = [headline, ...paragraphs].join(" ");
  const described = layers.map(
    ([from, { description }]) =>
      [
        from,
        description !== null && isOwnLead(description, paragraphs, headline, body) ? description : null,
      ] as const,
  );
  const lead = weigh(fields, "lead", [
    ["standfirst", standfirst],
    ...described,
    ["first-paragraph", paragraphs[0] ?? null],
  ]);
  const again = lead === null ? -1 : paragraphs.findIndex((text) => isSameText(text, lead));
  return { lead, paragraphs: paragraphs.filter((_text, index) => index !== again) };
}

/** A description that is cut off, is in the body, or has nothing in common with it is no lead of this article. */
function isOwnLead(
  description: string,
  paragraphs: readonly string[],
  headline: string,
  body: string,
): boolean {
  if (description.length < SHORTEST_DESCRIPTION || /(?:…|[.]{3})$/u.test(description)) return false;
  if (isSameText(description, headline) || wordOverlap(description, body) < 0.3) return false;
  const start = fold(description).replace(/[\s.…]+$/u, "");
  return !paragraphs.some((text) => fold(text).includes(start));
}
