import type { Spot } from "../spots.js";
import type { LinkContext } from "./LinkContext.js";

const FEMININE = new Set(
  "η της τη την στη στην στης τις στις μια μιας κυρια κυριας κα mrs ms miss madame lady she her".split(" "),
);
const MASCULINE = new Set("ο του τον στον ενας εναν κ κος κυριος mr sir his he".split(" "));

/** Gender of the article or title before the spot, if one stands there. */
export function articleGender(spot: Spot, context: LinkContext): "m" | "f" | null {
  const part = context.parts.get(spot.part);
  const before = part?.tokens[spot.first - 1];
  const own = part?.tokens[spot.first];
  if (!before || !own || before.sentence !== own.sentence) return null;
  if (FEMININE.has(before.folded)) return "f";
  return MASCULINE.has(before.folded) ? "m" : null;
}
