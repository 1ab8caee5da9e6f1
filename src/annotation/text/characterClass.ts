/** What a UTF-16 unit is for the scanner. */
export const CharacterClass = {
  OTHER: 0,
  LOWER: 1,
  UPPER: 2,
  DIGIT: 3,
  /** Combining marks and invisible characters: they continue a word and never start one. */
  MARK: 4,
  /** Letters without case, for instance Arabic. */
  CASELESS: 5,
  /** Written without blanks: every character is a token. */
  HAN: 6,
  SPACE: 7,
} as const;

const UNKNOWN = 255;
const table = new Uint8Array(65536).fill(UNKNOWN);

/** The class of one UTF-16 unit; surrogates are OTHER. */
export function characterClass(code: number): number {
  const known = table[code] ?? 0;
  if (known !== UNKNOWN) return known;
  const found = classify(code);
  table[code] = found;
  return found;
}

function classify(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return CharacterClass.OTHER;
  const unit = String.fromCharCode(code);
  if (/\s/.test(unit)) return CharacterClass.SPACE;
  if (/[\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]/u.test(unit)) return CharacterClass.MARK;
  if (/\p{Lu}|\p{Lt}/u.test(unit)) return CharacterClass.UPPER;
  if (/\p{Ll}/u.test(unit)) return CharacterClass.LOWER;
  if (/\p{N}/u.test(unit)) return CharacterClass.DIGIT;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(unit)) return CharacterClass.HAN;
  if (/\p{L}/u.test(unit)) return CharacterClass.CASELESS;
  return CharacterClass.OTHER;
}
