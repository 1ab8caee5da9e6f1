import { describe, expect, test } from "vitest";
import { annotateParts, lines, mentionLines } from "./annotator.js";

describe("coreference", () => {
  test("a family name, and a short one, adopt the full name wherever it stands", () => {
    expect(
      lines("Ο Πούτιν και ο Σι μίλησαν.", "Ο Βλαντίμιρ Πούτιν είδε τον Σι Τζινπίνγκ. Ο Σι έφυγε."),
    ).toEqual([
      "Πούτιν → vladimir-putin COREFERENCE",
      "Σι → xi-jinping COREFERENCE",
      "Βλαντίμιρ Πούτιν → vladimir-putin NAME",
      "Σι Τζινπίνγκ → xi-jinping NAME",
      "Σι → xi-jinping COREFERENCE",
    ]);
  });

  test("«Σι» without the full name is no link, a well-known family name is one", () => {
    const { mentions } = annotateParts("Χθες ο Σι και ο Πούτιν μίλησαν.");
    expect(mentions.filter(({ entity }) => entity === "xi-jinping")).toEqual([]);
    expect(mentionLines(mentions)).toContain("Πούτιν → vladimir-putin NAME");
  });

  test("of two people of one family name the article decides, by gender", () => {
    expect(
      lines("Ο Μπιλ Κλίντον και η Χίλαρι Κλίντον ήρθαν. Η Κλίντον μίλησε πρώτη, μετά ο Κλίντον."),
    ).toEqual([
      "Μπιλ Κλίντον → bill-clinton NAME",
      "Χίλαρι Κλίντον → hillary-clinton NAME",
      "Κλίντον → hillary-clinton COREFERENCE",
      "Κλίντον → bill-clinton COREFERENCE",
    ]);
  });

  test("without a full name two people of one family name are no link, and both are candidates", () => {
    const [mention] = annotateParts("Χθες μίλησαν οι Κλίντον στο συνέδριο.").mentions;
    expect(mention).toMatchObject({ surface: "Κλίντον", entity: null, type: "PERSON", linkConfidence: null });
    expect(mention!.candidates.map(({ entity }) => entity).sort()).toEqual([
      "bill-clinton",
      "hillary-clinton",
    ]);
  });

  test("another given name makes another person", () => {
    expect(lines("Η Λουντμίλα Πούτινα μίλησε. Ο Φώτης Πούτιν γέλασε.")).toEqual([
      "Λουντμίλα Πούτινα → ? PERSON NAME",
      "Φώτης Πούτιν → ? PERSON NAME",
    ]);
  });

  test("a relative's given name is not that of someone else in the article", () => {
    expect(lines("Ο Ντμίτρι Πεσκόφ διαψεύδει. Παρών ήταν και ο γιος του, Ντμίτρι.")[1]).toBe(
      "Ντμίτρι → ? PERSON NAME",
    );
  });

  test("an unknown full name explains its family name in other cases", () => {
    const { mentions } = annotateParts("Ο Γιώργος Ζαραβέλας κέρδισε. Τον Ζαραβέλα συνεχάρη η ομάδα.");
    expect(mentions.map(({ kind, lemma, type }) => [kind, lemma, type])).toEqual([
      ["NAME", null, "PERSON"],
      ["COREFERENCE", "Γιώργος Ζαραβέλας", "PERSON"],
    ]);
  });

  test("an article that spells a name in its own way means the same person all through", () => {
    expect(lines("Ο Σαβκάτ Μιρζιγιόγιεφ υποδέχτηκε τους ξένους. Ο Μιρζιγιόγιεφ χαμογελούσε.")).toEqual([
      "Σαβκάτ Μιρζιγιόγιεφ → shavkat-mirziyoyev NAME",
      "Μιρζιγιόγιεφ → shavkat-mirziyoyev COREFERENCE",
    ]);
  });

  test("a teaser neither explains a short name of the article nor is explained by it", () => {
    const { mentions } = annotateParts("Ο Σι Τζινπίνγκ έφυγε. Ο Μοντριάν έμεινε.", [
      "TEASER",
      "Ο Σι γύρισε στο Πεκίνο.",
    ]);
    expect(mentions.filter(({ part }) => part === 1).map(({ entity }) => entity)).toEqual(["beijing"]);
  });
});

describe("demonyms", () => {
  test.each([
    ["Ο Ρώσος πρόεδρος έφυγε.", "Ρώσος → russia DEMONYM"],
    ["Είδε τον ρώσο πρόεδρο.", "ρώσο → russia DEMONYM"],
    ["Η κινεζική οικονομία ανακάμπτει.", "κινεζική → china DEMONYM"],
    ["ΚΙΝΕΖΙΚΗ ΟΙΚΟΝΟΜΙΑ ΣΕ ΚΡΙΣΗ ΞΑΝΑ", "ΚΙΝΕΖΙΚΗ → china DEMONYM"],
    ["Έξι Αμερικανίδες νίκησαν.", "Αμερικανίδες → united-states DEMONYM"],
    ["των Ουκρανών στρατιωτών", "Ουκρανών → ukraine DEMONYM"],
    ["Η βορειοκορεατική τηλεόραση σιωπά.", "βορειοκορεατική → north-korea DEMONYM"],
    ["Η ευρωπαϊκή απάντηση αργεί.", "ευρωπαϊκή → europe DEMONYM"],
    ["the Russian army retreats", "Russian → russia DEMONYM"],
    ["российские войска отступили", "российские → russia DEMONYM"],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual([expected]);
  });

  test("no form of a people or adjective is ever the name of its place", () => {
    const text =
      "Ρώσος Ρώσοι ρωσικός ρωσική Κινέζα κινεζικά Έλληνας ελληνικό Τούρκος τουρκικές Γάλλων γαλλικού";
    const found = text.split(" ").flatMap((word) => annotateParts(`Χθες ένας ${word} έφυγε.`).mentions);
    expect(found).toHaveLength(12);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["DEMONYM"]));
  });

  test("peoples of no state of today are marked and linked to nothing", () => {
    expect(lines("ένας πρώην Σοβιετικός αξιωματικός")).toEqual(["Σοβιετικός → ? PLACE DEMONYM"]);
  });
});

describe("meaning by context", () => {
  test.each([
    ["by a demonym before it", "Το ρωσικό Συμβούλιο Ασφαλείας συνεδρίασε.", "russian-security-council"],
    ["by a country behind it", "Το Συμβούλιο Ασφαλείας της Ρωσίας συνεδρίασε.", "russian-security-council"],
    [
      "by its secretary",
      "Ο γραμματέας του Συμβουλίου Ασφαλείας, Νικολάι Πατρούσεφ, έφυγε.",
      "russian-security-council",
    ],
    ["by the possessive", "He heads Russia's Security Council now.", "russian-security-council"],
    ["by the United Nations", "Το Συμβούλιο Ασφαλείας του ΟΗΕ συνεδρίασε.", "un-security-council"],
    ["by nothing", "Το Συμβούλιο Ασφαλείας συνεδριάζει αύριο για το ζήτημα.", "un-security-council"],
  ])("the Security Council %s", (_, text, expected) => {
    const councils = annotateParts(text).mentions.filter(({ type }) => type === "ORGANIZATION");
    expect(councils.map(({ entity }) => entity)).toEqual([expected]);
  });

  test("a council that was named in full is meant all through the article", () => {
    const { mentions } = annotateParts(
      "Ο Πατρούσεφ μίλησε για το Συμβούλιο Ασφαλείας του ΟΗΕ.",
      "Το Συμβούλιο Ασφαλείας θα ψηφίσει.",
    );
    expect(mentions.at(-1)!.entity).toBe("un-security-council");
  });

  test("a parliament of another country is not ours", () => {
    const entityOf = (text: string) =>
      annotateParts(text).mentions.find(({ surface }) => surface.includes("Βουλή"))?.entity;
    expect(entityOf("Στην Αθήνα η Βουλή ψήφισε.")).toBe("hellenic-parliament");
    expect(entityOf("Στη Λευκωσία η κυπριακή Βουλή ψήφισε.")).not.toBe("hellenic-parliament");
  });

  test("of two people of one name the office beside it decides", () => {
    const entityOf = (text: string) =>
      annotateParts(text).mentions.find(({ type }) => type === "PERSON")?.entity;
    expect(entityOf("Ο υπουργός Υποδομών και Μεταφορών, Κώστας Καραμανλής, παραιτήθηκε.")).toBe(
      "kostas-ach-karamanlis",
    );
    expect(entityOf("Kostas Karamanlis, the transport minister, resigned on Wednesday.")).toBe(
      "kostas-ach-karamanlis",
    );
    expect(entityOf("Ο πρώην πρωθυπουργός, Κώστας Καραμανλής, μίλησε στη Ραφήνα.")).toBe("kostas-karamanlis");
  });

  test("what is not sure enough is not linked, and the candidates are kept, best first", () => {
    const mentions = annotateParts("Χθες ο Κλίντον μίλησε.").mentions;
    for (const { candidates, entity, linkConfidence } of mentions) {
      const scores = candidates.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(entity === null).toBe(linkConfidence === null);
    }
  });
});

describe("acronyms", () => {
  test.each([
    ["Οι ΗΠΑ και το ΝΑΤΟ συμφωνούν.", ["ΗΠΑ → united-states ACRONYM", "ΝΑΤΟ → nato ACRONYM"]],
    ["Οι Η.Π.Α. διαφωνούν.", ["Η.Π.Α. → united-states ACRONYM"]],
    ["Πηγές του ΟΗΕ επιβεβαιώνουν.", ["ΟΗΕ → united-nations ACRONYM"]],
    ["Ο Σύριζα διαφωνεί, το Νατο συμφωνεί.", ["Σύριζα → syriza NAME", "Νατο → nato NAME"]],
    ["The EU and the U.S. agree with us.", ["EU → european-union ACRONYM", "U.S. → united-states ACRONYM"]],
    ["США и НАТО против.", ["США → united-states ACRONYM", "НАТО → nato ACRONYM"]],
    ["Η ΚΛΜΝ διαφωνεί.", ["ΚΛΜΝ → ? ORGANIZATION ACRONYM"]],
  ])("%s", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

describe("names that nobody knows", () => {
  test.each([
    ["a person by given name", "Χθες ο Γιώργος Ζαραβέλας μίλησε.", ["Γιώργος Ζαραβέλας → ? PERSON NAME"]],
    ["a person by title", "Η κ. Ζουμπουλίδου απάντησε.", ["Ζουμπουλίδου → ? PERSON NAME"]],
    [
      "an organization by its head",
      "Χθες η Ένωση Ψαράδων Κερατσινίου αντέδρασε.",
      ["Ένωση Ψαράδων Κερατσινίου → ? ORGANIZATION NAME"],
    ],
    ["a place by the word before it", "Στο χωριό Ζαρουχλέικα χιονίζει.", ["Ζαρουχλέικα → ? PLACE NAME"]],
    ["a place by the word behind it", "He lives in Zorblax province now.", ["Zorblax → ? PLACE NAME"]],
    ["hyphens and small parts", "His rival Hou Da-ih lost.", ["Hou Da-ih → ? PERSON NAME"]],
    [
      "a longer name around a known one",
      "Χθες το Πανεπιστήμιο Νανπίνγκ έκλεισε.",
      ["Πανεπιστήμιο Νανπίνγκ → ? ORGANIZATION NAME"],
    ],
    [
      "a Latin particle",
      "Χθες ο Ρενό είδε το Critérium de France.",
      ["Ρενό → ? PERSON NAME", "Critérium de France → ? OTHER NAME"],
    ],
  ])("%s", (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test.each([
    "Σήμερα όλα πάνε καλά. Ωστόσο βρέχει. Μεγάλη συμμετοχή στις κάλπες. Καταιγίδα πλησιάζει.",
    "Τη Δευτέρα και τον Σεπτέμβριο, ανήμερα τα Χριστούγεννα.",
    "Ο υπουργός Άμυνας και ο υπουργός Εξωτερικών διαφωνούν με τον υφυπουργό Κλιματικής Κρίσης.",
    "However, the Council met on Monday. Neither side spoke. Officials said May 16 was too early.",
    "Μεταδίδει ρεπορτάζ: «Όλοι έφυγαν». – Κανείς δεν έμεινε",
    "Вчера власти сообщили о встрече. Однако в мае переговоры прервали.",
  ])("no name in: %s", (text) => {
    expect(lines(text)).toEqual([]);
  });
});

describe("headlines in capitals", () => {
  test.each([
    ["ΣΥΝΑΝΤΗΣΗ ΠΟΥΤΙΝ ΚΑΙ ΜΑΚΡΟΝ ΣΤΗ ΜΟΣΧΑ", ["vladimir-putin", "emmanuel-macron", "moscow"]],
    ["ΟΙ ΗΠΑ ΚΑΙ Η ΚΙΝΑ ΣΥΜΦΩΝΗΣΑΝ", ["united-states", "china"]],
    ["ΔΡΑΜΑ ΓΙΑ ΤΗ ΝΙΚΗ: Η ΠΡΩΤΗ ΗΤΤΑ", []],
    ["NATO CHIEF MEETS ZELENSKY IN KYIV", ["nato", "volodymyr-zelensky", "kyiv"]],
    ["ПУТИН ПРИЛЕТЕЛ В ПЕКИН ВЕЧЕРОМ", ["vladimir-putin", "beijing"]],
  ])("%s", (text, expected) => {
    expect(annotateParts(["HEADLINE", text]).mentions.map(({ entity }) => entity)).toEqual(expected);
  });

  test("words in capitals are not unknown names", () => {
    expect(lines("ΜΕΓΑΛΗ ΦΩΤΙΑ ΣΕ ΑΠΟΘΗΚΗ ΤΩΡΑ")).toEqual([]);
  });
});

describe("salience", () => {
  test("sums to 1 over the linked entities, counts their mentions, and is sorted", () => {
    const { entities, mentions } = annotateParts(
      ["HEADLINE", "Πούτιν και Σι στη Μόσχα"],
      ["LEAD", "Ο Βλαντίμιρ Πούτιν υποδέχτηκε τον Σι Τζινπίνγκ."],
      "Η Ρωσία και η Κίνα υπέγραψαν. Ο Ζαραβέλας διαφώνησε.",
    );
    expect(entities.reduce((sum, { salience }) => sum + salience, 0)).toBeCloseTo(1, 10);
    const order = entities.map(({ salience }) => salience);
    expect(order).toEqual([...order].sort((a, b) => b - a));
    for (const { entity, count } of entities)
      expect(count).toBe(mentions.filter((mention) => mention.entity === entity).length);
    expect(entities[0]).toMatchObject({
      entity: "vladimir-putin",
      isMain: true,
      parts: ["HEADLINE", "LEAD"],
    });
  });

  test("the headline weighs more than the body, the body more than a teaser", () => {
    const { entities } = annotateParts(
      ["HEADLINE", "Εκλογές στη Γαλλία"],
      "Η Ισπανία περιμένει τα αποτελέσματα.",
      ["TEASER", "Τι γίνεται στην Ιταλία"],
    );
    expect(entities.map(({ entity }) => entity)).toEqual(["france", "spain", "italy"]);
    expect(entities.map(({ isMain }) => isMain)).toEqual([true, false, false]);
  });

  test("is empty without links", () => {
    expect(annotateParts("Τίποτα εδώ.", "").entities).toEqual([]);
  });
});
