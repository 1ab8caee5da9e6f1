import { eld } from "eld/extrasmall";

/** A language (ISO 639-1, "und" when unknown) and how sure that is, in 0..1. */
export interface DetectedLanguage {
  language: string;
  confidence: number;
}

/** Code units that are looked at: a language shows early, and long texts must not cost more. */
const SAMPLE_LENGTH = 4000;
const ELD_LENGTH = 500;

const SCRIPTS: readonly (readonly [language: string, from: number, to: number])[] = [
  ["el", 0x370, 0x3ff],
  ["el", 0x1f00, 0x1fff],
  ["cyrillic", 0x400, 0x52f],
  ["hy", 0x530, 0x58f],
  ["he", 0x590, 0x5ff],
  ["ar", 0x600, 0x77f],
  ["hi", 0x900, 0x97f],
  ["th", 0xe00, 0xe7f],
  ["ka", 0x10a0, 0x10ff],
  ["ja", 0x3040, 0x30ff],
  ["han", 0x3400, 0x9fff],
  ["ko", 0xac00, 0xd7af],
  ["latin", 0x41, 0x5a],
  ["latin", 0x61, 0x7a],
  ["latin", 0xc0, 0x24f],
];

/** By UTF-16 unit: the place of its script in `SCRIPTS`, counted from 1; 0 for no letter. */
const scriptOf = new Uint8Array(0x1_0000);
for (const [index, [, from, to]] of SCRIPTS.entries()) scriptOf.fill(index + 1, from, to + 1);

/**
 * The language of a text: by its letters where a script has one language, by `eld` on its first 500 code
 * units for Latin letters. "und" for texts without letters.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const counted = new Uint32Array(SCRIPTS.length + 1);
  for (let index = 0; index < sample.length; index++) {
    const script = scriptOf[sample.charCodeAt(index)] ?? 0;
    counted[script] = (counted[script] ?? 0) + 1;
  }
  const counts = new Map<string, number>();
  let letters = 0;
  for (const [index, [script]] of SCRIPTS.entries()) {
    const count = counted[index + 1] ?? 0;
    if (count > 0) counts.set(script, (counts.get(script) ?? 0) + count);
    letters += count;
  }
  if (letters === 0) return { language: "und", confidence: 0 };
  // Latin names and brands stand in texts of every script, so Latin needs more than two thirds.
  const ranked = [...counts].sort((a, b) => weight(b) - weight(a));
  const [script, count] = ranked[0] ?? ["latin", 0];
  const share = count / letters;
  if (script === "latin") return detectLatin(sample);
  if (script === "cyrillic") return { language: cyrillicLanguage(sample), confidence: Math.min(0.98, share) };
  if (script === "han") return { language: counts.has("ja") ? "ja" : "zh", confidence: share };
  if (script === "ar" && /[پچژگ]/.test(sample)) return { language: "fa", confidence: Math.min(0.9, share) };
  return { language: script, confidence: share };
}

function weight([script, count]: readonly [string, number]): number {
  return script === "latin" ? count / 2 : script === "han" ? count * 3 : count;
}

function cyrillicLanguage(sample: string): string {
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  if (count(/[ѓќѕ]/gi) > 0) return "mk";
  if (count(/[ђћџљњј]/gi) > 0) return "sr";
  if (count(/[ўЎ]/g) > 0) return "be";
  const russian = count(/[ыэё]/gi);
  if (count(/[іїєґ]/gi) > russian) return "uk";
  if (russian === 0 && count(/ъ/gi) > 0) return "bg";
  return "ru";
}

function detectLatin(sample: string): DetectedLanguage {
  const piece = sample.slice(0, ELD_LENGTH);
  const found = eld.detect(piece);
  if (!found.language) return { language: "und", confidence: 0 };
  const score = found.getScores()[found.language] ?? 0;
  // Scores of short texts are high and mean little.
  const evidence = Math.min(1, piece.length / 80);
  return { language: found.language, confidence: Math.round(score * evidence * 100) / 100 };
}
