import { describe, expect, test } from "vitest";
import { components, inOrigin } from "../../../src/graph/duplicateRules.js";
import { textDifference } from "../../../src/graph/similarity/textDifference.js";
import { fold } from "../../../src/annotation/text/fold.js";
import {
  isSameText,
  minHashesOf,
  shinglesOf,
  textOverlap,
} from "../../../src/graph/similarity/textOverlap.js";

const WIRE = [
  "The harbour master of Volos closed the eastern pier on Tuesday after divers found that two of its pillars had shifted.",
  "Ferries to Skiathos and Alonissos will leave from the commercial dock until the repairs are done, which the ministry says will take six weeks.",
  "Owners of fishing boats complained that nobody had asked them where to moor, and that the dock has no water and no light at night.",
  "Engineers of the technical university will measure the rest of the pier before the summer timetable begins in June.",
];

function isSame(a: string, b: string): boolean {
  const [first, second] = [shinglesOf(a), shinglesOf(b)];
  return isSameText(first, second, textOverlap(first, second));
}

describe("the text of another article", () => {
  const whole = WIRE.join("\n");

  test.each([
    ["itself", whole],
    ["in capitals, without accents and commas", whole.toUpperCase().replaceAll(",", "")],
    ["cut after half", WIRE.slice(0, 2).join("\n")],
    ["in another order", [...WIRE].reverse().join("\n")],
    [
      "with paragraphs of its own",
      [...WIRE, "Our reporter counted eleven boats without a berth on Wednesday morning."].join("\n"),
    ],
    [
      "with a word changed in each sentence",
      whole
        .replace("master", "captain")
        .replace("done", "finished")
        .replace("water", "power")
        .replace("rest", "remainder"),
    ],
    [
      "inside a report twice as long",
      [
        ...WIRE,
        ...Array.from(
          { length: 8 },
          (_, index) =>
            `Sentence ${index} of the reporter who tells of other matters in the town on that same day.`,
        ),
      ].join("\n"),
    ],
  ])("is found: %s", (_, other) => {
    expect(isSame(whole, other)).toBe(true);
    expect(isSame(other, whole)).toBe(true);
  });

  test.each([
    [
      "a report written apart",
      "Volos lost its eastern pier for six weeks on Tuesday. Two pillars have moved, divers told the port authority, and boats for Skiathos and Alonissos have to use the cargo dock. Fishermen are angry: there is neither water nor light there. The university will look at the other pillars before June.",
    ],
    [
      "another report with the same closing line",
      "The ferry Rodanthi will not sail on Friday because of a strike, the union of seamen said. Engineers of the technical university will measure the rest of the pier before the summer timetable begins in June. Passengers can change their tickets without a fee at the agencies and at the port.",
    ],
    ["nothing", ""],
    [
      "a digest of the day that holds it among others",
      [
        ...WIRE,
        ...Array.from(
          { length: 40 },
          (_, index) =>
            `Item ${index} of the digest tells at some length of item ${index * 7} and of what the council said about it in session ${index}.`,
        ),
      ].join("\n"),
    ],
  ])("is not: %s", (_, other) => {
    expect(isSame(whole, other)).toBe(false);
    expect(isSame(other, whole)).toBe(false);
  });

  test("of a few words is only found where nearly all of them are the same", () => {
    expect(
      isSame(
        "Traffic is slow on the ring road near Larissa this morning.",
        "Traffic is slow on the ring road near Larissa this morning",
      ),
    ).toBe(true);
    expect(
      isSame(
        "Traffic is slow on the ring road near Larissa this morning.",
        "Traffic is slow on the ring road near Lamia this morning.",
      ),
    ).toBe(false);
    expect(isSame("Yes", "Yes")).toBe(true);
  });

  test("is measured the same from both sides; both measures lie between nothing and all", () => {
    const texts = [
      whole,
      WIRE[0]!,
      WIRE.slice(1).join(" "),
      "Ένα άλλο κείμενο για το λιμάνι του Βόλου και τα πλοία του.",
      "",
    ];
    for (const a of texts.map(shinglesOf)) {
      for (const b of texts.map(shinglesOf)) {
        const overlap = textOverlap(a, b);
        expect(overlap).toEqual(textOverlap(b, a));
        expect(overlap.jaccard).toBeLessThanOrEqual(overlap.containment);
        for (const value of Object.values(overlap)) expect(value >= 0 && value <= 1).toBe(true);
      }
    }
    expect(textOverlap(shinglesOf(whole), shinglesOf(whole))).toEqual({ jaccard: 1, containment: 1 });
  });
});

test("sentences that came and went are told, moved and lightly changed ones are not", () => {
  const text = (value: string): { text: string; sentences: number[] } => {
    const bounds = [...value.matchAll(/[^.]+\./gu)].flatMap(({ 0: sentence, index }) => {
      const start = index + sentence.length - sentence.trimStart().length;
      return [start, index + sentence.length];
    });
    return { text: value, sentences: bounds };
  };
  const original = [text(`${WIRE[0]} ${WIRE[1]}`), text(WIRE[2]!)];
  const copy = [
    text(WIRE[2]!),
    text(`${WIRE[0]!.replace("Tuesday", "Wednesday")} The mayor was not told. Really.`),
  ];
  expect(textDifference(copy, original).map(({ exact }) => exact)).toEqual([
    "The mayor was not told.",
    "Really.",
  ]);
  const [gone, ...more] = textDifference(original, copy);
  expect(more).toEqual([]);
  expect(gone?.exact).toBe(WIRE[1]);
  expect(WIRE[0]!.endsWith(gone!.prefix.trim())).toBe(true);
  expect(textDifference(original, original)).toEqual([]);
  expect(textDifference([{ text: "No bounds are known of this one", sentences: [] }], original)).toHaveLength(
    1,
  );
});

test("an agency comes before those who take its text over, the older before the newer, the undated last", () => {
  const copy = (key: number, sortDate: number, isAgency = false): Parameters<typeof inOrigin>[0][number] => ({
    key,
    id: `A${key}`,
    sortDate,
    isAgency,
  });
  const undated = Number.MIN_SAFE_INTEGER;
  const order = (...copies: ReturnType<typeof copy>[]): number[] => inOrigin(copies).map(({ key }) => key);
  expect(order(copy(1, 200), copy(2, 100), copy(3, 300, true))).toEqual([3, 2, 1]);
  expect(order(copy(2, 100), copy(1, 100), copy(3, undated))).toEqual([1, 2, 3]);
});

test("what hangs together by pairs is one component", () => {
  const sets = components([
    [1, 2],
    [3, 4],
    [4, 5],
    [2, 9],
  ]).map((set) => set.sort((a, b) => a - b));
  expect(sets.sort((a, b) => a[0]! - b[0]!)).toEqual([
    [1, 2, 9],
    [3, 4, 5],
  ]);
  expect(components([])).toEqual([]);
});

/** Repeatable 32-bit numbers (the finaliser of MurmurHash3 over a counter). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    let mixed = (state = (state + 0x9e3779b9) | 0);
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
}

test("words are letters and digits of any script, whatever stands between them", () => {
  const texts = [
    "Ο Πούτιν, 3 ώρες: «όχι»! Naïve cafés — Łódź; Ёлка 𝒜𝒷𝒸 漢字 ٣٤ e\u0301t\u00e9",
    "a",
    "",
    "—",
    "𝒜𝒷",
    "x 😀 y",
  ];
  for (const text of texts) {
    const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
    expect(shinglesOf(text)).toEqual(shinglesOf(words.join(" ")));
    expect(shinglesOf(text).length).toBe(words.length === 0 ? 0 : Math.max(1, words.length - 3));
  }
  const long = Array.from({ length: 4 }, (_, index) => `λέξη${index}`).join(" ");
  expect([...shinglesOf(long)]).not.toEqual([...shinglesOf(long.replace("λέξη2", "λέξη7"))]);
});

test("texts with half of their runs in common share a min-hash nearly always, others hardly ever", () => {
  const next = numbersFrom(7);
  const runs = (count: number): number[] => Array.from({ length: count }, next);
  const hashesOf = (hashes: number[]): number[] => minHashesOf(Uint32Array.from(hashes).sort());
  const isShared = (a: number[], b: number[]): boolean => {
    const known = new Set(hashesOf(a));
    return hashesOf(b).some((hash) => known.has(hash));
  };
  let half = 0;
  let none = 0;
  for (let round = 0; round < 500; round++) {
    const common = runs(400);
    if (isShared([...common, ...runs(200)], [...common, ...runs(200)])) half++;
    if (isShared(runs(600), runs(600))) none++;
  }
  expect(half).toBeGreaterThan(490);
  expect(none).toBe(0);
  expect(hashesOf(runs(5000))).toHaveLength(8);
});
