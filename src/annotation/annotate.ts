import type { AnnotatedMention, AnnotatedPart, Annotation, TextPart } from "./types.js";
import type { Gazetteer } from "./gazetteer/Gazetteer.js";
import { resolve, type Scope, type Verdict } from "./resolve.js";
import { salience } from "./salience.js";
import { caseModes, findSpots, wordUse, type ScannedPart, type Spot } from "./spots.js";
import { fold } from "./text/fold.js";
import { scan } from "./text/scan.js";
import { findUnknownNames, type UnknownName } from "./unknownNames.js";
import { unlinkedDemonyms } from "./unlinkedDemonyms.js";

/**
 * Finds the names in the parts of one article and links them to the knowledge base.
 *
 * Teasers are read apart from the article: neither explains a short name of the other. Offsets are UTF-16
 * code units of each part's text, which is returned unchanged. Never throws on odd text; time is linear in
 * its length.
 */
export function annotate(parts: readonly TextPart[], language: string, gazetteer: Gazetteer): Annotation {
  const scanned = parts.map((part, index): ScannedPart => {
    const result = scan(part.text);
    return {
      ...result,
      index,
      text: part.text,
      isTeaser: part.part === "TEASER",
      modes: caseModes(result),
    };
  });
  const mentions: AnnotatedMention[] = [];
  for (const isTeaser of [false, true]) {
    const group = scanned.filter((part) => part.isTeaser === isTeaser);
    // One by one: spreading a very long list would overflow the stack.
    if (group.length > 0) for (const mention of annotateScope(group, gazetteer)) mentions.push(mention);
  }
  mentions.sort((a, b) => a.part - b.part || a.start - b.start);
  const annotated = parts.map((part, index): AnnotatedPart => ({
    part: part.part,
    text: part.text,
    sentences: scanned[index]?.sentences ?? [],
  }));
  return { language, parts: annotated, mentions, entities: salience(parts, mentions) };
}

function annotateScope(parts: readonly ScannedPart[], gazetteer: Gazetteer): AnnotatedMention[] {
  const use = wordUse(parts);
  const spots: Spot[] = [];
  const unknown: UnknownName[] = [];
  for (const part of parts) {
    const names = findUnknownNames(part, findSpots(part, gazetteer, use), gazetteer, use);
    for (const spot of names.spots) spots.push(spot);
    for (const name of names.unknown) {
      const entry = isFullName(name) ? gazetteer.soundingLike(surfaceOf(part, name)) : null;
      if (entry) spots.push({ ...name, entries: [entry], isWeak: false });
      else unknown.push(name);
    }
  }
  spots.sort((a, b) => a.part - b.part || a.first - b.first);
  const scope: Scope = { parts, spots, unknown };
  const byIndex = new Map(parts.map((part) => [part.index, part]));
  const mentions: AnnotatedMention[] = [];
  for (const [spot, verdict] of resolve(scope)) {
    const part = byIndex.get(spot.part);
    if (part && verdict) mentions.push(linked(part, spot, verdict));
  }
  for (const name of unknown) {
    const part = byIndex.get(name.part);
    if (part) mentions.push(unlinked(part, name));
  }
  adoptFullNames(mentions);
  mentions.sort((a, b) => a.part - b.part || a.start - b.start);
  const taken = new Map<number, AnnotatedMention[]>(parts.map((part) => [part.index, []]));
  for (const mention of mentions) taken.get(mention.part)?.push(mention);
  const demonyms = parts.flatMap((part) => unlinkedDemonyms(part, taken.get(part.index) ?? []));
  return mentions.concat(demonyms);
}

function isFullName(name: UnknownName): boolean {
  return name.last > name.first && !name.isAcronym && (name.type === "PERSON" || name.type === null);
}

function surfaceOf(part: ScannedPart, name: UnknownName): string {
  return part.text.slice(part.tokens[name.first]?.start, part.tokens[name.last]?.end);
}

function linked(part: ScannedPart, spot: Spot, verdict: Verdict): AnnotatedMention {
  const range = rangeOf(part, spot.first, spot.last);
  const isBare = verdict.entry.role === "FAMILY" || verdict.entry.role === "GIVEN";
  return {
    ...range,
    kind: verdict.kind,
    type: verdict.entry.entity.kind,
    entity: verdict.entity?.id ?? null,
    lemma: verdict.entity ? verdict.entry.lemma : null,
    nerConfidence: isBare && verdict.kind === "NAME" ? 0.85 : 0.97,
    linkConfidence: verdict.entity ? verdict.confidence : null,
    candidates: verdict.candidates,
    decidedBy: "GAZETTEER",
  };
}

function unlinked(part: ScannedPart, name: UnknownName): AnnotatedMention {
  return {
    ...rangeOf(part, name.first, name.last),
    kind: name.isAcronym ? "ACRONYM" : "NAME",
    type: name.type,
    entity: null,
    lemma: null,
    nerConfidence: name.confidence,
    linkConfidence: null,
    candidates: [],
    decidedBy: "RULE",
  };
}

function rangeOf(
  part: ScannedPart,
  first: number,
  last: number,
): Pick<AnnotatedMention, "part" | "sentence" | "start" | "end" | "surface"> {
  const start = part.tokens[first]?.start ?? 0;
  const end = part.tokens[last]?.end ?? start;
  const sentence = part.tokens[first]?.sentence ?? 0;
  return { part: part.index, sentence, start, end, surface: part.text.slice(start, end) };
}

/**
 * The last word of a full name, alone elsewhere and in any case, means the same person; of a known person where the
 * gazetteer does not have the word, for the article spells the name in its own way.
 */
function adoptFullNames(mentions: AnnotatedMention[]): void {
  const full = new Map<string, AnnotatedMention>();
  for (const mention of mentions) {
    const words = mention.surface.split(/\s+/);
    const family = words.at(-1);
    if (mention.type !== "PERSON" || words.length < 2 || family === undefined) continue;
    const key = caselessKey(family);
    if (!full.has(key)) full.set(key, mention);
  }
  for (const mention of mentions) {
    const isOpen = mention.entity === null && mention.kind === "NAME" && mention.candidates.length === 0;
    if (!isOpen || /\s/.test(mention.surface)) continue;
    const known = full.get(caselessKey(mention.surface));
    if (!known) continue;
    mention.kind = "COREFERENCE";
    mention.type = known.type;
    mention.lemma = known.entity === null ? known.surface : known.lemma;
    mention.entity = known.entity;
    mention.candidates = known.candidates;
    mention.linkConfidence = known.linkConfidence;
  }
}

/** A folded word without the endings of Greek and Russian cases: «Παπαδόπουλος», «Παπαδόπουλου» → παπαδοπουλ. */
function caselessKey(word: string): string {
  const folded = fold(word);
  if (folded.length < 5) return folded;
  return /^[а-я]/.test(folded)
    ? folded.replace(/(?:ым|ом|ой|а|у|е)$/, "")
    : folded.replace(/(?:οσ|ου|ο)$/, "").replace(/([αηιε])σ$/, "$1");
}
