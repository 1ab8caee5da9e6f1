/**
 * Compares what annotation finds in one gold article with its marks. Everything is counted, so that articles add up.
 */
const typeOfMark = { P: "PERSON", L: "PLACE", O: "ORGANIZATION", M: "OTHER" };
const measured = new Set(["PERSON", "PLACE", "ORGANIZATION"]);

/**
 * @typedef {{gold: number, found: number, correct: number}} Counts
 * @typedef {{kind: string, article: string, gold: string, found: string, context: string}} Mistake
 */

/** @returns {Counts} */
export const none = () => ({ gold: 0, found: 0, correct: 0 });

/** Precision, recall and F1 in percent. @param {Counts} counts */
export function rates({ gold, found, correct }) {
  const precision = found === 0 ? 0 : (100 * correct) / found;
  const recall = gold === 0 ? 0 : (100 * correct) / gold;
  return { precision, recall, f1: correct === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/**
 * @param {import("./readGold.mjs").GoldArticle} gold
 * @param {import("../../dist/annotation/types.js").Annotation} annotation of `gold.parts`
 */
export function scoreArticle(gold, annotation) {
  /** @type {Mistake[]} */
  const mistakes = [];
  const around = (part, start, end) =>
    gold.parts[part].text.slice(Math.max(0, start - 50), start) +
    `⟦${gold.parts[part].text.slice(start, end)}⟧` +
    gold.parts[part].text.slice(end, end + 50);
  const note = (kind, span, wanted, given) =>
    mistakes.push({
      kind,
      article: gold.id,
      gold: wanted,
      found: given,
      context: around(span.part, span.start, span.end),
    });
  const score = {
    names: nameScores(gold, annotation, note),
    links: linkScores(gold, annotation, note),
    coreference: coreferenceScores(gold, annotation, note),
    roles: roleScores(gold, annotation, note),
    quotations: quotationScores(gold, annotation, note),
    about: aboutScores(gold, annotation),
  };
  return { score, mistakes };
}

/** Strict spans with their types. */
function nameScores(gold, annotation, note) {
  const scores = { PERSON: none(), PLACE: none(), ORGANIZATION: none() };
  const wanted = gold.mentions.filter(({ type }) => measured.has(typeOfMark[type]));
  const given = annotation.mentions.filter(
    ({ kind, type }) => kind !== "ROLE" && kind !== "DEMONYM" && measured.has(type),
  );
  const key = (part, start, end, type) => `${part} ${start} ${end} ${type}`;
  const right = new Set(wanted.map((one) => key(one.part, one.start, one.end, typeOfMark[one.type])));
  const hit = new Set();
  for (const mention of given) {
    scores[mention.type].found++;
    const own = key(mention.part, mention.start, mention.end, mention.type);
    if (right.has(own)) {
      scores[mention.type].correct++;
      hit.add(own);
      continue;
    }
    const other = wanted.find((one) => overlaps(one, mention));
    note(
      "names",
      mention,
      other ? `${typeOfMark[other.type]} ${other.surface}` : "–",
      `${mention.type} ${mention.surface}`,
    );
  }
  for (const one of wanted) {
    scores[typeOfMark[one.type]].gold++;
    if (hit.has(key(one.part, one.start, one.end, typeOfMark[one.type]))) continue;
    if (!given.some((mention) => overlaps(one, mention)))
      note("names", one, `${typeOfMark[one.type]} ${one.surface}`, "–");
  }
  return scores;
}

/**
 * Linkable mentions are those whose entity the knowledge base has. `right` wants the very entity on a mention that overlaps;
 * a wrong link is a mention that is linked to another entity than the mark that it overlaps has, or where no mark is.
 */
function linkScores(gold, annotation, note) {
  const score = { linkable: 0, right: 0, missing: 0, wrong: 0, mentions: annotation.mentions.length };
  for (const one of gold.mentions) {
    if (one.entity === null || one.entity.startsWith("x-")) continue;
    score.linkable++;
    const over = annotation.mentions.filter((mention) => overlaps(one, mention));
    if (over.some(({ entity }) => entity === one.entity)) score.right++;
    else {
      score.missing++;
      note(
        "links",
        one,
        one.entity,
        over.map(({ surface, entity, reason }) => `${surface}=${entity} (${reason})`).join("; ") || "–",
      );
    }
  }
  for (const mention of annotation.mentions) {
    if (mention.entity === null) continue;
    const marks = gold.mentions.filter((one) => overlaps(one, mention));
    if (marks.some(({ entity }) => entity === mention.entity)) continue;
    score.wrong++;
    note(
      "wrong-links",
      mention,
      marks.map(({ surface, entity }) => `${surface}=${entity}`).join("; ") || "–",
      `${mention.entity} (${mention.reason})`,
    );
  }
  return score;
}

/**
 * Pairs of mentions of one entity in the article (link-based, without roles and demonyms), and B³ over the mentions that
 * either side has.
 */
function coreferenceScores(gold, annotation, note) {
  const named = (one) => ["P", "L", "O", "M"].includes(one.type) && one.entity !== null;
  const wanted = gold.mentions.filter(named);
  const given = annotation.mentions.filter(
    ({ kind, entity, thing }) => kind !== "ROLE" && kind !== "DEMONYM" && (entity ?? thing) !== null,
  );
  const clusterOf = new Map();
  for (const mention of given) {
    const mark = wanted.find(
      (one) => one.part === mention.part && one.start === mention.start && one.end === mention.end,
    );
    const key = mark ?? mention;
    clusterOf.set(key, mention.entity ?? `thing ${mention.thing}`);
  }
  const goldClusters = groupBy(wanted, ({ entity }) => entity);
  const foundClusters = groupBy([...clusterOf.keys()], (key) => clusterOf.get(key));
  const pairs = none();
  const bCubed = { precision: 0, found: 0, recall: 0, gold: 0 };
  const goldOf = new Map(wanted.map((one) => [one, one.entity]));
  for (const members of goldClusters.values()) {
    for (const [at, one] of members.entries()) {
      bCubed.gold++;
      const own = clusterOf.get(one);
      const same = own === undefined ? 0 : members.filter((other) => clusterOf.get(other) === own).length;
      bCubed.recall += same / members.length;
      for (const other of members.slice(at + 1)) {
        pairs.gold++;
        if (own !== undefined && clusterOf.get(other) === own) pairs.correct++;
      }
      if (members.length > 1 && own !== undefined && same === 1) {
        note("coreference", one, one.entity, String(own));
      }
    }
  }
  for (const members of foundClusters.values()) {
    pairs.found += (members.length * (members.length - 1)) / 2;
    for (const one of members) {
      bCubed.found++;
      const own = goldOf.get(one);
      const same = own === undefined ? 0 : members.filter((other) => goldOf.get(other) === own).length;
      bCubed.precision += same / members.length;
      if (members.length > 1 && own !== undefined && same === 1)
        note("coreference", one, own, String(clusterOf.get(one)));
    }
  }
  return { pairs, bCubed };
}

/** A role is right with the right holder, a title that overlaps, and the right organization (or none on both sides). */
function roleScores(gold, annotation, note) {
  const score = none();
  const organizationScore = { both: 0, right: 0 };
  score.gold = gold.roles.length;
  const open = new Set(gold.roles);
  /** An office that the text gives twice counts once. */
  const seen = new Set();
  for (const role of annotation.roles) {
    const holder = goldEntity(gold, annotation.mentions[role.holder]);
    const text = gold.parts[role.part].text.slice(role.start, role.end);
    const once = `${holder} ${role.normalizedTitle}`;
    if (holder !== null && seen.has(once)) continue;
    seen.add(once);
    const match = [...open].find(
      (one) => one.entity === holder && (overlaps(one, role) || sameTitle(one.title, role.title)),
    );
    score.found++;
    if (!match) {
      const known = gold.roles.filter((one) => one.entity === holder && sameTitle(one.title, role.title));
      if (known.length > 0) score.found--;
      else note("roles", role, "–", `${holder}: ${text}`);
      continue;
    }
    open.delete(match);
    score.correct++;
    organizationScore.both++;
    const of =
      role.organization === null
        ? role.country === null
          ? null
          : goldEntity(gold, annotation.mentions[role.country])
        : goldEntity(gold, annotation.mentions[role.organization]);
    if (of === match.organization || (match.organization === null && role.organization === null))
      organizationScore.right++;
    else note("role-organizations", role, String(match.organization), String(of));
  }
  for (const one of open) note("roles", one, `${one.entity}: ${one.title} | ${one.organization}`, "–");
  return { ...score, organizations: organizationScore };
}

/** A quotation is right with at least half of its words and its speaker. */
function quotationScores(gold, annotation, note) {
  const score = none();
  const spans = none();
  score.gold = spans.gold = gold.quotes.length;
  const open = new Set(gold.quotes);
  for (const quotation of annotation.quotations) {
    score.found++;
    spans.found++;
    const speaker =
      quotation.speaker === null ? null : goldEntity(gold, annotation.mentions[quotation.speaker]);
    const match = [...open].find(
      (one) => overlap(one, quotation) * 2 >= Math.max(one.end - one.start, quotation.end - quotation.start),
    );
    if (!match) {
      note("quotations", quotation, "–", `${speaker}, cue ${quotation.cue}`);
      continue;
    }
    open.delete(match);
    spans.correct++;
    if (speaker === match.speaker) score.correct++;
    else
      note(
        "quotations",
        quotation,
        `speaker ${match.speaker}, cue ${match.cue}`,
        `speaker ${speaker}, cue ${quotation.cue}`,
      );
  }
  for (const one of open) note("quotations", one, `${one.speaker}, cue ${one.cue}`, "–");
  return { ...score, spans };
}

/** What the article is about. */
function aboutScores(gold, annotation) {
  const score = none();
  score.gold = gold.about.length;
  const wanted = new Set(gold.about);
  for (const { entity, thing, isMain } of annotation.entities) {
    if (!isMain) continue;
    score.found++;
    const mention = annotation.mentions.find((one) =>
      entity === null ? one.thing === thing : one.entity === entity,
    );
    const id = entity ?? goldEntity(gold, mention);
    if (wanted.has(id)) score.correct++;
  }
  return score;
}

/** Entity of the mark over which a mention lies. */
function goldEntity(gold, mention) {
  if (mention === undefined) return null;
  const marks = gold.mentions.filter((one) => overlaps(one, mention));
  return (marks.find(({ entity }) => entity === mention.entity) ?? marks[0])?.entity ?? mention.entity;
}

function sameTitle(a, b) {
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return folded(a).slice(0, 5) === folded(b).slice(0, 5);
}

function overlap(a, b) {
  return a.part === b.part ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0;
}

function overlaps(a, b) {
  return overlap(a, b) > 0;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
