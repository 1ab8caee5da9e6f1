import type { KnowledgeEntity } from "../KnowledgeBase.js";
import { inflectName, inflectPersonWord, type Gender } from "../greek/inflect.js";
import { inflectRussian } from "../russian/inflectRussian.js";
import { romanize } from "../text/romanize.js";

/** A spelling of an entity's name, as the name table stores it. */
export interface NameForm {
  value: string;
  /** BCP 47. */
  language: string;
  kind: "PREFERRED" | "ALIAS" | "INFLECTED" | "TRANSLITERATION" | "ACRONYM";
  /** NOM, GEN, ACC, VOC, and for Russian DAT, INS, LOC; null where unknown or not of interest. */
  grammaticalCase: string | null;
}

const SLAVIC = new Set("RU UA BY KZ BG RS ME MK".split(" "));

/** One name in one case. */
export interface InflectedName {
  form: string;
  case: string;
}

/**
 * Every spelling of an entity's names: preferred names, aliases and acronyms of all languages, Greek and
 * Russian case forms, a person's family name alone, and the Greek name in Latin letters. No two have the same value, language and kind.
 */
export function nameForms(entity: KnowledgeEntity): NameForm[] {
  const forms: NameForm[] = [];
  const seen = new Set<string>();
  const add = (
    value: string,
    language: string,
    kind: NameForm["kind"],
    grammaticalCase: string | null,
  ): void => {
    const key = `${value}\u0000${language}`;
    if (value === "" || seen.has(key)) return;
    seen.add(key);
    forms.push({ value, language, kind, grammaticalCase });
  };
  for (const [language, name] of Object.entries(entity.names)) {
    add(name, language, "PREFERRED", isInflected(language) ? "NOM" : null);
  }
  for (const [language, aliases] of Object.entries(entity.aliases)) {
    for (const alias of aliases) add(alias, language, "ALIAS", isInflected(language) ? "NOM" : null);
  }
  for (const [language, acronyms] of Object.entries(entity.acronyms)) {
    for (const acronym of acronyms) add(acronym, language, "ACRONYM", null);
  }
  for (const language of ["el", "ru"]) {
    const names = [entity.names[language] ?? "", ...(entity.aliases[language] ?? [])];
    for (const name of names.filter((item) => item !== "")) {
      for (const { form, case: grammaticalCase } of inflect(entity, name, language)) {
        add(form, language, "INFLECTED", grammaticalCase);
      }
    }
  }
  for (const [language, family] of Object.entries(entity.kind === "PERSON" ? entity.family : {})) {
    const cases =
      language === "el" ? inflectPerson(family, entity.gender, family) : inflect(entity, family, language);
    for (const { form, case: grammaticalCase } of cases) {
      const kind = grammaticalCase === "NOM" ? "ALIAS" : "INFLECTED";
      add(form, language, kind, isInflected(language) ? grammaticalCase : null);
    }
  }
  const greek = entity.names.el;
  if (greek !== undefined && entity.acronyms.el?.includes(greek) !== true) {
    add(titleCase(romanize(greek)), "el-Latn", "TRANSLITERATION", null);
  }
  return forms;
}

/** Case forms of one name of an entity in one language; only the nominative where the language has no cases. */
export function inflect(entity: KnowledgeEntity, name: string, language: string): InflectedName[] {
  if (language === "el") {
    if (entity.kind === "PERSON")
      return inflectPerson(name, entity.gender, entity.family.el ?? lastWord(name));
    return inflectName(
      name,
      isSameHead(name, entity) ? entity.gender : genderOf(name),
      isPlural(name, entity),
    );
  }
  if (language === "ru" && /[а-яё]/i.test(name)) {
    if (entity.kind !== "PERSON") return inflectRussian(name, null, "THING");
    const isFamilyFirst = entity.names.ru?.startsWith(`${entity.family.ru ?? ""} `) === true;
    const isSlavic = SLAVIC.has(entity.country ?? "");
    return inflectRussian(name, entity.gender, isFamilyFirst ? "EASTERN" : isSlavic ? "SLAVIC" : "FOREIGN");
  }
  return [{ form: name, case: "NOM" }];
}

/** Case forms of a person's name or a part of it; words that `family` contains follow the family rules. */
export function inflectPerson(name: string, gender: Gender, family: string): InflectedName[] {
  const words = name.split(/(\s+|(?<=\p{L})-(?=\p{L}))/u);
  const familyWords = new Set(family.split(/[\s-]+/));
  const tables = words.map((word, index) =>
    index % 2 === 1 ? null : inflectPersonWord(word, gender, familyWords.has(word)),
  );
  const forms = ["NOM", "GEN", "ACC", "VOC"].map((grammaticalCase) => ({
    form: words
      .map((word, index) => tables[index]?.find((item) => item.case === grammaticalCase)?.form ?? word)
      .join(""),
    case: grammaticalCase,
  }));
  return forms.filter((item, index) => forms.findIndex((other) => other.form === item.form) === index);
}

function isInflected(language: string): boolean {
  return language === "el" || language === "ru";
}

function lastWord(name: string): string {
  return name.split(/\s+/).at(-1) ?? name;
}

/** An alias may have another gender than the name («Ολλανδία» for «Κάτω Χώρες»). */
function isSameHead(name: string, entity: KnowledgeEntity): boolean {
  const preferred = entity.names.el ?? "";
  return name === preferred || name.slice(-2) === preferred.slice(-2);
}

function isPlural(name: string, entity: KnowledgeEntity): boolean {
  if (name === entity.names.el) return entity.plural;
  return name.split(/\s+/).some((word) => /(ες|ές|οι|οί)$|^\p{Lu}.*(αι|αί)$/u.test(word));
}

function genderOf(name: string): Gender {
  const head = name.split(/\s+/).find((word) => !/[ιϊ]α?κ(ός|ή|ό)$/.test(word)) ?? name;
  if (/μα$/.test(head)) return "n";
  if (/[αάηή]$/.test(head)) return "f";
  if (/[οόιί]$/.test(head)) return "n";
  return /ς$/.test(head) ? "m" : null;
}

function titleCase(latin: string): string {
  return latin.replace(/(^|[\s-])([a-z])/g, (whole) => whole.toUpperCase());
}
