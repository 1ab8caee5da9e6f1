import { describe, expect, test } from "vitest";
import { canonicalNames } from "../../src/annotation/things/canonicalNames.js";

describe("the nominative of a person's name", () => {
  test.each<[string[], Record<string, string>]>([
    [["Παναγιώτη Κοτρώνη"], { el: "Παναγιώτης Κοτρώνης" }],
    [["Παναγιώτη Κοτρώνη", "ΠΑΝΑΓΙΩΤΗΣ ΚΟΤΡΩΝΗΣ"], { el: "Παναγιώτης Κοτρώνης" }],
    [["Παναγιώτης Κοτρώνης", "Παναγιώτη Κοτρώνη", "Κοτρώνη"], { el: "Παναγιώτης Κοτρώνης" }],
    [["Γιώργου Παπαδόπουλου", "Γιώργο Παπαδόπουλο"], { el: "Γιώργος Παπαδόπουλος" }],
    [["Μαρίας Παπαδοπούλου"], { el: "Μαρία Παπαδοπούλου" }],
    [["Ελένη Κοτρώνη", "Ελένης Κοτρώνη"], { el: "Ελένη Κοτρώνη" }],
    [["Τζον Χάρισον"], { el: "Τζον Χάρισον" }],
    [["Ивана Дементьева", "Иваном Дементьевым"], { ru: "Иван Дементьев" }],
    [["Анны Дементьевой", "Анна Дементьева"], { ru: "Анна Дементьева" }],
    [["John Harrison", "John Harrison’s", "Τζον Χάρισον"], { en: "John Harrison", el: "Τζον Χάρισον" }],
  ])("%s", (surfaces, names) => {
    expect(canonicalNames("PERSON", surfaces)).toEqual(names);
    expect(canonicalNames("PERSON", [...surfaces].reverse())).toEqual(names);
  });
});

describe("the nominative of another name", () => {
  test.each<[string[], Record<string, string>]>([
    [["Σύλλογος Κεφαλλήνων", "Συλλόγου Κεφαλλήνων"], { el: "Σύλλογος Κεφαλλήνων" }],
    [["Καρυάς", "Καρυά"], { el: "Καρυά" }],
    [["Kestrel Foods", "KESTREL FOODS"], { en: "Kestrel Foods" }],
  ])("%s", (surfaces, names) => {
    expect(canonicalNames("ORGANIZATION", surfaces)).toEqual(names);
  });
});
