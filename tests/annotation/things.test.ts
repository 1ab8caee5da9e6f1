import { describe, expect, test } from "vitest";
import { thingKey } from "../../src/annotation/things/thingKey.js";
import { annotateParts } from "./annotator.js";

/** Surface and thing of every name outside the knowledge base. */
function things(...paragraphs: string[]): [surface: string, thing: string | null][] {
  return annotateParts(...paragraphs)
    .mentions.filter(({ entity, kind }) => entity === null && kind !== "DEMONYM")
    .map(({ surface, thing }) => [surface, thing]);
}

test.each([
  ["Παναγιώτης Κοτρώνης", "Παναγιώτη Κοτρώνη"],
  ["Παναγιώτης Κοτρώνης", "ΠΑΝΑΓΙΩΤΗΣ ΚΟΤΡΩΝΗΣ"],
  ["Παναγιώτης Κοτρώνης", "Παναγιώτης Σ. Κοτρώνης"],
  ["Γιώργος Παπαδόπουλος", "Γιώργου Παπαδόπουλου"],
  ["Иван Дементьев", "Ивана Дементьева"],
  ["Иван Дементьев", "Иваном Дементьевым"],
])("%s and %s are one person", (one, other) => {
  expect(thingKey("PERSON", one)).not.toBeNull();
  expect(thingKey("PERSON", one)).toBe(thingKey("PERSON", other));
});

test.each([
  ["Παναγιώτης Κοτρώνης", "Αντώνης Κοτρώνης"],
  ["Παναγιώτης Κοτρώνης", "Παναγιώτης Κατρίνης"],
  ["Maria Lopez", "Maria Lopata"],
])("%s and %s are two people", (one, other) => {
  expect(thingKey("PERSON", one)).not.toBe(thingKey("PERSON", other));
});

test("one word alone says too little of a person", () => {
  expect(thingKey("PERSON", "Κοτρώνης")).toBeNull();
  expect(thingKey("PLACE", "Κοτρώνης")).not.toBeNull();
});

describe("in one article", () => {
  test("a family name alone adopts the full name, wherever that stands", () => {
    const found = things(
      "Ο Κοτρώνης απάντησε.",
      "Ο Παναγιώτης Κοτρώνης ζει στη Λάρισα. Τον Κοτρώνη ξέρουν όλοι.",
    );
    expect(found.map(([surface]) => surface)).toEqual(["Κοτρώνης", "Παναγιώτης Κοτρώνης", "Κοτρώνη"]);
    expect(new Set(found.map(([, thing]) => thing))).toEqual(
      new Set([thingKey("PERSON", "Παναγιώτης Κοτρώνης")]),
    );
  });

  test("an acronym that the text explains means what it stands for", () => {
    const found = things("Στοιχεία έδωσε η Ελληνική Εταιρεία Μελετών Δασών (ΕΕΜΔ). Η ΕΕΜΔ ζητά μέτρα.");
    expect(found.map(([surface]) => surface)).toEqual(["Ελληνική Εταιρεία Μελετών Δασών", "ΕΕΜΔ", "ΕΕΜΔ"]);
    expect(new Set(found.map(([, thing]) => thing)).size).toBe(1);
  });

  test("of two with one family name, the last one named is meant", () => {
    const found = things(
      "Ο Αντώνης Κοτρώνης και η Ελένη Κοτρώνη ήρθαν. Ο Παύλος Δημάκης έφυγε. Ο Δημάκης γύρισε.",
    );
    expect(found.at(-1)).toEqual(["Δημάκης", thingKey("PERSON", "Παύλος Δημάκης")]);
  });
});

test.each(["υπουργείο Άμυνας", "Communist Party", "Генерального штаба", "Συμβούλιο Ασφαλείας", "DNA"])(
  "%s alone is nobody's",
  (name) => {
    expect(thingKey("ORGANIZATION", name)).toBeNull();
  },
);
