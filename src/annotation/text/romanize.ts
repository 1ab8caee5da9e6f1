import { fold } from "./fold.js";

const GREEK: Readonly<Record<string, string>> = {
  α: "a",
  β: "v",
  γ: "g",
  δ: "d",
  ε: "e",
  ζ: "z",
  η: "i",
  θ: "th",
  ι: "i",
  κ: "k",
  λ: "l",
  μ: "m",
  ν: "n",
  ξ: "x",
  ο: "o",
  π: "p",
  ρ: "r",
  σ: "s",
  τ: "t",
  υ: "y",
  φ: "f",
  χ: "ch",
  ψ: "ps",
  ω: "o",
};

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  і: "i",
  ї: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ј: "j",
  љ: "lj",
  њ: "nj",
  ћ: "c",
  ђ: "dj",
  џ: "dz",
};

const UNVOICED = /[θκξπστφχψ]/;

/**
 * Greek and Cyrillic in Latin letters, in lower case and without diacritics, close to ELOT 743 and to the
 * usual passport Russian («Πατρούσεφ» → patrousef, «Путин» → putin). Other characters stay as they are folded.
 */
export function romanize(text: string): string {
  // The dialytika keeps two vowels apart, so it must be seen before folding removes it.
  const marked = text.normalize("NFC").replace(/([αάεέοόΑΆΕΈΟΌ])([ϊϋΐΰΪΫ])/g, "$1\u0000$2");
  const source = marked.split("\u0000").map(fold).join("\u0000");
  let out = "";
  for (let index = 0; index < source.length; index++) {
    const letter = source[index] ?? "";
    const next = source[index + 1] ?? "";
    const isInitial = index === 0 || !/[\p{L}\u0000]/u.test(source[index - 1] ?? "");
    if (letter === "\u0000") continue;
    if (next === "υ" && letter === "ο") {
      out += "ou";
      index++;
    } else if (next === "υ" && (letter === "α" || letter === "ε" || letter === "η")) {
      const after = source[index + 2] ?? "";
      out +=
        (GREEK[letter] ?? "") + (after === "" || !/\p{L}/u.test(after) || UNVOICED.test(after) ? "f" : "v");
      index++;
    } else if (letter === "γ" && (next === "γ" || next === "ξ" || next === "χ")) out += "n";
    else if (letter === "μ" && next === "π" && isInitial) {
      out += "b";
      index++;
    } else out += GREEK[letter] ?? CYRILLIC[letter] ?? letter;
  }
  return out;
}
