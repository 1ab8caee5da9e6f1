/** What the character at a place of a text is for words. */
export const WordClass = { OTHER: 0, LETTER: 1, NUMBER: 2, MARK: 3 } as const;

const UNKNOWN = 255;
/** By UTF-16 unit; a character of two units is asked for each time. */
const table = new Uint8Array(0x1_0000).fill(UNKNOWN);

/** The class of the character at a place: \p{L}, \p{N} or \p{M} of Unicode, or another; none in the middle of a pair of surrogates. */
export function wordClass(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isPair(text, at)) return classify(text.slice(at, at + 2));
  const known = table[code] ?? WordClass.OTHER;
  if (known !== UNKNOWN) return known;
  return (table[code] = classify(String.fromCharCode(code)));
}

/** UTF-16 units of the character at a place. */
export function unitsAt(text: string, at: number): number {
  return isPair(text, at) ? 2 : 1;
}

/**
 * Where the words of a text are, the runs of letters and numbers (`[\p{L}\p{N}]+`): the first unit of each and the one behind its
 * last, one after the other in one list.
 */
export function wordPlaces(text: string): number[] {
  const places: number[] = [];
  let first = -1;
  for (let at = 0; at < text.length; at += unitsAt(text, at)) {
    const found = wordClass(text, at);
    const isInside = found === WordClass.LETTER || found === WordClass.NUMBER;
    if (isInside === first >= 0) continue;
    places.push(at);
    first = isInside ? at : -1;
  }
  if (first >= 0) places.push(text.length);
  return places;
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

function classify(character: string): number {
  if (/\p{L}/u.test(character)) return WordClass.LETTER;
  if (/\p{N}/u.test(character)) return WordClass.NUMBER;
  return /\p{M}/u.test(character) ? WordClass.MARK : WordClass.OTHER;
}
