import { fold } from "./fold.js";

/**
 * A key under which spellings of one name in Greek, Latin and Cyrillic letters meet: its consonants in
 * classes; a vowel counts only at the start, as "A". Names with the same key are candidates, not equals.
 *
 * | class | Greek | Latin | Cyrillic |
 * |---|---|---|---|
 * | A | vowel at the start | vowel at the start | vowel at the start |
 * | b | μπ | b, inside also mb, mp | б, inside also мб, мп |
 * | d | ντ, δ | d, inside also nd, nt | д, inside also нд, нт |
 * | g | γκ, γγ, γ | g, ng, nk | г, нг, нк |
 * | k | κ | k, q, c, ck | к |
 * | c | τζ, τσ | ch, tch, j, ts, tz, dj, dzh | ц, ч, дж |
 * | s | σ (ς) | s, sh, sch, ç, c before e i y, x at the start | с, ш, щ |
 * | z | ζ | z, zh | з, ж |
 * | t | τ, θ | t, th | т |
 * | f | φ, β, αυ ευ before a consonant count as vowels | f, ph, v, w | в, ф |
 * | h | χ | h, kh, ch before r and l | х |
 * | p, l, r, m, n | π λ ρ μ ν | p l r m n | п л р м н |
 * | ks, ps | ξ ψ | x, ks, ps | кс, пс |
 *
 * y, й, ь, ъ and γι before a vowel count as vowels; repeated classes become one; words are joined by a blank.
 */
export function phoneticKey(name: string): string {
  return fold(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")
    .map(wordKey)
    .join(" ");
}

type Rule = readonly [spelling: string, key: string];

// Longest spelling first. A leading "^" holds only at the start of a word, a leading "_" only inside.
const RULES: readonly Rule[] = [
  ["^γι", "A"],
  ["^γε", "A"],
  ["^μπ", "b"],
  ["^ντ", "d"],
  ["^γκ", "g"],
  ["^x", "s"],
  ["_ντζ", "c"],
  ["_νγκ", "g"],
  ["_μπ", "b"],
  ["_mp", "b"],
  ["_mb", "b"],
  ["_мп", "b"],
  ["_мб", "b"],
  ["_ντ", "d"],
  ["_nt", "d"],
  ["_nd", "d"],
  ["_нт", "d"],
  ["_нд", "d"],
  ["_γκ", "g"],
  ["_γγ", "g"],
  ["_ng", "g"],
  ["_nk", "g"],
  ["_нг", "g"],
  ["_нк", "g"],
  ["tsch", "c"],
  ["shch", "s"],
  ["sch", "s"],
  ["dzh", "c"],
  ["tch", "c"],
  ["chr", "hr"],
  ["chl", "hl"],
  ["τζ", "c"],
  ["τσ", "c"],
  ["ch", "c"],
  ["ts", "c"],
  ["tz", "c"],
  ["dj", "c"],
  ["дж", "c"],
  ["цз", "c"],
  ["sh", "s"],
  ["kh", "h"],
  ["zh", "z"],
  ["ph", "f"],
  ["th", "t"],
  ["ck", "k"],
  ["ce", "sA"],
  ["ci", "sA"],
  ["cy", "sA"],
];

const SINGLE: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["A", "aeiouyαεηιουωаеиоуыэюяйієї"],
    ["b", "bб"],
    ["d", "dδд"],
    ["g", "gγгґ"],
    ["k", "kqcκк"],
    ["c", "jцч"],
    ["s", "sσсшщ"],
    ["z", "zζзж"],
    ["t", "tτθт"],
    ["f", "fvwφβвф"],
    ["h", "hχх"],
    ["p", "pπп"],
    ["l", "lλл"],
    ["r", "rρр"],
    ["m", "mμм"],
    ["n", "nνн"],
  ].flatMap(([key, letters]) => [...(letters ?? "")].map((letter) => [letter, key ?? ""])),
);

const DOUBLE: Readonly<Record<string, string>> = { ξ: "ks", x: "ks", ψ: "ps" };

const RULES_BY_LETTER = groupByFirstLetter(RULES);

function wordKey(word: string): string {
  // A list: looking at the end of a growing string copies it.
  const key: string[] = [];
  let index = 0;
  while (index < word.length) {
    const rule = (RULES_BY_LETTER.get(word[index] ?? "") ?? []).find(([spelling]) =>
      applies(spelling, word, index),
    );
    let classes: string;
    let length: number;
    if (rule) {
      classes = rule[1];
      length = rule[0].replace(/^[_^]/, "").length;
    } else {
      const letter = word[index] ?? "";
      classes = SINGLE[letter] ?? DOUBLE[letter] ?? "";
      length = 1;
    }
    for (const item of classes) {
      if (item === "A" && (key.length > 0 || index > 0)) continue;
      if (key.at(-1) !== item) key.push(item);
    }
    index += length;
  }
  return key.join("");
}

function applies(spelling: string, word: string, index: number): boolean {
  if (spelling.startsWith("^")) return index === 0 && word.startsWith(spelling.slice(1));
  if (spelling.startsWith("_")) return index > 0 && word.startsWith(spelling.slice(1), index);
  return word.startsWith(spelling, index);
}

function groupByFirstLetter(rules: readonly Rule[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const letter = rule[0].replace(/^[_^]/, "")[0] ?? "";
    groups.set(letter, [...(groups.get(letter) ?? []), rule]);
  }
  return groups;
}
