import type { eld } from "eld/extrasmall";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

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

/** Letters of a text by their script (`latin`, `cyrillic`, `han`) or the one language that has it, and of all. */
function countLetters(sample: string): { counts: Map<string, number>; letters: number } {
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
  return { counts, letters };
}

/** The script that most of the letters are of. Latin names and brands stand in texts of every script, so Latin needs more than two thirds. */
function mainScript(counts: ReadonlyMap<string, number>): readonly [string, number] {
  return [...counts].sort((a, b) => weight(b) - weight(a))[0] ?? ["latin", 0];
}

/** Whether a text is written in Latin letters; quicker than asking for its language. */
export function isLatin(text: string): boolean {
  const { counts, letters } = countLetters(text.slice(0, SAMPLE_LENGTH));
  return letters > 0 && mainScript(counts)[0] === "latin";
}

/**
 * The language of a text: by its letters where a script has one language, by `eld` on its first 500 code
 * units for Latin letters. "und" for texts without letters.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const { counts, letters } = countLetters(sample);
  if (letters === 0) return { language: "und", confidence: 0 };
  const [script, count] = mainScript(counts);
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

type Eld = typeof eld;

let loaded: Eld | null = null;

/** Its tables take 29 MB and a sixth of a second in each thread: they are loaded when a text needs them, and at once. */
function loadEld(): Eld {
  const file = fileURLToPath(import.meta.resolve("eld/extrasmall"));
  return (loaded ??= (createRequire(import.meta.url)(file) as { eld: Eld }).eld);
}

function detectLatin(sample: string): DetectedLanguage {
  const piece = sample.slice(0, ELD_LENGTH);
  const found = loadEld().detect(piece);
  if (!found.language) return { language: "und", confidence: 0 };
  const score = found.getScores()[found.language] ?? 0;
  // Scores of short texts are high and mean little.
  const evidence = Math.min(1, piece.length / 80);
  return { language: found.language, confidence: Math.round(score * evidence * 100) / 100 };
}
