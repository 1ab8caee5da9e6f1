/** Text without case and accents, and for every UTF-16 unit of it the offset it came from. */
export interface FoldedText {
  text: string;
  /** `offsets[i]` is the original offset of folded unit i; one more entry than units, the last is the original length. */
  offsets: Uint32Array;
}

const cache: (string | undefined)[] = [];

// NFD does not take these apart.
const SPECIAL: Readonly<Record<string, string>> = {
  ς: "σ",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  ı: "i",
  ð: "d",
  þ: "th",
};

/**
 * Folds one UTF-16 unit: lower case, no diacritics, ς→σ, ё→е. Empty for combining marks and invisible
 * formatting characters. й keeps its breve: in Russian it is a letter.
 * Korean syllables stay whole.
 */
function foldUnit(code: number): string {
  const known = cache[code];
  if (known !== undefined) return known;
  const unit = String.fromCharCode(code);
  let folded: string;
  if (code >= 0xd800 && code <= 0xdfff) folded = unit;
  else if (/^[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u.test(unit)) folded = "";
  else {
    const lower = unit.toLowerCase();
    const isWhole = lower === "й" || (code >= 0xac00 && code <= 0xd7a3);
    const bare = isWhole ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "");
    folded = SPECIAL[bare] ?? bare;
    if (folded === "") folded = lower;
  }
  cache[code] = folded;
  return folded;
}

/** Lower case without tonos, dialytika and other diacritics; ς→σ, ё→е. */
export function fold(text: string): string {
  let folded = "";
  for (let index = 0; index < text.length; index++) folded += foldUnit(text.charCodeAt(index));
  return folded;
}

/** Like `fold`, and keeps for every folded unit where it stood in the original. */
export function foldWithOffsets(text: string): FoldedText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const folded = foldUnit(text.charCodeAt(index));
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit++) offsets.push(index);
  }
  offsets.push(text.length);
  return { text: pieces.join(""), offsets: Uint32Array.from(offsets) };
}
