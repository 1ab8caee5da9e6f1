import { fold } from "../../annotation/text/fold.js";
import type { PageInfoSource } from "../Page.js";
import { afterPageWord } from "./pageLine.js";

const LONGEST_LINE = 200;
// Before a name: articles, and "agency" in the cases that these languages put it.
const BEFORE_NAME =
  /^(?:(?:το|τον|την|τη|τα|τις|τους|του|της|των|the|its|πρακτορείο|πρακτορεία|πρακτορείου|πρακτορείων|agency|agencies|агентства|агентств|агентство|агентствам)\s+)+/iu;
/** Small words that a name may have inside. */
const INSIDE_NAME = new Set([
  "of",
  "de",
  "la",
  "le",
  "du",
  "the",
  "και",
  "του",
  "της",
  "των",
  "и",
  "for",
  "news",
  "agency",
]);
/** Openers that also start sentences («Πηγές του υπουργείου …»): a credits line has a colon there. */
const NEEDS_COLON = /^(?:πηγ|πληροφοριεσ|source|источник|по сообщениям)/u;
const NEEDS_NO_FROM = /^(?:με πληροφοριεσ$|with agencies$)/u;

/**
 * The agencies of «Με πληροφορίες από …» and its like; null for a line that is no credits line. Sentences that
 * begin so («По информации министерства, войска …») are told from it by their small words.
 */
export function parseCreditsLine(line: string): PageInfoSource[] | null {
  if (line.length > LONGEST_LINE) return null;
  const rest = afterPageWord(line, "creditsOpeners");
  if (rest === null) return null;
  const opener = fold(line.slice(0, line.length - rest.length)).trim();
  if ((NEEDS_COLON.test(opener) || NEEDS_NO_FROM.test(opener)) && !/^\s*:/u.test(rest)) return null;
  const names = rest
    .replace(/^[\s:]+|[\s.]+$/gu, "")
    .split(/\s*[,;]\s*(?:και|and|и)?\s*|\s+(?:και|and|&|и|\/|-|–)\s+/iu)
    .map((name) => name.replace(BEFORE_NAME, "").trim())
    .filter((name) => name !== "");
  if (names.length === 0 || !names.every(isName)) return null;
  return [...new Set(names)].map((name) => ({ name, role: "ORIGINATOR", evidence: line }));
}

function isName(name: string): boolean {
  const words = name.split(" ");
  return (
    words.length <= 5 &&
    /^[\p{Lu}\p{N}«"“]/u.test(name) &&
    words.every((word) => !/^\p{Ll}/u.test(word) || isAllowed(word))
  );
}

function isAllowed(word: string): boolean {
  // Addresses of news sites are written small.
  return INSIDE_NAME.has(word) || /^[\w-]+(?:\.\w{2,})+$/u.test(word);
}
