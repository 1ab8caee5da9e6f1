import type { Candidate, LinkReason } from "../annotation/types.js";

/** What is known of a link, with names in the language of the explanation. */
export interface LinkFacts {
  surface: string;
  /** Null for rows of a version that kept no reasons. */
  reason: LinkReason | null;
  /** Preferred name of the linked entity; null when there is none. */
  entity: string | null;
  candidates: readonly (Pick<Candidate, "score" | "features"> & { name: string })[];
}

const FEATURES_EL: Readonly<Record<string, string>> = {
  prior: "πόσο γνωστή είναι η σημασία",
  "country beside": "η χώρα δίπλα στο όνομα",
  "other country beside": "άλλη χώρα δίπλα στο όνομα",
  "country of the article": "η χώρα του άρθρου",
  "office beside": "το αξίωμα δίπλα στο όνομα",
  "office of someone named": "το αξίωμα προσώπου του άρθρου",
  "named in full": "το πλήρες όνομα αλλού στο άρθρο",
  gender: "το γένος",
};

/** Why a mention is linked or not, in words: Greek for `el`, English for every other language. */
export function explainLink(facts: LinkFacts, language: string | null): string {
  return language?.startsWith("el") === true ? inGreek(facts) : inEnglish(facts);
}

function inEnglish({ surface, reason, entity, candidates }: LinkFacts): string {
  const among = candidates.map(({ name }) => name).join(", ");
  const why = reasonsOf(candidates, (name) => name);
  switch (reason) {
    case "EXACT_NAME":
      return `“${surface}” is a name of ${entity} alone.`;
    case "DEMONYM":
      return `“${surface}” is the people or adjective of ${entity}.`;
    case "NAMED_IN_FULL":
      return `“${surface}” is short for ${entity}, whom the article names in full.`;
    case "CONTEXT":
      return `${entity} fits best of ${among}${why === "" ? "" : ` (${why})`}.`;
    case "WELL_KNOWN":
      return `“${surface}” alone nearly always means ${entity}.`;
    case "SPELLING":
      return `“${surface}” sounds like a name of ${entity} and is written nearly so.`;
    case "OFFICE":
      return `The office stands for ${entity}, whom the article names.`;
    case "UNDECIDED":
      return `Not linked: of ${among} none fits enough better than the others${why === "" ? "" : ` (best: ${why})`}.`;
    case "UNKNOWN":
      return entity === null
        ? `Not linked: no knowledge base entry has this name, and alone it says too little.`
        : `No knowledge base entry has this name; mentions of the same name are ${entity} together.`;
    case null:
      return "No reason was kept: the article was read by an older version.";
  }
}

function inGreek({ surface, reason, entity, candidates }: LinkFacts): string {
  const among = candidates.map(({ name }) => name).join(", ");
  const why = reasonsOf(candidates, (name) => FEATURES_EL[name] ?? name);
  switch (reason) {
    case "EXACT_NAME":
      return `Το «${surface}» είναι όνομα μόνο για: ${entity}.`;
    case "DEMONYM":
      return `Το «${surface}» είναι εθνικό όνομα ή επίθετο για: ${entity}.`;
    case "NAMED_IN_FULL":
      return `Το «${surface}» είναι σύντομη μορφή για: ${entity}, που το άρθρο αναφέρει με πλήρες όνομα.`;
    case "CONTEXT":
      return `Από τα ${among} ταιριάζει περισσότερο: ${entity}${why === "" ? "" : ` (${why})`}.`;
    case "WELL_KNOWN":
      return `Το «${surface}» μόνο του σημαίνει σχεδόν πάντα: ${entity}.`;
    case "SPELLING":
      return `Το «${surface}» ακούγεται όπως ένα όνομα για: ${entity}, και γράφεται σχεδόν έτσι.`;
    case "OFFICE":
      return `Το αξίωμα δηλώνει: ${entity}, που το άρθρο αναφέρει.`;
    case "UNDECIDED":
      return `Χωρίς σύνδεση: από τα ${among} κανένα δεν ταιριάζει αρκετά περισσότερο${why === "" ? "" : ` (πρώτο: ${why})`}.`;
    case "UNKNOWN":
      return entity === null
        ? "Χωρίς σύνδεση: η βάση γνώσεων δεν έχει αυτό το όνομα, και μόνο του λέει πολύ λίγα."
        : `Η βάση γνώσεων δεν έχει αυτό το όνομα· οι αναφορές του ίδιου ονόματος είναι μαζί: ${entity}.`;
    case null:
      return "Δεν κρατήθηκε αιτία: το άρθρο διαβάστηκε από παλαιότερη έκδοση.";
  }
}

/** What spoke most for the best candidate. */
function reasonsOf(candidates: LinkFacts["candidates"], label: (name: string) => string): string {
  return [...(candidates[0]?.features ?? [])]
    .sort((a, b) => b.value * b.weight - a.value * a.weight)
    .filter(({ value, weight }) => value * weight > 0)
    .slice(0, 3)
    .map(({ name }) => label(name))
    .join(", ");
}
