/** Nominative, genitive, dative, accusative, instrumental, prepositional. */
export type RussianCase = "NOM" | "GEN" | "DAT" | "ACC" | "INS" | "LOC";

/** One Russian name in one case. */
export interface RussianForm {
  form: string;
  case: RussianCase;
}

/**
 * What a name declines like: all words of a person's name change; family names in -ов and -ин have an instrumental
 * of their own only where they are Slavic («Путиным», «Дарвином»); of a name that begins with the family name only
 * the last word changes («Ким Чен Ына»). Of a thing only adjectives and the head change.
 */
export type RussianNameKind = "SLAVIC" | "FOREIGN" | "EASTERN" | "THING";

type Endings = readonly [gen: string, dat: string, acc: string, ins: string, loc: string];

/**
 * Case forms of a Russian name of one or more words from its nominative. Of a thing, what follows the head stays
 * («Совет безопасности России»); a consonant at the end of a woman's name does not change.
 */
export function inflectRussian(
  name: string,
  gender: "m" | "f" | "n" | null,
  kind: RussianNameKind,
): RussianForm[] {
  const isPerson = kind !== "THING";
  const words = name.split(/(\s+|-)/);
  const results: RussianForm[] = [{ form: name, case: "NOM" }];
  const endings: (readonly string[] | null)[] = [];
  let hasHead = false;
  // «Лос-Анджелес», «Тель-Авив»: of a thing with one hyphen only the last part changes.
  const fixed = kind === "THING" && words.length === 3 && words[1] === "-" ? 0 : -1;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (index % 2 === 1 || index === fixed || hasHead || (kind === "EASTERN" && index < words.length - 1)) {
      endings.push(null);
      continue;
    }
    const isAdjective = /(ый|ий|ой|ая|яя|ое|ее|ые|ие)$/.test(word) && index + 2 < words.length;
    endings.push(formsOf(word, gender, isPerson, kind === "SLAVIC"));
    if (!isPerson && !isAdjective) hasHead = true;
  }
  const cases: readonly RussianCase[] = ["GEN", "DAT", "ACC", "INS", "LOC"];
  cases.forEach((grammaticalCase, position) => {
    const form = words.map((word, index) => endings[index]?.[position] ?? word).join("");
    results.push({ form, case: grammaticalCase });
  });
  return results;
}

/** All genders, cases and numbers of an adjective from its masculine nominative («русский», «китайский»). */
export function inflectRussianAdjective(lemma: string): string[] {
  const stem = lemma.replace(/(ый|ий|ой)$/, "");
  if (stem === lemma) return [lemma];
  const isSoft = /[кгхшщжч]$/.test(stem);
  const i = isSoft ? "и" : "ы";
  const endings = ["ого", "ому", `${i}м`, "ом", "ая", "ой", "ую", "ое", `${i}е`, `${i}х`, `${i}ми`];
  return [lemma, ...endings.map((ending) => stem + ending)];
}

/** Singular and plural of a noun that names people («россиянин», «американец», «китаянка»). */
export function inflectRussianPeople(lemma: string): string[] {
  const make = (stem: string, endings: string): string[] => endings.split(" ").map((item) => stem + item);
  if (/[яа]нин$/.test(lemma)) {
    const stem = lemma.slice(0, -2);
    return [lemma, ...make(`${stem}ин`, "а у ом е"), ...make(stem, "е ам ами ах"), stem];
  }
  if (/ец$/.test(lemma)) {
    const stem = /[лн]ец$/.test(lemma) ? lemma.slice(0, -2) : `${lemma.slice(0, -2)}`;
    const soft = /лец$/.test(lemma) ? `${stem}ьц` : /[аеиоу]ец$/.test(lemma) ? `${stem}йц` : `${stem}ц`;
    return [lemma, ...make(soft, "а у ем е ы ев ам ами ах")];
  }
  if (/ка$/.test(lemma)) return [lemma, ...make(lemma.slice(0, -1), "и е у ой ам ами ах")];
  if (/[бвгджзклмнпрстфхцчшщ]$/.test(lemma)) return [lemma, ...make(lemma, "а у ом е ы и ов ам ами ах")];
  return [lemma];
}

function formsOf(
  word: string,
  gender: "m" | "f" | "n" | null,
  isPerson: boolean,
  isSlavic: boolean,
): Endings | null {
  const of = (length: number, endings: string): Endings => {
    const stem = length > 0 ? word.slice(0, -length) : word;
    const [gen = "", dat = "", acc = "", ins = "", loc = ""] = endings
      .split(" ")
      .map((item) => (item === "=" ? word : stem + item));
    return [gen, dat, acc, ins, loc];
  };
  if (/\p{Lu}$/u.test(word)) return null;
  const isHard = /[кгхшщжч](ий|ой)$/.test(word);
  if (/(ый|ой)$/.test(word) || isHard) {
    const i = isHard ? "и" : "ы";
    return isPerson ? of(2, `ого ому ого ${i}м ом`) : of(2, `ого ому = ${i}м ом`);
  }
  if (/ая$/.test(word)) return of(2, "ой ой ую ой ой");
  if (/яя$/.test(word)) return of(2, "ей ей юю ей ей");
  if (/ое$/.test(word)) return of(2, "ого ому = ым ом");
  if (/(ые|ие)$/.test(word)) {
    const i = word.at(-2) ?? "ы";
    return of(2, `${i}х ${i}м = ${i}ми ${i}х`);
  }
  if (/ия$/.test(word)) return of(1, "и и ю ей и");
  if (/я$/.test(word)) return of(1, "и е ю ей е");
  if (/[оеи]ва$|ина$/.test(word) && isPerson && gender === "f") return of(1, "ой ой у ой ой");
  if (/[кгхшщжч]а$/.test(word)) return of(1, "и е у ой е");
  if (/а$/.test(word)) return of(1, "ы е у ой е");
  if (/ий$/.test(word)) return isPerson ? of(1, "я ю я ем и") : of(1, "я ю = ем и");
  if (/й$/.test(word)) return isPerson ? of(1, "я ю я ем е") : of(1, "я ю = ем е");
  if (/ь$/.test(word)) {
    if (gender === "f") return isPerson ? null : of(1, "и и ь ью и");
    return isPerson ? of(1, "я ю я ем е") : of(1, "я ю = ем е");
  }
  if (/ы$/.test(word) && !isPerson) {
    return /(т|н|в)ы$/.test(word) && /(Штаты|Эмираты)$/.test(word)
      ? of(1, "ов ам ы ами ах")
      : of(1, " ам ы ами ах");
  }
  if (/ово$/.test(word) && !isPerson) return of(1, "а у = ом е");
  if (/[бвгджзклмнпрстфхцчшщ]$/.test(word)) {
    if (isPerson && gender === "f") return null;
    if (isSlavic && /([оеё]в|[иы]н)$/.test(word)) return of(0, "а у а ым е");
    return isPerson ? of(0, "а у а ом е") : of(0, "а у = ом е");
  }
  return null;
}
