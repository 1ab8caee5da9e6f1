import { stemmer as stemBulgarian } from "@orama/stemmers/bulgarian";
import { stemmer as stemEnglish } from "@orama/stemmers/english";
import { stemmer as stemFrench } from "@orama/stemmers/french";
import { stemmer as stemGerman } from "@orama/stemmers/german";
import { stemmer as stemGreek } from "@orama/stemmers/greek";
import { stemmer as stemItalian } from "@orama/stemmers/italian";
import { stemmer as stemRussian } from "@orama/stemmers/russian";
import { stemmer as stemSpanish } from "@orama/stemmers/spanish";
import { stemmer as stemTurkish } from "@orama/stemmers/turkish";

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  el: stemGreekNoun,
  en: stemEnglish,
  ru: stemRussian,
  uk: stemRussian,
  bg: stemBulgarian,
  de: stemGerman,
  fr: stemFrench,
  it: stemItalian,
  es: stemSpanish,
  tr: stemTurkish,
};

/**
 * The stem of one folded word; the word itself where the language has no stemmer. For search only: stems
 * merge different names, so linking must not use them.
 */
export function stem(word: string, language: string): string {
  const stemmer = STEMMERS[language.slice(0, 2)];
  if (!stemmer || word.length > 64) return word;
  return stemmer(word) || word;
}

/** Snowball splits Ρωσία from Ρωσίας and ρωσικού from ρωσική: the endings of nouns and of -ικός go first. */
function stemGreekNoun(word: string): string {
  if (word.length < 4) return word;
  const adjective = /^(.+ικ)(?:οσ|η|ησ|ο|ου|ων|οι|ουσ|εσ|α|ασ)$/.exec(word);
  if (adjective?.[1] !== undefined && adjective[1].length >= 4) return adjective[1];
  return stemGreek(word.replace(/([αηω])σ$/, "$1").replace(/([αεο])δ(?:εσ|ων)$/, "$1"));
}
