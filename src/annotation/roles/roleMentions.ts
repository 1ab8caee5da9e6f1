import type { KnowledgeEntity } from "../KnowledgeBase.js";
import type { ScannedPart } from "../spots.js";
import type { AnnotatedMention, AnnotatedRole } from "../types.js";
import type { Roles } from "./findRoles.js";
import { occupationKeys } from "./occupations.js";
import { roleKeysOf } from "./roleNouns.js";
import { normalizedTitle, type RolePhrase } from "./rolePhrase.js";

/** Who a person of the article is: the entity, or the thing outside the knowledge base. */
interface Holder {
  entity: KnowledgeEntity | null;
  first: AnnotatedMention;
  roles: { title: string; country: string | null; organization: string | null }[];
}

const CONFIDENCE = { byText: 0.85, byKnowledge: 0.75 };
/** A text that names more people is a list: an office in it tells nothing, and comparing would take long. */
const MAX_HOLDERS = 300;
/** Occupations of many people: without a country or organization only the text itself can tell whose they are. */
const COMMON = new Set(
  "player athlete actor writer journalist professor scientist doctor expert lawyer officer musician deputy judge candidate businessperson head director secretary spokesperson".split(
    " ",
  ),
);

/**
 * Mentions by office alone («ο Ρώσος πρόεδρος», "the minister") of people whom the article names, where exactly one fits.
 * A mention is the noun alone: the people before it is a mention of its own.
 * @param entityOf knowledge base entity of an id
 */
export function roleMentions(
  parts: readonly ScannedPart[],
  mentions: readonly AnnotatedMention[],
  { roles, bare }: Roles,
  entityOf: (id: string) => KnowledgeEntity | undefined,
): AnnotatedMention[] {
  const holders = holdersOf(mentions, roles, entityOf);
  if (holders.length === 0 || holders.length > MAX_HOLDERS) return [];
  const byIndex = new Map(parts.map((part) => [part.index, part]));
  const byPart = new Map<number, AnnotatedMention[]>(parts.map((part) => [part.index, []]));
  for (const mention of mentions) byPart.get(mention.part)?.push(mention);
  return bare.flatMap(({ part: index, phrase }) => {
    const part = byIndex.get(index);
    const own = byPart.get(index) ?? [];
    const token = part?.tokens[phrase.head];
    if (!part || !token) return [];
    const found = holderOf(part, phrase, own, holders, entityOf);
    if (found === null) return [];
    const { holder, confidence } = found;
    return [
      {
        part: index,
        sentence: token.sentence,
        start: token.start,
        end: token.end,
        surface: part.text.slice(token.start, token.end),
        kind: "ROLE" as const,
        type: "PERSON" as const,
        entity: holder.first.entity,
        thing: holder.first.thing,
        lemma: holder.first.lemma,
        nerConfidence: confidence,
        linkConfidence: holder.first.entity === null ? null : confidence,
        grammaticalCase: null,
        candidates:
          holder.first.entity === null
            ? []
            : [{ entity: holder.first.entity, score: confidence, features: [] }],
        reason: "OFFICE" as const,
        decidedBy: "RULE" as const,
      },
    ];
  });
}

function holdersOf(
  mentions: readonly AnnotatedMention[],
  roles: readonly AnnotatedRole[],
  entityOf: (id: string) => KnowledgeEntity | undefined,
): Holder[] {
  const holders = new Map<string, Holder>();
  for (const mention of mentions) {
    const id = mention.entity ?? mention.thing;
    if (mention.type !== "PERSON" || id === null || holders.has(id)) continue;
    const entity = mention.entity === null ? null : (entityOf(mention.entity) ?? null);
    holders.set(id, { entity, first: mention, roles: [] });
  }
  for (const role of roles) {
    const mention = mentions[role.holder];
    const id = mention?.entity ?? mention?.thing ?? null;
    const holder = id === null ? undefined : holders.get(id);
    holder?.roles.push({
      title: role.normalizedTitle,
      country: countryCode(role.country === null ? undefined : mentions[role.country], entityOf),
      organization: (role.organization === null ? null : mentions[role.organization]?.entity) ?? null,
    });
  }
  return [...holders.values()];
}

function countryCode(
  mention: AnnotatedMention | undefined,
  entityOf: (id: string) => KnowledgeEntity | undefined,
): string | null {
  return mention?.entity == null ? null : (entityOf(mention.entity)?.country ?? null);
}

function holderOf(
  part: ScannedPart,
  phrase: RolePhrase,
  mentions: readonly AnnotatedMention[],
  holders: readonly Holder[],
  entityOf: (id: string) => KnowledgeEntity | undefined,
): { holder: Holder; confidence: number } | null {
  const title = normalizedTitle(
    phrase.key,
    part.text.slice(part.tokens[phrase.titleFirst]?.start, part.tokens[phrase.titleLast]?.end),
  );
  const country = countryCode(phrase.country === null ? undefined : mentions[phrase.country], entityOf);
  const organization = (phrase.organization === null ? null : mentions[phrase.organization]?.entity) ?? null;
  // A country or organization that is named but unknown tells that it is somebody else.
  if (
    (phrase.country !== null && country === null) ||
    (phrase.organization !== null && organization === null)
  )
    return null;
  const isBare = country === null && organization === null;
  const start = part.tokens[phrase.head]?.start ?? 0;
  const isEarlier = ({ first }: Holder): boolean =>
    first.part < part.index || (first.part === part.index && first.end <= start);
  // «ο υπουργός Παιδείας» says enough to be told before the name.
  const isVague = isBare && title === phrase.key;
  const known = isVague ? holders.filter(isEarlier) : holders;
  const byText = known.filter(({ roles, entity }) =>
    roles.some(
      (role) =>
        role.title === title &&
        (country === null || [country, null].includes(role.country ?? entity?.country ?? null)) &&
        (organization === null || role.organization === null || role.organization === organization),
    ),
  );
  const [only] = byText;
  if (only && byText.length === 1) return { holder: only, confidence: CONFIDENCE.byText };
  if (byText.length > 1 || (isVague && (COMMON.has(phrase.key) || occupationKeys.has(phrase.key))))
    return null;
  const byKnowledge = known.filter(
    ({ entity }) => entity !== null && holds(entity, phrase.key, title, country, organization, entityOf),
  );
  const current = byKnowledge.filter(({ entity }) =>
    entity?.roles.some((role) => role.to === null && isOffice(role.en, phrase.key, title)),
  );
  const fitting = current.length > 0 ? current : byKnowledge;
  const [one] = fitting;
  return one && fitting.length === 1 ? { holder: one, confidence: CONFIDENCE.byKnowledge } : null;
}

/** Does the knowledge base give the entity such an office there? */
function holds(
  entity: KnowledgeEntity,
  key: string,
  title: string,
  country: string | null,
  organization: string | null,
  entityOf: (id: string) => KnowledgeEntity | undefined,
): boolean {
  return entity.roles.some((role) => {
    if (!isOffice(role.en, key, title)) return false;
    if (organization !== null) return role.of === organization;
    if (country === null) return true;
    const where = role.of === null ? entity.country : (entityOf(role.of)?.country ?? role.of);
    return where === country;
  });
}

/** Is an office as the knowledge base writes it the one that a text means? */
function isOffice(english: string, key: string, title: string): boolean {
  const isBelow = /^(?:deputy|vice)\b/iu.test(english) && !/^(?:deputy|vice)\b/u.test(key);
  if (isBelow) return false;
  const lower = english.toLowerCase();
  // "Prime minister" has the noun of a minister and is none.
  if (lower.startsWith("prime minister")) return title === "prime minister";
  if (!lower.includes(key) && !roleKeysOf(english).includes(key)) return false;
  return title === key || normalizedTitle(key, english) === title;
}
