import type { Demonyms } from "../KnowledgeBase.js";
import { inflectAdjective, inflectPeople } from "../greek/inflect.js";
import { inflectRussianAdjective, inflectRussianPeople } from "../russian/inflectRussian.js";

/** A word for the people of a place, or its adjective, in one of its forms. */
export interface DemonymForm {
  form: string;
  lemma: string;
  isAdjective: boolean;
}

/** All forms of the demonyms of one place in one language. */
export function demonymForms(demonyms: Demonyms, language: string): DemonymForm[] {
  const forms: DemonymForm[] = [];
  const add = (form: string, lemma: string, isAdjective: boolean): void => {
    if (!forms.some((item) => item.form === form && item.isAdjective === isAdjective)) {
      forms.push({ form, lemma, isAdjective });
    }
  };
  for (const lemma of demonyms.person) {
    for (const form of people(lemma, language)) add(form, lemma, false);
  }
  for (const lemma of demonyms.adjective) {
    for (const form of adjectives(lemma, language)) add(form, lemma, true);
  }
  return forms;
}

function people(lemma: string, language: string): string[] {
  if (language === "el") return inflectPeople(lemma).map((item) => item.form);
  if (language === "ru") return inflectRussianPeople(lemma);
  if (language !== "en") return [lemma];
  if (/[^aeiou]man$|woman$/.test(lemma)) return [lemma, lemma.replace(/man$/, "men")];
  if (/(s|se|sh|ch)$/.test(lemma)) return [lemma];
  return [lemma, `${lemma}s`];
}

function adjectives(lemma: string, language: string): string[] {
  // Also the feminine may be listed; it has the forms of the masculine.
  if (language === "el") return [lemma, ...inflectAdjective(lemma).map((item) => item.form)];
  if (language === "ru") return inflectRussianAdjective(lemma);
  return [lemma];
}
