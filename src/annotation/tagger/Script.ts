/** Script of a word, by its first letter. */
export const Script = { OTHER: 0, GREEK: 1, LATIN: 2, CYRILLIC: 3 } as const;

/** Script of a folded word. */
export function scriptOf(folded: string): number {
  const code = folded.charCodeAt(0);
  if (code >= 0x370 && code <= 0x3ff) return Script.GREEK;
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f)) return Script.LATIN;
  return code >= 0x400 && code <= 0x52f ? Script.CYRILLIC : Script.OTHER;
}

/** Script that a language of ours is written in. */
export function scriptOfLanguage(language: string): number {
  if (language.startsWith("el")) return Script.GREEK;
  if (/^(?:ru|uk|bg|be|sr|mk|kk|ky)/.test(language)) return Script.CYRILLIC;
  return Script.LATIN;
}
