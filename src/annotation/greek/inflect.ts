import { accentFromEnd, withAccent, withoutTonos } from "./accent.js";

/** Nominative, genitive, accusative, vocative. */
export type GreekCase = "NOM" | "GEN" | "ACC" | "VOC";
/** Singular or plural. */
export type GrammaticalNumber = "SG" | "PL";
/** Masculine, feminine, neuter; null where unknown. */
export type Gender = "m" | "f" | "n" | null;

/** One word or name in one case. */
export interface CaseForm {
  form: string;
  case: GreekCase;
  number: GrammaticalNumber;
}

const CASES: readonly GreekCase[] = ["NOM", "GEN", "ACC", "VOC"];
const PARTICLES = new Set(
  "του της των τον την το τα τους τις στο στη στην στον στα στους στις για και με σε από κατά προς υπέρ ή ντε ντα ντος ντι φον φαν βαν ντερ αλ ελ ες μπιν μπεν ιμπν λα λε λος δε ο η οι τη de von van der al el bin ibn la le of".split(
    " ",
  ),
);

// Adjectives of names that their ending does not give away.
const ADJECTIVES =
  /^(νέ|λευκ|μαύρ|ερυθρ|κόκκιν|πράσιν|γαλάζι|βόρει|νότι|ανατολικ|δυτικ|κεντρικ|ενωμέν|ηνωμέν|μεγάλ|μικρ|άγι|αγί|ανώτατ|άρει|ανεξάρτητ|δημόσι|γενικ|ελεύθερ|υψηλ|παλι|παλαι|χρυσ|ιερ|ανοικτ|ανοιχτ|πρώτ|δεύτερ|παγκόσμι|εθνικ|λαϊκ|κρατικ|μεσόγει|αιγαί|ιόνι|ωραί|παρθέν|επίσημ|ισλαμικ|δημοκρατικ|βρετανικ|εργατικ|ανών|ενιαί|προοδευτικ|ατλαντικ|ειρηνικ|ινδικ|σαουδικ|μέσ|άπω|αδριατικ|χειμεριν|θεριν|ψυχρ|παραολυμπιακ|ολυμπιακ|αμυντικ|τακτικ|νομαρχιακ|ειδικ|ερευνητικ|ελληνικ)/iu;
const INDECLINABLE_MODIFIERS = new Set([
  "κάτω",
  "άνω",
  "άπω",
  "εγγύς",
  "τρία",
  "πέντε",
  "σαν",
  "σεν",
  "νιου",
]);

/** «Β΄» before a head: «Β΄ Παγκόσμιος Πόλεμος». */
const NUMERAL = /^\p{Lu}΄?$/u;

/**
 * All case forms of one Greek noun from its nominative (plural nominative when `plural`). The ending decides
 * the declension, the gender only where endings coincide. Words with a foreign ending come back unchanged.
 * Both possible places of the tonos are not listed: forms are compared without it.
 */
export function inflectNoun(lemma: string, gender: Gender, plural = false): CaseForm[] {
  if (!/\p{Script=Greek}$/u.test(lemma)) return indeclinable(lemma, plural);
  return plural ? pluralForms(lemma) : singularForms(lemma, gender, true);
}

/** Singular and plural of a noun that names people («Ρώσος», «Ρωσίδα», «Έλληνας»). */
export function inflectPeople(lemma: string): CaseForm[] {
  const forms = inflectNoun(lemma, lemma.endsWith("ς") ? "m" : "f");
  const accent = accentFromEnd(lemma);
  const plural = (stem: string, nominative: string, genitive: string, accusative: string): void => {
    forms.push(
      { form: stem + nominative, case: "NOM", number: "PL" },
      { form: genitive, case: "GEN", number: "PL" },
      { form: stem + accusative, case: "ACC", number: "PL" },
    );
  };
  const bare = withoutTonos(lemma);
  if (bare.endsWith("ος")) {
    const stem = lemma.slice(0, -2);
    const shifted = accent === 3 ? 2 : accent;
    const of = (ending: string, at: number): string =>
      at > 0 ? withAccent(stem + ending, at) : stem + ending;
    forms.push(
      { form: of("οι", accent), case: "NOM", number: "PL" },
      { form: of("ων", shifted), case: "GEN", number: "PL" },
      { form: of("ους", shifted), case: "ACC", number: "PL" },
    );
    if (accent === 3) forms.push({ form: of("ους", 3), case: "ACC", number: "PL" });
  } else if (/[αη]ς$/.test(bare)) {
    const stem = lemma.slice(0, -2);
    if (accent === 1 && bare.endsWith("ας")) {
      plural(withoutTonos(stem), "άδες", `${withoutTonos(stem)}άδων`, "άδες");
    } else if (accent === 1) plural(withoutTonos(stem), "ές", `${withoutTonos(stem)}ών`, "ές");
    else
      plural(
        stem,
        "ες",
        accent === 3 || /ν$/.test(stem) ? withAccent(`${stem}ων`, 2) : `${withoutTonos(stem)}ών`,
        "ες",
      );
  } else if (/[αη]$/.test(bare)) {
    const stem = lemma.slice(0, -1);
    const ending = accent === 1 ? "ές" : "ες";
    const genitive = /ίδ$/.test(stem) ? `${stem}ων` : `${withoutTonos(stem)}ών`;
    plural(accent === 1 ? withoutTonos(stem) : stem, ending, genitive, ending);
  }
  return forms;
}

/** All genders, cases and numbers of an adjective from its masculine nominative («ρωσικός», «κύπριος»). */
export function inflectAdjective(lemma: string): CaseForm[] {
  const bare = withoutTonos(lemma);
  if (!bare.endsWith("ος")) return [{ form: lemma, case: "NOM", number: "SG" }];
  const accent = accentFromEnd(lemma);
  const stem = lemma.slice(0, -2);
  const feminine = /[αεηιουωάέήίόύώ]$/.test(stem) ? "α" : "η";
  const endings: readonly (readonly [string, GreekCase, GrammaticalNumber])[] = [
    ["ος", "NOM", "SG"],
    ["ου", "GEN", "SG"],
    ["ο", "ACC", "SG"],
    ["ε", "VOC", "SG"],
    [feminine, "NOM", "SG"],
    [`${feminine}ς`, "GEN", "SG"],
    ["οι", "NOM", "PL"],
    ["ων", "GEN", "PL"],
    ["ους", "ACC", "PL"],
    ["ες", "NOM", "PL"],
    ["α", "NOM", "PL"],
  ];
  return endings.map(([ending, grammaticalCase, number]) => ({
    form: accent > 0 ? withAccent(stem + ending, accent) : stem + ending,
    case: grammaticalCase,
    number,
  }));
}

/**
 * Case forms of a name of one or more words. Its head and the adjectives before the head change; a tail in
 * the genitive or behind an article stays («Συμβούλιο Ασφαλείας της Ρωσίας» → «Συμβουλίου Ασφαλείας της
 * Ρωσίας»).
 */
export function inflectName(name: string, gender: Gender, plural = false): CaseForm[] {
  const words = name.split(/(\s+|(?<=\p{L})[-–](?=\p{L}))/u);
  const first = words[0] ?? "";
  if (words.length === 1) return inflectNoun(first, gender, plural);
  const changing = changingWords(words);
  const tables = words.map((word, index) => {
    const role = changing.get(index);
    if (role === undefined) return null;
    return role === "HEAD"
      ? inflectNoun(word, gender, plural || isPluralHead(word, words))
      : declineAdjective(word, plural);
  });
  const number: GrammaticalNumber = plural ? "PL" : "SG";
  const results: CaseForm[] = [];
  for (const grammaticalCase of CASES) {
    const form = words
      .map((word, index) => tables[index]?.find((item) => item.case === grammaticalCase)?.form ?? word)
      .join("");
    results.push({ form, case: grammaticalCase, number });
  }
  return distinct(results);
}

/** Case forms of one word of a personal name; family names of women and foreign endings stay. */
export function inflectPersonWord(word: string, gender: Gender, isFamily: boolean): CaseForm[] {
  const bare = withoutTonos(word);
  if (PARTICLES.has(word.toLowerCase())) return indeclinable(word, false);
  if (gender === "m")
    return /[αηοιε]ς$|ους$/.test(bare) ? singularForms(word, "m", false) : indeclinable(word, false);
  if (gender === "f" && !isFamily && /[αηω]$/.test(bare)) return singularForms(word, "f", false);
  if (gender === null && /[αηο]ς$/.test(bare)) return singularForms(word, "m", false);
  return indeclinable(word, false);
}

/** `isLearned`: the genitive of -ος draws the tonos («Λιβάνου»); family and given names keep it («Παπαδόπουλου»). */
function singularForms(lemma: string, gender: Gender, isLearned: boolean): CaseForm[] {
  const bare = withoutTonos(lemma);
  const accent = accentFromEnd(lemma);
  const isOxytone = accent === 1;
  const stem = (length: number): string =>
    isOxytone ? withoutTonos(lemma.slice(0, -length)) : lemma.slice(0, -length);
  const end = (plain: string, accented: string): string => (isOxytone ? accented : plain);
  const make = (genitive: string, accusative = lemma, vocative = accusative): CaseForm[] => [
    { form: lemma, case: "NOM", number: "SG" },
    { form: genitive, case: "GEN", number: "SG" },
    { form: accusative, case: "ACC", number: "SG" },
    { form: vocative, case: "VOC", number: "SG" },
  ];
  if (/ος$/.test(bare)) {
    if (gender === "n") return make(stem(2) + end("ους", "ούς"));
    const genitive = stem(2) + end("ου", "ού");
    return make(
      accent === 3 && isLearned ? withAccent(genitive, 2) : genitive,
      stem(2) + end("ο", "ό"),
      stem(2) + end("ε", "έ"),
    );
  }
  if (/ους$/.test(bare) && isOxytone) return make(lemma.slice(0, -1), lemma.slice(0, -1));
  if (/[αηι]ς$/.test(bare) && gender !== "n" && !/ές$/.test(lemma)) {
    // «Διεθνής», «συνεχής» as heads do not occur; «-ής» of people is «Παναγής», genitive «Παναγή».
    return make(lemma.slice(0, -1), lemma.slice(0, -1));
  }
  if (/ως$/.test(bare)) return make(lemma.slice(0, -1), lemma.slice(0, -1));
  if (/ου$/.test(bare)) return gender === "f" && isOxytone ? make(`${lemma}ς`) : indeclinable(lemma, false);
  if (/μα$/.test(bare) && gender === "n") return make(withAccent(`${lemma}τος`, 3));
  if (/[αηω]$/.test(bare)) {
    if (gender === "m" || gender === "n") return indeclinable(lemma, false);
    return make(`${lemma}ς`);
  }
  if (/ο$/.test(bare) && gender !== "f" && gender !== "m") {
    const genitive = stem(1) + end("ου", "ού");
    return make(accent === 3 ? withAccent(genitive, 2) : genitive);
  }
  if (/ι$/.test(bare) && (gender === "n" || gender === null) && !/[αεο]ι$/.test(bare)) {
    return make(withAccent(`${withoutTonos(lemma)}ου`, 1));
  }
  return indeclinable(lemma, false);
}

function pluralForms(lemma: string): CaseForm[] {
  const bare = withoutTonos(lemma);
  const accent = accentFromEnd(lemma);
  const make = (genitive: string, accusative = lemma): CaseForm[] => [
    { form: lemma, case: "NOM", number: "PL" },
    { form: genitive, case: "GEN", number: "PL" },
    { form: accusative, case: "ACC", number: "PL" },
    { form: lemma, case: "VOC", number: "PL" },
  ];
  if (/εις$/.test(bare)) return make(withAccent(`${bare.slice(0, -2)}ων`, 2));
  if (/ες$/.test(bare)) return make(withAccent(`${bare.slice(0, -2)}ων`, 1));
  if (/αι$/.test(bare)) return make(withAccent(`${bare.slice(0, -2)}ων`, 1), `${lemma.slice(0, -2)}ας`);
  if (/οι$/.test(bare)) {
    const at = accent === 1 ? 1 : 2;
    return make(withAccent(`${bare.slice(0, -2)}ων`, at), withAccent(`${bare.slice(0, -2)}ους`, at));
  }
  if (/α$/.test(bare)) {
    const stem = bare.slice(0, -1);
    return make(withAccent(`${stem}ων`, accent === 1 && !/ι$/.test(stem) ? 1 : 2));
  }
  if (/η$/.test(bare)) return make(withAccent(`${bare.slice(0, -1)}ων`, 1));
  return indeclinable(lemma, true);
}

function declineAdjective(word: string, plural: boolean): CaseForm[] {
  const bare = withoutTonos(word);
  const accent = accentFromEnd(word);
  const at = (form: string): string => (accent > 0 ? withAccent(form, accent) : form);
  const make = (number: GrammaticalNumber, genitive: string, accusative = word): CaseForm[] => [
    { form: word, case: "NOM", number },
    { form: genitive, case: "GEN", number },
    { form: accusative, case: "ACC", number },
    { form: word, case: "VOC", number },
  ];
  if (/ος$/.test(bare)) return make("SG", at(`${bare.slice(0, -2)}ου`), at(`${bare.slice(0, -2)}ο`));
  if (/ής$/.test(word)) return make("SG", `${bare.slice(0, -2)}ούς`, word.slice(0, -1));
  if (/ές$/.test(word) && /ν[εέ]ς$/.test(word)) return make("SG", `${bare.slice(0, -2)}ούς`);
  if (/οι$/.test(bare)) return make("PL", at(`${bare.slice(0, -2)}ων`), at(`${bare.slice(0, -2)}ους`));
  if (/ες$/.test(bare)) return make("PL", at(`${bare.slice(0, -2)}ων`));
  if (/ο$/.test(bare)) return make("SG", at(`${bare.slice(0, -1)}ου`));
  if (/η$/.test(bare)) return make("SG", `${word}ς`);
  if (/α$/.test(bare)) {
    return plural ? make("PL", at(`${bare.slice(0, -1)}ων`)) : make("SG", `${word}ς`);
  }
  return indeclinable(word, false);
}

/** Which words of a name change: the head, adjectives before it, and a second head behind «και» or a hyphen. */
function changingWords(words: readonly string[]): Map<number, "HEAD" | "ADJECTIVE"> {
  const changing = new Map<number, "HEAD" | "ADJECTIVE">();
  let head = -1;
  for (let index = 0; index < words.length; index += 2) {
    const word = words[index] ?? "";
    if (INDECLINABLE_MODIFIERS.has(word.toLowerCase()) || NUMERAL.test(word)) continue;
    const hasNext = index + 2 < words.length && !PARTICLES.has((words[index + 2] ?? "").toLowerCase());
    if (hasNext && words[index + 1] !== "-" && isAdjective(word, words[index + 2] ?? "")) {
      changing.set(index, "ADJECTIVE");
      continue;
    }
    changing.set(index, "HEAD");
    head = index;
    break;
  }
  if (head < 0) return changing;
  const isPair = words.length === head + 5 && words[head + 2] === "και";
  if (isPair && head === 0) changing.set(head + 4, "HEAD");
  const isHyphenated = /^[-–]$/.test(words[head + 1] ?? "") && words.length === head + 3;
  if (isHyphenated) changing.set(head + 2, "HEAD");
  const isSpacedHyphen = words.length === head + 5 && /^[-–]$/.test(words[head + 2] ?? "");
  if (isSpacedHyphen) changing.set(head + 4, "HEAD");
  return changing;
}

function isAdjective(word: string, next: string): boolean {
  const isByEnding = /[ιϊ]α?κ(ός|ή|ό|οί|ές|ά)$/.test(word) || /(ειος|εια|ειο|ιστική)$/.test(word);
  if (!isByEnding && !ADJECTIVES.test(word) && !/(ής|ές)$/.test(word)) return false;
  // A genitive behind it makes it the head: «Ανατολή Αθηνών».
  return !/(ων|ών)$/.test(next) || /(ων|ών)$/.test(word);
}

function isPluralHead(word: string, words: readonly string[]): boolean {
  return /οι$/.test(withoutTonos(word)) && words.length > 1;
}

function indeclinable(lemma: string, plural: boolean): CaseForm[] {
  return CASES.map((item) => ({ form: lemma, case: item, number: plural ? "PL" : "SG" }));
}

function distinct(forms: CaseForm[]): CaseForm[] {
  const seen = new Set<string>();
  return forms.filter((item) => {
    const key = `${item.form}|${item.case}|${item.number}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
