/**
 * Reads a gold article (the format is in README.md beside this file) and refuses anything that does
 * not keep to it.
 */
import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";

/**
 * @typedef {"P" | "L" | "O" | "M" | "D" | "R"} MarkType
 * @typedef {"HEADLINE" | "LEAD" | "BODY" | "CAPTION"} PartName
 * @typedef {{part: PartName, text: string}} Part The text is plain, without marks.
 * @typedef {object} Mention
 * @property {number} part Index into the article's parts.
 * @property {number} start UTF-16 offset in the part's text.
 * @property {number} end
 * @property {string} surface
 * @property {MarkType} type
 * @property {string | null} entity Knowledge base id, `x-…` outside of it, null where nothing is linked.
 *
 * @typedef {object} Role
 * @property {string} entity
 * @property {string} title
 * @property {string | null} organization
 * @property {number} part Where the title stands that is nearest to a naming of the person.
 * @property {number} start
 * @property {number} end
 *
 * @typedef {object} Quote
 * @property {number} part
 * @property {number} start After the opening mark.
 * @property {number} end Before the closing mark.
 * @property {string | null} speaker
 * @property {string | null} cue
 *
 * @typedef {object} GoldArticle
 * @property {string} id
 * @property {"el" | "en" | "ru"} language
 * @property {Part[]} parts
 * @property {Mention[]} mentions In the order of the text; a D inside an R follows it.
 * @property {Role[]} roles
 * @property {Quote[]} quotes
 * @property {string[]} about
 */

const knowledgeFolder = new URL("../../knowledge/", import.meta.url);
const knowledgeFiles = {
  P: ["people.jsonl"],
  L: ["places.jsonl", "places-cldr.jsonl"],
  O: ["organizations.jsonl"],
  M: ["events.jsonl"],
};
/** What kind of thing each mark names. @type {Record<MarkType, "P" | "L" | "O" | "M">} */
const kindOfMark = { P: "P", R: "P", L: "L", D: "L", O: "O", M: "M" };

const partPattern = /^(HEADLINE|LEAD|BODY|CAPTION): (\S.*)$/u;
const markStart = /\[(?:([PLOMDR]):([a-z0-9-]+) )?/uy;
const entityPattern = /^(?:-|[a-z0-9]+(?:-[a-z0-9]+)*)$/u;
const openingMarks = { "«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’" };

/** @type {Map<string, "P" | "L" | "O" | "M"> | undefined} */
let knownIds;

/** @returns {Map<string, "P" | "L" | "O" | "M">} */
function knowledge() {
  if (knownIds) return knownIds;
  knownIds = new Map();
  for (const kind of /** @type {const} */ (["P", "L", "O", "M"])) {
    for (const file of knowledgeFiles[kind]) {
      for (const row of readFileSync(new URL(file, knowledgeFolder), "utf8").split("\n")) {
        if (row !== "") knownIds.set(JSON.parse(row).id, kind);
      }
    }
  }
  return knownIds;
}

/** The paths of all gold articles, sorted. @returns {string[]} */
export function goldFiles() {
  const folder = new URL("gold/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => new URL(name, folder).pathname);
}

/**
 * @param {string} file Path of a gold article.
 * @returns {GoldArticle}
 * @throws {Error} With file and line on the first thing that breaks the format.
 */
export function readGold(file) {
  const source = readFileSync(file, "utf8");
  const lines = source.split("\n");
  /** @param {number} line @param {string} what @returns {never} */
  const fail = (line, what) => {
    throw new Error(`${file}:${line + 1}: ${what}`);
  };

  if (lines.pop() !== "") fail(lines.length, "the file must end with one line feed");
  lines.forEach((line, number) => {
    if (line !== line.trim() || /\s{2}|[^\S ]/u.test(line)) fail(number, "stray white space");
    if (line !== line.normalize("NFC")) fail(number, "not in NFC");
  });
  const language = /^# language: (el|en|ru)$/u.exec(lines[0] ?? "")?.[1];
  if (language === undefined) fail(0, 'expected "# language: el|en|ru"');
  const id = /^# id: (\S+)$/u.exec(lines[1] ?? "")?.[1];
  if (id === undefined || `${id}.txt` !== basename(file)) fail(1, "expected the file's name as id");
  if (lines[2] !== "") fail(2, "expected a blank line");
  const rule = lines.indexOf("---");
  if (rule < 0) fail(lines.length - 1, 'no "---"');

  /** @type {Part[]} */
  const parts = [];
  /** @type {Mention[]} */
  const mentions = [];
  for (let number = 3; number < rule; number += 2) {
    const [, part, marked] = partPattern.exec(lines[number]) ?? fail(number, "expected a part");
    if (lines[number + 1] !== "") fail(number + 1, "expected a blank line");
    const { text, found } = readMarks(marked, parts.length, (what) => fail(number, what));
    parts.push({ part: /** @type {PartName} */ (part), text });
    mentions.push(...found);
  }
  if (parts[0]?.part !== "HEADLINE") fail(3, "the first part must be the HEADLINE");
  const kinds = kindsOfEntities(mentions, (what) => fail(rule, what));

  /** @type {Role[]} */
  const roles = [];
  /** @type {Quote[]} */
  const quotes = [];
  /** @type {string[]} */
  const about = [];
  for (let number = rule + 1; number < lines.length; number++) {
    /** @param {string} what @returns {never} */
    const failHere = (what) => fail(number, what);
    const [, field, value] = /^(role|quote|about): (.+)$/u.exec(lines[number]) ?? failHere("no such field");
    if (field === "about") {
      if (about.length > 0) failHere("a second about");
      about.push(...value.split(", "));
      if (about.length < 2 || about.length > 5) failHere("about wants two to five entities");
      if (new Set(about).size < about.length) failHere("an entity twice");
      for (const entity of about) if (!kinds.has(entity)) failHere(`${entity} is not marked in the text`);
      continue;
    }
    const cells = value.split(" | ");
    if (cells.length !== 3) failHere("expected three cells");
    if (field === "role") roles.push(readRole(cells, parts, mentions, kinds, failHere));
    else quotes.push(readQuote(cells, parts, kinds, failHere));
  }
  if (about.length === 0) fail(lines.length - 1, "no about");
  const rows = roles.map((role) => `${role.entity} ${role.title} ${role.organization}`);
  if (new Set(rows).size < rows.length) fail(rule, "a role twice");
  const byPlace = quotes.toSorted((a, b) => a.part - b.part || a.start - b.start);
  byPlace.forEach((quote, index) => {
    const next = byPlace[index + 1];
    if (next && next.part === quote.part && next.start < quote.end) fail(rule, "quotes overlap");
  });
  return {
    id,
    language: /** @type {GoldArticle["language"]} */ (language),
    parts,
    mentions,
    roles,
    quotes: byPlace,
    about,
  };
}

/**
 * @param {string} marked @param {number} part @param {(what: string) => never} fail
 * @returns {{text: string, found: Mention[]}}
 */
function readMarks(marked, part, fail) {
  let text = "";
  /** @type {Mention[]} */
  const found = [];
  /** @type {Mention[]} */
  const open = [];
  for (let at = 0; at < marked.length;) {
    const character = marked[at];
    if (character === "[") {
      markStart.lastIndex = at;
      const [whole, type, entity] = markStart.exec(marked) ?? fail("malformed mark");
      if (type === undefined) fail(`malformed mark at "${marked.slice(at, at + 30)}"`);
      if (!entityPattern.test(entity)) fail(`malformed entity ${entity}`);
      if (open.length > 0 && !(open.length === 1 && open[0].type === "R" && type === "D"))
        fail("only a D inside an R may be nested");
      if (/[\p{L}\p{N}]$/u.test(text)) fail(`a mark inside a word before "${marked.slice(at, at + 30)}"`);
      const mention = /** @type {Mention} */ ({
        part,
        start: text.length,
        end: -1,
        surface: "",
        type,
        entity: entity === "-" ? null : entity,
      });
      found.push(mention);
      open.push(mention);
      at += whole.length;
    } else if (character === "]") {
      const mention = open.pop() ?? fail("a ] without its [");
      mention.end = text.length;
      mention.surface = text.slice(mention.start);
      if (mention.surface === "" || mention.surface !== mention.surface.trim())
        fail(`white space at the edge of "${mention.surface}"`);
      if (/^[\p{L}\p{N}]/u.test(marked.slice(at + 1)))
        fail(`a mark ends inside a word after "${mention.surface}"`);
      at++;
    } else {
      text += character;
      at++;
    }
  }
  if (open.length > 0) fail("a [ without its ]");
  return { text, found };
}

/**
 * @param {Mention[]} mentions @param {(what: string) => never} fail
 * @returns {Map<string, string>} The kind of each entity of the article.
 */
function kindsOfEntities(mentions, fail) {
  /** @type {Map<string, string>} */
  const kinds = new Map();
  for (const { entity, type, surface } of mentions) {
    if (entity === null) {
      if (type === "R") fail(`"${surface}" stands for nobody`);
      continue;
    }
    const kind = kindOfMark[type];
    const known = knowledge().get(entity);
    if (!entity.startsWith("x-") && known === undefined) fail(`${entity} is not in the knowledge base`);
    if (known !== undefined && known !== kind) fail(`${entity} is of kind ${known}, marked ${type}`);
    if ((kinds.get(entity) ?? kind) !== kind) fail(`${entity} is marked as two kinds`);
    kinds.set(entity, kind);
  }
  const named = new Set(mentions.filter(({ type }) => type === "P").map(({ entity }) => entity));
  for (const { entity, type } of mentions) {
    if (type === "R" && !named.has(entity)) fail(`${entity} has a role but is never named`);
  }
  return kinds;
}

/**
 * @param {string[]} cells @param {Part[]} parts @param {Mention[]} mentions
 * @param {Map<string, string>} kinds @param {(what: string) => never} fail
 * @returns {Role}
 */
function readRole([entity, title, of], parts, mentions, kinds, fail) {
  if (kinds.get(entity) !== "P") fail(`${entity} is no person of the article`);
  if (of !== "-" && !["O", "L", "M"].includes(kinds.get(of) ?? "")) fail(`${of} is not marked in the text`);
  /** @type {Role | undefined} */
  let nearest;
  let nearestDistance = Infinity;
  parts.forEach(({ text }, part) => {
    for (const start of occurrences(text, title)) {
      const end = start + title.length;
      if (isLetter(text[start - 1]) || isLetter(text[end])) continue;
      for (const mention of mentions) {
        if (mention.part !== part || mention.entity !== entity || mention.type !== "P") continue;
        const distance = mention.start >= end ? mention.start - end : start - mention.end;
        if (distance < 0 || distance >= nearestDistance) continue;
        nearestDistance = distance;
        nearest = { entity, title, organization: of === "-" ? null : of, part, start, end };
      }
    }
  });
  return nearest ?? fail(`"${title}" is in no part that names ${entity}`);
}

/**
 * @param {string[]} cells @param {Part[]} parts @param {Map<string, string>} kinds
 * @param {(what: string) => never} fail
 * @returns {Quote}
 */
function readQuote([speaker, cue, words], parts, kinds, fail) {
  if (speaker !== "-" && !["P", "O", "L"].includes(kinds.get(speaker) ?? ""))
    fail(`${speaker} is not marked in the text`);
  const [first, last = "", more] = words.split(" … ");
  if (more !== undefined) fail('more than one " … "');
  /** @type {{part: number, start: number, end: number}[]} */
  const found = [];
  parts.forEach(({ text }, part) => {
    for (const start of occurrences(text, first)) {
      const end = endOfQuote(text, start, start + first.length, last);
      if (end !== undefined) found.push({ part, start, end });
    }
  });
  if (found.length === 0) fail(`no quotation "${words}" between its marks`);
  if (found.length > 1) fail(`more than one quotation "${words}"`);
  const [{ part, start, end }] = found;
  const near = parts.slice(Math.max(0, part - 1), part + 2);
  if (
    cue !== "-" &&
    !near.some(({ text }) =>
      [...occurrences(text, cue)].some((at) => !isLetter(text[at - 1]) && !isLetter(text[at + cue.length])),
    )
  )
    fail(`no "${cue}" near the quotation`);
  return { part, start, end, speaker: speaker === "-" ? null : speaker, cue: cue === "-" ? null : cue };
}

/**
 * Where the quotation that starts at `start` ends: before its closing mark, or, for speech after a
 * dash, after its last words.
 * @param {string} text @param {number} start @param {number} from @param {string} last
 * @returns {number | undefined}
 */
function endOfQuote(text, start, from, last) {
  if (/(?:^|[^\p{L}\p{N}])[–—―] $/u.test(text.slice(0, start))) {
    const at = text.indexOf(last, from);
    if (at < 0 || isLetter(text[at + last.length])) return undefined;
    return at + last.length;
  }
  const opening = /** @type {keyof typeof openingMarks} */ (text[start - 1]);
  const closing = openingMarks[opening];
  if (closing === undefined) return undefined;
  let depth = 1;
  let end = start;
  for (; end < text.length; end++) {
    // An apostrophe inside a word is no closing mark.
    if (closing.includes(text[end]) && !(text[end] === "’" && isLetter(text[end + 1]))) depth--;
    else if (text[end] === opening) depth++;
    if (depth === 0) break;
  }
  if (depth > 0) return undefined;
  const inside = withoutFinalMarks(text.slice(start, end));
  const ending = withoutFinalMarks(last);
  if (ending === "") return inside === withoutFinalMarks(text.slice(start, from)) ? end : undefined;
  return inside.endsWith(ending) && end - start >= from - start ? end : undefined;
}

/** @param {string} text */
function withoutFinalMarks(text) {
  return text.replace(/[.,!?;:·…]+$/u, "");
}

/** @param {string} text @param {string} piece @returns {Generator<number>} */
function* occurrences(text, piece) {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) yield at;
}

/** @param {string | undefined} character */
function isLetter(character) {
  return character !== undefined && /\p{L}/u.test(character);
}
