import { foldWithOffsets } from "../../annotation/text/fold.js";
import type { PageInfoSource } from "../Page.js";
import { pagePhrases } from "./pageLine.js";

const WORDS = pagePhrases("photoCredits").map((phrase) => phrase.replace(/[.]/gu, "[.]"));
// «Φωτ.», "Fot." and "Photo by" need no colon behind them, other words do: "image" may be a word of the caption.
const NAMED = new RegExp(
  `(?:^|[\\s(\\[|/.…–—-])(?:(?:${WORDS.join("|")})\\s*[:：]|φωτ[.]|fot[.]|photo by)\\s*(?=[^\\s])`,
  "gu",
);
const SIGNED = /(?:^|\s)\(?((?:©\s?\p{Lu}|(?:REUTERS|Reuters|AP Photo|EPA|AFP)\/\p{L}).{2,60})$/u;
const LONGEST_CREDIT = 100;

/** A caption without the credit that may stand at its end, and the credit without its word. */
export interface CreditedCaption {
  caption: string | null;
  creditText: string | null;
  /** The words that say so. */
  evidence: string | null;
}

/** Splits «Η πλατεία - Φωτ.: Getty Images.» into caption and credit. */
export function splitPhotoCredit(text: string): CreditedCaption {
  const { text: folded, offsets } = foldWithOffsets(text);
  const match = [...folded.matchAll(NAMED)].at(-1);
  if (match !== undefined) {
    // What stands before the word belongs to the caption, such as a full stop.
    const start = (offsets[match.index] ?? 0) + (/^[\p{L}\p{N}]/u.test(match[0]) ? 0 : 1);
    const creditText = trimCredit(text.slice(offsets[match.index + match[0].length] ?? text.length));
    if (creditText !== "" && creditText.length <= LONGEST_CREDIT) {
      return {
        caption: trimCaption(text.slice(0, start)),
        creditText,
        evidence: trimMarks(text.slice(start)),
      };
    }
  }
  const signed = SIGNED.exec(text)?.[1];
  if (signed !== undefined) {
    const caption = trimCaption(text.slice(0, text.length - signed.length));
    return { caption, creditText: trimCredit(signed.replace(/^©\s?/u, "")), evidence: signed };
  }
  return { caption: text === "" ? null : text, creditText: null, evidence: null };
}

/** The photo agencies and photographers of a credit such as «EPA / ΑΠΕ-ΜΠΕ». */
export function photoSources(creditText: string, evidence: string): PageInfoSource[] {
  const names = creditText.split(/\s*[/|]\s*|\s+via\s+/iu).filter((name) => name !== "");
  return [...new Set(names)].map((name) => ({ name, role: "PHOTO", evidence }));
}

function trimCaption(text: string): string | null {
  // The mark between caption and credit goes, a full stop of the caption stays.
  return text.replace(/[\s(|/[–—-]+$/u, "").replace(/^[\s|–—-]+/u, "") || null;
}

function trimCredit(text: string): string {
  return text
    .trim()
    .replace(/^[\s:]+/u, "")
    .replace(/[\s.)\]]+$/u, "");
}

function trimMarks(text: string): string {
  return text.replace(/^[\s(|/[.–—-]+/u, "").replace(/[\s)\]]+$/u, "");
}
