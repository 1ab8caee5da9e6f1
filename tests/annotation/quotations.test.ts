import { describe, expect, test } from "vitest";
import { annotateParts } from "./annotator.js";

/** The quotations of body paragraphs as «text | speaker | cue». */
function quotations(...paragraphs: string[]): string[] {
  const { mentions, parts, quotations: found } = annotateParts(...paragraphs);
  return found.map(({ part, start, end, speaker, cue, confidence }) => {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    const who = speaker === null ? "-" : mentions[speaker]!.surface;
    return `${parts[part]!.text.slice(start, end)} | ${who} | ${cue ?? "-"}`;
  });
}

describe("direct speech with its speaker", () => {
  test.each([
    [
      "«Δεν θα κάνουμε πίσω», είπε ο Παναγιώτης Κοτρώνης στην Άννα Βαλέτα.",
      "Δεν θα κάνουμε πίσω | Παναγιώτης Κοτρώνης | είπε",
    ],
    [
      "Η Λίνα Μενδώνη δήλωσε: «Το έργο θα παραδοθεί τον Μάιο».",
      "Το έργο θα παραδοθεί τον Μάιο | Λίνα Μενδώνη | δήλωσε",
    ],
    [
      "Όπως ανέφερε η Λίνα Μενδώνη, “το έργο προχωρά και θα τελειώσει φέτος”.",
      "το έργο προχωρά και θα τελειώσει φέτος | Λίνα Μενδώνη | ανέφερε",
    ],
    [
      "«Мы готовы к переговорам», — заявил пресс-секретарь президента Дмитрий Песков.",
      "Мы готовы к переговорам | Дмитрий Песков | заявил",
    ],
    [
      "„Мы ждём ответа до пятницы“, — отметил Дмитрий Песков.",
      "Мы ждём ответа до пятницы | Дмитрий Песков | отметил",
    ],
    [
      '"We will rebuild every house," said Maria Lopez, the mayor of Torrevieja.',
      "We will rebuild every house | Maria Lopez | said",
    ],
    [
      "‘We see no reason to wait,’ Maria Lopez told reporters.",
      "We see no reason to wait | Maria Lopez | told",
    ],
  ])("%s", (text, quotation) => {
    expect(quotations(text)).toEqual([quotation]);
  });

  test("who went on speaking is still the speaker", () => {
    expect(
      quotations(
        '"We will rebuild every house," said Maria Lopez.',
        '"Nobody will be left alone," she added.',
      ),
    ).toEqual([
      "We will rebuild every house | Maria Lopez | said",
      "Nobody will be left alone | Maria Lopez | added",
    ]);
  });

  test("an office alone can speak", () => {
    expect(
      quotations(
        "Ο πρόεδρος της Γαλλίας Εμανουέλ Μακρόν έφτασε στην Αθήνα.",
        "«Η Ευρώπη πρέπει να επενδύσει στην άμυνα», είπε ο Γάλλος πρόεδρος.",
      ),
    ).toEqual(["Η Ευρώπη πρέπει να επενδύσει στην άμυνα | πρόεδρος | είπε"]);
  });
});

describe("what nobody says there", () => {
  test.each([
    "Οι δύο χώρες μιλούν για συνεργασία «άνευ ορίων» στην ενέργεια.",
    "Το έργο «Ο χορός της φωτιάς» ανεβαίνει στο Εθνικό Θέατρο.",
    'He called the plan a "quick fix" and left the room.',
    "Газета «Северный край» вышла без первой полосы.",
    'The board is 6" wide and 12" long.',
  ])("%s", (text) => {
    expect(quotations(text)).toEqual([]);
  });
});
