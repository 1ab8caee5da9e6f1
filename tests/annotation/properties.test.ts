import { describe, expect, test } from "vitest";
import { annotate } from "../../src/annotation/annotate.js";
import { analyze } from "../../src/annotation/text/analyze.js";
import { detectLanguage } from "../../src/annotation/text/detectLanguage.js";
import { phoneticKey } from "../../src/annotation/text/phoneticKey.js";
import { scan } from "../../src/annotation/text/scan.js";
import type { ArticlePart, TextPart } from "../../src/annotation/types.js";
import { entityOf, gazetteer, tagger } from "./annotator.js";

const PIECES = [
  ..."Βλαντίμιρ Πούτιν|ΠΟΎΤΙΝ|Σι Τζινπίνγκ|Σι|Ρωσίας|ρώσο|Η.Π.Α.|ΗΠΑ|ο|του|και|Συμβούλιο Ασφαλείας|Γιώργος|κ.".split(
    "|",
  ),
  ..."Vladimir Putin|XI|the|U.S.|Kim|May|16|Путин|США|普京|プーチン|بوتين|ประเทศ|\u05d1\u05d9\u05d9\u05d3\u05df".split(
    "|",
  ),
  ..."👋🏽|👩‍👩‍👧|\ud800|\udc00|\u200f|\u202e|\u00ad|\u0301|\ufeff|\u0000|\ufffd|ǅ|ß|İ|ﬁ|𝐏𝐮𝐭𝐢𝐧|΄|ʼ".split("|"),
  ...".,;:!?…·-–—'’\"«»“”()[]{}<>/&@#%0123456789",
  ..." \n\t\u00a0\u2009\u2028\r".repeat(4),
];
const PARTS: ArticlePart[] = ["HEADLINE", "LEAD", "BODY", "CAPTION", "TEASER", "BYLINE"];

/** The same numbers in 0..1 for the same seed (mulberry32, public domain). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function randomText(random: () => number): string {
  const isTight = random() < 0.2;
  const isShouted = random() < 0.2;
  let text = "";
  for (let count = Math.floor(random() * 60); count > 0; count--) {
    const piece = PIECES[Math.floor(random() * PIECES.length)]!;
    const character = String.fromCharCode(Math.floor(random() * 65536));
    text += (random() < 0.05 ? character : piece) + (isTight || random() < 0.3 ? "" : " ");
  }
  return isShouted ? text.toUpperCase() : text;
}

function check(parts: readonly TextPart[]): void {
  const { mentions, entities, parts: annotated } = annotate(parts, "el", gazetteer, tagger);
  expect(annotated.map(({ part, text }) => ({ part, text }))).toEqual(parts);
  let previous = { part: 0, end: 0 };
  for (const mention of mentions) {
    const { text, sentences } = annotated[mention.part]!;
    const sentence = sentences[mention.sentence]!;
    expect(mention.start).toBeGreaterThanOrEqual(mention.part === previous.part ? previous.end : 0);
    expect(mention.part).toBeGreaterThanOrEqual(previous.part);
    expect(mention.end).toBeGreaterThan(mention.start);
    expect(mention.surface).toBe(text.slice(mention.start, mention.end));
    expect(mention.surface).toBe(mention.surface.trim());
    expect(mention.start).toBeGreaterThanOrEqual(sentence.start);
    expect(mention.end).toBeLessThanOrEqual(sentence.end);
    for (const confidence of [mention.nerConfidence, mention.linkConfidence ?? 0]) {
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    if (mention.entity !== null) {
      expect(entityOf(mention.entity).kind).toBe(mention.type);
      expect(mention.candidates[0]?.entity).toBe(mention.entity);
    }
    previous = { part: mention.part, end: mention.end };
  }
  for (const { sentences, text } of annotated) {
    let end = 0;
    for (const sentence of sentences) {
      expect(sentence.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(end, sentence.start)).toMatch(/^\s*$/);
      end = sentence.end;
    }
    expect(text.slice(end)).toMatch(/^\s*$/);
  }
  const sum = entities.reduce((total, { salience }) => total + salience, 0);
  if (entities.length > 0) expect(sum).toBeCloseTo(1, 9);
  expect(entities.reduce((total, { count }) => total + count, 0)).toBe(
    mentions.filter(({ entity, thing }) => entity !== null || thing !== null).length,
  );
}

describe("whatever the text", () => {
  test.each([1, 2, 3, 4])(
    "mentions are slices in order, inside their sentence, never overlapping (seed %i)",
    (seed) => {
      const random = randomOf(seed);
      for (let run = 0; run < 150; run++) {
        const parts = Array.from({ length: Math.floor(random() * 5) }, () => ({
          part: PARTS[Math.floor(random() * PARTS.length)]!,
          text: randomText(random),
        }));
        check(parts);
      }
    },
  );

  test("search terms are slices in order and never overlap", () => {
    const random = randomOf(5);
    for (let run = 0; run < 500; run++) {
      const text = randomText(random);
      let end = 0;
      for (const term of analyze(text, "und")) {
        expect(term.term).toMatch(/^[a-z0-9]+$/);
        expect(term.start).toBeGreaterThanOrEqual(end);
        expect(term.end).toBeGreaterThan(term.start);
        end = term.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  test("language and phonetic key always answer", () => {
    const random = randomOf(6);
    for (let run = 0; run < 300; run++) {
      const text = randomText(random);
      const { language, confidence } = detectLanguage(text);
      expect(language).toMatch(/^[a-z]{2,3}$/);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(phoneticKey(text)).toMatch(/^[A-Za-z ]*$/);
    }
  });
});

describe("a long text in one piece comes to an end", () => {
  // Each of these would take minutes if the work grew with the square of the length.
  test.each<[string, string, number]>([
    ["initials", "Α. Β. Γ. ", 1_000_000],
    ["no blanks", "Πούτιν", 1_000_000],
    ["hyphens", "Ινγκ-γουέν-", 1_000_000],
    ["full stops", ". ", 1_000_000],
    ["marks and quotes", '!" ', 1_000_000],
    ["dotted letters", "Α.Β.", 1_000_000],
    ["combining marks", "\u0301", 1_000_000],
    ["capitalised words", "Ζαραβέλας Γιώργος ", 300_000],
    ["names in capitals", "ΠΟΥΤΙΝ ΡΩΣΙΑ ", 300_000],
    ["line breaks", "Πούτιν\n", 300_000],
    ["Latin particles", "Tour de France de ", 300_000],
    ["short quotes", "«Σι» ", 300_000],
    ["long quotes", "«Ο Σι θα πάει αύριο το πρωί στη Μόσχα.» ", 300_000],
    ["speech after dashes", "– Ο Σι θα πάει στη Μόσχα. ", 300_000],
    ["digits", "1 ", 300_000],
    ["Han", "普京", 300_000],
  ])("%s", (_, piece, size) => {
    const text = piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
    const { parts, mentions } = annotate([{ part: "BODY", text }], "el", gazetteer, tagger);
    expect(parts[0]!.text).toHaveLength(size);
    expect(mentions.every(({ end }) => end <= size)).toBe(true);
  });

  test("1 MB of prose without a line break: every sentence has the mentions of the first", () => {
    const piece = "Ο Βλαντίμιρ Πούτιν είδε τον Σι Τζινπίνγκ στη Μόσχα. ";
    const copies = Math.ceil(1_000_000 / piece.length);
    const { parts, mentions } = annotate(
      [{ part: "BODY", text: piece.repeat(copies) }],
      "el",
      gazetteer,
      tagger,
    );
    expect(parts[0]!.sentences).toHaveLength(copies);
    expect(mentions).toHaveLength(3 * copies);
    expect(scan(piece.repeat(copies)).tokens).toHaveLength(9 * copies);
  });
});
