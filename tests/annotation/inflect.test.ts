import { describe, expect, test } from "vitest";
import {
  inflectAdjective,
  inflectName,
  inflectPeople,
  type Gender,
} from "../../src/annotation/greek/inflect.js";
import { inflectPerson } from "../../src/annotation/gazetteer/nameForms.js";

/** The forms without the vocative: which case a form has is not told where two are alike. */
function cases(forms: readonly { form: string; case: string }[]): Set<string> {
  return new Set(forms.filter((item) => item.case !== "VOC").map(({ form }) => form));
}

describe("persons", () => {
  test.each<[string, Gender, string, string, string]>([
    ["Κυριάκος Μητσοτάκης", "m", "Μητσοτάκης", "Κυριάκου Μητσοτάκη", "Κυριάκο Μητσοτάκη"],
    ["Αλέξης Τσίπρας", "m", "Τσίπρας", "Αλέξη Τσίπρα", "Αλέξη Τσίπρα"],
    ["Γιώργος Παπαδόπουλος", "m", "Παπαδόπουλος", "Γιώργου Παπαδόπουλου", "Γιώργο Παπαδόπουλο"],
    ["Ντόρα Μπακογιάννη", "f", "Μπακογιάννη", "Ντόρας Μπακογιάννη", "Ντόρα Μπακογιάννη"],
    ["Μαρία Παπαδοπούλου", "f", "Παπαδοπούλου", "Μαρίας Παπαδοπούλου", "Μαρία Παπαδοπούλου"],
    ["Νικολάι Πατρούσεφ", "m", "Πατρούσεφ", "Νικολάι Πατρούσεφ", "Νικολάι Πατρούσεφ"],
    ["Σι Τζινπίνγκ", "m", "Σι", "Σι Τζινπίνγκ", "Σι Τζινπίνγκ"],
    ["Άνγκελα Μέρκελ", "f", "Μέρκελ", "Άνγκελας Μέρκελ", "Άνγκελα Μέρκελ"],
    ["Κάμαλα Χάρις", "f", "Χάρις", "Κάμαλας Χάρις", "Κάμαλα Χάρις"],
    [
      "Θανάσης Παπακωνσταντίνου",
      "m",
      "Παπακωνσταντίνου",
      "Θανάση Παπακωνσταντίνου",
      "Θανάση Παπακωνσταντίνου",
    ],
    ["Ούρσουλα φον ντερ Λάιεν", "f", "φον ντερ Λάιεν", "Ούρσουλας φον ντερ Λάιεν", "Ούρσουλα φον ντερ Λάιεν"],
  ])("%s", (name, gender, family, genitive, accusative) => {
    expect(cases(inflectPerson(name, gender, family))).toEqual(new Set([name, genitive, accusative]));
  });
});

describe("places and organizations", () => {
  test.each<[string, Gender, boolean, string, string]>([
    ["Ρωσία", "f", false, "Ρωσίας", "Ρωσία"],
    ["Μόσχα", "f", false, "Μόσχας", "Μόσχα"],
    ["Δύση", "f", false, "Δύσης", "Δύση"],
    ["Πεκίνο", "n", false, "Πεκίνου", "Πεκίνο"],
    ["Λονδίνο", "n", false, "Λονδίνου", "Λονδίνο"],
    ["Παρίσι", "n", false, "Παρισιού", "Παρίσι"],
    ["Λίβανος", "m", false, "Λιβάνου", "Λίβανο"],
    ["Αίγυπτος", "f", false, "Αιγύπτου", "Αίγυπτο"],
    ["Καναδάς", "m", false, "Καναδά", "Καναδά"],
    ["Ουζμπεκιστάν", "n", false, "Ουζμπεκιστάν", "Ουζμπεκιστάν"],
    ["Ηνωμένες Πολιτείες", "f", true, "Ηνωμένων Πολιτειών", "Ηνωμένες Πολιτείες"],
    ["Κάτω Χώρες", "f", true, "Κάτω Χωρών", "Κάτω Χώρες"],
    ["Βρυξέλλες", "f", true, "Βρυξελλών", "Βρυξέλλες"],
    ["Τέμπη", "n", true, "Τεμπών", "Τέμπη"],
    ["Σκόπια", "n", true, "Σκοπίων", "Σκόπια"],
    ["Αθήναι", "f", true, "Αθηνών", "Αθήνας"],
    ["Κορεατική Χερσόνησος", "f", false, "Κορεατικής Χερσονήσου", "Κορεατική Χερσόνησο"],
    ["Βόρεια Κορέα", "f", false, "Βόρειας Κορέας", "Βόρεια Κορέα"],
    ["Σαουδική Αραβία", "f", false, "Σαουδικής Αραβίας", "Σαουδική Αραβία"],
    ["Νέα Υόρκη", "f", false, "Νέας Υόρκης", "Νέα Υόρκη"],
    ["Λευκός Οίκος", "m", false, "Λευκού Οίκου", "Λευκό Οίκο"],
    ["Συμβούλιο Ασφαλείας", "n", false, "Συμβουλίου Ασφαλείας", "Συμβούλιο Ασφαλείας"],
    ["Ευρωπαϊκή Ένωση", "f", false, "Ευρωπαϊκής Ένωσης", "Ευρωπαϊκή Ένωση"],
    ["Β΄ Παγκόσμιος Πόλεμος", "m", false, "Β΄ Παγκόσμιου Πολέμου", "Β΄ Παγκόσμιο Πόλεμο"],
  ])("%s", (name, gender, plural, genitive, accusative) => {
    expect(cases(inflectName(name, gender, plural))).toEqual(new Set([name, genitive, accusative]));
  });
});

test.each([
  ["Ρώσος", ["Ρώσου", "Ρώσο", "Ρώσοι", "Ρώσων", "Ρώσους"]],
  ["Κινέζος", ["Κινέζου", "Κινέζο", "Κινέζοι", "Κινέζων", "Κινέζους"]],
  ["Έλληνας", ["Έλληνα", "Έλληνες", "Ελλήνων"]],
  ["Αμερικανίδα", ["Αμερικανίδας", "Αμερικανίδες", "Αμερικανίδων"]],
  ["Πέρσης", ["Πέρση", "Πέρσες", "Περσών"]],
])("people of a place: %s", (lemma, expected) => {
  const forms = inflectPeople(lemma).map(({ form }) => form);
  expect(forms).toEqual(expect.arrayContaining(expected));
});

test("adjectives have all genders, cases and numbers", () => {
  const forms = inflectAdjective("ρωσικός").map(({ form }) => form);
  const expected = "ρωσικός ρωσικού ρωσικό ρωσική ρωσικής ρωσικοί ρωσικών ρωσικούς ρωσικές ρωσικά";
  expect(forms).toEqual(expect.arrayContaining(expected.split(" ")));
  expect(inflectAdjective("κύπριος").map(({ form }) => form)).toContain("κύπρια");
});
