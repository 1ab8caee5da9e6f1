import type { ScannedPart, Spot } from "../spots.js";
import type { LinkContext } from "./LinkContext.js";

const BLANK_OR_POSSESSIVE = /^(?:['’]s?)?\s+$/u;
const BLANK_OR_GENITIVE = /^\s+(?:(?:της|του|των|of|of the)\s+)?$/iu;

/** Countries named directly before the spot («ρωσικού Συμβουλίου») or behind it («Συμβούλιο της Ρωσίας»). */
export function adjacentCountries(spot: Spot, context: LinkContext): Set<string> {
  const part = context.parts.get(spot.part);
  const { before, after } = context.neighbours.get(spot) ?? {};
  const found = new Set<string>();
  if (!part) return found;
  const add = (other: Spot): void => {
    for (const entry of other.entries) {
      const { kind, country, placeType } = entry.entity;
      const isCountry = kind === "PLACE" && country !== null && placeType !== "city";
      if (isCountry || entry.role.startsWith("DEMONYM")) if (country !== null) found.add(country);
    }
  };
  if (before && BLANK_OR_POSSESSIVE.test(textBetween(part, before.last, spot.first))) add(before);
  if (after && BLANK_OR_GENITIVE.test(textBetween(part, spot.last, after.first))) add(after);
  return found;
}

/** The text between two tokens, cut where it is longer than any gap inside a phrase. */
function textBetween(part: ScannedPart, left: number, right: number): string {
  const start = part.tokens[left]?.end ?? 0;
  return part.text.slice(start, Math.min(part.tokens[right]?.start ?? 0, start + 12));
}
