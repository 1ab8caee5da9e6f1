import { describe, expect, test } from "vitest";
import { readPage, readRecord } from "./readPage.js";

const LEAD =
  "Το λιμάνι του Πειραιά έμεινε κλειστό για τρεις ώρες το πρωί της Τρίτης, επειδή φυσούσε δυνατός βοριάς.";
const BODY =
  "Τα πρώτα πλοία έφυγαν λίγο μετά το μεσημέρι, με προορισμό τις Κυκλάδες και την Κρήτη, είπε το λιμεναρχείο.";

/** A dump of a page: headline, then these lines, then lead and body, then those. */
function dump(above: string[], below: string[] = [], headline = "Κλειστό το λιμάνι του Πειραιά"): string {
  return [headline, "", ...above, "", LEAD, "", BODY, "", ...below, ""].join("\n");
}

describe("headlines", () => {
  test("the second headline loses the share words behind it", () => {
    const page = readPage(dump(["Πειραιάς: Τρεις ώρες χωρίς πλοία Facebook Twitter"]));
    expect(page.headline).toBe("Κλειστό το λιμάνι του Πειραιά");
    expect(page.alternativeHeadlines).toEqual(["Πειραιάς: Τρεις ώρες χωρίς πλοία"]);
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
  });

  test("the same headline again is no second one", () => {
    const page = readPage(dump(["ΚΛΕΙΣΤΟ ΤΟ ΛΙΜΑΝΙ ΤΟΥ ΠΕΙΡΑΙΑ Facebook Twitter"]));
    expect(page.alternativeHeadlines).toEqual([]);
    expect(page.lead).toBe(LEAD);
  });

  test("share words behind the headline itself go too", () => {
    const page = readPage(dump([], [], "Κλειστό το λιμάνι του Πειραιά Facebook Twitter WhatsApp"));
    expect(page.headline).toBe("Κλειστό το λιμάνι του Πειραιά");
  });

  test("a network's name that belongs to the headline stays", () => {
    expect(readPage(dump([], [], "Πρόστιμο στο Facebook")).headline).toBe("Πρόστιμο στο Facebook");
  });

  test.each(["Facebook Twitter", "Κοινοποίηση", "Поделиться", "Share | Tweet | Email"])(
    "a row of buttons: %s",
    (row) => {
      const page = readPage(dump([row]));
      expect(page.alternativeHeadlines).toEqual([]);
      expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
    },
  );
});

describe("captions", () => {
  test.each([
    ["Φωτ.: Getty Images.", "Getty Images"],
    ["Φωτογραφία: Ελένη Μάρκου", "Ελένη Μάρκου"],
    ["Photo: AP", "AP"],
    ["Фото: ТАСС", "ТАСС"],
  ])("a caption with the credit %s", (credit, creditText) => {
    const page = readPage(dump([`Το λιμάνι το πρωί - ${credit}`]));
    expect(page.images).toEqual([expect.objectContaining({ caption: "Το λιμάνι το πρωί", creditText })]);
    expect(page.infoSources).toEqual([
      expect.objectContaining({
        name: creditText,
        role: "PHOTO",
        evidence: expect.stringContaining(creditText),
      }),
    ]);
    expect(page.lead).toBe(LEAD);
  });

  test("a caption without credit is known by the count right below it", () => {
    const page = readPage(dump(["Το λιμάνι του Πειραιά το πρωί", "0"]));
    expect(page.images.map(({ caption }) => caption)).toEqual(["Το λιμάνι του Πειραιά το πρωί"]);
    expect(page.commentCount).toBe(0);
  });

  test("a credit alone is a picture without caption", () => {
    expect(readPage(dump(["Φωτ.: Eurokinissi"])).images).toEqual([
      expect.objectContaining({ caption: null, creditText: "Eurokinissi" }),
    ]);
  });
});

describe("counts of comments", () => {
  test.each([
    ["0", 0],
    ["17", 17],
    ["3 σχόλια", 3],
    ["Σχόλια (5)", 5],
    ["1 comment", 1],
  ])("%s", (line, count) => {
    const page = readPage(dump([line]));
    expect(page.commentCount).toBe(count);
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
  });

  test("the first of two counts", () => {
    expect(readPage(dump(["4"], ["Διεθνή", "9"])).commentCount).toBe(4);
  });

  test("none is null, not 0", () => {
    expect(readPage(dump([])).commentCount).toBeNull();
  });
});

describe("credits lines", () => {
  test.each([
    ["Με πληροφορίες από ΑΠΕ-ΜΠΕ και Reuters", ["ΑΠΕ-ΜΠΕ", "Reuters"]],
    [
      "Με πληροφορίες από το Reuters, το Associated Press και την ΕΡΤ.",
      ["Reuters", "Associated Press", "ΕΡΤ"],
    ],
    ["Πηγή: ΑΠΕ-ΜΠΕ", ["ΑΠΕ-ΜΠΕ"]],
    ["With reporting from AP and AFP", ["AP", "AFP"]],
    ["По материалам агентств ТАСС и Рейтер", ["ТАСС", "Рейтер"]],
  ])("%s", (line, agencies) => {
    const page = readPage(dump([], [line]));
    expect(page.infoSources).toEqual(agencies.map((name) => ({ name, role: "ORIGINATOR", evidence: line })));
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
  });

  test.each([
    "Πηγές του υπουργείου Ναυτιλίας μιλούν για ένα ακόμη δύσκολο βράδυ στα λιμάνια της Αττικής, με ανέμους οκτώ μποφόρ.",
    "Με πληροφορίες που έδωσε το λιμεναρχείο, οι επιβάτες ταξίδεψαν τελικά το απόγευμα με άλλα πλοία από τη Ραφήνα.",
    "По информации министерства, суда вышли в море только после полудня, когда ветер стих, а волны стали ниже.",
  ])("a sentence that begins like one stays in the body: %s", (sentence) => {
    const page = readPage(dump([], [sentence]));
    expect(page.paragraphs).toEqual([BODY, sentence]);
    expect(page.infoSources).toEqual([]);
  });
});

describe("sections", () => {
  test.each(["Διεθνή", "Κόσμος", "World", "В мире"])("%s below the credits line", (section) => {
    const page = readPage(dump([], ["Με πληροφορίες από Reuters", "", section, "0"]));
    expect(page.section).toBe(section);
    expect(page.paragraphs).toEqual([BODY]);
  });

  test("a section that no list knows, between credits line and count", () => {
    const page = readPage(dump([], ["Με πληροφορίες από Reuters", "", "Ναυτιλία", "0"]));
    expect(page.section).toBe("Ναυτιλία");
  });

  test("a breadcrumb above", () => {
    const page = readPage(dump(["Αρχική > Ελλάδα > Λιμάνια"]));
    expect(page.section).toBe("Ελλάδα");
    expect(page.lead).toBe(LEAD);
  });
});

describe("dates and bylines", () => {
  test("no date is printed: none", () => {
    const page = readPage(dump([]));
    expect(page.datePublished).toBeNull();
    expect(page.dateModified).toBeNull();
  });

  test("a date in the text, in a caption or in a teaser is not the page's", () => {
    const teaser = "Το λιμάνι άνοιξε στις 3 Μαΐου 2021, είπε ο υπουργός.";
    const page = readPage(
      dump(
        ["Το λιμάνι στις 2 Μαΐου 2021 - Φωτ.: ΑΠΕ"],
        [
          "Η προηγούμενη φορά ήταν στις 14 Φεβρουαρίου 2021, όταν έκλεισαν και τα λιμάνια της Ραφήνας και του Λαυρίου.",
          "ΔΕΙΤΕ ΑΚΟΜΑ",
          "Άνοιξε το λιμάνι της Ραφήνας",
          "3 Μαΐου 2021",
          teaser,
        ],
      ),
    );
    expect(page.datePublished).toBeNull();
    expect(page.relatedLinks).toHaveLength(1);
  });

  test.each([
    ["19 Σεπτεμβρίου 2022 | 14:05", "2022-09-19T11:05:00.000Z", "MINUTE"],
    ["19.9.2022", "2022-09-18T21:00:00.000Z", "DAY"],
    ["Published: 19 September 2022, 14:05 GMT", "2022-09-19T14:05:00.000Z", "MINUTE"],
    ["Опубликовано: 19 сентября 2022 г., 14:05", "2022-09-19T11:05:00.000Z", "MINUTE"],
  ])("a date line: %s", (line, time, precision) => {
    const page = readPage(dump([line]));
    expect(page.datePublished).toEqual({ time: Date.parse(time), precision });
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
  });

  test("the date of the last change is not that of publication", () => {
    const page = readPage(dump(["Δημοσίευση: 1 Μαΐου 2023 | Τελευταία ενημέρωση: 2 Μαΐου 2023"]));
    expect(new Date(page.datePublished!.time).toISOString()).toBe("2023-04-30T21:00:00.000Z");
    expect(new Date(page.dateModified!.time).toISOString()).toBe("2023-05-01T21:00:00.000Z");
  });

  test.each([
    ["Της Μαρίας Λεοντίου", [{ name: "Μαρία Λεοντίου", kind: "PERSON" }]],
    [
      "By Ann Roe and Joao Silva",
      [
        { name: "Ann Roe", kind: "PERSON" },
        { name: "Joao Silva", kind: "PERSON" },
      ],
    ],
    ["ΚΥΜΑΤΑ NEWSROOM", [{ name: "ΚΥΜΑΤΑ NEWSROOM", kind: "DESK" }]],
    ["Автор: Игорь Лапин", [{ name: "Игорь Лапин", kind: "PERSON" }]],
    ["By Reuters", [{ name: "Reuters", kind: "AGENCY" }]],
  ])("a byline: %s", (line, authors) => {
    const page = readPage(dump([line]));
    expect(page).toMatchObject({ byline: line, authors });
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
  });

  test("a sentence that begins like a byline stays in the body", () => {
    const sentence =
      "Του Πειραιά ήταν το πρώτο λιμάνι που έκλεισε, γράφει η ανακοίνωση, και το τελευταίο που άνοιξε την Τρίτη.";
    expect(readPage(dump([], [sentence])).paragraphs).toEqual([BODY, sentence]);
  });
});

describe("teasers", () => {
  const heads = ["ΣΧΕΤΙΚΑ ΑΡΘΡΑ", "", "ΔΕΙΤΕ ΑΚΟΜΑ", ""];
  const teaser = (headline: string, again: string, lead: string, byline: string): string[] => [
    headline,
    "",
    again,
    "",
    lead,
    byline,
  ];

  test("each twice-headlined teaser has headline, section, lead and byline", () => {
    const lead =
      "Ο Ντόναλντ Τραμπ θα μείνει δύο μέρες στην Οτάβα, όπως ανακοίνωσε ο Λευκός Οίκος τη νύχτα της Κυριακής.";
    const page = readPage(
      dump(
        [],
        [
          ...heads,
          ...teaser("Ο Τραμπ πάει στον Καναδά", "Διεθνή / Ο Τραμπ πάει στον Καναδά", lead, "ΚΥΜΑΤΑ NEWSROOM"),
          ...teaser(
            "Χιόνια στον Έβρο",
            "Ελλάδα / Χιόνια στον Έβρο",
            "Έκλεισαν τρεις δρόμοι.",
            "Της Μαρίας Λεοντίου",
          ),
        ],
      ),
    );
    expect(page.relatedLinks).toEqual([
      {
        headline: "Ο Τραμπ πάει στον Καναδά",
        alternativeHeadline: null,
        sectionName: "Διεθνή",
        description: lead,
        byline: "ΚΥΜΑΤΑ NEWSROOM",
        url: null,
      },
      {
        headline: "Χιόνια στον Έβρο",
        alternativeHeadline: null,
        sectionName: "Ελλάδα",
        description: "Έκλεισαν τρεις δρόμοι.",
        byline: "Της Μαρίας Λεοντίου",
        url: null,
      },
    ]);
    expect([page.lead, ...page.paragraphs]).toEqual([LEAD, BODY]);
    expect(page.section).toBeNull();
    expect(page.byline).toBeNull();
  });

  test("the two headlines of a teaser need not be equal; the other one is kept", () => {
    const page = readPage(
      dump(
        [],
        [
          ...heads,
          ...teaser(
            "Η τιμές του ρεύματος πέφτουν",
            "Οικονομία / Οι τιμές του ρεύματος πέφτουν ξανά",
            "Δύο σεντ.",
            "ΚΥΜΑΤΑ NEWSROOM",
          ),
          ...teaser(
            "Χιόνια στον Έβρο",
            "Ελλάδα / Χιόνια στον Έβρο",
            "Έκλεισαν τρεις δρόμοι.",
            "ΚΥΜΑΤΑ NEWSROOM",
          ),
        ],
      ),
    );
    expect(
      page.relatedLinks.map(({ headline, alternativeHeadline }) => [headline, alternativeHeadline]),
    ).toEqual([
      ["Η τιμές του ρεύματος πέφτουν", "Οι τιμές του ρεύματος πέφτουν ξανά"],
      ["Χιόνια στον Έβρο", null],
    ]);
  });

  test("blank lines between the lines of a teaser may be missing", () => {
    const lines = teaser(
      "Χιόνια στον Έβρο",
      "Ελλάδα / Χιόνια στον Έβρο",
      "Έκλεισαν τρεις δρόμοι.",
      "ΚΥΜΑΤΑ NEWSROOM",
    );
    const page = readPage(dump([], ["ΔΕΙΤΕ ΑΚΟΜΑ", ...lines.filter((line) => line !== "")]));
    expect(page.relatedLinks).toEqual([
      expect.objectContaining({ headline: "Χιόνια στον Έβρο", description: "Έκλεισαν τρεις δρόμοι." }),
    ]);
  });

  test("lists that every page has are no see-also lists", () => {
    const page = readPage(dump([], ["Δημοφιλή", "Δέκα συνταγές για το φθινόπωρο", "Τα ζώδια της ημέρας"]));
    expect(page.relatedLinks).toEqual([]);
    expect(page.paragraphs).toEqual([BODY]);
  });

  test("a teaser between paragraphs is none of them", () => {
    const last =
      "Ως το βράδυ είχαν φύγει όλα τα πλοία, εκτός από ένα που περίμενε ανταλλακτικά για τη μία του μηχανή.";
    const page = readPage(dump([], ["Διαβάστε επίσης: Ο Μητσοτάκης στη Νέα Υόρκη", "", last]));
    expect(page.paragraphs).toEqual([BODY, last]);
    expect(page.relatedLinks.map(({ headline }) => headline)).toEqual(["Ο Μητσοτάκης στη Νέα Υόρκη"]);
  });
});

describe("what is no page", () => {
  test.each([
    ["a paragraph at the top", `${LEAD.repeat(4)}\n\n${BODY}`, "NO_HEADLINE", 1],
    ["a headline alone, on the third line", "\n\nΚλειστό το λιμάνι\n", "NO_TEXT", 3],
    ["blank lines", " \n\t\n\u00a0\n", "EMPTY_DOCUMENT", null],
    ["JSON", '{"headline": "Κλειστό το λιμάνι", "body": "..."}', "NO_TEXT", null],
    ["numbers", "1;2;3\n4;5;6\n", "UNKNOWN_FORMAT", null],
  ])("%s", (_name, text, code, line) => {
    expect(readRecord(text)).toEqual({
      problem: { code, line, message: expect.stringMatching(/\w/u), hint: expect.stringMatching(/\w/u) },
    });
  });

  test.each(["README.md", "style.css", "script.js", "table.csv"])("a file called %s", (name) => {
    expect(readRecord(dump([]), name)).toMatchObject({ problem: { code: "UNKNOWN_FORMAT" } });
  });
});
