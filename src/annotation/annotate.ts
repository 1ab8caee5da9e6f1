import type { AnnotatedMention, AnnotatedPart, AnnotatedRole, Annotation, TextPart } from "./types.js";
import { findNames, type NamesOfPart, type UnknownName } from "./findNames.js";
import type { Gazetteer } from "./gazetteer/Gazetteer.js";
import { findRoles } from "./roles/findRoles.js";
import { roleMentions } from "./roles/roleMentions.js";
import { resolve, type Scope, type Verdict } from "./linking/resolve.js";
import { salience } from "./salience.js";
import { findQuotations } from "./speech/findQuotations.js";
import { caseModes, findSpots, wordUse, type ScannedPart, type Spot } from "./spots.js";
import type { Tagger } from "./tagger/Tagger.js";
import { genderOfName } from "./text/givenNames.js";
import { scan } from "./text/scan.js";
import { shareThings } from "./things/shareThings.js";
import { unlinkedDemonyms } from "./unlinkedDemonyms.js";

/**
 * Finds the names in the parts of one article and links them to the knowledge base.
 *
 * Teasers are read apart from the article: neither explains a short name of the other. Offsets are UTF-16
 * code units of each part's text, which is returned unchanged. Never throws on odd text; time is linear in
 * its length.
 */
export function annotate(
  parts: readonly TextPart[],
  language: string,
  gazetteer: Gazetteer,
  tagger: Tagger,
): Annotation {
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
    if (group.length > 0)
      for (const mention of annotateScope(group, language, gazetteer, tagger)) mentions.push(mention);
  }
  mentions.sort(inTextOrder);
  const found = findRoles(scanned, mentions);
  const withRoles = [...mentions, ...roleMentions(scanned, mentions, found, (id) => gazetteer.entity(id))];
  withRoles.sort(inTextOrder);
  const roles = moved(found.roles, mentions, withRoles);
  const annotated = parts.map((part, index): AnnotatedPart => ({
    part: part.part,
    text: part.text,
    sentences: scanned[index]?.sentences ?? [],
  }));
  return {
    language,
    parts: annotated,
    mentions: withRoles,
    entities: salience(parts, withRoles),
    roles,
    quotations: findQuotations(scanned, withRoles, roles, (mention) => genderOf(mention, gazetteer)),
  };
}

function genderOf({ entity, surface }: AnnotatedMention, gazetteer: Gazetteer): "m" | "f" | null {
  const known = entity === null ? null : (gazetteer.entity(entity)?.gender ?? null);
  return known === "m" || known === "f" ? known : genderOfName(surface);
}

function inTextOrder(a: AnnotatedMention, b: AnnotatedMention): number {
  return a.part - b.part || a.start - b.start;
}

/** The roles with the indexes that their mentions have in a longer list. */
function moved(
  roles: readonly AnnotatedRole[],
  from: readonly AnnotatedMention[],
  to: readonly AnnotatedMention[],
): AnnotatedRole[] {
  const place = new Map(to.map((mention, index) => [mention, index]));
  const newIndex = (index: number): number => place.get(from[index] as AnnotatedMention) ?? -1;
  return roles.map((role) => ({
    ...role,
    holder: newIndex(role.holder),
    organization: role.organization === null ? null : newIndex(role.organization),
    country: role.country === null ? null : newIndex(role.country),
  }));
}

function annotateScope(
  parts: readonly ScannedPart[],
  language: string,
  gazetteer: Gazetteer,
  tagger: Tagger,
): AnnotatedMention[] {
  const use = wordUse(parts);
  const scope: Scope & NamesOfPart = { parts, spots: [], unknown: [] };
  const spans = tagger.tag(parts, language);
  let from = 0;
  for (const [index, part] of parts.entries()) {
    let to = from;
    while (to < spans.length && spans[to]?.text === index) to++;
    const names = findNames(part, findSpots(part, gazetteer, use), spans.slice(from, to), gazetteer);
    for (const spot of names.spots) scope.spots.push(spot);
    for (const name of names.unknown) scope.unknown.push(name);
    from = to;
  }
  scope.spots.sort((a, b) => a.part - b.part || a.first - b.first);
  const byIndex = new Map(parts.map((part) => [part.index, part]));
  const mentions: AnnotatedMention[] = [];
  for (const [spot, verdict] of resolve(scope)) {
    const part = byIndex.get(spot.part);
    if (part && verdict) mentions.push(linked(part, spot, verdict));
  }
  for (const name of scope.unknown) {
    const part = byIndex.get(name.part);
    if (part) mentions.push(unlinked(part, name));
  }
  mentions.sort(inTextOrder);
  shareThings(parts, mentions);
  const taken = new Map<number, AnnotatedMention[]>(parts.map((part) => [part.index, []]));
  for (const mention of mentions) taken.get(mention.part)?.push(mention);
  const demonyms = parts.flatMap((part) => unlinkedDemonyms(part, taken.get(part.index) ?? []));
  return mentions.concat(demonyms);
}

function linked(
  part: ScannedPart,
  { first, last, type, confidence }: Spot,
  verdict: Verdict,
): AnnotatedMention {
  const { entity, entry } = verdict;
  const start = part.tokens[first]?.start ?? 0;
  const end = part.tokens[last]?.end ?? start;
  return {
    part: part.index,
    sentence: part.tokens[first]?.sentence ?? 0,
    start,
    end,
    surface: part.text.slice(start, end),
    kind: verdict.kind,
    type: entity === null && type !== null ? type : entry.entity.kind,
    entity: entity?.id ?? null,
    thing: null,
    lemma: entity ? entry.lemma : null,
    nerConfidence: confidence,
    linkConfidence: entity ? verdict.confidence : null,
    grammaticalCase: entity ? entry.grammaticalCase : null,
    candidates: verdict.candidates,
    reason: verdict.reason,
    decidedBy: "GAZETTEER",
  };
}

function unlinked(
  part: ScannedPart,
  { first, last, type, isAcronym, confidence }: UnknownName,
): AnnotatedMention {
  const start = part.tokens[first]?.start ?? 0;
  const end = part.tokens[last]?.end ?? start;
  return {
    part: part.index,
    sentence: part.tokens[first]?.sentence ?? 0,
    start,
    end,
    surface: part.text.slice(start, end),
    kind: isAcronym ? "ACRONYM" : "NAME",
    type,
    entity: null,
    thing: null,
    lemma: null,
    nerConfidence: confidence,
    linkConfidence: null,
    grammaticalCase: null,
    candidates: [],
    reason: "UNKNOWN",
    decidedBy: "MODEL",
  };
}
