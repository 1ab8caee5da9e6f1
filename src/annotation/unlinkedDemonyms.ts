import { inflectAdjective, inflectPeople } from "./greek/inflect.js";
import { fold } from "./text/fold.js";
import type { ScannedPart } from "./spots.js";
import type { AnnotatedMention } from "./types.js";

// Peoples and states that are no place of today: marked, and linked to nothing.
const PEOPLE =
  "Σοβιετικός|Σοβιετική|Γιουγκοσλάβος|Τσεχοσλοβάκος|Οθωμανός|Βυζαντινός|Ανατολικογερμανός|Δυτικογερμανός";
const ADJECTIVES = "σοβιετικός|γιουγκοσλαβικός|τσεχοσλοβακικός|οθωμανικός|βυζαντινός|ανατολικογερμανικός";
const ENGLISH = "soviet soviets yugoslav ottoman byzantine";
const RUSSIAN = "советский советского советская советской советские советских";

const FORMS: ReadonlySet<string> = new Set([
  ...PEOPLE.split("|").flatMap((lemma) => inflectPeople(lemma).map((item) => fold(item.form))),
  ...ADJECTIVES.split("|").flatMap((lemma) => inflectAdjective(lemma).map((item) => fold(item.form))),
  ...ENGLISH.split(" "),
  ...RUSSIAN.split(" ").map(fold),
]);

/** Is this folded word a people or an adjective of it without a place of today? */
export function isUnlinkedDemonym(folded: string): boolean {
  return FORMS.has(folded);
}

/** Mentions of peoples that have no place in the knowledge base («Σοβιετικός»); `taken` is in text order. */
export function unlinkedDemonyms(part: ScannedPart, taken: readonly AnnotatedMention[]): AnnotatedMention[] {
  const found: AnnotatedMention[] = [];
  let at = 0;
  for (const token of part.tokens) {
    if (!isUnlinkedDemonym(token.folded)) continue;
    while (at < taken.length && (taken[at]?.end ?? 0) <= token.start) at++;
    if ((taken[at]?.start ?? Infinity) < token.end) continue;
    found.push({
      part: part.index,
      sentence: token.sentence,
      start: token.start,
      end: token.end,
      surface: part.text.slice(token.start, token.end),
      kind: "DEMONYM",
      type: "PLACE",
      entity: null,
      thing: null,
      lemma: null,
      nerConfidence: 0.8,
      linkConfidence: null,
      grammaticalCase: null,
      candidates: [],
      reason: "UNKNOWN",
      decidedBy: "RULE",
    });
  }
  return found;
}
