import { romanize } from "./romanize.js";

/** A folded name in Latin letters as one would write it by ear: Πατρούσεφ → patrusef, Kotronis and Κοτρώνης → kotronis. */
export function spelling(name: string): string {
  return romanize(name)
    .replace(/ou/gu, "u")
    .replace(/y/gu, "i")
    .replace(/ph/gu, "f")
    .replace(/(\p{L})\1+/gu, "$1");
}
