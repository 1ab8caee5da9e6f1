/** Text without case and accents, and for every UTF-16 unit of it the offset it came from. */
export interface FoldedText {
  text: string;
  /** `offsets[i]` is the original offset of folded unit i; one more entry than units, the last is the original length. */
  offsets: Uint32Array;
}

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
  const unit = String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return unit;
  if (/^[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u.test(unit)) return "";
  const lower = unit.toLowerCase();
  const isWhole = lower === "й" || (code >= 0xac00 && code <= 0xd7a3);
  const bare = isWhole ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "");
  return (SPECIAL[bare] ?? bare) || lower;
}

/** What `foldedUnits` says instead of a unit; a text that has one of these control characters is folded piece by piece. */
const UNKNOWN = 0;
const NOTHING = 1;
const SEVERAL = 2;
/** By UTF-16 unit: the one unit that it folds to, or one of the above. */
const foldedUnits = new Uint16Array(0x1_0000);

function foldedUnit(code: number): number {
  const known = foldedUnits[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const folded = foldUnit(code);
  const isOne = folded.length === 1 && folded.charCodeAt(0) > SEVERAL;
  return (foldedUnits[code] = folded === "" ? NOTHING : isOne ? folded.charCodeAt(0) : SEVERAL);
}

let units = new Uint16Array(4096);
/** The same memory: a text is made of bytes many times as fast as of single units. */
let bytes = Buffer.from(units.buffer);
let origins = new Uint32Array(4096);

/** Folds a text into `units`, with the offset of each in `origins`. Returns their number; null where one unit gives several. */
function foldUnits(text: string): number | null {
  if (units.length < text.length) {
    units = new Uint16Array(text.length * 2);
    bytes = Buffer.from(units.buffer);
    origins = new Uint32Array(text.length * 2);
  }
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = foldedUnit(text.charCodeAt(index));
    if (unit === SEVERAL) return null;
    if (unit === NOTHING) continue;
    units[length] = unit;
    origins[length++] = index;
  }
  return length;
}

function textOfUnits(length: number): string {
  return bytes.toString("utf16le", 0, length * Uint16Array.BYTES_PER_ELEMENT);
}

/** Lower case without tonos, dialytika and other diacritics; ς→σ, ё→е. */
export function fold(text: string): string {
  const length = foldUnits(text);
  return length === null ? foldPieces(text).text : textOfUnits(length);
}

/** Like `fold`, and keeps for every folded unit where it stood in the original. */
export function foldWithOffsets(text: string): FoldedText {
  const length = foldUnits(text);
  if (length === null) return foldPieces(text);
  const offsets = new Uint32Array(length + 1);
  offsets.set(origins.subarray(0, length));
  offsets[length] = text.length;
  return { text: textOfUnits(length), offsets };
}

function foldPieces(text: string): FoldedText {
  let folded = "";
  const offsets: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const unit = foldedUnit(code);
    const piece = unit > SEVERAL ? String.fromCharCode(unit) : unit === NOTHING ? "" : foldUnit(code);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) offsets.push(index);
  }
  offsets.push(text.length);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}
