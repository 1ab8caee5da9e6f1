import { describe, expect, test } from "vitest";
import { annotateParts, lines } from "./annotator.js";

/** The roles of body paragraphs as «title | key | holder | organization | country». */
function roles(...paragraphs: string[]): string[] {
  const { mentions, parts, roles: found } = annotateParts(...paragraphs);
  const surfaceOf = (index: number | null): string => (index === null ? "-" : mentions[index]!.surface);
  return found.map(({ part, start, end, title, normalizedTitle, holder, organization, country }) => {
    expect(parts[part]!.text.slice(start, end)).toContain(title);
    expect(mentions[holder]!.type).toBe("PERSON");
    return [title, normalizedTitle, surfaceOf(holder), surfaceOf(organization), surfaceOf(country)].join(
      " | ",
    );
  });
}

describe("an office beside a name", () => {
  test.each([
    [
      "Στο Πεκίνο έφτασε ο γραμματέας του ρωσικού Συμβουλίου Ασφαλείας Σεργκέι Σοϊγκού.",
      "γραμματέας | secretary | Σεργκέι Σοϊγκού | ρωσικού Συμβουλίου Ασφαλείας | -",
    ],
    [
      "Η υπουργός Πολιτισμού Λίνα Μενδώνη εγκαινίασε το μουσείο.",
      "υπουργός Πολιτισμού | culture minister | Λίνα Μενδώνη | - | -",
    ],
    [
      "Παρών ήταν ο Παναγιώτης Κοτρώνης, δήμαρχος Κερκίνης.",
      "δήμαρχος | mayor | Παναγιώτης Κοτρώνης | - | Κερκίνης",
    ],
    ["Στοιχεία έδωσε ο πρόεδρός της Γιάννης Βελούδης.", "πρόεδρός | president | Γιάννης Βελούδης | - | -"],
    [
      "Talks began when Tim Cook, the chief executive of Apple, arrived.",
      "chief executive | chief executive | Tim Cook | Apple | -",
    ],
    [
      "Chief executive Tim Cook of Apple said the company would wait.",
      "Chief executive | chief executive | Tim Cook | Apple | -",
    ],
    [
      "Об этом сообщил пресс-секретарь президента России Дмитрий Песков.",
      "пресс-секретарь | spokesperson | Дмитрий Песков | - | России",
    ],
  ])("%s", (text, role) => {
    expect(roles(text)).toEqual([role]);
  });

  test("a lawyer of somebody is not that somebody", () => {
    expect(roles("Ο δικηγόρος του Νίκου Ανδρουλάκη δεν σχολίασε.")).toEqual([]);
  });
});

describe("an office alone", () => {
  test("means the one person of the article who holds it", () => {
    const found = lines(
      "Ο πρωθυπουργός Κυριάκος Μητσοτάκης υποδέχθηκε τον πρόεδρο της Γαλλίας Εμανουέλ Μακρόν.",
      "Ο Γάλλος πρόεδρος θα μείνει δύο ημέρες. Ο Έλληνας πρωθυπουργός τον ευχαρίστησε.",
    );
    expect(found).toContain("πρόεδρος → emmanuel-macron ROLE");
    expect(found).toContain("πρωθυπουργός → kyriakos-mitsotakis ROLE");
  });

  test("means nobody where two fit, or where it is that of another country", () => {
    const found = lines(
      "Ο πρόεδρος της Γαλλίας Εμανουέλ Μακρόν είδε τον πρόεδρο της Κίνας Σι Τζινπίνγκ.",
      "Ο πρόεδρος ήταν κεφάτος. Ο Τούρκος πρόεδρος έλειπε.",
    );
    expect(found.filter((line) => line.endsWith(" ROLE"))).toEqual([]);
  });
});
