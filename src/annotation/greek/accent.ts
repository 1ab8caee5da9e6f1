const ACCENTED: Readonly<Record<string, string>> = {
  α: "ά",
  ε: "έ",
  η: "ή",
  ι: "ί",
  ο: "ό",
  υ: "ύ",
  ω: "ώ",
  ϊ: "ΐ",
  ϋ: "ΰ",
  Α: "Ά",
  Ε: "Έ",
  Η: "Ή",
  Ι: "Ί",
  Ο: "Ό",
  Υ: "Ύ",
  Ω: "Ώ",
};

const PLAIN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(ACCENTED).map(([plain, accented]) => [accented, plain]),
);

// Two letters, one vowel; the tonos stands on the second.
const VOWELS = /(?:[οΟ][υύ]|[αΑεΕοΟυΥ][ιί]|[αΑεΕηΗ][υύ](?![ϊϋ])|[αεηιουωάέήίόύώϊϋΐΰΑΕΗΙΟΥΩΆΈΉΊΌΎΏ])/g;

/** Removes the tonos; the dialytika stays. */
export function withoutTonos(word: string): string {
  return word.replace(/[άέήίόύώΐΰΆΈΉΊΌΎΏ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The accented syllable counted from the end (1 = last), or 0 when no tonos is written. */
export function accentFromEnd(word: string): number {
  const vowels = word.match(VOWELS) ?? [];
  const index = vowels.findIndex((vowel) => /[άέήίόύώΐΰΆΈΉΊΌΎΏ]/.test(vowel));
  return index < 0 ? 0 : vowels.length - index;
}

/** The word with its tonos on the given syllable from the end (1 = last, at most the first syllable). */
export function withAccent(word: string, fromEnd: number): string {
  const plain = withoutTonos(word);
  const vowels = [...plain.matchAll(VOWELS)];
  if (vowels.length === 0) return plain;
  const target = vowels[Math.max(0, vowels.length - fromEnd)];
  if (!target) return plain;
  const at = target.index + target[0].length - 1;
  const letter = plain[at] ?? "";
  return plain.slice(0, at) + (ACCENTED[letter] ?? letter) + plain.slice(at + 1);
}
