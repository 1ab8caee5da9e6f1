import type { Entry } from "../gazetteer/Gazetteer.js";
import type { ScannedPart, Spot } from "../spots.js";

const WORDS =
  /^(?:goals?|matche?s?|league|striker|midfielder|defender|goalkeeper|coach|referee|penalty|semi-?finals?|quarter-?finals?|playoffs?|championship|scored|header|half-time|kick-?off|halftime|derby|γκολ|ματς|αγωνιστικη\p{L}*|πρωταθλημα\p{L}*|προπονητ\p{L}*|διαιτητ\p{L}*|ημιτελικ\p{L}*|προημιτελικ\p{L}*|σκορ\p{L}*|πεναλτι|ποδοσφαιρ\p{L}*|μπασκετ\p{L}*|γηπεδ\p{L}*|матч\p{L}*|гол|гола|голы|голов|тур|лиги|лига|лигу|тренер\p{L}*|форвард\p{L}*|нападающ\p{L}*|полузащитник\p{L}*|вратар\p{L}*|чемпионат\p{L}*|пенальти|полуфинал\p{L}*)$/u;
/** So many different words of sport make an article one about sport. */
const ENOUGH = 3;
/** Before a place rather than before a club. */
const OF_PLACE = new Set(
  "in at to from near into outside around στη στην στο στον απο προσ в из под возле около".split(" "),
);

/** Whether the texts of a scope are about sport, where «Λίβερπουλ» is a club rather than a city. */
export function isAboutSport(parts: readonly ScannedPart[]): boolean {
  const found = new Set<string>();
  for (const { tokens } of parts) {
    for (const { folded } of tokens) {
      if (!found.has(folded) && WORDS.test(folded)) found.add(folded);
      if (found.size >= ENOUGH) return true;
    }
  }
  return false;
}

/** Is a name that of a city and of its club? */
export function isCityAndClub({ entries }: Spot): boolean {
  return entries.some(isClub) && entries.some(({ entity }) => entity.kind === "PLACE");
}

/** Is a meaning a sports club? */
export function isClub({ entity }: Entry): boolean {
  return entity.subkind === "club";
}

/** "in Liverpool": a preposition of place stands before the name. */
export function isBehindPlaceWord(spot: Spot, parts: ReadonlyMap<number, ScannedPart>): boolean {
  const before = parts.get(spot.part)?.tokens[spot.first - 1];
  return before !== undefined && OF_PLACE.has(before.folded);
}
