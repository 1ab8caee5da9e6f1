import { fold } from "../../annotation/text/fold.js";

const MONTHS: readonly (readonly string[])[] = [
  ["ιανουαρ", "γεναρ", "ιαν", "january", "jan", "январ", "янв"],
  ["φεβρουαρ", "φλεβαρ", "φεβρ", "φεβ", "february", "feb", "феврал", "февр", "фев"],
  ["μαρτι", "μαρ", "march", "mar", "март", "мар"],
  ["απριλι", "απρ", "april", "apr", "апрел", "апр"],
  ["μαι", "may", "май", "мая"],
  ["ιουνι", "ιουν", "june", "jun", "июн"],
  ["ιουλι", "ιουλ", "july", "jul", "июл"],
  ["αυγουστ", "αυγ", "august", "aug", "август", "авг"],
  ["σεπτεμβρι", "σεπτ", "σεπ", "september", "sept", "sep", "сентябр", "сент", "сен"],
  ["οκτωβρι", "οκτ", "october", "oct", "октябр", "окт"],
  ["νοεμβρι", "νοεμ", "νοε", "november", "nov", "ноябр", "нояб", "ноя"],
  ["δεκεμβρι", "δεκ", "december", "dec", "декабр", "дек"],
];
const ENDING = /^(?:οσ|ου|ιοσ|ιου|ησ|η|ε|ь|я|а)?$/u;

/** Month number, from 1, of a Greek, English or Russian month name in any case, full or cut; null for other words. */
export function monthOf(word: string): number | null {
  const folded = fold(word);
  const index = MONTHS.findIndex((stems) =>
    stems.some((stem) => folded.startsWith(stem) && ENDING.test(folded.slice(stem.length))),
  );
  return index < 0 ? null : index + 1;
}
