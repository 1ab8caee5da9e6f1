import { fold } from "../../annotation/text/fold.js";

const MONTHS: readonly (readonly string[])[] = [
  [
    "ιανουαρ",
    "γεναρ",
    "ιαν",
    "january",
    "jan",
    "январ",
    "янв",
    "stycznia",
    "januar",
    "janvier",
    "enero",
    "gennaio",
  ],
  [
    "φεβρουαρ",
    "φλεβαρ",
    "φεβρ",
    "φεβ",
    "february",
    "feb",
    "феврал",
    "февр",
    "фев",
    "lutego",
    "februar",
    "fevrier",
    "febrero",
    "febbraio",
  ],
  ["μαρτι", "μαρ", "march", "mar", "март", "мар", "marca", "marz", "mars", "marzo"],
  ["απριλι", "απρ", "april", "apr", "апрел", "апр", "kwietnia", "avril", "abril", "aprile"],
  ["μαι", "may", "май", "мая", "maja", "mai", "mayo", "maggio"],
  ["ιουνι", "ιουν", "june", "jun", "июн", "czerwca", "juni", "juin", "junio", "giugno"],
  ["ιουλι", "ιουλ", "july", "jul", "июл", "lipca", "juli", "juillet", "julio", "luglio"],
  ["αυγουστ", "αυγ", "august", "aug", "август", "авг", "sierpnia", "aout", "agosto"],
  [
    "σεπτεμβρι",
    "σεπτ",
    "σεπ",
    "september",
    "sept",
    "sep",
    "сентябр",
    "сент",
    "сен",
    "wrzesnia",
    "septembre",
    "septiembre",
    "settembre",
  ],
  [
    "οκτωβρι",
    "οκτ",
    "october",
    "oct",
    "октябр",
    "окт",
    "pazdziernika",
    "oktober",
    "octobre",
    "octubre",
    "ottobre",
  ],
  ["νοεμβρι", "νοεμ", "νοε", "november", "nov", "ноябр", "нояб", "ноя", "listopada", "novembre", "noviembre"],
  [
    "δεκεμβρι",
    "δεκ",
    "december",
    "dec",
    "декабр",
    "дек",
    "grudnia",
    "dezember",
    "decembre",
    "diciembre",
    "dicembre",
  ],
];
const ENDING = /^(?:οσ|ου|ιοσ|ιου|ησ|η|ε|ь|я|а)?$/u;

/**
 * Month number, from 1, of a Greek, English or Russian month name in any case, full or cut, or of a full Polish, German, French,
 * Spanish or Italian one; null for other words.
 */
export function monthOf(word: string): number | null {
  const folded = fold(word);
  const index = MONTHS.findIndex((stems) =>
    stems.some((stem) => folded.startsWith(stem) && ENDING.test(folded.slice(stem.length))),
  );
  return index < 0 ? null : index + 1;
}
