import type { KnowledgeBase, KnowledgeEntity } from "../../KnowledgeBase.js";
import { inflect } from "../../gazetteer/nameForms.js";
import { fold } from "../../text/fold.js";
import { SPAN_TYPES, type SpanType } from "../labels.js";
import type { Segment, TaggedBlock } from "./readTaggedText.js";

/** Greek articles, with and without preposition: what stands before a name tells its gender, number and case. */
const ARTICLES: Readonly<Record<string, string>> = {
  ο: "ο",
  η: "η",
  το: "το",
  στο: "το",
  του: "του",
  στου: "του",
  τησ: "τησ",
  στησ: "τησ",
  τον: "τον",
  στον: "τον",
  την: "την",
  τη: "την",
  στην: "την",
  στη: "την",
  οι: "οι",
  τα: "τα",
  στα: "τα",
  των: "των",
  τουσ: "τουσ",
  στουσ: "τουσ",
  τισ: "τισ",
  στισ: "τισ",
};
const ARTICLE_OF_FORM: Readonly<Record<string, string>> = {
  "NOM m": "ο",
  "NOM f": "η",
  "NOM n": "το",
  "GEN m": "του",
  "GEN f": "τησ",
  "GEN n": "του",
  "ACC m": "τον",
  "ACC f": "την",
  "ACC n": "το",
  "NOM m PL": "οι",
  "NOM f PL": "οι",
  "NOM n PL": "τα",
  "GEN m PL": "των",
  "GEN f PL": "των",
  "GEN n PL": "των",
  "ACC m PL": "τουσ",
  "ACC f PL": "τισ",
  "ACC n PL": "τα",
};
/** Fewer names are no choice. */
const SMALLEST_POOL = 4;

/** Names that may stand for each other in a sentence: of one type, and as far as words tell of one gender and case. */
export class NamePool {
  private readonly written = new Map<string, string[]>();
  private readonly known = new Map<string, string[]>();

  /** Fills the pool from the knowledge base and from the names of training sentences of one language. */
  constructor(
    private readonly language: string,
    knowledge: KnowledgeBase,
    blocks: readonly TaggedBlock[],
  ) {
    for (const entity of knowledge.entities) this.addEntity(entity);
    for (const line of blocks.flat()) {
      line.forEach((segment, index) => {
        for (const key of this.keysOf(segment, line[index - 1])) add(this.written, key, segment.text);
      });
    }
  }

  /** Another name for the place of this one, or its own where there is no choice. */
  other(segment: Segment, before: Segment | undefined, random: () => number): string {
    const [key = ""] = this.keysOf(segment, before);
    const written = this.written.get(key) ?? [];
    const known = this.known.get(key) ?? [];
    const pool = random() < 0.5 && written.length >= SMALLEST_POOL ? written : known;
    const chosen = pool.length >= SMALLEST_POOL ? pool : written;
    if (chosen.length < SMALLEST_POOL) return segment.text;
    const name = chosen[Math.floor(random() * chosen.length)] ?? segment.text;
    return segment.type === "PERSON" ? this.withOtherFamily(name, chosen, random) : name;
  }

  /** Given name of one person and family name of another whose name ends alike: someone nobody has heard of. */
  private withOtherFamily(name: string, pool: readonly string[], random: () => number): string {
    const words = name.split(" ");
    const other = (pool[Math.floor(random() * pool.length)] ?? name).split(" ");
    if (words.length !== 2 || other.length !== 2 || random() < 0.3) return name;
    const [given = ""] = words;
    const [otherGiven = "", otherFamily = ""] = other;
    return ending(given) === ending(otherGiven) ? `${given} ${otherFamily}` : name;
  }

  private addEntity(entity: KnowledgeEntity): void {
    const type = SPAN_TYPES.find((each) => each === entity.kind);
    if (!type) return;
    const { language } = this;
    const names = [entity.names[language], ...(entity.aliases[language] ?? [])];
    if (entity.kind === "PERSON") names.push(entity.family[language]);
    for (const name of names) {
      if (name === undefined) continue;
      for (const { form, case: grammaticalCase } of inflect(entity, name, language)) {
        const number = entity.plural ? " PL" : "";
        const article = ARTICLE_OF_FORM[`${grammaticalCase} ${entity.gender ?? "?"}${number}`];
        if (language === "el" && article !== undefined) add(this.known, keyOf(type, form, article), form);
        add(this.known, keyOf(type, form, ""), form);
      }
    }
    for (const acronym of entity.acronyms[language] ?? []) {
      if (entity.gender === null || entity.plural) continue;
      for (const grammaticalCase of ["NOM", "GEN", "ACC"]) {
        const article = ARTICLE_OF_FORM[`${grammaticalCase} ${entity.gender}`] ?? "";
        add(this.known, keyOf(type, acronym, language === "el" ? article : ""), acronym);
      }
    }
  }

  private keysOf({ text, type }: Segment, before: Segment | undefined): string[] {
    if (type === null || type === "OTHER") return [];
    const word = /(\p{L}+)\s+$/u.exec(before?.text ?? "")?.[1] ?? "";
    const article = this.language === "el" ? (ARTICLES[fold(word)] ?? "") : "";
    return article === "" ? [keyOf(type, text, "")] : [keyOf(type, text, article), keyOf(type, text, "")];
  }
}

/** Behind an article any ending will do; elsewhere names must end alike and be about as long. */
function keyOf(type: SpanType, name: string, article: string): string {
  const isShouted = name.length > 1 && name === name.toUpperCase();
  const style = `${type} ${isShouted ? "CAPS" : ""}`;
  const words = Math.min(3, name.split(" ").length);
  if (article !== "") return `${style} ${article} ${words > 1 ? "long" : "short"}`;
  const isInflected = /[\u0370-\u03ff\u0400-\u04ff]/.test(name) && !isShouted;
  return `${style} ${String(words)} ${isInflected ? ending(name) : ""}`;
}

function ending(name: string): string {
  return fold(name).slice(-2);
}

function add(pools: Map<string, string[]>, key: string, name: string): void {
  const pool = pools.get(key);
  if (pool) pool.push(name);
  else pools.set(key, [name]);
}
