import { describe, expect, test } from "vitest";
import { headlineOfTitle, isSiteName } from "../../src/ingestion/readers/siteNames.js";
import { readPage } from "./readPage.js";

const names = ["tovima.example", "tovima", "Kymata"];

describe("titles", () => {
  test.each([
    ["ΤΟ ΒΗΜΑ - Έκλεισε το λιμάνι για τρεις ημέρες", "Έκλεισε το λιμάνι για τρεις ημέρες"],
    ["ΤΟ ΒΗΜΑ : Έκλεισε το λιμάνι για τρεις ημέρες", "Έκλεισε το λιμάνι για τρεις ημέρες"],
    ["Το Βήμα: Έκλεισε το λιμάνι", "Έκλεισε το λιμάνι"],
    ["name.gr - ΕΛΛΑΔΑ - Έκλεισε το λιμάνι για τρεις ημέρες", "Έκλεισε το λιμάνι για τρεις ημέρες"],
    ["Έκλεισε το λιμάνι | Ελλάδα | Το Βήμα Online", "Έκλεισε το λιμάνι"],
    ["Έκλεισε το λιμάνι - Κύματα", "Έκλεισε το λιμάνι"],
    ["Port shut for three days » Kymata", "Port shut for three days"],
    ["Ολυμπιακός - ΠΑΟΚ 2-1", "Ολυμπιακός - ΠΑΟΚ 2-1"],
    ["Υπουργός: Θα ανοίξει αύριο το λιμάνι", "Υπουργός: Θα ανοίξει αύριο το λιμάνι"],
    ["Πολιτική - τα νέα μέτρα", "Πολιτική - τα νέα μέτρα"],
    ["ΤΟ ΒΗΜΑ", "ΤΟ ΒΗΜΑ"],
  ])("%s", (title, headline) => {
    expect(headlineOfTitle(title, names)).toBe(headline);
  });

  test("a site's name is known in other letters and with a word behind it", () => {
    expect(
      ["ΤΟ ΒΗΜΑ", "Το Βήμα online", "www.tovima.example", "other.gr"].map((text) => isSiteName(text, names)),
    ).toEqual([true, true, true, true]);
    expect(["Το βήμα που λείπει από τη συζήτηση", "Λιμάνι"].map((text) => isSiteName(text, names))).toEqual([
      false,
      false,
    ]);
  });
});

test("an old page without structured data has the headline of its title, not the name of its site or section", () => {
  const body =
    "<p>Το λιμάνι έκλεισε το πρωί της Δευτέρας λόγω των ισχυρών ανέμων, όπως ανακοίνωσε το λιμεναρχείο της πόλης.</p>".repeat(
      3,
    );
  const page = readPage(
    `<html><head><title>Κύματα - Ελλάδα - Έκλεισε το λιμάνι της πόλης για τρεις ημέρες</title><link rel="alternate" type="application/rss+xml" title="Κύματα RSS"></head>
<body><table><tr><td><a href="/"><img src="logo.gif" alt="Κύματα"></a></td></tr></table><h1>Ελλάδα</h1><h2>Έκλεισε το λιμάνι της πόλης για τρεις ημέρες</h2><div>${body}</div></body></html>`,
    "a.html",
  );
  expect(page.headline).toBe("Έκλεισε το λιμάνι της πόλης για τρεις ημέρες");
});
