import type { PageCorrection } from "./Page.js";
import { parseDate } from "./readers/dates.js";

/** What a note of a correction begins with, in English, Greek and Russian. */
const LABEL =
  /^(?:corrections?(?: and clarifications?)?|clarification|amendment|editor['’]s note|διόρθωση|διευκρίνιση|επανόρθωση|σημείωση (?:της )?σύνταξης|исправление|уточнение|поправка|от редакции)(?<when>[^:–—]{0,40})[:–—]/iu;
const SENTENCE =
  /^(?:this (?:article|story|report|piece) (?:was|has been) (?:amended|corrected|clarified)|an earlier version of this|το (?:άρθρο|κείμενο|ρεπορτάζ) διορθώθηκε|σε προηγούμενη (?:εκδοχή|έκδοση)|в (?:первоначальной|предыдущей) версии|в текст внесен[оы] исправлени)/iu;

/** Corrections that an article's text marks as such: paragraphs that begin like one, with the date that the label or first words name. */
export function readCorrections(paragraphs: readonly string[]): PageCorrection[] {
  return paragraphs.flatMap((paragraph) => {
    const text = paragraph.trim();
    const label = LABEL.exec(text);
    if (label === null && !SENTENCE.test(text)) return [];
    const when = label === null ? (text.split(/[.!?]\s/u)[0] ?? "") : (label.groups?.["when"] ?? "");
    return [{ text, date: parseDate(when, "UTC") }];
  });
}
